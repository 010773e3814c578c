"""数据: figures that a report comes back to and tells otherwise, and how long something lasted against its two ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.checks.figures import Statement
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.numbers.numerals import read_chinese
from generator.numbers.prose import Figure
from generator.patterns import pattern

_THAT = pattern(
    r"(?:^|[。！？；，\n])(?:对于?|针对|就|将|把|在|所|已|经)*(?P<not>未)?(?P<deed>(?![我全本各该比较由从]|[上去]年)[一-龥]{2,4})的$"
)
_DEED_BACK = 14
"""So many characters before a figure it is said which of those told before it counts: 对属实的6条线索."""
_WHOLE_OF_THEM = pattern(
    r"[“]?(?P<noun>[一-龥“”]{2,12}?)(?P<all>共|累计|均|都|全年|常年|先后|一律|全部)?(?=共|累计|均|都|全年|常年|先后|一律|全部|参与|发挥|带动|活跃|成为|对外"
    r"|开展|化解|协助|走访|覆盖)"
)
_ADDED = pattern("加上|至此|原有|历年|目前|现有|新[增建聘]|增[加至]|下半年|另|又|还有")
_NEW = pattern("新|增|今年|年内")
_BACK = pattern(r"(?:前述|上述|前面所说的?|以上|前列|这)(?=\d)")
_ALL = pattern(r"(?P<noun>[一-龥“”（）]{0,10}?)(?:均|全部|都|无一|一律|每[一-龥])")
_OPENS = pattern(r"(?:^|[。！？；\n，])(?:该|这|上述|其中)?$")
_NEAR = 3
"""So many sentences back a figure is looked for that another comes back to."""
_PARTIAL = pattern("其中|另|其余|其他|还有|剩余|第")
_RESULT = pattern(
    r"(?:成功|办结|化解|整改|审结|结案|胜诉|持证|答复|采纳|通过|达成协议|调成)[一-龥]{0,4}?(?=[^一-龥]|$)"
)
_WHAT = pattern("纠纷|案件|诉求|问题|隐患|信访|人员|建议|工单|线索|申请|矛盾|事项")
_MOST = 60


class _Told(NamedTuple):
    """A figure with the sentence that it stands in."""

    statement: Statement
    figure: Figure


@rule(
    "数据-48",
    "回头再说的数与前面不同",
    bad="全年举办法治培训班3期。4期培训班均邀请律师授课。",
    good="全年举办法治培训班3期。3期培训班均邀请律师授课。",
)
def told_again_otherwise(material: Material) -> Iterator[Finding]:
    """查回头说前面那个数时，两处是不是同一个数。

    查什么：“上述4次……”“4期培训班均……”，前面几句里同样的事写的是另一个数；“核查属实5条。对属实的6条”“96名明白人。106名明白人参与”；
    “申请64件，成功60件。未成功的5件”；同样的“76件纠纷”，一处成功74件，另一处成功72件。后来增加的、只说其中几个的不算。
    为什么：改了前一个数，忘了改后一个。
    怎么改：核对台账，两处写成一样；说的是其中一部分的，写“其中”。
    """
    before: list[_Told] = []
    results: dict[tuple[str, str, str, str], _Told] = {}
    for statement in material.statements:
        for figure in statement.figures:
            one = _Told(statement, figure)
            near = before[-_MOST:]
            first = _otherwise(one, near) or _that_again(one, near) or _other_result(one, results)
            if first is not None:
                start, end = statement.at(figure)
                yield Finding(
                    f"这里说{figure.text}，前面写的是“{first.figure.before[-8:]}{first.figure.text}”。",
                    "核对台账，两处写成一样；说的是其中一部分的，写“其中”。",
                    statement.block,
                    start,
                    end,
                )
            before.append(one)
        before = [one for one in before if one.statement is not statement][-_NEAR * 4 :] + [
            one for one in before if one.statement is statement
        ]


def _otherwise(one: _Told, before: list[_Told]) -> _Told | None:
    """Give the figure that one comes back to, if it is another."""
    text, figure = one.statement.text, one.figure
    lead = text[: figure.start]
    back = _BACK.search(text, max(0, figure.start - 6), figure.start + 1)
    again = _OPENS.search(lead[-40:]) and _ALL.match(text, figure.end)
    if not (back or again) or not figure.exact:
        return None
    like = [other for other in before if other.figure.unit == figure.unit and other.figure.exact]
    if not like or any(other.figure.number == figure.number for other in like):
        return None
    noun = re.match("[一-龥]{2,8}", text[figure.end :])
    said = _nouns(noun.group() if noun else "")
    named = [other for other in like if said & _nouns(other.figure.label)]
    if not back:  # 3件重复信访件均 may be some of 40件信访件
        named = [other for other in named if _bare_noun(text, figure) in other.figure.label]
    nearest = named[-1] if named else None
    if nearest is None or len({other.figure.number for other in named}) > 1:
        return None
    rest = any(nearest.figure.number - other.figure.number == figure.number for other in like)
    return None if rest or _PARTIAL.search(figure.before) else nearest


def _that_again(one: _Told, before: list[_Told]) -> _Told | None:
    """Give the figure that one tells again of the same deed or with the same name, if it is another."""
    text, figure = one.statement.text, one.figure
    if not (
        figure.exact
        and (
            text.endswith("的", 0, figure.start)
            or _OPENS.search(text[max(0, figure.start - 40) : figure.start])
        )
    ):
        return None
    earlier = [other for other in before if other.figure.unit == figure.unit and other.figure.exact]
    numbers = {other.figure.number for other in earlier}
    numbers |= {other.figure.number + more.figure.number for other, more in pairwise(earlier)}
    if not earlier or figure.number in numbers or _PARTIAL.search(figure.before):
        return None
    that = _THAT.search(text, max(0, figure.start - _DEED_BACK), figure.start)
    if that and that["not"]:
        return _not_done(figure, that["deed"], earlier)
    if that:
        said = _nouns(figure.after[:_NOUN])
        named = [
            other
            for other in earlier
            if that["deed"] in other.figure.before and (not said or said & _nouns(other.statement.text))
        ]
        return named[-1] if len({other.figure.number for other in named}) == 1 else None
    return _by_name(one, [other for other in earlier if other.statement.block == one.statement.block])


_NOUN = 8


def _not_done(figure: Figure, deed: str, earlier: list[_Told]) -> _Told | None:
    """Give what was done of a whole, where what was not done is not the rest of it: 64件，成功60件。未成功的5件."""
    for whole, done in reversed([*pairwise(earlier)]):
        if (
            whole.statement is done.statement
            and deed in done.figure.before
            and deed not in whole.figure.before
        ):
            left = whole.figure.number - done.figure.number
            return done if left >= 0 and left != figure.number else None
    return None


def _by_name(one: _Told, earlier: list[_Told]) -> _Told | None:
    """Give what a sentence begins with again by its name: 96名“法律明白人”。106名“法律明白人”参与."""
    text, figure = one.statement.text, one.figure
    told = (
        _WHOLE_OF_THEM.match(text, figure.end)
        if _OPENS.search(text[max(0, figure.start - 40) : figure.start])
        else None
    )
    if told is None:
        return None
    noun = _unquoted(told["noun"])
    named = [
        other
        for other in earlier
        if _unquoted(other.figure.before).endswith(noun) or _unquoted(other.figure.after).startswith(noun)
    ]
    if len(noun) < _NAME or len({other.figure.number for other in named}) != 1:
        return None
    first = named[-1]
    if figure.number > first.figure.number:
        flows = _NEW.search(first.figure.before) and not _NEW.search(noun)
        return (
            None
            if flows or _ADDED.search(first.statement.text) or _ADDED.search(text[: figure.start])
            else first
        )
    whole = _WHOLLY.match(text, told.end("noun"))
    return first if whole and first.figure.number - figure.number == 1 else None


def _unquoted(text: str) -> str:
    return text.replace("“", "").replace("”", "")


_NAME = 3
"""So long a name says by itself what is counted again."""
_WHOLLY = pattern("共|累计|均|都|全年|常年|先后|一律|全部")


def _bare_noun(text: str, figure: Figure) -> str:
    """Give what stands between a figure and what is said of all of it."""
    told = _ALL.match(text, figure.end)
    return told["noun"] if told else ""


def _nouns(text: str) -> frozenset[str]:
    """Give every two characters that stand together in some words, but for those that say little."""
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    return frozenset(pair for pair in pairs if pair not in ("全部", "均已", "全年", "开展", "组织", "共计"))


def _other_result(one: _Told, results: dict[tuple[str, str, str, str], _Told]) -> _Told | None:
    """Give where the same whole has the same thing done of it to another number: 76件纠纷, 成功74件, 成功72件."""
    at = one.statement.first_from(one.figure.start)
    whole = one.statement.figures[at - 1] if at else None
    done = _RESULT.search(one.figure.before)
    what = _WHAT.search(whole.label) if whole else None
    if not (whole and done and what and whole.exact and one.figure.exact and whole.unit == one.figure.unit):
        return None
    if whole.number < one.figure.number or _PARTIAL.search(one.figure.before) or whole.number <= 1:
        return None
    key = (str(whole.number), whole.unit, what.group(), done.group()[:2])
    first = results.setdefault(key, one)
    return first if first.figure.number != one.figure.number else None


_LASTED = pattern(
    r"(?:(?P<y1>20\d\d)年)?(?<!\d)(?P<m1>\d{1,2})月(?:\d{1,2}日|初|底|份)?(?:起|开始|启动|至|到|—)[^。；]{0,30}?"
    r"(?:历时|为期|用时|持续|耗时)(?:约|近)?(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})个月"
    r"[^。；]{0,14}?(?:(?P<y2>20\d\d)年)?(?<!\d)(?P<m2>\d{1,2})月(?:\d{1,2}日|初|底|份)?[^。；]{0,8}(?:完成|结束|收官|验收|办结|竣工)"
)
_FROM_TO = pattern(
    r"(?<!\d)(?P<m1>\d{1,2})月(?:\d{1,2}日|初|底|份)?(?:启动|开始|起)，?[^。；，\d]{0,4}(?:至|到)(?P<m2>\d{1,2})月(?:\d{1,2}日|初|底"
    r"|份)?(?:结束|完成|收官)?，"
    r"(?:历时|为期|持续)(?:约|近)?(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})个月(?P<y1>)(?P<y2>)"
)
_FOR_SO_LONG = pattern(
    r"(?:(?P<y1>20\d\d)年)?(?<!\d)(?P<m1>\d{1,2})月(?:(?P<d1>\d{1,2})日|初|底|份)?(?:至|到|—|－"
    r"|-)(?:(?P<y2>20\d\d)年)?(?P<m2>\d{1,2})月"
    r"(?:(?P<d2>\d{1,2})日|初|底|份)?[^。；\d]{0,30}?(?:历时|为期|持续)(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})个月"
)
_DAYS = pattern(
    r"(?<!\d)(?P<month>\d{1,2})月(?P<first>\d{1,2})日?(?:至|到|—|－|-)(?:(?P=month)月)?(?P<last>\d{1,2})日[^。；\d]{0,24}?"
    r"(?:历时|为期|持续)(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})天"
)

_RUNNING = pattern(
    r"(?P<first>20\d\d)年?(?:至|到|—|－|-|~)(?P<last>20\d\d)年(?:间|期间)?[，,]?[^，,。；\d]{0,12}?连续"
    r"(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2})个?年(?![级度])"
)
"""2022年至2024年，我镇连续三年; growth over four years is of three years or of four."""


@rule(
    "数据-49",
    "历时与起止对不上",
    only_with=("历时", "为期", "用时", "持续", "耗时", "连续"),
    bad="排查自2023年3月启动，历时两个月，于2023年9月完成。",
    good="排查自2023年3月启动，历时六个月，于2023年9月完成。",
)
def lasted_otherwise(material: Material) -> Iterator[Finding]:
    """查“历时……个月”“为期……天”与写出的起止时间合不合。

    查什么：“3月启动，历时两个月，9月完成”“5月8日至12日，为期三天”“2022年至2024年，连续四年”；头尾算不算在内差的一个月、一天不报。
    为什么：起止时间改了，历时没有跟着改。
    怎么改：核对起止时间，改其中一处。
    """
    for shape in (_LASTED, _FOR_SO_LONG, _FROM_TO):
        for block, match in material.matches(shape, "个月"):
            years = int(match["y2"]) - int(match["y1"]) if match["y1"] and match["y2"] else 0
            months = years * 12 + int(match["m2"]) - int(match["m1"])
            between = months if months >= 0 else months + 12
            if not _fits(_count(match["count"]), between, match):
                yield _lasting(block, match)
    for block, match in material.matches(_RUNNING, "连续"):
        between = int(match["last"]) - int(match["first"])
        if _count(match["count"]) > between + 1:
            yield _lasting(block, match)
    for block, match in material.matches(_DAYS, "天"):
        between = int(match["last"]) - int(match["first"])
        if not between <= _count(match["count"]) <= between + 1:
            yield _lasting(block, match)


def _fits(count: int, between: int, match: re.Match[str]) -> bool:
    """Tell whether it lasted so many months; days, where both are told, count: 3月31日至5月1日."""
    days = match.groupdict()
    if days.get("d1") and days.get("d2"):
        between += (int(days["d2"]) - int(days["d1"])) // _MONTH
        return between <= count <= between + 1
    return between - ("d1" not in days) <= count <= between + 1


_MONTH = 30
"""So many days make a month more or less: from the 31st to the 1st it is one less."""


def _count(said: str) -> int:
    """Give a number in digits or in Chinese characters."""
    return int(said) if said.isdigit() else (read_chinese(said) or 0)


def _lasting(block: int, match: re.Match[str]) -> Finding:
    message = f"“{match.group()}”：历时与起止时间对不上。"
    return Finding(message, "核对起止时间，改其中一处。", block, *match.span())
