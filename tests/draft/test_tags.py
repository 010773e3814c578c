"""Clauses into sentences: what drops, what leads in, what closes a group."""

import pytest

from generator.draft import marks
from generator.draft.tags import join_clauses

A, B, NONE = marks.value("三次", ("甲",)), marks.value("20份", ("乙",)), marks.MISSING
ZERO = marks.ZERO + marks.value("未发生败诉案件", ("丙",))


def sentence(*lines):
    return marks.plain(join_clauses("\n".join(lines)))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((f"开展活动{A}", f"发放资料{B}"), "开展活动三次，发放资料20份。"),
        ((f"开展活动{NONE}", f"发放资料{B}"), "发放资料20份。"),
        ((f"开展活动{NONE}", f"发放资料{NONE}"), ""),
        (("围绕重点领域", f"开展活动{A}"), "围绕重点领域，开展活动三次。"),
        (("围绕重点领域", f"开展活动{NONE}"), ""),
        (("围绕重点领域",), ""),
        (("围绕重点领域", f"开展活动{A}", "在集市上", f"发放资料{NONE}"), "围绕重点领域，开展活动三次。"),
        (("围绕重点领域", f"开展活动{NONE}", "在集市上", f"发放资料{B}"), "在集市上，发放资料20份。"),
        ((f"开展活动{A}；", f"发放资料{B}"), "开展活动三次；发放资料20份。"),
        ((f"开展活动{NONE}；", f"发放资料{B}"), "发放资料20份。"),
        ((f"甲{A}", f"乙{NONE}；", f"丙{B}"), "甲三次；丙20份。"),
        ((f"开展活动{A}；", f"发放资料{NONE}"), "开展活动三次。"),
        ((f"败诉{ZERO}，共", f"发放资料{B}"), "未发生败诉案件，发放资料20份。"),
        (("", f"  开展活动{A}  ", ""), "开展活动三次。"),
        ((f"开展活动{A}", marks.value("太好了！", ("丁",))), "开展活动三次，太好了！"),
        ((marks.value("他说“好。”", ("丁",)),), "他说“好。”"),
        ((), ""),
    ],
)
def test_clauses_join_into_a_sentence(lines, expected):
    assert sentence(*lines) == expected


def test_a_sentence_keeps_the_grounds_of_its_clauses():
    assert marks.grounds(join_clauses(f"开展活动{A}\n发放资料{B}\n败诉{ZERO}")) == ("甲", "乙", "丙")
