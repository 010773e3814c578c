"""提法: names cut short in a way that official prose does not."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import in_title, is_quoted
from generator.patterns import pattern

_SHORT = tuple(
    (pattern(shape), right)
    for shape, right in (
        (r"(?P<said>习总书记|习主席)", "习近平总书记"),
        (r"(?P<said>习近平(?:新时代|新|时代)(?:特色)?思想)", "习近平新时代中国特色社会主义思想"),
        (r"(?P<said>习近平(?:新时代)?中特思想|中特社会主义|习新思想)", "习近平新时代中国特色社会主义思想"),
        (r"(?P<said>习(?:法治)?思想)(?<!学习思想)(?<!学习法治思想)", "习近平法治思想"),
        (
            r"(?<![一-龥][市省])(?P<said>[乡镇]府)(?!路|街|大道|巷|广场|花园|社区|村|院|前|城|谷|学|山|东|西|南|北)",
            "乡（镇）政府",
        ),
        (r"(?P<said>[县区]府)(?=[各的和、，。领班工常党]|机关|大院|办公)", "县（区）政府"),
        (r"(?P<said>法治建设一责人|党政主责人|一责人)", "党政主要负责人、第一责任人"),
        (r"(?P<said>行处法|行复法|行诉法|行许法|行强法)", "行政处罚法、行政复议法一类的全称"),
        (r"(?P<said>人调委)(?!员)", "人民调解委员会"),
        (r"(?P<said>中法委|依法治委办)", "中央全面依法治国委员会"),
        (r"(?P<said>农农局)", "农业农村局"),
        (r"(?P<said>应管(?:局|办))", "应急管理局、应急管理办公室"),
        (r"(?P<said>退役局|退管局|退军局)", "退役军人事务局"),
        (r"(?P<said>综执(?:局|队|办|大队|中队))", "综合行政执法局、综合行政执法队"),
        (r"(?P<said>行执(?:人员|队伍|案件|监督|证件|部门))", "行政执法"),
        (r"(?P<said>法服(?:站|室|中心|所))", "公共法律服务站、基层法律服务所"),
        (r"(?P<said>法建办|法政办|依治办)", "法治政府建设领导小组办公室、依法治县办"),
        (
            r"[县区市](?P<said>依法办|治县办|治区办|依治办)(?![理事学案结件好证照])",
            "县委依法治县办、区委依法治区办",
        ),
        (r"(?P<said>双随一公)", "双随机、一公开"),
        (r"(?P<said>三项制)(?![度约])", "三项制度"),
        (
            r"(?P<said>重大决策合审|(?<![联会结配集混综组])合审(?=[意机工文\d的、，。；])|规文审查)",
            "合法性审查",
        ),
        (r"(?P<said>规文)(?=[备清制件的、，。\d])", "规范性文件"),
        (r"(?P<said>法顾)(?!问)", "法律顾问"),
        (r"(?P<said>社服人员)", "社区矫正对象"),
        (r"(?P<said>综法[队办局])", "综合行政执法队"),
        (r"(?<![一-龥])(?P<said>街办)(?![事公理发党函字〔])", "街道办事处"),
        (r"(?P<said>法援(?!助)(?=[中站案申工点窗]))", "法律援助"),
        (r"(?P<said>政信公开|政信件)", "政府信息公开"),
        (
            r"(?P<said>(?:重大)?执法决定法审|法审(?=[意机员人率\d、，。])|法制审(?=[、，。\d率员])|合法审(?!查|核|批|判|理|计|慎|定|议|视))",
            "法制审核、合法性审查",
        ),
        (r"(?P<said>(?:执法)?全过程记(?!录)|执法公(?=[、，。]))", "执法全过程记录、行政执法公示"),
        (r"(?P<said>负责人出应|出应率|出庭应率|行应率)", "行政机关负责人出庭应诉"),
        (r"(?P<said>法政建设|法府建设|(?<![依司普执])法建(?=工作|任务|考核|督察|领导))", "法治政府建设"),
        (r"(?P<said>法明人|法律明人|法副校长|学法户(?=\d))", "法律明白人、法治副校长"),
        (r"(?P<said>公法(?:服务)?(?:中心|站|室)(?<!公法中心)|公共法服)", "公共法律服务"),
        (r"(?P<said>(?<![专派他本有个证])人调(?=[室员、，。]|工作|组织|案件|协议)(?<!诉人调))", "人民调解"),
        (r"(?P<said>行调(?=[、，。]|工作|组织|案件))", "行政调解"),
        (r"(?P<said>(?<![一-龥])(?:矛调|矛纠|矛排)(?!中心))", "矛盾纠纷"),
        (r"(?P<said>社矫(?!对象|人员|中心|工作))", "社区矫正"),
        (
            r"(?P<said>裁量基(?!准)|权责清(?![单晰楚明理、，。])|营商环(?!境))",
            "裁量权基准、权责清单、营商环境",
        ),
        (r"(?P<said>行规文|党规文)", "行政规范性文件"),
    )
)


_CALLED = pattern(r"以下(?:统?简称|统称)：?“?[^，。；）”]{2,14}")


@rule(
    "提法-25",
    "简称不规范",
    bad="坚持以习近平新时代思想为指导，乡府各站所按职责分工落实。",
    good="坚持以习近平新时代中国特色社会主义思想为指导，乡政府各站所按职责分工落实，市场监管所配合。",
)
def cut_short(material: Material) -> Iterator[Finding]:
    """查随意缩写的名称。

    查什么：“习近平新时代思想”“习总书记”“乡府”“农农局”“综执队”“规文”；“市场监管局”“人社局”“卫健局”这类通行的简称不报。
    为什么：指导思想和机构名称用全称或规范的简称，口头的缩写上不了公文。
    怎么改：写全称；后面多次出现的，第一次写明“以下简称……”。
    """
    said = [(shape, right) for shape, right in _SHORT if shape.search(material.wordings[-1])]
    introduced = _CALLED.findall(material.text) if said else []
    for number, read in enumerate(material.readings if said else ()):
        for shape, right in said:
            for match in shape.finditer(read.text):
                start, end = match.span("said")
                if any(match["said"] in name for name in introduced):
                    continue
                if not in_title(read.text, start) and not is_quoted(read.text, start):
                    message = f"“{match['said']}”是不规范的简称。"
                    yield Finding(message, f"改为{right}。", number, *read.at(start, end))
