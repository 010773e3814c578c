"""Memory of one process that makes many reports, each of another unit: it must not grow.

python bench/memory.py [reports]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fixtures import facts_text


def resident() -> float:
    """Give this process's resident memory in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1_000_000


def main() -> None:
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    import generator

    for number in range(1, reports + 1):
        with tempfile.TemporaryDirectory() as folder:
            facts = Path(folder, "facts.yaml")
            facts.write_text(facts_text(number), encoding="utf-8")
            generator.render(facts, Path(folder, "report.docx"))
        if number in {100, 1000} or number % 2000 == 0:
            print(f"{number:>6} 份：{resident():.1f} MB", flush=True)


if __name__ == "__main__":
    main()
