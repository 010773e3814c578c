"""A clerk's year, from last year's Word file to this year's, each step with the real command and real files."""

from __future__ import annotations

import re

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.cell import Cell

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
    "法律明白人": "95名",
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
MARKS = {"宣传资料": "3600份", "持证人员": "11人", "办结": "17件", "领导班子学法": "7次"}
PARTS = {
    "上年整改": """\
  - 问题: 执法装备不全
    措施: 采购执法记录仪【数字法治.执法记录仪：4台】
    成效: 执法办人手一台
  - 问题: 普法形式单一
    措施: 办好法治讲堂
""",
    "不足": """\
  - 问题: 调解队伍专业性不强
    表现: 调解员没有参加过业务培训
    原因: 没有安排培训经费
""",
    "计划": """\
  - 标题: 培训调解员
    措施: 安排两期业务培训
    针对: 调解队伍专业性不强
""",
}
"""What is left for the clerk to type: figures that stand in no form and no note, and three parts."""


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
    (folder / "新文件.yaml").write_bytes((folder / "青溪镇-2024.yaml").read_bytes())
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
    facts.write_text(by_hand(text), encoding="utf-8")
    run("检查", "check", "青溪镇-2024.yaml")
    run("生成", "render", "青溪镇-2024.yaml", "-o", "今年.docx")
    return folder, told


def by_hand(text):
    """Give a facts file with all that is still asked for typed in."""
    for name, part in PARTS.items():
        text = re.sub(
            rf"(?m)^{name}:\n(?:[ #].*\n|\n)*(?=# ──)",
            lambda _, name=name, part=part: f"{name}:\n{part}\n",
            text,
        )
    for label, value in MARKS.items():
        text = text.replace(f"【{label}：】", f"【{label}：{value}】")
    return text.replace("  上级: \n", "  上级: 云河县\n").replace("  日期: \n", "  日期: 2025-01-16\n")


def fill(path):
    """Fill in a form as an office does: by the labels of its rows, in the yellow column."""
    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        for cells in sheet.iter_rows():
            if cells[0].value in FILLED and isinstance(cells[6], Cell) and not cells[6].value:
                cells[6].value = FILLED[cells[0].value]
    workbook.save(path)


def paragraphs(path):
    """The paragraphs of a Word file, without the blanks by which signature and title are placed."""
    return [re.sub(r"\s", "", one.text) for one in Document(path).paragraphs if one.text.strip()]


def test_last_years_report_comes_back_to_the_letter(year):
    folder, _told = year
    assert paragraphs(folder / "去年.docx") == [re.sub(r"\s", "", line) for line in LAST.splitlines()]


def test_the_file_of_this_year_keeps_sentences_and_empties_their_figures(year):
    folder, _ = year
    fresh = (folder / "新文件.yaml").read_text(encoding="utf-8")
    assert (
        "- 全年开展普法活动【普法活动：】，发放宣传资料【宣传资料：】。    # 上年：普法活动12场、宣传资料3000份\n"
        in fresh
    )
    assert "231" not in re.sub("#.*", "", fresh)


def test_what_the_offices_wrote_stands_where_it_was_asked_for(year):
    folder, _ = year
    collected = (folder / "手填前.yaml").read_text(encoding="utf-8")
    assert "【普法活动：15场】" in collected
    assert "全年立案【立案：18件】" in collected
    assert "培训法律明白人【法律明白人.法律明白人：95名】" in collected


def test_each_slip_in_a_form_is_named_by_its_cell(year):
    _, told = year
    slips = re.findall(r"青溪镇-2024-综合行政执法队.xlsx .*", told["收表"])
    assert any(re.search(r"[A-Z]\d+", one) and "公式" in one for one in slips), told["收表"]
    assert any("见台账" in one for one in slips), told["收表"]


def test_notes_fill_what_is_still_open_and_show_no_telephone(year):
    folder, told = year
    collected = (folder / "手填前.yaml").read_text(encoding="utf-8")
    assert "全年排查矛盾纠纷【排查：240件】，化解矛盾纠纷【化解：231件】。" in collected
    assert "【组建溪边茶桌调解队：8支】" in collected
    assert "13912345678" not in told["来件"]


def test_the_report_says_this_year(year):
    folder, told = year
    text = "".join(paragraphs(folder / "今年.docx"))
    for said_so in (
        "普法活动15场",
        "宣传资料3600份",
        "排查矛盾纠纷240件",
        "调解队8支",
        "持证执法人员11人",
        "2025年1月16日",
    ):
        assert said_so in text
    assert "12场" not in text
    assert "错误" not in told["检查"]
