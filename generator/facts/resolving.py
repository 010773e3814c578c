"""标注句: which fact each mark means: labels -> fields, what is written -> typed values, what is wrong -> problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.facts.books import Book, Owner, Shelf, typed_figure
from generator.facts.derived import TREND, derived_rate, derived_trend
from generator.facts.facts import EMPTY, Facts, Section, TopicFacts
from generator.facts.head import Head
from generator.facts.mark_values import (
    WRONG,
    agree,
    as_written,
    content_of,
    refuse_tick,
    shown,
    unsaid,
    waiting,
)
from generator.facts.marked import MarkedFact, own_text
from generator.facts.own_words import (
    UNMARKED,
    head_texts,
    head_with,
    is_of_activity,
    texts_without_marks,
    topic_texts,
    topic_with,
    words_with,
)
from generator.facts.owners import near_label, owner_of
from generator.facts.sentences import OPEN, Mark, MarkedSentence, cut_sentence
from generator.numbers.quantity import Quantity
from generator.problems import Level, Place, Problem
from generator.topics.kinds import COMPUTED, MisreadError, choose, read
from generator.topics.topic import Topics
from generator.yamltext.path import Path, dotted, path_in_words

UNEQUAL, DOUBTFUL = "标注-02", "标注-03"
_AS_TEXT = "不是标注的，可不理会，或把【写成【【"


class WrittenFile(NamedTuple):
    """A file as it was written: its name, where each key stands and each value begins, its lines."""

    file: str
    places: Mapping[Path, Place]
    value_places: Mapping[Path, Place]
    lines: Sequence[str]


class _Own(NamedTuple):
    """One own text with marks: what it is, where it stands, what it is about, how it was cut."""

    text: str
    path: Path
    book: Book
    sentence: MarkedSentence


class Resolver:
    """Reads the marks in the own words of one file: first all that give a fact, then those that print one.

    Afterwards `head` and `sections` hold the texts as they are printed and every fact in its topic, `places` where
    the marked facts stand, `sentences` in which own text; `problems` are errors and reminders, `gaps` what is asked
    after, `answered` the empty lines of the file that a mark fills.
    """

    def __init__(
        self,
        written: WrittenFile,
        topics: Topics,
        head: Head,
        sections: Sequence[Section],
        last: Facts | None = None,
    ) -> None:
        """Read the marks of a file beside last year's; a topic that only a mark names comes after its own sections."""
        self.written, self.last = written, last
        parts = [topic for section in sections for topic in section.topics]
        self.shelf = Shelf(topics, parts, head)
        self.head, self.sections = head, tuple(sections)
        self.places: dict[Path, Place] = {}
        self.sentences: dict[Path, Path] = {}
        self.problems, self.gaps = list[Problem](), list[Problem]()
        self.answered: set[Path] = set()
        self._texts: dict[Path, _Own] = {}
        self._marks: list[tuple[_Own, Mark]] = []
        self._facts: dict[tuple[Path, int], MarkedFact] = {}
        self._gather()
        if self._texts:
            for read in (self._gives, self._asks, self._prints):
                self._read(read)
            self._rewrite()

    def _gather(self) -> None:
        for section in self.sections:
            self._cut(((one.text, one.path) for one in section.lead), None)
        for book in self.shelf.books:
            self._cut(topic_texts(book.facts), book)
            self._doubt_unread(texts_without_marks(book.facts))
        self._doubt_unread(head_texts(self.head, UNMARKED))
        self._cut(head_texts(self.head), None)

    def _cut(self, texts: Iterable[tuple[str, Path]], book: Book | None) -> None:
        for text, path in texts:
            if OPEN in text:
                own = _Own(text, path, self._book(path, book), cut_sentence(text))
                self._texts[path] = own
                self._marks += [(own, mark) for mark in own.sentence.marks]
                for slip in own.sentence.slips:
                    self._tell(WRONG if slip.sure else DOUBTFUL, own, slip.start, slip.message, slip.fix)

    def _book(self, path: Path, book: Book | None) -> Book:
        """Give the book of what an own text is about; what is told of one activity is no field of its topic."""
        return self.shelf.item(path) if book is None or is_of_activity(path) else book

    def _doubt_unread(self, texts: Iterable[tuple[str, Path]]) -> None:
        """Remind of marks that stand where none is read."""
        for text, path in texts:
            if OPEN not in text:
                continue
            own = _Own(text, path, Book(TopicFacts("", None, path), {}), cut_sentence(text))
            for mark in (one for one in own.sentence.marks if one.written is not None):
                message = f"“{dotted(own.path)}”里不读标注，【{mark.label}：{mark.written}】照原文印出。"
                fix = "要标注的，把这句话写在“正文”“做法”或“亮点”里；不是标注的，可不理会。"
                self._tell(DOUBTFUL, own, mark.start, message, fix)

    @staticmethod
    def _gives(mark: Mark) -> bool:
        return bool(content_of(mark))

    @staticmethod
    def _asks(mark: Mark) -> bool:
        return mark.written is not None and not content_of(mark)

    @staticmethod
    def _prints(mark: Mark) -> bool:
        return mark.written is None

    def _read(self, chosen: Callable[[Mark], bool]) -> None:
        """Read the marks that give a fact, those that ask after one, or those that print one from elsewhere."""
        for own, mark in self._marks:
            if not chosen(mark):
                continue
            try:
                fact = self._referred(mark, own) if mark.written is None else self._given(mark, own)
            except MisreadError as error:
                self._tell(error.code, own, mark.start, f"{error.message}。", error.fix)
            else:
                if fact is not None:
                    self._facts[own.path, mark.start] = fact
                    self._doubt_zero(fact, mark, own)

    def _rewrite(self) -> None:
        """Put the texts as they are printed in their place, and the facts into their topics."""
        self.head = head_with(self.head, self._as_printed)
        done = iter([topic_with(book.finished(), self._as_printed) for book in self.shelf.books])
        written = [
            section._replace(
                lead=words_with(section.lead, self._as_printed),
                topics=tuple(next(done) for _ in section.topics),
            )
            for section in self.sections
        ]
        only_named = (Section("", topic.path, (topic,)) for topic in done if topic.values)
        self.sections = (*written, *only_named)

    def _as_printed(self, text: str, path: Path) -> str:
        if path not in self._texts:
            return text
        pieces = (
            piece
            if isinstance(piece, str)
            else self._facts.get((path, piece.start), text[piece.start : piece.end])
            for piece in self._texts[path].sentence.pieces
        )
        return own_text(pieces, text)

    def _given(self, mark: Mark, own: _Own) -> MarkedFact | None:
        """Put what a mark gives where it belongs; what stands there already must be the same."""
        owner = owner_of(mark, own.path, own.book, self.shelf)
        if owner is None:
            return None
        holder = self.shelf.holder(owner)
        book, name = holder
        wording, written = choose(content_of(mark), holder.field) if holder.field else ("", content_of(mark))
        value = self._typed(mark, written, holder, own)
        path, before = book.path_of(name, own.path), book.value(name)
        if value is EMPTY and before not in (None, EMPTY):
            return self._known(holder, mark, own)
        text = unsaid(wording, own.text, mark.start) + as_written(mark, written, value, own.text)
        fact = MarkedFact(name, text, value, path, holder.field)
        chosen = book.wordings.setdefault(name, wording) if wording else ""
        if value is EMPTY:
            self._ask(mark, own, path)
        elif before is EMPTY:
            self.answered.add(path)
        elif before is not None and (chosen != wording or not agree(before, value)):
            line = (self.written.places.get(path) or self.places[path]).line
            message = (
                f"“{name}”写了两个数：第{line}行是{chosen}{shown(before)}，这里是{wording}{shown(value)}。"
            )
            apart = (
                "" if mark.label == name else f"“{mark.label}”是“{name}”的又称，说的是另一样的，换一个名称。"
            )
            self._tell(UNEQUAL, own, mark.start, message, f"请核对后改成一样。{apart}")
        if path not in self.written.places and path not in self.places:
            self.places[path] = self._place(own, mark.start)
            self.sentences[path] = own.path
        book.keep(name, fact)
        self._note_printed(holder, own)
        return fact

    def _referred(self, mark: Mark, own: _Own) -> MarkedFact | None:
        """Give what stands elsewhere, or is derived; None where the brackets are no mark."""
        if mark.label.endswith(TREND) and not self.shelf.knows(own.book, mark.label):
            return self._compared(mark._replace(label=mark.label.removesuffix(TREND)), own)
        owner = owner_of(mark, own.path, own.book, self.shelf)
        if owner is None:
            message = f"没有“{mark.label}”这个字段，【{mark.label}】照原文印出。"
            fix = f"{near_label(mark.label, own.book, self.shelf)}{_AS_TEXT}。"
            self._tell(DOUBTFUL, own, mark.start, message, fix)
            return None
        return self._known(self.shelf.holder(owner), mark, own)

    def _compared(self, mark: Mark, own: _Own) -> MarkedFact | None:
        """Give how a figure moved against last year's; `mark` names the figure."""
        now = self._referred(mark, own)
        owner = owner_of(mark, own.path, own.book, self.shelf) if now else None
        return derived_trend(now, self.shelf.holder(owner), self.shelf, self.last) if now and owner else None

    def _known(self, holder: Owner, mark: Mark, own: _Own) -> MarkedFact | None:
        """Give what is known of a fact already, or is derived."""
        book, name = holder
        refuse_tick(holder.field)
        self._note_printed(holder, own)
        value, path = book.value(name), book.path_of(name, own.path)
        if value in (None, COMPUTED) and holder.field is not None:
            return derived_rate(holder, self.shelf, path)
        wording = unsaid(book.wordings.get(name, ""), own.text, mark.start)
        text = waiting(name) if value is EMPTY else f"{wording}{shown(value)}"
        return MarkedFact(name, text, value, path, holder.field)

    def _typed(self, mark: Mark, written: str, owner: Owner, own: _Own) -> Any:
        """Read what is written in a mark, without its 说法, by the kind of its field."""
        refuse_tick(owner.field)
        if not written:
            return EMPTY
        if owner.field is not None:
            value = read(written, owner.field)
            if value == COMPUTED:
                raise MisreadError(f"标注里不写“{COMPUTED}”", f"请写成【{mark.label}】。", code=WRONG)
            return value
        value = typed_figure(written)
        if not isinstance(value, Quantity):
            message = f"“{mark.label}”不是字段，“{written}”也不是数，只印出“{written}”。"
            self._tell(DOUBTFUL, own, mark.start, message, "请核对；要照原文印出【…】的，把【写成【【。")
        return value

    def _note_printed(self, owner: Owner, own: _Own) -> None:
        """Note that a topic's own words print a fact of it, so that its template does not."""
        if owner.book.facts.name == own.book.facts.name:
            owner.book.printed.add(owner.name)

    def _doubt_zero(self, fact: MarkedFact, mark: Mark, own: _Own) -> None:
        """Remind of a 0件 in a sentence where the field has words for it: the sentence is printed as it is written."""
        if fact.field and fact.field.zero and isinstance(fact.value, Quantity) and not fact.value.number:
            message = f"【{mark.label}】照印成“{fact.text}”；没有的事，报告里一般写“{fact.field.zero}”。"
            fix = f"请改写这句话，或删去它，在主题下写“{fact.label}: 0”；读得通的，可不理会。"
            self._tell(DOUBTFUL, own, mark.start, message, fix)

    def _ask(self, mark: Mark, own: _Own, path: Path) -> None:
        fix = f"请在“【{mark.label}：”后面填上；没有这个数的，改写这句话。"
        message = f"“{path_in_words(path)}”还没有填。"
        self.gaps.append(Problem("待填-02", message, fix, self._place(own, mark.start), dotted(path)))

    def _tell(self, code: str, own: _Own, start: int, message: str, fix: str) -> None:
        level = Level.WARNING if code == DOUBTFUL else Level.ERROR
        self.problems.append(Problem(code, message, fix, self._place(own, start), dotted(own.path), level))

    def _place(self, own: _Own, start: int) -> Place:
        """Give where in the file a 【 of an own text stands: as many of them are before it there as in the text."""
        path, places = own.path, self.written.value_places
        while path and path not in places:
            path = path[:-1]
        if not path:
            return Place(self.written.file)
        first = places[path]
        left, column = own.text.count(OPEN, 0, start), first.column - 1
        for number in range(first.line, len(self.written.lines) + 1):
            line = self.written.lines[number - 1]
            at = line.find(OPEN, column)
            while at >= 0 and left:
                left, at = left - 1, line.find(OPEN, at + 1)
            if at >= 0:
                return Place(self.written.file, number, at + 1)
            column = 0
        return first
