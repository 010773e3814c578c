"""A batch: every facts file to its report, one bad file in nobody's way, going on wherever an earlier run ended."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.batch.batch import make_reports
from generator.batch.keys import with_state
from generator.batch.manifest import MANIFEST, UnitState, read_manifest
from generator.batch.order import Addition, AdditionResult, BatchOrder
from generator.batch.plan import plan_jobs
from generator.batch.work import do_jobs
from generator.commands.render import Wishes
from generator.county.folder import county_files
from generator.files import ready_folder, save
from generator.problems import UserError
from tests.batch.units import fatal_order, reports_in, write_units
from tests.cli.command import EXAMPLES, RUN

PROJECT = Path(__file__).parents[2]
MOST_SECONDS = 300


def states(batch):
    return {Path(one.source).stem: one.state for one in batch.records}


def counted(batch):
    return Counter(one.state for one in batch.records)


def test_it_makes_what_render_makes(tmp_path):
    """The names and the bytes are those of `render`, for all five examples."""
    from generator.commands.render import render_reports
    from generator.commands.steps import Given

    sources = county_files([EXAMPLES])
    one_by_one = list(render_reports(sources, tmp_path / "一份份", Given(), Wishes()))
    batch = make_reports(sources, BatchOrder(tmp_path / "一批"))
    assert counted(batch) == {UnitState.WRITTEN: 5}
    assert reports_in(tmp_path / "一批") == {one.path.name: one.path.read_bytes() for one in one_by_one}


def test_what_is_made_is_not_made_again_until_something_changes(tmp_path):
    sources, order = write_units(tmp_path / "事实", 3), BatchOrder(tmp_path / "报告")
    assert counted(make_reports(sources, order)) == {UnitState.WRITTEN: 3}
    assert counted(make_reports(sources, order)) == {UnitState.SAME: 3}
    text = sources[0].read_text(encoding="utf-8")
    sources[0].write_text(text.replace("50余次", "60余次"), encoding="utf-8")
    sources[1].with_name("第2街道-2022.yaml").write_text(
        text.replace("第1", "第2").replace("年度: 2023", "年度: 2022"), encoding="utf-8"
    )
    again = make_reports(sources, order)
    assert states(again) == {
        "第1街道-2023": UnitState.WRITTEN,
        "第2街道-2023": UnitState.WRITTEN,
        "第3街道-2023": UnitState.SAME,
    }
    assert counted(make_reports(sources, replace(order, wishes=Wishes(unfinished=True)))) == {
        UnitState.WRITTEN: 3
    }


def test_what_is_edited_by_hand_is_left_alone(tmp_path):
    """As long as the facts are the same nothing is wrong with that; else somebody has to decide, as with `render`."""
    sources, order = write_units(tmp_path / "事实", 2), BatchOrder(tmp_path / "报告")
    make_reports(sources, order)
    edited = tmp_path / "报告" / "第1街道2023年法治政府建设年度报告.docx"
    edited.write_bytes(b"by hand")
    assert states(make_reports(sources, order)) == {
        "第1街道-2023": UnitState.EDITED,
        "第2街道-2023": UnitState.SAME,
    }
    text = sources[0].read_text(encoding="utf-8")
    sources[0].write_text(text.replace("50余次", "60余次"), encoding="utf-8")
    refused = make_reports(sources, order)
    assert states(refused) == {"第1街道-2023": UnitState.UNWRITTEN, "第2街道-2023": UnitState.SAME}
    assert "改过" in refused.records[0].problems[0].message
    assert edited.read_bytes() == b"by hand"
    forced = make_reports(sources, replace(order, wishes=Wishes(force=True)))
    assert Path(forced.records[0].kept).read_bytes() == b"by hand"


def test_a_bad_file_stops_no_other(tmp_path):
    sources = write_units(tmp_path, 3)
    sources[1].write_text("年度: [", encoding="utf-8")
    gap = sources[2].read_text(encoding="utf-8") + "\n其他情况:\n"
    sources[2].write_text(gap, encoding="utf-8")
    batch = make_reports(sources, BatchOrder(tmp_path / "报告"))
    assert states(batch) == {
        "第1街道-2023": UnitState.WRITTEN,
        "第2街道-2023": UnitState.REFUSED,
        "第3街道-2023": UnitState.REFUSED,
    }
    assert [one.problems[0].code for one in batch.records[1:]] == ["格式-09", "待填-02"]
    again = make_reports(sources, BatchOrder(tmp_path / "报告"))
    assert [one.problems for one in again.records] == [one.problems for one in batch.records]
    assert counted(make_reports(sources, BatchOrder(tmp_path / "草稿", wishes=Wishes(unfinished=True)))) == {
        UnitState.WRITTEN: 2,
        UnitState.REFUSED: 1,
    }


def test_reminders_are_counted_where_they_are_asked_for(tmp_path):
    sources = [EXAMPLES / "城东镇-2023.yaml"]
    plain, checked = (
        make_reports(sources, BatchOrder(tmp_path / str(one), checked=one)).records[0]
        for one in (False, True)
    )
    assert plain.reminders < checked.reminders


def _review(prepared, _given, problems):
    return AdditionResult(files={"（意见）.txt": f"{prepared.source.stem} {len(problems)}".encode()})


def test_an_addition_writes_beside_the_report_even_where_that_is_refused(tmp_path):
    sources = write_units(tmp_path, 2)
    sources[1].write_text(sources[1].read_text(encoding="utf-8") + "\n其他情况:\n", encoding="utf-8")
    order = BatchOrder(tmp_path / "报告", additions=(Addition(_review, "1"),))
    make_reports(sources, order)
    assert sorted(reports_in(order.out)) == [
        "第1街道2023年法治政府建设年度报告.docx",
        "第1街道2023年法治政府建设年度报告（意见）.txt",
        "第2街道2023年法治政府建设年度报告（意见）.txt",
    ]
    assert counted(make_reports(sources, replace(order, additions=(Addition(_review, "2"),)))) == {
        UnitState.WRITTEN: 1,
        UnitState.REFUSED: 1,
    }


@pytest.mark.soak
def test_what_libreoffice_makes(tmp_path, soffice):
    sources, order = write_units(tmp_path, 3), BatchOrder(tmp_path / "报告", ".pdf")
    assert counted(make_reports(sources, order)) == {UnitState.WRITTEN: 3}
    assert all(data.startswith(b"%PDF") for data in reports_in(order.out).values())
    assert counted(make_reports(sources, order)) == {UnitState.SAME: 3}


@pytest.mark.parametrize("error", [UserError("LibreOffice 没有在时限内做完", ""), OSError(28, "full")])
def test_what_libreoffice_cannot_make_now_is_tried_again_in_the_next_run(tmp_path, monkeypatch, error):
    """Its time was over, or the disk was full: nothing of that is the fault of the facts."""

    def failing(_made, _form):
        raise error

    (source,) = write_units(tmp_path, 1)
    order = with_state(BatchOrder(tmp_path / "报告", ".pdf"))
    ready_folder(order.out)
    jobs = plan_jobs([source], {})
    with monkeypatch.context() as patched:
        patched.setattr("generator.batch.work.printed_reports", failing)
        (record,) = do_jobs(jobs, order)
    assert (record.state, len(record.problems)) == (UnitState.UNWRITTEN, 1)
    assert read_manifest(order.out).records == {}
    monkeypatch.setattr(
        "generator.batch.work.printed_reports", lambda made, _form: [one.data for one in made]
    )
    assert [one.state for one in do_jobs(jobs, order)] == [UnitState.WRITTEN]


# Files that end the process at work on them


@pytest.mark.parametrize(("name", "said"), [("毒", "意外中断"), ("大", "内存不够")])
def test_a_file_that_ends_its_process_is_named_and_the_others_are_made(tmp_path, name, said):
    sources = write_units(tmp_path, 12)
    bad = sources[7].rename(tmp_path / f"{name}-2023.yaml")
    sources[7] = bad
    order = fatal_order(tmp_path / "报告")
    batch = make_reports(sources, order)
    assert counted(batch) == {UnitState.WRITTEN: 11, UnitState.DIED: 1}
    assert said in batch.records[7].problems[0].message
    assert batch.stopped is None
    tries = [make_reports(sources, order).records[7].tries for _ in range(3)]
    assert tries == [2, 3, 3]  # it is not tried for ever


def test_a_fault_of_the_program_is_told_with_its_place(tmp_path):
    sources = write_units(tmp_path, 2)
    sources[0] = sources[0].rename(tmp_path / "错-2023.yaml")
    batch = make_reports(sources, fatal_order(tmp_path / "报告"))
    assert counted(batch) == {UnitState.REFUSED: 1, UnitState.WRITTEN: 1}
    assert "ZeroDivisionError，units.py 第" in batch.records[0].problems[0].message


# Two facts files of one name, and names that a folder cannot hold


def test_two_units_of_one_name_are_told_apart(tmp_path):
    """In every run the same, however many runs it takes, and also where the other one was made earlier."""
    for county in ("甲县", "乙县"):
        write_units(tmp_path / county, 1)
    out = tmp_path / "报告"
    name = "第1街道2023年法治政府建设年度报告"
    make_reports(county_files([tmp_path / "甲县"]), BatchOrder(out))
    assert list(reports_in(out)) == [f"{name}.docx"]
    other = tmp_path / "乙县" / "第1街道-2023.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("50余次", "60余次"), encoding="utf-8")
    make_reports(county_files([tmp_path / "乙县"]), BatchOrder(out))
    assert sorted(reports_in(out)) == [f"{name}.docx", f"{name}（第1街道-2023）.docx"]
    both = county_files([tmp_path / "甲县", tmp_path / "乙县"])
    make_reports(both, BatchOrder(tmp_path / "两县"))
    assert sorted(reports_in(tmp_path / "两县")) == [
        f"{name}（乙县-第1街道-2023）.docx",
        f"{name}（甲县-第1街道-2023）.docx",
    ]


# Killed, and started again


def started(*arguments, cwd) -> subprocess.Popen:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(
        [*RUN, *map(str, arguments)], cwd=cwd, env=environment, start_new_session=True, **quiet
    )


def killed_when(out: Path, count: int, wholly: bool, cwd: Path) -> None:
    """Begin a run and kill it when so many reports are there: the first process alone, or all at once."""
    process = started("batch", "事实", "-o", out, cwd=cwd)
    end = time.monotonic() + MOST_SECONDS
    while process.poll() is None and len(list(out.glob("*.docx"))) < count and time.monotonic() < end:
        time.sleep(0.002)
    if process.poll() is None:
        if wholly:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
    while is_running(process.pid):  # those that it began end too, when they see that it is gone
        assert time.monotonic() < end
        time.sleep(0.01)


def is_running(group: int) -> bool:
    """Tell whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def noted(out: Path) -> Counter:
    """Count how often each report was noted as written; a line that was torn is none."""
    lines = (out / MANIFEST).read_bytes().split(b"\n")
    written = []
    for line in filter(None, lines):
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if record["结果"] == UnitState.WRITTEN.value:
            written.append(record["文件"][0][0])
    return Counter(written)


def is_killed_and_goes_on(tmp_path: Path, count: int, kills: int) -> None:
    write_units(tmp_path / "事实", count)
    make_reports(county_files([tmp_path / "事实"]), BatchOrder(tmp_path / "一次做完"))
    expected = reports_in(tmp_path / "一次做完")
    out, chance = tmp_path / "报告", random.Random(count)
    for moment in sorted(chance.randrange(1, count) for _ in range(kills)):
        killed_when(out, moment, chance.random() < 0.5, tmp_path)
        for name, data in reports_in(out).items():
            assert data == expected[name]
    assert started("batch", "事实", "-o", out, cwd=tmp_path).wait(MOST_SECONDS) == 0
    assert reports_in(out) == expected
    assert not list(out.glob("*.tmp"))
    assert set(noted(out)) == set(expected)
    assert noted(out).total() == count  # nothing was done twice


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_at_any_moment_it_goes_on(tmp_path):
    is_killed_and_goes_on(tmp_path, 24, 2)


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_at_twenty_moments_of_300(tmp_path):
    is_killed_and_goes_on(tmp_path, 300, 20)


def test_two_runs_at_once_do_no_harm(tmp_path):
    write_units(tmp_path / "事实", 16)
    make_reports(county_files([tmp_path / "事实"]), BatchOrder(tmp_path / "一次做完"))
    runs = [started("batch", "事实", "-o", "报告", cwd=tmp_path) for _ in range(2)]
    assert [one.wait(MOST_SECONDS) for one in runs] == [0, 0]
    assert reports_in(tmp_path / "报告") == reports_in(tmp_path / "一次做完")
    assert counted(make_reports(county_files([tmp_path / "事实"]), BatchOrder(tmp_path / "报告"))) == {
        UnitState.SAME: 16
    }


def test_parts_make_the_whole(tmp_path):
    from generator.batch.plan import BatchPart

    sources, order = write_units(tmp_path / "事实", 9), BatchOrder(tmp_path / "报告")
    done = [make_reports(sources, order, part=BatchPart(one, 3)).of for one in (1, 2, 3)]
    assert sum(done) == 9
    assert counted(make_reports(sources, order)) == {UnitState.SAME: 9}


# A disk that is full, a folder that may not be written to, a file that is held


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 128 kB, where one may be mounted."""
    place = tmp_path / "小盘"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("不是 root，挂不了小盘")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=128k", "tmpfs", place], check=False).returncode:
        pytest.skip("这里不让挂载")
    yield place
    subprocess.run(["umount", "-l", place], check=False)


def test_a_full_disk_ends_the_run_and_a_larger_one_lets_it_go_on(tmp_path, small_disk):
    sources, order = write_units(tmp_path / "事实", 16), BatchOrder(small_disk / "报告")
    batch = make_reports(sources, order)
    assert "磁盘已满" in batch.stopped.message
    assert 0 < len(batch.records) < 16
    assert batch.left == 16 - len(batch.records)
    make_reports(sources, BatchOrder(tmp_path / "一次做完"))
    expected = reports_in(tmp_path / "一次做完")
    there = reports_in(order.out)
    assert there == {name: expected[name] for name in there}
    subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)
    assert make_reports(sources, order).stopped is None
    assert reports_in(order.out) == expected


def test_a_folder_that_may_not_be_written_to_is_told_first(tmp_path, small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(UserError, match="只读"):
        make_reports(write_units(tmp_path, 1), BatchOrder(small_disk / "报告"))


def test_a_file_in_the_way_of_the_folder(tmp_path):
    (tmp_path / "报告").write_bytes(b"")
    with pytest.raises(UserError, match="不是文件夹"):
        make_reports(write_units(tmp_path, 1), BatchOrder(tmp_path / "报告"))


def test_a_report_that_cannot_be_replaced_stops_no_other(tmp_path):
    """On Windows that is one that is open in Word; a folder of its name is as much in the way everywhere."""
    sources, order = write_units(tmp_path, 2), BatchOrder(tmp_path / "报告")
    (order.out / "第1街道2023年法治政府建设年度报告.docx").mkdir(parents=True)
    batch = make_reports(sources, order)
    assert states(batch) == {"第1街道-2023": UnitState.UNWRITTEN, "第2街道-2023": UnitState.WRITTEN}
    (order.out / "第1街道2023年法治政府建设年度报告.docx").rmdir()
    assert states(make_reports(sources, order)) == {
        "第1街道-2023": UnitState.WRITTEN,
        "第2街道-2023": UnitState.SAME,
    }


def test_what_a_power_cut_emptied_is_made_again(tmp_path):
    sources, order = write_units(tmp_path, 2), BatchOrder(tmp_path / "报告")
    make_reports(sources, order)
    first, second = sorted(order.out.glob("*.docx"))
    whole = first.read_bytes()
    first.write_bytes(b"")
    second.write_bytes(b"\0" * 500)
    make_reports(sources, order)
    assert first.read_bytes() == whole
    assert second.read_bytes().startswith(b"PK")


def test_a_report_of_ones_own_in_the_folder_is_not_overwritten(tmp_path):
    sources, order = write_units(tmp_path, 1), BatchOrder(tmp_path / "报告")
    own = order.out / "第1街道2023年法治政府建设年度报告.docx"
    own.parent.mkdir()
    own.write_bytes(b"own")
    assert counted(make_reports(sources, order)) == {UnitState.UNWRITTEN: 1}
    assert own.read_bytes() == b"own"
    save(own, b"by the program", force=True)
    assert counted(make_reports(sources, order)) == {UnitState.WRITTEN: 1}
