"""How much of labelled sentences is suggested right: `python -m bench.labelled FILE.yaml […] [-v]`.

A file is a list of {编号, 文, 数}; 数 lists the figures of 文 in their order, each {写作: 231件, 字段: 矛盾纠纷化解.排查}, with
字段: 无 for what no field is. Where several are right they are parted by |. Each sentence is read by itself. Prints how
many figures there are, those taken for sure, as a question and not at all, right and wrong, and each that is surely
wrong; with -v each that is not surely right.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.suggesting.told_figure import ToldFigure
from generator.topics import read_topics
from generator.topics.topic import DUTIES, Topics

YEAR = 2024
NONE = "无"
WRONG = "定，错"
RIGHT = frozenset({"定，对", "无，对"})


def told_of(text: str, reader: NotesReader) -> list[ToldFigure]:
    """Give what is told of the figures of a text, in their order."""
    return [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]


def wanted_of(field: str, topics: Topics) -> frozenset[str]:
    """Give the fields that are right, those of the heads' topics as a facts file has them: 第一责任人.述法人数."""
    heads = {one.name for one in topics if one.part == DUTIES}
    pairs = (one.rpartition(".") for one in field.split("|"))
    return frozenset(f"{DUTIES if home in heads else home}{dot}{name}" for home, dot, name in pairs)


def verdict_of(told: ToldFigure | None, wanted: frozenset[str]) -> str:
    """Judge what was told of a figure: 定 for sure, 疑 a question, 无 no field; 对, 错, or 漏 where it has one."""
    if told is None or told.why or not told.field:
        return "无，对" if NONE in wanted else "无，漏"
    right = f"{told.home}.{told.field}" in wanted
    return f"{'定' if told.sure else '疑'}，{'对' if right else '错'}"


def judged(item: dict[str, Any], reader: NotesReader, topics: Topics) -> Iterator[tuple[str, str]]:
    """Give the verdict of each figure of one labelled sentence, and a line that shows it."""
    known = told_of(item["文"], reader)
    for figure in item["数"] or ():
        told = next((one for one in known if _digits(one.written) == _digits(figure["写作"])), None)
        known = known[known.index(told) + 1 :] if told else known
        result = verdict_of(told, wanted_of(figure["字段"], topics))
        got = f"{told.home}.{told.field}" if told and told.field else NONE
        more = told.why or told.doubt if told else ""
        yield (
            result,
            f"{result} {item['编号']} {figure['写作']} 应作{figure['字段']}，认作{got} {more}　{item['文']}",
        )


def _digits(figure: str) -> str:
    return "".join(one for one in figure if one in "0123456789.")


def main(arguments: list[str]) -> None:
    """Judge each file and print the sums."""
    topics = read_topics(Templates())
    for path in map(Path, filter(lambda one: one != "-v", arguments)):
        items = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # all is text
        verdicts = [
            one
            for item in items
            for one in judged({**item, "文": str(item["文"])}, NotesReader(topics, YEAR), topics)
        ]
        counts = Counter(result for result, _line in verdicts)
        for result, line in verdicts:
            if result == WRONG or ("-v" in arguments and result not in RIGHT):
                print(line)
        sure = counts["定，对"] + counts["定，错"]
        share = f"，定的{counts['定，对'] / sure:.1%}对" if sure else ""
        said = "、".join(
            f"{name}{counts[name]}" for name in ("定，对", "定，错", "疑，对", "疑，错", "无，对", "无，漏")
        )
        print(f"{path.name}：{len(items)}句{counts.total()}个数：{said}{share}")


if __name__ == "__main__":
    main(sys.argv[1:])
