"""The numbers that Word puts before paragraphs by itself (numbering.xml): what a reader sees and no text holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from generator.intake.styles import WordStyles
from generator.intake.tree import attribute, children, descend, switched, value_of, whole_number
from generator.numbers.numerals import chinese_number
from generator.patterns import pattern

_LEVELS = 9
_PLACEHOLDER = pattern(r"%([1-9])")
_NO_NUMBERING = "0"
_DOT = "●"
_MOST = 9999
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


class NumberedLevel(NamedTuple):
    """One level of a numbering: where it starts, how it is written, after which level it starts anew (0: never)."""

    start: int
    form: str
    text: str
    restart: int | None
    arabic: bool
    style: str


_UNSET = NumberedLevel(1, "decimal", "", None, arabic=False, style="")


class _Numbering(NamedTuple):
    """A numbering (w:num): the abstract one whose counts it shares, its levels, and the starts of its own."""

    abstract: str
    levels: dict[int, NumberedLevel]
    starts: dict[int, int]


class RunningNumbers:
    """The numbers of one document, given paragraph by paragraph from its beginning."""

    def __init__(self, tree: Any | None, styles: WordStyles) -> None:
        """Take what numbering.xml declares; None where the file has none."""
        self._styles = styles
        self._abstract = (
            {}
            if tree is None
            else {attribute(one, "abstractNumId"): one for one in children(tree, "abstractNum")}
        )
        self._nums = {} if tree is None else {attribute(one, "numId"): one for one in children(tree, "num")}
        self._known: dict[str, _Numbering] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def before(self, paragraph: Any) -> str:
        """Give what Word shows before the next numbered paragraph, such as 一、, and count on; "" before others."""
        number, level = self._place(paragraph)
        if number not in self._nums:
            return ""
        numbering = self._numbering(number)
        counts = self._counted(number, numbering, level)
        there = numbering.levels.get(level, _UNSET)
        if there.form == "bullet":
            return "".join(_DOT if "\ue000" <= sign <= "\uf8ff" else sign for sign in there.text)

        def written(match: Any) -> str:
            at = int(match[1]) - 1
            of = numbering.levels.get(at, _UNSET)
            form = "decimal" if there.arabic and of.form != "none" else of.form
            count = counts[at]
            return number_text(of.start if count is None else count, form)

        return _PLACEHOLDER.sub(written, there.text)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Give the numbering that a paragraph is in and the level, set by itself or by its style."""
        style = self._styles.of(paragraph)
        number, level = self._styles.numbering(style)
        own = descend(paragraph, "pPr", "numPr")
        own_number = "" if own is None else value_of(own, "numId")
        own_level = "" if own is None else value_of(own, "ilvl")
        number = own_number or number
        if number in {"", _NO_NUMBERING} or number not in self._nums:
            return "", 0
        if not own_number and not own_level:
            linked = (
                at for at, one in self._numbering(number).levels.items() if style and one.style == style
            )
            return number, next(linked, min(whole_number(level), _LEVELS - 1))
        return number, min(whole_number(own_level or level), _LEVELS - 1)

    def _counted(self, number: str, numbering: _Numbering, level: int) -> list[int | None]:
        """Count one more paragraph of a level; deeper levels start anew."""
        counts = self._counts.setdefault(numbering.abstract, [None] * _LEVELS)
        start = numbering.starts.get(level)
        count = counts[level]
        if start is not None and (number, level) not in self._begun:
            counts[level] = start
        elif count is None:
            counts[level] = numbering.levels.get(level, _UNSET).start if start is None else start
        else:
            counts[level] = count + 1
        self._begun.add((number, level))
        for deeper in range(level + 1, _LEVELS):
            restart = numbering.levels.get(deeper, _UNSET).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    def _numbering(self, number: str) -> _Numbering:
        if number not in self._known:
            num = self._nums[number]
            abstract = self._resolved(value_of(num, "abstractNumId"))
            element = self._abstract.get(abstract)
            levels = {} if element is None else _levels(element)
            starts = {}
            for override in children(num, "lvlOverride"):
                at = whole_number(attribute(override, "ilvl"))
                levels |= _levels(override)
                if begin := value_of(override, "startOverride"):
                    starts[at] = whole_number(begin)
            self._known[number] = _Numbering(abstract, levels, starts)
        return self._known[number]

    def _resolved(self, abstract: str) -> str:
        """Follow a numbering that only names a style to the one that the style is linked with."""
        element = self._abstract.get(abstract)
        style = "" if element is None else value_of(element, "numStyleLink")
        if not style:
            return abstract
        linked = (name for name, one in self._abstract.items() if value_of(one, "styleLink") == style)
        number, _level = self._styles.numbering(style)
        by_style = value_of(self._nums[number], "abstractNumId") if number in self._nums else abstract
        return next(linked, by_style)


def _levels(element: Any) -> dict[int, NumberedLevel]:
    return {whole_number(attribute(one, "ilvl")): _level(one) for one in children(element, "lvl")}


def _level(element: Any) -> NumberedLevel:
    restart = value_of(element, "lvlRestart")
    return NumberedLevel(
        whole_number(value_of(element, "start"), 1),
        value_of(element, "numFmt") or "decimal",
        value_of(element, "lvlText"),
        whole_number(restart) if restart else None,
        arabic=bool(switched(element, "isLgl")),
        style=value_of(element, "pStyle"),
    )


def number_text(number: int, form: str) -> str:
    """Write a number in a form of Word's (w:numFmt), such as chineseCounting; what is not known, in digits."""
    if form in {"none", "bullet"}:
        return ""
    write = _FORMS.get(form)
    return write(number) if write and 0 < number <= _MOST else str(number)


def _from(first: str, most: int) -> Callable[[int], str]:
    """Write with signs that follow each other in Unicode; beyond the last of them, with digits."""
    return lambda number: chr(ord(first) + number - 1) if number <= most else str(number)


def _letters(first: str) -> Callable[[int], str]:
    """Write a to z, then aa, bb, as Word does."""
    return lambda number: chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _translated(table: str) -> Callable[[int], str]:
    return lambda number: str(number).translate(str.maketrans("0123456789", table))


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _legal(number: int) -> str:
    """Write 壹 贰 叁, as on cheques."""
    text = chinese_number(number).translate(
        str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    )
    return f"壹{text}" if text.startswith("拾") else text


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "koreanCounting",
        ),
        chinese_number,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"),
        _translated("〇一二三四五六七八九"),
    ),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _translated("０１２３４５６７８９")),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _from("①", 20)),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), _legal),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters("a"),
    "upperLetter": _letters("A"),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
