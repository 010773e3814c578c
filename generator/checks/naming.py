"""Whether words beside a figure can name what it counts: 走失水牛 can, 本人, 涉及 and 合同必须送司法所 cannot."""

from __future__ import annotations

from generator.patterns import pattern

_ALONE = frozenset(
    [
        "本人",
        "涉及",
        "剩余",
        "其余",
        "参加",
        "参与",
        "到场",
        "到会",
        "派出",
        "回复",
        "答复",
        "修改",
        "整改",
        "改正",
        "帮助",
        "协助",
        "没有",
        "发现",
        "查出",
        "查出补审",
        "写好",
        "查实",
        "新增",
        "新提拔",
        "减少",
        "常驻",
        "轮驻",
        "培训",
        "宣传",
        "覆盖",
        "推广",
        "提出",
        "收集",
        "收到",
        "接到",
        "安置",
        "可办",
        "有的",
        "上年没有",
        "先完成",
        "完成",
        "未完成",
        "未通过",
        "通过",
        "只是合格",
        "抽查",
        "抽评",
        "开工",
        "已开工",
        "送审",
        "应考",
        "实考",
        "参考",
        "实际使用",
        "上半年",
        "下半年",
        "最多",
        "最少",
        "合格",
        "坐亭",
        "单元",
        "到现场",
        "到现场查看",
        "出庭",
        "采纳",
        "申请",
        "领取",
        "使用",
        "行使",
        "包括",
        "解决",
        "处理",
        "办理",
        "受理",
        "调解",
        "化解",
        "排查",
        "走访",
        "检查",
        "巡查",
        "接待",
        "发放",
        "印发",
        "举办",
        "召开",
        "开展",
        "组织",
        "审查",
        "审核",
        "反映",
        "报告",
        "安排",
        "决定",
        "负责",
        "担任",
    ]
)
"""What was done, or who, with no word of what it was done to."""
_BEGINS = pattern(
    "^(?:因|按(?!.*率$)|以(?!案|工)|用(?!工|地|水|电|户|药|人|餐)|含|占(?!道|用|地)|主要[为是]|涉及|为(?!民)|为民|给|让|使(?!用)|由|经(?!营|济|费|办)"
    "|到(?!期|案)|先(?!进|锋|行)|再(?!生|就业|审)|已|只|仅|可(?!回收)|正在|实际(?!控制)|决定|必须|应当|各(?!类|级|种|项|村|社|站|部)|凡|若|如|其"
    "|当事人|本人|有(?!奖|机|线)|还|尚|仍|又|也|不|没|未(?!成年|检|婚|结)|计划|打算|准备|推动|任务分给|帮助|转|任前|平均"
    "|上年(?:没|计划|有)|现计划|的|于|与|和|及|并|中(?!心|小|介|层)|时|等|这|那|要等"
    "|在(?!编|职|册|岗|校|建)|一是|二是|三是)"
)
"""Words with which a clause goes on, or tells how; a name does not begin with them."""
_WITHIN = pattern(
    "必须|没有|应当|应该|可以|能够|正在|只有|只是|只(?=行使|能|有)|已经|原来|基本|(?<=[一-龥])仅|需要|打算|计划将|决定|难以|不得|不能|不够"
    "|未能|的是|推广到|下放到|分给|扩大|统一了|签了|商量过|写有|督导|常年|(?<=.)中有|(?<=.)全[部年]|每|若干|(?<=.)各有|下降|上升|增长|增加|减少|降到|占(?!道|用|地)"
)
"""Verbs and adverbs of a sentence."""
_ENDS = pattern(
    "(?:各|的|有|[为到在做占接给只至过了等和与需把被将对从让含达]|参加|参与|覆盖|涉及|担任|搁置|维持|督促|劝离|送司法所|司法所|当场改正"
    "|专职从事执法|全年|期间|每年|每月|个数|项数|等候|把关)$"
)
"""Words after which one still waits for what is counted, or that say where it went."""


def is_name(label: str) -> bool:
    """Tell whether a label names what is counted, so that it can stand in a mark as it is.

    It is no verb alone, begins and ends as a name does, and holds none of a sentence's adverbs.
    """
    if label in _ALONE or _BEGINS.search(label) or _WITHIN.search(label):
        return False
    return not _ENDS.search(label)
