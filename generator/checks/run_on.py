"""Figures behind which the sentence goes on with another deed, though no mark parts the two."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.acts import ACTS
from generator.checks.figures import Statement
from generator.numbers.prose import Figure
from generator.patterns import pattern

_CASES = frozenset("件起份条处册宗幅项批户家个支") | {"件次", "艘次", "户次", "家次"}
_EVENTS = frozenset("场次期轮") | {"场次"}
_HEADS = frozenset("名人位") | {"人次"}
_RESULT = (
    "累计|当场|均[在已按于]|涉及|收缴|收集|提出|发放|发现|整改|查处|查获|立案|挽回|追回|罚款|罚没|没收|拆除|清理|清除|责令|下达|签订|解答|受教育|覆盖|惠及"
    "|参训|采纳|达成|移送|抓获|劝阻|提升|增强|吸引"
    "|全年(?!度|龄|性)|今年|同时|进一步|有效(?=化解|防|提|维|遏|解)|切实|不断|确保|推动|促进|营造|实现"
)
_DEED = f"{_RESULT}|鉴定|成功[化调创]|新建|建成|办结|化解|调解|接待|受理|培训|印发|制定|明确|走访|张贴|悬挂|播放|推送|制作|聘请|选聘|配备|带动|征求|梳理|排查|约谈|移交|协助|指导|督促"
_BEHIND = (
    (_CASES, pattern(f"(?:{_DEED})[一-龥“《]{{0,16}}$")),
    (_EVENTS, pattern(f"(?:{_RESULT})[一-龥“《]{{0,16}}$")),
    (
        _HEADS,
        pattern(
            "(?:建成|新建|创建|制定|发放|化解|办结|收缴|立案|查处|拆除|整改|张贴|悬挂|解决|全年(?!度|龄|性)|今年|同时|进一步|切实|不断|确保|推动|促进|营造)[一-龥“《]{2,16}$"
        ),
    ),
)
_ACT = pattern(f"(?:{ACTS}|培养|召集|帮扶|出台|举行|讲授|使用|投用|推行|完善|健全)[一-龥“”《》（）]{{2}}")
_LOOSE = pattern("[对将把就为由从按在用以经每第分使让令被给向]|其中|的")
"""What makes a figure a part of what follows: 对18件涉及…, 分3批培训, 每月1次."""


def run_on(statement: Statement) -> Iterator[int]:
    """Give the places behind figures where a deed that was told goes on without a mark into another."""
    for figure in statement.figures:
        if _goes_on(figure):
            yield statement.start + figure.end


def _goes_on(figure: Figure) -> bool:
    shape = next((shape for units, shape in _BEHIND if figure.unit in units), None)
    if shape is None or "的" in figure.after or not shape.match(figure.after):
        return False
    return bool(_ACT.search(figure.before)) and not _LOOSE.search(figure.before)
