"""Fields of other topics than a figure stands under: what must be said before one of them is meant."""

from __future__ import annotations

from collections.abc import Collection

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.spoken import FieldWords
from generator.topics.topic import DUTIES

_HEAD, _SHORT = 2, 3
_BODY = "中心组"
_BODIES = {
    _BODY: pattern(_BODY),
    "党委会": pattern("(?:党委|党工委|党组|常委)(?!理论|学习|中心组)"),
    "办公会": pattern("办公会|常务会"),
}
"""The bodies whose name opens fields, and how they are spoken of."""
_OTHERS = pattern("(?<!领导)干部|党组织|支部|党员|职工|村干部|公务员|工作人员|执法人员")
_MEANS = pattern("(?:通过|利用|依托|采取|运用)[^，。；]*?等(?:多种)?(?:形式|方式|载体|渠道|途径|平台)")
"""通过中心组学习、三会一课等形式组织学习80次: what several did is of none of them."""
_ADVISERS = pattern("^[一-龥（）、]{0,12}(?:法律顾问|法律明白人|律师)(?:全年|今年|累计|共)")
_MEETING = "专题会议"
_MET = pattern("(?:党委|党工委|党组|常委|领导小组|办公|常务|委员)会")
"""Meetings of these have fields of their own."""
_OF_OFFICIALS = frozenset({"学法用法", DUTIES})
_TOGETHER, _PARTY = "集体学法", pattern("党组织|支部|党小组|群众|村民|居民")
_LEADERS = pattern("中心组|班子|领导")


def leaves_its_head_unsaid(one: FieldWords, said: Said) -> bool:
    """Tell whether nothing says what a field counts in the end: 行政办公会议26次 are no 办公会学法, for 学法 is unsaid.

    How a name begins must have been said before: 咨询77909件 are no 复议咨询 where nobody speaks of 复议.
    """
    heard = said.sentence + said.before + said.after
    before = said.passage + heard
    return not any(
        name[:_HEAD] in before
        and (name[-_HEAD:] in heard or (name == one.field.name and len(name) <= _SHORT))
        for name in one.names
    )


def is_one_of_many(one: FieldWords, said: Said, twins: Collection[str]) -> bool:
    """Tell whether a sentence names the topic of a field beside others, `twins`, that have one of that name.

    结合扫黑除恶、禁毒等工作印发宣传资料 is of neither.
    """
    heard = said.sentence + said.before
    return one.home in heard and sum(home in heard for home in twins) > 1


def leaves_its_body_unsaid(one: FieldWords, said: Said, heading: str) -> bool:
    """Tell whether nobody says before a figure that the body did what its field counts (中心组专题学法), or others since.

    全年专题学习12次 is of 中心组 where it is spoken of, and not behind 建立机关工作人员学法制度.
    """
    body = next((body for name, body in _BODIES.items() if one.field.name.startswith(name)), None)
    clause = _MEANS.sub("", said.before)
    if body is None or body.search(clause + said.after):
        return False
    heard = _MEANS.sub("", f"{heading}。{said.passage}{said.sentence}")
    last = max((match.end() for match in body.finditer(heard)), default=-1)
    return last < 0 or _OTHERS.search(heard + clause, last) is not None


def others_did_it(one: FieldWords, said: Said) -> bool:
    """Tell whether others than 中心组 did what a field of that body counts, 支部 集体学法, or advisers what officials did."""
    if one.home in _OF_OFFICIALS and _ADVISERS.match(said.sentence + said.before):
        return True
    if one.field.name == _TOGETHER:
        return bool(_PARTY.search(said.before))
    if one.field.name == _MEETING:
        return bool(_MET.search(said.before))
    return (
        one.field.name.startswith(_BODY)
        and bool(_OTHERS.search(said.before))
        and not _LEADERS.search(said.before)
    )
