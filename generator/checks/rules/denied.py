"""数据: what one place says did not happen, and another counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import rule
from generator.checks.scan import start_behind
from generator.checks.scopes import period_and_place
from generator.patterns import pattern

_EVENTS = (
    "纠错|败诉|脱管漏管|脱管|漏管|重新犯罪|进京上访|到省上访|赴省上访|越级上访|集体访|重复信访|安全事故|道路交通事故|火灾事故|较大事故"
    "|民转刑案件|命案|差评|撤销|确认违法|行政诉讼|行政复议|司法建议|检察建议"
)
_EVENT = rf"(?P<event>{_EVENTS})(?:案件|案|情况|现象|事件|问题|事故|的)?(?=[，。；、]|$)"
_DENIED = pattern(
    rf"(?:无|未发生|没有|未出现|未收到|未引发|零)(?:一[起件例]|被|发生|出现|收到|生产|行政诉讼|行政复议|因)?{_EVENT}"
)
_MADE = {
    "行政处罚": r"(?:作出|实施|下达|办结|办理)(?:行政)?处罚(?:决定书?|案件)?[^，。；\d]{0,4}[1-9]\d*"
    r"|(?<![避免被])(?:行政处罚|罚款|罚没款?|罚没金额|没收违法所得)(?:共|共计|合计|金额|案件|决定)?[1-9][\d.]*(?:余|多)?(?:万?元|件|起|宗)",
    "行政许可": r"(?:办理|办结|作出|核发)行政许可(?:事项|决定)?[^，。；\d]{0,4}[1-9]\d*",
    "行政强制": r"(?:实施|作出|采取)行政强制(?:措施|执行|决定)?[^，。；\d]{0,4}[1-9]\d*",
    "规范性文件": r"(?:制定|制发|出台|印发|新出台)(?:行政)?规范性文件[^，。；\d]{0,3}[1-9]\d*",
    "重大行政决策": r"(?:作出|制定|出台)重大行政决策(?:事项)?[^，。；\d]{0,3}[1-9]\d*",
    "法律援助": r"(?:办理|提供|受理|转办)法律援助(?:案件)?[^，。；\d]{0,3}[1-9]\d*",
    "行政赔偿": r"行政赔偿(?:案件|金额)?[^，。；\d]{0,3}[1-9]\d*",
}
"""What is made, and how it is counted; none of it is not made and counted too."""
_NOT_MADE = pattern(
    rf"(?:没有|未|无|从未|未曾)(?:作出|实施|制定|制发|出台|办理|开展|采取|发生|涉及|产生)?(?:过"
    rf"|一[起件例])?(?:任何)?(?:行政)?(?P<event>{'|'.join(_MADE)})(?:决定|案件|事项|措施|行为|情况)?"
    r"(?=[，。；、]|$)"
)
_DENIED_TOO = pattern(f"、(?:生产)?{_EVENT}")
"""What follows in the same breath: 未发生到省上访、越级上访."""
_COUNTED = r"(?:案件|案|事件|事故)?(?:共|为|了)?(?P<number>[1-9][0-9]*)(?:余|多)?(?:件|起|例|人次|人|批|次|宗|份|条|个)"
_OTHERS = pattern(
    r"上年|去年|20\d\d年|较|比|原来|曾|化解|预防|防止|制止|劝阻|避免|演练|宣传|排查|处置|此前|历史|全[县区市]|力争|确保|其他"
)
_EARLIER = pattern("上年|去年|往年|此前|20\\d\\d年以前|同期")
_CLAUSE = pattern("[，。；！？]")


@rule(
    "数据-46",
    "一处说没有，一处有数",
    only_with=("无", "未", "没有", "零"),
    bad="被申请行政复议5件，无被纠错。办理的复议案件中被纠错1件。",
    good="被申请行政复议5件，被纠错1件。未发生行政诉讼败诉案件。",
)
def denied_and_counted(material: Material) -> Iterator[Finding]:
    """查一处说“无”“未发生”的事，另一处是不是又写了件数。

    查什么：败诉、被纠错、脱管漏管、越级上访、安全事故、差评、司法建议等，一处说没有，另一处有1件以上；
    “没有作出行政处罚”而另一处写了罚款多少、处罚几件，许可、强制、规范性文件、重大行政决策、法律援助也这样查；
    说上年、化解、预防的和计划里的不算，只说上半年、只说全县或者一个村没有的，另有同一期间、同一范围的数才算，“上半年未发生，下半年发生1起”不算。
    为什么：去年的“无”照抄下来，今年却有了，是最容易看出的前后矛盾。
    怎么改：核对台账，删去不对的一处；说的不是同一范围的，写明各是哪个范围。
    """
    counted: dict[tuple[str, frozenset[str]], str] = {}
    for block, match in _denied(material):
        text = material.blocks[block].text
        clause = text[start_behind(_CLAUSE, text, match.start()) : match.start()]
        if material.parts[block] is ReportPart.PLANS or _EARLIER.search(clause):
            continue
        event, scope = match["event"], period_and_place(text, match.start())
        if (event, scope) not in counted:
            counted[event, scope] = _counted(material, event, scope)
        if counted[event, scope]:
            words = match.group().removeprefix("、")
            said = f"“{words}”" if words == match.group() else f"没有“{words}”"
            yield Finding(
                f"这里说{said}，另一处写“{counted[event, scope]}”。",
                "核对台账，删去不对的一处；不是同一范围的，写明各是哪个范围。",
                block,
                match.end() - len(words),
                match.end(),
            )


def _denied(material: Material) -> Iterator[tuple[int, re.Match[str]]]:
    """Give what did not happen, and what is told so with it."""
    for block, first in material.matches(_DENIED):
        found: re.Match[str] | None = first
        while found:
            yield block, found
            found = _DENIED_TOO.match(material.blocks[block].text, found.end())
    yield from material.matches(_NOT_MADE)


def _counted(material: Material, event: str, scope: frozenset[str]) -> str:
    """Give the words that count such events in what is spoken of; nothing where there are none."""
    shape = _MADE.get(event, rf"(?:被|行政诉讼|行政复议)?{event}{_COUNTED}")
    for block, match in material.matches(pattern(shape)):
        text = material.blocks[block].text
        start = start_behind(_CLAUSE, text, match.start())
        others = _OTHERS.search(text[start : match.start()])
        of_the_same = not scope or scope == period_and_place(text, match.start())
        of_the_same = of_the_same and (others is None or others.group() in scope)
        if of_the_same and material.parts[block] is not ReportPart.PLANS:
            return match.group()
    return ""
