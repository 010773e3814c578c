"""The topics of a facts file: plain data -> typed values, every mistake named."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.facts.facts import EMPTY, NO_WORDS, OwnWords, TopicFacts, Words
from generator.facts.head import Head
from generator.facts.records import read_parts
from generator.near import nearest_name
from generator.problems import Place, Problem
from generator.topics.kinds import LOOSE_END, MisreadError, choose, read
from generator.topics.loading import OWN_WORDS
from generator.topics.topic import DUTIES, MEASURES, Field, Topic, Topics
from generator.yamltext.path import Path, dotted

ACTIVITY_FIELDS: Mapping[str, Field] = {
    one.name: one
    for one in (
        Field("名称", "文字", "活动的名称", example="宪法宣传周集市宣讲"),
        Field("时间", "文字", "什么时候，如11月30日", example="11月30日"),
        Field("地点", "文字", "在哪里", example="镇政府前坪"),
        Field("主体", "名单", "谁办的，几家联合的都写", example="司法所、妇联"),
        Field("对象", "文字", "面向谁", example="中小学生"),
        Field("场次", "数量", "办了几场", ("场", "次"), "2场"),
        Field("受教育", "数量", "多少人参加", ("人次", "人"), "420人次"),
        Field("资料", "数量", "发了多少份资料", ("份",), "300份"),
        Field("内容", "文字", "做了什么，一句话", example="讲解民法典婚姻家庭编"),
    )
}


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

    def measures(self, data: Any) -> tuple[TopicFacts, ...]:
        """Read 举措成效, topic by topic, in the order of the file."""
        if not self._is_mapping(data, (MEASURES,), "各主题"):
            return ()
        return tuple(
            found
            for name, one in data.items()
            if (found := self._topic(name, one, (MEASURES, name))) is not None
        )

    def duties(self, data: Any) -> TopicFacts:
        """Read 第一责任人: the fields of all its templates side by side."""
        if not self._is_mapping(data, (DUTIES,), "各字段"):
            data = {}
        if "标题" in data:
            self._complain(
                "事实-02",
                (DUTIES, "标题"),
                f"“{DUTIES}”里没有“标题”这一项",
                "各条的小标题由程序定；自己的小标题写在“做法”里：“- 小标题: 一句话”。",
            )
        return self._fields(DUTIES, None, self.topics.duty_fields, data, (DUTIES,))

    def _topic(self, name: str, data: Any, path: Path) -> TopicFacts | None:
        topic = self.topics.measures.get(name)
        if topic is None and not self._may_be_own(name, data):
            return None
        if not self._is_mapping(data, path, "各字段"):
            return None
        return self._fields(name, topic, topic.fields if topic else {}, data, path)

    def _may_be_own(self, name: str, data: Any) -> bool:
        """Tell a topic of the clerk's own, which has only own words, from one misspelt."""
        only_own = isinstance(data, dict) and data and all(key in OWN_WORDS for key in data)
        near = nearest_name(name, self.topics.measures)
        if only_own and not (near and difflib.SequenceMatcher(None, name, near).ratio() > 0.8):
            return True
        hint = f"是不是“{near}”？" if near else "用 nianbao topics 可列出全部主题。"
        self._complain(
            "事实-02",
            (MEASURES, name),
            f"没有“{name}”这个主题",
            hint + "自拟的主题只写“标题”“做法”“亮点”“活动”“其他数据”。",
        )
        return False

    def _fields(
        self, name: str, topic: Topic | None, fields: Mapping[str, Field], data: Mapping[str, Any], path: Path
    ) -> TopicFacts:
        values: dict[str, Any] = {}
        wordings: dict[str, str] = {}
        for key, one in data.items():
            if key in fields:
                wording, rest = choose(one, fields[key])
                self._value(values, fields[key], rest, path)
                if wording:
                    wordings[key] = wording
            elif key not in OWN_WORDS:
                self._unknown(key, (*path, key), [*fields, *OWN_WORDS], f"“{name}”里")
        heading = data.get("标题", "")
        if not isinstance(heading, str):
            self._complain("事实-01", (*path, "标题"), "“标题”应为一行文字", "请写成“标题: 自己的标题”。")
            heading = ""
        return TopicFacts(name, topic, path, values, self._own(data, path), heading, wordings)

    def _value(self, values: dict[str, Any], field: Field, data: Any, path: Path) -> None:
        if data == "":
            values[field.name] = EMPTY
            return
        try:
            values[field.name] = read(data, field)
        except MisreadError as error:
            self._complain("事实-01", (*path, field.name), error.message, error.fix)

    def _own(self, data: Mapping[str, Any], path: Path) -> OwnWords:
        if data.keys().isdisjoint(OWN_WORDS):
            return NO_WORDS
        return OwnWords(
            measures=self._words(data.get("做法", []), (*path, "做法")),
            highlights=self._words(data.get("亮点", []), (*path, "亮点")),
            activities=self._activities(data.get("活动", []), (*path, "活动")),
            figures=self._figures(data.get("其他数据", {}), (*path, "其他数据")),
        )

    def _words(self, data: Any, path: Path) -> tuple[Words, ...]:
        if data == "":
            return ()
        items = data if isinstance(data, list) else [data]
        found: list[Words] = []
        for index, item in enumerate(items):
            here = (*path, index) if isinstance(data, list) else path
            found.extend(self._passages(item, here))
        return tuple(found)

    def _passages(self, item: Any, path: Path) -> Iterable[Words]:
        if isinstance(item, str) and not item.strip(LOOSE_END):
            self._complain("事实-01", path, f"“{path[-2]}”里有一项是空的", "请填上内容，或删去这一行。")
        elif isinstance(item, str):
            yield Words(item.strip(), path)
        elif isinstance(item, dict) and len(item) == 1 and isinstance(next(iter(item.values())), str):
            label, text = next(iter(item.items()))
            if text and not text.strip(LOOSE_END):
                self._complain(
                    "事实-01", (*path, label), f"“{label}”里没有文字", "请填上内容，或删去这一行。"
                )
            yield Words(text.strip(), (*path, label), label)
        else:
            self._complain(
                "事实-01",
                path,
                f"“{path[-2]}”里的一项应为一句话，或“小标题: 一句话”",
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
                    self._unknown(key, here, ACTIVITY_FIELDS, "“活动”里")
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
            elif isinstance(one, str):
                values[label] = one.strip().rstrip("。；，、")
            else:
                self._complain(
                    "事实-01", (*path, label), f"“{label}”只能填一个值", "例如“印发工作手册: 300册”。"
                )
        return values

    def _is_mapping(self, data: Any, path: Path, what: str) -> bool:
        if isinstance(data, dict):
            return True
        if data != "":
            self._complain(
                "事实-01", path, f"“{path[-1]}”下面应逐行写{what}", "每行写“名称: 内容”，前面缩进两格。"
            )
        return False

    def _unknown(self, key: str, path: Path, known: Iterable[str], where: str) -> None:
        near = nearest_name(key, known)
        fix = (
            f"是不是“{near}”？"
            if near
            else "请核对名称；模板里没有的数据写到“其他数据”，没有的做法写到“做法”。"
        )
        self._complain("事实-02", path, f"{where}没有“{key}”这一项", fix)

    def _complain(self, code: str, path: Path, message: str, fix: str) -> None:
        place = nearest_place(self.places, path, self.file)
        self.problems.append(Problem(code, message + "。", fix, place, dotted(path)))


def nearest_place(places: Mapping[Path, Place], path: Path, file: str) -> Place:
    """Give the place of a path, or of the nearest thing around it that has one."""
    around = (path[:end] for end in range(len(path), 0, -1))
    return next((places[one] for one in around if one in places), Place(file, 1))
