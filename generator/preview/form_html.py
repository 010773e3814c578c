"""The blocks of the form as pieces of HTML; everything that comes from a file is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.preview.field_search import FoundField
from generator.preview.form_model import FormBlock
from generator.resources import Templates

if TYPE_CHECKING:
    import jinja2


class FormPiece(NamedTuple):
    """A block and its HTML."""

    block: FormBlock
    html: str


def form_pieces(blocks: Iterable[FormBlock], before: Mapping[str, FormPiece]) -> dict[str, FormPiece]:
    """Give the HTML of each block by its id, in order; what is as it was `before` is not written anew."""
    template = _environment().get_template("表单块.html.j2")
    pieces: dict[str, FormPiece] = {}
    for block in blocks:
        old = before.get(block.id)
        same = old is not None and old.block == block
        pieces[block.id] = old if same and old else FormPiece(block, template.render(block=block))
    return pieces


def found_html(query: str, fields: Iterable[FoundField]) -> str:
    """Give what a search has found."""
    return _environment().get_template("查到.html.j2").render(query=query.strip(), fields=[*fields])


@lru_cache
def _environment() -> jinja2.Environment:
    import jinja2

    loader = jinja2.FunctionLoader(lambda name: Templates().read(f"页面/{name}").text)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment
