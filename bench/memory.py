"""Memory of one process that makes many reports, each of another unit: it must not grow.

python bench/memory.py [reports]
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.document import docx
from generator.document.blocks import read_blocks
from generator.document.layout import read_layout
from generator.draft import compose
from generator.facts import facts_from
from generator.facts.source import read_source
from generator.resources import Templates

FACTS = Path(__file__).resolve().parents[1] / "examples" / "稷下街道-2023.yaml"


def resident() -> float:
    """Give this process's resident memory in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1_000_000


def main() -> None:
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    text, templates = FACTS.read_text(encoding="utf-8"), Templates()
    layout = read_layout(templates)
    for number in range(1, reports + 1):
        data = text.replace("稷下街道", f"第{number}街道").encode()
        facts = facts_from(read_source(data, "甲.yaml"), "甲.yaml", templates)
        docx.write(read_blocks(compose(facts, templates).markdown), layout)
        if number in {100, 1000} or number % 2000 == 0:
            print(f"{number:>6} 份：{resident():.1f} MB", flush=True)


if __name__ == "__main__":
    main()
