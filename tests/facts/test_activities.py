"""活动: every part of an activity takes its own example."""

import pytest

from generator.facts.activities import ACTIVITY_FIELDS
from generator.topics.kinds import read, sample
from tests.facts.test_loading import facts


@pytest.mark.parametrize("field", ACTIVITY_FIELDS.values(), ids=str)
def test_a_part_takes_its_example(field):
    assert read(sample(field), field)
    text = f"举措成效: {{行政执法: {{活动: [{{{field.name}: {sample(field)}}}]}}}}\n"
    (record,) = facts(text).topics["行政执法"].own.activities
    assert record[field.name] == read(sample(field), field)
