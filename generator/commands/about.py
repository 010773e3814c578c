"""`nianbao about`: the version, the parts with their licences, and what is promised about the network."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from generator.offline.kit import LICENCES, SBOM, kit_at_hand, program_files
from generator.offline.network import network_refused
from generator.offline.parts import ProgramPart, parts_in_use

_PROMISE = "写报告、检查、打开页面都不连网，不上传，也不查新版本。"
_REFUSED = "离线包里另加一道：本程序的进程连别的机器、听别的机器、查域名一律拒绝，只准本机（127.0.0.1）。现在正起作用。"
_OPEN = "本次运行没有加离线包里的那道锁；要由程序自己拒绝连网的，请用离线包。"


class About(NamedTuple):
    """What the program says of itself; `kit`, `sbom` and `licences` only where it is run from an offline kit."""

    parts: tuple[ProgramPart, ...]
    refuses_network: bool
    network: str
    kit: Path | None
    files: int = 0

    @property
    def sbom(self) -> Path | None:
        """Give where the bill of materials lies."""
        return self.kit and self.kit / SBOM

    @property
    def licences(self) -> Path | None:
        """Give the folder with the texts of all licences."""
        return self.kit and self.kit / LICENCES

    def as_record(self) -> dict[str, Any]:
        """Give the form that `--json` prints."""
        return {
            "version": self.parts[0].version,
            "parts": [one._asdict() for one in self.parts],
            "network": {"refused": self.refuses_network, "promise": self.network},
            "kit": str(self.kit or ""),
            "files": self.files,
            "sbom": str(self.sbom or ""),
            "licences": str(self.licences or ""),
        }


def about_program() -> About:
    """Look at what is run."""
    kit, refused = kit_at_hand(), network_refused()
    files = program_files(kit) if kit else 0
    return About(tuple(parts_in_use()), refused, _PROMISE + (_REFUSED if refused else _OPEN), kit, files)
