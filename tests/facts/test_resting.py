"""Own sentences that rest on a total: which they are, by what figure, and what they can rest on."""

from generator.facts.resting import resting_fields, resting_sentences, rests_within
from generator.numbers.prose import figures
from tests.each import each


@each(
    ("text", "found"),
    [
        ("其余33件正在调解。", ["33件"]),
        ("排查231件。其余33件正在调解；尚有信访积案3件未化解。", ["33件", "3件"]),
        ("这231件都建了台账。", ["231件"]),
        ("另有2名调解员参加。", ["2名"]),
        ("上述案件都逐件评查。", [None]),
        # what is none: the figure counts something else, or there is none
        ("其余的由3名干部包保。", []),
        ("其余村民自愿参加。", []),
        ("这是2023年的事。", []),
        ("这项工作开展3次。", []),
        ("排查231件，其余33件正在调解。", []),
    ],
)
def test_a_sentence_that_begins_so_rests_on_a_figure(text, found):
    rests = [one for one, _before in resting_sentences(text)]
    assert [one.figure and one.figure.text for one in rests] == found


def only(text):
    ((resting, _before),) = resting_sentences(text)
    return resting


@each(
    ("text", "told", "rests"),
    [
        ("其余33件正在调解。", "排查231件。", True),
        ("其余33件正在调解。", "排查231起。", True),  # of one kind
        ("其余33件正在调解。", "有调解员60名。", False),
        ("其余33件正在调解。", "调解20件。", False),
        ("这231件都建了台账。", "排查231件。", True),
        ("这231件都建了台账。", "排查300件。", False),
        ("另有2名调解员参加。", "有调解员1名。", True),
        ("上述案件都逐件评查。", "立案20件。", True),
        ("上述案件都逐件评查。", "罚款20万元。", False),
    ],
)
def test_what_it_can_rest_on(text, told, rests):
    assert rests_within(only(text), told) is rests


@each(
    ("text", "names"),
    [
        ("其余33件正在调解。", ["排查", "化解"]),  # just what the one leaves of the other
        ("其余40件正在调解。", ["排查", "化解", "调解受理"]),  # any that is more
        ("其余200件正在调解。", ["排查"]),
        ("这198件都建了台账。", ["化解"]),
        ("其余2名没有参加。", []),
    ],
)
def test_the_fields_that_are_meant(text, names):
    known = [("排查", "231件"), ("化解", "198件"), ("调解受理", "90件")]
    assert resting_fields(only(text), [(name, figures(one)[0]) for name, one in known]) == names
