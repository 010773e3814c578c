"""The roll-up of many made units: how long reading, adding up and each output take, and how much memory they need.

    python bench/rollup.py [units] [cores]

Prints seconds of the clock, of all processors, and the peak of memory of this process and of its largest helper.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.resources import Templates
from generator.rollup.outputs import roll_up
from generator.rollup.units import gather_units
from generator.rollup.writing import write_output
from tests.rollup.made import write_units

Given = TypeVar("Given")
_MB = 1024  # ru_maxrss is in KB


def timed(what: str, work: Callable[[], Given]) -> Given:
    """Do some work and print what it took."""
    clock, cpu = time.perf_counter(), _cpu()
    done = work()
    print(f"{what:12} {time.perf_counter() - clock:7.1f} s，处理器 {_cpu() - cpu:7.1f} s")
    return done


def _cpu() -> float:
    mine, helpers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + helpers.ru_utime + helpers.ru_stime


def main(count: int, cores: int) -> None:
    """Measure so many units on so many cores."""
    os.sched_setaffinity(0, set(range(cores)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_units(folder / "units", count)
        begin = time.perf_counter()
        counted = timed("读", lambda: gather_units([folder / "units"], Templates()))
        rolled = timed("合计", lambda: roll_up(counted, Templates(), None, ""))
        for output in ("全区.yaml", "明细.csv", "明细.parquet", "历年.html"):
            timed(output, lambda output=output: write_output(rolled, folder / output, force=False))
        print(f"{'不含 Excel':12} {time.perf_counter() - begin:7.1f} s")
        timed("汇总.xlsx", lambda: write_output(rolled, folder / "汇总.xlsx", force=False))
        figures = sum(len(one.figures) for one in counted.units)
        peaks = [
            resource.getrusage(who).ru_maxrss / _MB
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        ]
        print(f"{count}个单位，{figures}个数；内存最多 {peaks[0]:.0f} MB，帮手最多 {peaks[1]:.0f} MB")


if __name__ == "__main__":
    main(*(int(one) for one in (sys.argv[1:] + ["2000", "2"][len(sys.argv) - 1 :])[:2]))
