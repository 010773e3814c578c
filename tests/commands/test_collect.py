"""Forms made, filled in and collected: what is certain goes into the facts file, what is not goes back."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from generator.commands.collect import collect_forms
from generator.commands.form import write_workbooks
from generator.commands.steps import Given
from tests.cli.command import EXAMPLES, nianbao, said
from tests.collecting.forms import FACTS, FILE, TOPIC, fill, form_to_fill, row_of, saved, written_forms


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / FILE
    path.write_text(FACTS, encoding="utf-8")
    return path


def filled(facts, values, name="司法所", remarks=None):
    """Fill in one of the forms of a facts file."""
    file, form = written_forms(facts.read_text(encoding="utf-8"), by_office=True)[name]
    workbook = fill(form_to_fill(form), values)
    fill(workbook, remarks or {}, "H")
    workbook.worksheets[0]["F3"] = "1月5日"
    path = facts.parent / "表" / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(saved(workbook))
    return path


USUAL_WAYS = ((0, True),)


@pytest.mark.parametrize(
    ("name", "by_office"),
    [
        # an example in a form an office usually, each in both ways in the soak run
        pytest.param(name, by_office, marks=() if (number, by_office) in USUAL_WAYS else pytest.mark.soak)
        for number, name in enumerate(sorted(path.name for path in EXAMPLES.glob("*.yaml")))
        for by_office in (True, False)
    ],
)
def test_a_form_that_comes_back_as_it_was_changes_no_byte(tmp_path, name, by_office):
    path = tmp_path / name
    path.write_bytes((EXAMPLES / name).read_bytes().replace(b"\n", b"\r\n"))
    written = write_workbooks(path, Given(), tmp_path, by_office=by_office)
    collected = collect_forms([one.path for one in written], path, Given())
    assert collected.content == path.read_bytes()
    assert (collected.merged.taken, collected.merged.problems) == ([], [])
    assert collected.write() == (None, {})


def test_what_one_side_changed_is_taken_with_its_origin(facts):
    values = {
        f"{TOPIC}.普法活动": "61次",
        f"{TOPIC}.宣传资料": "1200份",
        f"{TOPIC}.受教育": "3000余人次",
        f"{TOPIC}.节点": "国家宪法日、宪法宣传周",
        f"{TOPIC}.其他数据.法治讲堂": "14期",
        f"{TOPIC}.其他数据.新1": "300册",
        f"{TOPIC}.正文.1": "组织“法律六进”【进企业：8次】。",
        f"{TOPIC}.正文.新1": "编排普法快板【普法快板：3个】",
        "法律明白人.培训人数": "160名",
    }
    path = filled(facts, values, remarks={f"{TOPIC}.普法活动": "台账"})
    workbook = load_workbook(path)
    fill(workbook, {f"{TOPIC}.其他数据.新1": "印发工作手册"}, "A")
    path.write_bytes(saved(workbook))
    collected = collect_forms([path], facts, Given())
    kept, returned = collected.write()
    assert collected.merged.problems == []
    assert (kept.read_text(encoding="utf-8"), returned) == (FACTS, {})
    assert (
        facts.read_text(encoding="utf-8")
        == """年度: 2024
单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}
举措成效:
  推进法治宣传:
    法治宣传教育:
      普法活动: {值: 61次, 来源: 司法所1月5日，台账}   # 司法所报的
      宣传资料: {值: 1200份, 来源: 司法所1月5日}
      受教育: {值: 3000余人次, 来源: 司法所1月5日}
      节点: [国家宪法日, 宪法宣传周]
      其他数据:
        法治讲堂: {值: 14期, 来源: 司法所1月5日}
        印发工作手册: {值: 300册, 来源: 司法所1月5日}
      正文:
        # 来源：【进企业】司法所1月5日
        - 组织“法律六进”【进企业：8次】。
        - 编排普法快板【普法快板：3个】。
    法律明白人:
      培训人数: {值: 160名, 来源: 司法所1月5日}
  行政执法:
    立案: 5件
第一责任人:
  领导班子学法: 6次
"""
    )
    again = collect_forms([path], facts, Given())
    assert (again.changed, again.merged.problems) == (False, [])


def test_what_both_changed_is_laid_side_by_side_and_left(facts):
    path = filled(facts, {f"{TOPIC}.普法活动": "61次"})
    facts.write_text(FACTS.replace("50余次", "55次"), encoding="utf-8")
    collected = collect_forms([path], facts, Given())
    assert not collected.changed
    [problem] = collected.merged.problems
    assert problem.code == "收数-02"
    assert "事实文件里是“55次”" in problem.message
    assert "是“61次”" in problem.message
    _, [returned] = collected.write()
    workbook = load_workbook(returned)
    sheet, at = row_of(workbook, f"{TOPIC}.普法活动")
    assert sheet[f"G{at}"].value == "61次"
    assert not collect_forms([returned], facts, Given()).changed  # sent back unchanged it decides nothing


def test_two_files_that_differ_decide_nothing(facts):
    first = filled(facts, {f"{TOPIC}.普法活动": "61次", f"{TOPIC}.受教育": "300人次"})
    other = first.with_name("司法所（改）.xlsx")
    other.write_bytes(saved(fill(load_workbook(first), {f"{TOPIC}.普法活动": "62次"})))
    collected = collect_forms([first, other], facts, Given())
    assert [told.row.key for told in collected.merged.taken] == [f"{TOPIC}.受教育"]
    assert len(collected.merged.problems) == 2
    assert all("61次" in one.message and "62次" in one.message for one in collected.merged.problems)


def corrected(facts, key, before, after, days):
    """A form is collected, then the same form with another figure and another day."""
    path = filled(facts, {key: before})
    workbook = load_workbook(path)
    for value, day in zip((before, after), days, strict=True):
        fill(workbook, {key: value})["填报"]["F3"] = day
        path.write_bytes(saved(workbook))
        collected = collect_forms([path], facts, Given())
        collected.write()
        path.with_name("司法所-请改.xlsx").unlink(missing_ok=True)
    return collected


@pytest.mark.parametrize(
    ("name", "days", "taken", "codes"),
    [
        ("普法活动", ("12月28日", "1月5日"), True, ["收数-04"]),
        ("标注.进企业", ("1月5日", "1月8日"), True, ["收数-04"]),
        ("其他数据.法治讲堂", ("2025年1月5日", "2025-01-08"), True, ["收数-04"]),
        ("普法活动", ("1月8日", "1月5日"), False, ["收数-04"]),
        ("普法活动", ("1月5日", "1月5日"), False, ["收数-02"]),
        ("普法活动", (None, None), False, ["收数-02"]),
    ],
)
def test_what_an_office_corrects_is_taken_where_its_days_tell_the_order(facts, name, days, taken, codes):
    collected = corrected(facts, f"{TOPIC}.{name}", "61次", "63次", days)
    assert [one.code for one in collected.merged.problems] == codes
    text = facts.read_text(encoding="utf-8")
    assert ("63次" in text, "61次" in text) == (taken, not taken)
    assert f"司法所{days[taken] or ''}" in text
    if codes == ["收数-02"]:
        assert "填报日期" in collected.merged.problems[0].fix


def test_a_value_of_another_office_is_not_corrected(facts):
    facts.write_text(
        FACTS.replace("普法活动: 50余次", "普法活动: {值: 61次, 来源: 党政办1月2日}"), encoding="utf-8"
    )
    path = filled(facts, {f"{TOPIC}.普法活动": "62次"})
    facts.write_text(facts.read_text(encoding="utf-8").replace("61次", "66次"), encoding="utf-8")
    assert [one.code for one in collect_forms([path], facts, Given()).merged.problems] == ["收数-02"]


def test_of_two_forms_of_one_office_the_later_is_taken(facts):
    first = filled(facts, {f"{TOPIC}.普法活动": "61次", f"{TOPIC}.受教育": "300人次"})
    later = first.with_name("司法所（改）.xlsx")
    workbook = fill(load_workbook(first), {f"{TOPIC}.普法活动": "62次"})
    workbook["填报"]["F3"] = "1月6日"
    later.write_bytes(saved(workbook))
    collected = collect_forms([later, first], facts, Given())
    assert {told.row.name: (told.value, told.origin) for told in collected.merged.taken} == {
        "普法活动": ("62次", "司法所1月6日"),
        "受教育": ("300人次", "司法所1月6日"),
    }
    [problem] = collected.merged.problems
    assert problem.code == "收数-04"
    assert problem.place.file.startswith(f"{first.name} 填报!")
    assert "照后报的" in problem.message


def test_a_row_that_the_office_put_in_is_told_by_its_sheet_and_row(facts):
    path = filled(facts, {})
    workbook = load_workbook(path)
    sheet, at = row_of(workbook, f"{TOPIC}.正文.新2")
    for more, (label, value) in enumerate((("上门普法", "12次"), ("受教育", "300人次")), 1):
        sheet.insert_rows(at + more)
        sheet[f"A{at + more}"], sheet[f"G{at + more}"] = label, value
    sheet.merged_cells.ranges.clear()  # openpyxl leaves the headings below where they were
    path.write_bytes(saved(workbook))
    shown = said(nianbao("collect", path, facts, cwd=facts.parent))
    assert f"填报!G{at + 1}  收数-03" in shown
    assert f"填报!G{at + 2}  收数-04" in shown
    assert "“受教育”填的是“300人次”，按同名的一项收" in shown


def test_the_same_value_in_other_words_is_no_change(facts):
    path = filled(facts, {f"{TOPIC}.普法活动": "50 余次", f"{TOPIC}.节点": "国家宪法日，民法典宣传月"})
    collected = collect_forms([path], facts, Given())
    assert (collected.changed, collected.merged.problems) == (False, [])


def test_a_fact_marked_in_a_sentence_is_changed_in_its_mark(facts):
    text = FACTS.replace("      受教育:\n", "").replace("【进企业：6次】。", "【受教育：300人次】。")
    facts.write_text(text, encoding="utf-8")
    path = filled(facts, {f"{TOPIC}.受教育": "420人次"})
    collected = collect_forms([path], facts, Given())
    marked = "        - 组织“法律六进”"
    assert collected.content.decode() == text.replace("300人次", "420人次").replace(
        marked, f"        # 来源：【受教育】司法所1月5日\n{marked}"
    )


def test_a_value_that_would_spoil_the_file_is_refused_by_its_cell(facts):
    path = filled(facts, {f"{TOPIC}.正文.新1": "共【普法活动：99次】。", f"{TOPIC}.受教育": "300人次"})
    collected = collect_forms([path], facts, Given())
    assert [told.row.key for told in collected.merged.taken] == [f"{TOPIC}.受教育"]
    [problem] = collected.merged.problems
    assert problem.place.file.startswith(f"{path.name} 填报!G")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("简称: 云岭镇", "简称: 白石镇", "“云岭镇”的表"), ("年度: 2024", "年度: 2025", "2024年度的表")],
)
def test_anothers_form_and_another_years_are_told_apart(facts, old, new, told):
    path = filled(facts, {})
    facts.write_text(FACTS.replace(old, new), encoding="utf-8")
    collected = collect_forms([path], facts, Given())
    assert not collected.changed
    [problem] = collected.merged.problems
    assert problem.code == "收数-05"
    assert told in problem.message


def test_a_file_that_cannot_be_read_does_not_hold_up_the_others(facts):
    path = filled(facts, {f"{TOPIC}.受教育": "300人次"})
    broken = path.with_name("坏.xlsx")
    broken.write_bytes(b"PK")
    collected = collect_forms([broken, path.with_name("没有.xlsx"), path], facts, Given())
    assert [told.row.key for told in collected.merged.taken] == [f"{TOPIC}.受教育"]
    assert [(one.code, one.place.file) for one in collected.merged.problems] == [
        ("收数-05", "坏.xlsx"),
        ("收数-05", "没有.xlsx"),
    ]


def test_of_an_older_form_what_fits_is_taken_and_the_rest_named(facts):
    path = filled(facts, {"法律明白人.培训人数": "160名", f"{TOPIC}.受教育": "300人次"})
    facts.write_text(FACTS.replace("    法律明白人:\n      培训人数:\n", ""), encoding="utf-8")
    collected = collect_forms([path], facts, Given())
    assert [told.row.key for told in collected.merged.taken] == [f"{TOPIC}.受教育"]
    words = "".join(one.message for one in collected.merged.problems)
    assert "早先的主题" in words
    assert "没有“法律明白人.培训人数”这一项" in words


def test_the_commands_say_what_was_done(facts, tmp_path):
    made = nianbao("form", facts, "--by-office", "-o", "表", cwd=tmp_path)
    assert (made.returncode, "表/云岭镇-2024-司法所.xlsx（司法所，2个主题" in said(made)) == (0, True)
    path = tmp_path / "表" / "云岭镇-2024-司法所.xlsx"
    fill_in = {f"{TOPIC}.普法活动": "61次", f"{TOPIC}.受教育": "很多"}
    path.write_bytes(saved(fill(load_workbook(BytesIO(path.read_bytes())), fill_in)))
    dry = nianbao("collect", path, facts, "--dry-run", cwd=tmp_path)
    assert "可以收下1项" in said(dry)
    assert facts.read_text(encoding="utf-8") == FACTS
    done = nianbao("collect", path, facts, cwd=tmp_path)
    assert done.returncode == 1
    for words in ("收下1项", "“50余次”改为61次（司法所）", "备份", "填报!G", "-请改.xlsx"):
        assert words in said(done)
    assert "普法活动: {值: 61次, 来源: 司法所}" in facts.read_text(encoding="utf-8")
    assert nianbao("collect", facts, cwd=tmp_path).returncode == 2
    assert nianbao("form", facts, "--by-office", "-o", "表.xlsx", cwd=tmp_path).returncode == 2


def test_a_sentence_that_is_not_public_is_changed_where_it_stands(facts):
    sentence = "组织“法律六进”【进企业：6次】。"
    text = FACTS.replace(f"- {sentence}", f"- {{正文: {sentence}, 公开: 否}}")
    facts.write_text(text, encoding="utf-8")
    path = filled(facts, {f"{TOPIC}.正文.1": sentence.replace("6次", "8次")})
    told, line = "        # 来源：【进企业】司法所1月5日\n", "        - {正文: 组织"
    written = text.replace("6次】", "8次】").replace(line, told + line)
    assert collect_forms([path], facts, Given()).content.decode() == written


def test_a_figure_whose_label_begins_with_new_is_changed(facts):
    text = FACTS.replace("法治讲堂: 12期", "新增法治公园: 3个")
    facts.write_text(text, encoding="utf-8")
    path = filled(facts, {f"{TOPIC}.其他数据.新增法治公园": "5个"})
    collected = collect_forms([path], facts, Given())
    assert collected.merged.problems == []
    assert collected.content.decode() == text.replace("3个", "{值: 5个, 来源: 司法所1月5日}")


def _also(path, name, values):
    """Put the same form, filled in otherwise, at another name."""
    other = path.parent / name
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(saved(fill(load_workbook(path), values)))
    return other


def test_forms_of_one_name_in_two_folders_are_told_apart(facts):
    path = filled(facts, {f"{TOPIC}.普法活动": "很多"})
    other = _also(path, f"乙/{path.name}", {f"{TOPIC}.普法活动": None, f"{TOPIC}.受教育": "不少"})
    collected = collect_forms([path, other], facts, Given())
    wrong = [one for one in collected.merged.problems if one.code == "收数-01"]
    assert [one.place.file.rpartition(" ")[0] for one in wrong] == [str(path), str(other)]
    _, returned = collected.write()
    assert [*returned] == [one.with_name(f"{path.stem}-请改.xlsx") for one in (path, other)]
    told = ["".join(str(row) for row in load_workbook(one).worksheets[0].values) for one in returned]
    assert [("很多" in one, "不少" in one) for one in told] == [(True, False), (False, True)]


def test_of_two_kinds_of_file_of_one_name_each_comes_back(facts):
    path = filled(facts, {f"{TOPIC}.普法活动": "很多"})
    rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    as_text = path.with_suffix(".csv")
    lines = (",".join(f'"{one}"' if one is not None else "" for one in row) for row in rows)
    as_text.write_text("\n".join(lines), encoding="utf-8")
    _, returned = collect_forms([path, as_text], facts, Given()).write()
    assert [one.name for one in returned] == [f"{path.stem}{kind}-请改.xlsx" for kind in ("", "-csv")]
    assert all(one.is_file() for one in returned)


def test_a_copy_that_its_office_changed_is_kept_and_named(facts, tmp_path):
    path = filled(facts, {f"{TOPIC}.普法活动": "很多"})
    _, [copy] = collect_forms([path], facts, Given()).write()
    changed = saved(fill(load_workbook(copy), {f"{TOPIC}.普法活动": "数要等月底"}, "H"))
    copy.write_bytes(changed)
    done = nianbao("collect", path, facts, cwd=tmp_path)
    kept = copy.with_name(f"{copy.stem}.备份.xlsx")
    assert kept.read_bytes() == changed
    assert f"另存为：{kept}" in said(done)


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("{正文: 甲。, 公开: 否}", "[{正文: 丙。, 公开: 否}, 乙。]"),
        ("\n        正文: 甲。\n        公开: 否", "\n      - 正文: 丙。\n        公开: 否\n      - 乙。"),
    ],
)
def test_a_sentence_is_added_beside_a_single_one_that_is_not_public(facts, written, becomes):
    text = FACTS.replace("\n        - 组织“法律六进”【进企业：6次】。", f" {written}".replace(" \n", "\n"))
    facts.write_text(text, encoding="utf-8")
    path = filled(facts, {f"{TOPIC}.正文.1": "丙。", f"{TOPIC}.正文.新1": "乙。"})
    collected = collect_forms([path], facts, Given())
    assert collected.merged.problems == []
    assert collected.content.decode() == text.replace(written, becomes)


def test_what_has_no_place_in_the_file_is_refused_by_its_cell(facts):
    path = filled(facts, {f"{TOPIC}.其他数据.新1": "14期", f"{TOPIC}.受教育": "300人次"})
    path.write_bytes(saved(fill(load_workbook(path), {f"{TOPIC}.其他数据.新1": "手册" * 600}, "A")))
    collected = collect_forms([path], facts, Given())
    assert [told.row.key for told in collected.merged.taken] == [f"{TOPIC}.受教育"]
    [problem] = collected.merged.problems
    assert problem.place.file.startswith(f"{path.name} 填报!G")
    assert "没有写" in problem.message


@pytest.mark.parametrize(
    ("now", "lost"),
    [
        ("办了一批。", ["【进企业】删去了"]),
        ("办了【进学校：6次】。", ["【进企业】删去了"]),
        ("办了【进企业：8次】。", []),
        ("办了【进企业：】。", ["原来填着“6次”，表里删去了"]),
    ],
)
def test_a_fact_whose_mark_is_gone_from_its_sentence_is_named(facts, now, lost):
    path = filled(facts, {f"{TOPIC}.正文.1": now})
    merged = collect_forms([path], facts, Given()).merged
    assert [one.code for one in merged.problems] == ["收数-04" for _ in lost]
    assert all(mark in one.message for mark, one in zip(lost, merged.problems, strict=True))


@pytest.mark.parametrize("label", ["值", "来源", "同比", "公开"])
def test_what_says_something_of_a_fact_is_no_name_of_one(facts, label):
    path = filled(facts, {f"{TOPIC}.其他数据.新1": "300册"})
    path.write_bytes(saved(fill(load_workbook(path), {f"{TOPIC}.其他数据.新1": label}, "A")))
    collected = collect_forms([path], facts, Given())
    assert not collected.changed
    [problem] = collected.merged.problems
    assert f"“{label}”不能作数据的名称" in problem.message


DOTTED = """年度: 2024
单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇}
举措成效:
  消费者权益保护:
    3.15维权行动:
      其他数据:
        案件1.0版: 7件
      正文:
        - 查处【案件：5件】。
"""


def test_a_topic_may_have_a_dot_in_its_name(facts):
    facts.write_text(DOTTED, encoding="utf-8")
    path = filled(facts, {}, "综合")
    untouched = collect_forms([path], facts, Given())
    assert (untouched.changed, untouched.merged.problems) == (False, [])
    values = {"3.15维权行动.其他数据.案件1.0版": "9件", "3.15维权行动.正文.新1": "乙。"}
    path = filled(facts, values, "综合")
    collected = collect_forms([path], facts, Given())
    assert collected.merged.problems == []
    text = DOTTED.replace("7件", "{值: 9件, 来源: 综合1月5日}") + "        - 乙。\n"
    assert collected.content.decode() == text
