"""How quantities are written: one pattern for all forms, and a name and a remedy for what it doesn't take."""

from __future__ import annotations

from typing import NamedTuple

from generator.numbers.units import longest_word
from generator.patterns import pattern

LONGEST = 40
"""No quantity of a report is longer; what is longer isn't looked at."""

BEFORE = (
    "大约|(?<![民公合契条签节预履违相])(?<![^化调和]解)约|大概|将近|接近|(?<![最附临邻靠亲远])近|超过|(?<!高)超|逾|突破|不少于|不低于|不小于|不超过|不高于|不多于|不大于|不足|不到"
    "|至少|至多|最少|最多|少于|多于|低于|高于|大于|小于"
)
"""The words that make a number approximate; 约, 近 and 超 are none at the end of 村规民约, 附近 and 高超."""
AFTER = "以上|以下|以内|之内|左右|上下"
SCALE = r"万亿|[百千]?万|千(?![米克])|百(?!分点)|亿"
"""What may stand around the digits, as parts of patterns; 千 belongs to 千米 and 千克, and 百 to 百分点."""

_NUMERALS = "零〇一二两三四五六七八九十百千万亿"

FORM = pattern(
    rf"(?P<before>{BEFORE}|[上数几](?=[十百千万亿]))?"
    r"(?P<ordinal>第|前)?"
    rf"(?:(?P<digits>(?:0|[1-9][0-9]{{0,12}})(?:\.[0-9]{{1,6}})?)|(?P<numerals>(?![零〇])[{_NUMERALS}]+))"
    r"(?P<inner>[余多几来])?"
    rf"(?P<scale>{SCALE})?"
    r"(?P<outer>[余多])?"
    # 之 is in no measure word, but in 三分之一, which would read as 三分
    r"(?P<unit>[一-乊乌-鿿%㎡（）/]*?)"
    rf"(?P<after>{AFTER})?"
)

PLAIN = pattern(r"(0|[1-9][0-9]{0,12})((?<=[0-9]0)[余多]|)([^0-9]*)")
"""A whole number and, behind a round one, 余 or 多; what follows is taken only if it is a known measure word."""


class QuantityError(ValueError):
    """A text is no quantity; `message` says why and `fix` what to write instead, both in Chinese.

    The message names only what is wrong, so that it can stand behind the field and the text.
    """

    def __init__(self, message: str, fix: str) -> None:
        """Keep the sentence and its remedy."""
        self.message = message
        self.fix = fix
        super().__init__(message)


class UnknownUnitError(QuantityError):
    """The number is clear, but the measure word behind it, `unit`, is in no family."""

    def __init__(self, message: str, fix: str, unit: str) -> None:
        """Keep the word too."""
        self.unit = unit
        super().__init__(message, fix)


class Form(NamedTuple):
    """The parts of a written quantity, each an empty text where it is absent; joined they give the text."""

    before: str
    ordinal: str
    digits: str
    numerals: str
    inner: str
    scale: str
    outer: str
    unit: str
    after: str

    def __str__(self) -> str:
        """Give the text that was read."""
        return "".join(self)

    @property
    def written(self) -> str:
        """All that stands before the measure word."""
        return "".join(self[:7])

    @property
    def approximations(self) -> list[str]:
        """The words that make the number approximate, as they stand."""
        first = self.ordinal if self.ordinal == "前" else ""
        return [word for word in (self.before, first, self.inner, self.outer, self.after) if word]


def read_form(text: str) -> Form:
    """Part a text into the pieces of a quantity.

    Full-width digits, signs and brackets are taken as the usual ones, blanks and thousands commas are left out and 零
    alone is 0.
    Raises QuantityError for a text that has no such pieces.
    """
    if len(text) > LONGEST:
        raise QuantityError("太长，不像一个数量", "这里只写一个数和量词，如“20份”；说明文字写进“做法”。")
    match = FORM.fullmatch(text) or FORM.fullmatch(_normal(text))
    if match is None:
        raise _refusal(_folded(text))
    return Form(*match.groups(""))


FOLD = str.maketrans("０１２３４５６７８９．，％﹪()", "0123456789.,%%（）")
BLANKS = pattern(r"(?<![0-9])\s+|\s+(?![0-9])")
THOUSANDS = pattern(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")


def _folded(text: str) -> str:
    """Take full-width characters as the usual ones, and leave out blanks but those between two digits."""
    return BLANKS.sub("", text.translate(FOLD))


def _normal(text: str) -> str:
    """Bring a text into the form in which quantities are kept."""
    folded = THOUSANDS.sub(lambda number: number[0].replace(",", ""), _folded(text))
    unit = folded[1:]
    # 零件 is a word of its own (a spare part), so it isn't taken for 0件
    alone = folded[:1] in ("零", "〇") and folded != "零件" and unit == longest_word(unit)
    return f"0{unit}" if alone else folded


def _shown(text: str) -> str:
    """Give a text as it may stand in a message, with □ for what can't be printed."""
    return "".join(character if character.isprintable() else "□" for character in text)


class _Mistake(NamedTuple):
    """A way of writing that is no quantity: how it is known, what it is, and what to write instead.

    In `fix`, {mended} is the text with what the pattern found replaced by `instead`.
    """

    pattern: str
    message: str
    fix: str
    instead: str = ""


# The first that is found names the mistake, so the more exact ones stand first.
MISTAKES = (
    _Mistake(r"^\Z", "没有写数量", "写一个数，如“20份”；没有这项数据就删去这一行。"),
    _Mistake(
        r"^(?:没有|没|无)\Z", "没有数字", "没有发生的写0，算填报了；没有这项工作、不知道的，删去这一行。"
    ),
    _Mistake(r"^零件\Z", "“零件”可能是零个，也可能是机器零件", "没有就写“0件”。"),
    _Mistake(r"^[-−–—﹣－负]\s*(?=[0-9.])", "是负数", "写成“{mended}”，减少、下降的意思用文字写。"),
    _Mistake(r"百分之", "没有用百分号", "改用百分号，如“95%”。"),
    _Mistake(r"分之", "是分数", "改为百分数，如“33.3%”，或分别写出两个数。"),
    _Mistake(
        r"[0-9]\s*[余多万亿%一-鿿]{0,4}\s*[-−–—~～至到]+\s*[0-9]",
        "是一个范围，不是一个数",
        "写一个数；拿不准时写“不少于3次”这样的约数。",
    ),
    _Mistake(r"[0-9]\s*[:：/／]\s*[0-9]", "像时间、日期或比值，不是数量", "只写一个数和量词，如“20份”。"),
    _Mistake(
        r"[0-9][a-zA-Z_^*×]|[0-9]\s*[+＋]",
        "不是平常的数字写法",
        "只用0到9和小数点，写出完整的数，如“15000份”。",
    ),
    _Mistake(r"(?<![0-9.,])0+(?=[0-9])", "数字前面多了0", "去掉前面的0，写成“{mended}”。"),
    _Mistake(r"(?<=[0-9])\s+(?=[0-9])", "数字中间有空格", "去掉空格，写成“{mended}”。"),
    _Mistake(r"(?<=[0-9]),(?=[0-9])", "逗号位置不对", "去掉逗号，写成“{mended}”。"),
    _Mistake(r"[0-9]{14}|\.[0-9]{7}", "位数太多", "核对这个数；大数用“万”或“亿”作单位。"),
    _Mistake(
        r"(?<![0-9])\.|\.(?![0-9])|\.[0-9]+\.",
        "小数点用得不对",
        "改为整数，或写成“2.5万元”这样的小数。",
    ),
    _Mistake(rf"^(?:{BEFORE})(?=(?:{BEFORE})[0-9])", "叠用了两个约数词", "只留一个，如“{mended}”。"),
    _Mistake(r"(?<=[0-9])点(?=[0-9])", "小数点写成了“点”", "写成“{mended}”。", "."),
    _Mistake(r"[0-9][^0-9.,]+[0-9]", "不止一个数", "这里只写一个数；几个数分别写进各自的项目。"),
    _Mistake(
        rf"^[^0-9]+?(?=(?:{BEFORE})?[0-9])",
        "数字前面有别的文字",
        "只写“{mended}”，说明文字写进“做法”。",
    ),
    _Mistake(r"[0-9]", "数字后面有不该有的字符", "只写数和量词，如“20份”。"),
    _Mistake(rf"[{_NUMERALS}]", "不是认得的数量写法", "用阿拉伯数字写，如“20份”；说明文字写进“做法”。"),
    _Mistake(r"", "没有数字", "写成“20份”这样的数量；说明文字写进“做法”。"),
)
_PATTERNS = tuple((pattern(mistake.pattern), mistake) for mistake in MISTAKES)


def _refusal(text: str) -> QuantityError:
    """Name the mistake in a text that the pattern doesn't take."""
    form, mistake = next((form, mistake) for form, mistake in _PATTERNS if form.search(text))
    mended = _shown(form.sub(mistake.instead, text))
    return QuantityError(mistake.message, mistake.fix.replace("{mended}", mended))


def unit_refusal(form: Form) -> QuantityError:
    """Say what is wrong with what stands where the measure word should."""
    known = longest_word(form.unit)
    rest = form.unit[len(known) :]
    if known and rest in ("余", "多"):
        mended = form._replace(inner="", outer=rest, unit=known)
        return QuantityError(f"“{rest}”写在了量词后面", f"写在量词前面：“{mended}”。")
    if any(character in _NUMERALS for character in rest):
        return QuantityError("不止一个数", "只写一个数，用阿拉伯数字，如“2.5万人”。")
    if known:
        mended = form._replace(unit=known, after="")
        return QuantityError(
            f"量词“{known}”后面还有文字“{rest}{form.after}”",
            f"只写“{mended}”，说明文字写进“做法”。",
        )
    return UnknownUnitError(
        f"“{form.unit}”不是认得的量词",
        "换成常用的量词，如件、次、份、人次；没有合适的，写进“做法”。",
        form.unit,
    )
