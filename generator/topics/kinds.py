"""The kinds of field, in one table: how what the clerk wrote is read, and how it is explained to him."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.numbers.dates import DateError, chinese_date, read_date
from generator.numbers.quantity import Quantity, QuantityError, parse, parse_counted, parse_together
from generator.numbers.units import kinds_clash
from generator.numbers.width import fold_width
from generator.patterns import pattern
from generator.wording import join_apart

if TYPE_CHECKING:
    from generator.topics.topic import Field


class MisreadError(ValueError):
    """What was written does not fit the field; says what is wrong and how to mend it, in Chinese.

    `path` leads from the field to what is wrong within its value, `code` is the problem's.
    """

    def __init__(
        self, message: str, fix: str, path: tuple[str | int, ...] = (), code: str = "事实-01"
    ) -> None:
        """Keep both sentences, and where they belong."""
        self.message = message
        self.fix = fix
        self.path = path
        self.code = code
        super().__init__(message)


class FieldKind(NamedTuple):
    """One kind of field: the reader of its plain data, its own measure words, how to fill it in."""

    read: Callable[[Any, Field], Any]
    hint: str
    units: tuple[str, ...] = ()
    listed: bool = False


def _scalar(data: Any, field: Field) -> str:
    if not isinstance(data, str):
        raise MisreadError(
            f"“{field.name}”只能填一个值，写的是一组", f"请写成“{field.name}: {sample(field)}”。"
        )
    return data.strip()


def _parsed(data: Any, field: Field, unit: str = "") -> Quantity:
    text = _scalar(data, field)
    try:
        return parse_counted(text, unit) if unit else parse(text)
    except QuantityError as error:
        fix = error.fix.replace("20份", f"20{unit}") if unit else error.fix  # in the field's own measure word
        fix += (
            f"数的前面只可以加下面的词，也可以不加：{join_apart(field.wordings)}。" if field.wordings else ""
        )
        raise MisreadError(f"“{field.name}”写的是“{shortened(text)}”：{error.message}", fix) from error


def _count(data: Any, field: Field) -> Quantity:
    """Read a figure; a word of another family that may be meant is taken as it is written, and the checks tell it."""
    value = parse_together(fold_width(_scalar(data, field))) or _parsed(data, field, field.unit)
    if value.percent or value.ordinal or value.points:
        raise MisreadError(
            f"“{field.name}”应为数量（单位：{field.unit}），写的是“{value}”", f"例如“{sample(field)}”。"
        )
    if not field.takes(value.unit) and all(kinds_clash(value.unit, unit) for unit in field.units):
        raise MisreadError(
            f"“{field.name}”的单位应为“{'”或“'.join(field.units)}”，写的是“{value.unit}”",
            f"请改用“{field.unit}”，例如“{sample(field)}”；确是另一个数的，写到“其他数据”里。",
        )
    return value


COMPUTED = "计算"
"""What is written for a rate that is to be worked out however small its base."""


def _rate(data: Any, field: Field) -> Quantity | str:
    if data == COMPUTED and field.numerator:
        return COMPUTED
    value = _parsed(data, field)
    if not (value.percent or value.points):
        raise MisreadError(f"“{field.name}”应为百分比，写的是“{value}”", "请加上百分号，例如“96.2%”。")
    return value


def _rank(data: Any, field: Field) -> Quantity:
    value = _parsed(data, field)
    if not value.ordinal:
        raise MisreadError(f"“{field.name}”应为名次，写的是“{value}”", "例如“第二名”。")
    return value


FREQUENCIES = pattern(
    r"(?:不?定期|定期不定期|经常|适时|随时|常态化|每逢?.{1,8}|(?:一|两|三|四|半)?(?:年|季度?|个?月|周|天|日).{1,6}|逐.{1,4})",
)


def _frequency(data: Any, field: Field) -> Quantity | str:
    text = _scalar(data, field)
    if FREQUENCIES.fullmatch(text):
        return text
    try:
        return _count(text, field)
    except MisreadError as error:
        raise MisreadError(
            f"“{field.name}”应为频次，写的是“{shortened(text)}”",
            "请写次数（如“4次”），或“定期”“每月”“每季度”等。",
        ) from error


PART_OF_DATE = pattern(
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬)?(?:(?:至|[—–-])(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
)
MONTH_AND_DAY = pattern(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?")
_LEAP_YEAR = 2000


def _date(data: Any, field: Field) -> str:
    text = fold_width(_scalar(data, field))
    try:
        if not PART_OF_DATE.fullmatch(text):
            return chinese_date(text)
        for year, month, day in MONTH_AND_DAY.findall(text):
            read_date(f"{year or _LEAP_YEAR}-{month}-{day or 1}")
    except DateError as error:
        raise MisreadError(f"“{field.name}”写的是“{shortened(text)}”，{error.message}", error.fix) from error
    return text


YES, NO = frozenset({"是", "有", "√"}), frozenset({"否", "无", "没有", "×"})


def _ticked(data: Any, field: Field) -> bool:
    text = _scalar(data, field)
    if text in YES:
        return True
    if text in NO:
        return False
    others = [one for one in field.wordings if one != "是"]
    only = f"只填“是”，或“{'”“'.join(others)}”" if others else "只填“是”或“否”"
    raise MisreadError(f"“{field.name}”{only}，写的是“{shortened(text)}”", "做到了写“是”，没有的删去这一行。")


LOOSE_END = "。；，、 \t\n\u3000"
"""What may end a text and says nothing."""


STOPS = pattern(r"[\s。；，、：！？…—,;:!?.]*")


def says_nothing(text: str) -> bool:
    """Tell a text of stops and blanks only, as 。 or ……, which is no answer to what was asked."""
    return bool(STOPS.fullmatch(text))


def _words(data: Any, field: Field) -> str:
    text = _scalar(data, field).rstrip(LOOSE_END)
    if says_nothing(text):
        raise MisreadError(*without_words(field.name))
    return text


def without_words(name: str) -> tuple[str, str]:
    """Give what is said of a text that says nothing: what is wrong, and how to mend it."""
    return f"“{name}”里没有文字", "请填上内容，或删去这一行。"


SEPARATOR = pattern(r"[、,，;；\n]+(?![^（(《“]{0,200}[）)》”])")
"""What parts names: no mark within brackets, which end within so many characters, else every mark looks to the end."""


def _names(data: Any, field: Field) -> tuple[str, ...]:
    if isinstance(data, str):
        data = SEPARATOR.split(data)
    elif not isinstance(data, list) or not all(isinstance(one, str) for one in data):
        raise MisreadError(f"“{field.name}”应为一组名称", "每行一个，前面加“- ”；或在一行里用“、”隔开。")
    names = tuple([name for one in data if not says_nothing(name := one.strip().rstrip(LOOSE_END))])
    if not names:
        raise MisreadError(f"“{field.name}”一个名称也没有", "请填上名称，或删去这一行。")
    return names


KINDS: dict[str, FieldKind] = {
    "数量": FieldKind(_count, "数字加单位，可写15000余、近20、约2000、5.2万"),
    "金额": FieldKind(_count, "金额，如10余万元、22万余元、5000元", units=("元", "万元", "亿元")),
    "比率": FieldKind(
        _rate,
        "百分比，如96.2%；两个数都填了的可不填，由程序计算；算得100%的、基数不到20的，写“计算”才写",
        units=("%",),
    ),
    "频次": FieldKind(_frequency, "次数，或定期、每月、每季度", units=("次",)),
    "名次": FieldKind(_rank, "名次，如第二名", units=("名",)),
    "日期": FieldKind(_date, "日期，如2023-11-30或11月30日"),
    "是否": FieldKind(_ticked, "做到了填“是”，没有的删去这一行"),
    "文字": FieldKind(_words, "文字，照写进报告，末尾不加句号"),
    "名单": FieldKind(_names, "一组名称，用顿号隔开或每行一个", listed=True),
}


def read(data: Any, field: Field) -> Any:
    """Read what the clerk wrote for a field.

    Gives a Quantity (数量 金额 比率 名次, and 频次 when it is a number), a text (文字 日期 频次, and COMPUTED for a
    比率), a bool (是否) or a tuple of texts (名单). Raises MisreadError.
    """
    return KINDS[field.kind].read(data, field)


def choose(data: Any, field: Field) -> tuple[str, Any]:
    """Part the 说法 that the clerk chose from the rest: 转办12件 is 转办 and 12件, 部分 of a 是否 is 部分 and 是.

    Before a text or a list it stands with a blank behind it, for a name may begin with the same characters. Gives what
    was chosen, one of the field's `wordings` or an empty text, and what is left for `read`.
    """
    text = data[0] if isinstance(data, list) and data else data
    if not field.wordings or not isinstance(text, str):
        return "", data
    if field.kind == "是否":
        return (text.strip(), "是") if text.strip() in field.wordings else ("", data)
    for wording in sorted(field.wordings, key=len, reverse=True):
        before, found, after = text.partition(wording)
        rest = after.strip()
        if found and not before.strip() and rest and (field.units or after[0].isspace()):
            return wording, [rest, *data[1:]] if isinstance(data, list) else rest
    return "", data


def said_right(value: Any, wording: str, field: Field) -> Any:
    """Give a value back that may be said so; raises MisreadError for a zero, whose words say more than one 说法."""
    named = field.zero and field.wordings.get(wording, field.wording) != field.wording
    if named and isinstance(value, Quantity) and not value.number:
        fix = f"没有的写“{field.name}: 0{field.unit}”，印成“{field.zero}”；只是没有{wording}的，写进“正文”。"
        raise MisreadError(f"“{field.name}”是0，前面不写“{wording}”", fix)
    return value


def sample(field: Field, year: int | None = None) -> str:
    """Give an example of what to write in the report of that year, for messages and forms."""
    if field.example:
        return field.example_in(year)
    by_kind = {
        "金额": "10余万元",
        "比率": "96.2%",
        "频次": "4次",
        "名次": "第二名",
        "日期": "2023-11-30",
        "是否": "是",
        "文字": "一句话",
        "名单": "甲、乙",
    }
    return by_kind.get(field.kind) or (f"12{field.unit}" if field.unit else "12")


def shortened(text: str, limit: int = 24) -> str:
    """Cut a long text for a message."""
    return text if len(text) <= limit else text[:limit] + "……"
