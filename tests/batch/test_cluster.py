"""A Dask cluster as the hands of a batch: safe or not at all, and never believed without the manifest."""

import os
import signal
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from generator.batch.batch import make_reports
from generator.batch.cluster import read_cluster, with_whole_paths
from generator.batch.manifest import UnitState
from generator.batch.order import BatchOrder
from generator.commands.render import Wishes
from generator.commands.steps import Given
from generator.problems import UserError
from generator.resources import Templates
from tests.batch.units import fatal_order, reports_in, write_units
from tests.cli.command import nianbao, said
from tests.conftest import installed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--scheduler", "tcp://127.0.0.1:8786"], "谁连上都能在各台电脑上运行任何程序"),
        (["--scheduler", "127.0.0.1:8786"], "不连这个地址"),
        (["--scheduler", "tls://127.0.0.1:8786", "--tls-ca", "甲.yaml"], "证书没有给全"),
        (
            ["--scheduler", "tls://127.0.0.1:8786", "--tls-ca", "a", "--tls-cert", "b", "--tls-key", "c"],
            "找不到证书文件：a",
        ),
        (["--scheduler", "tls://127.0.0.1:8786"], "没有给证书"),
    ],
)
def test_what_is_not_safe_is_refused(tmp_path, arguments, words):
    installed("distributed", "Dask")
    (source,) = write_units(tmp_path, 1)
    source.rename(tmp_path / "甲.yaml")
    process = nianbao("batch", "甲.yaml", "-o", "报告", *arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert words in said(process)


def test_workers_are_told_whole_paths(tmp_path, monkeypatch):
    """They work in other folders: a notice that they cannot find would refuse every report, and be noted so."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "模板").mkdir()
    given = Given(Templates.with_own(Path("模板")), notice=Path("上级通知.yaml"))
    order = with_whole_paths(BatchOrder(Path("报告"), given=given, wishes=Wishes(Path("版式.yaml"))))
    paths = [order.out, order.given.notice, order.wishes.layout, *order.given.templates.folders]
    assert all(one.is_absolute() for one in paths)
    bare = with_whole_paths(BatchOrder(Path("报告")))
    assert (bare.given.notice, bare.wishes.layout) == (None, None)


@pytest.fixture
def cluster(tmp_path):
    """Two workers in processes of their own, certificates made for the moment, and where they lie."""
    distributed = installed("distributed", "Dask")
    security = distributed.Security.temporary()
    files = []
    for name in ("tls_ca_file", "tls_client_cert", "tls_client_key"):
        files.append(tmp_path / f"{name}.pem")
        files[-1].write_text(getattr(security, name), encoding="ascii")
    local = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, security=security, dashboard_address=None, protocol="tls://"
    )
    yield local, files
    local.close(timeout=30)


def kill_one_when(local, out, count):
    """End one worker when so many reports are there; its nanny begins another."""
    end = time.monotonic() + 120
    while len(list(out.glob("*.docx"))) < count and time.monotonic() < end:
        time.sleep(0.01)
    os.kill(next(iter(local.workers.values())).pid, signal.SIGKILL)


@pytest.mark.soak
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_two_workers_of_which_one_is_killed_half_way(tmp_path, cluster):
    local, files = cluster
    sources = write_units(tmp_path / "事实", 60)
    make_reports(sources, BatchOrder(tmp_path / "这里做的"))
    order = BatchOrder(tmp_path / "报告")
    killing = threading.Thread(target=kill_one_when, args=(local, order.out, 20))
    killing.start()
    batch = make_reports(sources, order, doing=read_cluster(local.scheduler_address, *files).on_workers)
    killing.join()
    assert Counter(one.state for one in batch.records) == {UnitState.WRITTEN: 60}
    assert [one.source for one in batch.records] == list(map(str, sources))
    assert reports_in(order.out) == reports_in(tmp_path / "这里做的")
    assert Counter(one.state for one in make_reports(sources, order).records) == {UnitState.SAME: 60}


@pytest.mark.soak
def test_a_file_that_ends_its_worker_is_named(tmp_path, cluster):
    local, files = cluster
    sources = write_units(tmp_path / "事实", 12)
    sources[3] = sources[3].rename(sources[3].with_name("毒-2023.yaml"))
    safe = read_cluster(local.scheduler_address, *files)
    batch = make_reports(sources, fatal_order(tmp_path / "报告"), doing=safe.on_workers)
    assert Counter(one.state for one in batch.records) == {UnitState.WRITTEN: 11, UnitState.DIED: 1}


@pytest.mark.soak
def test_a_scheduler_that_is_not_there(tmp_path, cluster, monkeypatch):
    _local, files = cluster
    monkeypatch.setattr("generator.batch.cluster._JOIN", 1.0)
    with pytest.raises(UserError, match="连不上调度程序"):
        make_reports(
            write_units(tmp_path, 1),
            BatchOrder(tmp_path / "报告"),
            doing=read_cluster("tls://127.0.0.1:1", *files).on_workers,
        )
