"""What is counted of each deed: the measure words that never stand behind a verb and what it was done to."""

from __future__ import annotations

from typing import NamedTuple

from generator.numbers.prose import Figure
from generator.patterns import pattern


class _Deed(NamedTuple):
    """Verbs of one kind, and the measure words that nothing takes of which they are said."""

    verbs: str
    never: frozenset[str]
    unless: str = ""


def _deed(verbs: str, never: str, unless: str = "") -> _Deed:
    return _Deed(verbs, frozenset(never.split()), unless)


_DEEDS = (
    _deed("开展|举办|举行|召开|组织开展|组织召开", "名 位 台 份 册 本", "谈话|疏导|帮扶"),
    _deed(
        "开展|举办|举行|召开|组织开展|组织召开",
        "起 件 人 户",
        (
            "援助|调解|调处|化解|处罚|执法|复议|诉讼|纠纷|矛盾|案|公证|鉴定|确认|帮扶|救助|审查|审核|评估|评查|监督|许可|强制|实事|听证|仲裁|回访|矫正|帮教|排查|建设"
            "|工作$|体检|检查|走访|宣传|服务|指导|整治|慰问|普法|疏导|谈话|测试|考试|考核|评选|义诊|监管|登记|培养"
        ),
    ),
    _deed(
        "发放|印发|派发|散发|张贴|悬挂|赠送|投放",
        "名 位 场 起 场次 期 件次",
        "工资|补贴|资金|补助|救助|通报|简报|专报|期刊|快报",
    ),
    _deed("化解|调解|调处|调成", "名 位 份 台 本 册 户 处"),
    _deed("受理|办理|办结|审结|接办", "名 位 场 台 场次"),
    _deed("审查|审核|评查|会审", "名 位 场 户 台 场次 人", "资格|身份|对象|证件|^审核$"),
    _deed("胜诉|败诉|应诉|成功|予以公开", "名 位 台 份 场 人 户 册 本", "(?:诉|成功|公开)[一-龥]|出庭应诉"),
    _deed("立案|结案|移送", "名 位 场 份 台 户 场次", "名$"),
    _deed("解答|答复|接听|接受咨询|提供咨询", "份 场 台 户 起 本 家 处"),
    _deed("走访|慰问|入户", "件 份 起 条 场 台", "[金品包]$|物资"),
    _deed("受教育|参训|受众|惠及|覆盖群众|教育群众", "件 份 起 台 条 本"),
    _deed("签订|签署|签约", "名 位 场 起 台 场次 期"),
    _deed("整改|整治|查处|取缔|制止|纠正", "名 位 场 份 本 场次"),
    _deed("拆除|清理|清除|拆违", "名 位 场 份 起 场次 期"),
    _deed("收集|征集|征求|采纳|提出", "名 位 场 起 台 场次"),
    _deed("检查|巡查|抽查|督查", "名 位 份 本 册"),
    _deed("排查|摸排", "名 位 份 本 册 场"),
    _deed("制定|修订|修改|出台|废止|编制|制发", "名 位 人 场 起 台 户 场次", "编制$"),  # 编制12名 is a quota
    _deed("听取|研究|审议|部署", "名 位 起 台 户 份 场次", "报告|汇报|材料|方案|文件"),
    _deed("听取", "份", "书面"),
    _deed("培训|轮训|聘请|选聘|招募|配备|培育|培养", "份 起 册 宗"),
    _deed("发布|推送|转发|刊发|报送|公开", "名 位 场 台 户 场次", "数据"),
    _deed("建成|新建|设立|打造|建立|设置", "场 起 场次"),
    _deed("列席|坐班|坐诊|值守|集体学习|集中授课", "户 份 册 本 起 宗 条"),
)
_OTHERS = (
    "组织|参加|参与|派出|出动|投入|吸引|接待|服务|安排|邀请|宣传|提供|完成|落实|实现|调动|发现|带动|帮助|帮扶|救助|矫正|帮教|安置|处罚|挽回|追回|罚款|涉及"
    "|劝阻|约谈|批评|教育|使用|利用|运用|通过|包括|其中|有|达|为"
)
_PERSON = pattern(
    "(?:人员|对象|群众|干部|学员|代表|委员|队员|党员|职工|学生|师生|居民|村民|律师|法官|顾问|骨干|带头人|明白人|负责人|当事人|家长|教师|民警|[员者户师]|人)[”）]?$"
)
_PAPER = pattern(
    "(?:[书函单卷表册证照]|笔录|合同|通知|文件|协议|资料|材料|报告|台账|清单|记录|建议|意见|方案|制度|卷宗|档案|文书|手册|案例|答复|计划|试卷|教材|要点|简报)"
    "[”）》]?(?:制作|登记|归档|备案|编印|出具)?$"
)
_PAPERS = frozenset("份册本张")
_OF_PERSONS = pattern(
    "[一-龥]{0,4}?(?:律师|工作者|[成委]员|农民工|志愿者|调解员|网格员|辅导员|法官|干部|党员|人员|代表|老人|学生|对象|明白人)"
    "(?=[，。；]|$|担任|为专职|参加|参与|被(?!申请|诉|告)|进行|追回|讨回|挽回|获评|获得|全部|均)"
)
_PAPERS_BEHIND = pattern(
    "(?:行政|规范性|各类|经济|劳动|采购|服务|租赁|工程|拟?作出的?|处罚|重大|民事|信访|矛盾|专题|安全|历史|遗留|疑难|复杂|重点|突出)*(?:合同|文件|协议|案件|积案|信访件|纠纷|会议|隐患|制度|清单"
    "|方案|资料|企业|商户|项目|决定|意见|活动)(?=进行|全部|均|实行|落实|逐|已|的?(?:清理|审查)|[，。；、]|$)"
)
_OF_THINGS = frozenset("起件份场册本宗条处")
_PEOPLE = frozenset({"名", "位", "人", "人次", "户"})
_VERB = pattern(
    "|".join(
        sorted(
            {*"|".join(one.verbs for one in _DEEDS).split("|"), *_OTHERS.split("|")},
            key=lambda verb: (-len(verb), verb),
        )
    )
)
_CASES = tuple(
    (frozenset(one.verbs.split("|")), one.never, pattern(one.unless) if one.unless else None)
    for one in _DEEDS
)
_FAR = 16


def odd_deed(figure: Figure, unit: str) -> str:
    """Give the verb that a figure's measure word does not go with, where it is the last verb before the figure.

    Nothing where what follows the figure may be what is counted, or where the words between name people or papers.
    """
    if figure.after:
        behind = _OF_PERSONS if unit in _OF_THINGS else _PAPERS_BEHIND if unit in ("名", "位") else None
        counted = behind.match(figure.after) if behind else None
        return counted.group() if counted else ""
    last = next(reversed([*_VERB.finditer(figure.before)]), None)
    if last is None or len(figure.before) - last.end() > _FAR:
        return ""
    between = figure.before[last.end() :]
    if (unit in _PEOPLE and _PERSON.search(between)) or (unit in _PAPERS and _PAPER.search(between)):
        return ""
    for verbs, never, unless in _CASES:
        if (
            last.group() in verbs
            and unit in never
            and not (unless and unless.search(figure.before[last.start() :]))
        ):
            return last.group()
    return ""
