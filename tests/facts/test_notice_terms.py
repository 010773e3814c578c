"""What a notice does not want, and what it wants last year to be called, as it is written and as it is read."""

import pytest

from generator.facts.notice_terms import read_banned_words, read_last_year, read_part_shares, read_unsaid
from generator.topics.kinds import MisreadError


@pytest.mark.parametrize(
    ("read", "written", "expected"),
    [
        (read_banned_words, ("亮点、大力",), ("亮点", "大力")),
        (read_banned_words, ("“亮点”", "打造样板；亮点"), ("亮点", "打造样板")),
        (read_unsaid, ("姓名、企业名称",), ("姓名", "企业名称")),
        (read_unsaid, ("人名", "当事人姓名，表彰"), ("姓名", "荣誉排名")),
        (read_last_year, "年份", "年份"),
    ],
)
def test_what_is_read(read, written, expected):
    assert read(written, "项") == expected


@pytest.mark.parametrize(
    ("read", "written", "word"),
    [
        (read_banned_words, ("亮点、好",), "一个字的“好”"),
        (read_unsaid, ("大话",), "“大话”程序查不了"),
        (read_last_year, "去年", "写的是“去年”"),
        (read_part_shares, ("第三、四部分少写",), "写的是“第三、四部分少写”"),
    ],
)
def test_what_cannot_be_read_is_told(read, written, word):
    with pytest.raises(MisreadError) as caught:
        read(written, "项")
    assert word in caught.value.message
    assert caught.value.fix
