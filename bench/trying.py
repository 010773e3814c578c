"""A plugin of pytest for bench/mutants.py: runs the tests once, and then, for each mutant, those that run its line.

Each mutant is tried in a copy of this process (a fork), in which all is loaded already; the first test that fails ends
it. A table of cases (tests/each.py) counts as so many tests. The file on the disk is changed too, for those tests that
start a program.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

from bench.applying import Module, loaded_callables, put_in
from bench.mutate import Mutant, is_one, mutants_of
from tests.each import FAILED

JOB = "MUTANTS_JOB"
Line = tuple[str, int]


class Trial(NamedTuple):
    """A test, or one case of a table: which of pytest's it belongs to, how it is run, which lines it runs, how long."""

    node: str
    passes: Callable[[], bool]
    lines: set[Line]
    seconds: float


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Do this instead of running the tests."""
    job = json.loads(os.environ[JOB])
    files = {str(Path(path).resolve()): path for path in job["modules"]}

    def tell(line: str) -> None:
        os.write(job["told"], f"{line}\n".encode())

    trials = [
        one
        for item in session.items
        for node, passes in _tests(item)
        if (one := _measured(node, passes, files)) is not None
    ]
    tell(f"  {len(trials)} tests and cases")
    run = {line for one in trials for line in one.lines}
    everything = loaded_callables()
    loaded = {path: Module(path, everything) for path in sorted({path for path, _ in run})}
    every = [
        one
        for path, module in loaded.items()
        for one in mutants_of(path)
        if not module.function(one.line) or {(path, line) for line in module.around(one.line)} & run
    ]
    shuffled = random.Random(job["seed"]).sample(every, len(every))
    sample = list(islice(filter(is_one, shuffled), job["sample"]))
    controls = list(_controls(sample, loaded))
    for control, fate in controls:
        if (
            found := _tried(control, loaded[control.path], _order(control, loaded[control.path], trials))
        ) != fate:
            pytest.exit(f"the runner is wrong itself: {found}, not {fate}: {control}", returncode=3)
    tell(f"  {len(controls)} controls came out as they have to")
    fates: Counter[str] = Counter()
    for mutant in sample:
        module = loaded[mutant.path]
        fate = _tried(mutant, module, _order(mutant, module, trials))
        fates[fate] += 1
        if fate != "killed":
            tell(f"  {fate} {mutant.path}:{mutant.line}  {mutant.old[:70]!r} -> {mutant.new[:70]!r}")
    seen = len(sample) - fates["survived"]
    tell(
        f"  {len(sample)} of {len(every)}, seed {job['seed']}: {dict(fates)}, {100 * seen / len(sample):.0f}%"
    )
    return True


def _tests(item: pytest.Item) -> Iterator[tuple[str, Callable[[], bool]]]:
    cases = getattr(getattr(item, "function", None), "cases", ())
    for case in cases:
        yield item.nodeid, lambda case=case: _case_passes(case)
    if not cases:
        yield item.nodeid, lambda: _item_passes(item)


def _case_passes(case: Callable[[], None]) -> bool:
    with contextlib.suppress(pytest.skip.Exception):
        try:
            case()
        except FAILED:
            return False
    return True


def _item_passes(item: pytest.Item) -> bool:
    failed: list[bool] = []

    class Ear:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            failed.append(report.failed)

    ear = Ear()
    item.config.pluginmanager.register(ear)
    try:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    finally:
        item.config.pluginmanager.unregister(ear)
    return not any(failed)


def _measured(node: str, passes: Callable[[], bool], files: dict[str, str]) -> Trial | None:
    """Run a test, looking at the lines that it runs; gives nothing where it fails."""
    seen: set[Line] = set()

    def within(frame, _event, _more):
        seen.add((files[frame.f_code.co_filename], frame.f_lineno))
        return within

    def called(frame, _event, _more):
        return within if frame.f_code.co_filename in files else None

    threading.settrace(called)
    sys.settrace(called)
    begun = time.process_time()
    try:
        return Trial(node, passes, seen, time.process_time() - begun) if passes() else None
    finally:
        sys.settrace(None)
        threading.settrace(None)


def _order(mutant: Mutant, module: Module, trials: list[Trial]) -> list[Trial]:
    """Give the tests that can see a mutant: the module's own first, then the quick ones, then by how much they run."""
    function = module.function(mutant.line)
    if function:
        lines = set(module.around(mutant.line))
    else:
        names = module.bound(mutant.line)
        private = names and all(name.startswith("_") for name in names)
        users = module.users(names) if private else ()
        lines = {line for one in users for line in range(one.body[0].lineno, (one.end_lineno or 0) + 1)}
    running = {(mutant.path, line) for line in lines}
    able = [one for one in trials if one.lines & running] if running else trials
    own = f"/test_{Path(mutant.path).stem}.py"
    depth = Counter({id(one): sum(path == mutant.path for path, _ in one.lines) for one in able})
    return sorted(able, key=lambda one: (own not in one.node, round(one.seconds), -depth[id(one)]))


def _controls(sample: list[Mutant], loaded: dict[str, Module]) -> Iterator[tuple[Mutant, str]]:
    """Give what must come out as told, one for each way of putting a mutant in: the code as it is, which all tests
    pass, and a function that only raises, which none does."""
    ways: dict[str, Mutant] = {}
    for mutant in sample:
        ways.setdefault(loaded[mutant.path].way(mutant.line), mutant)
    for way, mutant in ways.items():
        yield mutant._replace(new=mutant.old), "survived"
        if way == "code":
            start, end = loaded[mutant.path].first_statement(mutant.line)
            yield mutant._replace(start=start, end=end, new="raise AssertionError"), "killed"


def _tried(mutant: Mutant, module: Module, order: list[Trial]) -> str:
    limit = 10 + 5 * round(sum(one.seconds for one in order))
    try:
        module.file.write_bytes(
            module.source[: mutant.start] + mutant.new.encode() + module.source[mutant.end :]
        )
        status = _forked(lambda: _survives(mutant, module, order), limit)
    finally:
        module.file.write_bytes(module.source)
        for stale in (module.file.parent / "__pycache__").glob(f"{module.file.stem}.*.pyc"):
            stale.unlink()
    return "survived" if status == 0 else "timeout" if status < 0 else "killed"


def _survives(mutant: Mutant, module: Module, order: list[Trial]) -> bool:
    """Try the tests in turn, here or, where that shows nothing, in place of this process."""
    if put_in(mutant, module):
        return all(one.passes() for one in order)
    del os.environ[JOB]
    words = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider")
    return os.execv(sys.executable, [sys.executable, *words, *dict.fromkeys(one.node for one in order)])


def _forked(survives: Callable[[], bool], limit: int) -> int:
    """Ask in a copy of this process; gives its exit status, a negative one when its seconds of CPU are used up."""
    process = os.fork()
    if not process:
        status = 1
        with contextlib.suppress(BaseException):
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            status = 0 if survives() else 1
        os._exit(status)
    until = time.monotonic() + 10 * limit
    while not (ended := os.waitpid(process, os.WNOHANG))[0]:
        if time.monotonic() > until:
            os.killpg(process, signal.SIGKILL)
        time.sleep(0.02)
    return os.waitstatus_to_exitcode(ended[1])
