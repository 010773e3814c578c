"""标注: own sentences that rest on a total (其余7件, 这231件, 其中) and do not stand behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import facts
from generator.facts.resting import Resting, resting_sentences
from generator.numbers.prose import Figure, figures
from generator.patterns import pattern
from generator.topics.kinds import shortened
from generator.topics.loading import SENTENCES
from generator.yamltext.path import dotted

_OWN = pattern(r"\.(?:正文|做法|亮点)(?:\.|$)")
_ORDINAL = pattern("^[一二三四五六七八九十]{1,2}是")
_CLAUSE = pattern("[，；]")
_SHOWN = 16
_LINK = pattern(
    "(?P<part>其中)|对此|[为由因据]此|其(?![中余他它次实间后])|(?:该项?|上述|前述)"
    "(?P<noun>工作|活动|制度|机制|做法|办法|模式|平台|项目|事项|案件|纠纷|问题|中心|社区|企业|[案村站室所队组镇乡户点])"
    "|(?P<all>均(?![衡等价])|全部(?=[办整化按完落已])|同比|环比|[较比](?:上年|去年|20[0-9][0-9]年))"
)
"""The beginning of a sentence that tells something of what stands before it: 对此, 该平台, 上述案件, 均, 同比."""


class _Sentence(NamedTuple):
    """A sentence of the report, and the paths of its facts."""

    text: str
    paths: tuple[str, ...]

    def own_home(self) -> str:
        """Give the path of what its own words stand under, or an empty text where it has none."""
        return next((_OWN.split(path)[0] for path in self.paths if _OWN.search(path)), "")

    def is_of(self, home: str) -> bool:
        """Tell whether it says something of what stands there."""
        return any(path.startswith(f"{home}.") for path in self.paths)


@rule(
    "标注-07",
    "“其余”“上述”印在总数前面",
    only_with=("其余", "余下", "剩余", "剩下", "尚", "这", "上述", "前述", "以上", "另", "还有"),
    bad=facts("行政执法: {做法: [其余3件正在调查。], 立案: 20件, 检查笔录: 41份}"),
    good=facts("行政执法: {立案: 20件, 检查笔录: 41份, 正文: [其余3件正在调查。]}"),
)
def told_before_its_total(material: Material) -> Iterator[Finding]:
    """查自己的句子以“其余7件”“这231件”“尚有7件”“另有2件”“上述”开头，所说的总数却在后面才印。

    查什么：“正文”“做法”“亮点”里这样开头的句子，同一主题印在它前面的话里没有它能依靠的数，后面的话里才有。
    为什么：“其余”要先有总数；先说其余，读的人不知道是什么的其余。
    怎么改：写成“正文”，放在总数那个字段的下面；或者在句子里先写明总数。算得出是哪两个数之差的，程序自己放在后面，不用改。
    """
    rows = [_Sentence(*row) for row in material.grounds]
    for at, row in enumerate(rows):
        home = row.own_home()
        for resting in _restings(row.text) if home else ():
            if any(_totals(resting, rows[:at], home)):
                continue
            if later := next(_totals(resting, rows[at + 1 :], home), None):
                yield _finding(material, row, resting, *later)


@rule(
    "标注-08",
    "“其中”“对此”“均”“同比”接在程序写的话后面",
    only_with=("其", "此", "该", "上述", "前述", "均", "全部", "同比", "环比", "上年", "去年"),
    bad=facts("行政执法: {立案: 20件, 检查笔录: 41份, 正文: [其中现场笔录11份。]}"),
    good=facts("行政执法: {立案: 20件, 正文: [全年制作检查笔录41份，其中现场笔录11份。]}"),
)
def part_behind_words_of_the_template(material: Material) -> Iterator[Finding]:
    """查自己的句子说的是前面的事，前面一句却是程序写的。

    查什么：“正文”“做法”“亮点”里以“其中”“对此”“为此”“该项”“上述”“其”“均”“全部”“同比”“较上年”开头的句子，印出来前面不是自己的句子；
    前面正是“正文”上面那个字段的话的，“该”“上述”后面的词前面一句说了的，不算。
    为什么：这些词说的是前面最近的事、最近的数；字段的句子由程序排，前面是哪一句，写的时候看不见。
    怎么改：把总数与“其中”写在同一句里，总数标成字段；别的，把说的是什么写在同一句里。
    """
    rows = [_Sentence(*row) for row in material.grounds]
    above = _above_sentences(material)
    for before, row in pairwise(rows):
        home = row.own_home()
        bare = _ORDINAL.sub("", row.text.strip(), count=1)
        link = _LINK.match(bare) if home and before.own_home() != home else None
        if link and not (link.lastgroup != "part" and _is_meant(link, before, above.get(home, ""))):
            yield _left_without(bare, link, before, next(one for one in row.paths if _OWN.search(one)))


def _left_without(bare: str, link: re.Match[str], before: _Sentence, path: str) -> Finding:
    """Say what stands before words that go on from something else; under a heading nothing does."""
    nearest = _CLAUSE.split(before.text.strip().rstrip("。"))[-1]
    read = f"前面印的是“{shortened(nearest, _SHOWN)}”，读起来说的是它。"
    if not before.text.strip().endswith(("。", "；", "！")):
        read = "印在标题下面的第一句，前面没有它说的事。"
    fix = "把总数与“其中”写在同一句里。" if link["part"] else f"把“{link[0]}”说的是什么写在同一句里。"
    return Finding(f"“{shortened(bare, _SHOWN)}”{read}", fix, field=path)


def _above_sentences(material: Material) -> dict[str, str]:
    """Give, by the path of each topic with 正文, the path of the field that stands above it in the file."""
    topics = material.facts.reported if material.facts else ()
    found = {}
    for topic in topics:
        keys = topic.keys[: topic.keys.index(SENTENCES)] if SENTENCES in topic.keys else ()
        if last := next((key for key in reversed(keys) if key in topic.values), ""):
            found[dotted(topic.path)] = dotted((*topic.path, last))
    return found


def _is_meant(link: re.Match[str], before: _Sentence, above: str) -> bool:
    """Tell whether the sentence before own words is what they go on from.

    It tells the field above them, the last of it where they go on from a figure; or it has the noun behind 该 in it.
    """
    if link["noun"]:
        return link["noun"] in before.text
    if not above or above not in before.paths:
        return False
    return not link["all"] or [one for one in before.paths if not one.startswith("上年")][-1] == above


def _restings(sentence: str) -> Iterator[Resting]:
    bare = _ORDINAL.sub("", sentence.strip(), count=1)
    return (resting for resting, before in resting_sentences(bare) if not before)


def _totals(resting: Resting, rows: Iterable[_Sentence], home: str) -> Iterator[tuple[_Sentence, Figure]]:
    """Give the figures on which a sentence can rest, with the sentences of its topic that say them."""
    of_home = (row for row in rows if row.is_of(home))
    return ((row, one) for row in of_home for one in figures(row.text) if resting.may_rest_on(one))


def _finding(
    material: Material, row: _Sentence, resting: Resting, later: _Sentence, total: Figure
) -> Finding:
    paths = [one for one in later.paths if not one.startswith("上年")]
    path = next((one for one in paths if material.said.get(one) == total.text), paths[0])
    name, line = path.rpartition(".")[2], material.facts.place(path).line if material.facts else 0
    clause = f"{total.before}{total.text}".strip()
    return Finding(
        f"“{shortened(resting.text, _SHOWN)}”印在“{shortened(clause)}”（第{line}行）前面，读到这里还不知道总数。",
        f"请写成“正文”里的一句，放在第{line}行的“{name}”下面；或者在这句话里先写明总数。",
        field=next(one for one in row.paths if _OWN.search(one)),
    )
