"""What the search for copied passages finds, and what it costs, on made reports with planted copies.

    python bench/likeness.py                       # 2,000 and 10,000 reports: some two minutes on one core
    python bench/likeness.py 2000 10000 41000      # the whole: also some minutes to make the reports

Each number of reports is measured in a process of its own: the CPU time and the memory are of the search alone (those
of making the reports are taken off), which runs from the normal forms of their sentences to passages. Nothing is read
from files here; what that costs stands in docs/相似.md. The tests hold the recall and the precision of 400 reports.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.likeness.alike import shared_passages
from tests.likeness.judged import judged, read_made
from tests.likeness.made import KINDS, made_corpus


def measure(count: int) -> None:
    """Make so many reports, search them, and print one row for the search and one for each kind of copy."""
    reports, planted = made_corpus(count)
    read = read_made(reports)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    found = shared_passages(read)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result = judged(found, planted)
    row = (f"{result.recall[kind]:.3f}" for kind in KINDS)
    print(
        f"| {count} | {seconds:.1f} | {peak:.0f}（{before:.0f}） | {' | '.join(row)} | {result.precision:.3f} |"
        f" {result.sentence_precision:.3f} |"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description="找雷同：找到多少，用多少时间和内存")
    arguments.add_argument("counts", type=int, nargs="*", default=[2000, 10000])
    arguments.add_argument("--one", type=int, help="只在本进程里量这么多份")
    given = arguments.parse_args()
    if given.one:
        measure(given.one)
        return
    print(
        f"| 份 | CPU 秒 | 内存 MB（其中造报告） | {' | '.join(KINDS)} | 段落准确率 | 句子准确率 |\n|--:|{'--:|' * 8}",
        flush=True,
    )
    for count in given.counts:
        subprocess.run([sys.executable, __file__, "--one", str(count)], check=True)


if __name__ == "__main__":
    main()
