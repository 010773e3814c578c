"""What a batch is asked for, as records that other processes and machines can be sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.commands.render import WORD, Wishes
from generator.commands.steps import Given, Prepared
from generator.problems import Problem


class Added(NamedTuple):
    """What an addition gives for one report: what it found, and files to be written beside it, by their endings.

    The name of such a file is the report's, with the key behind it: `（审阅意见）.docx`.
    """

    problems: tuple[Problem, ...] = ()
    files: Mapping[str, bytes] = {}


class Addition(NamedTuple):
    """A step more on each report that is drafted and checked, and before it is written.

    `make` is a function of a module, or a partial of one, since it is sent to other processes; it is given what is
    known to be wrong. What it finds counts with that: an error stops the report, its own files are written all the
    same. `identity` tells all that its results depend on besides the facts, such as the bytes of the notice.
    """

    make: Callable[[Prepared, Given, tuple[Problem, ...]], Added]
    identity: str


@dataclass(frozen=True)
class BatchOrder:
    """What is to be made of each facts file, and where it goes.

    `checked` puts each before all the rules, else only before those that can find an error. `state` tells all that
    the reports depend on besides the facts files, see `generator.batch.keys`.
    """

    out: Path
    form: str = WORD
    given: Given = field(default_factory=Given)
    wishes: Wishes = field(default_factory=Wishes)
    checked: bool = False
    additions: tuple[Addition, ...] = ()
    state: str = ""


class Job(NamedTuple):
    """One facts file. `label` is what the report's name may begin with, empty where it would not tell it from others.

    `mark` is what then stands behind it in brackets: no other file of the batch has the same.
    """

    source: Path
    label: str
    mark: str
