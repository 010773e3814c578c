"""What each office is asked for: the rows of its form, from the topics that the facts file has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.drafting.clauses import reporter_of, usual_clause
from generator.facts import EMPTY, Facts, TopicFacts
from generator.facts.books import typed_figure
from generator.facts.levels import TOWNSHIPS
from generator.facts.looked_at import comments_to_look_at
from generator.facts.mark_places import marked_parts
from generator.facts.marked import MarkedFact
from generator.forms.cards import Card, reported
from generator.forms.last_year import last_remark, last_written
from generator.forms.lines import leading_to
from generator.forms.marked_in import FIGURES, MARKS, SENTENCES, MarkedIn
from generator.forms.schema import describe_facts, tell_wordings
from generator.numbers.quantity import Quantity
from generator.resources import Templates
from generator.topics import Field, Topic, read_topics
from generator.topics.kinds import sample
from generator.topics.topic import DUTIES
from generator.yamltext.path import Path, content_at
from generator.yamltext.source import Source

NEW = "新"
WHOLE_UNIT, NO_OFFICE = "各科室", "综合"
"""Who is asked for everything, and for what no office is named for."""
_BLANK_ROWS = 2
_MOST_GIVEN = 3
_MENDED, _PROMISED = "上年整改", ("计划", "不足")


class Asked(NamedTuple):
    """One row of a form: a field, a figure under a label of its own, or an own sentence.

    `topic` and `name` are its identity, whatever heading the topic stands under; `base` is what the facts file
    holds when the form is made. `field` is None where the row is no field's, `usual` tells rows that stand open.
    Of a sentence `marks` are the keys of the rows in which its figures are filled in, by the labels of its marks.
    `origin` is the 来源 of the base value.
    """

    topic: str
    name: str
    label: str
    unit: str = ""
    note: str = ""
    prints: str = ""
    last: str = ""
    given: str = ""
    base: str = ""
    field: Field | None = None
    usual: bool = True
    marks: Mapping[str, str] = MappingProxyType({})
    origin: str = ""

    @property
    def key(self) -> str:
        """Its identity as one text: 矛盾纠纷化解.化解."""
        return f"{self.topic}.{self.name}"

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen for 是否, nothing for any other kind."""
        if self.field is None or self.field.kind != "是否":
            return ()
        return tuple(dict.fromkeys(("是", *self.field.wordings, "否")))


class AskedTopic(NamedTuple):
    """A topic and its rows; for those of 第一责任人 the name of the duty is shown."""

    name: str
    note: str
    office: str
    rows: tuple[Asked, ...]


class OfficeForm(NamedTuple):
    """What one office, or the whole unit, is asked for."""

    unit: str
    year: int
    office: str
    topics: tuple[AskedTopic, ...]

    @property
    def rows(self) -> tuple[Asked, ...]:
        """Every row, in order."""
        return tuple(row for topic in self.topics for row in topic.rows)

    @property
    def identity(self) -> str:
        """A short mark of the fields that it asks for: a form made when the topics were others has another."""
        keys = sorted(row.key for row in self.rows if row.field)
        return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:8]

    @property
    def stem(self) -> str:
        """What its file is called."""
        return f"{self.unit}-{self.year}-{self.office}"


def asked_topics(
    facts: Facts, source: Source, templates: Templates, cards: Iterable[Card]
) -> tuple[AskedTopic, ...]:
    """Give the topics of a facts file in its order, then the duties and the figures in own words of the other parts."""
    asking = _Asking(facts, source, templates, tuple(cards))
    topics = read_topics(templates)
    names = dict.fromkeys(topic.name for topic in facts.measures)
    measures = (asking.topic(facts.topics[name], facts.topics[name].topic, name) for name in names)
    duties = (asking.topic(facts.duties, topic, topic.name) for topic in topics.duties.values())
    parts = map(asking.part, marked_parts(facts).values())
    return tuple(topic for topic in (*measures, *duties, *parts) if topic.rows)


def forms_by_office(facts: Facts, topics: Iterable[AskedTopic]) -> tuple[OfficeForm, ...]:
    """Give one form an office, in the order in which the offices come up."""
    found = tuple(topics)
    offices = dict.fromkeys(topic.office for topic in found)
    return tuple(
        OfficeForm(facts.name, facts.year or 0, office, tuple(one for one in found if one.office == office))
        for office in offices
    )


def form_for_all(facts: Facts, topics: Iterable[AskedTopic]) -> OfficeForm:
    """Give one form with everything."""
    return OfficeForm(facts.name, facts.year or 0, WHOLE_UNIT, tuple(topics))


class _Asking:
    """Makes the rows of one facts file's topics."""

    def __init__(self, facts: Facts, source: Source, templates: Templates, cards: tuple[Card, ...]) -> None:
        self.facts = facts
        self.source = source
        self.templates = templates
        self.reporter = reporter_of(facts)
        self.cards = cards
        self.marked = MarkedIn(facts)
        self.doubts = comments_to_look_at(facts)
        self.last = {**facts.last.topics, **marked_parts(facts.last)} if facts.last else {}

    def topic(self, written: TopicFacts, topic: Topic | None, shown: str) -> AskedTopic:
        """Give a topic's rows: fields that are in use or usual, those that may be, then what has no field."""
        fields = [*self._fields(written, topic)] if topic else []
        rows = [*(row for row in fields if row.usual), *(row for row in fields if not row.usual)]
        if topic is None or topic.part != DUTIES:
            rows += [*self._marks(written), *self._figures(written), *_room_for_figures(written)]
            rows += [*self._sentences(written), *_room_for_sentences(written)]
        # the offices that topics name are those of townships
        office = topic.office.split("、")[0] if topic and self.facts.level in TOWNSHIPS else ""
        return AskedTopic(shown, topic.note if topic else "自拟的主题", office or NO_OFFICE, tuple(rows))

    def part(self, written: TopicFacts) -> AskedTopic:
        """Give the rows of a part that is no topic: what stands there in own words, nothing new."""
        rows = (*self._marks(written), *self._figures(written), *self._sentences(written))
        return AskedTopic(written.name, "自己的话里的数", NO_OFFICE, rows)

    def _fields(self, written: TopicFacts, topic: Topic) -> Iterator[Asked]:
        last = self.facts.last.topics.get(written.name) if self.facts.last else None
        given = reported(self.cards, written.name)
        for field in topic.fields.values():
            used = field.name in written.values
            if not used and not field.suits(self.facts.level, self.facts.year):
                continue
            clause = usual_clause(field.name, topic, self.reporter, self.templates)
            examples = (f"{one.correct}（{label}）" for one, label in given if one.field == field.name)
            yield Asked(
                written.name,
                field.name,
                field.name,
                describe_facts(field) if field.kind != "是否" else "是或否",
                "。".join([field.note, *tell_wordings(field)]),
                leading_to(
                    sample(field, self.facts.year),
                    self.marked.printed_in(written.path_of(field.name), written) or clause,
                ),
                last_remark(field, last, self.facts.last).removeprefix("上年："),
                "、".join([*examples][:_MOST_GIVEN]),
                self._base(written, field),
                field,
                used or field.usual or (last is not None and field.name in last.values),
                origin=self.facts.origins.get(written.path_of(field.name), ""),
            )

    def _base(self, written: TopicFacts, field: Field) -> str:
        value = written.values.get(field.name, EMPTY)
        if value is EMPTY:
            return ""
        return self._as_written(written.path_of(field.name)) or last_written(
            value, written.wordings.get(field.name, "")
        )

    def _as_written(self, path: Path) -> str:
        """Give the text at a path of the file, a list joined; nothing for a fact marked in a sentence."""
        try:
            content = content_at(self.source.data, path)
        except (LookupError, TypeError):
            return ""
        if isinstance(content, dict):
            content = content.get("值") or content.get(SENTENCES, "")  # {正文: …, 公开: 否} among sentences
        return "、".join(map(str, content)) if isinstance(content, list) else str(content)

    def _marks(self, written: TopicFacts) -> Iterator[Asked]:
        """Give a row for each figure that own sentences mark under a label that no field has."""
        for label, fact in written.marked.items():
            before = self._marked_last(written.name, label)
            yield Asked(
                written.name,
                f"{MARKS}.{label}",
                label,
                _measure_of(fact.value, before.value if before else EMPTY),
                "句子里的数，照台账填",
                self.marked.printed_in(fact.path, written),
                "" if before is None or before.value is EMPTY else before.text,
                base="" if fact.value is EMPTY else fact.text,
                origin=self.facts.origins.get(fact.path, ""),
            )

    def _marked_last(self, name: str, label: str) -> MarkedFact | None:
        """Give the figure of last year's; that of what was mended stood among the plans or the shortcomings."""
        homes = _PROMISED if name == _MENDED else (name,)
        marked = (self.last[home].marked for home in homes if home in self.last)
        return next((one[label] for one in marked if label in one), None)

    def _figures(self, written: TopicFacts) -> Iterator[Asked]:
        for label, value in written.own.figures.items():
            if isinstance(value, str):
                yield Asked(
                    written.name,
                    f"{FIGURES}.{label}",
                    label,
                    _measure_of(typed_figure(value)),
                    "没有字段的数据，照台账填",
                    base=value,
                    origin=self.facts.origins.get((*written.path, FIGURES, label), ""),
                )

    def _sentences(self, written: TopicFacts) -> Iterator[Asked]:
        for number, words in enumerate(written.sentences, 1):
            marks = self.marked.keys.get(words.path, {})
            note = "照写进报告的话；句里【】中的数填在上面各行，这里只改话" if marks else "照写进报告的话"
            doubts = "；".join(self.doubts.get(words.path, ()))
            yield Asked(
                written.name,
                f"{SENTENCES}.{number}",
                f"正文第{number}句",
                "一句话",
                f"{note}。请核对：{doubts}" if doubts else note,
                base=self._as_written(words.path),
                marks=marks,
            )


def _measure_of(*values: object) -> str:
    """Give the measure word of the first of some figures that has one."""
    return next((one.unit for one in values if isinstance(one, Quantity) and one.unit), "")


def _room_for_figures(written: TopicFacts) -> Iterator[Asked]:
    for number in range(1, _BLANK_ROWS + 1):
        note = "上面没有列出的数据：名称填在“项目”一栏，数填在“填报”一栏"
        yield Asked(written.name, f"{FIGURES}.{NEW}{number}", "", "", note, "印发工作手册：300册")


def _room_for_sentences(written: TopicFacts) -> Iterator[Asked]:
    for number in range(1, _BLANK_ROWS + 1):
        note = "表里装不下的做法、事例，写成一句完整的话，照写进报告；没有的空着"
        yield Asked(written.name, f"{SENTENCES}.{NEW}{number}", f"另加正文{number}", "一句话", note)
