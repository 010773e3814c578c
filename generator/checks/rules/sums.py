"""数据: parts against their whole, and sums against what is added up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, takewhile

from generator.checks.figures import Statement, added_up
from generator.checks.material import Finding, Material
from generator.checks.overlapping import is_sum_of_some, is_summed_otherwise, listed_up_to, may_overlap
from generator.checks.parted import CLOSE, NO_SUMMAND, PARTIAL, made_up, sorted_out, summed_behind
from generator.checks.registry import rule
from generator.checks.rules.excess import ACHIEVED, RELATIVE_UNITS
from generator.checks.shares import REST, wrong_shares
from generator.numbers.arithmetic import plain_digits
from generator.numbers.prose import Figure
from generator.patterns import pattern
from generator.problems import Level

_VERDICT = pattern(
    r"判决|驳回|撤诉|撤回|维持|撤销|胜诉|败诉|确认违法|变更|终止|和解|调解结案|未结|未审结|在审|审理中|尚未"
)
"""How lawsuits and reviews end, or that they have not: each has one end."""
_TOTAL = pattern(r"共|累计|合计|总计|全年|一共|总共")
_PEOPLE = ("人", "名", "位", "人次")
_IN_TURN = pattern(r"分别(?:为|是|有)?$")
_EITHER = pattern(
    "|".join(
        f"{one}.*{other}|{other}.*{one}"
        for one, other in (
            ("专职", "兼职"),
            ("男", "女"),
            ("在编", "聘用"),
            ("在编", "编外"),
            ("正式", "辅助"),
            ("简易程序", "普通程序"),
        )
    )
)
"""Two sorts of people of whom each is one: what is told of both is told of all."""
_APART = pattern(r"另有|另外|此外|还有")
"""What stands before a figure that is no part of the whole before it."""
_OF_A_YEAR = pattern(r"20\d\d年|上年|去年")
"""What a figure beside this year's is of: 受理412件，2024年受理387件."""
_ALL_TOLD_AGAIN = pattern("全部|均|都")
_LEFT = pattern(r"(?:剩余?|剩下|余下?|其余|尚余|还[剩有]|尚有)的?$")
_BEFORE_NOW = pattern(r"上年|去年|上一年|同期|往年")
_ALL_OF_IT = pattern(r"(?:问题|任务|事项|案件|线索)?(?:目前)?(?:已|均|都|全部|全数)")
_OPEN = pattern(
    r"^[^，,；;。\d]{0,6}中[，,：:][^，,；;。\d]{0,8}$|(?:其中|分别|包括|分为|其中包括)[^，,；;。\d]{0,16}$|^[（(：:][^，,；;。\d]{0,16}$"
)
_INSIDE = pattern(r"中[，,：:]|其中|包括|分为|[（(：:]")
_LINK = pattern(r"[、，,；;和及](?!其中|包括|分别|[^，,；;。\d]{1,10}中有?$)[^，,；;、。：:\d（()）]{0,14}")


@rule(
    "数据-06",
    "分项之和与合计不符",
    level=Level.ERROR,
    bad="全年共调解矛盾纠纷120件，其中婚姻家庭纠纷45件、邻里纠纷50件、其他纠纷30件。",
    good="全年共调解矛盾纠纷120件，其中婚姻家庭纠纷45件、邻里纠纷50件、其他纠纷25件。",
)
def wrong_sum(material: Material) -> Iterator[Finding]:
    """把分项加起来，与同句的合计数核对。

    查什么：“共……件，其中甲……件、乙……件、其他……件”“接待……批次，按来访渠道分，……”和“甲……份、乙……份，共计……份”；分项之和大于合计，
    或者已列到“其他”仍不相等的报错误，写明有交叉的、前几项已经够数的（“简易12件、普通14件、听证2件”）不算，只列了几项而略少的、
    合计在前一句的（“立案的案件中，……”）报提醒；约数不算。
    为什么：合计与分项对不上，说明有一处抄错，上级汇总时会退回。
    怎么改：重新相加，改合计或改分项。
    """
    for at, statement in enumerate(material.statements):
        yield from _shares(statement)
        side_by_side = list(_runs(statement))
        yield from _referred(statement, side_by_side, material.statements[:at])
        for before, run in side_by_side:
            told = [*_before(statement, before, run)] if before else []
            yield from (*told, *_behind(statement, run))
            all_told = made_up(statement, before, run) if before and not told else ()
            for total, parts, added in (
                *sorted_out(statement, run),
                *summed_behind(statement, run),
                *all_told,
            ):
                yield _finding(statement, total, parts, added, Level.WARNING)


_Run = tuple[Figure | None, tuple[Figure, ...]]


def _runs(statement: Statement) -> Iterator[_Run]:
    """Give the runs of figures that are listed side by side, each with the figure before it: 甲45件、乙50件、丙30件."""
    before: Figure | None = None
    run: list[Figure] = []
    for figure in statement.figures:
        link = statement.between(run[-1], figure) if run else ""
        linked = bool(run) and figure.like(run[-1]) and bool(_LINK.fullmatch(link))
        if linked and (link[0] == _sign(statement, run, link) or CLOSE.search(figure.before)):
            run.append(figure)
            continue
        if len(run) > 1:
            yield before, tuple(run)
        kept = run[-1:] if linked else []
        last = [before, *run][-1 - len(kept)]
        before = before if last and last.unit in RELATIVE_UNITS else last  # 立案12件，较上年增长20%，其中……
        run = [*kept, figure]
    if len(run) > 1:
        yield before, tuple(run)


def _sign(statement: Statement, run: list[Figure], link: str) -> str:
    """Give the sign that joins a run; 和 and 及 may stand before its last item."""
    if len(run) == 1 or link[0] in "和及":
        return link[0]
    return statement.between(run[-2], run[-1])[0]


def _before(statement: Statement, total: Figure, run: tuple[Figure, ...]) -> Iterator[Finding]:
    """Check a total that stands before its parts: 共120件，其中甲45件、乙50件."""
    if not (total.like(run[0]) and total.exact) or total.unit in RELATIVE_UNITS:
        return
    run = _up_to_rest(tuple(takewhile(lambda one: not _outside(total, one), run)))
    between = statement.between(total, run[0]) if run else ""
    if not run or between.startswith(("）", ")")) or _BEFORE_NOW.search(total.label):
        return
    if not (_OPEN.search(between) and (_TOTAL.search(total.before) or _INSIDE.search(between))):
        return
    verdicts = all(_VERDICT.search(part.before) for part in run)
    if not all(part.exact for part in run) or (not verdicts and _are_done(statement, total, run)):
        return
    added = added_up(run)
    listed = statement.text[total.end : run[-1].end]
    of_all = total.number < added <= sum(one.number for one in listed_up_to(statement, total))
    if of_all or (not verdicts and may_overlap(statement, total, run)):
        return  # 讲座8场、咨询12场，其中乡镇15场、村5场
    told = bool(REST.search(listed) or _EITHER.search(listed) or _IN_TURN.search(between))
    if total.unit in _PEOPLE and not told:
        return  # women, party members and lawyers may be the same people
    if added > total.number or (told and added != total.number):
        # another sentence may go on about a figure further back
        sure = "。" not in between and not verdicts and (told or not _is_next_step(statement, run))
        yield _finding(statement, total, run, added, Level.ERROR if sure else Level.WARNING)
    elif not statement.text.startswith(("（", "("), run[-1].end) and _is_nearly_all(
        run, added, total, statement.text[total.end : run[-1].end + 6]
    ):
        yield _finding(statement, total, run, added, Level.WARNING)


def _is_next_step(statement: Statement, run: tuple[Figure, ...]) -> bool:
    """Tell whether the second of two is what was done next with the same: 其中邻里纠纷80件，司法确认12件."""
    if len(run) != 2:
        return False
    one, other = run
    return statement.between(one, other).startswith(("，", ",")) and one.before[-2:] != other.before[-2:]


_NEARLY = Decimal("0.85")


def _is_nearly_all(parts: tuple[Figure, ...], added: Decimal, total: Figure, listed: str) -> bool:
    """Tell whether parts fall so little short of a total that they are most likely meant to be all of it."""
    near = total.number * _NEARLY <= added < total.number
    return len(parts) > 2 and near and not PARTIAL.search(listed)


_OF_THOSE = pattern(
    r"(?P<what>立案|受理|受案|调解|化解|排查|办结|审查|应诉|登记|收到|承办|拆除|清理|检查|整改)的?[一-龥]{0,6}"
    r"(?:中[，,：:]?|包括|包含|分为|有)[^，,；;。\d]{0,10}$"
)


def _referred(statement: Statement, listed: list[_Run], earlier: tuple[Statement, ...]) -> Iterator[Finding]:
    """Check kinds of what a sentence before them counts: 立案96件。立案的案件中，简易程序58件，普通程序39件."""
    for _whole, run in listed:
        named = _OF_THOSE.search(statement.text[: run[0].start])
        if named is None or not all(part.exact for part in run):
            continue
        told = [one for said in earlier if said.block == statement.block for one in said.figures]
        totals = [
            one
            for one in told
            if named["what"] in one.before[-10:] and one.like(run[0]) and not _OF_A_YEAR.search(one.before)
        ]
        parts = tuple(takewhile(lambda one: not _APART.search(one.before), run))
        if len(parts) < 2 or not totals or not totals[-1].exact or _BEFORE_NOW.search(totals[-1].label):
            continue
        added = added_up(parts)
        closed = REST.search(parts[-1].before) or _EITHER.search(statement.text)
        missing = closed or _is_nearly_all(parts, added, totals[-1], statement.text)
        if added > totals[-1].number or (missing and added != totals[-1].number):
            yield Finding(
                f"{'加'.join(part.text for part in parts)}等于{plain_digits(added)}{parts[0].unit}，"
                f"与前面的{totals[-1].before}{totals[-1].text}不符。",
                "重新相加，改合计或改分项。",
                statement.block,
                statement.at(parts[0])[0],
                statement.at(parts[-1])[1],
                level=Level.WARNING,
            )


def _up_to_rest(run: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give a run up to what is left of the whole, without what is told again: 普通程序244宗，全部经法制审核244宗.

    What stands behind that goes on about it: 剩2件，1件等勘界.
    """
    left = next((at for at, part in enumerate(run) if _LEFT.search(part.before)), len(run))
    said = run[: left + 1]
    again = {
        at
        for at, (one, other) in enumerate(pairwise(said), 1)
        if one.number == other.number and _ALL_TOLD_AGAIN.search(other.before)
    }
    return tuple(part for at, part in enumerate(said) if at not in again)


_JUST_DONE = pattern(rf"(?:已|均|共|全部)*(?:{ACHIEVED.pattern})")
"""What is said of a figure that names nothing is of the one before it: 网上信访50件、办结50件."""


def _are_done(statement: Statement, total: Figure, run: tuple[Figure, ...]) -> bool:
    """Tell whether there is what was done of a total among the figures behind it, or of one of them: 调解9件，调成8件."""
    done = [bool(ACHIEVED.search(part.before) or "成功" in part.before) for part in run]
    of_the_one_before = any(
        now and not before and run[at + 1].number <= run[at].number
        for at, (before, now) in enumerate(pairwise(done))
        if statement.between(run[at], run[at + 1]).startswith(("，", ","))
        or _JUST_DONE.fullmatch(run[at + 1].before)
    )
    alike = len({part.before[-2:] for part in run}) == 1  # 立即整改30个、限期整改8个
    return of_the_one_before or (not ACHIEVED.search(total.label) and any(done) and not (all(done) and alike))


def _outside(total: Figure, figure: Figure) -> bool:
    """Tell whether a figure that is listed is no part of a total: a sum, the total once more, 另有辅助人员4人."""
    other = figure.unit != total.unit and _FOUND.match(figure.before)  # 其中食品类28家，发现隐患12处
    return bool(other or CLOSE.search(figure.before) or _APART.search(figure.before)) or _again(total, figure)


_FOUND = pattern(
    "(?:共|累计|并|已|现场)*(?:发现|排查|查出|整改|消除|张贴|悬挂|发放|化解|查处|下发|印发|制作|提出|解答)"
)


def _again(total: Figure, figure: Figure) -> bool:
    """Tell whether the total is said once more, and no part of it: 查摆16项，其中立行立改2项，16项全部整改."""
    return figure.number == total.number and bool(_ALL_OF_IT.match(figure.after))


def _shares(statement: Statement) -> Iterator[Finding]:
    for start, end, added in wrong_shares(statement.text):
        yield Finding(
            f"各项占比相加等于{plain_digits(added)}%。",
            "重新计算各项占比。",
            statement.block,
            statement.start + start,
            statement.start + end,
        )


def _behind(statement: Statement, run: tuple[Figure, ...]) -> Iterator[Finding]:
    """Check a total that stands behind its parts: 甲45件、乙50件，共计100件."""
    for size in range(2, len(run)):
        if CLOSE.search(run[size].before) and all(part.exact for part in run[: size + 1]):
            added = added_up(run[:size])
            if added == run[size].number or any(NO_SUMMAND.search(part.before) for part in run[:size]):
                continue
            if not is_summed_otherwise(statement, run[:size], run[size]):
                level = Level.WARNING if is_sum_of_some(run[:size], run[size]) else Level.ERROR
                yield _finding(statement, run[size], run[:size], added, level)


def _finding(
    statement: Statement, total: Figure, parts: tuple[Figure, ...], added: Decimal, level: Level
) -> Finding:
    start, end = statement.at(total)
    summed = "加".join(part.text for part in parts)
    return Finding(
        f"{summed}等于{plain_digits(added)}{parts[0].unit}，与合计{total.text}不符。",
        "重新相加，改合计或改分项。"
        if added > total.number
        else "重新相加；如有未列出的，加上“其他……”或“主要”二字。",
        statement.block,
        start,
        end,
        level=level,
    )
