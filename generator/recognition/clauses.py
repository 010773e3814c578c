"""The figures of a sentence that can be facts, each with the words of its clause and what was said before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.numbers.prose import Figure, figures
from generator.numbers.written import BEFORE
from generator.patterns import pattern
from generator.recognition.fillers import LEADING

_CUT = pattern(
    "[，,；;。：:！？\n]|[（(](?!(?:镇|居|区|街道|社区|村社|扩大)[）)])|"
    "(?<!（[镇居区])(?<!（街道|（社区|（村社|（扩大)[）)]"
)
_ASIDE = pattern(
    "（扩大）|(?:、?走?进(?:机关|乡村|农村|村[社居庄]?|社区|学校|校园|企业|单位|家庭|军营|网络|市场|工地|商圈|医院|网格|景区|"
    "宗教场所|公共场所)(?:（[一-龥]{1,2}）)?){2,}"
)
"""What stands within a name and says where or how wide: 党工委（扩大）会议, 法治宣传进机关、进农村、进校园活动."""
_HOW_OFTEN = pattern("每[一二两三四半]?个?(?:年度?|季度?|月|周|星期|日|天|旬)(?:至少|不少于)?$")
_FREE = pattern(
    f"(?:.|{LEADING.pattern.removeprefix('^')}|(?:[一-龥]{{2,3}}(?:镇|乡|街道))?全[镇乡]共?|"
    "将?(?:街道|辖区)|(?:组织|选派|下沉|安排)(?:[全各我本](?:镇|乡|街道?|村|县|区|市|局))?)?"
)
"""What stands before a figure and names nothing, so that its noun stands behind it."""
_STOP = "。！？\n"
_APPROX = pattern(f"(?:{BEFORE})$")
_NAMED = pattern("“[^”]*”|《[^》]*》|‘[^’]*’|〔[^〕]*〕")
_DURATIONS = frozenset("年岁周天度分级档层等字位方届倍") | {
    *("周岁", "个月", "小时", "个小时", "分钟", "工作日", "个工作日", "个星期"),
}
"""Measures that mostly say how long, how old or how far: no facts unless a field is in them."""


class Said(NamedTuple):
    """A figure that can be a fact: `start:end` in the text with its word of approximation, the words of its clause.

    `before` and `after` are the words beside it up to the next figure or sign; `sentence` all of its sentence that
    stands before its clause, `passage` all of the text before its sentence; `vague` tells that its measure is
    mostly none of a fact, as is how often a thing is done (每两月1次).
    """

    figure: Figure
    start: int
    end: int
    before: str
    after: str
    sentence: str
    passage: str
    vague: bool


def said_figures(text: str) -> Iterator[Said]:
    """Give the figures of a text that can be facts: those in quotes and titles, dates and years are none."""
    named = [match.span() for match in _NAMED.finditer(text)]
    left, edge, before = 0, -1, ""
    found = figures(text)
    for number, figure in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        approx = _APPROX.search(text, left, figure.start)
        start = approx.start() if approx else figure.start
        clause = _begin(text, left, start)
        right = following.start if following else len(text)
        after = _CUT.split(text[figure.end : right])[0]
        opening = _sentence_start(text, start)
        left = figure.end
        if any(begin < figure.start < end for begin, end in named):
            continue
        if following and len(after) > 1 and after.endswith("、") and figure.end + len(after) == right:
            left = right  # 11个行政村、56个村民小组: the words before the comma belong to the first
        elif following and figure.end + len(after) == right and not _FREE.fullmatch(text[clause:start]):
            after = ""  # the words between two figures belong to the second
        # 拆除违法建设43处、6820平方米: the second is said of the same words
        before = before if text[edge:start] == "、" and before else _ASIDE.sub("", text[clause:start])
        edge = figure.end
        yield Said(
            figure,
            start,
            figure.end,
            before,
            after,
            text[opening:clause],
            text[:opening],
            figure.unit in _DURATIONS
            or figure.quantity.after in {"以内", "之内"}
            or bool(_HOW_OFTEN.search(text[clause:start])),
        )


def _begin(text: str, left: int, start: int) -> int:
    """Give where the clause of a figure begins: behind the last sign, or behind the figure before it."""
    return max([left, *(match.end() for match in _CUT.finditer(text, left, start))])


def _sentence_start(text: str, start: int) -> int:
    return max(text.rfind(sign, 0, start) for sign in _STOP) + 1
