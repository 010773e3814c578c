"""What a ledger answers is what looking at every figure would give."""

from hypothesis import given
from hypothesis import strategies as st

from generator.checks.ledger import Ledger, SaidOf
from generator.numbers.arithmetic import right_rate
from generator.numbers.prose import figures
from generator.numbers.quantity import percent

ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["受理", "办结", "未办结", "新增办结"]),
        st.integers(1, 30),
        st.sampled_from(["件", "起", "户", "余件"]),
    ),
    min_size=1,
    max_size=12,
)


def is_whole(figure):
    return "受理" in figure.label


@given(
    ENTRIES,
    st.sampled_from(["0%", "10%", "33%", "33.3%", "50%", "66.67%", "99%", "99.9%", "100%", "120%"]),
    st.booleans(),
)
def test_a_ledger_answers_as_a_look_at_every_figure_would(entries, rate, at_least):
    told = figures("，".join(f"{word}{number}{unit}" for word, number, unit in entries))
    rate, ledger = percent(rate.removesuffix("%")), Ledger(is_whole)
    for part in told:
        ledger.enter(part)
        if not part.exact:
            continue
        before = told[: told.index(part) + 1]
        wholes = [
            one
            for one in before
            if one is not part and one.exact and one.like(part) and one.number >= part.number
        ]
        rates = [right_rate(rate, part.number, one.number) for one in wholes]
        given_by = any(right >= rate.number if at_least else right == rate.number for right in rates)
        likely = [one for one in wholes if is_whole(one)] or wholes
        assert ledger.gives(rate, part, at_least=at_least) is given_by
        assert ledger.whole_of(part) == (likely[-1] if likely else None)


def test_the_last_figure_said_of_a_word_is_found_whenever_it_is_asked_for():
    ledger, wanted = Ledger(is_whole), SaidOf(("办结", "审结"), ("未",))
    found = []
    for figure in figures("受理9件，办结5件，未办结4件，新增办结3件，审结2件"):
        ledger.enter(figure)
        found.append(last and last.text if (last := ledger.last_said(wanted)) else None)
    assert found == [None, "5件", "5件", "5件", "2件"]
