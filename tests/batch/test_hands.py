"""Processes that die or fall silent: found, named, replaced, and no more often than three times."""

from collections import Counter

import pytest

from generator.batch.hands import MOST_REBUILDS, chunk_size, on_hands, one_by_one
from generator.batch.keys import with_state
from generator.batch.manifest import UnitState
from generator.batch.order import BatchOrder
from generator.batch.plan import plan_jobs
from generator.files import ready_folder
from generator.problems import UserError
from tests.batch.units import fatal_order, write_units


def planned(folder, count, bad=()):
    """Plan the reports of so many units, of which those with these numbers are bad in the way that is named."""
    sources = write_units(folder / "事实", count)
    for number, name in bad:
        sources[number] = sources[number].rename(sources[number].with_name(f"{name}{number}.yaml"))
    order = with_state(fatal_order(folder / "报告"))
    ready_folder(order.out)
    return plan_jobs(sources, {}), order


@pytest.mark.soak
def test_a_file_that_never_ends_is_given_up(tmp_path):
    jobs, order = planned(tmp_path, 4, [(1, "慢")])
    records = list(on_hands(iter(jobs), len(jobs), order, patience=40))
    assert Counter(one.state for one in records) == {UnitState.WRITTEN: 3, UnitState.DIED: 1}
    (died,) = (one for one in records if one.state is UnitState.DIED)
    assert "40秒没有回应" in died.problems[0].message


def test_several_that_are_tried_one_by_one(tmp_path):
    jobs, order = planned(tmp_path, 5, [(0, "毒"), (1, "毒"), (4, "大")])
    states = [one.state for one in one_by_one(jobs, order)]
    assert states == [UnitState.DIED, UnitState.DIED, UnitState.WRITTEN, UnitState.WRITTEN, UnitState.DIED]


@pytest.mark.soak
def test_the_processes_are_replaced_three_times_at_most(tmp_path):
    """Each time those at work are lost; what comes behind the fourth is left for another run."""
    jobs, order = planned(tmp_path, 300, [(number, "毒") for number in range(0, 300, 50)])
    records = []

    def run():
        records.extend(one for one in on_hands(iter(jobs), len(jobs), order))

    with pytest.raises(UserError, match=f"中断了{MOST_REBUILDS + 1}次"):
        run()
    assert sum(one.state is UnitState.DIED for one in records) == MOST_REBUILDS + 1
    assert 150 < len(records) < 200  # the fourth is the 151st, the fifth the 201st


@pytest.mark.parametrize(
    ("count", "hands", "form", "size"),
    [
        (30, 2, ".docx", 7),
        (41_000, 2, ".docx", 8),
        (1, 1, ".docx", 1),
        (0, 1, ".docx", 1),
        (41_000, 8, ".pdf", 20),
    ],
)
def test_chunks_are_small_enough_to_be_tried_one_by_one(tmp_path, count, hands, form, size):
    assert chunk_size(count, hands, BatchOrder(tmp_path, form)) == size
