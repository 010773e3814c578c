"""`nianbao migrate`: a facts file as an earlier version had it written becomes one as it is written now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.amending import Amendment, amend_text, restructure_text
from generator.amending.restructuring import Removing, Renaming
from generator.commands.facts_text import facts_text
from generator.facts.derived import TREND
from generator.facts.history import FORMAT, FORMAT_NOW, FormatChange, format_number, history
from generator.files import save_amended
from generator.problems import UserError
from generator.resources import Templates
from generator.topics.kinds import MisreadError
from generator.topics.topic import DUTIES, MEASURES
from generator.yamltext.path import Path as KeyPath
from generator.yamltext.path import content_at, path_in_words
from generator.yamltext.source import read_source


class Migration(NamedTuple):
    """A facts file and how it would be written now; `done` and `left` tell what is changed and what only a person can.

    Nothing is written yet.
    """

    path: Path
    before: bytes
    after: bytes
    done: tuple[str, ...]
    left: tuple[str, ...]

    def write(self) -> Path | None:
        """Write the file in place; gives the copy of it as it was. Raises UserError."""
        return save_amended(self.path, self.after)


def migrate_file(path: Path, templates: Templates) -> Migration:
    """Read a facts file and bring it to today's 版式版本.

    Raises FactsError for what is no YAML, UserError for what cannot be read and for a file of a newer program's.
    """
    written = facts_text(path, templates)
    text, done, left = written.text, list[str](), list[str]()
    for change in history(templates):
        if change.version > _format_of(_data(text, path), path):
            text = _renamed(text, path, change, done, left)
            text = _cleared(text, path, change, done, left)
    if not left and _format_of(_data(text, path), path) < FORMAT_NOW:
        text = amend_text(text, path.name, [Amendment((FORMAT,), str(FORMAT_NOW))])
        done.append(f"写上“{FORMAT}: {FORMAT_NOW}”")
    encode = written.encoding
    return Migration(path, written.text.encode(encode), text.encode(encode), tuple(done), tuple(left))


def _data(text: str, path: Path) -> dict[str, Any]:
    data: dict[str, Any] = read_source(text.encode(), path.name).data
    return data


def _format_of(data: Mapping[str, Any], path: Path) -> int:
    try:
        return format_number(str(data.get(FORMAT) or 0).strip())
    except MisreadError as error:
        raise UserError(f"{path.name}：{error.message}。", error.fix) from error


def _renamed(text: str, path: Path, change: FormatChange, done: list[str], left: list[str]) -> str:
    """Give the text with fields called as they are now, as keys and in the marks of sentences.

    What stands under both names is left to a person.
    """
    for known, name in change.renamed.items():
        topic, _, field = known.partition(".")
        data = _data(text, path)
        paths = _paths_of(data, topic, field)
        if taken := [at for at in paths if name in content_at(data, at[:-1])]:
            left += [f"“{path_in_words(at)}”现在叫“{name}”，这里两个都有，请核对后只留一个" for at in taken]
            continue
        for at in paths:
            text = restructure_text(text, path.name, Renaming(at, name))
            done.append(f"“{topic}”的“{field}”改名为“{name}”")
        for at, sentence in _sentences(_data(text, path)):
            is_sure = topic in at or at[0] not in (MEASURES, DUTIES)
            told = _with_mark_renamed(sentence, topic, field, name, bare=is_sure)
            if told != sentence:
                text = amend_text(text, path.name, [Amendment(at, told)])
                done.append(f"句子里的【{field}】改为【{name}】")
    return text


def _cleared(text: str, path: Path, change: FormatChange, done: list[str], left: list[str]) -> str:
    """Give the text without settings that have no use; of facts that have no place it is told what to do."""
    for known, told in change.gone.items():
        above, _, key = known.partition(".")
        data = _data(text, path)
        if isinstance(data.get(above), dict) and key in data[above]:
            text = restructure_text(text, path.name, Removing((above, key)))
            done.append(f"删去“{above}”的“{key}”：{told}")
        left += [f"“{path_in_words(at)}”：{told}" for at in _paths_of(data, above, key) if len(at) > 2]
    return text


def _paths_of(data: Any, topic: str, field: str, path: KeyPath = ()) -> list[KeyPath]:
    """Give where a field of a topic stands, under whatever heading."""
    if not isinstance(data, dict):
        return []
    here = [(*path, field)] if path and path[-1] == topic and field in data else []
    return here + [one for key, inner in data.items() for one in _paths_of(inner, topic, field, (*path, key))]


def _sentences(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Give every text of the file that has a mark in it."""
    if isinstance(data, str):
        if "【" in data:
            yield path, data
        return
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, one in inner:
        yield from _sentences(one, (*path, key))


def _with_mark_renamed(sentence: str, topic: str, field: str, name: str, *, bare: bool) -> str:
    """Give a sentence with 【topic.field…】 called 【topic.name…】, and with `bare` 【field…】 called 【name…】.

    What compares is a mark of the field too: 【field同比】. 【【 is no mark.
    """
    before = rf"(?P<topic>{re.escape(topic)}\.){'?' if bare else ''}"
    mark = rf"(?<!【)【 *{before}{re.escape(field)}(?=(?:{TREND})? *[】：:])"
    return re.sub(mark, lambda one: f"【{one['topic'] or ''}{name}", sentence)
