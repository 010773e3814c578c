"""Which facts files are done, and what tells the names of their reports apart, all before the first is made.

A report is named by its title. Where two facts files seem to be of one unit and year, or a unit's name cannot be read
at a glance, the name of the facts file stands behind the title: names depend on the list of files alone, and come out
the same in every run, on every machine.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from generator.batch.order import Job
from generator.encodings import decode_text
from generator.file_names import file_name
from generator.patterns import pattern
from generator.problems import UserError

_UNIT = pattern(r"""(?m)^["']?单位["']?[ \t]*:(?P<unit>.*(?:\n(?:[ \t#].*)?$)*)""")
_YEAR = pattern(r"""(?m)^["']?年度["']?[ \t]*:[ \t]*["']?(?P<year>\d{4})""")
_NAME = (
    r"""(?m)(?:^[ \t]*|[{{,][ \t]*)["']?{}["']?[ \t]*:[ \t]*(?:\[|\n?[ \t]*-)?[ \t]*"""
    r"""["']?(?P<name>[^\s"'#,{{}}\[\]|>&*!]+)"""
)
_SHORT, _LONG = (pattern(_NAME.format(name)) for name in ("简称", "名称"))
_PART = pattern(r"(?P<part>\d{1,4})/(?P<of>\d{1,4})")
_LONG_MARK, _ENDING = 24, 12


class Glance(NamedTuple):
    """What is seen of a facts file at a glance: what the unit is called, and the year; empty where that is not seen."""

    unit: str
    year: str

    @property
    def label(self) -> str:
        """What the title of a report begins with."""
        return f"{self.unit}{self.year}年" if self.unit and self.year else ""


class BatchPart(NamedTuple):
    """The share of one machine: the files whose number, made of their names, leaves `part` - 1 when divided by `of`."""

    part: int = 1
    of: int = 1


WHOLE = BatchPart()


def read_part(written: str) -> BatchPart:
    """Read 3/8; raises UserError."""
    found = _PART.fullmatch(written.strip())
    part = BatchPart(int(found["part"]), int(found["of"])) if found else BatchPart(0, 0)
    if not 1 <= part.part <= part.of:
        raise UserError(
            f"不懂“{written}”是哪一部分。", "写成 3/8，就是分作八部分，做其中的第三部分。", status=2
        )
    return part


def plan_jobs(
    sources: Sequence[Path], owners: Mapping[str, str], part: BatchPart = WHOLE, year: int | None = None
) -> list[Job]:
    """Give what is to be done of these facts files, in their order.

    `owners` tells by label which facts file the reports that lie there already were made of.
    """
    glances = [glance_at(source) for source in sources]
    times = Counter(one.label.casefold() for one in glances)
    here = set(map(absolute, sources))
    jobs = []
    for source, glance, mark in zip(sources, glances, unit_marks(sources), strict=True):
        if year and glance.year not in {"", str(year)}:
            continue
        if crc32(mark.encode("utf-8", "surrogatepass")) % part.of != part.part - 1:
            continue
        owner = owners.get(glance.label, "")
        alone = times[glance.label.casefold()] == 1 and not (
            owner and owner not in here and _is_another(Path(owner), source)
        )
        jobs.append(Job(source, glance.label if alone else "", mark))
    return jobs


def of_other_years(sources: Iterable[Path], year: int) -> dict[Path, str]:
    """Give the facts files that are seen at a glance to be of another year, each with that year."""
    seen = {source: glance_at(source).year for source in sources}
    return {source: told for source, told in seen.items() if told not in {"", str(year)}}


def absolute(source: Path) -> str:
    """Give the whole path of a facts file, as it is called and wherever links lead."""
    return os.path.abspath(source)  # noqa: PTH100


def _is_another(owner: Path, source: Path) -> bool:
    """Tell whether a report was made of a file that is still there and says something else."""
    try:
        return owner.read_bytes() != source.read_bytes()
    except OSError:
        return False


def glance_at(source: Path) -> Glance:
    """Look for the unit's name and the year without reading the YAML as such; who makes the report looks again."""
    try:
        decoded = decode_text(source.read_bytes(), "utf-8-sig", "gb18030")
    except OSError:
        return Glance("", "")
    text = decoded.text if decoded else ""
    unit, year = _UNIT.search(text), _YEAR.search(text)
    block = unit["unit"] if unit else ""
    name = _SHORT.search(block) or _LONG.search(block)
    return Glance(name["name"] if name else "", year["year"] if year else "")


def unit_marks(sources: Iterable[Path]) -> list[str]:
    """Give for each file what tells it from the others: its path from the folder that all have in common."""
    paths = [Path(absolute(one)) for one in sources]
    folder = os.path.commonpath([one.parent for one in paths]) if _on_one_drive(paths) else ""
    taken: set[str] = set()
    marks = []
    for path in paths:
        inside = path.relative_to(folder) if folder else Path(path.name)
        whole = "-".join((*inside.parent.parts, path.stem))
        mark = file_name(_shortened(whole), "")
        if mark.casefold() in taken:
            mark = file_name(f"{_digest(str(path))}-{whole[-_ENDING:]}", "")
        taken.add(mark.casefold())
        marks.append(mark)
    return marks


def _on_one_drive(paths: Iterable[Path]) -> bool:
    """Tell whether the paths have a folder in common at all."""
    return len({one.drive.casefold() for one in paths}) == 1


def _shortened(mark: str) -> str:
    """Cut what would leave no room for the title, and keep it apart from others that end alike."""
    if len(mark) <= _LONG_MARK:
        return mark
    return f"{_digest(mark)}-{mark[-_ENDING:]}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
