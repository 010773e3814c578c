"""What an office wrote that is taken or not, and never without a word: rows put in, units that do not fit."""

import pytest
from openpyxl import load_workbook

from generator.commands.collect import collect_forms
from generator.commands.steps import Given
from generator.problems import Level
from tests.collecting.forms import fill, form_to_fill, row_of, saved, written_forms
from tests.commands.test_collect_sentences import HEAD, collected

FACTS = f"""{HEAD}  行政执法:
    立案:
    正文:
      - 评查案卷【评查案卷：】，查处非法采砂【非法采砂：】。
  矛盾纠纷化解:
    排查:
"""


def with_row(tmp_path, label, value, before=""):
    """Collect a form into which the office put a row before that of a key, or behind all rows."""
    facts, form = tmp_path / "红岩乡-2025.yaml", tmp_path / "总表.xlsx"
    facts.write_text(FACTS, encoding="utf-8")
    [(_, blank)] = written_forms(FACTS, facts.name, by_office=False).values()
    workbook = form_to_fill(blank)
    sheet, row = row_of(workbook, before or "矛盾纠纷化解.正文.新2")
    for reach in [*sheet.merged_cells.ranges]:
        sheet.unmerge_cells(str(reach))
    if before:
        sheet.insert_rows(row)
    else:
        row = sheet.max_row + 1
    sheet[f"A{row}"], sheet[f"G{row}"] = label, value
    form.write_bytes(saved(workbook))
    return f"总表.xlsx {sheet.title}!G{row}", collect_forms([form], facts, Given())


@pytest.mark.parametrize(
    ("label", "value", "before", "written"),
    [
        ("非法采砂", "2起", "行政执法.评查案卷", "【非法采砂：2起】"),
        ("评查案卷", "8卷", "行政执法.立案", "【评查案卷：8卷】"),
        ("排查", "174件", "", "排查: {值: 174件"),
    ],
)
def test_a_row_put_in_that_names_a_figure_is_taken(tmp_path, label, value, before, written):
    _, came = with_row(tmp_path, label, value, before)
    assert [one.message for one in came.merged.problems] == [
        f"科室加的一行“{label}”填的是“{value}”，按同名的一项收。"
    ]
    assert written in came.content.decode()


@pytest.mark.parametrize(
    ("label", "value", "before"),
    [("查处占道经营", "2起", "行政执法.评查案卷"), ("信访积案", "2件", ""), ("", "3件", "行政执法.立案")],
)
def test_a_row_put_in_that_names_none_is_told_by_its_cell(tmp_path, label, value, before):
    place, came = with_row(tmp_path, label, value, before)
    assert not came.changed
    [problem] = came.merged.problems
    assert (problem.code, problem.place.file) == ("收数-03", place)
    assert label in problem.message
    assert value in problem.message
    assert [path.name for path, _ in came.returned] == ["总表-请改.xlsx"]


def test_the_programs_own_copies_are_not_collected_and_do_not_multiply(tmp_path):
    facts, form, came = collected(tmp_path, FACTS, {"行政执法.立案": "若干", "矛盾纠纷化解.排查": "174件"})
    came.write()
    copy = tmp_path / "总表-请改.xlsx"
    again = collect_forms([form, copy], facts, Given())
    again.write()
    assert [one.path for one in again.skipped] == [copy]
    assert [path for path, _ in again.returned] == [copy]
    assert len(again.merged.problems) == 1
    copy.write_bytes(
        saved(fill(load_workbook(copy), {"行政执法.立案": "5件", "行政执法.评查案卷": "好几卷"}))
    )
    mended = collect_forms([form, copy], facts, Given())
    assert [told.row.key for told in mended.merged.taken] == ["行政执法.立案"]
    assert [one.path for one in mended.skipped] == [form]
    assert [path.name for path, _ in mended.returned] == ["总表-请改2.xlsx"]
    mended.write()
    copy.write_bytes(saved(fill(load_workbook(copy), {"行政执法.评查案卷": ""})))
    quiet = collect_forms([form, copy, tmp_path / "总表-请改2.xlsx"], facts, Given())
    assert (quiet.changed, quiet.merged.problems, quiet.returned) == (False, [], ())


@pytest.mark.parametrize(("written", "value"), [("23000元", "2.3万元"), ("9.2万元", "9.2")])
def test_one_amount_in_two_units_is_no_change(tmp_path, written, value):
    text = f"{HEAD}  行政执法:\n    罚没金额: {written}\n"
    _, _, came = collected(tmp_path, text, {"行政执法.罚没金额": value})
    assert (came.changed, came.merged.problems) == (False, [])


DOUBTFUL = f"""{HEAD}  行政执法:
    立案:
    拆除违建:
    罚没金额:
    正文:
      - 制发建议书【建议书：5份】、意见书【意见书：5份】，满意【满意：97%】。
    其他数据:
      夜巡: 常年
  矛盾纠纷化解:
    排查:
    人民调解员:
  法治宣传教育:
    受教育:
    普法经费:
"""


SLIPS = [
    ("法治宣传教育.受教育", "967起", ("人次", "“起”")),
    ("行政执法.拆除违建", "14起", ("处", "“起”")),
    ("行政执法.拆除违建", "14个", ("处", "“个”")),
    ("行政执法.罚没金额", "1.84", ("1.84元", "1.84万元")),
    ("矛盾纠纷化解.排查", "174件左右", ("左右", "约174件")),
    ("矛盾纠纷化解.人民调解员", "65个", ("“65个”", "收作“65名”")),
    ("行政执法.其他数据.夜巡", "6", ("没有写量词",)),
    ("行政执法.标注.建议书", "6次", ("“份”",)),
]
MEANT_SO = [
    ("法治宣传教育.受教育", "3000余人次"),
    ("行政执法.立案", "5起"),
    ("法治宣传教育.普法经费", "23000"),
    ("行政执法.罚没金额", "1.84万元"),
    ("行政执法.标注.意见书", "6件"),
    ("行政执法.标注.意见书", "6"),
    ("行政执法.标注.满意", "98"),
]
REFUSED = [
    ("矛盾纠纷化解.排查", "【排查：12件】", "只填“12件”"),
    ("行政执法.标注.建议书", "【建议书：6份】", "只填“6份”"),
    ("行政执法.标注.满意", "1", "请写成百分数"),
    ("行政执法.立案", "现在16件，另有3件正在办", "写在“备注”里"),
]


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory):
    """What came of forms in which all these values stand, each in the first whose cell is still empty."""
    forms: list[dict[str, str]] = []
    for key, value, *_ in (*SLIPS, *MEANT_SO, *REFUSED):
        form = next((one for one in forms if key not in one), None)
        if form is None:
            forms.append(form := {})
        form[key] = value
    return [
        (values, came, cells_of(form, values))
        for values in forms
        for _facts, form, came in [collected(tmp_path_factory.mktemp("form"), DOUBTFUL, values)]
    ]


def cells_of(form, keys):
    """Where the values of these keys are filled in, as problems name the place."""
    workbook = load_workbook(form)
    found = {key: row_of(workbook, key) for key in keys}
    return {key: f"{form.name} {sheet.title}!G{row}" for key, (sheet, row) in found.items()}


def what_was_told(doubtful, key, value):
    """Whether a value was taken, and the problems that are told by its cell."""
    came, cells = next((came, cells) for values, came, cells in doubtful if values.get(key) == value)
    taken = key in [told.row.key for told in came.merged.taken]
    return taken, [one for one in came.merged.problems if one.place.file == cells[key]]


@pytest.mark.parametrize(("key", "value", "words"), SLIPS)
def test_what_is_taken_and_may_be_a_slip_is_told_by_its_cell(doubtful, key, value, words):
    taken, [problem] = what_was_told(doubtful, key, value)
    assert (taken, problem.code, problem.level) == (True, "收数-04", Level.WARNING)
    for one in words:
        assert one in problem.message + problem.fix


@pytest.mark.parametrize(("key", "value"), MEANT_SO)
def test_what_is_meant_so_is_taken_quietly(doubtful, key, value):
    assert what_was_told(doubtful, key, value) == (True, [])


@pytest.mark.parametrize(("key", "value", "words"), REFUSED)
def test_what_is_refused_says_how_to_mend_it_in_the_form(doubtful, key, value, words):
    taken, [problem] = what_was_told(doubtful, key, value)
    assert not taken
    assert words in problem.fix
    assert "做法" not in problem.fix


def test_of_what_is_filled_in_only_these_cells_are_told(doubtful):
    told = [one for _values, came, _cells in doubtful for one in came.merged.problems]
    assert len(told) == len(SLIPS) + len(REFUSED)


def test_a_refusal_names_the_lines_of_the_file_as_it_is(tmp_path):
    text = f"{HEAD}  行政执法:\n    立案: 5件\n    办结: 4件\n"
    values = {"行政执法.正文.新1": "全年立案【立案：9件】。", "行政执法.罚没金额": "2万元"}
    _, _, came = collected(tmp_path, text, values)
    [problem] = came.merged.problems
    assert "事实文件第5行是5件" in problem.message
