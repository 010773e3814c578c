"""What the form does to a facts file beside typing a value: each gives the text that the file becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.amending import Amendment, amend_text, restructure_text
from generator.amending.hidden import hidden_names
from generator.amending.restructuring import Hiding, Moving, Removing, Renaming, Showing
from generator.facts.withheld import PUBLIC
from generator.preview.form_values import (
    is_shown,
    list_on,
    shown_at,
    written_at,
)
from generator.preview.told_here import SWITCHES
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.loading import SENTENCES
from generator.topics.topic import MEASURES
from generator.yamltext.path import Path


@dataclass(frozen=True)
class Step:
    """What is no typing: each is a step by itself."""

    @property
    def place(self) -> Path | None:
        """No step goes on in the next."""
        return None


class OnKnown(Step):
    """What is done to what the page has shown; `base` is the number of the version shown, None where it cannot say."""

    base: int | None

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """Give the paths where the same has to stand as in that version."""
        raise NotImplementedError


@dataclass(frozen=True)
class Remove(OnKnown):
    """A key or item that goes; what it leaves empty above it goes too, up to a part of the report.

    A heading that is left with hidden topics is hidden with them. `was` is what the page knew to stand there, None
    where it cannot say.
    """

    path: Path
    was: str | None = None
    base: int | None = None

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """An item of a list has no name: the list has to be the same."""
        return list_on(self.path)

    def applied(self, text: str, file: str) -> str:
        """Take its lines out; raises UserError where another thing stands there than the page knew."""
        if self.was is not None and not is_shown(shown_at(text, file, self.path), self.was):
            raise UserError("没有删：这里刚才在别处改过。", "请看看现在的样子，还要删的再按一次。")
        goes = _with_hollow(text, file, self.path)
        if goes != self.path and _hidden_under(text, goes):
            return _hidden_away(text, file, goes, Removing((*goes, self.path[len(goes)])))
        return restructure_text(text, file, Removing(goes))


@dataclass(frozen=True)
class Hide(Step):
    """A topic or heading that is not reported and stays in the file."""

    path: Path

    def applied(self, text: str, file: str) -> str:
        """Make its lines comments; the heading's with it where nothing else stands under that."""
        return restructure_text(text, file, Hiding(_with_hollow(text, file, self.path)))


@dataclass(frozen=True)
class Show(Step):
    """A topic or heading that is reported again."""

    path: Path

    def applied(self, text: str, file: str) -> str:
        """Make its comments lines."""
        return restructure_text(text, file, Showing(self.path))


@dataclass(frozen=True)
class Move(OnKnown):
    """A key or item that comes before another of a mapping or list, or last."""

    path: Path
    into: Path
    before: str | int | None
    base: int | None = None

    @property
    def rests_on(self) -> tuple[Path, ...]:
        """As with Remove."""
        return list_on(self.path)

    def applied(self, text: str, file: str) -> str:
        """Move its lines."""
        return restructure_text(text, file, Moving(self.path, self.into, self.before))


@dataclass(frozen=True)
class MoveTopic(Step):
    """A topic that comes to stand under another heading; one that is left with nothing goes, as with Remove."""

    path: Path
    heading: str

    def applied(self, text: str, file: str) -> str:
        """Move its lines."""
        moving, left = Moving(self.path, (MEASURES, self.heading)), self.path[:-1]
        moved = restructure_text(text, file, moving)
        if len(left) == 1 or written_at(moved, file, left) != "":
            return moved
        if _hidden_under(text, left):
            return _hidden_away(text, file, left, moving)
        return restructure_text(moved, file, Removing(left))


@dataclass(frozen=True)
class AddTopic(Step):
    """A topic begun under a heading, behind its others."""

    path: Path
    topic: str

    def applied(self, text: str, file: str) -> str:
        """Write its name."""
        added = amend_text(text, file, [Amendment((*self.path, self.topic), "")])
        return restructure_text(added, file, Moving((*self.path, self.topic), self.path))


@dataclass(frozen=True)
class AddHeading(Step):
    """A heading begun behind the others with its first topic; it is called as the topic's template calls it."""

    topic: str
    templates: Templates = field(default_factory=Templates)

    def applied(self, text: str, file: str) -> str:
        """Write its name, and below it that of the topic; where a heading is called so, the topic stands by itself."""
        topic = read_topics(self.templates).measures.get(self.topic)
        if topic is None:
            raise UserError(f"没有“{self.topic}”这个主题。", "请刷新页面。")
        title = next((one.text for one in topic.headings if one.fits(None)), "")
        taken = title in (written_at(text, file, (MEASURES,)) or {})
        path = (MEASURES, self.topic) if taken or not title else (MEASURES, title, self.topic)
        added = amend_text(text, file, [Amendment(path, "")])
        return restructure_text(added, file, Moving(path[:2], (MEASURES,)))


@dataclass(frozen=True)
class AddOwnTopic(Step):
    """A topic of the unit's own, begun under a heading or, as a heading by itself, under 举措成效."""

    path: Path
    text: str

    def applied(self, text: str, file: str) -> str:
        """Write its name, and below it that its text is to come."""
        name = _in_one_line(self.text)
        _refuse_key(name)
        return _begun(text, file, self.path, name, {SENTENCES: ""})


@dataclass(frozen=True)
class Rename(Step):
    """A heading, or a topic of the unit's own, that is called otherwise; its path is another afterwards."""

    path: Path
    text: str

    def applied(self, text: str, file: str) -> str:
        """Write the new name; raises UserError for none."""
        name = _in_one_line(self.text)
        if not name:
            raise UserError("标题不能空着。", "不要这个标题的，请删去，或者把主题移到别的标题下。")
        _refuse_key(name)
        return restructure_text(text, file, Renaming(self.path, name))


@dataclass(frozen=True)
class AddFigure(Step):
    """A figure of the unit's own, under a name that it has chosen."""

    path: Path
    text: str

    def applied(self, text: str, file: str) -> str:
        """Write its name."""
        return _begun(text, file, self.path, _in_one_line(self.text), "")


def _in_one_line(typed: str) -> str:
    return " ".join(typed.split())


def _begun(text: str, file: str, path: Path, name: str, content: str | Mapping[str, str]) -> str:
    """Begin what the clerk has given a name; without a name nothing, and not where one is called so: UserError."""
    if not name:
        return text
    if name in (written_at(text, file, path) or {}):
        raise UserError(f"这里已经有“{name}”。", "请换个名称。")
    return amend_text(text, file, [Amendment((*path, name), content)])


def _refuse_key(name: str) -> None:
    """Refuse a heading or topic that the file would take for something else; raises UserError."""
    if name in (SENTENCES, PUBLIC):
        raise UserError(f"“{name}”在事实文件里另有用处，不能作标题。", "请换个名称。")


def _with_hollow(text: str, file: str, path: Path) -> Path:
    """Give a path, or what above it would be left with nothing: a list, a heading, not a topic with its last field."""
    while len(path) > 1:
        holder = written_at(text, file, path[:-1])
        stays = isinstance(path[-1], str) and (path[0] != MEASURES or len(path) != 3 or _is_topic(holder))
        stays = stays and path[0] != SWITCHES[0]
        if not isinstance(holder, dict | list) or len(holder) > 1 or stays:
            break
        path = path[:-1]
    return path


def _hidden_under(text: str, path: Path) -> tuple[str, ...]:
    """Give the topics that are hidden under a heading."""
    return hidden_names(text, [path]).get(path, ()) if path[0] == MEASURES else ()


def _hidden_away(text: str, file: str, heading: Path, change: Moving | Removing) -> str:
    """Take its last topic from under a heading and hide that with what was hidden under it, to be shown again."""
    while names := _hidden_under(text, heading):  # else they would be comments in a comment
        text = restructure_text(text, file, Showing((*heading, names[0])))
    return restructure_text(restructure_text(text, file, change), file, Hiding(heading))


def _is_topic(holder: object) -> bool:
    """Tell a topic that stands by itself under 举措成效 from a heading: what is left of it are its own fields."""
    return isinstance(holder, dict) and not any(isinstance(one, dict) or one == "" for one in holder.values())


ACTIONS = (
    Remove,
    Hide,
    Show,
    Move,
    MoveTopic,
    AddTopic,
    AddHeading,
    AddOwnTopic,
    Rename,
    AddFigure,
)
"""All of them, for the page to ask for by their names."""
