"""数据: rates that are wrong by themselves: above 100%, of nothing, of what there was not the year before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern
from generator.problems import Level

_BOUNDED = pattern(
    r"(?:办结|结案|化解|调解成功|成功|合格|参训|参学|参考|覆盖|满意|胜诉|答复|回复|回访|整改|公示|出庭|应诉|持证|上线|入驻|进驻|审查|备案|知晓|普及|录入|采纳|签订|建档|达标|通过"
    r"|履职|到位|整改完成|占比|占|(?<!增长)(?<!完成)(?<!收益)(?<!回报)(?<!流转)(?<!达成)(?<!效)(?<!走访)(?<!巡查)(?<!联系)率)"
    r"率?(?P<about>[^，,；;。\d]{0,6}?)(?P<value>\d{3,}(?:\.\d+)?)[%％]"
)
_GREW = pattern("(?:提[高升]|增|上升|升|超|下降|降低|减)(?![^，]*[到至为达]$)")
"""Between a rate and its figure: by so much it grew, and was not as much; 提高到105% says how much it is."""


@rule(
    "数据-03",
    "比率超过100%",
    only_with=("%", "％"),
    level=Level.ERROR,
    bad="全年立案查处违法案件20件，办结率105%。",
    good="全年立案查处违法案件20件，办结率100%。",
)
def over_hundred(material: Material) -> Iterator[Finding]:
    """查部分占全体的比率是否超过了100%。

    查什么：办结率、化解率、满意率、覆盖率等写成了大于100的数；“占……%”和别的率只提醒；“提高120%”说的是增长，不算。
    为什么：部分不会多于全体；增长率、完成率（超额）不在此列。
    怎么改：核对分子、分母后重新计算。
    """
    for block, match in material.matches(_BOUNDED):
        if Decimal(match["value"]) > 100 and not _GREW.search(match["about"]):
            yield Finding(
                f"比率写作{match['value']}%，超过了100%。",
                "核对分子和分母，重新计算。",
                block,
                *match.span(),
                level=Level.WARNING if match.group().startswith(("占", "率")) else None,
            )


_FIRST = pattern(
    r"(?:今年|年内|本年度?|(?<!\d)\d{1,2}月)[^。；，\d]{0,16}?(?:首次|首度|新(?!增|型|时代))(?:[挂]牌|成立|设立|组建|开[办设通]|独立|启[用动]|承接|举办)"
    r"[^。；]{0,12}?，(?:(?!20\d\d年)[^。；]){0,24}?(?:^|(?<=[，]))(?:全年|共计?|累计|年内|已|先后)*"
    r"(?:办|接|受理|审|举|调|服务|查|处|化解|完成|立|解答|开展)[^。；，\d]{0,12}\d[\d.]{0,6}(?:人次|场次|件次|批次|[件起宗人次场期份条个户])"
    r"[，,（(](?P<said>(?:同比|[较比](?:上年|去年|上一年)(?:度|同期)?)[^。；，\d]{0,4}?(?:增|减|升|降|下降|提高|多|少)"
    r"[^。；，\d]{0,3}\d[\d.]{0,6}[%％件起宗人次场期份条个户])"
)
_NOTHING = pattern(
    r"(?:受理|收到|接收|立案|应诉|排查|承办|发生|办理)[^，,。；;\d]{0,12}(?<!\d)0[件起宗例][，,][^。；;\d]{0,12}率[^。；;\d]{0,4}"
    r"(?P<value>\d{1,3}(?:\.\d+)?)[%％]"
)


@rule(
    "数据-28",
    "没有基数却写了比率",
    only_with=("0件", "0起", "0宗", "0例", "首次", "首度", "新"),
    bad="全年收到政府信息公开申请0件，答复率100%。",
    good="全年未收到政府信息公开申请。",
)
def rate_of_nothing(material: Material) -> Iterator[Finding]:
    """查基数为零、没有上年数时写的比率和增减。

    查什么：“0件，……率100%”；“今年首次挂牌，全年办案22件，同比增长15%”。
    为什么：没有发生的事算不出比率，今年才有的事没有上年可比。
    怎么改：去掉比率，写“未收到……”“未发生……”；今年才有的，删去同比。
    """
    for block, match in material.matches(_NOTHING):
        yield Finding("基数是0，算不出比率。", "去掉比率，写“未收到……”“未发生……”。", block, *match.span())
    for block, match in material.matches(_FIRST, "首次", "首度", "新"):
        message = "今年才有的事，没有上年的数可比。"
        yield Finding(message, "删去同比；往年也有的，写明比的是什么。", block, *match.span("said"))
