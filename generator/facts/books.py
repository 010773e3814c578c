"""What each topic of a file knows while the marks of own sentences are read: fields, values, what is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any, NamedTuple

from generator.facts.facts import EMPTY, TopicFacts
from generator.facts.head import Head
from generator.facts.marked import MarkedFact
from generator.facts.own_words import is_apart, is_of_activity
from generator.facts.practices import practice_name
from generator.numbers.quantity import QuantityError, parse_counted
from generator.topics.loading import OWN_FIGURES
from generator.topics.topic import DUTIES, MEASURES, Field, Topics
from generator.yamltext.path import Path


class Book:
    """The facts of one topic, or of one item that stands under none, filled in while its marks are read.

    `values` are those of fields, `figures` those of 其他数据, `marked` those that only a sentence marks; `printed`
    what the topic's own words print.
    """

    def __init__(self, facts: TopicFacts, fields: Mapping[str, Field]) -> None:
        """Begin with what stands in the file beside the sentences."""
        self.facts, self.fields = facts, fields
        self.values: dict[str, Any] = dict(facts.values)
        self.figures = {label: typed_figure(one) for label, one in facts.own.figures.items()}
        self.marked: dict[str, MarkedFact] = {}
        self.printed: set[str] = set()
        self.wordings: dict[str, str] = dict(facts.wordings)

    @property
    def is_item(self) -> bool:
        """Tell whether it is of no topic."""
        return not self.facts.name

    @property
    def labels(self) -> tuple[str, ...]:
        """The fields of the topic, and the labels of figures without one."""
        return (*self.fields, *self.figures, *self.marked)

    def knows(self, label: str) -> bool:
        """Tell whether a label is one of these."""
        return label in self.fields or label in self.figures or label in self.marked

    def called(self, name: str) -> str:
        """Give the one field of the topic that other units call so (又称), or an empty text."""
        fields = [one.name for one in self.fields.values() if name in one.aliases]
        return fields[0] if len(fields) == 1 else ""

    def misread(self, label: str) -> bool:
        """Tell whether the file has a value for a field that could not be read, which is told already."""
        return label in self.facts.keys and label in self.fields and label not in self.values

    def value(self, label: str) -> Any:
        """Give what is known under a label so far: a typed value, EMPTY, or None."""
        if label in self.values:
            return self.values[label]
        return self.marked[label].value if label in self.marked else self.figures.get(label)

    def path_of(self, label: str, sentence: Path) -> Path:
        """Give the path of a fact: of a field, of one of 其他数据, else of the first sentence that marks it."""
        if label in self.fields:
            return (*self.facts.path, label)
        if label in self.marked:
            return self.marked[label].path
        return (*self.facts.path, OWN_FIGURES, label) if label in self.figures else (*sentence, label)

    def keep(self, label: str, fact: MarkedFact) -> None:
        """Keep what a mark gives, unless it is known already."""
        if self.value(label) not in (None, EMPTY):
            return
        if label in self.fields:
            self.values[label] = fact.value
        elif label in self.figures:
            self.figures[label] = fact.value
        else:
            self.marked[label] = fact

    def finished(self) -> TopicFacts:
        """Give the topic with all that is marked of it; a value that no line gives is printed where it is marked."""
        only_marked = self.values.keys() - self.facts.values.keys()
        printed = frozenset(self.printed | only_marked)
        return self.facts._replace(
            values=self.values, wordings=self.wordings, marked=self.marked, printed=printed
        )


class Owner(NamedTuple):
    """Whose fact a mark is: the book, and the field or label in it."""

    book: Book
    name: str

    @property
    def field(self) -> Field | None:
        """The field, None where the label has none."""
        return self.book.fields.get(self.name)


class Shelf:
    """The books of all topics of a file; one is begun for a topic that only a mark names, and for each item."""

    def __init__(self, topics: Topics, parts: Sequence[TopicFacts], head: Head) -> None:
        """Open a book for each part of the file that is about a topic; its `head` says on which day figures end."""
        self.topics, self.until, self.last_called = topics, head.until, head.last_called
        self.books = [Book(part, self._fields(part)) for part in parts]
        self._by_name: dict[str, list[Book]] = {}
        for book in self.books:
            self._by_name.setdefault(book.facts.name, []).append(book)
        for book in self.books:
            if practice := practice_name(book.facts):
                self._by_name.setdefault(practice, self._by_name[book.facts.name])
        self._items: dict[Path, Book] = {}

    def _fields(self, part: TopicFacts) -> Mapping[str, Field]:
        if part.path[0] == DUTIES:
            return self.topics.duty_fields
        return part.topic.fields if part.topic else {}

    def item(self, path: Path) -> Book:
        """Give the book of what stands under no topic: 导语, an item of 不足 or 计划, a heading's lead-in, an activity."""
        if is_of_activity(path):
            return self._items.setdefault(path[:-1], Book(TopicFacts("", None, path[:-1]), {}))
        key = path[:2] if isinstance(path[1], int) or path[0] in (MEASURES, DUTIES) else path[:1]
        return self._items.setdefault(key, Book(TopicFacts("", None, key), {}))

    def named(self, name: str) -> Book | None:
        """Give the book of a topic by its name, begun if the file has none yet; None for what is no topic."""
        if name in self.topics.duties and name not in self.topics.measures:
            name = DUTIES
        known = next(iter(self._by_name.get(name, ())), None)
        if known or not (name == DUTIES or name in self.topics.measures):
            return known
        path: Path = (DUTIES,) if name == DUTIES else (MEASURES, name)
        topic = self.topics.measures.get(name)
        part = TopicFacts(name, topic, path, until=self.until, last_called=self.last_called)
        self.books.append(Book(part, self._fields(part)))
        self._by_name[name] = self.books[-1:]
        return self.books[-1]

    def owners(self, field: str) -> list[str]:
        """Give the names of all topics that have a field, else of those where other units call one so (又称)."""
        homes = {one.name: one.fields for one in self.topics.measures.values()} | {
            DUTIES: self.topics.duty_fields
        }
        named = [
            one
            for home, fields in homes.items()
            if field in fields
            for one in self._practices(home) or [home]
        ]
        return named or [
            home
            for home, fields in homes.items()
            if sum(field in one.aliases for one in fields.values()) == 1
        ]

    def _practices(self, topic: str) -> list[str]:
        """Give the practices of a topic by which they are known, where the file has any."""
        named = self.topics.measures.get(topic)
        if not (named and named.named_by):
            return []
        parts = (book.facts for book in self.books if book.facts.topic is named)
        return [*dict.fromkeys(practice_name(one) or one.name for one in parts)]

    def own(self, label: str) -> Book | None:
        """Give the book with a figure of this label that is no field; None where several have one and differ."""
        told = (one for path, one in self._items.items() if not is_apart(path))
        books = [one for one in (*self.books, *told) if label in one.marked or label in one.figures]
        return books[0] if books and all(one.value(label) == books[0].value(label) for one in books) else None

    def holder(self, owner: Owner) -> Owner:
        """Give the book that has the value, as a topic may stand under two headings; the same one where none has."""
        for one in self._alike(owner.book):
            if one.value(owner.name) is not None:
                return owner if one is owner.book else Owner(one, owner.name)
        return owner

    def knows(self, book: Book, label: str) -> bool:
        """Tell whether a whole topic knows a label, under whatever heading it stands."""
        return any(one.knows(label) for one in self._alike(book))

    def labels(self, book: Book) -> frozenset[str]:
        """Give the labels that a whole topic knows, under whatever heading they stand."""
        return frozenset(label for one in self._alike(book) for label in one.labels)

    def whole(self, book: Book) -> TopicFacts:
        """Give all that is known of a topic so far, under whatever heading it stands."""
        return reduce(TopicFacts.and_also, (one.finished() for one in self._alike(book)))

    def _alike(self, book: Book) -> Sequence[Book]:
        return (book,) if book.is_item else self._by_name[book.facts.name]


def typed_figure(written: Any) -> Any:
    """Give a figure without a field as a Quantity where it is one, else as it is."""
    try:
        return parse_counted(written) if isinstance(written, str) else written
    except QuantityError:
        return written
