"""雷同: what one report says twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import ceil
from operator import add
from typing import NamedTuple

from generator.checks.figures import bare
from generator.checks.material import Finding, Material, Sentence
from generator.checks.registry import rule
from generator.patterns import pattern
from generator.problems import Level

_PARAGRAPH = 30
_SENTENCE = 16
_CLAUSE = 13
_SHORTEST = 8
_PIECES = pattern(rf"[^，,。；;！？\n]{{{_SHORTEST},}}")


@rule(
    "雷同-01",
    "一段话写了两遍",
    level=Level.ERROR,
    bad="全年组织法治宣传进机关活动4次，增强领导干部的学法意识和依法行政能力，取得实效。\n\n全年组织法治宣传进机关活动4次，增强领导干部的学法意识和依法行政能力，取得实效。",
    good="全年组织法治宣传进机关活动4次，增强领导干部的学法意识和依法行政能力。\n\n全年组织法治宣传进学校活动6次，覆盖中小学生1200人次。",
)
def paragraph_twice(material: Material) -> Iterator[Finding]:
    """查一篇里有没有两段相同的话。

    查什么：去掉标点和序号后文字相同、长三十字以上的段落。
    为什么：复制粘贴时多贴了一次，或者两部分抄了同一段。
    怎么改：删去一处；确需两处都说的，换个说法并写各自的内容。
    """
    seen: dict[str, int] = {}
    for number, block in enumerate(material.blocks):
        key = _unnumbered(block.text) if len(block.text) >= _PARAGRAPH else ""
        if len(key) < _PARAGRAPH:
            continue
        if key in seen:
            yield Finding(
                f"这一段与前面第{seen[key] + 1}段相同：“{block.text[:16]}……”。",
                "删去一处。",
                number,
                0,
                len(block.text),
            )
        else:
            seen[key] = number


def _unnumbered(paragraph: str) -> str:
    """Give a paragraph's words without signs and the number before it: 一是, 2., （三）, but not 3月."""
    return re.sub(r"^\d+(?![\d月])|^[一二三四五六七八九十]+(?:是)?", "", bare(paragraph))


@rule(
    "雷同-02",
    "一句话写了两遍",
    bad="一是加大宣传力度。司法所牵头组织法律宣传进机关活动4次。二是抓好重点人群。司法所牵头组织法律宣传进机关活动4次。",
    good="一是加大宣传力度。司法所牵头组织法律宣传进机关活动4次。二是抓好重点人群。妇联牵头组织法律宣传进家庭活动3次。",
)
def sentence_twice(material: Material) -> Iterator[Finding]:
    """查有没有两句相同的话，同一段里有没有两个相同的分句。

    查什么：文字相同、长十六字以上的句子；二十四字以上、只差几个字的句子；同一段里文字相同、长十三字以上的分句和八字以上的句子，
    前一分句末尾刚写过的八字以上的分句（“建立健全……机制，健全……机制”）。
    为什么：多半是拼接材料时留下的重复。
    怎么改：删去一处。
    """
    seen: dict[str, Sentence] = {}
    for sentence in material.sentences:
        if len(sentence.text) < _SENTENCE:
            continue
        key = re.sub(r"^[一二三四五六七八九十]是|^第[一二三四五六七八九十]", "", bare(sentence.text))
        first = seen.setdefault(key, sentence)
        if len(key) < _SENTENCE or first is sentence or _same_paragraphs(material, first, sentence):
            continue
        yield Finding(
            f"这句话前面写过：“{sentence.text[:18]}……”。",
            "删去一处。",
            sentence.block,
            sentence.start,
            sentence.start + len(sentence.text),
        )
    for number, block in enumerate(material.blocks):
        yield from _clauses(block.text, number)
    yield from _near(material)


def _same_paragraphs(material: Material, one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences stand in equal headings or in long equal paragraphs, which have their own rules."""
    if one.block == other.block:
        return False
    first, second = (_unnumbered(material.blocks[sentence.block].text) for sentence in (one, other))
    told = len(first) >= _PARAGRAPH or material.ranks[one.block] > 0
    return first == second and told


_LONG = 24
_ALIKE = 0.85
_TOLD_APART = 2
"""Of a sentence that was said in two blocks, one stands in another block than any sentence that comes."""


class _Said(NamedTuple):
    """A long sentence that was said: its block, its words without signs, and the pairs of characters in them."""

    block: int
    key: str
    pairs: frozenset[str]

    def rarest(self, often: Mapping[str, int]) -> list[str]:
        """Give so many of the pairs, the rarest in the text, that a sentence alike has one of them among its own."""
        fewest = ceil(_ALIKE * len(self.pairs))
        return sorted(self.pairs, key=lambda pair: (often[pair], pair))[: len(self.pairs) - fewest + 1]

    def nearly_says(self, other: _Said) -> bool:
        """Tell whether another block's sentence differs in a few characters alone."""
        return (
            self.key != other.key
            and self.block != other.block
            and len(self.pairs & other.pairs) >= _ALIKE * max(len(self.pairs), len(other.pairs))
            and not _listing(other.key, self.key)
        )


def _near(material: Material) -> Iterator[Finding]:
    """Give short sentences said twice in one paragraph, and long ones anywhere that differ in a few characters."""
    short: set[tuple[int, str]] = set()
    long: list[tuple[Sentence, _Said]] = []
    for one in material.sentences:
        key = _unnumbered(one.text)
        if material.ranks[one.block] or len(key) < _SHORTEST:
            continue
        if len(key) >= _SENTENCE:
            long.append((one, _Said(one.block, key, frozenset(map(add, key, key[1:])))))
        elif (one.block, key) in short:
            yield _again(one, "同一段里写了两遍")
        else:
            short.add((one.block, key))
    often = Counter(pair for _one, said in long for pair in said.pairs)
    before: dict[str, list[_Said]] = {}
    blocks: dict[str, set[int]] = defaultdict(set)
    for one, said in long:
        rarest = [pair for pair in said.rarest(often) if often[pair] > 1]
        alike = (other for pair in rarest for other in before.get(pair, ()))
        if len(said.key) >= _LONG and any(map(said.nearly_says, alike)):
            yield _again(one, "这句话前面写过，只差几个字")
        if said.block not in blocks[said.key] and len(blocks[said.key]) < _TOLD_APART:
            blocks[said.key].add(said.block)
            for pair in rarest:
                before.setdefault(pair, []).append(said)


def _again(one: Sentence, why: str) -> Finding:
    start = f"{one.text[:18]}……" if len(one.text) > _LONG else one.text
    fix = "删去一处；确是两件事的，写明各自的内容。"
    return Finding(f"{why}：“{start}”。", fix, one.block, one.start, one.start + len(one.text))


def _listing(one: str, other: str) -> bool:
    """Tell whether two sentences alike have other figures, as the rows of a list have: 3月…5次, 6月…8次."""
    figures = _FIGURE.findall(one)
    return len(figures) > 1 and figures != _FIGURE.findall(other)


_FIGURE = pattern(r"\d+")


def _clauses(text: str, number: int) -> Iterator[Finding]:
    seen: set[str] = set()
    last = ""
    for match in _PIECES.finditer(text):
        key = bare(match.group())
        sentence = (
            text[match.start() - 1 : match.start()] not in "，,；;"
            and text[match.end() : match.end() + 1] not in "，,"
        )
        if len(key) >= _CLAUSE and key in seen and not (sentence and len(key) >= _SENTENCE):
            yield Finding(f"同一段里写了两遍：“{match.group()}”。", "删去一处。", number, *match.span())
        elif len(key) >= _SHORTEST and last.endswith(key) and not sentence:
            yield Finding(f"前面刚写过：“{match.group()}”。", "删去一处。", number, *match.span())
        seen.add(key)
        last = key
