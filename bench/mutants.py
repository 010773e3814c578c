"""Do the tests see what the code does? Each mutant is the code with one small thing wrong; some test must fail for it.

    python -m bench.mutants generator/numbers --sample 40
    python -m bench.mutants generator/files.py generator/ledger.py --seed 2

The tests that belong to a module are those of its folder under tests/, and those that tests/test_architecture.py names
for it; to a rule the cases in tests/checks/cases, to which all may be said that a rule is to find. They run once; then
a sample of the mutants on the lines that they run is tried, each against the tests that run its line (bench/trying.py).
All of it in a copy of the tree.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.mutate import ROOT
from bench.trying import JOB
from tests.test_architecture import UNTESTED

RULES = "generator/checks/rules/"


def tests_of(path: str) -> set[str]:
    """Give the test files and folders that belong to a module, by the layout of tests/ and its list of exceptions."""
    if path.startswith(RULES):
        return {"tests/checks/test_rules.py"}
    top = Path(path).parts[1]
    own = f"tests/{top}" if (ROOT / "tests" / top).is_dir() else f"tests/test_{top}"
    named = re.findall(r"tests/[\w/]+\.py", UNTESTED.get(path, ""))
    return {one for one in (own, *named) if (ROOT / one).exists() and not one.startswith(f"{own}/")}


def modules(target: str) -> list[str]:
    """Give the files of a target, a module or a folder of them."""
    whole = ROOT / target
    files = [whole] if whole.is_file() else sorted(whole.rglob("*.py"))
    return [path.relative_to(ROOT).as_posix() for path in files]


def judge(target: str, tree: Path, options: argparse.Namespace) -> None:
    """Try a sample of a target's mutants, and print what became of them."""
    wanted = sorted(set(options.tests).union(*map(tests_of, modules(target))))
    print(f"{target}: {' '.join(wanted)}", flush=True)
    told, telling = os.pipe()
    job = {
        "modules": modules(target),
        "sample": options.sample,
        "seed": options.seed,
        "told": telling,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "bench.trying", *wanted],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), JOB: json.dumps(job)},
        pass_fds=[telling],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    os.close(telling)
    with os.fdopen(told, encoding="utf-8") as lines:
        for line in lines:
            print(line, end="", flush=True)
    said, _ = process.communicate()
    if process.returncode:
        sys.exit(said.decode())


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("targets", nargs="+", help="a module or a folder of them: generator/numbers")
    reader.add_argument("--sample", type=int, default=60, help="how many mutants of each target (60)")
    reader.add_argument("--seed", type=int, default=1, help="another number gives another sample")
    reader.add_argument(
        "--tests", nargs="*", default=[], help="further tests, beside those that belong to a target"
    )
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder, "tree")
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", ".hypothesis", "out"))
        for target in options.targets:
            judge(target.rstrip("/"), tree, options)


if __name__ == "__main__":
    main()
