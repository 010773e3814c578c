"""文字: blanks beside figures, which tear them from their measure words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import BLANKS, told_together
from generator.checks.spacing import BESIDE_FIGURE, is_running


@rule(
    "文字-24",
    "数字旁边有空格",
    only_with=BLANKS,
    bad="全年应诉 14 起，办结率 100%。",
    good="全年应诉14起，办结率100%，使用App 3款。",
)
def blanks_beside_figures(material: Material) -> Iterator[Finding]:
    """查数字和汉字、标点之间有没有空格。

    查什么：“14 起”“胜诉率 92.85%”“2024 年”里的空格；字母和数字之间的、表格里的、“附件1”“表1”和名称之间的不算。
    为什么：公文里数字和汉字连着写；从网页、软件里复制来的常带空格，排版时会从空格处断开。
    怎么改：删去空格。一段里有几处，只报第一处并说明个数；全文都是的，只报一次。
    """
    hits = (list(BESIDE_FIGURE.finditer(one.text)) if is_running(one) else [] for one in material.blocks)
    for number, blanks, more in told_together(hits):
        text = material.blocks[number].text
        # in a facts file the blanks of one paragraph may stand in several values: each is mended by itself
        first, last = blanks[0], blanks[0] if material.facts else blanks[-1]
        around = text[max(0, first.start() - 3) : first.end() + 3]
        mend = BESIDE_FIGURE.sub("", text[first.start() - 1 : last.end() + 1])[1:-1]
        yield Finding(
            f"“{around}”中间有空格{more}。", "删去空格。", number, first.start(), last.end(), mend=mend
        )
