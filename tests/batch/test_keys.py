"""A key changes with everything that a report depends on, and with nothing else."""

from pathlib import Path

import pytest

from generator.batch.keys import key_of, with_state
from generator.batch.order import Addition, BatchOrder, Job
from generator.commands.render import Wishes
from generator.commands.steps import Given
from generator.resources import Templates
from tests.batch.units import write_units


@pytest.fixture
def job(tmp_path):
    (source,) = write_units(tmp_path / "事实", 1)
    return Job(source, "第1街道2023年", "第1街道-2023")


@pytest.mark.parametrize("name", ["第1街道-2023.yaml", "第1街道-2022.yaml", "提法.yaml", "去年.yaml"])
def test_a_file_that_the_report_is_made_of_changes_the_key(tmp_path, job, name):
    text = job.source.read_text(encoding="utf-8")
    job.source.write_text(f"{text}\n上年: 去年.yaml  # 改了名\n", encoding="utf-8")
    order = with_state(BatchOrder(tmp_path / "报告"))
    before = key_of(job, order)
    assert key_of(job, order) == before
    with job.source.with_name(name).open("a", encoding="utf-8") as file:
        file.write("\n# 改\n")
    assert key_of(job, order) != before


def test_other_files_change_nothing(tmp_path, job):
    order = with_state(BatchOrder(tmp_path / "报告"))
    before = key_of(job, order)
    job.source.with_name("第2街道-2023.yaml").write_text("", encoding="utf-8")
    moved = Path(tmp_path / "移走")
    job.source.parent.rename(moved)
    assert key_of(job._replace(source=moved / job.source.name), order) == before


def test_what_is_asked_for_changes_the_key(tmp_path, job):
    own = tmp_path / "模板"
    own.mkdir()
    layout = tmp_path / "版式.yaml"
    layout.write_text("", encoding="utf-8")
    out = tmp_path / "报告"
    orders = [
        BatchOrder(out),
        BatchOrder(out, ".md"),
        BatchOrder(out, checked=True),
        BatchOrder(out, wishes=Wishes(unfinished=True)),
        BatchOrder(out, wishes=Wishes(layout)),
        BatchOrder(out, given=Given(Templates.with_own(own))),
        BatchOrder(out, additions=(Addition(print, "甲"),)),
        BatchOrder(out, additions=(Addition(print, "乙"),)),
    ]
    keys = [key_of(job, with_state(one)) for one in orders]
    (own / "大节.yaml").write_text("", encoding="utf-8")
    layout.write_text("# 改\n", encoding="utf-8")
    keys += [key_of(job, with_state(one)) for one in orders[4:6]]
    assert len(set(keys)) == len(keys) - 1  # templates of one's own that hold nothing change nothing
    assert key_of(job, with_state(BatchOrder(tmp_path / "别处", wishes=Wishes(force=True)))) == keys[0]
