"""Numbers before headings and points."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("结构-10", "一、主要举措和成效\n\n开展普法12场。\n\n三、存在的不足\n\n学法不深。"),
    ("结构-11", "（一）加强组织领导。定期研究。\n\n（二）规范执法。持证上岗。\n\n（四）强化普法。开展12场。"),
    ("结构-11", "（一）加强领导。（二）规范执法。（二）强化普法。"),
    ("结构-12", "1、健全工作机制。"),
    ("结构-12", "（三）、深化普法宣传。开展活动12场。"),
]
SOUND = [
    "1.健全机制。2.加强培训。\n\n二是强化监督。1.完善制度。2.严格考核。",
    "（三）强化普法宣传。开展活动12场。\n\n（四）化解矛盾纠纷。调解98件。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if not code.startswith(("提法", "文字"))]
