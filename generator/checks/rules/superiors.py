"""提法: the superiors' names and the order in which organs are named."""

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
    """查上级写的是县还是区，同一段里有没有两样。

    查什么：写“在区委、区政府领导下”，又写“我县”“县委依法治县办”。
    为什么：套用别家稿子时，上级的名称没有改全。
    怎么改：统一成本单位的上级。
    """
    if material.level == "县区":
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


_ORDER = pattern(
    r"(?P<a>[县区市镇乡])(?:人民)?政府[、和](?P=a)委|(?<![一-龥])[县区市镇乡]长[、和](?:[县区市镇乡]?(?:党委|委)?书记)|政协[、和]人大|办事处[、和](?:街道)?党工委|"
    r"(?P<b>[镇乡])(?:人民)?政府[、和](?P=b)党委|(?<![一-龥][县区市镇乡])(?<!“)政府[、和与]党委(?!政府)|[县区市]?监委[、和与][县区市]?纪委"
    r"|(?<![县区市镇乡级])政协委员、人大代表"
)


@rule(
    "提法-14",
    "党政次序颠倒",
    only_with=(
        *(f"政府{link}{level}" for link in "、和" for level in "县区市镇乡"),
        *(f"长{link}{following}" for link in "、和" for following in "县区市镇乡党委书"),
        *(
            f"{one}{link}{other}"
            for link in "、和"
            for one, other in (("政协", "人大"), ("政协委员", "人大"), ("办事处", "街道"), ("办事处", "党"))
        ),
        *(f"{one}{link}" for link in "、和与" for one in ("政府", "监委")),
    ),
    bad=Example("在县政府、县委的正确领导下，镇长、书记带头学法。", year=2023, level="镇"),
    good=Example("在县委、县政府的正确领导下，书记、镇长带头学法。", year=2023, level="镇"),
)
def party_after_government(material: Material) -> Iterator[Finding]:
    """查党委与政府、人大与政协、书记与镇长的先后。

    查什么：“县政府、县委”“政协、人大”“镇长、书记”“办事处、党工委”“监委、纪委”。
    为什么：公文并列时先党委后政府，先人大后政协。
    怎么改：前后对调。
    """
    for block, match in material.matches(_ORDER):
        yield Finding(f"“{match.group()}”次序颠倒。", "先党委后政府，先人大后政协。", block, *match.span())
