"""Every template with every field alone, every one and every pair gone, at zero, in every measure word: still Chinese.

Which facts a clerk has is never known beforehand, so a template's sentence must stand whatever is missing.
"""

import re
from itertools import chain

import pytest

from generator.drafting.zeros import shared_beginning
from generator.facts import EMPTY
from generator.numbers.quantity import Quantity, parse
from generator.numbers.units import FAMILIES, families
from generator.topics.kinds import read
from tests.drafting.sections import TOPICS, WORDINGS, samples, section, together
from tests.each import each
from tests.grammar import sentence_faults

# What only goes with another field, and says nothing by itself: when it was, for what was then.
COMPANIONS = {
    "基期": {"基期进京上访", "基期省级登记"},
    "荣誉年份": {"荣誉"},
}
COUNTED = {"数量", "金额"}

ZERO_BESIDE = {
    ("热线办理", "工单"): "未承办12345政务服务便民热线工单",
    ("行政执法", "抽查不合格"): "没有不合格的",
}
"""What zero says beside other facts where it takes one of them into its sentence."""

each_topic = each("topic", TOPICS, ids=lambda topic: topic.name)
# one wording of a topic usually, in turn, and the others in the soak run, too
CASES = [(topic, wording) for topic in TOPICS for wording in range(WORDINGS)]
USUAL = [(topic, number % WORDINGS) for number, topic in enumerate(TOPICS)]
each_wording = each(
    ("topic", "wording"),
    USUAL,
    ids=lambda value: getattr(value, "name", value),
    soaked=[case for case in CASES if case not in USUAL],
)


def each_part(usual):
    """Try one of so many usually, in turn from field to field, and all of them in the soak run."""
    return pytest.mark.parametrize("step", [usual, pytest.param(1, marks=pytest.mark.soak)])


def speaks(topic, values, name):
    """Tell whether a value says something: not one whose companion is missing, nor 零 without words, or of 零 itself."""
    if name in COMPANIONS:
        return bool(COMPANIONS[name] & values.keys())
    value, whole = values[name], values.get(topic.fields[name].at_most)
    if isinstance(value, Quantity) and not (value.number or value.percent or topic.fields[name].zero):
        return False
    return not (whole and isinstance(value, Quantity) and value.number == whole.number == 0)


def check(topic, values, wording=0, level="镇"):
    """Hold a section to its values: each stands once and nothing is amiss."""
    found = section(topic, values, wording, level)
    assert found.printed == {name: int(speaks(topic, values, name)) for name in values}, found.text
    assert not sentence_faults(found.text), found.text
    return found.text


@each_wording
def test_a_field_alone(topic, wording):
    for name, value in samples(topic).items():
        text = check(topic, {name: value}, wording)
        assert text or name in COMPANIONS, name
        if text and isinstance(value, Quantity):
            zero = topic.fields[name].zero
            assert (zero if zero and not value.number else str(value)) in text


@each_wording
def test_a_list_of_one_tells_of_no_others(topic, wording):
    for field in topic.fields.values():
        if field.kind == "名单":
            text = check(topic, {field.name: ("青石村",)}, wording)
            assert "等" not in text.partition("青石村")[2], text


@each_topic
@each_part(6)
def test_all_fields_and_any_one_gone(topic, step):
    """What is left without a field is also held to its text in test_claims.py, by leaves of whole reports."""
    values = samples(topic)
    for wording in range(WORDINGS):
        check(topic, values, wording)
    for index, name in list(enumerate(values))[::step]:
        check(topic, {other: value for other, value in values.items() if other != name}, index % WORDINGS)


@each_topic
@each_part(24)
def test_any_two_of_one_sentence_alone_and_gone(topic, step):
    """In one wording after the other."""
    values = samples(topic)
    for index, pair in list(enumerate(together(topic)))[::step]:
        check(topic, {name: values[name] for name in pair}, index % WORDINGS)
        rest = {name: value for name, value in values.items() if name not in pair}
        check(topic, rest, index % WORDINGS)


@each_topic
@each("level", ["街道", "县区", "部门"])
def test_the_words_of_every_level(topic, level):
    for wording in range(WORDINGS):
        text = check(topic, samples(topic), wording, level)
        assert "镇政府" not in text
        assert "镇党委" not in text.replace("镇党委书记、镇长", "")


@each_topic
@each_part(3)
def test_zero_says_its_sentence_or_nothing(topic, step):
    """Each field that has a sentence for zero, and usually one in three of those that have none."""
    for index, field in enumerate(topic.fields.values()):
        if field.kind in COUNTED and (field.zero or index % step == 0):
            nothing = parse("0", field.unit)
            for values in ({field.name: nothing}, {**samples(topic), field.name: nothing}):
                text = check(topic, values)
                zero = (
                    ZERO_BESIDE.get((topic.name, field.name), field.zero) if len(values) > 1 else field.zero
                )
                beginning = shared_beginning(zero)  # of several beside each other it is said once
                behind = f"、{zero.removeprefix(beginning)}" if beginning else zero
                said = zero in text or behind in text
                assert said or not speaks(topic, values, field.name), text
                assert not re.search(rf"(?<![0-9.])0{re.escape(field.unit)}", text), text


@each_wording
def test_every_word_that_a_field_takes_is_printed(topic, wording):
    values = samples(topic)
    whole = section(topic, values, wording).printed
    for field in topic.fields.values():
        for chosen, said in field.wordings.items():
            alone = {field.name: values[field.name]}
            for others, printed in ((alone, section(topic, alone, wording).printed), (values, whole)):
                found = section(topic, others, wording, chosen={field.name: chosen})
                assert said in found.text, f"{topic.name}.{field.name}"
                assert found.printed == printed
                assert not sentence_faults(found.text), found.text


@each_topic
def test_the_sentence_for_zero_is_that_of_the_fields_own_words(topic):
    for field in topic.fields.values():
        for chosen in list(field.wordings)[1:] if field.zero else ():
            assert (
                section(topic, {field.name: parse("0", field.unit)}, chosen={field.name: chosen}).text == ""
            )


@each_topic
def test_nothing_but_zeros(topic):
    kinds = topic.fields.values()
    check(topic, {field.name: parse("0", field.unit) for field in kinds if field.kind in COUNTED})


@each_topic
@each_part(8)
def test_every_measure_word_of_the_family(topic, step):
    for index, field in enumerate(topic.fields.values()):
        if field.kind != "数量":
            continue
        family = sorted(set(chain(*(FAMILIES[one] for word in field.units for one in families(word)))))
        for unit in family[index % step :: step]:
            written = f"12{unit}"
            text = check(topic, {field.name: read(written, field)}, index % WORDINGS)
            assert written in text, text


APPROXIMATIONS = ("20余", "近20", "约20", "1万余", "5.2万")


@each_topic
@each_part(3)
def test_every_approximation(topic, step):
    for index, field in enumerate(topic.fields.values()):
        for written in APPROXIMATIONS[index % step :: step] if field.kind == "数量" else ():
            text = check(topic, {field.name: read(written + field.unit, field)})
            assert written + field.unit in text, text


@each_topic
def test_an_empty_field_is_asked_after(topic):
    for field in topic.fields.values():
        found = section(topic, {field.name: EMPTY})
        if field.name not in COMPANIONS:
            assert f"【待填：{field.name}" in found.text
        assert all(fault.startswith("待填") for fault in sentence_faults(found.text)), found.text


COMPARISONS = (
    ("48", "24", "较上年增长100%"),
    ("24", "12", "较上年增加12"),
    ("12", "24", "较上年下降50%"),
    ("12", "12", "与上年持平"),
    ("20余", "12", ""),
)


@each_topic
@each_part(5)
def test_a_comparison_with_last_year(topic, step):
    for index, field in enumerate(topic.fields.values()):
        for now, before, words in COMPARISONS[index % step :: step] if field.kind == "数量" else ():
            values, last = ({field.name: parse(number + field.unit)} for number in (now, before))
            alone = section(topic, values).text
            text = section(topic, values, before=last).text
            trend = f"{words}{field.unit}" if words[-1:].isdigit() else words
            assert text in {alone, f"{alone.removesuffix('。')}，{trend}。"}
            assert not sentence_faults(text), text
