"""The templates of the page, in an environment that escapes all that comes from a file."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generator.preview.quieting import can_be_quieted
from generator.preview.told_here import QUIET
from generator.resources import Templates

if TYPE_CHECKING:
    import jinja2

FOLDER = "页面"


def page_template(name: str) -> jinja2.Template:
    """Give a template of the page by its file's name."""
    return _environment().get_template(name)


@lru_cache
def _environment() -> jinja2.Environment:
    import jinja2

    loader = jinja2.FunctionLoader(lambda name: Templates().read(f"{FOLDER}/{name}").text)
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals["can_be_quieted"] = can_be_quieted
    environment.globals["QUIET"] = QUIET
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment
