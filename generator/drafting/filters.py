"""The filters and functions that templates use, by their Chinese names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from generator.drafting import marks
from generator.drafting.values import ABSENT, Absent, InOwnWords, Value, printed
from generator.facts import EMPTY
from generator.numbers.arithmetic import trend
from generator.numbers.quantity import Quantity, trailing_figure
from generator.patterns import pattern
from generator.wording import chinese_number, join_names, quoted, titled

Shown = Value | Absent


def _of_a_fact(function: Callable[..., Shown]) -> Callable[..., Shown]:
    """Let pass what is absent, and what is asked after, as they are.

    A value printed within an argument (则("调解" ~ 件数)) brings its ground, or its absence, with it.
    """

    @wraps(function)
    def passing(value: Shown | str, *arguments: str) -> Shown:
        texts = tuple(map(str, arguments)) if arguments else ()  # a name that nobody declared is refused here
        if isinstance(value, Absent):
            return ABSENT
        fact = value if isinstance(value, Value) else Value(str(value), (), str(value))
        if not texts:
            return fact if fact.raw is EMPTY else function(fact)
        whole = "".join(texts)
        if marks.MISSING in whole:
            return ABSENT
        if fact.raw is EMPTY:
            return fact
        if marks.OPEN in whole:
            fact = replace(fact, grounds=(*fact.grounds, *marks.grounds(whole)))
            texts = tuple(marks.unescape(marks.strip_marks(text)) for text in texts)
        return function(fact, *texts)

    return passing


@_of_a_fact
def said(value: Value, sentence: str, otherwise: str = "") -> Shown:
    """则: the sentence where the fact is there and not 否; else the other one, or nothing."""
    if value:
        return value.saying(sentence)
    return Value(otherwise, value.grounds, otherwise) if otherwise else ABSENT


def wording_of(value: Shown) -> str | Absent:
    """说法: the words that the clerk chose to go with the fact (转办), else the field's first; no fact by themselves."""
    return value.wording if isinstance(value, (Value, InOwnWords)) else ABSENT


@_of_a_fact
def when_zero(value: Value, sentence: str) -> Shown:
    """零则: the sentence where the quantity is zero, else nothing."""
    is_zero = isinstance(value.raw, Quantity) and value.raw.number == 0
    return value.saying(sentence) if is_zero else ABSENT


def compared(value: Shown) -> Shown:
    """同比: 较上年增长23%, by percentage points for rates; nothing without an exact figure of last year."""
    if (
        isinstance(value, Absent)
        or not isinstance(value.raw, Quantity)
        or not isinstance(value.before, Quantity)
    ):
        return ABSENT
    text = trend(value.raw, value.before, than=value.than)
    return Value(text, (*value.grounds, f"上年：{value.earlier}"), text) if text else ABSENT


def with_trend(value: Value) -> Value:
    """Give the value with its comparison to last year's, for the end of its clause; alone where it has none.

    What is none this year is told in words, and last year's figure behind them: 未发生集体访，上年为2批.
    """
    before = value.before
    none_now = value.zero and isinstance(value.raw, Quantity) and not value.raw.number
    if none_now and isinstance(before, Quantity) and before.number:
        told = f"{value.zero}，{value.than}为{printed(before)}"
        return replace(value, zero=told, grounds=(*value.grounds, f"上年：{value.earlier}"))
    moved = compared(value)
    return replace(value, trend=str(moved)) if isinstance(moved, Value) else value


@_of_a_fact
def joined_by_pause(value: Value) -> Shown:
    """顿号: the names of a list, joined by 、 where they are not in quotes."""
    return value.saying(join_names(value.names))


@_of_a_fact
def and_others(value: Value, noun: str = "") -> Shown:
    """顿号等: 甲、乙等 with the noun that sums them up; a single name stands alone, as 等 would tell of others."""
    names = join_names(value.names)
    return value.saying(f"{names}等{noun}" if len(value) > 1 else names)


@_of_a_fact
def in_quotes(value: Value) -> Shown:
    """引号: each name in “”, side by side (GB/T 15834-2011, 4.5.3.5)."""
    return value.saying("".join(map(quoted, value.names)))


@_of_a_fact
def in_title_marks(value: Value) -> Shown:
    """书名号: each name in 《》, side by side."""
    return value.saying("".join(map(titled, value.names)))


@_of_a_fact
def counted(value: Value, unit: str) -> Shown:
    """计数: “街道、村、网格”三级, the number taken from the list itself."""
    return value.saying(f"{quoted('、'.join(value.names))}{chinese_number(len(value))}{unit}")


@_of_a_fact
def quoted_and_counted(value: Value, unit: str) -> Shown:
    """引号计数: “甲室”“乙室”2个, each name in quotes; one alone is not counted."""
    names = "".join(map(quoted, value.names))
    return value.saying(f"{names}{len(value)}{unit}" if len(value) > 1 else names)


@_of_a_fact
def attributive(value: Value, noun: str) -> Shown:
    """定语: 5000多名居民; where the measure word cannot stand before a noun, 居民5000多人次."""
    unit = value.raw.unit if isinstance(value.raw, Quantity) else ""
    before_noun = unit in {"名", "位", "个", "家", "户"} or (unit == "人" and noun == "")
    return value.saying(f"{value.text}{noun}" if before_noun else f"{noun}{value.text}")


def among(whole: Shown, part: Shown) -> str | Absent:
    """其中: the word before a part of the whole; an empty text where the two are one figure, for then it is no part."""
    if isinstance(whole, Absent):
        return ABSENT
    figures = [one.raw for one in (whole, part) if isinstance(one, Value) and isinstance(one.raw, Quantity)]
    same = len(figures) > 1 and figures[0].number == figures[1].number
    return "" if same else "其中"


def made_up_of(whole: Shown, *parts: Shown) -> bool | Absent:
    """合为: whether the parts that are there make up the whole exactly: only then are they known to be its parts."""
    told = [one for one in (whole, *parts) if isinstance(one, (Value, InOwnWords))]
    if whole not in told:
        return ABSENT
    figures = [figure for one in told for figure in _figures(one.raw)]
    days = {one.until for one in told}
    exact = [one for one in figures if one is not None and one.exact]
    known = len(figures) > 1 and len(days) == 1 and len(exact) == len(figures)
    return known and exact[0].number == sum(one.number for one in exact[1:])


def _figures(raw: object) -> list[Quantity | None]:
    """Give the figures of a fact: its own, or those at the ends of its names; None for a name without."""
    if isinstance(raw, tuple):
        return [trailing_figure(name) for name in raw]
    return [raw] if isinstance(raw, Quantity) else []


def all_of_it(part: Shown, whole: Shown, verb: str | Absent = "") -> Shown | str:
    """均: the verb and the part's figure (办复1份); 均已办复 where that is the whole, 已办复 where the whole is one."""
    if isinstance(part, Absent) or isinstance(verb, Absent):
        return ABSENT
    figures = [one.raw for one in (part, whole) if isinstance(one, Value) and isinstance(one.raw, Quantity)]
    alike = isinstance(whole, Value) and part.until == whole.until and all(one.exact for one in figures)
    if len(figures) < 2 or not alike or figures[0].number != figures[1].number:
        return f"{verb}{part}"
    return part.saying(f"{'均' if figures[0].number > 1 else ''}已{verb}")


def listing(whole: Shown, names: Shown, one_of: str = "其中") -> str | Absent:
    """包括: the word before what a whole is made of; 其中 (or `one_of`) before a single thing, 为 where it is all.

    A name without a figure takes 有: how many bear it is not told.
    """
    if isinstance(whole, Absent) or isinstance(names, Absent):
        return ABSENT
    if len(names) > 1:
        return "包括"
    figure = whole.raw if isinstance(whole.raw, Quantity) else None
    is_all = figure is not None and (figure.number == 1 or names.text.endswith(str(figure)))
    counted = any(sign.isdigit() for sign in names.text[-4:])
    return "为" if is_all else one_of if counted or one_of.endswith("有") else "有"


def measured_in(value: Shown) -> str | Absent:
    """量词: the measure word that the fact was written with; an empty text where it has none."""
    if isinstance(value, Absent):
        return ABSENT
    return value.raw.unit if isinstance(value.raw, Quantity) else ""


def fitting(text: Shown | str, *facts: Shown) -> Shown:
    """配: a label that speaks of these facts; nothing where none of them is there.

    Written twice, "演练和培训" | 配(演练) | 配(培训), it asks for one of each.
    """
    there = [one for one in facts if isinstance(one, Value) and one]
    if isinstance(text, Absent) or not there:
        return ABSENT
    before, words = (text.grounds, text.text) if isinstance(text, Value) else ((), text)
    return Value(words, (*before, *(ground for one in there for ground in one.grounds)))


_STATE = pattern(
    "(?:[多少大小高低强弱难重远偏散杂广密长紧旧差慢]|不[一-龥]{1,3}|[多易频高]发|集中|突出|薄弱|缺乏|短缺|欠缺|单一|滞后|复杂|频繁|活跃|老化|严重)$"
)
"""How words end that say how something is."""


def is_state(words: Shown) -> bool | Absent:
    """是状况: tell words that say how something is and can be a sentence: 辖区企业多, not 物业纠纷."""
    return ABSENT if isinstance(words, Absent) else bool(_STATE.search(words.text))


_WITHIN = pattern("“[^”]*”|《[^》]*》|（[^）]*）")
_PARTED = pattern("[，；。][^，；。]")


def tells_several(words: Shown) -> bool | Absent:
    """有几样: tell own words that a pause parts: what is said of them need not hold for each."""
    return ABSENT if isinstance(words, Absent) else bool(_PARTED.search(_WITHIN.sub("甲", words.text)))


_BECAUSE = pattern(
    "(?:这|主要|大多|多半?)?是?(?:由于|因(?!素|果|循|应|噎|特网|小失大|[一-龥](?:制宜|利导|而异|施策|施教|设岗)))"
)


def says_because(words: Shown) -> bool | Absent:
    """是因由: tell words that say themselves that they are a cause, 由于经费紧; 因地制宜不够 does not."""
    return ABSENT if isinstance(words, Absent) else bool(_BECAUSE.match(words.text))


_SUBJECT = pattern(
    r"[^，。；]{2,14}?(?:增[到至为]|增加到|[由从]\d|[由从][^，。；]{1,8}[增提升到]|再[用增建]|每(?:年|月|周|季度|半年)[至不]?|提[高到升]{1,2}至?\d|[降减][到至]"
    r"|[到达进]\d|按[年月周季]|[补充配]齐|扩[大展]?到|覆盖\d|一律)"
)
"""What is to be, told of something: 专职调解员增到13名, 合同送审按季度排."""


def tells_what_is_to_be(words: Shown) -> bool | Absent:
    """有主语: tell a measure that begins with what it is about: 对……的问题 cannot lead in to it, for it has no deed."""
    return ABSENT if isinstance(words, Absent) else bool(_SUBJECT.match(words.text))


FILTERS = {
    "有主语": tells_what_is_to_be,
    "是因由": says_because,
    "有几样": tells_several,
    "是状况": is_state,
    "则": said,
    "说法": wording_of,
    "零则": when_zero,
    "其中": among,
    "合为": made_up_of,
    "均": all_of_it,
    "包括": listing,
    "量词": measured_in,
    "同比": compared,
    "顿号": joined_by_pause,
    "顿号等": and_others,
    "引号": in_quotes,
    "书名号": in_title_marks,
    "计数": counted,
    "引号计数": quoted_and_counted,
    "定语": attributive,
    "配": fitting,
}
