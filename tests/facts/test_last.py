"""Last year's facts: named on the command line, in the file, or beside it."""

import pytest

from generator.facts import load_with_last
from generator.problems import FactsError, UserError
from generator.resources import Templates

TEMPLATES = Templates()
UNIT = "单位: {名称: 云岭镇人民政府}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "旧").mkdir()
    for name, year in (("旧/去年.yaml", 2022), ("云岭镇-2022.yaml", 2022), ("前年.yaml", 2021)):
        (tmp_path / name).write_text(f"年度: {year}\n{UNIT}标题: {name}\n", encoding="utf-8")
    (tmp_path / "坏.yaml").write_text("年度：2022\n", encoding="utf-8")
    return tmp_path


def this_year(folder, text=""):
    path = folder / "云岭镇-2023.yaml"
    path.write_text(f"年度: 2023\n{text}{UNIT}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "named", "title"),
    [
        ("", None, "云岭镇-2022.yaml"),
        ("上年:\n", None, "云岭镇-2022.yaml"),
        ("上年: 旧/去年.yaml\n", None, "旧/去年.yaml"),
        ("上年: ./旧/../旧/去年.yaml\n", None, "旧/去年.yaml"),
        ("上年: 没有.yaml\n", "旧/去年.yaml", "旧/去年.yaml"),
    ],
)
def test_what_is_named_goes_first_and_then_what_lies_beside(folder, text, named, title):
    facts = load_with_last(this_year(folder, text), TEMPLATES, folder / named if named else None)
    assert facts.last.head.title == title


def test_where_none_is_there_none_is_taken(tmp_path):
    assert load_with_last(this_year(tmp_path), TEMPLATES).last is None


@pytest.mark.parametrize(
    ("named", "message", "fix"),
    [
        ("没有.yaml", "“没有.yaml”读不了：找不到文件", "核对文件名"),
        (".", "读不了：这是文件夹", "核对文件名"),
        ("坏.yaml", "“坏.yaml”有错", "改正它"),
        ("前年.yaml", "写的是2021年度，不是2022年度", "“上年”"),
        ("[甲, 乙]", "应为一行文字", "上年: 文字"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_the_other_mistakes(folder, named, message, fix):
    with pytest.raises(FactsError) as caught:
        load_with_last(this_year(folder, f"上年: {named}\n计画: 甲\n"), TEMPLATES)
    (problem,) = [one for one in caught.value.problems if message in one.message]
    assert fix in problem.fix
    assert "计画" in [one.field for one in caught.value.problems]
    if problem.field == "上年":
        assert (problem.place.file, problem.place.line) == ("云岭镇-2023.yaml", 2)


def test_the_file_named_on_the_command_line_must_be_there(folder):
    with pytest.raises(UserError, match="找不到文件"):
        load_with_last(this_year(folder), TEMPLATES, folder / "没有.yaml")
