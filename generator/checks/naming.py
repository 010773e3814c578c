"""Whether words beside a figure can name what it counts: 走失水牛 can, 本人, 涉及 and 合同必须送司法所 cannot."""

from __future__ import annotations

from functools import cache
from itertools import chain

from generator.patterns import pattern
from generator.wordlist import word_lines


@cache
def _no_names() -> frozenset[str]:
    """Give what was done, or who, with no word of what it was done to."""
    return frozenset(chain.from_iterable(line.split() for line in word_lines("不作名.txt")))


_BEGINS = pattern(
    "^(?:因|按(?!.*率$)|以(?!案|工)|用(?!工|地|水|电|户|药|人|餐)|含|占(?!道|用|地)|主要[为是]|涉及|为(?!民)|为民|给|让|使(?!用)|由|经(?!营|济|费|办)"
    "|到(?!期|案)|先(?!进|锋|行)|再(?!生|就业|审)|已|只|仅|可(?!回收)|正在|实际(?!控制)|决定|必须|应当|各(?!类|级|种|项|村|社|站|部)|凡|若|如|其"
    "|当事人|本人|有(?!奖|机|线)|还|尚|仍|又|也|不(?!动产|良|合格|起诉)|没(?!收)|未(?!成年|检|婚|结)|计划(?!生育)|打算|准备|推动|任务分给|帮助|转(?!业|型)|任前(?!法)|平均"
    "|上年(?:没|计划|有)|现计划|的|于|与|和(?!解|谐)|及|并(?!联)|中(?!心|小|介|层|学|医|药|年|队|标)|时|等(?!级)|这|那|要等"
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
    if label in _no_names() or _BEGINS.search(label) or _WITHIN.search(label):
        return False
    return not _ENDS.search(label)
