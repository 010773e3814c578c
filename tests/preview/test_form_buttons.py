"""Every button of the form of every example: what it does is done, and the file can be read and drafted afterwards."""

import json
import random

import pytest

from generator.facts.loading import readable_facts
from generator.preview.actions import action_of
from generator.preview.form import form_blocks
from generator.problems import UserError
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.finished import EXAMPLES
from tests.preview.material import form_material

FEW = 15
"""So many of an example's buttons are pressed in the usual run; all of them in the soak tests."""


def _buttons(text):
    """Give the actions of all buttons of a text's form, as the page sends them; of a choice its first and last."""
    for block in form_blocks(form_material(text)):
        plain = (
            *block.buttons,
            *block.adding,
            *block.more,
            *(one for entry in block.entries for one in entry.buttons),
        )
        yield from (one.act for one in plain if one.act)  # what is at rest does nothing
        for picker in (*block.pickers, *block.places):
            for name in dict.fromkeys(
                [*[value for value, _ in picker.options[:1]], *[value for value, _ in picker.options[-1:]]]
            ):
                yield from ({**one.act, picker.part: name} for one in picker.buttons)
        for entry in (*block.entries, *block.named):
            if entry.widget != "印":
                yield {"kind": entry.kind, "path": entry.path, "text": "新写的3件"}


def _pressed(path, acts):
    text = path.read_text(encoding="utf-8")
    for act in acts:
        try:
            after = action_of(json.loads(json.dumps(act)), Templates()).applied(text, path.name)
        except UserError as error:
            yield act, error.message
            continue
        assert after != text, act
        readable_facts(read_source(after.encode(), path.name), path.name, Templates())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.stem)
def test_a_button_does_what_it_says(path):
    acts = [one for one in _buttons(path.read_text(encoding="utf-8")) if one["kind"] != "OpenField"]
    chosen = random.Random(path.stem).sample(acts, min(FEW, len(acts)))
    assert [*_pressed(path, chosen)] == []


@pytest.mark.soak
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.stem)
def test_every_button_does_what_it_says(path):
    acts = [one for one in _buttons(path.read_text(encoding="utf-8")) if one["kind"] != "OpenField"]
    assert [*_pressed(path, acts)] == []
