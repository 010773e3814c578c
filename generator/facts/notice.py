"""通知: what the superior asks of the report, in its order, its titles and its length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.facts.records import Record, part, parts_of
from generator.numbers.span import Span


@dataclass(frozen=True)
class ChapterTitles(Record):
    """部分标题: the titles of the parts where the notice words them."""

    measures: str = part("举措成效", "章题", "第一部分的标题，不带序号")
    duties: str = part("第一责任人", "章题", "党政主要负责人履职部分的标题")
    shortcomings: str = part("不足", "章题", "不足和原因部分的标题")
    plans: str = part("计划", "章题", "下一年度安排部分的标题")
    other: str = part("其他情况", "章题", "其他需要报告的情况部分的标题")

    @property
    def given(self) -> dict[str, str]:
        """Give the titles that are worded, by their part."""
        titles = {one.name: getattr(self, attribute) for attribute, one in parts_of(type(self)).items()}
        return {name: title for name, title in titles.items() if title}


@dataclass(frozen=True)
class Notice(Record):
    """通知: what the superior's notice asks for; the report follows it and the checks hold it to that."""

    title: str = part("标题", "照写", "年度报告、情况报告、情况的报告、工作报告，或通知定的整个标题")
    addressees: tuple[str, ...] = part(
        "主送机关", "逐行", "通知定的主送机关；文件里另写了主送机关的，照另写的", ()
    )
    titles: ChapterTitles = part(
        "部分标题", "分项", "各部分的标题，通知没有定的不写", ChapterTitles(), ChapterTitles
    )
    order: tuple[str, ...] = part(
        "部分顺序", "章序", "写“法定”，或逐个写部分的名称；不写则第一责任人放在第二", ()
    )
    length: Span | None = part("字数", "字数", "如2500至5000、不超过3000、3000左右", None)
    headings: str = part("二级标题", "排法", "独立成行，或接排（后面接正文）")
    deadline: date | None = part("截止", "年月日", "报送的最后一天，如2024-03-01", None)
