"""The engines that bench/document.py compares: each gives the Word file of the unit with a given number, as bytes.

All write the same report, of the example 稷下街道-2023. Ours takes its facts file; the others take a YAML file of that
report's figures, read by PyYAML's C loader, and a template that holds the rest of the text. They check nothing.
docxtpl and python-docx are measured twice: with python-docx's default file as template, which is what most people have,
and with a lean one, our own file without its text. Their templates hold this one report; a third template of docxtpl's takes
any unit's facts file, every field of every topic behind an if, in the plainest words: no own words, no choice of wording.
docxtpl compiles its template anew for each report, which is most of the time of that third one.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import jinja2
import yaml

from generator.document.page.layout import read_layout
from generator.document.text.blocks import BlockKind, Document, read_blocks
from generator.document.word import docx
from generator.drafting import compose
from generator.facts import facts_from
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source

Engine = Callable[[int], bytes]
UNIT = "稷下街道"
FACTS = Path(__file__).resolve().parents[1] / "examples" / f"{UNIT}-2023.yaml"
TEXT = FACTS.read_text(encoding="utf-8")
TEMPLATES = Templates()
LAYOUT = read_layout(TEMPLATES)
ANY_UNIT = "docxtpl，各单位通用"
_FIGURE = re.compile(rf"\d+(?:\.\d+)?|{UNIT}")


class MissingError(Exception):
    """An engine is not installed."""


def facts_file(number: int) -> bytes:
    """Give the facts file of one unit; 0 is the example itself."""
    return (TEXT.replace(UNIT, f"第{number}街道") if number else TEXT).encode()


def markdown_of(number: int) -> str:
    """Give the report of one unit as Markdown."""
    facts = facts_from(read_source(facts_file(number), FACTS.name), FACTS.name, TEMPLATES)
    return compose(facts, TEMPLATES).markdown


def ours() -> Engine:
    return lambda number: docx.write_docx(read_blocks(markdown_of(number)), LAYOUT)


def ours_from_markdown() -> Engine:
    markdown = markdown_of(0)
    return lambda _: docx.write_docx(read_blocks(markdown), LAYOUT)


def ours_writer() -> Engine:
    document = read_blocks(markdown_of(0))
    return lambda _: docx.write_docx(document, LAYOUT)


def floor() -> Engine:
    with zipfile.ZipFile(io.BytesIO(ours()(0))) as package:
        names = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        kept = [(name, package.read(name)) for name in names]

    def render(_: int) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in kept:
                package.writestr(name, data)
        return out.getvalue()

    return render


def python_docx_default() -> Engine:
    return _python_docx(_default_base(), own_styles=False)


def python_docx_lean() -> Engine:
    return _python_docx(_lean_base(), own_styles=True)


def docxtpl_default() -> Engine:
    return _docxtpl(_default_base(), own_styles=False)


def docxtpl_lean() -> Engine:
    return _docxtpl(_lean_base(), own_styles=True)


def pandoc() -> Engine:
    command = shutil.which("pandoc")
    if command is None:
        raise MissingError("pandoc")
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    base, source, out = folder / "base.docx", folder / "report.md", folder / "out.docx"
    base.write_bytes(_lean_base())
    variables = _Variables()
    template = jinja2.Environment().from_string(variables.taken_out(markdown_of(0)))

    def render(number: int) -> bytes:
        source.write_text(template.render(variables.read(number)), encoding="utf-8")
        subprocess.run([command, source, "--reference-doc", base, "-o", out], check=True)
        return out.read_bytes()

    return render


class _Variables:
    """The figures of the report and the unit's name, taken out of its text and kept as a YAML file."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def taken_out(self, text: str) -> str:
        def variable(match: re.Match[str]) -> str:
            name = "unit" if match.group() == UNIT else f"v{len(self.values)}"
            self.values[name] = match.group()
            return f"{{{{ {name} }}}}"

        return _FIGURE.sub(variable, text)

    def read(self, number: int) -> dict[str, Any]:
        name = f"第{number}街道" if number else UNIT
        lines = [f"{key}: '{name if key == 'unit' else value}'" for key, value in self.values.items()]
        return yaml.load("\n".join(lines), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _default_base() -> bytes:
    from docx import Document

    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _lean_base() -> bytes:
    from docx import Document

    document = Document(io.BytesIO(ours()(0)))
    body = document.element.body
    for paragraph in body[:-1]:
        body.remove(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_OWN_STYLES = {
    BlockKind.TITLE: "公文标题",
    BlockKind.PARAGRAPH: "公文正文",
    BlockKind.SIGNATURE: "署名",
    BlockKind.DATE: "成文日期",
}
_DEFAULT_STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.PARAGRAPH: "Body Text",
    BlockKind.SIGNATURE: "Normal",
    BlockKind.DATE: "Normal",
}


def _styled(document: Document, *, own_styles: bool) -> list[tuple[str, str]]:
    names = _OWN_STYLES if own_styles else _DEFAULT_STYLES
    levels = ("一级标题", "二级标题") if own_styles else ("Heading 1", "Heading 2")
    return [
        (block.text, levels[block.level - 2] if block.kind is BlockKind.HEADING else names[block.kind])
        for block in document.blocks
    ]


def _python_docx(base: bytes, *, own_styles: bool) -> Engine:
    from docx import Document

    variables = _Variables()
    paragraphs = _styled(read_blocks(markdown_of(0)), own_styles=own_styles)
    template = jinja2.Environment().from_string(
        "\n".join(variables.taken_out(text) for text, _ in paragraphs)
    )

    def render(number: int) -> bytes:
        document = Document(io.BytesIO(base))
        lines = template.render(variables.read(number)).split("\n")
        for text, (_, style) in zip(lines, paragraphs, strict=True):
            document.add_paragraph(text, style)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return render


def _docxtpl(base: bytes, *, own_styles: bool) -> Engine:
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingError("docxtpl") from error
    from docx import Document

    variables = _Variables()
    template = Document(io.BytesIO(base))
    for text, style in _styled(read_blocks(markdown_of(0)), own_styles=own_styles):
        template.add_paragraph(variables.taken_out(text), style)
    out = io.BytesIO()
    template.save(out)
    source = out.getvalue()

    def render(number: int) -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(variables.read(number))
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return render


def docxtpl_any_unit() -> Engine:
    """Fill a template that takes any unit's facts file, as ours does: every field of every topic behind an if."""
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingError("docxtpl") from error
    from docx import Document

    template = Document(io.BytesIO(_default_base()))
    for text in _any_unit():
        template.add_paragraph(text)
    out = io.BytesIO()
    template.save(out)
    source = out.getvalue()

    def render(number: int) -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(yaml.load(facts_file(number), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return render


def _any_unit() -> Iterator[str]:
    def clauses(record: str, names: Iterable[str]) -> str:
        return "".join(
            f"{{% if {record}.{name} %}}{name}{{{{ {record}.{name} }}}}，{{% endif %}}" for name in names
        )

    topics = read_topics(TEMPLATES)
    yield "{{ 单位.简称 }}{{ 年度 }}年度法治政府建设报告"
    for name, topic in topics.measures.items():
        yield f"{{%p if 举措成效.{name} %}}"
        yield topic.titles[0]
        yield clauses(f"举措成效.{name}", topic.fields)
        yield "{%p endif %}"
    for topic in topics.duties.values():
        yield clauses("第一责任人", topic.fields)
    for part, names in (("不足", ("问题", "表现", "原因")), ("计划", ("标题", "措施", "时限"))):
        yield f"{{%p for one in {part} %}}"
        yield clauses("one", names)
        yield "{%p endfor %}"


ENGINES: dict[str, Callable[[], Engine]] = {
    "下限：只压缩": floor,
    "本程序：全程": ours,
    "本程序：文稿到 Word": ours_from_markdown,
    "本程序：只写 Word": ours_writer,
    "docxtpl，默认模板": docxtpl_default,
    "docxtpl，精简模板": docxtpl_lean,
    ANY_UNIT: docxtpl_any_unit,
    "python-docx，默认模板": python_docx_default,
    "python-docx，精简模板": python_docx_lean,
    "pandoc": pandoc,
}
