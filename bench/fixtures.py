"""What the engines of bench/peers.py read: facts files of many units, and templates that hold the same report."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docx import Document as WordDocument

import generator
from generator.document.text.block import BlockKind
from generator.document.text.blocks import read_blocks
from generator.resources import Templates
from generator.topics import read_topics

UNIT = "稷下街道"
FACTS = Path(__file__).resolve().parents[1] / "examples" / f"{UNIT}-2023.yaml"
_FIGURE = re.compile(rf"\d+(?:\.\d+)?|{UNIT}")
_STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.PARAGRAPH: "Body Text",
    BlockKind.SIGNATURE: "Normal",
    BlockKind.DATE: "Normal",
}


def facts_text(number: int) -> str:
    """Give the facts file of one unit; 0 is the example itself."""
    text = FACTS.read_text(encoding="utf-8")
    return text.replace(UNIT, f"第{number}街道") if number else text


def lay_out(folder: Path, count: int) -> None:
    """Write the facts files and figures of so many units, and every engine's template."""
    for name in ("facts", "values", "out"):
        (folder / name).mkdir()
    paragraphs = _paragraphs()
    values: dict[str, str] = {}

    def variable(match: re.Match[str]) -> str:
        name = "unit" if match.group() == UNIT else f"v{len(values)}"
        values[name] = match.group()
        return f"{{{{ {name} }}}}"

    marked = [(style, _FIGURE.sub(variable, text)) for style, text in paragraphs]
    for number in range(count):
        (folder / f"facts/{number:04}.yaml").write_text(facts_text(number), encoding="utf-8")
        unit = f"第{number}街道" if number else UNIT
        lines = [f"{key}: '{unit if key == 'unit' else value}'" for key, value in values.items()]
        (folder / f"values/{number:04}.yaml").write_text("\n".join(lines), encoding="utf-8")
    (folder / "lines.j2").write_text(
        "\n".join(f"{style}\t{text}" for style, text in marked), encoding="utf-8"
    )
    generator.render(folder / "facts/0000.yaml", folder / "floor.docx")
    _write(folder / "docxtpl.docx", WordDocument(), marked)
    _write(
        folder / "docxtpl-lean.docx", _lean(folder / "floor.docx"), [("公文正文", text) for _, text in marked]
    )
    _write(folder / "docxtpl-any.docx", WordDocument(), [("Normal", text) for text in _any_unit()])


def _paragraphs() -> list[tuple[str, str]]:
    """Give the example's report, each paragraph with a style of python-docx's default file."""
    blocks = read_blocks(generator.draft(generator.load(FACTS))).blocks
    return [
        (f"Heading {block.level - 1}" if block.kind is BlockKind.HEADING else _STYLES[block.kind], block.text)
        for block in blocks
    ]


def _lean(path: Path) -> WordDocument:
    """Give our own file without its text: the styles that it uses, and no more."""
    document = WordDocument(io.BytesIO(path.read_bytes()))
    for paragraph in list(document.element.body)[:-1]:
        document.element.body.remove(paragraph)
    return document


def _write(path: Path, document: WordDocument, paragraphs: Iterable[tuple[str, str]]) -> None:
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    document.save(path)


def _any_unit() -> Iterator[str]:
    """Give a template that takes any unit's facts, in the plainest words: no own words, no choice of wording."""

    def clauses(record: str, names: Iterable[str]) -> str:
        return "".join(
            f"{{% if {record}.{name} %}}{name}{{{{ {record}.{name} }}}}，{{% endif %}}" for name in names
        )

    topics = read_topics(Templates())
    yield "{{ 单位.简称 }}{{ 年度 }}年度法治政府建设报告"
    yield "{%p for under in 举措成效.values() %}"
    for name, topic in topics.measures.items():
        yield f"{{%p if under.{name} %}}"
        yield topic.titles[0]
        yield clauses(f"under.{name}", topic.fields)
        yield "{%p endif %}"
    yield "{%p endfor %}"
    yield "{%p for under in 第一责任人.values() %}"
    for topic in topics.duties.values():
        yield clauses("under", topic.fields)
    yield "{%p endfor %}"
    for part, names in (("不足", ("问题", "表现", "原因")), ("计划", ("标题", "措施", "时限"))):
        yield f"{{%p for one in {part} %}}"
        yield clauses("one", names)
        yield "{%p endfor %}"
