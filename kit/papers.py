"""What goes with the program: the texts of all licences, the bill of materials, the manual and the examples."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timezone
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from generator.offline.kit import LICENCES, SBOM
from generator.offline.parts import INSIDE, OURS, ProgramPart, parts_beneath, program_part
from kit import KitError
from kit.pythons import Python
from kit.wheels import Wheel

if TYPE_CHECKING:
    from cyclonedx.model.component import Component

_MANUAL_MADE_BY = ("zensical",)
"""What of its own it puts into the manual's pages: scripts and styles."""
_TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def write_licences(root: Path, kit: Path, site: Path, python: Python | None) -> None:
    """Gather the texts of all licences into a folder, one for each part; raises KitError where a part has none."""
    folder = kit / LICENCES
    for part in INSIDE:
        text = root / "templates" / "页面" / f"{part.name}-{part.version}.LICENSE"
        _write(folder / f"{part.name}-{part.version}" / "LICENSE", text.read_bytes())
    if python:
        _write(folder / f"Python-{python.version}" / "LICENSE.txt", python.licence.encode())
    for library in parts_beneath(site):
        named = program_part(library)
        files = [one for one in library.files or () if _is_licence(one.parts)]
        if not files:
            raise KitError(f"{named.name} {named.version} 里没有许可文本。")
        for one in files:
            within = "/".join(part for part in one.parts[1:] if part != "licenses")
            _write(folder / f"{named.name}-{named.version}" / within, Path(str(one.locate())).read_bytes())


def _is_licence(parts: Sequence[str]) -> bool:
    return parts[0].endswith(".dist-info") and parts[-1].upper().startswith(_TEXTS)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_sbom(kit: Path, site: Path, wheels: Iterable[Wheel], python: Python | None, seconds: int) -> None:
    """Write the bill of materials: each part with version, licence, and the sha256 of the file that it came in."""
    from cyclonedx.model.bom import Bom
    from cyclonedx.output.json import JsonV1Dot6

    hashes = {wheel.name: wheel.sha256 for wheel in wheels}
    libraries = [program_part(one) for one in parts_beneath(site)]
    (ours,) = (one for one in libraries if one.name == OURS)
    components = [_component(one, "pypi", hashes.get(_key(one))) for one in libraries if one != ours]
    components += [_component(one, "npm", None) for one in INSIDE]
    if python:
        components.append(
            _component(ProgramPart("Python", python.version, "PSF-2.0"), "generic", python.sha256)
        )
    bom = Bom(components=components)
    bom.metadata.component = _component(ours, "pypi", None)
    bom.register_dependency(bom.metadata.component, components)
    bom.metadata.timestamp = datetime.fromtimestamp(seconds, timezone.utc)
    told = "".join(sorted(f"{one.name} {one.version} {list(one.hashes)}" for one in components))
    bom.serial_number = uuid5(NAMESPACE_URL, told)  # the same parts have the same number
    text: dict[str, Any] = json.loads(JsonV1Dot6(bom).output_as_string())
    (kit / SBOM).write_text(json.dumps(text, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _component(part: ProgramPart, kind: str, digest: str | None) -> Component:
    from cyclonedx.model import HashAlgorithm, HashType
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.license import DisjunctiveLicense
    from packageurl import PackageURL

    return Component(
        name=part.name,
        version=part.version,
        type=ComponentType.APPLICATION if part.name == OURS else ComponentType.LIBRARY,
        bom_ref=f"{part.name}@{part.version}",
        purl=PackageURL(kind, name=_key(part), version=part.version),
        licenses=[DisjunctiveLicense(name=part.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)] if digest else [],
    )


def _key(part: ProgramPart) -> str:
    return part.name.lower().replace("_", "-").replace(".", "-")


def copy_papers(root: Path, kit: Path, manual: Path) -> None:
    """Put the manual, as it was built, and the examples beside the program."""
    shutil.copytree(root / "examples", kit / "示例", ignore=shutil.ignore_patterns(".*"))
    shutil.copytree(manual, kit / "手册")
    texts: dict[str, bytes] = {}
    for name in _MANUAL_MADE_BY:
        with suppress(PackageNotFoundError):  # the manual was made elsewhere
            maker = distribution(name)
            files = (one for one in maker.files or () if _is_licence(one.parts))
            texts |= {f"{name}-{maker.version}": Path(str(one.locate())).read_bytes() for one in files}
    shim = root / "docs" / "assets" / "iframe-worker-LICENSE.txt"
    for name, text in {**texts, "iframe-worker-1.0.4": shim.read_bytes()}.items():
        _write(kit / LICENCES / f"手册 {name}" / "LICENSE", text)
