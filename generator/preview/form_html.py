"""The blocks of the form as pieces of HTML; everything that comes from a file is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.preview.field_search import FoundField
from generator.preview.form import form_blocks
from generator.preview.form_model import FormBlock, FormMaterial
from generator.preview.page_templates import page_template


class FormPiece(NamedTuple):
    """A block and its HTML."""

    block: FormBlock
    html: str


def form_pieces(material: FormMaterial, before: Mapping[str, FormPiece]) -> dict[str, FormPiece]:
    """Give the form's blocks by their ids, in order; what is as it was `before` is not written anew."""
    template = page_template("表单块.html.j2")
    pieces: dict[str, FormPiece] = {}
    for block in form_blocks(material):
        old = before.get(block.id)
        same = old is not None and old.block == block
        pieces[block.id] = old if same and old else FormPiece(block, template.render(block=block))
    return pieces


def found_html(query: str, fields: Iterable[FoundField], place: str = "") -> str:
    """Give what a search has found; `place` is the number of a figure that is to go into one of them."""
    return page_template("查到.html.j2").render(query=query.strip(), fields=[*fields], place=place)
