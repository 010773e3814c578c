"""Write the pages that are made from templates and code; tests/test_generated.py holds them to be current.

Run by `python3 run.py docs`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interface import interface

from generator.checks.reference import page
from generator.checks.registry import all_rules
from generator.forms.guide import grouping_guide, guide
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.grouping import read_grouping

FOLDER = Path(__file__).resolve().parent


def topics() -> str:
    """Give the reference of topics and fields."""
    templates = Templates()
    return guide(read_topics(templates), templates) + grouping_guide(read_grouping(templates))


def checks() -> str:
    """Give the reference of rules."""
    return page(all_rules())


PAGES: dict[str, Callable[[], str]] = {
    "主题.md": topics,
    "检查.md": checks,
    "接口.md": interface,
}


def main() -> None:
    """Write every page."""
    for name, make in PAGES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")
        print(f"已更新：docs/{name}")


if __name__ == "__main__":
    main()
