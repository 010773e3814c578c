"""What is the same in every Word file of one layout, kept between runs: to make it anew takes python-docx a while."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from generator.cached import kept_bytes, state_of_code
from generator.document.markup import XML_HEAD
from generator.document.page.layout import Layout
from generator.document.word.archive import add_part
from generator.document.word.placeholders import PLACE, UNDATED

_MAIN, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_CORE, _APP, _CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_TYPES = "[Content_Types].xml"
# what says which skeleton is made of a layout
_OURS = (
    "blank.py",
    "ours.py",
    "placeholders.py",
    "styles.py",
    "../markup.py",
    "../page/formats.py",
    "../page/layout.py",
    "../page/lengths.py",
)


class Skeleton(NamedTuple):
    """The parts that never change as an archive to add to; of the others what all documents have in common.

    In `core`, `app` and `custom`, the properties, {title}, {subject}, {author}, {language}, {when} and {state} stand
    for a document's own.
    """

    archive: bytes
    opening: str
    closing: str
    relations: str
    core: str
    app: str
    custom: str


@lru_cache(maxsize=8)
def skeleton_of(layout: Layout) -> Skeleton:
    """Give the skeleton of a layout; it is put together once for each layout object."""
    values = json.dumps(layout.values, sort_keys=True)
    parts = _parts(kept_bytes(f"skeleton {values}", [values, _makers()], lambda: _made(layout)))
    opening, closing = parts.pop(_MAIN).split(PLACE)
    relations, core, app, custom = (parts.pop(name) for name in (_RELATIONS, _CORE, _APP, _CUSTOM))
    core = core.replace(f"{UNDATED:%Y-%m-%dT%H:%M:%SZ}", "{when}")
    # pictures are named among the types of every file, which have no other change
    types = parts.pop(_TYPES).replace(
        "<Default ", '<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        add_part(archive, _TYPES, types)
        for name, xml in parts.items():
            add_part(archive, name, xml)
    return Skeleton(out.getvalue(), opening, closing, relations, core, app, custom)


def _made(layout: Layout) -> bytes:
    from generator.document.word.blank import blank_file

    return blank_file(layout)


def _makers() -> str:
    """Tell the state of what makes it: our own code, and python-docx, whose version stands in its first file."""
    library = find_spec("docx")  # which is not imported by that
    ours = [Path(__file__).parent / name for name in _OURS]
    return state_of_code([*ours, library.origin] if library and library.origin else ours)


def _parts(data: bytes) -> dict[str, str]:
    """Give the parts of the file in their order, each under the head that all our parts have."""
    with ZipFile(BytesIO(data)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    return {name: XML_HEAD + text.partition("?>\n")[2] for name, text in texts.items()}
