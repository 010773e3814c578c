"""文字: a word that sounds like the one that goes with its neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.pairs import mistaken_words
from generator.checks.registry import rule


@rule(
    "文字-45",
    "搭配的词选错了字",
    yields_to=("文字-09", "文字-10", "文字-11", "文字-40", "提法-09", "提法-24"),
    bad="逐步形成了遇事先找调解员的良好分为，居民的法治意思明显提高。",
    good="逐步形成了遇事先找调解员的良好氛围，居民的法治意识明显提高。",
)
def word_beside_another(material: Material) -> Iterator[Finding]:
    """查常在一起用的两个词，有没有一个写成了同音、形近的另一个词。

    查什么：“良好分为”“法治意思”“签定协议”：前一个词常接的词里有与后面两个字同音、形近的，而写出的不在其中；反过来也查。
    为什么：拼音输入选错的往往也是个词，单看不出错，连着前后才看得出。
    怎么改：按提示改；确是另一个意思的不必改。
    """
    for number, read in enumerate(material.readings):
        for one in mistaken_words(read.text):
            said = read.text[one.start : one.end]
            yield Finding(
                f"“{said}”疑为“{one.meant}”之误（{one.pair}）。",
                f"改为“{one.meant}”。",
                number,
                *read.at(one.start, one.end),
            )
