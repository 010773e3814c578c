"""提法: the superiors of a unit, named alike throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.patterns import pattern

_LEAD = pattern(r"(?P<a>县|区|市)委、?(?:(?P=a))(?:人民)?政府的?[^，。；]{0,6}领导")
_OWN_NAME = pattern(r"(?:^|(?<=[，。；]))[一-龥]{2,3}(?P<b>县|区)(?=[一-龥]{2,3}(?:镇|乡|街道)(?!村))")
_HOME = pattern(r"(?<![健安])[我全](?P<b>县|区|市)(?![长委域级])")


@rule(
    "提法-13",
    "上级是县还是区前后不一",
    bad=Example("在区委、区政府的坚强领导下，我县法治建设扎实推进。", year=2023, level="镇"),
    good=Example("在区委、区政府的坚强领导下，我区法治建设扎实推进。", year=2023, level="镇"),
)
def mixed_superior(material: Material) -> Iterator[Finding]:
    """查上级写的是县还是区，同一段里有没有两样；县、区自己的报告，查本级是不是写成了别的一级。

    查什么：写“在区委、区政府领导下”，又写“我县”“县委依法治县办”；区的报告里写“县直部门”“全市各级行政机关”。
    为什么：套用别家稿子时，上级的名称没有改全。
    怎么改：统一成本单位的上级。
    """
    if material.level == "县区":
        yield from _own_otherwise(material)
        return
    for number, block in enumerate(material.blocks):
        leads = {match["a"] for match in _LEAD.finditer(block.text)}
        if not leads:
            lead = re.search(r"(?P<a>县|区)委依法治(?P=a)办", block.text)
            leads = {lead["a"]} if lead else set()
        if len(leads) != 1 or "市" in leads:
            continue
        for match in (*_HOME.finditer(block.text), *_OWN_NAME.finditer(block.text)):
            if match["b"] != "市" and match["b"] not in leads:
                yield Finding(
                    f"上级写的是{next(iter(leads))}，这里又写“{match.group()}”。",
                    "统一成本单位的上级。",
                    number,
                    *match.span(),
                )


_OWN = pattern(
    r"(?:(?<![一-龥])(?:20\d\d年，?)?[一-龥]{2,3}(?P<a>[县区])(?=20|[县区]?委|人民政府|认真|深入|坚持|全面|建立|推行|始终|持续|把|以|聚焦|严格|扎实"
    r"|围绕|积极|法治)|[我本](?P<b>[县区])(?![域级]))"
)
_OTHER = pattern(
    r"(?:(?<=[，。；、：由经向对在与和同请合])|^)[我全本]?(?P<c>[县区市])(?:直(?:各?部门|单位|机关|有关|属)|级(?:各?部门|执法|行政执法)"
    r"|委、(?P=c)政府|委、?(?P=c)人民政府)|(?:^|(?<=[。；]))全(?P<d>市)(?=行政机关|行政执法|执法|各级|共|累计|行政村|全年|各部门)"
    r"(?![^。；]{0,30}(?:[会赛班式]议?在|[我本][县区]|评[选查比]|考核|排名|名列|位列|第[一二三]|首))"
)


def _own_otherwise(material: Material) -> Iterator[Finding]:
    """Give where a 区 speaks of 县直部门, or a 县 of 区直部门, as its own."""
    own = {match["a"] or match["b"] for _block, match in material.matches(_OWN)}
    if len(own) != 1:
        return
    for block, match in material.matches(_OTHER):
        if match["d"] or (match["c"] not in own and match["c"] != "市"):
            message = f"本级是{next(iter(own))}，这里写“{match.group()}”。"
            yield Finding(message, "改为本级的名称。", block, *match.span())
