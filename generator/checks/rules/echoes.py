"""文字: what stands twice in front of and behind a word, and figures that ran together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern

_DID = "制发|办理|开展|组织|召开|举办|受理|印发|完成|化解|排查|查处|调解|审结|审查|修订|出台|建立|累计|共"
_COUNTED = "件起宗份名场户处项条幅册"
_ECHOES = (
    (
        pattern(
            r"(?P<said>(?P<unit>街道|镇|乡)(?:办事处|人民政府|党工委|党委)(?P=unit))(?=20\d\d年|年度|法治政府|关于)"
        ),
        "单位名称后面又写了一遍“街道”“镇”或“乡”",
    ),
    (
        pattern(
            r"(?:^|(?<=[。；]))截[至止][^，。；]{2,14}，[^，。；]{0,8}?(?P<said>截[至止](?:20\d\d年|\d{1,2}月|目前|年底|年末|当前)[底末初]?)"
            r"(?=共|累计|已|先|，|[一-龥]{2}\d?)"
        ),
        "一句里写了两遍截止的时间",
    ),
    (
        pattern(
            r"(?:^|(?<=[。；]))(?:自|从)?(?:今年|年初|20\d\d年|一年)以?来，[^，。；较比]{0,8}?(?P<said>(?:今年以来|年初以来|一年来|一年以来|20\d\d年以来))"
        ),
        "一句里写了两遍“以来”",
    ),
    (
        pattern(
            r"(?:^|(?<=[。；，]))(?P<said>(?:自|从)[^，。；《]{2,14}?以来(?:至今|到现在|截至目前|到目前为止|至\d{1,2}月))"
        ),
        "“以来”与“至今”意思相同",
    ),
    (pattern(r"(?P<said>截[至止][^，。；]{2,10}为止)"), "“截至”与“为止”意思相同"),
    (
        pattern(
            r"(?<![\d—-])(?P<year>20\d\d年)度?，(?P<said>(?P=year))(?!至|到|—|底|末|\d{1,2}月[^，。；]{0,9}，20)"
        ),
        "年份写了两遍",
    ),
    (pattern(r"(?<!\d)(?P<said>20\d\d年度年)(?![初底末中终度均报检审鉴休会])"), "“年”写了两遍"),
    (pattern(r"(?P<said>今年20\d\d年)(?!底|末|初|\d)"), "“今年”与年份写了两遍"),
    (pattern(r"(?<!\d)(?P<said>20\d\d年年)(?![底初末中均报审检度終终])"), "“年”写了两遍"),
    (pattern(r"(?<!\d)(?P<said>\d{1,2}月月|\d{1,2}日日)(?![底初末中均报清结])"), "“月”或“日”写了两遍"),
    (
        pattern(
            rf"(?:^|(?<=[。；]))(?P<year>20\d\d年)(?:度)?，(?!对|将|就|在|关于|根据|按照)[一-龥]{{1,12}}?"
            rf"(?<![对将在就于发定了的行照据成])(?P<said>(?P=year))(?=(?:{_DID})(?![一-龥]{{0,6}}的))"
        ),
        "同一句里年份写了两遍",
    ),
    (
        pattern(r"(?P<said>(?:共|设|现|配|建|具|还|只|没)有有)(?![关效条能需意劳资利害序力权责线机])"),
        "“有”写了两遍",
    ),
    (pattern(r"(?<!\d)(?P<said>20[12]\d(?:1[0-2]|0?[1-9])月)"), "年份后面漏了“年”"),
    (
        pattern(rf"\d(?P<said>(?P<one>[{_COUNTED}])(?!(?P=one))[件起宗份名场户项幅册])(?=[，。；、]|$)"),
        "写了两个量词",
    ),
)


@rule(
    "文字-43",
    "名称、年月、量词前后重出",
    yields_to=("文字-06", "文字-07", "文字-26"),
    bad="2023年年，各执法单位办结案件31件起，202311月完成换证。",
    good="2023年，各执法单位办结案件31件，服务群众31人次，2023年11月完成换证，2023年年底总结。",
)
def echoed_words(material: Material) -> Iterator[Finding]:
    """查隔一个字、隔一个词又写了一遍的名称、年份和量词。

    查什么：“街道办事处街道2023年度”“2019年年”“2023年，各单位2023年办理”“共有有”“31件起”“202311月”；“年年底”“人次”“户次”不算。
    为什么：改写、套用表格时两头都留着。
    怎么改：删去一个；年月连写的，补上“年”。
    """
    for shape, why in _ECHOES:
        for block, match in material.matches(shape):
            yield Finding(f"“{match['said']}”：{why}。", "删去多的，或补上漏的。", block, *match.span("said"))


_BODY = "领导小组|委员会|工作组|工作专班|专班|协调小组|联席会议|指挥部"
_THAT = pattern(
    rf"(?:成立|设立|组建|建立)(?:了)?[^，。；]{{0,20}}?(?P<body>{_BODY})[，。](?P<said>该(?P<other>{_BODY}))"
)


@rule(
    "文字-44",
    "前后所指不是同一个机构",
    only_with=("该",),
    bad="成立法治建设领导小组，该委员会每季度听取一次汇报。",
    good="成立法治建设领导小组，该小组每季度听取一次汇报；成立工作专班，该专班设在司法所。",
)
def another_body(material: Material) -> Iterator[Finding]:
    """查“成立……领导小组，该委员会……”前后说的是不是一个机构。

    查什么：前一句成立领导小组、委员会、专班、指挥部，后一句用“该”字接着说，名称却变了。
    为什么：两份材料拼到一起，机构的名称没有统一。
    怎么改：统一成前面的名称。
    """
    for block, match in material.matches(_THAT, "该"):
        if not match["body"].endswith(match["other"]):
            yield Finding(
                f"前面说的是{match['body']}，这里是“{match['said']}”。",
                f"改为“该{match['body']}”。",
                block,
                *match.span("said"),
            )
