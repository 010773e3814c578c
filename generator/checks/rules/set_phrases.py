"""提法: another word in the place where a set phrase has one word only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.set_phrases import odd_words


@rule(
    "提法-35",
    "成套的话里换了词、漏了词",
    yields_to=("提法-08", "提法-09", "提法-10", "提法-19", "提法-24", "提法-31", "文字-09", "文字-10"),
    bad=Example("坚定“四个自信”、做到“两个坚持”，弘扬社会主义法治，落实事前事中监管。", year=2024),
    good=Example("坚定“四个自信”、做到“两个维护”，弘扬社会主义法治精神，加强事中事后监管。", year=2024),
)
def odd_word_in_set_phrase(material: Material) -> Iterator[Finding]:
    """查成套的话里有没有换了一个词、漏了一个词。

    查什么：前后几个字与成套的话一样，中间或末尾只能用一两个词的地方写了别的词，或者什么也没写：“做到‘两个坚持’”“弘扬社会主义法治，”
    “共建共治共建”“《中华人民共和国行政法》”。
    为什么：成套的话一个词也不能换；换上的也是个词，单看不出错。
    怎么改：按提示改；确是另一个意思的不必改。
    """
    for number, read in enumerate(material.readings):
        for one in odd_words(read.text):
            message = f"“{read.text[one.start : one.end]}”疑应是“{one.meant}”。"
            yield Finding(message, f"改为“{one.meant}”。", number, *read.at(one.start, one.end))
