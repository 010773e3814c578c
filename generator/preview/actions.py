"""What is done to a facts file on the page, as small records; each gives the text that the file becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from generator.amending import Amendment, amend_text
from generator.patterns import pattern
from generator.preview import form_actions, form_item_actions, form_remedies, form_values
from generator.preview.merging import merged_texts
from generator.problems import UserError
from generator.resources import Templates
from generator.yamltext.path import Path

_HALF = pattern("[\ud800-\udfff]")


class Action(Protocol):
    """One thing that is done; `place` tells what it is done to, so that typing on at one place is one step of undo."""

    @property
    def place(self) -> Path | None:
        """Give the path of the value that is typed; None for what is a step by itself."""

    def applied(self, text: str, file: str) -> str:
        """Give the text of the file afterwards; raises FactsError, UserError where it cannot be done."""


class SetValue(form_values.Typed):
    """A value typed into a field."""

    def applied(self, text: str, file: str) -> str:
        """Put the value into its own place."""
        return amend_text(text, file, [Amendment(self.path, self.text)])


class Bring(NamedTuple):
    """What was brought in from a file that was dropped: the facts file's text without it and with it."""

    before: str
    after: str

    @property
    def place(self) -> Path | None:
        """Each is a step by itself."""
        return None

    def applied(self, text: str, file: str) -> str:
        """Put it beside what was changed meanwhile; raises UserError where that is the same."""
        merged = merged_texts(self.before, self.after, text, file)
        if merged.clashes:
            raise UserError("这一项刚才在文件里改过，没有写。", "请看一看文件里的，再决定要不要改。")
        return merged.text


class SetText(NamedTuple):
    """The whole file as it was typed; `base` is the number of the version that was typed on."""

    text: str
    base: int

    @property
    def place(self) -> Path | None:
        """Typing on in the file is one step."""
        return ()

    def applied(self, text: str, file: str) -> str:  # noqa: ARG002  # as all actions have it
        """Take what was typed; the session has laid it against what came meanwhile."""
        return self.text


ACTIONS: dict[str, Callable[..., Action]] = {
    one.__name__: one
    for one in (
        SetValue,
        SetText,
        *form_values.ACTIONS,
        *form_actions.ACTIONS,
        *form_item_actions.ACTIONS,
        *form_remedies.ACTIONS,
    )
}
"""The actions by the names that the page calls them."""
_FROM_TEMPLATES = frozenset(
    {
        form_values.SetProblem,
        form_actions.AddHeading,
        form_item_actions.Choose,
        form_remedies.DropBlank,
        form_remedies.DropAllBlank,
    }
)
"""Those that write what the templates say; the user's own come first there too."""


def action_of(data: Any, templates: Templates) -> Action:
    """Give the action that the page asks for: {"kind": "SetValue", "path": […], "text": "…"}; raises UserError."""
    kind = str(data.get("kind")) if isinstance(data, Mapping) else ""
    if kind not in ACTIONS:
        raise UserError("页面发来的操作认不出来。", "请刷新页面。")
    given = {name: _READERS[name](one) for name, one in data.items() if name in _READERS}
    if ACTIONS[kind] in _FROM_TEMPLATES:
        given["templates"] = templates
    try:
        return ACTIONS[kind](**given)
    except TypeError as error:  # a part too few or too many
        raise UserError("页面发来的操作不完整。", "请刷新页面。") from error


def _path(given: Any) -> Path:
    parts = (given if isinstance(given, list) else []) or [None]
    if not all(type(part) in {str, int} for part in parts):
        raise UserError("页面发来的操作没有说改哪一项。", "请刷新页面。")
    return tuple(_text(part) if isinstance(part, str) else part for part in parts)


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise UserError("页面发来的不是文字。", "请刷新页面。")
    if half := _HALF.search(given):
        raise UserError(f"第{half.end()}个字不完整，存不进文件。", "请删掉这个字，重新输入。")
    return given


def _text_or_none(given: Any) -> str | None:
    return None if given is None else _text(given)


def _number(given: Any) -> int:
    if type(given) is not int:
        raise UserError("页面发来的不是数字。", "请刷新页面。")
    return given


def _name_or_number(given: Any) -> str | int | None:
    return given if type(given) is int else _text_or_none(given)


def _texts(given: Any) -> Mapping[str, str]:
    if not isinstance(given, Mapping):
        raise UserError("页面发来的不是几项文字。", "请刷新页面。")
    return {_text(name): _text(one) for name, one in given.items()}


def _yes_or_no(given: Any) -> bool:
    if type(given) is not bool:
        raise UserError("页面发来的不是“是”或“否”。", "请刷新页面。")
    return given


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "path": _path,
    "text": _text,
    "was": _text_or_none,
    "base": _number,
    "into": _path,
    "before": _name_or_number,
    **dict.fromkeys(("topic", "name", "heading", "part"), _text),
    "content": _texts,
    "answered": _yes_or_no,
}
"""How each part of an action is read, by its name."""
