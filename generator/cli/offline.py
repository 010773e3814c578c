"""The program as the offline kit starts it: the kit is looked at before anything is run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli import run_program

PAGE = "--page"
"""What a double-click asks for: the page, of the file that was dropped or among the kit's own reports."""


def offline_main(kit: Path) -> None:
    """Run `nianbao` from a kit; raises nothing, ends the process with the status."""
    run_program(lambda: _looked_at(kit, sys.argv[1:]))


def _looked_at(kit: Path, arguments: Sequence[str]) -> Sequence[str]:
    """Give the arguments of a kit that may be run; raises UserError."""
    from generator.offline.kit import REPORTS, must_be_unpacked, must_be_whole

    must_be_unpacked(kit)
    must_be_whole(kit)
    if arguments[:1] != [PAGE]:
        return arguments
    if arguments == [PAGE]:
        reports = kit / REPORTS
        os.chdir(reports if reports.is_dir() else kit)
    return ["preview", *arguments[1:]]
