"""通知: what the superior asks of the report, in its order, its titles, its length, and what it must tell."""

from __future__ import annotations

from datetime import date

from generator.facts.notice_terms import UNSAID
from generator.facts.records import Record, part, parts_of
from generator.numbers.part_shares import PartsShare
from generator.numbers.span import Span


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


class NoticeTerms(Record):
    """What a notice asks for; the report follows it and the checks hold it to that."""

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
    measures_share: Span | None = part(
        "举措占比", "占比", "举措成效部分占全文字数的多少，如不超过一半、不少于60%", None
    )
    part_shares: tuple[PartsShare, ...] = part(
        "部分占比",
        "各占比",
        "别的部分、几个部分合计占全文字数的多少，逐行写，如 不足、计划合计不超过四分之一",
        (),
    )
    measures_headings: Span | None = part(
        "小标题", "个数", "举措成效部分二级标题的个数，如不超过6个、5至8个", None
    )
    banned: tuple[str, ...] = part("禁用词", "词", "通知不许用的词，逐行写，或用顿号隔开，如 亮点、大力", ())
    unsaid: tuple[str, ...] = part("不写", "不写", f"通知不许写的内容：{'、'.join(UNSAID)}", ())
    last_year: str = part("上年写法", "年份写法", "与上年比的数怎么写：上年，或年份（写“较2023年……”）")
    headings: str = part("二级标题", "排法", "独立成行，或接排（后面接正文）")
    deadline: date | None = part("截止", "年月日", "报送的最后一天，如2024-03-01", None)
    required: tuple[str, ...] = part(
        "必报", "逐行", "点名要报的主题和字段，逐行写，如 行政执法.立案、不足.原因；没有写的是待填", ()
    )


class Excused(Record):
    """One of 免报: what is asked for by name and the unit has not, with the reason."""

    item: str = part("项目", "照写", "“必报”里的名称，照抄")
    reason: str = part("原因", "照写", "为什么没有，必填；报给上级看，不印进报告")

    @classmethod
    def from_line(cls, text: str) -> Excused | None:
        """Take 项目：原因 for both."""
        item, colon, reason = text.partition("：")
        return cls(item.strip(), reason.strip()) if colon and item.strip() else None


class Notice(NoticeTerms):
    """通知: what the superior's notice asks of this unit, written here or in the file that it sent."""

    excused: tuple[Excused, ...] = part(
        "免报", "逐项", "通知点名要报、本单位没有的，逐行写“项目：原因”", (), Excused
    )
    file: str = part(
        "文件", "照写", "上级发来的通知文件，如 上级通知.yaml，放在同一文件夹；另写了的项，照另写的"
    )

    @classmethod
    def from_line(cls, text: str) -> Notice | None:
        """Take the name of a file for the file that the superior sent."""
        return cls(file=text) if text.lower().endswith((".yaml", ".yml")) else None


class ListedUnit(Record):
    """One of the units that a county's notice is sent to."""

    name: str = part("名称", "照写", "简称，如稷下街道")
    aliases: tuple[str, ...] = part("又称", "逐行", "报告和文件里的别的叫法，逐行写", ())
    contact: str = part("联系人", "照写", "催报时称呼，如张主任")
    phone: str = part("电话", "照写", "联系人的电话")

    @classmethod
    def from_line(cls, text: str) -> ListedUnit | None:
        """Take a line for the unit's name."""
        return cls(text) if text else None


class CountyNotice(NoticeTerms):
    """上级通知.yaml: what a county asks of all its units, in a file of its own that each of them names."""

    year: int | None = part("年度", "年度", "报告年度，四位数字", None)
    issuer: str = part("发文机关", "照写", "谁发的通知，如临淄区司法局；催报时署名")
    units: tuple[ListedUnit, ...] = part(
        "单位", "逐项", "报送的单位，逐行写名称，或用顿号隔开", (), ListedUnit
    )
    contact: str = part("联系人", "照写", "有疑问找谁")
    phone: str = part("电话", "照写", "联系电话")
    sending: str = part("报送方式", "照写", "报到哪里，如“区政务协同平台发区司法局”")
