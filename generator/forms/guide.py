"""The reference of topics and fields, in the clerk's words: one topic for the console, all of them for docs/主题.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.drafting.clauses import Reporter, usual_clause
from generator.facts.head import Unit
from generator.forms.cards import Card, ReportedFigure, reported
from generator.forms.lines import leading_to
from generator.forms.schema import describe_facts, tell_wordings
from generator.resources import Templates
from generator.topics.grouping import TopicGroup
from generator.topics.kinds import KINDS, sample
from generator.topics.topic import DUTIES, MEASURES, Field, Topic, Topics, worded

_COMPARABLE = frozenset({"数量", "金额", "比率", "频次"})

Group = tuple[str, Sequence[tuple[str, str]]]

_HEAD = """# 主题和字段

<!-- 本页由 python3 run.py docs 依 templates/ 里的声明生成，不要手改 -->

各主题写在事实文件的“举措成效”下，可以只选几个，先后自定；
几个主题可以写在一个自己的标题下面，不写在标题下的自成一节。“第一责任人”的字段不分主题，并列写，也可以写在自己的标题下面。
标★的字段在 `nianbao new` 生成的文件里已经列出，其余用 `nianbao new --full` 列出。
每个主题还可以写：标题、针对、正文、做法、亮点、活动、其他数据、成效；正文里怎样标出数据，见[标注句](标注句.md)。
一个数旁边还可以写来源、同比、公开、截至、上年、上年同期，如 `化解: {值: 198起, 截至: 2025-11-30}`，见[数据截至哪一天](通知.md#数据截至哪一天)。“印成”一栏是只填这一项、照例子填时报告里的话，
几种写法里取一种；说明里写着“可写”“可填”几个词的，写哪个就印哪个，如 `法律援助: 转办12件`。

## 字段的类型

| 类型 | 怎么填 |
|---|---|
"""

_BESIDE = "截至的日子与全篇不同的 {值: 231件, 截至: 2025-11-30}；没有上年的文件的 {值: 64件, 上年: 91件}，有“截至”的写 上年同期"
_GROUPING = """
## 新文件里的标题

`nianbao new` 照 `templates/大节.yaml` 给“举措成效”分大节：标题从几种写法里按单位和年度选一种，只列有常用主题的；写进文件以后可以改。
自己的模板文件夹里放一份 大节.yaml，就照自己的分。

| 标题 | 主题 |
|---|---|
"""


_UNITS = {
    "镇": Unit(("云岭镇人民政府",), "云岭镇", "镇", "清河县"),
    "县区": Unit(("清河县人民政府",), "清河县", "县区", "南江市"),
    "部门": Unit(("清河县教育局",), "县教育局", "部门", "清河县"),
}
"""Whose report the clauses are shown from: the first of these that is asked for the field."""


def guide(topics: Topics, templates: Templates) -> str:
    """Give the text of docs/主题.md."""
    kinds = "\n".join(f"| {name} | {kind.hint} |" for name, kind in KINDS.items())
    parts = [_HEAD + kinds + "\n"]
    for part, found in ((MEASURES, topics.measures), (DUTIES, topics.duties)):
        parts.append(f"\n## {part}\n")
        parts += [_section(topic, templates) for topic in found.values()]
    return "".join(parts)


def grouping_guide(groups: Iterable[TopicGroup]) -> str:
    """Give the last part of docs/主题.md: the headings that a new file starts from."""
    rows = [
        f"| {'；'.join(one.text for one in group.headings)} | {'、'.join(group.topics)} |" for group in groups
    ]
    return _GROUPING + "\n".join(rows) + "\n"


def explain_group(topic: Topic, groups: Iterable[TopicGroup]) -> list[Group]:
    """Tell under which heading a topic stands in a new file, and which stand beside it; nothing for one of none."""
    return [
        (
            "新文件里所在的标题",
            [("标题", "；".join(one.text for one in group.headings)), ("主题", "、".join(group.topics))],
        )
        for group in groups
        if topic.name in group.topics
    ]


def _section(topic: Topic, templates: Templates) -> str:
    lines = [f"\n### {topic.name}\n", f"{topic.note}。{_circumstances(topic)}\n"]
    if topic.fields:
        lines += ["| 字段 | 类型 | 说明 | 例 | 印成 |", "|---|---|---|---|---|"]
        lines += [_row(field, topic, templates) for field in topic.fields.values()]
        lines.append("")
    return "\n".join(lines)


def _circumstances(topic: Topic) -> str:
    said = []
    if topic.office:
        said.append(f"一般由{topic.office}提供。")
    if topic.levels:
        said.append(f"适用于{'、'.join(topic.levels)}。")
    if str(topic.years):
        said.append(f"限{topic.years}。")
    said.append(f"小标题：{'；'.join(topic.titles)}。")
    if told := comparisons(topic):
        said.append(f"同比：{told}。")
    return "".join(said)


def comparisons(topic: Topic) -> str:
    """Say which fields are compared with last year's by themselves; any other figure is where the file asks."""
    figures = [name for name, one in topic.fields.items() if one.kind in _COMPARABLE]
    itself = "、".join(name for name in figures if name in topic.compared)
    if not figures:
        return ""
    asked = "其余的数" if itself else "各数"
    return (f"{itself}有上年的数就写；" if itself else "") + f"{asked}写“同比: 是”或“上年”的才写"


def _row(field: Field, topic: Topic, templates: Templates) -> str:
    star = "★" if field.usual else ""
    said = "；".join([field.note, *relations(field)])
    cells = (star + field.name, _kind(field), said, sample(field), shown_clause(field, topic, templates))
    return "| " + " | ".join(cell.replace("|", "／") for cell in cells) + " |"


def _kind(field: Field) -> str:
    return f"{field.kind}（{'、'.join(field.units)}）" if field.kind == "数量" else field.kind


def shown_clause(field: Field, topic: Topic, templates: Templates) -> str:
    """Give what a field will print with its example, in a report that has it."""
    level = next((one for one in _UNITS if topic.suits(one) and field.suits(one)), "镇")
    return usual_clause(field.name, topic, Reporter(_UNITS[level]), templates)


def relations(field: Field) -> list[str]:
    """Say what a field cannot exceed, what it is made of, what zero says, and who has it."""
    said = []
    if field.at_most:
        said.append(f"不超过“{field.at_most}”")
    if field.numerator:
        said.append(f"等于“{field.numerator}”除以“{field.denominator}”")
    if field.zero:
        said.append(f"填 0 则写“{field.zero}”")
    said += tell_wordings(field)
    if field.aliases:
        said.append(f"又称“{'”“'.join(field.aliases)}”")
    if field.levels:
        said.append(f"适用于{'、'.join(field.levels)}")
    if str(field.years):
        said.append(f"限{field.years}")
    return said


def overview(topics: Topics, year: int | None = None) -> list[Group]:
    """List the topics by part, each with what it is for; with a `year`, those of that year's report."""
    return [
        (part, [(topic.name, topic.note) for topic in found.values() if topic.years.hold(year)])
        for part, found in ((MEASURES, topics.measures), (DUTIES, topics.duties))
    ]


def explain_topic(
    topic: Topic, cards: Iterable[Card], templates: Templates, year: int | None = None
) -> list[Group]:
    """Explain one topic: what it is for, its fields with what real reports gave, what else they gave under it.

    With a `year`, only what the report of that year can have.
    """
    about = [
        ("说明", topic.note),
        ("小标题", "；".join(worded(topic.headings, year) if year else topic.titles)),
    ]
    about += [("责任科室", topic.office)] if topic.office else []
    about += [("适用", "、".join(topic.levels))] if topic.levels else []
    about += [("年度", str(topic.years))] if str(topic.years) else []
    if told := comparisons(topic):
        about += [("同比", told), ("旁边可写", _BESIDE)]
    given = _given(topic, cards)
    fields = [
        (name, _told(field, shown_clause(field, topic, templates), _of(name, given), year))
        for name, field in topic.fields.items()
        if field.years.hold(year)
    ]
    others = [
        (one.meaning, f"{one.correct}（{label}）") for one, label in given if one.field not in topic.fields
    ]
    groups: list[Group] = [(topic.name, about), ("字段", fields)]
    return [*groups, ("别的报告在这个主题下还报过", others)] if others else groups


def _given(topic: Topic, cards: Iterable[Card]) -> list[tuple[ReportedFigure, str]]:
    """Give the figures of a topic; those of 第一责任人 belong to the duty that has the field."""
    if topic.part == MEASURES:
        return reported(cards, topic.name)
    return [(one, label) for one, label in reported(cards, DUTIES) if one.field in topic.fields]


def _of(name: str, given: Sequence[tuple[ReportedFigure, str]]) -> list[tuple[ReportedFigure, str]]:
    return [(one, label) for one, label in given if one.field == name]


def _told(field: Field, clause: str, given: Sequence[tuple[ReportedFigure, str]], year: int | None) -> str:
    said = "；".join([field.note, *relations(field)])
    text = f"{describe_facts(field)}。{said}。{leading_to(f'例：{sample(field, year)}', clause)}"
    if given:
        text += "。实例：" + "、".join(f"{one.correct}（{label}）" for one, label in given)
    return text


def explain_fields(
    found: Iterable[tuple[Topic, Field]], cards: Iterable[Card], templates: Templates, year: int | None = None
) -> list[Group]:
    """Explain fields topic by topic, with what real reports gave; with a `year`, those of that year's report."""
    known = tuple(cards)
    groups: dict[str, list[tuple[str, str]]] = {}
    for topic, field in found:
        if field.years.hold(year):
            told = _told(
                field, shown_clause(field, topic, templates), _of(field.name, _given(topic, known)), year
            )
            groups.setdefault(topic.name, []).append((field.name, told))
    return list(groups.items())
