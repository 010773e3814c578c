"""How much of a facts file comes back when its Word file is imported: facts -> docx -> import, field by field.

    python -m bench.returns [MADE]

The five examples and MADE made facts files (40, those of bench/prose.py) are rendered and imported. Every value that
the report prints and that stands in a field, a record or a list is looked for in the imported file, in the same place
with the same value; own words may stand under another of their keys. Each one that is not there is printed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.prose import made_files
from generator.commands.import_report import imported
from generator.document.page.layout import layout_of, read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.drafting import compose
from generator.drafting.marks import grounds
from generator.facts import EMPTY, Facts
from generator.facts.loading import load_facts, readable_facts
from generator.facts.records import parts_of
from generator.resources import Templates
from generator.topics.topic import DUTIES
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source

OWN = frozenset({"正文", "做法", "亮点", "成效"})
ROOT = Path(__file__).resolve().parents[1]


def printed_fields(facts: Facts, templates: Templates) -> dict[tuple[str, str, str], object]:
    """Give the values of fields that a report prints by its templates: kind, topic and field, with value and 说法."""
    said = set(grounds(compose(facts, templates).marked))
    values: dict[tuple[str, str, str], object] = {}
    for topic in facts.reported:
        for name, value in topic.values.items():
            field = (topic.topic.fields if topic.topic else {}).get(name)
            path = dotted(topic.path_of(name))
            if field is None or value is EMPTY or name in topic.printed or path not in said:
                continue
            home = DUTIES if topic.topic and topic.topic.part == DUTIES else topic.name
            values[field.kind, home, name] = (str(value), topic.wordings.get(name, ""))
    return values


def other_facts(facts: Facts) -> dict[tuple[str, str, str], object]:
    """Give what stands beside the fields: records and their parts, 其他数据, 活动, 导语, own words and labels."""
    values: dict[tuple[str, str, str], object] = {}
    head = facts.head
    for name, items in (("不足", head.shortcomings), ("计划", head.plans), ("上年整改", head.mended)):
        for number, item in enumerate(items, start=1):
            values |= {(name, str(number), part): str(one) for part, one in _parts(item)}
    values |= {("导语", "", part): str(one) for part, one in _parts(head.opening)}
    for topic in facts.reported:
        home = DUTIES if topic.path[0] == DUTIES else topic.name
        own = topic.own
        values |= {("其他数据", home, label): str(one) for label, one in own.figures.items()}
        values |= {("其他数据", home, label): str(one.value) for label, one in topic.marked.items()}
        for number, record in enumerate(own.activities):
            told = {name: str(one) for name, one in record.items() if name != "路径"}
            values |= {("活动", f"{home}{number}", name): one for name, one in told.items()}
        said = {text.path[-1]: str(text.text) for text in topic.sentences}
        values |= {("正文", home, str(name)): text for name, text in said.items()}
        words = {"针对": own.cause and (own.cause,), "成效": own.effect and (own.effect,)}
        words |= {"做法": own.measures, "亮点": own.highlights}
        for key, given in words.items():
            values |= {(key, home, one.label or one.text[:6]): str(one.text) for one in given or ()}
    return values


def _parts(item: object) -> Iterator[tuple[str, object]]:
    for attribute, one in parts_of(type(item)).items():
        if (value := getattr(item, attribute)) not in ("", (), None):
            yield one.name, "；".join(value) if isinstance(value, tuple) else value


def lost_of(path: Path, templates: Templates, folder: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Give each printed field of a facts file with its kind, and whether it came back."""
    document = folder / f"{path.stem}.docx"
    facts = load_facts(path, templates)
    blocks = read_blocks(compose(facts, templates).markdown)
    document.write_bytes(write_docx(blocks, layout_of(blocks, read_layout(templates, None))))
    before = printed_fields(facts, templates)
    one = imported(document, templates)
    again = readable_facts(read_source(one.text.encode(), ""), "", templates).facts
    after = {
        (DUTIES if topic.path[0] == DUTIES else topic.name, name): (str(value), topic.wordings.get(name, ""))
        for topic in again.reported
        for name, value in topic.values.items()
    }
    for (kind, home, name), value in before.items():
        yield kind, home, name, after.get((home, name)) == value
    there = other_facts(again)
    own = "\n".join(str(one) for (kind, _home, _name), one in there.items() if kind in OWN)
    for (kind, home, name), value in other_facts(facts).items():
        is_kept = (
            kind in OWN and str(value).rstrip("。") in own
        )  # own words may stand under another of their keys
        yield kind, home, name, is_kept or there.get((kind, home, name)) == value


def main(made: int) -> None:
    """Print what is lost, then the share of each kind that came back."""
    templates = Templates()
    whole: Counter[str] = Counter()
    back: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        paths = [*sorted((ROOT / "examples").glob("*.yaml")), *made_files(folder / "made", made)]
        start = time.perf_counter()
        for path in paths:
            for kind, home, name, is_back in lost_of(path, templates, folder):
                whole[kind] += 1
                back[kind] += is_back
                if not is_back:
                    print(f"{path.stem}　{home}.{name}（{kind}）")
        took = (time.perf_counter() - start) / len(paths)
    for kind, count in whole.items():
        print(f"{kind}: {back[kind]}/{count}（{back[kind] / count:.1%}）")
    print(
        f"合计: {back.total()}/{whole.total()}（{back.total() / whole.total():.1%}），每份{took * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
