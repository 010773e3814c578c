"""A small facts file, its forms, and a form as an office gives it back."""

import pickle
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from generator.commands.form import write_workbooks
from generator.commands.steps import Given
from generator.facts import facts_from
from generator.forms.asking import asked_topics, form_for_all, forms_by_office
from generator.forms.workbook import form_workbook
from generator.resources import Templates
from generator.yamltext.source import read_source

FILE = "云岭镇-2024.yaml"
FACTS = """年度: 2024
单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}
举措成效:
  推进法治宣传:
    法治宣传教育:
      普法活动: 50余次   # 司法所报的
      宣传资料: {值: 1000份, 来源: 台账}
      受教育:
      节点: [国家宪法日, 民法典宣传月]
      其他数据:
        法治讲堂: 12期
      正文:
        - 组织“法律六进”【进企业：6次】。
    法律明白人:
      培训人数:
  行政执法:
    立案: 5件
第一责任人:
  领导班子学法: 6次
"""
TOPIC = "法治宣传教育"


@cache
def asked(text=FACTS):
    """The topics of a facts file with their rows."""
    source = read_source(text.encode(), FILE)
    facts = facts_from(source, FILE, Templates())
    return facts, asked_topics(facts, source, Templates(), ())


def rows(text=FACTS):
    return form_for_all(*asked(text)).rows


@cache
def office_form(office="司法所", text=FACTS):
    facts, topics = asked(text)
    return next(form for form in forms_by_office(facts, topics) if form.office == office)


@cache
def blank(office="司法所", text=FACTS):
    return form_workbook(office_form(office, text))


@cache
def written_forms(text, name=FILE, *, by_office):
    """The forms that the command writes for a facts file, by office."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        written = write_workbooks(path, Given(), path.parent, by_office=by_office)
        return {one.office: (one.path.name, one.path.read_bytes()) for one in written}


@cache
def _as_openpyxl_reads_it(data):
    return pickle.dumps(load_workbook(BytesIO(data)))


def form_to_fill(data):
    """A form to be filled in; read once, a copy each time, which takes a seventh of what reading does."""
    return pickle.loads(_as_openpyxl_reads_it(data))


def opened(office="司法所", text=FACTS):
    """The form of an office, to be filled in."""
    return form_to_fill(blank(office, text))


def saved(workbook) -> bytes:
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def row_of(workbook, key):
    """The sheet and the row that ask for a key."""
    for sheet in workbook.worksheets[:-1]:
        for cells in sheet.iter_rows(min_col=9, max_col=9):
            if cells[0].value == key:
                return sheet, cells[0].row
    raise LookupError(key)


def fill(workbook, values, column="G"):
    for key, value in values.items():
        sheet, row = row_of(workbook, key)
        sheet[f"{column}{row}"] = value
    return workbook
