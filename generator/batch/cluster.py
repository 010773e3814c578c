"""The work handed to a Dask cluster: TLS required, bounded in time, its results read from the manifest alone.

What is handed over is code, which whoever reaches the scheduler can do as well; hence no connection without
certificates. A cluster may lose workers and even hang (dask/distributed#3196): what is not done in time, or ended its
worker, is done here or in the next run, and nothing is believed that does not stand in the manifest.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.hands import Chunk, chunk_size, on_hands
from generator.batch.keys import key_of, program_state
from generator.batch.manifest import ManifestTail, UnitRecord
from generator.batch.order import BatchOrder, Job
from generator.batch.plan import absolute
from generator.batch.work import do_jobs
from generator.commands.crew import AHEAD, BrokenHandsError, GivenOut, cut
from generator.problems import UserError

if TYPE_CHECKING:
    from distributed import Client

QUIET = 300.0
"""After so many seconds in which nothing was done, the cluster is left alone."""
_JOIN, _LEAVE, _ARRIVE, _GLANCE = 30.0, 10.0, 20.0, 0.2
_SAFE = "tls://"


class Cluster(NamedTuple):
    """Where the scheduler is, and the files of certificates; without files what Dask's own configuration names."""

    address: str
    authority: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    def on_workers(
        self, jobs: Iterator[Job], count: int, order: BatchOrder, patience: float = QUIET
    ) -> Iterator[UnitRecord]:
        """Do these jobs on the cluster, and here what it could not do; give what became of each.

        Raises UserError when the cluster cannot be reached safely.
        """
        client = _connected(self)
        try:
            left = yield from _on(client, jobs, count, with_whole_paths(order), patience)
        finally:
            _left_alone(client)
        yield from on_hands(iter(left), len(left), order)


def read_cluster(address: str, authority: Path | None, certificate: Path | None, key: Path | None) -> Cluster:
    """Take where the scheduler is and the certificates; raises UserError for what is not safe or not whole."""
    if not address.startswith(_SAFE):
        raise UserError(
            f"不连这个地址：{address}。分派的是程序代码，没有加密和证书的连接，谁连上都能在各台电脑上运行任何程序。",
            "请给调度程序配好证书，地址写成 tls://主机:端口，并写 --tls-ca、--tls-cert、--tls-key。",
            status=2,
        )
    given = (authority, certificate, key)
    if any(given) and not all(given):
        raise UserError("证书没有给全。", "--tls-ca、--tls-cert、--tls-key 三个一起写。", status=2)
    for one in filter(None, given):
        if not one.is_file():
            raise UserError(f"找不到证书文件：{one}", "请核对路径。", status=2)
    return Cluster(address, *given)


def names_done(jobs: Sequence[Job], order: BatchOrder, program: str) -> list[str]:
    """Do jobs on a worker, and give the names of their facts files: what became of them stands in the manifest.

    Raises UserError where the worker has another version of the program, or cannot write.
    """
    if program_state() != program:
        raise UserError(
            "集群里有的电脑上，本程序的版本与这台不一样。", "请装成同一个版本，再重新启动各个工作进程。"
        )
    return [record.source for record in do_jobs(jobs, order)]


def _connected(cluster: Cluster) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        fix = "请安装 nianbao[cluster]；不装的，几台电脑用 --part 分着做。"
        raise UserError("没有安装 Dask，不能用 --scheduler。", fix, status=2) from error
    connect: Any = Client  # which has no types
    security = _security(cluster)
    try:
        client: Client = connect(cluster.address, security=security, timeout=_JOIN, set_as_default=False)
        client.wait_for_workers(1, timeout=_JOIN)
    except (OSError, ValueError, TypeError, TimeoutError) as error:
        raise UserError(
            f"连不上调度程序，或者下面没有工作进程：{cluster.address}。",
            "请核对地址和证书，看看调度程序和各个工作进程是不是在运行。",
        ) from error
    return client


def _security(cluster: Cluster) -> Any:
    from distributed import Security

    secure: Any = Security
    if cluster.authority is None:
        security = secure(require_encryption=True)
        if not (security.tls_ca_file and security.tls_client_cert and security.tls_client_key):
            fix = "请写 --tls-ca、--tls-cert、--tls-key，或在 Dask 的配置里写 distributed.comm.tls。"
            raise UserError("没有给证书，Dask 的配置里也没有。", fix, status=2)
        return security
    return secure(
        require_encryption=True,
        tls_ca_file=str(cluster.authority),
        tls_client_cert=str(cluster.certificate),
        tls_client_key=str(cluster.key),
    )


def with_whole_paths(order: BatchOrder) -> BatchOrder:
    """Give the order with paths that are the same on every machine that sees the shared folder."""
    folders = tuple(one.resolve() for one in order.given.templates.folders)
    layout, notice = order.wishes.layout, order.given.notice
    return replace(
        order,
        out=order.out.resolve(),
        given=replace(
            order.given,
            templates=order.given.templates._replace(folders=folders),
            notice=notice.resolve() if notice else None,
        ),
        wishes=order.wishes._replace(layout=layout.resolve() if layout else None),
    )


def _on(
    client: Client, jobs: Iterator[Job], count: int, order: BatchOrder, patience: float
) -> Generator[UnitRecord, None, list[Job]]:
    """Give what became of each job that the cluster did; gives back those that it did not."""
    cluster: Any = client
    workers = max(1, len(cluster.scheduler_info()["workers"]))
    program, executor = program_state(), cluster.get_executor(pure=False)

    def submit(chunk: Chunk) -> Future[list[str]]:
        there = [one._replace(source=Path(absolute(one.source))) for one in chunk]
        given: Future[list[str]] = executor.submit(names_done, there, order, program)
        return given

    given, arriving = GivenOut(submit, workers * AHEAD, patience), _Arriving(order)
    lost: list[Job] = []
    try:
        for chunk, future in given.each(cut(jobs, chunk_size(count, workers, order))):
            error = future.exception()
            if isinstance(error, UserError):
                raise error
            if error is None:
                yield from arriving.of(chunk)
            else:  # the worker died of it, or was lost too often
                lost += chunk
    except BrokenHandsError as error:
        lost += [job for chunk in error.left for job in chunk]
    yield from arriving.last()
    return [*lost, *arriving.awaited.values(), *jobs]


class _Arriving:
    """What became of jobs that workers say they have done, as it comes to stand in the manifest."""

    def __init__(self, order: BatchOrder) -> None:
        self.order, self.tail = order, ManifestTail(order.out)
        self.awaited: dict[str, Job] = {}
        self.early: dict[str, UnitRecord] = {}

    def of(self, chunk: Chunk) -> Iterator[UnitRecord]:
        """Give what has arrived, now that these are said to be done."""
        self.awaited.update({key_of(job, self.order): job for job in chunk})
        yield from self._arrived()

    def last(self) -> Iterator[UnitRecord]:
        """Wait a little for the rest: a shared folder may be slow to show what others wrote."""
        end = time.monotonic() + _ARRIVE
        while self.awaited and time.monotonic() < end:
            yield from self._arrived()
            time.sleep(_GLANCE)

    def _arrived(self) -> Iterator[UnitRecord]:
        self.early.update({record.key: record for record in self.tail.added()})
        for key in self.awaited.keys() & self.early.keys():
            yield self.early.pop(key)._replace(source=str(self.awaited.pop(key).source))


def _left_alone(client: Client) -> None:
    """Leave the cluster, without waiting for one that hangs."""
    leaving = Thread(target=client.close, kwargs={"timeout": _LEAVE}, daemon=True)
    leaving.start()
    leaving.join(2 * _LEAVE)
