"""`nianbao fmt`: a facts file's lines in their order and at their indent, and nothing else of it changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.commands.facts_text import facts_text
from generator.files import save_amended
from generator.problems import UserError

if TYPE_CHECKING:
    from generator.resources import Templates
    from generator.topics.topic import Topics

_BOM = "\ufeff"


class Arranging(NamedTuple):
    """A facts file and how it would be written; nothing is written yet."""

    path: Path
    before: bytes
    after: bytes

    @property
    def changed(self) -> bool:
        """Tell whether anything would be written otherwise."""
        return self.before != self.after

    def write(self) -> Path | None:
        """Write the file in place where that changes it; gives the copy of it as it was. Raises UserError."""
        return save_amended(self.path, self.after) if self.changed else None


def arrange_file(path: Path, templates: Templates, *, group: bool) -> Arranging:
    """Put a facts file in order; with `group` topics without a heading go under those of 大节.yaml.

    Raises FactsError for what is no YAML, UserError for what cannot be read, and where the file would not say the
    same afterwards.
    """
    from generator.arranging import arranged_text, grouped_text
    from generator.topics import read_topics
    from generator.yamltext.source import read_source

    written = facts_text(path, templates)
    data = read_source(written.text.encode(), path.name).data
    mark = _BOM if written.text.startswith(_BOM) else ""
    text, topics = written.text.removeprefix(_BOM), read_topics(templates)
    if group:
        text = grouped_text(text, data, topics, _headings(data, templates))
    text = arranged_text(text, topics)
    again = read_source(text.encode(), path.name).data
    if _said(again, topics, group=group) != _said(data, topics, group=group):
        raise UserError(f"没有改动 {path.name}：里面有整理不了的写法。", "请照样表的写法逐行写，再整理。")
    return Arranging(path, written.text.encode(written.encoding), (mark + text).encode(written.encoding))


def _headings(data: dict[str, Any], templates: Templates) -> list[Any]:
    """Give each group of 大节.yaml with what its heading would be called in a new file of this unit and year."""
    from generator.topics.grouping import read_grouping
    from generator.topics.topic import worded
    from generator.wording import seed_of, variant

    year = int(data["年度"]) if str(data.get("年度", "")).isdecimal() else None
    unit = data.get("单位")
    short = str(unit.get("简称") or unit.get("名称") or "") if isinstance(unit, dict) else ""
    return [
        (variant(worded(one.headings, year), seed_of(short, year)), one) for one in read_grouping(templates)
    ]


def _said(data: dict[str, Any], topics: Topics, *, group: bool) -> Any:
    """Give what a file says, to be compared: with `group` the topics count, not the headings over them."""
    from generator.facts.headings import stands_over_topics
    from generator.topics.topic import MEASURES

    measures = data.get(MEASURES)
    if not group or not isinstance(measures, dict):
        return data
    under = [
        one.items() if stands_over_topics(name, one, topics.measures) else [(name, one)]
        for name, one in measures.items()
    ]
    told = (json.dumps(one, ensure_ascii=False, sort_keys=True) for topics_of in under for one in topics_of)
    return {**data, MEASURES: sorted(told)}
