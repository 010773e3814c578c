"""The folder of a county that docs/进度.md tells of, and what can be made of it."""

import re
from datetime import date
from pathlib import Path

from generator.commands.new import request_for
from generator.commands.steps import Given
from generator.county.stage import UnitStatus
from generator.county.status import Progress, county_progress
from generator.forms.scaffold import scaffold

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "进度.md").read_text(encoding="utf-8")
NOTICE, FACTS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
EMPTY_FORM = scaffold(request_for("石桥镇", 2023, None, Given(), full=False))
TODAY = date(2024, 2, 15)


def county(folder: Path, notice: str = NOTICE, **files: str) -> Path:
    """Lay out the folder: the notice, and facts files by the names of their units."""
    (folder / "上级通知.yaml").write_text(notice, encoding="utf-8")
    for name, text in ({"云岭街道": FACTS} | files).items():
        (folder / f"{name}-2023.yaml").write_text(text, encoding="utf-8")
    return folder


def progress(folder: Path, today: date = TODAY) -> Progress:
    """Look at a folder."""
    return county_progress(folder, Given(), today)


def unit(found: Progress, name: str) -> UnitStatus:
    """Give the state of one unit."""
    return next(one for one in found.units if one.unit.name == name)
