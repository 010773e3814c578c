"""Whose fact a mark means: the label in it -> the topic and its field, or a figure with a label of its own."""

from __future__ import annotations

from generator.facts.books import Book, Owner, Shelf
from generator.facts.mark_values import WRONG
from generator.facts.own_words import is_of_activity
from generator.facts.sentences import Mark
from generator.near import nearest_name
from generator.patterns import pattern
from generator.topics.kinds import MisreadError
from generator.yamltext.path import Path

_PLANS = "计划"
_MOST = 5
_CHINESE = pattern("[一-龥]")


def owner_of(mark: Mark, path: Path, book: Book, shelf: Shelf) -> Owner | None:
    """Tell whose fact a mark is that stands in the text at a path, which is about a book; None where it is no mark.

    Raises MisreadError where that cannot be told.
    """
    topic, dot, name = mark.label.partition(".")
    valued = mark.written is not None
    if dot and (named := shelf.named(topic)):
        return _within(named, name, shelf, valued=valued)
    if dot and valued and _CHINESE.search(topic):
        near = nearest_name(topic, shelf.topics.measures)
        fix = f"是不是“{near}”？" if near else "请写成【主题.字段：数值】。"
        raise MisreadError(f"没有“{topic}”这个主题", fix, code=WRONG)
    # what is planned is of the next year, what is told of one activity a part: no field of this year's
    apart = not book.is_item or path[0] == _PLANS or is_of_activity(path)
    if not shelf.knows(book, mark.label) and (called := book.called(mark.label)):
        return Owner(book, called)
    if shelf.knows(book, mark.label) or (valued and apart):
        return Owner(book, mark.label)
    owners = shelf.owners(mark.label)
    if len(owners) > 1:
        written = f"：{mark.written}" if valued else ""
        choice = "、".join(f"【{one}.{mark.label}{written}】" for one in owners[:_MOST])
        raise MisreadError(f"“{mark.label}”在几个主题里都有", f"请写明是哪一个：{choice}。", code=WRONG)
    if owners and (named := shelf.named(owners[0])):
        return Owner(named, mark.label if mark.label in named.fields else named.called(mark.label))
    home = book if valued else shelf.own(mark.label)
    return Owner(home, mark.label) if home else None


def _within(book: Book, name: str, shelf: Shelf, *, valued: bool) -> Owner:
    """Take a label as one of the topic that stands before it."""
    if name and (shelf.knows(book, name) or (valued and not book.fields)):
        return Owner(book, name)
    if called := book.called(name):
        return Owner(book, called)
    fix = near_label(name, book, shelf) or "用 nianbao topics 可列出各主题的字段。"
    raise MisreadError(f"“{book.facts.name}”里没有“{name}”这个字段", fix, code=WRONG)


def near_label(label: str, book: Book, shelf: Shelf) -> str:
    """Ask whether a label like it was meant; nothing where none is like it."""
    near = nearest_name(label, sorted(shelf.labels(book)))
    return f"是不是“{near}”？" if near else ""
