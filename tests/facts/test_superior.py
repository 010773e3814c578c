"""The county's notice as a file: a facts file follows it, what stands in that goes before, and each mistake is told."""

from pathlib import Path

import pytest

from generator import check, render
from generator.drafting import compose
from generator.facts import load_with_last, read_with_last
from generator.facts.superior import is_notice, load_notice
from generator.problems import FactsError, Level, UserError
from generator.resources import Templates

TEMPLATES = Templates()
NOTICE = """年度: 2023
标题: 情况报告
部分标题: {不足: 存在的问题, 计划: }
字数: 不超过3000
截止: 2024-02-20
必报: [行政执法.立案, 矛盾纠纷化解]
单位: 云岭街道、石桥镇
联系人: 王科长
"""
FACTS = """年度: 2023
单位: {名称: 云岭街道办事处, 简称: 云岭街道}
通知: 上级通知.yaml
举措成效:
  行政执法: {立案: 19件}
  矛盾纠纷化解: {化解: 198起}
第一责任人: {领导班子学法: 6次}
不足: [{问题: 执法装备不全, 原因: 未配备执法记录仪}]
计划: [{标题: 配齐装备, 措施: 配备执法记录仪}]
"""


def written(folder: Path, facts: str = FACTS, notice: str = NOTICE) -> Path:
    """Lay both files into a folder."""
    (folder / "上级通知.yaml").write_text(notice, encoding="utf-8")
    path = folder / "云岭街道-2023.yaml"
    path.write_text(facts, encoding="utf-8")
    return path


def as_mapping(own: str) -> str:
    """Name the file in a mapping that asks for more."""
    return FACTS.replace("通知: 上级通知.yaml\n", f"通知:\n  文件: 上级通知.yaml\n{own}")


def test_the_report_follows_the_file(tmp_path: Path) -> None:
    """Title, part titles, length and day are asked for as if they stood in the facts."""
    facts = load_with_last(written(tmp_path), TEMPLATES)
    assert facts.gaps == ()
    text = compose(facts).markdown
    assert "# 云岭街道2023年度法治政府建设情况报告" in text
    assert "## 三、存在的问题" in text
    assert "截止: '2024-02-20'" in text
    assert facts.line("通知.标题") == "通知: 上级通知.yaml"


def test_what_the_facts_say_goes_before(tmp_path: Path) -> None:
    """Titles part by part; what is asked for by name is asked for together."""
    own = "  字数: 2500至5000\n  部分标题: {计划: 明年打算}\n  必报: 公共法律服务\n"
    facts = load_with_last(written(tmp_path, as_mapping(own)), TEMPLATES)
    notice = facts.head.notice
    assert str(notice.length) == "2500至5000"
    assert notice.titles.given == {"不足": "存在的问题", "计划": "明年打算"}
    assert notice.required == ("行政执法.立案", "矛盾纠纷化解", "公共法律服务")
    assert [one.code for one in facts.gaps] == ["待填-04"]


def test_all_can_be_held_to_one_notice(tmp_path: Path) -> None:
    """The county's goes before what a unit writes, and before the file that it names."""
    path = written(tmp_path, as_mapping("  字数: 2500至5000\n").replace("上级通知", "没有的"))
    facts = load_with_last(path, TEMPLATES, notice=tmp_path / "上级通知.yaml")
    assert str(facts.head.notice.length) == "不超过3000"


@pytest.mark.parametrize(
    ("facts", "notice", "code", "line", "message"),
    [
        (FACTS.replace("上级", "别的"), NOTICE, "事实-08", 3, "找不到文件"),
        (FACTS.replace("年度: 2023", "年度: 2022"), NOTICE, "事实-08", 3, "要的是2023年度"),
        (as_mapping("").replace("上级通知.yaml", "见附件"), NOTICE, "事实-01", 4, "“文件”写的是“见附件”"),
        (FACTS, NOTICE.replace("不超过3000", "很长"), "事实-01", 4, "“字数”写的是“很长”"),
        (FACTS, NOTICE.replace("立案", "立按"), "事实-02", 6, "没有“行政执法.立按”"),
        (FACTS, NOTICE.replace("行政执法.立案", "通过"), "事实-02", 6, "没有“通过”"),
        (FACTS, NOTICE.replace("行政执法.立案", "化解"), "事实-01", 6, "请写明主题"),
        (FACTS, NOTICE.replace("联系人", "联系"), "事实-02", 8, "没有“联系”"),
        (FACTS, NOTICE.replace("石桥镇", "云岭街道"), "事实-01", 7, "“云岭街道”写了两次"),
        (FACTS, NOTICE + "截止: 2024-03-01\n", "格式-10", 9, "截止"),
        (FACTS, "", "文件-06", 1, "空的"),
    ],
)
def test_mistakes_are_told_where_they_are(
    tmp_path: Path, facts: str, notice: str, code: str, line: int, message: str
) -> None:
    """In the notice's own file, or at 通知."""
    reading = read_with_last(written(tmp_path, facts, notice), TEMPLATES)
    found = (*reading.problems, *reading.facts.warnings)
    assert (code, line) in {(one.code, one.place.line) for one in found if message in one.message + one.fix}
    for one in found:
        assert one.place.file in {"上级通知.yaml", "云岭街道-2023.yaml"}


@pytest.mark.parametrize(
    ("right", "wrong", "lost"),
    [
        ("2024-02-20", "二月", "deadline"),
        ("不超过3000", "很长", "length"),
        ("计划: }", "计划: [甲]}", ""),
        ("联系人", "联系", ""),
        ("石桥镇", "云岭街道", ""),
        ("行政执法.立案", "行政执法.立按", "required"),
    ],
)
def test_what_is_wrong_in_the_notices_file_is_left_out_alone(
    tmp_path: Path, right: str, wrong: str, lost: str
) -> None:
    """The rest of the notice is followed, and the mistake told once, where it is; whoever sent it is to mend it.

    Till then the unit reports: it is reminded, and not held up.
    """
    whole = read_with_last(written(tmp_path), TEMPLATES).facts.head.notice
    reading = read_with_last(written(tmp_path, notice=NOTICE.replace(right, wrong)), TEMPLATES)
    assert reading.problems == ()
    told = reading.facts.warnings
    assert [one.place.file for one in told] == ["上级通知.yaml", "云岭街道-2023.yaml"]
    assert {one.level for one in told} == {Level.WARNING}
    assert "错的几项没有照它写" in told[1].message
    notice = reading.facts.head.notice
    changed = [name for name in type(notice).declared if getattr(notice, name) != getattr(whole, name)]
    assert changed == ([lost] if lost else [])
    if lost == "required":
        assert notice.required == ("矛盾纠纷化解",)


@pytest.mark.parametrize(
    ("right", "wrong", "own", "missed"),
    [
        ("不超过3000", "很长", "  字数: 2500至5000\n", ()),
        ("不超过3000", "很长", "  标题: 年度报告\n", ("字数",)),
        ("不超过3000", "很长", "  字数:\n", ("字数",)),
        ("2024-02-20", "二月", "  截止: 2024-02-20\n", ()),
        ("计划: }", "计划: [甲]}", "  部分标题: {计划: 明年打算}\n", ()),
        ("计划: }", "计划: [甲]}", "  部分标题: {不足: 不足和原因}\n", ("部分标题.计划",)),
        ("行政执法.立案", "行政执法.立按", "  必报: 公共法律服务\n", ("必报.1",)),
    ],
)
def test_what_a_unit_asks_for_itself_is_not_missed(
    tmp_path: Path, right: str, wrong: str, own: str, missed: tuple[str, ...]
) -> None:
    """As the advice says; what it requires by name is only added to what the county does."""
    path = written(tmp_path, as_mapping(own), NOTICE.replace(right, wrong))
    reading = read_with_last(path, TEMPLATES)
    assert reading.problems == ()
    told = [one.field for one in reading.facts.warnings if one.field != "通知"]
    assert tuple(told) == missed


def test_a_report_comes_out_though_the_notice_has_a_mistake(tmp_path: Path) -> None:
    """The mistake is shown beside it."""
    path = written(tmp_path, notice=NOTICE.replace("不超过3000", "很长"))
    assert render(path, tmp_path / "报告.md").is_file()
    told = [one for one in check(path) if one.place.file == "上级通知.yaml"]
    assert [(one.field, one.level) for one in told] == [("字数", Level.WARNING)]


def test_no_file_at_all_is_a_mistake(tmp_path: Path) -> None:
    """A word that is no file's name is told as before."""
    with pytest.raises(FactsError, match="逐行写"):
        load_with_last(written(tmp_path, FACTS.replace("上级通知.yaml", "见附件")), TEMPLATES)
    with pytest.raises(UserError, match="找不到文件"):
        load_with_last(written(tmp_path), TEMPLATES, notice=tmp_path / "没有.yaml")


def test_a_last_day_of_another_year_is_doubted(tmp_path: Path) -> None:
    """Reports are due early in the next year."""
    path = written(tmp_path, notice=NOTICE.replace("2024-02-20", "2023-02-20")).with_name("上级通知.yaml")
    (told,) = load_notice(path).warnings
    assert (told.code, told.place.line) == ("事实-08", 5)


def test_notices_are_known_by_their_names() -> None:
    """So that none is taken for a facts file."""
    assert is_notice(Path("2023年通知.yaml"))
    assert not is_notice(Path("稷下街道-2023.yaml"))
    assert not is_notice(Path("通知.docx"))
