"""What is kept of the edits of a day is bounded: whoever types on does not fill the memory."""

import functools
import sys
from pathlib import Path

from generator.commands.steps import Given
from generator.document.page.layout import read_layout
from generator.preview.rendered import rendered_text
from generator.resources import Templates
from tests.finished import EXAMPLES

MOST = 1024
"""So many paragraphs or sentences a long report has; of more than one such report nothing need be kept."""
FIGURE = "3000余人次"
LAYOUT = read_layout(Templates(), None)


def wrapped():
    """Give every function of the program that keeps what it gave, by its name."""
    modules = [(name, one) for name, one in sys.modules.items() if name.startswith("generator.")]
    return {
        f"{name}.{called}": one
        for name, module in modules
        for called, one in vars(module).items()
        if isinstance(one, functools._lru_cache_wrapper)
    }


def caches():
    """Give how much every cache of the program keeps, and how much it may."""
    return {name: one.cache_info() for name, one in wrapped().items()}


def emptied():
    """Empty the caches that are bounded: one that other tests have filled does not grow."""
    for one in wrapped().values():
        if one.cache_info().maxsize is not None:
            one.cache_clear()


def test_what_grows_with_each_edit_is_kept_of_one_report():
    (path,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    text = path.read_bytes().decode()
    edits, source = 25, None
    emptied()
    for number in range(edits + 1):
        if number == 1:
            before = caches()
        typed = text.replace(FIGURE, f"{number + 2000}余人次")
        shown = rendered_text(typed, Path(path.name), Given(), LAYOUT, source)
        assert shown.pages
        assert shown.places
        source = shown.source
    grown = {
        name: one.maxsize
        for name, one in caches().items()
        if one.currsize - (before[name].currsize if name in before else 0) >= edits
    }
    assert "generator.document.page.lines.broken" in grown
    assert {name: most for name, most in grown.items() if most is None or most > MOST} == {}
