"""The whole way of one report in a warm process, stage by stage: read, drafted, cut into blocks, searched, written.

    python bench/whole.py [rounds]

Each stage and the whole take turns; `render` asks the rules that can find an error, `check` all of them.
bench/table.py compares the whole with other engines.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import generator
from generator.commands.steps import Given, check_prepared, errors_of, prepare_report
from generator.document.page.layout import read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.drafting import compose
from generator.facts import facts_from
from generator.resources import Templates
from generator.yamltext.source import read_source

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

    prepared = prepare_report(FACTS, Given())
    out = Path(tempfile.mkdtemp()) / "报告.docx"

    return {
        "事实文件读入并核对": load,
        "起草": lambda: compose(facts, templates).markdown,
        "文稿读成段落": lambda: read_blocks(markdown),
        "查错误": lambda: errors_of(prepared, Given()),
        "写成 Word": lambda: write_docx(document, layout),
        "全程（generator.render）": lambda: generator.render(FACTS, out),
        "另：全部检查（nianbao check）": lambda: check_prepared(prepared, Given()),
    }


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
