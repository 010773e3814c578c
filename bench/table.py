"""One report warm, one from a cold start, 200 at once and the memory of it, ours beside others, all in one run.

    python bench/table.py                                     # some three minutes on 2 cores
    python bench/table.py --warm 20 --cold 3 --batch 40
    python bench/table.py --before CHECKOUT                   # and an earlier state of this project, in the same run

The engines (bench/peers.py) take turns, A B C and B C A, so that a slow minute of the machine falls on all alike. Warm
is CPU time in one process an engine, from a file on disk to a file on disk; cold is the clock over one whole command;
the batch is the clock over two processes (ours shares the work by itself), in four rounds, so that a batch of 8 is four
cold starts of two reports each. Printed are medians, and how many times
docxtpl's they are.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fixtures import lay_out

ROOT = Path(__file__).resolve().parents[1]
NAMES = {
    "floor": "下限：只压缩",
    "docxtpl": "docxtpl，默认样式",
    "docxtpl_lean": "docxtpl，精简样式",
    "docxtpl_any_unit": "docxtpl，各单位通用",
    "python_docx": "python-docx",
    "ours": "本程序，含查错误",
}
COMMAND = "from generator.cli import main; main()"


class Engine:
    """One engine: how it is called, from which checkout; one that is not installed says so."""

    def __init__(self, name: str, shown: str, folder: Path, checkout: Path = ROOT) -> None:
        self.name, self.shown, self.folder = name, shown, folder
        cache = folder / f"cache-{shown}"  # or two checkouts would throw away what the other has kept
        self.environment = {**os.environ, "PYTHONPATH": str(checkout), "XDG_CACHE_HOME": str(cache)}
        # installed libraries are compiled, and so ours must be, as it is for whoever installs it
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.warm: list[float] = []
        self.cold: list[float] = []
        self.batch = self.memory = 0.0
        self.process = subprocess.Popen(
            self.peer("serve"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment
        )

    def peer(self, *rest: object) -> list[str]:
        return [sys.executable, str(ROOT / "bench/peers.py"), self.name, str(self.folder), *map(str, rest)]

    def ask(self, line: object) -> float:
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline() or "nan")

    def ours(self) -> bool:
        return self.name == "ours"

    def one(self, number: int) -> list[str]:
        if not self.ours():
            return self.peer(number, number + 1)
        facts, out = self.folder / f"facts/{number:04}.yaml", self.folder / f"out/cold-{number:04}.docx"
        return [sys.executable, "-c", COMMAND, "render", str(facts), "-o", str(out)]

    def many(self, first: int, last: int) -> list[list[str]]:
        if not self.ours():
            half = (first + last) // 2
            return [self.peer(first, half), self.peer(half, last)]
        facts = [str(self.folder / f"facts/{number:04}.yaml") for number in range(first, last)]
        return [[sys.executable, "-c", COMMAND, "render", *facts, "-o", tempfile.mkdtemp(dir=self.folder)]]

    def timed(self, commands: list[list[str]]) -> float:
        began = time.perf_counter()
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running = [subprocess.Popen(one, env=self.environment, cwd=self.folder, **quiet) for one in commands]
        if any(one.wait() for one in running):
            raise RuntimeError(f"{self.shown} failed")
        return time.perf_counter() - began


def turns(engines: list[Engine], rounds: int) -> Iterator[tuple[int, Engine]]:
    for number in range(rounds):
        at = number % len(engines)
        for engine in engines[at:] + engines[:at]:
            yield number, engine


def measure(engines: list[Engine], given: argparse.Namespace) -> None:
    for number, engine in turns(engines, given.warm + 3):
        seconds = engine.ask(number)
        if number >= 3:  # caches are full then
            engine.warm.append(seconds * 1000)
    for engine in engines:
        engine.memory = engine.ask("M")
        engine.process.stdin.close()
        engine.process.wait()
    for number, engine in turns(engines, given.cold):
        engine.cold.append(engine.timed([engine.one(number)]) * 1000)
    rounds = 4
    share = given.batch // rounds
    for number, engine in turns(engines, rounds):
        if engine.name != "docxtpl_any_unit":
            engine.batch += engine.timed(engine.many(number * share, (number + 1) * share))


def show(engines: list[Engine], given: argparse.Namespace) -> None:
    base = next(one for one in engines if one.name == "docxtpl")

    def cell(value: float, other: float, form: str) -> str:
        return f"{value:{form}}（{value / other:.2f}）" if value else "—"

    print(
        f"热 {given.warm} 轮，冷 {given.cold} 轮，一批 {given.batch} 份；居中的数，括号内是 docxtpl 的倍数\n"
    )
    print(f"| | 热，CPU 毫秒 | 冷，毫秒 | {given.batch} 份，秒 | 内存，MB |\n|---|--:|--:|--:|--:|")
    for one in engines:
        warm = cell(statistics.median(one.warm), statistics.median(base.warm), ".2f")
        cold = cell(statistics.median(one.cold), statistics.median(base.cold), ".0f")
        print(f"| {one.shown} | {warm} | {cold} | {cell(one.batch, base.batch, '.2f')} | {one.memory:.0f} |")


def main() -> None:
    arguments = argparse.ArgumentParser(description="一份报告的时间，与别的做法对照")
    arguments.add_argument("--warm", type=int, default=60)
    arguments.add_argument("--cold", type=int, default=11)
    arguments.add_argument("--batch", type=int, default=200)
    arguments.add_argument("--before", type=Path, help="本项目以前的一份检出")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        lay_out(folder, max(given.warm + 3, given.cold, given.batch))
        engines = [Engine(name, shown, folder) for name, shown in NAMES.items()]
        if given.before:
            engines.append(Engine("ours", "本程序，以前", folder, given.before))
        measure(engines, given)
        show(engines, given)


if __name__ == "__main__":
    main()
