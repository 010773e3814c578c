"""A small sound report, which the examples of the rules on whole reports are made from."""

from __future__ import annotations

from generator.checks.registry import Example

SAMPLE = """# 稷下街道2023年法治政府建设年度报告

2023年，稷下街道认真落实《法治政府建设实施纲要（2021—2025年）》。现将2023年度法治政府建设情况报告如下：

## 一、推进法治政府建设的主要举措和成效

### （一）深化法治宣传教育

全年开展普法宣传活动50余次，发放宣传资料1000余份。结合宪法宣传周开展集中宣讲。

### （二）多元化解矛盾纠纷

依托“一站式”调处中心分类调解。全年化解矛盾纠纷198起。

## 二、党政主要负责人履行推进法治建设第一责任人职责情况

全年开展领导班子学法6次，专题党课10次。

## 三、推进法治政府建设存在的不足和原因

执法装备不全，主要原因是执法办公室尚未配备执法记录仪。

## 四、2024年推进法治政府建设的主要安排

针对执法装备不全，配齐执法记录仪，开展执法人员业务培训。

稷下街道办事处

2024年1月20日
"""


def whole(old: str = "", new: str = "") -> Example:
    """Give the whole sound report as an example, with one passage of it changed."""
    if old not in SAMPLE:
        raise ValueError(f"not in the sample: {old}")
    return Example(SAMPLE.replace(old, new) if old else SAMPLE, year=2023, level="街道")


def asked(notice: str, old: str = "", new: str = "") -> Example:
    """Give the sound report, changed, with what a notice asks for in its head."""
    one = whole(old, new)
    return one._replace(text=f"---\n通知:\n  {notice}\n---\n\n{one.text}")


FACTS = """年度: 2023
单位:
  名称: 稷下街道办事处
  简称: 稷下街道
  级别: 街道
  上级: 临淄区
{unit}举措成效:
{topics}
第一责任人:
  领导班子学法: 6次
不足:
  - 问题: 执法装备不全
    原因: 执法办公室尚未配备执法记录仪
计划:
  - 标题: 提升执法能力
    措施: 配齐执法记录仪，开展执法人员业务培训
    针对: 执法装备不全
落款:
  日期: 2024-01-20
导语:
  指导思想: 习近平新时代中国特色社会主义思想
"""


def facts(topics: str, *, last: str = "", unit: str = "", old: str = "", new: str = "") -> Example:
    """Give a facts file with these topics under 举措成效 as an example, `last` for those of the year before."""
    text = FACTS.format(unit=f"{unit}\n" if unit else "", topics=_indent(topics))
    before = FACTS.format(unit="", topics=_indent(last)).replace("2023", "2022").replace("2024", "2023")
    return Example(facts=text.replace(old, new) if old else text, last=before if last else "")


def _indent(topics: str) -> str:
    return "\n".join(f"  {line}" for line in topics.split("\n"))
