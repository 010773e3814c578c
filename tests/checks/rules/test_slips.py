"""Wrong characters."""

from __future__ import annotations

import pytest

from generator.checks.vocabulary import common_words, phrases, vocabulary
from tests.checks.examples import codes

FAULTS = [
    ("文字-09", "确实加强执法监督。"),
    ("文字-09", "深化执法体质改革。"),
    ("文字-09", "现提将有关情况报告如下。"),
    ("文字-09", "基做到小事不出村。"),
    ("文字-09", "发现宣传资料1万份。"),
    ("文字-09", "發(fā)現(xiàn)宣傳資料1萬份。"),
    ("文字-09", "截止目前，化解纠纷98件。"),
    ("文字-09", "对违建予以折除。"),
    ("文字-10", "落实重大执法决定法制申核。"),
    ("文字-10", "健全矛盾纠份化解机制。"),
    ("文字-10", "聘请法律雇问2名。"),
    ("文字-11", "落实哽地保护制度。"),
    ("文字-11", "风险瓶估机制健全。"),
]
SOUND = [
    "按排名先后公布，大会仪式隆重，社会义务劳动。",
    "先进于他人，由与会人员讨论，对与案件有关的人员回避。",
    "产值的增长，采取的措施，行使的职权，自己有诉求。",
    "2023年末发生2件，全年未发生败诉案件。",
    "监督到位，工作到位，强化规划引领。",
    "“湾事芜优”“企暖花开”等品牌，老赵调解室，银领公司。",
    "督察反馈问题，督查督办事项，检察院检察建议。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if code in ("文字-09", "文字-10", "文字-11")]


def test_every_listed_slip_is_found_by_itself_and_its_remedy_is_no_slip():
    for slip in vocabulary().slips.values():
        assert slip.wrong != slip.right
        assert slip.wrong not in common_words()
        assert slip.right not in vocabulary().slips


def test_no_standing_phrase_is_flagged():
    text = "。".join(sorted(phrases())) + "。"
    assert not [code for code in codes(text) if code in ("文字-09", "文字-10", "文字-11")]
