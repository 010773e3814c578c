"""Do the tests see what the code does? Each mutant is the code with one small thing wrong; some test must fail for it.

    python -m bench.mutants generator/numbers --sample 40
    python -m bench.mutants generator/files.py generator/ledger.py --seed 2

The tests that belong to a module are those of its folder under tests/, and those that tests/test_architecture.py names
for it. They run once with coverage; then a sample of the mutants on the lines that they run is tried. A mutant meets the
tests that run its line, the module's own file first; where these are FEW, the others follow, because what is kept from
one test to the next (templates, word lists) is made in the first that asks. All of it in a copy of the tree, on all cores.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

import pytest
from coverage import Coverage, CoverageData

from bench.chosen_tests import CHOSEN, PASSED
from bench.mutate import ROOT, Mutant, mutants_of
from tests.test_architecture import UNTESTED

_PLUGINS = ("-p", "no:cacheprovider", "-p", "bench.chosen_tests")
FEW = 3  # tests that run a line; with no more, the line may have been run for others that came later


class Tests(NamedTuple):
    """What the tests of a target are, which of them run which line, and how much they run, in percent."""

    passed: list[str]
    running: dict[tuple[str, int], list[str]]
    lines: float
    branches: float


def tests_of(path: str) -> set[str]:
    """Give the test files and folders that belong to a module, by the layout of tests/ and its list of exceptions."""
    top = Path(path).parts[1]
    own = f"tests/{top}" if (ROOT / "tests" / top).is_dir() else f"tests/test_{top}"
    named = re.findall(r"tests/[\w/]+\.py", UNTESTED.get(path, ""))
    return {one for one in (own, *named) if (ROOT / one).exists() and not one.startswith(f"{own}/")}


def modules(target: str) -> list[str]:
    """Give the files of a target, a module or a folder of them."""
    whole = ROOT / target
    files = [whole] if whole.is_file() else sorted(whole.rglob("*.py"))
    return [path.relative_to(ROOT).as_posix() for path in files]


def pytest_in(tree: Path, *words: str, limit: int = 0, environment: dict[str, str]) -> int:
    """Run pytest in a tree; gives its exit status, or a negative one when its seconds of CPU are used up."""

    def limited() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))

    command = [sys.executable, "-m", "pytest", "-q", *_PLUGINS, *words]
    process = subprocess.Popen(
        command,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=limited,  # noqa: PLW1509 - it only sets the limit
    )
    try:
        return process.wait(limit * 10 or None)
    except subprocess.TimeoutExpired:
        return -signal.SIGKILL
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def measured(tree: Path, target: str, tests: list[str]) -> Tests:
    """Run a target's tests with coverage."""
    for name in (".coverage", "passed"):
        (tree / name).unlink(missing_ok=True)
    words = (f"--cov={Path(target).parts[0]}", "--cov-branch", "--cov-context=test", "--cov-report=")
    pytest_in(tree, *words, "--cov-fail-under=0", *tests, environment={PASSED: str(tree / "passed")})
    passed = [json.loads(line) for line in (tree / "passed").read_text("utf-8").splitlines()]
    data = CoverageData(str(tree / ".coverage"))
    data.read()
    kept, running = set(passed), {}
    for path in modules(target):
        for line, contexts in data.contexts_by_lineno(str(tree / path)).items():
            running[path, line] = [one for name in contexts if (one := name.rpartition("|")[0]) in kept]
    told = tree / "coverage.json"
    coverage = Coverage(data_file=str(tree / ".coverage"), config_file=False)
    coverage.load()
    coverage.json_report(include=[str(tree / path) for path in modules(target)], outfile=str(told))
    total = json.loads(told.read_text("utf-8"))["totals"]
    lines = 100 * total["covered_lines"] / total["num_statements"]
    return Tests(passed, running, lines, 100 * total["covered_branches"] / max(total["num_branches"], 1))


def tried(tree: Path, mutant: Mutant, tests: Tests, limit: int) -> str:
    """Put a mutant into a tree, run the tests that can see it, take it out; gives what became of it."""
    own = f"/test_{Path(mutant.path).stem}.py"
    order = sorted(tests.running[mutant.path, mutant.line], key=lambda name: (own not in name, name))
    if len(order) <= FEW:
        order += [name for name in tests.passed if name not in set(order)]
    path, chosen = tree / mutant.path, tree / "chosen"
    chosen.write_text(json.dumps(order), encoding="utf-8")
    kept = path.read_bytes()
    try:
        path.write_bytes(kept[: mutant.start] + mutant.new.encode() + kept[mutant.end :])
        files = dict.fromkeys(name.partition("::")[0] for name in order)
        status = pytest_in(tree, "-x", *files, limit=limit, environment={CHOSEN: str(chosen)})
    finally:
        path.write_bytes(kept)
        for stale in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            stale.unlink()
    assert status != pytest.ExitCode.NO_TESTS_COLLECTED, order
    return "survived" if status == 0 else "timeout" if status < 0 else "killed"


def judge(target: str, trees: list[Path], options: argparse.Namespace) -> None:
    """Try a sample of a target's mutants, and print what became of them."""
    wanted = sorted(set(options.tests).union(*map(tests_of, modules(target))))
    tests = measured(trees[0], target, wanted)
    print(f"{target}: 行 {tests.lines:.1f}%，分支 {tests.branches:.1f}%（{' '.join(wanted)}）", flush=True)
    every = [one for path in modules(target) for one in mutants_of(path) if (path, one.line) in tests.running]
    sample = random.Random(options.seed).sample(every, min(options.sample, len(every)))
    free: SimpleQueue[Path] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def one_of(mutant: Mutant) -> str:
        tree = free.get()
        try:
            fate = tried(tree, mutant, tests, options.limit)
        finally:
            free.put(tree)
        if fate != "killed":
            print(
                f"  {fate} {mutant.path}:{mutant.line}  {mutant.old[:70]!r} -> {mutant.new[:70]!r}",
                flush=True,
            )
        return fate

    with ThreadPoolExecutor(len(trees)) as pool:
        fates = Counter(pool.map(one_of, sample))
    seen = len(sample) - fates["survived"]
    print(
        f"  {len(sample)} of {len(every)}, seed {options.seed}: {dict(fates)}, {100 * seen / len(sample):.0f}%"
    )


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("targets", nargs="+", help="a module or a folder of them: generator/numbers")
    reader.add_argument("--sample", type=int, default=60, help="how many mutants of each target (60)")
    reader.add_argument("--seed", type=int, default=1, help="another number gives another sample")
    reader.add_argument("--limit", type=int, default=120, help="seconds of CPU for one mutant (120)")
    reader.add_argument(
        "--tests", nargs="*", default=[], help="further tests, beside those that belong to a target"
    )
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trees = [Path(folder, str(number)) for number in range(os.cpu_count() or 1)]
        for tree in trees:
            shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", ".hypothesis", "out"))
        for target in options.targets:
            judge(target.rstrip("/"), trees, options)


if __name__ == "__main__":
    main()
