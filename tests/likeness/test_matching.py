"""Two folders are compared unit by unit."""

import pytest

from generator.files import save
from generator.likeness.matching import compare_files
from generator.problems import UserError
from generator.resources import Templates


def _write(folder, superior="", **units):
    above = f", 上级: {superior}" if superior else ""
    for file, (name, year, figure) in units.items():
        text = f"年度: {year}\n单位: {{简称: {name}, 级别: 镇{above}}}\n举措成效:\n  矛盾纠纷化解: {{排查: {figure}件}}\n"
        save(folder / f"{file}.yaml", text.encode("utf-8"))
    return folder


def test_units_are_matched_by_name_whatever_the_file_is_called(tmp_path):
    old = _write(tmp_path / "去年", a=("甲镇", 2022, 30), b=("乙镇", 2022, 4), c=("丙镇", 2022, 5))
    new = _write(tmp_path / "今年", x=("乙镇", 2023, 6), y=("甲镇", 2023, 33), z=("丁镇", 2023, 7))
    found = compare_files(old, new, Templates())
    assert [(one.new.name, one.facts[0].difference) for one in found.units] == [
        ("乙镇", "+2件"),
        ("甲镇", "+3件"),
    ]
    assert (found.only_old, found.only_new, found.problems) == (("丙镇",), ("丁镇",), ())


def test_of_several_years_of_a_unit_the_latest_is_taken_and_the_others_named(tmp_path):
    old = _write(tmp_path / "旧", a=("甲镇", 2021, 1), b=("甲镇", 2022, 2))
    new = _write(tmp_path / "新", a=("甲镇", 2023, 3))
    found = compare_files(old, new, Templates())
    assert found.units[0].facts[0].old.shown == "2件"
    assert found.passed_over == (str(old / "a.yaml"),)


def test_two_units_of_one_name_are_told_apart_by_their_superiors(tmp_path):
    for name, year in (("旧", 2022), ("新", 2023)):
        _write(tmp_path / name, "甲县", a=("城关镇", year, year))
        _write(tmp_path / name, "乙县", b=("城关镇", year, year * 2))
    found = compare_files(tmp_path / "旧", tmp_path / "新", Templates())
    assert [one.facts[0].difference for one in found.units] == ["+1件", "+2件"]
    assert (found.passed_over, found.only_old, found.only_new) == ((), (), ())


def test_a_superior_that_is_called_otherwise_is_no_other_unit(tmp_path):
    old = _write(tmp_path / "旧", "甲县", a=("城关镇", 2022, 1))
    new = _write(tmp_path / "新", "甲区", a=("城关镇", 2023, 2))
    assert len(compare_files(old, new, Templates()).units) == 1


def test_two_files_are_compared_whosever_they_are(tmp_path):
    folder = _write(tmp_path, a=("甲镇", 2023, 1), b=("乙镇", 2023, 2))
    (one,) = compare_files(folder / "a.yaml", folder / "b.yaml", Templates()).units
    assert [(fact.topic, fact.field) for fact in one.facts] == [("单位", "简称"), ("矛盾纠纷化解", "排查")]


def test_what_cannot_be_read_is_a_problem_and_the_others_are_compared(tmp_path):
    old, new = (_write(tmp_path / name, a=("甲镇", 2022, 1), b=("乙镇", 2022, 1)) for name in ("旧", "新"))
    (new / "b.yaml").write_text("单位: [\n", encoding="utf-8")
    found = compare_files(old, new, Templates())
    assert [one.new.name for one in found.units] == ["甲镇"]
    assert {one.place.file for one in found.problems} == {"b.yaml"}


def test_a_file_beside_a_folder_is_refused(tmp_path):
    folder = _write(tmp_path, a=("甲镇", 2023, 1))
    with pytest.raises(UserError, match="一个是文件夹，一个是文件"):
        compare_files(folder, folder / "a.yaml", Templates())


def test_two_files_that_are_the_same_do_not_differ_where_a_notice_lies_beside_one(tmp_path):
    """What it asks for and the file has not stands in neither; their folders tell files of one name apart."""
    text = "年度: 2023\n单位: {名称: 甲镇人民政府}\n通知: 上级通知.yaml\n举措成效: {行政执法: {立案: 5件}}\n"
    notice = "年度: 2023\n必报: [法律明白人, 行政执法.办结]\n"
    save(tmp_path / "改前" / "甲镇.yaml", text.encode())
    save(tmp_path / "改前" / "上级通知.yaml", notice.encode())
    save(tmp_path / "改后" / "甲镇.yaml", text.encode())
    old, new = tmp_path / "改前" / "甲镇.yaml", tmp_path / "改后" / "甲镇.yaml"
    (one,) = compare_files(old, new, Templates()).units
    assert (one.facts, one.words) == ((), ())
    assert one.names == ("改前/甲镇.yaml", "改后/甲镇.yaml")
    assert one.heads == ("改前", "改后")
    save(new, text.replace("5件", "5件, 办结: ").encode(), force=True)
    (one,) = compare_files(old, new, Templates()).units
    assert [(fact.field, fact.kind) for fact in one.facts] == [("办结", "增")]
