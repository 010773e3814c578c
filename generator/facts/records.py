"""Records of a facts file: mappings whose keys are declared once, with kind and explanation, and read by that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, NamedTuple, TypeVar, cast

from generator.facts.chapters import (
    HEADING_FORMS,
    read_chapter_order,
    read_chapter_title,
    read_heading_count,
    read_heading_form,
    read_length,
    read_part_share,
)
from generator.facts.history import RETIRED, format_number
from generator.facts.levels import LEVELS, canonical_level
from generator.facts.notice_terms import BY_YEAR, LINED, read_last_year
from generator.facts.ordinals import unnumbered
from generator.near import nearest_name
from generator.numbers.dates import DateError, read_date
from generator.numbers.quantity import Quantity
from generator.patterns import pattern
from generator.topics.kinds import FieldKind, MisreadError, read, says_nothing, shortened, without_words
from generator.topics.topic import Field

T = TypeVar("T")
Own = TypeVar("Own", bound="Record")

Places = Quantity | tuple[str, ...] | None
"""What lies below a unit: how many, or the name of each; None where neither is told."""

_EACH = "个"
_COUNT = "[0-9０-９一二两三四五六七八九十百]+"
_COUNTED = pattern(rf"(?:大?约|将?近)?\s*(?:[0-9０-９]|{_COUNT}\s*(?:{_EACH}|$))")
_NAMES_AND_COUNT = pattern(rf"等\s*{_COUNT}\s*{_EACH}")


class _Part(NamedTuple):
    """What `part` declares: the key, and its value where none is written."""

    field: Field
    default: Any


class Record:
    """A mapping of the facts file, which nothing changes; each of its attributes is declared by `part`.

    It is no dataclass: to make a score of these is a tenth of all that a cold start loads.
    """

    declared: ClassVar[Mapping[str, Field]] = {}

    def __init_subclass__(cls) -> None:
        """Gather what is declared, once for the class, what it inherits first; the defaults are the class's own."""
        parts = {name: one for name, one in vars(cls).items() if isinstance(one, _Part)}
        cls.declared = {**cls.declared, **{name: one.field for name, one in parts.items()}}
        for name, one in parts.items():
            setattr(cls, name, one.default)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Keep values, in the order of what is declared or by attribute; raises TypeError for what is not declared."""
        values = {**dict(zip(self.declared, given, strict=False)), **named}
        if len(values) < len(given) + len(named) or not self.declared.keys() >= values.keys():
            raise TypeError(f"{type(self).__name__} takes each of {', '.join(self.declared)} once")
        vars(self).update(values)

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse it: others hold the same record."""
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is a record of the same kind with the same values."""
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.declared)

    def __hash__(self) -> int:
        """Give the same number for equal records."""
        return hash(tuple(getattr(self, name) for name in self.declared))

    def __repr__(self) -> str:
        """Give what is not left to the defaults."""
        given = (f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({', '.join(given)})"

    def changed(self: Own, **values: Any) -> Own:  # noqa: PYI019  # typing has Self from 3.11 on
        """Give the same record with other values for these attributes."""
        return type(self)(**{**vars(self), **values})

    @classmethod
    def from_line(cls, text: str) -> Record | None:  # noqa: ARG003  # for those that can
        """Give the record that a single line stands for; None where it must be written key by key."""
        return None


def part(name: str, kind: str, note: str, default: Any = "", record: type[Record] | None = None) -> Any:
    """Declare one key of a record, of one of HEAD_KINDS; `default` is its value where none is written."""
    return _Part(Field(name, kind, note, record=record), default)


def parts_of(record: type[Record]) -> Mapping[str, Field]:
    """Give the keys of a record in their order, by the attribute that holds the value of each."""
    return record.declared


class MisreadPartsError(MisreadError):
    """A mapping or a list in which some values, each at its path, do not fit; `kept` is what there is without them."""

    def __init__(self, slips: list[MisreadError], kept: Any = None) -> None:
        """Keep every slip; the first speaks for all."""
        self.slips, self.kept = slips, kept
        super().__init__(slips[0].message, slips[0].fix, slips[0].path, slips[0].code)


def read_parts(record: type[Record], data: Mapping[str, Any]) -> tuple[dict[str, Any], list[MisreadError]]:
    """Give the values of a record by attribute, and every slip in it; what is empty or wrong has no value."""
    values: dict[str, Any] = {}
    slips: list[MisreadError] = []
    parts = parts_of(record)
    for attribute, one in parts.items():
        written = data.get(one.name, "")
        if written == "":
            continue
        value = _read_keeping(slips, one.name, HEAD_KINDS[one.kind].read, written, one)
        if value is not None:
            values[attribute] = value
    known = [one.name for one in parts.values()]
    slips += [_unknown(key, known) for key in data if key not in known]
    return values, slips


def _read_keeping(
    slips: list[MisreadError], key: str | int, read_it: Callable[..., T], *given: Any
) -> T | None:
    """Read the value under one key, or one item; its slips are those of what it stands in, of which the rest holds."""
    try:
        return read_it(*given)
    except MisreadError as error:
        misread = error.slips if isinstance(error, MisreadPartsError) else [error]
        slips += [MisreadError(one.message, one.fix, (key, *one.path), one.code) for one in misread]
        return cast("T | None", getattr(error, "kept", None))


def _unknown(key: str, known: list[str]) -> MisreadError:
    near = nearest_name(key, known)
    fix = RETIRED.get(key) or (f"是不是“{near}”？" if near else _choice(known))
    return MisreadError(f"没有“{key}”这一项", fix, (key,), "事实-02")


def _choice(known: Iterable[str]) -> str:
    return f"这里可写：{'、'.join(known)}。"


def _line(data: Any, field: Field, example: str = "文字") -> str:
    if not isinstance(data, str):
        raise MisreadError(f"“{field.name}”应为一行文字，写的是一组", f"请写成“{field.name}: {example}”。")
    return data.strip()


def _words(data: Any, field: Field) -> str:
    text = _line(data, field)
    if text and says_nothing(text):
        raise MisreadError(*without_words(field.name))
    return text


def _year(data: Any, field: Field) -> int:
    written = _line(data, field, "2023")
    text = written.removesuffix("年度").removesuffix("年")
    if not (text.isdigit() and len(text) == 4 and text.isascii()):
        message = f"“{field.name}”应为四位年份，写的是“{shortened(written)}”"
        raise MisreadError(message, f"例如“{field.name}: 2023”。")
    if not 2012 <= int(text) <= 2099:
        raise MisreadError(f"“{field.name}”写的是{text}年，不像报告年度", "请核对年份。")
    return int(text)


def _day(data: Any, _field: Field) -> date:
    if not isinstance(data, str):
        raise MisreadError("日期只能填一个，写的是一组", "例如“2024-01-20”。")
    try:
        return read_date(data)
    except DateError as error:
        raise MisreadError(f"日期写的是“{shortened(data)}”，{error.message}", error.fix) from error


def _level(data: Any, field: Field) -> str:
    written = _line(data, field, "镇")
    level = canonical_level(written)
    if level is None:
        message = f"“{field.name}”写的是“{shortened(written)}”"
        raise MisreadError(message, f"请在{'、'.join(LEVELS)}中选一个。")
    return level


def _yes(data: Any, field: Field) -> bool:
    written = _line(data, field, "是")
    answers = {"是": True, "有": True, "否": False, "无": False}
    if written not in answers:
        raise MisreadError(f"只填“是”或“否”，写的是“{shortened(written)}”", "请改为“是”或“否”。")
    return answers[written]


def _texts(data: Any, field: Field) -> tuple[str, ...]:
    return _items([data] if isinstance(data, str) else data, field, lambda item, _place: _words(item, field))


def _places(data: Any, field: Field) -> Places:
    """Read 11个, 十一个行政村 and 无 as a number, and 刘家村、大杨村 as names."""
    text = data.strip() if isinstance(data, str) else ""
    text = "0" if text in ("无", "没有") else text
    if not _COUNTED.match(text):
        names: tuple[str, ...] = read(data, Field(field.name, "名单", field.note))
        if both := next((one for one in names if _NAMES_AND_COUNT.search(one)), None):
            message = f"“{field.name}”写的是“{shortened(both)}”，既有名称又有个数"
            raise MisreadError(message, f"请只写个数（如“11{_EACH}”），或把名称写全，用顿号隔开。")
        return names
    counted = Field(field.name, "数量", field.note, (_EACH,), f"11{_EACH}")
    count: Quantity = read(text.removesuffix(field.name).removesuffix("行政"), counted)
    if count.unit != _EACH or count.also:
        raise MisreadError(f"“{field.name}”写的是“{shortened(text)}”", f"请写个数（如“11{_EACH}”）或名称。")
    return count


def _record(data: Any, field: Field) -> Record:
    return _read_record(data, field.record, field.name)


def _records(data: Any, field: Field) -> tuple[Record, ...]:
    one = isinstance(data, str) and field.record.from_line(data.strip())
    return _items([data] if one else data, field, lambda item, place: _read_record(item, field.record, place))


def _read_record(data: Any, record: type[Record], place: str) -> Record:
    if isinstance(data, str) and (written := record.from_line(data.strip())):
        return written
    if not isinstance(data, dict):
        if "：" in str(data):
            fix = "请改为半角冒号加一个空格，例如“问题: 执法装备不全”。"
            raise MisreadError(f"“{place}”里的冒号是全角的", fix)
        known = _choice(one.name for one in parts_of(record).values())
        raise MisreadError(f"“{place}”下面应逐行写“名称: 内容”", known)
    values, slips = read_parts(record, data)
    if slips:
        raise MisreadPartsError(slips, record(**values))
    return record(**values)


def _items(data: Any, field: Field, read_item: Callable[[Any, str], T]) -> tuple[T, ...]:
    """Read each item of a list; `read_item` is told what it is and its place as users see it."""
    if not isinstance(data, list):
        fix = "请在每一项开头加半角短横和一个空格；一项有几行的，其余各行与短横后面的字对齐。"
        raise MisreadError(f"“{field.name}”应逐项写，每项前面加“- ”", fix)
    slips: list[MisreadError] = []
    items = [
        _read_keeping(slips, number - 1, read_item, item, f"{field.name}.{number}")
        for number, item in enumerate(data, start=1)
    ]
    if slips:  # others are told by their numbers
        raise MisreadPartsError(slips, None if None in items else tuple(items))
    return tuple(one for one in items if one is not None)


def _in_one_line(read_it: Callable[[str, str], T], example: str) -> Callable[[Any, Field], T]:
    """Give the reader of what stands on one line, of one that is told the line and the name of the key."""
    return lambda data, field: read_it(_line(data, field, example), field.name)


def _in_lines(read_it: Callable[[tuple[str, ...], str], T]) -> Callable[[Any, Field], T]:
    """Give the same for what stands on several lines."""
    return lambda data, field: read_it(_texts(data, field), field.name)


HEAD_KINDS: dict[str, FieldKind] = {
    "年度": FieldKind(_year, "四位年份，如2023"),
    "版次": FieldKind(lambda data, field: format_number(_line(data, field, "1")), "一个整数，由程序写"),
    "年月日": FieldKind(_day, "日期，如2024-01-20"),
    "级别": FieldKind(_level, "、".join(LEVELS)),
    "可否": FieldKind(_yes, "是或否"),
    "照写": FieldKind(_words, "一行文字，照写"),
    "题目": FieldKind(lambda data, field: unnumbered(_words(data, field), field.name), "一行文字，不带序号"),
    "原文": FieldKind(_line, "报告里的几个字或一个符号，照抄"),
    "逐行": FieldKind(_texts, "一行文字，或每行一个"),
    "村居": FieldKind(_places, "个数，如11个；或名称，用顿号隔开或每行一个"),
    "字数": FieldKind(_in_one_line(read_length, "2500至5000"), "字数，如2500至5000、不超过3000、3000左右"),
    "占比": FieldKind(_in_one_line(read_part_share, "不超过一半"), "占比，如不超过一半、不少于60%"),
    "个数": FieldKind(_in_one_line(read_heading_count, "不超过6个"), "个数，如不超过6个、5至8个"),
    "排法": FieldKind(_in_one_line(read_heading_form, HEADING_FORMS[0]), "或".join(HEADING_FORMS)),
    "章题": FieldKind(_in_one_line(read_chapter_title, "存在的不足"), "一行文字，不带序号"),
    "年份写法": FieldKind(_in_one_line(read_last_year, BY_YEAR), "上年或年份"),
    "章序": FieldKind(_in_lines(read_chapter_order), "法定，或各部分的名称，按先后"),
    **{kind: FieldKind(_in_lines(read_it), hint) for kind, (read_it, hint) in LINED.items()},
    "分项": FieldKind(_record, "逐行写“名称: 内容”"),
    "逐项": FieldKind(_records, "逐项写“- 名称: 内容”"),
    "主题": FieldKind(lambda _data, _field: None, "逐行写各主题"),  # their own declarations read them
}
"""What may stand under a key of the head, beside the kinds that topics choose from (`topics.kinds.KINDS`)."""
