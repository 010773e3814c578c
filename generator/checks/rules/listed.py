"""文字: wrong characters by a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import Lexicon
from generator.checks.vocabulary import Slip, covered, vocabulary
from generator.problems import Level


@cache
def _slips() -> Lexicon[Slip]:
    words = vocabulary()
    return Lexicon(words.slips, words.spared)


@rule(
    "文字-09",
    "错别字",
    gravest=Level.ERROR,
    bad="进一步按排部署，确实加强执法检查，发现宣传资料1万份。",
    good="进一步安排部署，切实加强执法检查，按排名先后发放宣传资料1万份。",
)
def wrong_character(material: Material) -> Iterator[Finding]:
    """查公文里常见的错别字。

    查什么：用语库里的错别字，如“布署”“执法体质”“确实加强”“现提将”“基做到”“矛盾纠份”“检查院”。
    为什么：拼音输入选错字，自己读不出来。
    怎么改：按提示改；确实没错的，可在事实文件的“检查”里停用并写明原因。
    """
    for number, read in enumerate(material.readings):
        for start, wrong, slip in _slips().find(read.text):
            if len(wrong) <= 3 and covered(read.text, start, start + len(wrong)):
                continue
            yield Finding(
                f"“{wrong}”疑为“{slip.right}”之误。",
                f"改为“{slip.right}”。",
                number,
                *read.at(start, start + len(wrong)),
                level=slip.level if len(wrong) > 3 else Level.WARNING,
                mend=slip.right if len(wrong) > 3 and slip.level is Level.ERROR else None,
            )
