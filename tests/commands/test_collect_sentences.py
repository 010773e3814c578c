"""Forms of sentences with several facts marked in them: every figure goes where it is printed, once, and is told so."""

import pytest
from openpyxl import load_workbook

from generator.commands.collect import collect_forms
from generator.commands.steps import Given
from tests.collecting.forms import fill, form_to_fill, row_of, saved, written_forms

HEAD = "年度: 2025\n单位: {名称: 红岩乡人民政府, 简称: 红岩乡, 级别: 乡}\n举措成效:\n"
DISPUTES = f"""{HEAD}  矛盾纠纷化解:
    正文:
      - 全年排查矛盾纠纷【排查：】，化解【化解：】，调解土地纠纷【土地纠纷：】。   # 请核对
"""
OTHER = f"""{HEAD}  应急处置:
    正文:
      - 开展安全生产检查【安全生产.安全检查：】，发现隐患【安全生产.隐患排查：】。
"""
ADJACENT = f"""{HEAD}  行政执法:
    正文:
      - 拆除违法建筑【拆除违建：】【拆除面积：】。
"""
PARTS = f"""{HEAD}  法治宣传与矛盾化解:
    正文: 全乡有【议事亭：3个】议事亭。
    法治宣传教育: {{普法活动: 5场}}
第一责任人:
  领导班子学法: 6次
  正文:
    - 乡长接访【乡长接访：】，督办【督办：4件】。
不足:
  - 问题: 执法记录仪只有【记录仪：6台】
    原因: 经费不足
  - 正文: 小红本只印了【小红本：300册】，记录仪借用【记录仪：2台】，因经费紧张。
计划:
  - 措施: 配执法包【执法包：2个】
"""
SENTENCE = "矛盾纠纷化解.正文.1"


def collected(tmp_path, text, values):
    """What collecting the forms of a facts file gives in which these cells were filled in."""
    facts, form = tmp_path / "红岩乡-2025.yaml", tmp_path / "总表.xlsx"
    facts.write_text(text, encoding="utf-8")
    [(_, blank)] = written_forms(text, facts.name, by_office=False).values()
    form.write_bytes(saved(fill(form_to_fill(blank), values)))
    return facts, form, collect_forms([form], facts, Given())


@pytest.mark.parametrize(
    ("text", "values", "written"),
    [
        (
            DISPUTES,
            {
                "矛盾纠纷化解.排查": "174件",
                "矛盾纠纷化解.化解": "171件",
                "矛盾纠纷化解.标注.土地纠纷": "31件",
            },
            (
                "排查矛盾纠纷【排查：174件】，化解【化解：171件】，调解土地纠纷【土地纠纷：31件】。   # 请核对",
            ),
        ),
        (
            DISPUTES,
            {
                "矛盾纠纷化解.排查": "174件",
                "矛盾纠纷化解.化解": "171件",
                SENTENCE: "滚动排查矛盾纠纷【排查：】，化解【化解：】，调解土地纠纷【土地纠纷：31件】。",
            },
            (
                "滚动排查矛盾纠纷【排查：174件】，化解【化解：171件】，调解土地纠纷【土地纠纷：31件】。   # 请核对",
            ),
        ),
        (
            OTHER,
            {"安全生产.安全检查": "141次", "安全生产.隐患排查": "152处"},
            ("检查【安全生产.安全检查：141次】，发现隐患【安全生产.隐患排查：152处】。",),
        ),
        (
            ADJACENT,
            {"行政执法.拆除违建": "14处", "行政执法.拆除面积": "2150平方米"},
            ("拆除违法建筑【拆除违建：14处】【拆除面积：2150平方米】。",),
        ),
        (
            PARTS,
            {
                "举措成效.标注.议事亭": "4个",
                "第一责任人.标注.乡长接访": "12次",
                "第一责任人.标注.督办": "5件",
                "不足.标注.记录仪": "7台",
                "不足.标注.记录仪（第2条）": "3台",
                "不足.标注.小红本": "400册",
                "计划.标注.执法包": "3个",
            },
            (
                "    正文: 全乡有【议事亭：4个】议事亭。",
                "    - 乡长接访【乡长接访：12次】，督办【督办：5件】。",
                "  - 问题: 执法记录仪只有【记录仪：7台】",
                "  - 正文: 小红本只印了【小红本：400册】，记录仪借用【记录仪：3台】，因经费紧张。",
                "  - 措施: 配执法包【执法包：3个】",
            ),
        ),
        (
            ADJACENT,
            {"行政执法.拆除面积": "2150平方米"},
            ("违法建筑【拆除违建：】【拆除面积：2150平方米】。",),
        ),
    ],
)
def test_every_blank_of_a_sentence_is_filled_where_it_stands(tmp_path, text, values, written):
    facts, form, came = collected(tmp_path, text, values)
    assert [one.message for one in came.merged.problems] == []
    for one in written:
        assert one in came.content.decode()
    lines = [line for line in came.content.decode().splitlines() if "# 来源：【" not in line]
    assert len(lines) == len(text.splitlines())
    came.write()
    again = collect_forms([form], facts, Given())
    assert (again.changed, again.merged.taken, again.merged.problems) == (False, [], [])


def test_a_row_and_its_sentence_that_differ_are_laid_side_by_side(tmp_path):
    values = {
        "矛盾纠纷化解.排查": "174件",
        SENTENCE: "全年排查矛盾纠纷【排查：140件】，化解【化解：130件】，调解土地纠纷【土地纠纷：】。",
    }
    _, _, came = collected(tmp_path, DISPUTES, values)
    assert [told.row.key for told in came.merged.taken] == ["矛盾纠纷化解.化解"]
    assert {one.code for one in came.merged.problems} == {"收数-02"}
    assert "是“174件”" in came.merged.problems[0].message
    assert "是“140件”" in came.merged.problems[0].message
    assert "【排查：】，化解【化解：130件】" in came.content.decode()


def test_a_figure_of_a_sentence_has_a_row_that_shows_the_sentence(tmp_path):
    _, form, _ = collected(tmp_path, DISPUTES, {})
    workbook = load_workbook(form)
    for key in ("矛盾纠纷化解.标注.土地纠纷", "矛盾纠纷化解.排查"):
        sheet, row = row_of(workbook, key)
        assert "正文第1句" in sheet[f"D{row}"].value
        assert "调解土地纠纷【土地纠纷：】" in sheet[f"D{row}"].value
    sheet, row = row_of(workbook, SENTENCE)
    assert "填在上面各行" in sheet[f"C{row}"].value


def test_a_line_and_a_mark_of_one_fact_change_together(tmp_path):
    text = f"{HEAD}  矛盾纠纷化解:\n    排查: 10件\n    正文:\n      - 排查【排查：10件】，都已登记。\n"
    _, _, came = collected(tmp_path, text, {"矛盾纠纷化解.排查": "174件"})
    assert came.merged.problems == []
    assert "排查: {值: 174件" in came.content.decode()
    assert "【排查：174件】" in came.content.decode()


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("排查【排查：】，都已登记。", ("原来填着“10件”", "没有动")),
        ("排查10件，都已登记。", ("【排查】删去了",)),
    ],
)
def test_what_is_deleted_from_a_sentence_is_told(tmp_path, sentence, words):
    text = f"{HEAD}  矛盾纠纷化解:\n    正文:\n      - 排查【排查：10件】，都已登记。\n"
    _, _, came = collected(tmp_path, text, {SENTENCE: sentence})
    [problem] = came.merged.problems
    assert problem.code == "收数-04"
    assert all(one in problem.message for one in words)
