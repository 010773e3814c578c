"""Work on all cores: the same as one after another, in the same order, whatever the machine allows."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.commands import crew
from generator.commands.crew import EACH, on_all_cores, refuse
from generator.problems import FactsError, Place, Problem, UserError


def doubled(number):
    return number * 2, os.getpid()


def lasting(number):
    """Take so long that the other process has started before all is done, also on a busy machine."""
    time.sleep(0.05)
    return doubled(number)


def refusing(number):
    if number == 30:
        raise UserError("不行", "换一个", status=2)
    return number


def misreading(number):
    if number == 30:
        raise FactsError([Problem("事实-01", "写错了。", "改。", Place("甲.yaml", 3))])
    return number


def dying(number):
    """End the process that it is in, now and when it is tried alone."""
    if number == 30:
        os._exit(9)
    return number


def dying_once(place):
    """End the process that it is in, the first time."""
    if place is not None and not place.exists():
        place.touch()
        os._exit(9)
    return place


def often_dying(number):
    if number % 30 == 0:
        os._exit(9)
    return number


def named(number, error):
    return number, error.message


@pytest.mark.parametrize("count", [0, 1, EACH, 10 * EACH])
def test_all_are_done_in_their_order(count):
    assert [number for number, _ in on_all_cores(doubled, range(count))] == [
        2 * number for number in range(count)
    ]


@pytest.mark.parametrize("count", [1, EACH, 3 * EACH])
def test_it_is_told_how_many_are_done(count):
    told = []
    on_all_cores(doubled, range(count), told.append)
    assert told == [*range(1, count + 1)]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="这台机器只有一个核")
def test_many_are_shared_and_few_are_not():
    assert len({process for _, process in on_all_cores(lasting, range(10 * EACH))}) > 1
    assert {process for _, process in on_all_cores(doubled, range(EACH))} == {os.getpid()}


def test_what_the_work_raises_arrives_whole():
    with pytest.raises(UserError) as caught:
        on_all_cores(refusing, range(10 * EACH))
    assert (caught.value.message, caught.value.fix, caught.value.status) == ("不行", "换一个", 2)


def test_all_problems_arrive():
    with pytest.raises(FactsError) as caught:
        on_all_cores(misreading, range(10 * EACH))
    assert [one.place.line for one in caught.value.problems] == [3]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="这台机器只有一个核")
def test_one_that_ends_its_process_is_named_and_costs_no_other():
    told = []
    found = on_all_cores(dying, range(10 * EACH), told.append, lost=named)
    assert found[30] == (30, "处理这份文件时进程意外中断，单独再试也一样。")
    assert [*found[:30], 30, *found[31:]] == list(range(10 * EACH))
    assert told == [*range(1, 10 * EACH + 1)]


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="这台机器只有一个核")
def test_a_process_that_dies_by_chance_costs_none(tmp_path):
    items = [tmp_path / "一次" if number == 30 else None for number in range(10 * EACH)]
    assert on_all_cores(dying_once, items, lost=named) == items


def test_a_file_that_stops_all_is_named(tmp_path):
    with pytest.raises(UserError, match=r"^甲镇-2023\.yaml：处理时中断$"):
        refuse(tmp_path / "甲镇-2023.yaml", UserError("处理时中断", ""))


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="这台机器只有一个核")
def test_where_nothing_can_be_said_of_one_it_stops_all():
    with pytest.raises(UserError, match="进程意外中断"):
        on_all_cores(dying, range(10 * EACH))


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="这台机器只有一个核")
def test_processes_are_replaced_three_times_at_most():
    with pytest.raises(UserError, match="接连中断了4次"):
        on_all_cores(often_dying, range(40 * EACH), lost=named)


SLEEPING = """
import pathlib, time
from generator.commands.crew import EACH, on_all_cores

def asleep(number):
    pathlib.Path(f"{number}.begun").touch()
    time.sleep(600)

if __name__ == "__main__":
    on_all_cores(asleep, range(10 * EACH))
"""


@pytest.mark.skipif(os.name == "nt" or (os.cpu_count() or 1) < 2, reason="Ctrl-C 是给一组进程的")
def test_ctrl_c_ends_all_at_once(tmp_path):
    script = tmp_path / "sleeping.py"
    script.write_text(SLEEPING, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        [sys.executable, script],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while len(list(tmp_path.glob("*.begun"))) < min(os.cpu_count(), 10):  # one in each process
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)  # those asleep would take ten minutes
    assert said.count("Traceback") == 1
    assert said.rstrip().endswith("KeyboardInterrupt")


def test_no_more_hands_than_windows_can_wait_for():
    assert crew._MOST <= 61
