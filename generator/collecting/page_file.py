"""科室.yaml, as the page that is filled in a browser saves it -> a filled form."""

from __future__ import annotations

from typing import Any

from generator.collecting.cell_text import written_text_of
from generator.collecting.filled import Answer, Filled
from generator.forms.workbook import DAY, HEAD_KEYS, PERSON
from generator.problems import UserError
from generator.yamltext.path import Path
from generator.yamltext.source import Source, read_source

HEAD, ROWS = "填报表", "各项"
ROW_KEYS = ("项目", "填报", "底数", "备注", "名称")


def read_page_file(data: bytes, file: str) -> Filled:
    """Read what the page saved; raises FactsError where it is no YAML, UserError where it is not the page's."""
    source = read_source(data, file)
    head, rows = source.data.get(HEAD), source.data.get(ROWS)
    if not isinstance(head, dict) or not isinstance(rows, list) or set(HEAD_KEYS) - set(head):
        message = f"{file} 不是填报页保存的文件：里面没有“{HEAD}”和“{ROWS}”。"
        raise UserError(message, "请核对是不是选错了文件；事实文件写在最后。")
    _, unit, year, office, identity = (str(head[key]) for key in HEAD_KEYS)
    answers = tuple(_answer(row, source, (ROWS, number), file) for number, row in enumerate(rows))
    return Filled(
        file, unit, year, office, identity, answers, str(head.get(DAY, "")), str(head.get(PERSON, ""))
    )


def _answer(row: Any, source: Source, path: Path, file: str) -> Answer:
    place = source.places[path]
    if (
        not isinstance(row, dict)
        or not all(isinstance(one, str) for one in row.values())
        or "项目" not in row
    ):
        problem = f"{file} 第{place.line}行不是填报页写出的样子。"
        raise UserError(problem, "请不要手工改这个文件；在填报页里改好再保存一次。")
    key, value, base, remark, label = (row.get(name, "") for name in ROW_KEYS)
    return Answer(key, written_text_of(value), f"第{place.line}行", base, remark, label)
