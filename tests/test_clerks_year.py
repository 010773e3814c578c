"""A clerk's year, from last year's Word file to this year's, each step with the real command and real files."""

from __future__ import annotations

import re

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.cli.command import nianbao, said

LAST = """\
青溪镇2023年法治政府建设年度报告
县委、县政府：
2023年，青溪镇扎实推进法治政府建设。现将有关情况报告如下：
一、推进法治政府建设的主要举措和成效
（一）加强普法宣传。全年开展普法活动12场，发放宣传资料3000份。培训法律明白人80名。
（二）多元化解矛盾纠纷。全年排查矛盾纠纷231件，化解矛盾纠纷198件。组建“溪边茶桌”调解队6支。
（三）严格规范行政执法。现有持证执法人员9人，全年立案15件，办结15件。
二、党政主要负责人履行推进法治建设第一责任人职责情况
镇党委书记、镇长带头学法，组织领导班子学法6次。
三、推进法治政府建设存在的不足
（一）执法装备不全。执法办尚未配备执法记录仪。
（二）普法形式单一。以发放资料为主。
四、2024年推进法治政府建设的主要安排
（一）配齐执法装备。采购执法记录仪4台。
（二）丰富普法形式。办好法治讲堂。
青溪镇人民政府
2024年1月20日
"""
FILLED = {
    "普法活动": "15场",
    "宣传资料": "三千多份",
    "培训人数": "95",
    "持证人员": "=9+2",
    "立案": "18件",
    "办结": "见台账",
}
"""What the offices write into their forms, two slips among it: a formula that nobody worked out, and words."""
NOTES = """\
综治办 王五 1月6日 09:12
矛盾纠纷排查240件，化解231件，有事打13912345678
组建“溪边茶桌”调解队8支
"""
BY_HAND = {
    "  上级: \n": "  上级: 云河县\n",
    "    措施: \n": "    措施: 配备执法记录仪4台\n",
    "    成效: \n": "    成效: 执法办人手一台\n",
    "【领导班子学法：】": "【领导班子学法：7次】",
    "  日期: \n": "  日期: 2025-01-16\n",
}
"""What is left for the clerk to type; what stands in several places is typed the same each time."""


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The folder of a clerk who has gone the whole way, and what each command said."""
    folder = tmp_path_factory.mktemp("青溪镇（2024）")
    told = {}

    def run(name, *arguments, status=0):
        process = nianbao(*arguments, cwd=folder)
        told[name] = said(process)
        assert process.returncode == status, told[name]

    last = Document()
    for line in LAST.splitlines():
        last.add_paragraph(line)
    last.save(folder / "去年报告.docx")
    run("读去年", "import", "去年报告.docx")
    run("印去年", "render", "青溪镇-2023.yaml", "-o", "去年.docx")
    run("今年", "new", "--from", "青溪镇-2023.yaml")
    run("发表", "form", "青溪镇-2024.yaml", "--by-office", "-o", "表")
    forms = [f"表/{one.name}" for one in sorted((folder / "表").glob("*.xlsx"))]
    for form in forms:
        fill(folder / form)
    run("收表", "collect", *forms, "青溪镇-2024.yaml", status=1)
    (folder / "来件.txt").write_text(NOTES, encoding="utf-8")
    run("来件", "import", "来件.txt", "--into", "青溪镇-2024.yaml", "--accept")
    facts = folder / "青溪镇-2024.yaml"
    text = facts.read_text(encoding="utf-8")
    (folder / "手填前.yaml").write_text(text, encoding="utf-8")
    for asked, typed in BY_HAND.items():
        assert asked in text
        text = text.replace(asked, typed)
    facts.write_text(text, encoding="utf-8")
    run("检查", "check", "青溪镇-2024.yaml")
    run("生成", "render", "青溪镇-2024.yaml", "-o", "今年.docx")
    return folder, told


def fill(path):
    """Fill in a form as an office does: by the labels of its rows, in the yellow column."""
    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        for cells in sheet.iter_rows():
            if cells[0].value in FILLED and not cells[6].value:
                cells[6].value = FILLED[cells[0].value]
    workbook.save(path)


def paragraphs(path):
    """The paragraphs of a Word file, without the blanks by which signature and title are placed."""
    return [re.sub(r"\s", "", one.text) for one in Document(path).paragraphs if one.text.strip()]


def test_last_years_report_comes_back_to_the_letter(year):
    folder, told = year
    assert paragraphs(folder / "去年.docx") == [re.sub(r"\s", "", line) for line in LAST.splitlines()]


def test_this_years_file_asks_for_each_figure_and_shows_last_years(year):
    folder, _ = year
    print((folder / "手填前.yaml").read_text())


def test_each_slip_in_a_form_is_named_by_its_cell(year):
    _, told = year
    print(told["收表"], told["来件"], told["检查"])
