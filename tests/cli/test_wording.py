"""Help and usage errors in Chinese, through the real command."""

import pytest

from generator.cli.app import COMMANDS
from generator.cli.options import PATH
from tests.cli.command import assert_chinese, nianbao, said


@pytest.mark.parametrize(
    "arguments", [("--help",), ("-h",), *((name, "--help") for name in COMMANDS)], ids=" ".join
)
def test_help_is_chinese(tmp_path, arguments):
    process = nianbao(*arguments, cwd=tmp_path)
    assert process.returncode == 0
    assert process.stderr == b""
    text = said(process)
    assert text.startswith("用法：nianbao")
    assert "显示这份说明" in text
    assert_chinese(text)


def test_no_command_shows_the_help_and_is_wrong_usage(tmp_path):
    process = nianbao(cwd=tmp_path)
    assert process.returncode == 2
    assert said(process).startswith("用法：nianbao [选项] 命令 …")
    for name in COMMANDS:
        assert f"\n  {name} " in said(process)


@pytest.mark.parametrize(
    ("arguments", "message", "fix"),
    [
        (("rendr",), "没有“rendr”这个命令。", "是不是“render”？"),
        (("天书",), "没有“天书”这个命令。", "可用的命令：new、import、check、render"),
        (("--verbose",), "没有“--verbose”这个选项。", ""),
        (("render",), "少写了“文件…”。", "用法请看：nianbao render --help"),
        (("render", "--ouput", "x", "a.yaml"), "没有“--ouput”这个选项。", "是不是“--output”？"),
        (("render", "a.yaml", "-o"), "选项“-o”后面要写一个值。", "用法请看：nianbao render --help"),
        (
            ("render", "a.yaml", "--draft=是"),
            "选项“--draft”后面不用写值。",
            "用法请看：nianbao render --help",
        ),
        (("schema", "多余"), "多了一个参数：多余", "用法请看：nianbao schema --help"),
        (("new",), "少写了单位名称。", "nianbao new 稷下街道 --year 2024"),
        (("new", "稷下街道"), "少写了报告年度。", "--year 2024"),
        (("new", "稷下街道", "--year", "明年"), "年度应为四位年份，写的是“明年”。", "--year 2024"),
        (("new", "稷下街道", "--year", "2024", "--level", "省"), "不认识“省”这个级别。", "乡、民族乡、镇"),
        (("topics", "行政执法办"), "没有“行政执法办”这个主题", "是不是“行政执法”？"),
        (("--completion", "csh"), "不认识“csh”。", "bash、zsh、fish、powershell"),
        (("render", "没有.yaml", "--templates", "没有"), "找不到模板文件夹：没有", "--templates"),
    ],
)
def test_wrong_usage_is_named_with_its_remedy(tmp_path, arguments, message, fix):
    process = nianbao(*arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert process.stdout == b""
    told = process.stderr.decode()
    assert message in told
    assert fix in told
    assert_chinese(told.replace("--verbose", ""))


def test_a_file_that_may_not_be_read_is_left_to_what_reads_it():
    """Which says so in its own words; click knows only of a wrong value. Root may read everything, so no file here."""
    assert not PATH.readable
