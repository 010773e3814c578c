"""Facts files of units that nobody has, and steps of a batch that go wrong with some of them."""

import os
import time
from pathlib import Path

from generator.batch.order import Added, Addition, BatchOrder

EXAMPLE = Path(__file__).parents[2] / "examples" / "稷下街道-2023.yaml"


def write_units(folder: Path, count: int) -> list[Path]:
    """Write the facts files of so many units into a folder; their reports are all different."""
    folder.mkdir(parents=True, exist_ok=True)
    text = EXAMPLE.read_text(encoding="utf-8")
    paths = [folder / f"第{number}街道-2023.yaml" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_text(text.replace("稷下街道", f"第{number}街道"), encoding="utf-8")
    return paths


def reports_in(folder: Path) -> dict[str, bytes]:
    """Give all that lies in a folder of reports but what the program notes there."""
    return {
        one.name: one.read_bytes()
        for one in folder.iterdir()
        if one.is_file() and not one.name.startswith(".nianbao")
    }


def _fatal(prepared, _given, _problems):
    """Fail in the way that the name of the facts file says; each of them is in all processes the same."""
    name = prepared.source.stem
    if "毒" in name:
        os._exit(9)
    if "大" in name:
        raise MemoryError
    if "错" in name:
        raise ZeroDivisionError
    if "慢" in name:
        time.sleep(600)
    return Added()


def fatal_order(out: Path) -> BatchOrder:
    """Give an order with a step that some files do not survive."""
    return BatchOrder(out, additions=(Addition(_fatal, "fatal"),))
