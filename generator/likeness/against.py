"""Reports held against those of a folder: which passages each shares, as the rules take them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.checks.material import Other
from generator.commands.conform import SET
from generator.commands.steps import FACTS
from generator.county.folder import REMARKED
from generator.facts.superior import is_notice
from generator.formulations import LIBRARY
from generator.intake.reading import SUFFIXES
from generator.likeness.alike import AlikePair, find_alike
from generator.problems import Problem, UserError
from generator.resources import Templates

_REPORTS = FACTS | {*SUFFIXES, ".doc", ".wps", ".rtf", ".odt"}
_NO_REPORTS = frozenset({LIBRARY, "版式.yaml"})


class HeldAgainst(NamedTuple):
    """What each file shares with reports of the folder, and a problem for each of these that could not be read."""

    others: dict[Path, tuple[Other, ...]]
    unread: tuple[Problem, ...]


def held_against(files: Sequence[Path], folder: Path, templates: Templates) -> HeldAgainst:
    """Hold files against the reports of a folder, as `nianbao alike` does; raises UserError for no such folder.

    A report of the same unit and year is the same report in another form, and no other.
    """
    if not folder.is_dir():
        raise UserError(f"找不到文件夹：{folder}", "请核对 --against 后面的路径。", status=2)
    mine = {one.resolve(): one for one in files}
    there = [one for one in sorted(folder.iterdir()) if _is_report(one)]
    found = find_alike([*mine.values()], [one for one in there if one.resolve() not in mine], templates)
    others = _others(found.pairs, {*mine}, {one.resolve() for one in there})
    names = {one.name for one in there}
    unread = tuple(one for one in found.unread if one.place.file in names)
    return HeldAgainst(others, unread)


def shared_among(files: Sequence[Path], templates: Templates) -> dict[Path, tuple[Other, ...]]:
    """Give what each of many reports shares with the others of them."""
    every = {one.resolve() for one in files}
    return _others(find_alike(files, (), templates).pairs, every, every)


def _others(
    pairs: Sequence[AlikePair], files: Collection[Path], beside: Collection[Path]
) -> dict[Path, tuple[Other, ...]]:
    """Give what each of some files shares with those that they are held against."""
    others: dict[Path, list[Other]] = defaultdict(list)
    for pair in pairs:
        if pair.one.is_of_unit(pair.other) and pair.one.year == pair.other.year:
            continue
        for side, (own, other) in enumerate(((pair.one, pair.other), (pair.other, pair.one))):
            if own.path.resolve() in files and other.path.resolve() in beside:
                others[own.path].append(_other(pair, side, other.path))
    return {path: tuple(those) for path, those in others.items()}


def _other(pair: AlikePair, side: int, path: Path) -> Other:
    """Give what one side of a pair shares with the other, in its own order."""
    order = pair.sentences[side]
    passages = (sorted((shared[side] for shared in passage), key=order.index) for passage in pair.passages)
    texts = tuple(tuple(one.text for one in passage) for passage in passages)
    return Other(path.name, pair.shares[side], texts)


def _is_report(path: Path) -> bool:
    is_ours = path.stem.endswith((*REMARKED, SET))  # made of another that is there
    hidden = path.name.startswith((".", "~$"))
    kept = path.name in _NO_REPORTS or is_notice(path)
    return path.suffix.lower() in _REPORTS and not (is_ours or hidden or kept)
