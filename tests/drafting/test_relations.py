"""What a sentence makes of the fields that stand in it: 其中, 包括, 共 … only where one is declared a part of the other.

Whatever else stands in the sentence behind 其中 is taken for a part, too: it has to be one, or a new sentence begins.
"""

import re

from generator.drafting import marks
from generator.yamltext.path import dotted
from tests.drafting.sections import TOPICS, samples, section, together
from tests.each import each

YEAR = 2025
_RELATION = re.compile("其中|均已|共(?=[0-9])|包括|占(?=[0-9])")
_STOP = re.compile("[。；]|另有")
SAID_BY_THEIR_NOTES = {("特色做法", "参加力量", "参加人员")}
"""Who took part, and how many they were together: a list has no figure that another could be declared a part of."""

each_topic = each("topic", TOPICS, ids=lambda topic: topic.name)


def is_part(topic, part, whole):
    """Tell whether a field is declared a part of another, or of one that is."""
    wholes = [one for one in topic.fields[part].wholes if one != part]
    return (
        whole in wholes
        or topic.fields[part].numerator == whole
        or any(is_part(topic, one, whole) for one in wholes)
    )


def told(topic, *names):
    """Write a topic from the examples of some fields, each marked."""
    values = samples(topic)
    return section(topic, {name: values[name] for name in names}, year=YEAR).marked


def bare(text):
    return marks.strip_marks(text)


def fields_in(topic, text):
    """Give the fields that are printed in a text, in their order."""
    paths = {dotted((topic.part, topic.name, name)): name for name in topic.fields}
    return [paths[one] for one in marks.grounds(text) if one in paths]


@each_topic
def test_two_fields_in_a_sentence_make_no_relation_that_is_not_declared(topic):
    alone = {name: bare(told(topic, name)) for name in topic.fields}
    for one, other in together(topic):
        if (
            is_part(topic, one, other)
            or is_part(topic, other, one)
            or (topic.name, one, other) in SAID_BY_THEIR_NOTES
        ):
            continue
        text = bare(told(topic, one, other))
        new = [word for word in _RELATION.findall(text) if word not in alone[one] + alone[other]]
        assert not new, text


@each_topic
def test_what_stands_behind_the_parts_of_a_whole_is_a_part_of_it(topic):
    for part, whole in [(one.name, whole) for one in topic.fields.values() for whole in one.wholes]:
        if "其中" not in told(topic, whole, part):
            continue
        for other in topic.fields.keys() - {part, whole}:
            if is_part(topic, other, whole) or is_part(topic, other, part):
                continue
            for piece in _STOP.split(told(topic, whole, part, other)):
                behind = fields_in(topic, piece.partition("其中")[2])
                at = behind.index(part) if part in behind else len(behind)
                assert other not in behind[at:] or adds_up(topic, whole, part, other), bare(piece)


def adds_up(topic, whole, *parts):
    """Tell parts that make up the whole to the last one: 网格员80名，其中专职60名，兼职20名."""
    values = samples(topic)
    return all(hasattr(values[one], "number") for one in (whole, *parts)) and values[whole].number == sum(
        values[one].number for one in parts
    )
