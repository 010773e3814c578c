"""The whole way of one report in a warm process: facts file read and checked by the schema, drafted, made into Word.

    python bench/whole.py [rounds]

Beside it, in turns, docxtpl filling in an equal text; the file of last year and the rules of `check` are not measured here
(bench/checks.py has the rules).
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.document import docx
from generator.document.blocks import read_blocks
from generator.document.layout import read_layout
from generator.draft import compose
from generator.facts import facts_from
from generator.facts.source import read_source
from generator.resources import Templates

FACTS = Path(__file__).resolve().parents[1] / "examples" / "稷下街道-2023.yaml"


def stages() -> dict[str, Callable[[], object]]:
    """Give each stage, and the whole, as something to call."""
    templates = Templates()
    layout = read_layout(templates)
    data = FACTS.read_bytes()

    def load() -> object:
        return facts_from(read_source(data, FACTS.name), FACTS.name, templates)

    facts = facts_from(read_source(data, FACTS.name), FACTS.name, templates)
    markdown = compose(facts, templates).markdown
    document = read_blocks(markdown)

    def whole() -> object:
        found = facts_from(read_source(FACTS.read_bytes(), FACTS.name), FACTS.name, templates)
        return docx.write(read_blocks(compose(found, templates).markdown), layout)

    found: dict[str, Callable[[], object]] = {
        "事实文件读入并核对": load,
        "起草": lambda: compose(facts, templates).markdown,
        "文稿读成段落": lambda: read_blocks(markdown),
        "写成 Word": lambda: docx.write(document, layout),
        "全程": whole,
    }
    try:
        found["docxtpl（同样的文字）"] = docxtpl_filler(markdown)
    except ImportError:
        print("没有安装 docxtpl，略过。")
    return found


def docxtpl_filler(markdown: str) -> Callable[[], object]:
    """Fill the same paragraphs into docxtpl's usual kind of template: one variable a paragraph."""
    from docx import Document
    from docxtpl import DocxTemplate

    paragraphs = [line.lstrip("# ") for line in markdown.split("\n") if line]
    base = Document()
    for number in range(len(paragraphs)):
        base.add_paragraph(f"{{{{ p{number} }}}}")
    file = io.BytesIO()
    base.save(file)
    values = {f"p{number}": text for number, text in enumerate(paragraphs)}

    def fill() -> object:
        template = DocxTemplate(io.BytesIO(file.getvalue()))
        template.render(values)
        out = io.BytesIO()
        template.save(out)
        return out

    return fill


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    chosen = stages()
    times: dict[str, list[float]] = {name: [] for name in chosen}
    for _ in range(rounds):
        for name, call in chosen.items():
            start = time.process_time()
            call()
            times[name].append((time.process_time() - start) * 1000)
    for name, found in times.items():
        print(f"{name:<20} 最快 {min(found):6.2f} 毫秒  居中 {statistics.median(found):6.2f} 毫秒（CPU）")


if __name__ == "__main__":
    main()
