"""Parts that are told by what they are parted, or with 共 behind the last of them."""

from generator.checks.figures import statements
from generator.checks.parted import sorted_out, summed_behind
from tests.each import each


def parted(find, text, first, last):
    """What is found of the figures from `first` to before `last` of a sentence: the whole, and how many parts."""
    (statement,) = statements((text,))
    return [(total.text, len(run)) for total, run, _added in find(statement, statement.figures[first:last])]


@each(
    ("text", "first", "found"),
    [
        ("受理30件，按渠道分，来信20件、来访12件", 1, [("30件", 2)]),
        ("受理30件，按渠道分，来信20件、来访10件", 1, []),
        ("来信20件、来访30件，按内容分，土地类15件、邻里类35件", 2, []),
        ("受理30件，按渠道分，来信20件、来访5件等", 1, []),
        ("受理30件，来信20件、来访12件", 1, []),
        ("受理30件，按渠道分，来信20件、来访10件，共计30件", 1, []),
    ],
)
def test_what_is_parted_by_one_thing_comes_to_what_is_counted_before(text, first, found):
    assert parted(sorted_out, text, first, None) == found


@each(
    ("text", "found"),
    [
        ("民警3人、调解员4人、律师2人共10人", [("10人", 3)]),
        ("民警3人、调解员4人、律师2人共9人", []),
        ("镇级3人、各村4人、律师2人共24人", []),
        ("民警3人、调解员4人、律师2人，检查10人", []),
    ],
)
def test_what_a_list_says_with_its_last_item_is_its_sum(text, found):
    assert parted(summed_behind, text, 0, 3) == found
