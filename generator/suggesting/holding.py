"""Which figures notes say to hold (以31件为准, 更正！是29件，以这个为准), and which not to (86件不对)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from generator.intake.notes import NoteLine, Notes
from generator.numbers.prose import figures
from generator.numbers.units import LONGEST_WORD, PERCENT, longest_word
from generator.numbers.width import fold_width
from generator.patterns import pattern
from generator.recognition.likeness import explained

_NUMBER = pattern(r"(?<![\d.〔-])(?!12345(?!\d))(?P<number>\d+(?:\.\d+)?)(?![\d.年月日号:])")
_N = r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)"
_NAMED = pattern(
    "(?:以|按(?![期时季月年规要清]))(?P<what>[^，,。；;]{0,60}?)(?:为准|来?算|口径[^，,。；;0-9]{0,8}(?P<then>[0-9][^，,。；;]{0,8})?)"
)
_SAYS = (
    pattern(rf"用我们(?:这个|的){_N}"),
    pattern(
        rf"(?:更正为|改成|改为|应为|应(?:该|当)?是|实际是|实为|(?:核(?:实|对|定)?(?:了|后|过)?|重新统计后?|补报|调整后?)的?[是为]){_N}"
    ),
    pattern(
        rf"(?:[，,；;(（。]|统一|都|就|要|报告里)(?:请|应)?[用写填报](?:全年)?{_N}[件个名人起条次份]?(?=[)）]|[，,。；;】]|$)"
    ),
    pattern(rf"{_N}[件个名人起条次份]?(?:为准|来算)"),
)
_IS_NOT = pattern(rf"不是(?:[^，,。；;\d]{{0,8}}[写报说填讲]的)?{_N}")
_DENIED = (
    pattern(
        rf"{_N}[^，,。；;\d]{{0,8}}?(?:不对(?![外应称])|不作数|不算数|作废|有误|不全|错了|不准确|不能用|别用|不要用)"
    ),
    _IS_NOT,
    pattern(rf"(?:别|勿|不要?|不能|不可)(?:再)?采?用(?:原来的?|这个)?{_N}"),
    pattern(
        rf"{_N}[%件个名人起条次份]?[^，,。；;\d]{{0,2}}?[是为系](?:(?:1[0-2]|[1-9])月份?的?)?"
        "(?:[单当]月|[全县市区省]{1,2}平均|上一?年估|估)的?数?(?=[，,。；;）)]|$)"
    ),
    pattern(
        rf"{_N}[^，,。；;\d]{{0,4}}?[是为](?:年初|去年|上年|旧|老|以前)(?:底|末)?的?数?(?=[，,。；;）)]|$)"
    ),
)
_THIS = pattern(
    "以(?:这个|此|这次|本次|上面)(?:数)?为准|以(?:我们?|咱们?|本[办所队中])[^，,。；;0-9]{0,10}为准"
)
_THIS_MESSAGE = pattern("以[这本此](?:条|段)[^，,。；;0-9]{0,4}为准")
_THIS_PAPER = pattern(
    r"(?:^|[，,。；;：:！!？?（(\s]|数[字据]?)(?:一律|统一|都|均|就|请)*以[这本此](?:封|份|邮件|函|表)[^，,。；;0-9]{0,4}为准"
)
_NOT_TO_USE = pattern(
    "(?:这个|那个|的)?(?:数[字据]?)?(?:(?:先|都|也|就)?(?P<use>(?:[别勿]|不要?|不能)(?:采?用|写)(?=[，,。；;）)]|$))"
    "|[，,]?(?:[这那](?:个数)?)?(?:都|只)?[是系](?P<of>(?:(?:1[0-2]|[1-9])月份?的?)?(?:[单当]月|全?[县市区省]平均)))"
)
"""What is said right behind the name of a figure, and not of its number: 满意率先别用, 满意率，那是11月单月的."""
_UNSETTLED = pattern(
    "(?:还|都)?没有?(?:核|对)(?:上|准|实|过|清)?|对不(?:上|起来)|不一致|有出入|待核|存疑|说法不一|两个数"
)
_STOP = pattern("[。；;！!？?]")
_DISTINCT = 100


class _Number(NamedTuple):
    """A number as text and its measure word, which is empty where it has none."""

    number: str
    unit: str

    @property
    def is_distinct(self) -> bool:
        """Tell whether it is so large, or so exact (96.1), that it hardly stands for two things."""
        return "." in self.number or float(self.number) >= _DISTINCT

    def is_like(self, other: _Number) -> bool:
        """Tell whether two may be the same figure: of one measure word, or one without."""
        return self.number == other.number and (self.unit == other.unit or not (self.unit and other.unit))


class NoteStatement(NamedTuple):
    """A line that says which numbers hold, which they replace, which are not settled yet, as it is `told`."""

    line: str
    held: tuple[_Number, ...] = ()
    replaced: tuple[_Number, ...] = ()
    unsettled: tuple[_Number, ...] = ()
    told: str = ""

    def of(self, kind: Literal["held", "replaced", "unsettled"], field: str) -> Iterator[_Number]:
        """Give the numbers that speak of other papers: of a field that it names, else those hardly met twice."""
        numbers: tuple[_Number, ...] = getattr(self, kind)
        if not numbers:
            return iter(())
        of_field = explained(self.line, field) > 1
        return (one for one in numbers if of_field or one.is_distinct)


class Holding:
    """Knows the numbers that one paper names as those that hold, and those that it refutes; what others say, too."""

    def __init__(self, notes: Notes, others: Sequence[Notes] = ()) -> None:
        """Look for them in all lines, also in those of the `others` that came with it."""
        self._holding: list[_Number] = []
        self._refuted: dict[str, list[_Number]] = {"": []}
        self._told: list[tuple[list[_Number], _Number]] = []
        self._is_whole = False
        self.unnumbered: list[str] = []
        """Sentences that say of no number that it is not to be used."""
        self.statements: list[NoteStatement] = []
        """What its lines say of figures, in their order."""
        for place, line in _lines(notes):
            self._is_whole = self._is_whole or bool(_THIS_PAPER.search(line))
            self._learn(fold_width(line), place)
        self._others = tuple(Holding(one) for one in others)

    def _learn(self, line: str, place: str) -> None:
        here = self._refuted.setdefault(place, [])
        self.unnumbered += [one for one in _STOP.split(line) if not _numbers(one) and _NOT_TO_USE.search(one)]
        denied = [_number(line, one.start("number")) for way in _DENIED for one in way.finditer(line)]
        self._holding += _told_apart(line)
        self._refuted[""] += [one for one in denied if one.unit or one.is_distinct]
        for start, named in _statements(line):
            held = [one for one in named if one not in denied]
            if held and not _NAMED.match(line, start):
                self._told.append(([one for one in _numbers(line) if _is_beside(one, held)], held[0]))
            self._holding += held
            replaced = [one for one in _before(line, start) if held and _is_beside(one, held)]
            self.statements.append(NoteStatement(line, tuple(held), tuple(replaced)))
            here += replaced
        if unsettled := _UNSETTLED.search(line):
            self.statements.append(NoteStatement(line, unsettled=_numbers(line), told=unsettled[0]))
        if denied:
            self.statements.append(NoteStatement(line, replaced=tuple(denied)))
        self._refuted[""] += [one for one in here if one.is_distinct]

    def names(self, sentence: str, written: str, field: str) -> bool:
        """Tell whether a figure of a sentence is named there or elsewhere as the one that holds."""
        told = (one.of("held", field) for one in self._elsewhere)
        return (
            bool(_THIS.search(sentence))
            or self.declares(written)
            or _are_alike(_numbers(written), chain.from_iterable(told))
        )

    def upholds(self, line: str) -> bool:
        """Tell whether a message, or the whole paper, says of itself that what it tells holds: 以这条为准, 以这封为准."""
        return self._is_whole or bool(_THIS_MESSAGE.search(line))

    def declares(self, written: str) -> bool:
        """Tell whether a figure is named as one that holds."""
        return _are_alike(_numbers(written), self._holding)

    def questions(self, written: str, field: str) -> str:
        """Say in Chinese what stands for a figure in a line that names it with the one that holds; "" for none.

        Where that line tells no figure that is replaced, it may be any of the few that are counted alike.
        """
        if shunned := self._says_not_to_use(field):
            return shunned
        mine = _numbers(written)
        for numbers, held in self._told:
            if _are_alike(mine, numbers):
                return f"材料里说到改为{held.number}{held.unit}"
            few = [one for one in mine if one.unit == held.unit and not one.is_distinct]
            if held.unit and few and not numbers:
                return f"材料里有一个数改为{held.number}{held.unit}，请看是不是这一个"
        said = (
            one
            for one in (*self.statements, *self._elsewhere)
            if _are_alike(mine, one.of("unsettled", field))
        )
        return next((f"别处说到这个数“{one.told}”" for one in said), "")

    def _says_not_to_use(self, field: str) -> str:
        """Say in Chinese what is said of a field's figure by its name alone: 满意率先别用."""
        sentences = chain(self.unnumbered, *(other.unnumbered for other in self._others))
        told = (_NOT_TO_USE.match(one.partition(field)[2]) for one in sentences)
        return next((f"材料里说“{field}{one[0]}”" for one in told if one), "")

    def refutes(self, place: str, sentence: str, written: str, field: str) -> bool:
        """Tell whether a figure is said not to hold, or is of the same count as one beside it that doesn't."""
        told = (one.of("replaced", field) for one in (*self.statements, *self._elsewhere))
        refuted = [*self._refuted[""], *self._refuted.get(place, ())]
        mine, beside = _numbers(written), []
        if not [*_statements(sentence)] and not any(way.search(sentence) for way in _DENIED):
            said = [one for one in _numbers(sentence) if any(one.is_like(other) for other in refuted)]
            beside = [one.unit for one in said if one.unit != PERCENT]  # a rate beside it is another one
        if _are_alike(mine, chain(refuted, *told)):
            return True
        return any(one.unit in beside for one in mine) and not self.declares(written)

    @property
    def _elsewhere(self) -> Iterator[NoteStatement]:
        return (said for other in self._others for said in other.statements)


def _lines(notes: Notes) -> Iterator[tuple[str, str]]:
    """Give all that is said in words, with its place: lines, and what the rows of tables remark."""
    for part in notes.parts:
        if isinstance(part, NoteLine):
            yield part.place, part.text
        else:
            yield from ((one.place, one.remark) for one in part.figures if one.remark)


def _are_alike(some: Sequence[_Number], others: Iterable[_Number]) -> bool:
    return any(one.is_like(other) for other in others for one in some)


def _statements(line: str) -> Iterator[tuple[int, list[_Number]]]:
    """Give where a line says that numbers hold, and which."""
    for said in _NAMED.finditer(line):
        if figures(words := f"{said['what']}{said['then'] or ''}"):
            yield said.start(), [*_numbers(words)]
    for way in _SAYS:
        for said in way.finditer(line):
            yield said.start(), [_number(line, said.start("number"))]


_SIDE_BY_SIDE = pattern(r".*[0-9][^，,。；;0-9]{0,3}[，,]?(?:而|可|并)?")
"""Nothing of another matter stands between the two: 立案41件，信访不是12件 tells nothing of 41."""


def _told_apart(line: str) -> Iterator[_Number]:
    """Give the numbers that a sentence tells instead of those that it isn't: 412户，不是她开头写的421户."""
    for sentence in _STOP.split(line):
        for said in _IS_NOT.finditer(sentence):
            wrong = _number(sentence, said.start("number"))
            before = [one for one in _numbers(sentence[: said.start()]) if one.unit == wrong.unit != ""]
            beside = _SIDE_BY_SIDE.fullmatch(sentence, 0, said.start())
            yield from before if beside and len(before) == 1 and before[0] != wrong else ()


def _before(line: str, end: int) -> Iterator[_Number]:
    """Give the numbers before a place in its sentence, in a bracket those of the bracket."""
    opened, closed = (max(line.rfind(one, 0, end) for one in pair) for pair in ("(（", ")）"))
    stops = [one.end() for one in _STOP.finditer(line, 0, end)]
    start = max(0, *stops[-1:], opened + 1 if opened > closed else 0)
    yield from _numbers(line[start:end])


def _is_beside(one: _Number, held: list[_Number]) -> bool:
    """Tell whether a number is of the count of those that hold, and none of them."""
    if any(one.is_like(other) for other in held):
        return False
    return not one.unit or any(other.unit in ("", one.unit) for other in held)


def _numbers(text: str) -> tuple[_Number, ...]:
    return tuple(_number(text, one.start()) for one in _NUMBER.finditer(text))


def _number(text: str, start: int) -> _Number:
    said = pattern(r"\d+(?:\.\d+)?").match(text, start)
    number = said[0] if said else ""
    behind = start + len(number)
    return _Number(number, longest_word(text[behind : behind + LONGEST_WORD]))
