"""`check` through the real command: every problem with its place and remedy, JSON whatever happens."""

import io
import json

import pytest

from generator.checks.registry import all_rules
from tests.cli.command import EXAMPLES, assert_chinese, nianbao, said
from tests.intake.documents import archive, para, word_file, word_parts

FACTS = EXAMPLES / "稷下街道-2023.yaml"
WRONG = "年度: 2023\n单位: {简称: 稷下街道}\n举措成效:\n  行政执法:\n    立按: 5件\n    办结: 5元\n不足:\n- 问题: 甲\n"


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "错.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_a_sound_file_passes(tmp_path):
    process = nianbao("check", FACTS, cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert_chinese(said(process))
    assert list(tmp_path.iterdir()) == []


def test_every_problem_is_told_with_place_and_remedy(wrong):
    process = nianbao("check", wrong, cwd=wrong.parent)
    assert process.returncode == 1
    lines = said(process).splitlines()
    assert lines[0].startswith("错.yaml:5:5  事实-02 错误  ")
    assert "是不是“立案”？" in lines[1]
    assert lines[1].startswith(" " * len("错.yaml:5:5  ") + " 改法：")
    assert lines[2].startswith("错.yaml:6:5  事实-01 错误  ")
    assert lines[4].startswith("错.yaml  检查-02 提醒  ")
    assert lines[-1] == "共2处错误、1处提醒。"
    assert_chinese(said(process))


FIELDS = {"code", "level", "file", "line", "column", "field", "message", "fix"}


def test_json_has_the_same_problems(wrong):
    process = nianbao("check", wrong, FACTS, "--json", cwd=wrong.parent)
    assert process.returncode == 1
    found = json.loads(process.stdout)
    assert all(set(one) == FIELDS for one in found)
    assert [(one["code"], one["line"]) for one in found if one["file"] == "错.yaml"] == [
        ("事实-02", 5),
        ("事实-01", 6),
        ("检查-02", 0),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize("name", ["没有.yaml", "空.yaml", "图.yaml", "夹", "𠮷.yaml", "x.exe"])
def test_json_is_json_even_on_failure(tmp_path, name, encoding):
    (tmp_path / "空.yaml").write_bytes(b"")
    (tmp_path / "图.yaml").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "x.exe").write_bytes(b"MZ")
    (tmp_path / "夹").mkdir()
    process = nianbao("check", name, "--json", cwd=tmp_path, encoding=encoding)
    assert process.returncode == 1
    (problem,) = json.loads(process.stdout.decode(encoding))
    assert problem["message"]
    assert problem["fix"]
    assert process.stderr == b""


def test_one_bad_file_does_not_hide_the_others(wrong):
    process = nianbao("check", "没有.yaml", wrong, cwd=wrong.parent)
    assert process.returncode == 1
    assert "找不到文件：没有.yaml" in said(process)
    assert "立按" in said(process)


def test_a_report_by_anyone_is_checked_against_what_is_known(tmp_path):
    report = tmp_path / "报告.md"
    report.write_text("全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。\n", encoding="utf-8")
    process = nianbao(
        "check", report, "--year", "2023", "--date", "2024-01-20", "--level", "街道", cwd=tmp_path
    )
    assert process.returncode == 1
    assert "数据-01 错误" in said(process)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--year", "去年"),
        ("--year", "9" * 5000),
        ("--date", "昨天"),
        ("--level", "省"),
        ("--against", "没有的文件夹"),
    ],
)
def test_what_is_known_must_make_sense(tmp_path, option, value):
    report = tmp_path / "报告.md"
    report.write_text("全年立案5件。\n", encoding="utf-8")
    process = nianbao("check", report, option, value, cwd=tmp_path)
    assert process.returncode == 2
    assert value in said(process)
    assert_chinese(said(process))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_check_and_render_agree_on_the_examples(tmp_path, path):
    assert nianbao("check", path, cwd=tmp_path).returncode == 0
    assert nianbao("render", path, "-o", "-", cwd=tmp_path).returncode == 0


REPORT = "全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。\n"


def comments(path):
    import docx

    return [one.text for one in docx.Document(io.BytesIO(path.read_bytes())).comments]


def test_findings_as_comments_in_a_copy_of_somebodys_word_file(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph(REPORT.strip())
    document.save(tmp_path / "来稿.docx")
    process = nianbao("check", "来稿.docx", "--year", "2023", "--annotate", "批注.docx", cwd=tmp_path)
    assert process.returncode == 1
    assert "批注写在：批注.docx" in said(process)
    assert any("数据-01" in text for text in comments(tmp_path / "批注.docx"))
    assert comments(tmp_path / "来稿.docx") == []


def test_findings_as_comments_in_the_report_made_from_facts(tmp_path):
    facts = tmp_path / "甲.yaml"
    facts.write_text(FACTS.read_text(encoding="utf-8").replace("2024-01-20", "2023-11-20"), encoding="utf-8")
    process = nianbao("check", facts, "--annotate", "批注.docx", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert any("数据-52" in text for text in comments(tmp_path / "批注.docx"))


@pytest.mark.parametrize(
    "arguments", [("甲.md", "--annotate", "批注.txt"), ("甲.md", "甲.md", "--annotate", "批.docx")]
)
def test_comments_go_into_one_word_file(tmp_path, arguments):
    (tmp_path / "甲.md").write_text(REPORT, encoding="utf-8")
    assert nianbao("check", *arguments, cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["旧.md", "旧.txt"])
def test_what_is_mechanical_is_mended_and_nothing_else(tmp_path, name, ends, encoding):
    path = tmp_path / name
    before = (REPORT + "\n全年立案5件。\n").replace("\n", ends).encode(encoding)
    path.write_bytes(before)
    process = nianbao("check", name, "--year", "2023", "--fix", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert "“92.85%”改为“92.86%”" in said(process)
    assert path.read_bytes() == before.replace("92.85%".encode(encoding.removesuffix("-sig")), b"92.86%")
    assert path.with_name(f"旧.备份{path.suffix}").read_bytes() == before


def test_a_facts_file_is_mended_with_its_comments_kept(tmp_path):
    path = tmp_path / "甲.yaml"
    text = FACTS.read_text(encoding="utf-8")
    block = "  复议应诉:\n    应诉案件: 14起   # 司法所\n    胜诉: 13起\n    胜诉率: 92.85%   # 待核\n"
    before = text.replace("举措成效:\n", "举措成效:\n" + block, 1)
    path.write_text(before, encoding="utf-8")
    process = nianbao("check", path, "--fix", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert path.read_text(encoding="utf-8") == before.replace("92.85%", "92.86%")


def test_a_file_that_is_in_order_is_left_alone(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_bytes(FACTS.read_bytes())
    nianbao("check", path, "--fix", cwd=tmp_path)
    assert path.read_bytes() == FACTS.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["甲.yaml"]


def test_a_file_that_cannot_be_read_is_not_mended(wrong):
    process = nianbao("check", wrong, "--fix", cwd=wrong.parent)
    assert process.returncode == 1
    assert "没有改动" in said(process)
    assert wrong.read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize("other", ["没有.md", "来稿.wps"])
def test_where_one_file_cannot_be_mended_none_is_touched(tmp_path, other):
    (tmp_path / "来稿.wps").write_bytes(b"PK")
    path = tmp_path / "旧.md"
    path.write_text(REPORT, encoding="utf-8")
    process = nianbao("check", path.name, other, "--year", "2023", "--fix", cwd=tmp_path)
    assert process.returncode == 2
    assert other in said(process)
    assert path.read_text(encoding="utf-8") == REPORT
    assert not list(tmp_path.glob("*备份*"))


@pytest.mark.parametrize(("rate", "status"), [("92.85", 1), ("92.86", 0)])
def test_a_word_file_is_not_mended_but_checked(tmp_path, rate, status):
    before = word_file(para(f"全年参与行政应诉案件14起，胜诉13起，胜诉率{rate}%。"))
    (tmp_path / "来稿.docx").write_bytes(before)
    process = nianbao("check", "来稿.docx", "--fix", cwd=tmp_path)
    assert process.returncode == status
    assert "来稿.docx 没有改动" in said(process)
    assert "--annotate" in said(process)
    assert ("数据-01" in said(process)) is (status == 1)
    assert (tmp_path / "来稿.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ("", ["举措成效", "第一责任人"]),
        ("举措成效: {行政执法: {三项制度: 否}}\n第一责任人: {领导班子学法: 6次}\n", ["举措成效"]),
        ("举措成效:\n第一责任人:\n", ["举措成效", "第一责任人"]),
    ],
)
def test_a_part_with_nothing_in_it_is_asked_after_once_and_no_report_is_made(tmp_path, parts, fields):
    end = "不足: [{问题: 甲, 原因: 乙}]\n计划: [{措施: 丙}]\n"
    path = tmp_path / "甲.yaml"
    path.write_text(f"年度: 2023\n单位: {{名称: 甲镇人民政府}}\n{parts}{end}", encoding="utf-8")
    found = json.loads(nianbao("check", path, "--json", cwd=tmp_path).stdout)
    assert [one["field"] for one in found if one["code"].startswith("待填")] == fields
    assert nianbao("render", path, cwd=tmp_path).returncode == 1
    assert list(tmp_path.glob("*.docx")) == []


def test_the_figures_of_own_sentences_that_are_certain_are_marked(tmp_path):
    """What is not certain is asked after as before; the old file is kept, the sentence moves to its point as it is."""
    path = tmp_path / "甲.yaml"
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    bare = text.replace("      化解: 198起\n", "      正文: 全年化解矛盾纠纷198起，由网格员调处41件。\n")
    path.write_text(bare, encoding="utf-8")
    assert "写成：全年化解矛盾纠纷【化解：198起】" in said(nianbao("check", path, cwd=tmp_path))
    before = nianbao("render", path, "-o", "-", cwd=tmp_path).stdout
    process = nianbao("check", path, "--fix", cwd=tmp_path)
    assert "“198起”改为“【化解：198起】”" in said(process)
    assert path.read_text(encoding="utf-8") == bare.replace("198起，由", "【化解：198起】，由")
    assert "41件" in said(nianbao("check", path, cwd=tmp_path))  # asked, never settled
    assert (tmp_path / "甲.备份.yaml").read_text(encoding="utf-8") == bare
    after = nianbao("render", path, "-o", "-", cwd=tmp_path).stdout.decode()
    assert "四是全年化解矛盾纠纷198起，由网格员调处41件。" in after
    assert after.replace("四是全年", "\n\n全年") == before.decode()


def test_neighbours_that_cannot_be_read_are_named_and_the_others_compared(tmp_path):
    folder = tmp_path / "各镇"
    folder.mkdir()
    text = "把调解桌搬到老槐树下，由老支书和退休教师轮流坐班，赶集的人顺路就能说事。说不成的当天登记，由网格员次日上门再劝。\n"
    (folder / "乙镇.md").write_text(text, encoding="utf-8")
    (folder / "丙镇.docx").write_bytes(b"PK\x03\x04")
    (folder / "丁镇.yaml").write_text("年度：2023\n", encoding="utf-8")
    (folder / "提法.yaml").write_text("", encoding="utf-8")
    (folder / "统计.xlsx").write_bytes(b"")
    report = tmp_path / "甲镇.md"
    report.write_text(text, encoding="utf-8")
    told = said(nianbao("check", report, "--against", folder, cwd=tmp_path))
    assert "没有与“丙镇.docx”比：文件已经损坏" in told
    assert "没有与“丁镇.yaml”比：" in told
    assert "提法.yaml" not in told
    assert "统计.xlsx" not in told
    assert "雷同-" in told


def test_fix_says_that_it_could_do_nothing(tmp_path):
    report = tmp_path / "报告.md"
    report.write_text("全年立案5件。\n", encoding="utf-8")
    process = nianbao("check", report, "--fix", cwd=tmp_path)
    assert "报告.md 没有改动：没有查出" in process.stderr.decode()


def test_what_was_found_is_told_even_where_no_remark_can_be_written(tmp_path):
    parts = word_parts(para("全年参与行政应诉案件14起，胜诉13起，胜诉率92.85%。"))
    del parts["[Content_Types].xml"]
    (tmp_path / "来稿.docx").write_bytes(archive(parts))
    process = nianbao("check", "来稿.docx", "--annotate", "批注.docx", cwd=tmp_path)
    assert process.returncode == 1
    assert "数据-01" in said(process)
    assert "加不了批注" in said(process)


def test_advice_to_switch_a_rule_off_shows_the_lines_to_write(tmp_path):
    rules = [rule.code for rule in all_rules() if "停用" in rule.explanation]
    told = said(nianbao("rules", rules[0], cwd=tmp_path))
    assert f"“- 规则: {rules[0]}”“  内容: " in told
    assert "”“  原因: " in told
