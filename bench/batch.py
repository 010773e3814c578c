"""A county's reports at once: `nianbao batch` over so many units, its time and memory, beside docxtpl in the same run.

    python bench/batch.py                     # 1,000 and 5,000 units
    python bench/batch.py 1000 5000 41000     # as many as are wanted
    python bench/batch.py 1000 --peer 200     # fewer reports by docxtpl, whose time for one is what is compared

The units are of the example 稷下街道-2023 under other names and with other figures, each from a facts file on disk to a
Word file on disk, searched for errors. Time is told by the clock and as CPU time of all processes; the first depends on
what else the machine is doing. Memory is the most that all processes together held (proportional set size, Linux).
docxtpl (bench/peers.py) writes the same report in two processes and checks nothing. The share of all that is spent
for each report must stay the same however many there are.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from fixtures import facts_text, lay_out

ROOT = Path(__file__).resolve().parents[1]
COMMAND = "from generator.cli import main; main()"
_FIGURES = {"50余次": (50, "次"), "1000余份": (1000, "份"), "3000余人次": (3000, "人次")}
_PSS = re.compile(r"^Pss:\s*(\d+) kB", re.MULTILINE)


class Run(NamedTuple):
    """How long a command took, by the clock and of the processors, and the most memory that it held, in MB."""

    seconds: float
    cpu: float
    memory: float


def write_units(folder: Path, count: int) -> None:
    """Write the facts files of so many units, of which no two say the same."""
    for number in range(1, count + 1):
        text = facts_text(number)
        for figure, (base, unit) in _FIGURES.items():
            text = text.replace(figure, f"{base + number % 997}{unit}", 1)
        (folder / f"第{number}街道-2023.yaml").write_text(text, encoding="utf-8")


def held_by(parent: int) -> float:
    """Give the memory of a process and of all below it, in MB."""
    whole, rest = 0, [parent]
    while rest:
        process = rest.pop()
        with contextlib.suppress(OSError):
            rest += map(int, Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split())
            whole += int(_PSS.search(Path(f"/proc/{process}/smaps_rollup").read_text("ascii"))[1])
    return whole / 1024


def measured(commands: list[list[str]], folder: Path) -> Run:
    """Run commands side by side to their end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began, before, most = time.perf_counter(), os.times(), 0.0
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(one, env=environment, cwd=folder, **quiet) for one in commands]
    while any(one.poll() is None for one in running):
        most = max(most, sum(held_by(one.pid) for one in running))
        time.sleep(0.25)
    if any(one.returncode for one in running):
        raise RuntimeError(commands)
    after = os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    return Run(time.perf_counter() - began, cpu, most)


def ours(folder: Path, count: int) -> Run:
    """Make the reports of so many units by one command."""
    source = folder / f"各单位-{count}"
    source.mkdir()
    write_units(source, count)
    run = measured([[sys.executable, "-c", COMMAND, "batch", source.name, "-o", f"报告-{count}"]], folder)
    made = len(list((folder / f"报告-{count}").glob("*.docx")))
    if made != count:
        raise RuntimeError(f"{made} of {count} made")
    return run


def docxtpl(folder: Path, count: int) -> Run:
    """Make the same report so many times by docxtpl, in two processes."""
    half = count // 2
    peer = [sys.executable, str(ROOT / "bench/peers.py"), "docxtpl", str(folder)]
    return measured([[*peer, "0", str(half)], [*peer, str(half), str(count)]], folder)


def main() -> None:
    arguments = argparse.ArgumentParser(description="成批生成的时间和内存，与 docxtpl 对照")
    arguments.add_argument("counts", type=int, nargs="*", default=[1000, 5000])
    arguments.add_argument("--peer", type=int, default=400, help="docxtpl 生成多少份")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        lay_out(folder, given.peer)
        peer = docxtpl(folder, given.peer)
        peer_each = peer.cpu / given.peer * 1000
        print("| 份数 | 秒 | CPU 秒 | 每份 CPU 毫秒 | docxtpl 的倍数 | 内存，MB |\n|--:|--:|--:|--:|--:|--:|")
        for count in given.counts:
            run = ours(folder, count)
            each = run.cpu / count * 1000
            print(
                f"| {count} | {run.seconds:.1f} | {run.cpu:.1f} | {each:.2f} | {each / peer_each:.2f} "
                f"| {run.memory:.0f} |",
                flush=True,
            )
        print(
            f"| docxtpl，{given.peer} | {peer.seconds:.1f} | {peer.cpu:.1f} | {peer_each:.2f} | 1 "
            f"| {peer.memory:.0f} |"
        )


if __name__ == "__main__":
    main()
