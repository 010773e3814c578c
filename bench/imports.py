"""How well `nianbao import` reads real reports: sentences kept, figures under their right field, time a report.

    python -m bench.imports REPORTS [ANSWERS]

REPORTS is a folder with the original texts of the cards in seeds/ (named like them, .txt). Any other report there may
have a file of the same name, .truth, with a line a figure in the order of the text: 35件=矛盾纠纷化解.化解, several
fields that are right parted by |, - for none (a label of its own is right then). Without one it is only counted. The
raw answers, one JSON line a figure, are written to the folder ANSWERS.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from generator.commands.import_report import Import, imported
from generator.importing.marking import MarkedOld, State
from generator.importing.own_reports import ends_with_figure
from generator.resources import Templates

SEEDS = Path(__file__).parents[1] / "seeds"
GOLDEN = Path(__file__).parents[1] / "tests" / "golden"


def answers_of(one: Import) -> list[tuple[MarkedOld, str]]:
    """Give the figures of an import in the order of the old report, each with its sentence."""
    lines = sorted(enumerate(one.old.marked.lines), key=lambda pair: (pair[1].old.line, pair[0]))
    return [(figure, line.old.text) for _number, line in lines for figure in line.figures]


def judged(answers: list[tuple[MarkedOld, str]], card: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Give for each figure of a card whether it was typed right, wrong, given a label of its own, or not seen."""
    told = []
    at = 0
    for figure in card["数据"]:
        here = next(
            (n for n in range(at, len(answers)) if answers[n][0].written.endswith(figure["原文"])), None
        )
        verdict, got = "没认出", ""
        if here is not None:
            at = here + 1
            one = answers[here][0]
            got = f"{one.home}.{one.field}" if one.field else one.label
            right = (one.home, one.field) == (figure["主题"], figure["字段"])
            verdict = "对" if right else "错" if one.field else "自己的叫法"
        told.append((verdict, {**{key: figure[key] for key in ("原文", "主题", "字段")}, "认作": got}))
    return told


def weighed(answers: list[tuple[MarkedOld, str]], truth: str) -> list[tuple[str, dict[str, Any]]]:
    """Give for each figure of a truth whether it has its field, a wrong one, a label of its own, or is lost."""
    told = []
    at = 0
    for line in filter(None, map(str.strip, truth.splitlines())):
        written, _, wanted = line.rpartition("=")
        here = next(
            (n for n in range(at, len(answers)) if ends_with_figure(answers[n][0].written, written)), None
        )
        verdict, got = "丢了", ""
        if here is not None:
            at = here + 1
            one = answers[here][0]
            got = f"{one.home}.{one.field}" if one.field else one.label
            named = "自己的叫法，没有字段" if wanted == "-" else "自己的叫法，有字段"
            verdict = (
                ("对" if got in wanted.split("|") else "错") if one.field else named if got else "没有叫法"
            )
        told.append((verdict, {"原文": written, "应作": wanted, "认作": got}))
    return told


def _timed(path: Path, templates: Templates) -> tuple[Import, float]:
    """Import a report that this process has not read before; gives the processor's seconds."""
    start = time.process_time()
    one = imported(path, templates)
    return one, time.process_time() - start


def main(reports: Path, answers: Path | None) -> None:
    """Read every report and print a line for each, then the sums."""
    templates = Templates()
    for path in sorted(GOLDEN.glob("*.md")):  # templates and topics are read once a process
        imported(path, templates)
    sums: Counter[str] = Counter()
    for path in sorted(reports.glob("*.txt")):
        one, took = _timed(path, templates)
        proof = one.proof
        sums.update({"句": proof.sentences, "照录": proof.kept})
        states = Counter(figure.state for figure, _text in answers_of(one))
        told = f"{path.stem}: {proof.kept}/{proof.sentences}句照录, {took * 1000:.0f} ms"
        card_path = SEEDS / f"{path.stem}.yaml"
        if card_path.is_file():
            card = yaml.safe_load(card_path.read_text(encoding="utf-8"))
            verdicts = judged(answers_of(one), card)
            counted = Counter(verdict for verdict, _figure in verdicts)
            sums.update(counted)
            told += f", {dict(counted)}"
            rows = [{"判": verdict, **figure} for verdict, figure in verdicts]
        elif (truth := path.with_suffix(".truth")).is_file():
            verdicts = weighed(answers_of(one), truth.read_text(encoding="utf-8"))
            counted = Counter(verdict for verdict, _figure in verdicts)
            sums.update(counted)
            told += f", {dict(counted)}"
            rows = [{"判": verdict, **figure} for verdict, figure in verdicts]
        else:
            rows = [
                {"原文": figure.written, "状态": figure.state.value, "认作": figure.label, "句": text}
                for figure, text in answers_of(one)
            ]
        told += f", 定{states[State.SURE]} 疑{states[State.DOUBTFUL]} 自{states[State.OWN]} 无{states[State.BARE]}"
        sums.update({state.value: count for state, count in states.items()})
        print(told)
        if answers:
            answers.mkdir(parents=True, exist_ok=True)
            lines = [json.dumps(row, ensure_ascii=False) for row in rows]
            (answers / f"{path.stem}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(dict(sums))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
