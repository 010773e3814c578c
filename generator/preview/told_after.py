"""What the page says when something is done: which topics are gone and how they come back, what an undo took back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts.headings import stands_over_topics
from generator.preview.actions import Action
from generator.preview.form_actions import Hide, Remove
from generator.preview.form_remedies import DropAllBlank, DropBlank
from generator.preview.form_values import written_at
from generator.preview.told_here import named_here
from generator.problems import FactsError
from generator.resources import Templates
from generator.shortened import named
from generator.topics import Topics, read_topics
from generator.topics.topic import MEASURES
from generator.yamltext.path import Path
from generator.yamltext.source import read_source

_PART = "主要举措和成效"
_MOST_NAMED = 3


def done_told(action: Action, before: str, after: str, file: str, templates: Templates) -> str:
    """Say which topics are gone by an action, and how each way back is called; empty where none is."""
    if isinstance(action, Hide):
        return _hidden_told(action.path, after, file)
    if not isinstance(action, Remove | DropBlank | DropAllBlank):
        return ""
    topics = read_topics(templates)
    there = {*_topics_in(after, file, topics)}
    gone = [one for one in dict.fromkeys(_topics_in(before, file, topics)) if one not in there]
    if not gone:
        return ""
    known = all(name in topics.measures for name in gone)
    again = f"在“{_PART}”的“新起一节，先写”里可以再添加，按“撤销”也可以" if known else "按“撤销”可以恢复"
    return f"已不报{_named(gone)}，{again}。"


def undone_told(before: str, after: str, file: str, done: str) -> str:
    """Say what is otherwise since a step was taken back, or done again: `done` is 撤销 or 重做; empty for nothing."""
    if before == after:
        return ""
    try:
        old, new = (read_source(text.encode("utf-8", "surrogatepass"), file).data for text in (before, after))
    except FactsError:
        return f"已{done}。"
    changes = [*_changes(old, new, ())]
    if not changes:
        return f"已{done}。"
    path, how = changes[0]
    more = f"，共{len(changes)}处" if len(changes) > 1 else ""
    parts = [str(one + 1) if isinstance(one, int) else one for one in path]
    return f"已{done}：{named_here(parts) or '整个文件'}{how}{more}。"


def _changes(old: Any, new: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Give where two states of a file differ, and in a word how."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*old, *new)):
            if name not in new:
                yield (*path, name), "去掉了"
            elif name not in old:
                yield (*path, name), "又有了"
            else:
                yield from _changes(old[name], new[name], (*path, name))
        if old.keys() == new.keys() and [*old] != [*new]:
            yield path, "的先后变了"
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _changes(one, other, (*path, number))
    elif old != new:
        yield path, _how(old, new)


def _how(old: Any, new: Any) -> str:
    if isinstance(old, list) and isinstance(new, list):
        return f"由{len(old)}条变为{len(new)}条"
    return f"改为“{new}”" if isinstance(new, str) and new else "空了" if new == "" else "变了"


def _topics_in(text: str, file: str, topics: Topics) -> Iterator[str]:
    """Give the topics that stand under 举措成效, whether under a heading or by themselves."""
    content = written_at(text, file, (MEASURES,))
    data: Mapping[str, Any] = content if isinstance(content, dict) else {}
    for name, one in data.items():
        if stands_over_topics(name, one, topics.measures):
            yield from (key for key, each in one.items() if isinstance(each, dict) or key in topics.measures)
        else:
            yield name


def _hidden_told(path: Path, after: str, file: str) -> str:
    """Say what of 举措成效 was hidden, a topic or a heading with its last topic, and where it is shown again."""
    heads = written_at(after, file, (MEASURES,))
    alone = path[:-1] == (MEASURES,) or not isinstance(heads, dict) or path[1] not in heads
    name, place = (path[1], _PART) if alone else (path[-1], path[1])
    return f"已收起“{name}”，在“{place}”下面按“恢复“{name}””可以再打开。"


def _named(names: list[str]) -> str:
    listed = named([f"“{name}”" for name in names], _MOST_NAMED, "个主题")
    return listed.replace("”、“", "”“")  # quoted names stand side by side (GB/T 15834-2011, 4.5.3.5)
