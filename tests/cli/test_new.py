"""`new` through the real command."""

import pytest

from tests.cli.command import EXAMPLES, assert_chinese, nianbao, said


def test_a_file_to_fill_in_and_its_schema(tmp_path):
    process = nianbao("new", "稷下街道", "--year", "2024", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert {path.name for path in tmp_path.glob("[!.]*")} == {"稷下街道-2024.yaml", "年报.schema.json"}
    assert "nianbao check 稷下街道-2024.yaml" in said(process)
    assert_chinese(said(process))


@pytest.mark.parametrize("name", ["CON", "甲/乙", "a" * 200, "镇:甲", "..甲", "𠮷田👍镇", "-镇"])
def test_any_name_gives_a_file_that_windows_takes(tmp_path, name):
    process = nianbao("new", "--year", "2024", "--", name, cwd=tmp_path)
    assert process.returncode == 0, said(process)
    (made,) = tmp_path.glob("[!.]*.yaml")
    assert len(made.name) <= 80
    assert not set(made.name) & set('<>:"/\\|?*')


@pytest.mark.parametrize("name", ["  ", "~", "..", "\u3000", "甲\n乙", "甲\u202e乙"])
def test_a_name_that_shows_nothing_is_refused(tmp_path, name):
    process = nianbao("new", "--year", "2024", "--", name, cwd=tmp_path)
    assert process.returncode == 2
    assert "单位名称" in said(process)
    assert not list(tmp_path.iterdir())


def test_from_last_year(tmp_path):
    process = nianbao("new", "--from", EXAMPLES / "稷下街道-2023.yaml", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    text = (tmp_path / "稷下街道-2024.yaml").read_text(encoding="utf-8")
    assert "问题: 依法行政能力不强" in text
    assert "上年：198起" in text


@pytest.mark.parametrize(("folder", "named"), [("", "去年.yaml"), ("新/", '"../去年.yaml"')])
def test_the_new_file_names_last_years(tmp_path, folder, named):
    last = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "去年.yaml").write_text(last, encoding="utf-8")
    (tmp_path / "新").mkdir()
    process = nianbao("new", "--from", "去年.yaml", "-o", f"{folder}今年.yaml", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    assert f"上年: {named}\n" in (tmp_path / folder / "今年.yaml").read_text(encoding="utf-8")
    assert "事实-04" not in said(nianbao("check", f"{folder}今年.yaml", cwd=tmp_path))


def test_a_level_can_be_given(tmp_path):
    nianbao("new", "开发区", "--year", "2024", "--level", "街道", "-o", "新.yaml", cwd=tmp_path)
    assert "级别: 街道\n" in (tmp_path / "新.yaml").read_text(encoding="utf-8")


def test_what_comes_next_can_be_copied_as_it_stands(tmp_path):
    process = nianbao(
        "new", "开发区", "--year", "2024", "--level", "街道", "-o", "我的 文件.yaml", cwd=tmp_path
    )
    *_, check, render = said(process).splitlines()
    assert check.endswith('nianbao check "我的 文件.yaml"')
    assert render.endswith('nianbao render "我的 文件.yaml"')


def test_it_overwrites_nothing(tmp_path):
    nianbao("new", "稷下街道", "--year", "2024", cwd=tmp_path)
    path = tmp_path / "稷下街道-2024.yaml"
    path.write_text("年度: 2024\n", encoding="utf-8")
    process = nianbao("new", "稷下街道", "--year", "2024", cwd=tmp_path)
    assert process.returncode == 1
    assert path.read_text(encoding="utf-8") == "年度: 2024\n"
    assert "--force" in said(process)


def test_last_years_mistakes_are_named(tmp_path):
    (tmp_path / "旧.yaml").write_text("年度：2023\n", encoding="utf-8")
    process = nianbao("new", "--from", "旧.yaml", cwd=tmp_path)
    assert process.returncode == 1
    assert "旧.yaml:1" in said(process)
    assert_chinese(said(process))


def test_a_new_file_checks_as_unfinished_and_drafts(tmp_path):
    nianbao("new", "稷下街道", "--year", "2024", cwd=tmp_path)
    checked = nianbao("check", "稷下街道-2024.yaml", cwd=tmp_path)
    assert checked.returncode == 1
    assert "待填-02" in said(checked)
    drafted = nianbao("render", "稷下街道-2024.yaml", "-o", "草稿.md", cwd=tmp_path)
    assert drafted.returncode == 0, said(drafted)
    assert "【待填：" in (tmp_path / "草稿.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("suffix", "asked"),
    [
        (
            ".docx",
            "上年：198起 → 全年化解矛盾纠纷198起\n      化解: \n",
        ),  # our own Word file gives its fields back
        (".md", "化解矛盾纠纷【化解：】"),
    ],
)
def test_last_years_report_serves_as_well_as_its_facts(tmp_path, suffix, asked):
    assert (
        nianbao("render", EXAMPLES / "稷下街道-2023.yaml", "-o", f"去年{suffix}", cwd=tmp_path).returncode
        == 0
    )
    process = nianbao("new", "--from", f"去年{suffix}", cwd=tmp_path)
    assert process.returncode == 0, said(process)
    text = (tmp_path / "稷下街道-2024.yaml").read_text(encoding="utf-8")
    assert "年度: 2024\n" in text
    assert "标题: 稷下街道2024年法治政府建设年度报告\n" in text or "标题: 年度报告\n" in text
    assert "  完善工作机制，规范权力运行:\n" in text
    assert asked in text
    assert "# 上年:" in text
    checked = said(nianbao("check", "稷下街道-2024.yaml", cwd=tmp_path))
    assert {line.split("  ")[1].split(" ")[0] for line in checked.splitlines() if " 错误  " in line} <= {
        "待填-01",
        "待填-02",
    }


def test_what_is_no_report_is_refused(tmp_path):
    (tmp_path / "空.md").write_text("\n", encoding="utf-8")
    process = nianbao("new", "--from", "空.md", cwd=tmp_path)
    assert process.returncode in (1, 2)
    assert_chinese(said(process))


def test_a_folder_that_is_not_there_is_made(tmp_path):
    process = nianbao("new", "白云镇", "--year", "2025", "-o", "乡镇", cwd=tmp_path)
    assert process.returncode == 0
    assert (tmp_path / "乡镇" / "白云镇-2025.yaml").is_file()
    assert nianbao("new", "白云镇", "--year", "2025", "-o", "白云镇.docx", cwd=tmp_path).returncode == 2
