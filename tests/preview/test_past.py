"""What a file held before can be had back letter by letter, though it is not kept whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.preview.actions import SetValue
from generator.preview.past import Past
from generator.preview.session import Session

TEXTS = st.lists(st.text(alphabet="甲乙丙\n\r😀", max_size=12), max_size=12)


@given(TEXTS, st.integers(1, 12))
def test_the_last_texts_come_back_in_turn(texts, most):
    past = Past(most)
    for text in texts:
        past.put(text)
    kept = texts[-most:] if texts else []
    assert len(past) == len(kept)
    assert [past.take() for _ in kept] == kept[::-1]
    assert not past


@given(TEXTS, TEXTS)
def test_what_is_put_after_some_were_taken_comes_back_too(texts, more):
    past = Past(len(texts) + len(more) + 1)
    for text in texts:
        past.put(text)
    half = [past.take() for _ in texts[len(texts) // 2 :]]
    for text in more:
        past.put(text)
    kept = [*texts[: len(texts) - len(half)], *more]
    assert [past.take() for _ in kept] == kept[::-1]


def test_nothing_comes_of_none():
    past = Past(3)
    past.put("甲")
    past.clear()
    with pytest.raises(IndexError):
        past.take()


def test_many_steps_take_little_room(tmp_path):
    """Two hundred steps in a long file are kept as the letters that changed, not as two hundred files."""
    path = tmp_path / "甲镇-2023.yaml"
    filling = "".join(f"# 第{number}行批注\n" for number in range(2000))
    path.write_text(f"年度: 2023\n单位:\n  名称: 甲镇\n  简称: 乙镇\n{filling}", encoding="utf-8")
    session = Session(path)
    for number in range(300):
        name = ("名称", "简称")[number % 2]
        session.do(SetValue(("单位", name), f"第{number}镇"))
    back = session._back
    assert len(back) == 200
    assert sum(len(one.had) for one in back._before) < 5_000
    for _ in range(200):
        session.undo()
    assert "名称: 第98镇" in session.text
    assert "简称: 第99镇" in session.text
    assert not session.can_undo
