"""The headings of a county's table -> where in a facts file their cells belong, or why that cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.facts.head import Head
from generator.facts.records import parts_of
from generator.near import nearest_name
from generator.patterns import pattern
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.topic import DUTIES, MEASURES

Path = tuple[str | int, ...]

UNIT: Path = ("单位", "名称")
SHORT: Path = ("单位", "简称")
YEAR: Path = ("年度",)
_USUAL: Mapping[str, Path] = {
    "单位名称": UNIT,
    "单位全称": UNIT,
    "单位": UNIT,
    "全称": UNIT,
    "简称": SHORT,
    "单位简称": SHORT,
    "年度": YEAR,
    "年份": YEAR,
    "级别": ("单位", "级别"),
    "上级": ("单位", "上级"),
    "成文日期": ("落款", "日期"),
}
"""What the columns of every facts file are called in tables."""
_PASSED_OVER = frozenset({"序号", "编号", "备注", "联系人", "联系电话", "填报人", "填表人"})
_NUMBERED = pattern(r"(?P<part>不足|计划|上年整改)(?P<number>\d?)\.(?P<name>.+)")
_REMARK = pattern(r"(?:（[^（）]*）|\([^()]*\))$")


class HeadingError(Exception):
    """A heading that leads nowhere, or to several places; carries the sentence and its remedy."""

    def __init__(self, message: str, fix: str) -> None:
        """Keep both."""
        self.message, self.fix = message, fix
        super().__init__(message)


def is_of_no_report(heading: str) -> bool:
    """Tell whether a column is there for the table's own sake, as its name or a # before it says."""
    return not heading or heading in _PASSED_OVER or heading.startswith("#")


def place_of_column(heading: str, sheet: str, templates: Templates) -> Path:
    """Give where the cells under a heading belong: 单位.名称, 举措成效.行政执法.立案, 不足.0.问题.

    A bare name of a field is enough where one topic alone has it, or the topic that the sheet is named after. A unit in
    brackets behind it, as in 立案（件）, is passed over. Raises HeadingError.
    """
    plain = _REMARK.sub("", heading).strip()
    for name in dict.fromkeys((heading, plain)):
        found = _USUAL.get(name) or _of_head(name) or _of_topics(name, sheet, templates)
        if found:
            return found
    homes = _homes(templates).get(plain, ())
    if homes:
        names = "、".join(f"{topic}.{plain}" for topic in homes)
        raise HeadingError(f"“{heading}”这一列不止一个主题有。", f"请写明主题：{names}。")
    near = nearest_name(plain.rpartition(".")[2], _homes(templates))
    hint = f"是不是“{_homes(templates)[near][0]}.{near}”？" if near else ""
    raise HeadingError(
        f"不认识“{heading}”这一列。",
        f"{hint}列名写“主题.字段”，有哪些见 nianbao topics；不进报告的列，在列名前加 #。",
    )


def _of_head(name: str) -> Path | None:
    """Give the place of what is no topic's: 单位.上级, 导语.领导, 不足2.问题."""
    numbered = _NUMBERED.fullmatch(name)
    if numbered:
        return (numbered["part"], max(0, int(numbered["number"] or 1) - 1), numbered["name"])
    first, _, rest = name.partition(".")
    own = {one.name for one in parts_of(Head).values()} - {MEASURES, DUTIES}
    if first not in own or first in {"不足", "计划", "上年整改"}:
        return None
    return (first, *rest.split(".")) if rest else (first,)


def _of_topics(name: str, sheet: str, templates: Templates) -> Path | None:
    topics = read_topics(templates)
    topic, _, field = name.rpartition(".")
    topic = topic.removeprefix(f"{MEASURES}.")
    if topic == DUTIES or (not topic and sheet == DUTIES):
        return (DUTIES, field) if field in topics.duty_fields else None
    of_sheet = topics.measures.get(sheet)
    if not topic and of_sheet is not None and field in of_sheet.fields:
        return (MEASURES, sheet, field)
    homes = _homes(templates).get(field, ())
    if topic in homes or (not topic and len(homes) == 1):
        home = topic or homes[0]
        return (DUTIES, field) if home == DUTIES else (MEASURES, home, field)
    return None


@lru_cache(maxsize=8)
def _homes(templates: Templates) -> Mapping[str, Sequence[str]]:
    """Give for each name of a field the topics that have it; 第一责任人 stands for all of the second part."""
    topics = read_topics(templates)
    homes: dict[str, list[str]] = defaultdict(list)
    for topic in topics.measures.values():
        _add(homes, topic.name, topic.fields)
    _add(homes, DUTIES, topics.duty_fields)
    return homes


def _add(homes: dict[str, list[str]], topic: str, fields: Iterable[str]) -> None:
    for field in fields:
        homes[field].append(topic)
