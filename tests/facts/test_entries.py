"""Places of a facts file in words."""

import pytest

from generator.facts.entries import entry_named, in_plain_words

NAMED = [
    ("举措成效.健全机制.行政执法.立案", "“行政执法”的“立案”"),
    ("举措成效.行政执法", "“行政执法”"),
    ("举措成效.健全机制.行政执法.正文.2", "“行政执法”的“正文”第2句"),
    ("举措成效.行政执法.立案", "“行政执法”的“立案”"),
    ("举措成效.行政执法.做法.1", "“行政执法”的“做法”第1句"),
    ("举措成效.行政执法.亮点.2", "“行政执法”的“亮点”第2句"),
    ("举措成效.行政执法.活动.2.名称", "“行政执法”的“活动”第2条的“名称”"),
    ("单位.名称", "“单位”的“名称”"),
    ("不足.1.原因", "“不足”第1条的“原因”"),
    ("第一责任人.领导班子学法", "“第一责任人”的“领导班子学法”"),
    ("", ""),
]


@pytest.mark.parametrize(("field", "words"), NAMED)
def test_an_entry_is_named_in_words(field, words):
    assert entry_named(field.split(".")) == words


def test_the_paths_in_a_text_are_named_in_words():
    told = in_plain_words("“举措成效.健全机制.行政执法.立案”还没有填，占1.5%，见“3.15”。")
    assert told == "“行政执法”的“立案”还没有填，占1.5%，见“3.15”。"
