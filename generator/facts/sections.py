"""The topics of a facts file: plain data -> typed values, every mistake named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.facts import EMPTY, NO_WORDS, OwnWords, Section, TopicFacts, Words
from generator.facts.head import Head
from generator.facts.headings import (
    NOT_OF_DUTIES,
    by_heading,
    heading_in_heading,
    is_misspelt_topic,
    is_own_topic,
    neither,
    no_topic,
    repeats,
    stands_over_topics,
)
from generator.facts.ordinals import take_away, typed_number
from generator.facts.practices import practice_topic, with_names
from generator.facts.records import read_parts
from generator.facts.unknown import remedy_of_unknown
from generator.problems import Place, Problem
from generator.topics.kinds import MisreadError, choose, read, said_right, says_nothing, without_words
from generator.topics.loading import OWN_FIGURES, OWN_WORDS, SENTENCES
from generator.topics.topic import DUTIES, MEASURES, Field, Topic, Topics
from generator.yamltext.path import Path, dotted

_ONCE = "同一个数只写一处；两处的数不同的，请核对后留一处，另一个换个名称写到“其他数据”。"
_ANOTHER = "是另一项做法的，在它旁边写上它自己的“{}”。"


@dataclass
class Reader:
    """Reads the sections of one file; gathers typed topics and, beside them, problems."""

    file: str
    topics: Topics
    places: Mapping[Path, Place]
    problems: list[Problem] = field(default_factory=list)

    def head(self, data: Mapping[str, Any]) -> Head:
        """Read everything but the topics."""
        values, slips = read_parts(Head, data)
        for slip in slips:
            self._complain(slip.code, slip.path, slip.message, slip.fix)
        return Head(**values)

    def sections(self, data: Any) -> tuple[Section, ...]:
        """Read 举措成效 in the order of the file: headings with their topics, and topics that stand by themselves."""
        if not self._is_mapping(data, (MEASURES,), "各标题和主题"):
            return ()
        sections = [self._section(name, one, (MEASURES, name)) for name, one in data.items()]
        kept = with_names(one for one in sections if one.topics or one.lead)
        self._told_twice(kept)
        return kept

    def duty_sections(self, data: Any) -> tuple[Section, ...]:
        """Read 第一责任人: headings with their fields, and the fields that stand under none, these side by side."""
        if not self._is_mapping(data, (DUTIES,), "各字段"):
            return ()
        fields = self.topics.duty_fields
        sections = []
        for name, one in by_heading(data, fields):
            path = (DUTIES, name) if name else (DUTIES,)
            self._numbered(name, path)
            sections.append(Section(name, path, (self._duty(one, path),)))
        self._told_twice(sections)
        return tuple(sections)

    def _section(self, name: str, data: Any, path: Path) -> Section:
        known = self.topics.measures
        if not stands_over_topics(name, data, known):
            lead = self._sentences(data, path) if name == SENTENCES else ()
            one = None if lead else self._topic(name, data, path)
            return Section("", path, (one,) if one else (), lead)
        self._numbered(name, path)
        topics = []
        for key, one in data.items():
            here = (*path, key)
            if key == SENTENCES:
                continue
            if key in known or (isinstance(one, dict) and one and key not in OWN_WORDS):
                if stands_over_topics(key, one, known) and not is_own_topic(key, one, known):
                    self._complain("事实-02", here, *heading_in_heading(name, key))
                else:
                    topics.append(self._topic(key, one, here))
            else:
                self._complain("事实-02", here, *no_topic(name, key, known))
        lead = self._sentences(data.get(SENTENCES, []), (*path, SENTENCES))
        return Section(name, path, tuple(one for one in topics if one is not None), lead)

    def _topic(self, name: str, data: Any, path: Path) -> TopicFacts | None:
        known = self.topics.measures
        topic = known.get(name) or (
            None if is_misspelt_topic(name, known) else practice_topic(name, data, known)
        )
        if topic is None and not is_own_topic(name, data, known):
            self._complain("事实-02", path, *neither(name, data, known))
            return None
        several = "，有几项的，各用自己的名称另写一项" if topic and topic.named_by else ""
        if not self._is_mapping(data, path, f"各字段{several}"):
            return None
        self._numbered("" if name in known else name, path)
        read = self._fields(name, topic, topic.fields if topic else {}, data, path)
        if topic and name not in known:
            return read._replace(values={topic.named_by: name, **read.values})
        return read

    def _duty(self, data: Mapping[str, Any], path: Path) -> TopicFacts:
        for key in sorted(data.keys() & NOT_OF_DUTIES.keys()):
            self._complain("事实-02", (*path, key), f"“{path[-1]}”里没有“{key}”这一项", NOT_OF_DUTIES[key])
        return self._fields(DUTIES, None, self.topics.duty_fields, data, path)

    def _numbered(self, title: str, path: Path, what: str = "标题") -> None:
        if number := typed_number(title):
            self._complain("事实-01", path, f"{what}“{title}”里写了序号", take_away(number))

    def _told_twice(self, sections: Sequence[Section]) -> None:
        practices = {one.path: one.topic.named_by for part in sections for one in part.topics if one.topic}
        for first, again in repeats(topic for section in sections for topic in section.topics):
            where = nearest_place(self.places, first, self.file)
            self._complain(
                "事实-05",
                again,
                f"“{again[-1]}”已在第{where.line}行写过（{dotted(first)}）",
                _ONCE + (_ANOTHER.format(name) if (name := practices.get(again[:-1])) else ""),
            )

    def _fields(
        self, name: str, topic: Topic | None, fields: Mapping[str, Field], data: Mapping[str, Any], path: Path
    ) -> TopicFacts:
        values: dict[str, Any] = {}
        wordings: dict[str, str] = {}
        for key, one in data.items():
            if key in fields:
                wording, rest = choose(one, fields[key])
                self._value(values, fields[key], rest, path, wording)
                if wording:
                    wordings[key] = wording
            elif key not in OWN_WORDS:
                self._unknown(key, (*path, key), one, fields, f"“{name}”里")
        heading = data.get("标题", "")
        if not isinstance(heading, str):
            self._complain("事实-01", (*path, "标题"), "“标题”应为一行文字", "请写成“标题: 自己的标题”。")
            heading = ""
        elif heading and says_nothing(heading):
            self._complain("事实-01", (*path, "标题"), *without_words("标题"))
        self._numbered(heading.strip(), (*path, "标题"))
        return TopicFacts(
            name,
            topic,
            path,
            values,
            self._own(data, path),
            heading,
            wordings,
            sentences=self._sentences(data.get(SENTENCES, []), (*path, SENTENCES)),
            keys=tuple(data),
        )

    def _value(self, values: dict[str, Any], field: Field, data: Any, path: Path, wording: str = "") -> None:
        if data == "":
            values[field.name] = EMPTY
            return
        try:
            values[field.name] = said_right(read(data, field), wording, field)
        except MisreadError as error:
            self._complain("事实-01", (*path, field.name), error.message, error.fix)

    def _own(self, data: Mapping[str, Any], path: Path) -> OwnWords:
        if data.keys().isdisjoint(OWN_WORDS):
            return NO_WORDS
        return OwnWords(
            measures=self._words(data.get("做法", []), (*path, "做法")),
            highlights=self._words(data.get("亮点", []), (*path, "亮点")),
            activities=self._activities(data.get("活动", []), (*path, "活动")),
            figures=self._figures(data.get(OWN_FIGURES, {}), (*path, OWN_FIGURES)),
            cause=self._sentence("针对", data, path),
            effect=self._sentence("成效", data, path),
        )

    def _sentence(self, key: str, data: Mapping[str, Any], path: Path) -> Words | None:
        """Read a text that has no label of its own; an empty one is asked after by its key."""
        if isinstance(text := data.get(key), str):
            if text and says_nothing(text):
                self._complain("事实-01", (*path, key), *without_words(key))
            return Words(text.strip(), (*path, key), "" if text else key)
        if text is not None:
            self._complain("事实-01", (*path, key), f"“{key}”应为一行文字", f"请写成“{key}: 一句话”。")
        return None

    def _words(self, data: Any, path: Path) -> tuple[Words, ...]:
        if data == "":
            return ()
        items = data if isinstance(data, list) else [data]
        found: list[Words] = []
        for index, item in enumerate(items):
            here = (*path, index) if isinstance(data, list) else path
            found.extend(self._passages(item, here))
        return tuple(found)

    def _sentences(self, data: Any, path: Path) -> tuple[Words, ...]:
        """Read 正文: sentences without a label."""
        words = self._words(data, path)
        for one in words:
            if one.label:
                self._complain(
                    "事实-01",
                    one.path,
                    "“正文”里的一项应为一句话，这里成了“名称: 内容”",
                    f'请给整句加引号，写成“- "{one.label}：{one.text}"”；带小标题的写到“做法”里。',
                )
        return words

    def _passages(self, item: Any, path: Path) -> Iterable[Words]:
        key = path[-2] if isinstance(path[-1], int) else path[-1]
        if isinstance(item, str) and says_nothing(item):
            self._complain("事实-01", path, f"“{key}”里有一项是空的", "请填上内容，或删去这一行。")
        elif isinstance(item, str):
            yield Words(item.strip(), path)
        elif isinstance(item, dict) and len(item) == 1 and isinstance(next(iter(item.values())), str):
            label, text = next(iter(item.items()))
            if text and says_nothing(text):
                self._complain("事实-01", (*path, label), *without_words(label))
            self._numbered(label, (*path, label), "小标题")
            yield Words(text.strip(), (*path, label), label)
        else:
            self._complain(
                "事实-01",
                path,
                f"“{key}”里的一项应为一句话，或“小标题: 一句话”",
                "每项一行，前面加“- ”。",
            )

    def _activities(self, data: Any, path: Path) -> tuple[Mapping[str, Any], ...]:
        if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
            if data != "":
                self._complain(
                    "事实-01", path, "“活动”应逐项写“- 名称: …”", f"可写：{'、'.join(ACTIVITY_FIELDS)}。"
                )
            return ()
        found = []
        for index, record in enumerate(data):
            values: dict[str, Any] = {"路径": (*path, index)}
            for key, one in record.items():
                here = (*path, index, key)
                if key not in ACTIVITY_FIELDS:
                    self._unknown(key, here, one, ACTIVITY_FIELDS, "“活动”里")
                else:
                    self._value(values, ACTIVITY_FIELDS[key], one, (*path, index))
            found.append(values)
        return tuple(found)

    def _figures(self, data: Any, path: Path) -> Mapping[str, Any]:
        if not isinstance(data, dict):
            if data != "":
                self._complain(
                    "事实-01", path, "“其他数据”应逐行写“名称: 数值”", "例如“印发工作手册: 300册”。"
                )
            return {}
        values: dict[str, Any] = {}
        for label, one in data.items():
            if one == "":
                values[label] = EMPTY
            elif isinstance(one, str) and says_nothing(one):
                self._complain("事实-01", (*path, label), *without_words(label))
            elif isinstance(one, str):
                values[label] = one.strip().rstrip("。；，、")
            else:
                self._complain(
                    "事实-01", (*path, label), f"“{label}”只能填一个值", "例如“印发工作手册: 300册”。"
                )
        return values

    def _is_mapping(self, data: Any, path: Path, what: str) -> bool:
        if not isinstance(data, dict) and data != "":
            message = f"“{path[-1]}”下面应逐行写{what}"
            self._complain("事实-01", path, message, "每行写“名称: 内容”，前面缩进两格。")
        return isinstance(data, dict)

    def _unknown(self, key: str, path: Path, value: Any, known: Mapping[str, Field], where: str) -> None:
        fix = remedy_of_unknown(key, str(path[-2]), value, known)
        self._complain("事实-02", path, f"{where}没有“{key}”这一项", fix)

    def _complain(self, code: str, path: Path, message: str, fix: str) -> None:
        place = nearest_place(self.places, path, self.file)
        self.problems.append(Problem(code, message + "。", fix, place, dotted(path)))


def nearest_place(places: Mapping[Path, Place], path: Path, file: str) -> Place:
    """Give the place of a path, or of the nearest thing around it that has one."""
    around = (path[:end] for end in range(len(path), 0, -1))
    return next((places[one] for one in around if one in places), Place(file, 1))
