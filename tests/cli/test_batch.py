"""`nianbao batch` as its user sees it."""

import json
from pathlib import Path

import pytest

from generator.batch.keys import with_state
from generator.batch.manifest import note_record
from generator.batch.order import BatchOrder
from generator.batch.plan import plan_jobs
from generator.batch.work import MOST_TRIES, died
from generator.files import ready_folder
from tests.batch.units import write_units
from tests.cli.command import assert_chinese, nianbao, said


@pytest.fixture
def folder(tmp_path):
    sources = write_units(tmp_path / "各单位", 3)
    sources[1].write_text("年度: [", encoding="utf-8")
    return tmp_path


def test_what_was_made_and_what_was_not(folder):
    first = nianbao("batch", "各单位", "-o", "报告", cwd=folder)
    assert first.returncode == 1
    assert "共3份：生成2份，有错误、没有生成1份。" in said(first)
    assert "没有生成 各单位/第2街道-2023.yaml 的报告：有1处错误或待填。" in said(first)
    assert "第2街道-2023.yaml:1:5" in said(first)
    assert_chinese(said(first))
    again = nianbao("batch", "各单位", "-o", "报告", cwd=folder)
    assert "没有变化、不必重做2份" in said(again)
    (folder / "各单位" / "第2街道-2023.yaml").unlink()
    last = nianbao("batch", "各单位", "-o", "报告", "-q", cwd=folder)
    assert (last.returncode, said(last)) == (0, "")


def test_a_report_of_an_earlier_run_that_still_stands_is_told(tmp_path):
    """Whoever made nothing of it now must not take it for what was found good; what he took away is not told."""
    sources = write_units(tmp_path / "各单位", 4)
    command = ["batch", "各单位", "-o", "报告"]
    first = nianbao(*command, cwd=tmp_path)
    assert first.returncode == 0, said(first)
    names = [f"第{number}街道2023年法治政府建设年度报告.docx" for number in (1, 2, 3, 4)]
    (tmp_path / "报告" / names[2]).unlink()
    for source in sources[1:3]:
        source.write_text("年度: [", encoding="utf-8")
    for _ in range(2):  # the second time it is known from the first that nothing can be made
        told = [one for one in said(nianbao(*command, cwd=tmp_path)).splitlines() if "以前生成的" in one]
        assert told == [
            f"报告 里还有以前生成的：{names[1]}。这次没有生成它们，不是照现在的事实文件和要求写的，请不要报出。"
        ]
    (tmp_path / "报告" / names[1]).unlink()
    assert "以前生成的" not in said(nianbao(*command, cwd=tmp_path))


def test_json_tells_of_each(folder):
    process = nianbao("batch", "各单位", "-o", "报告", "--json", cwd=folder)
    records = json.loads(process.stdout)
    assert [one["state"] for one in records] == ["已生成", "没有生成", "已生成"]
    assert records[1]["problems"][0]["code"] == "格式-09"
    assert records[0]["files"] == ["第1街道2023年法治政府建设年度报告.docx"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["各单位"], "没有写报告放在哪里"),
        (["没有", "-o", "报告"], "找不到"),
        (["各单位", "-o", "报告", "--to", "xls"], "不能写成这种文件：xls"),
        (["各单位", "-o", "报告", "--part", "9/8"], "不懂“9/8”是哪一部分"),
        (["各单位", "-o", "报告", "--year", "23"], "年度应为四位年份"),
        (["各单位", "-o", "各单位/第1街道-2023.yaml"], "路径中间有一段是文件"),
    ],
)
def test_wrong_usage(folder, arguments, words):
    process = nianbao("batch", *arguments, cwd=folder)
    assert process.returncode == 2
    assert words in said(process)
    assert_chinese(said(process))
    assert not (folder / "报告").exists()


@pytest.mark.parametrize("form", ["md", ".HTML"])
def test_other_forms(folder, form):
    nianbao("batch", "各单位", "-o", "报告", "--to", form, "--draft", "--check", cwd=folder)
    suffix = f".{form.lower().strip('.')}"
    assert (
        sorted(one.suffix for one in (folder / "报告").iterdir() if not one.name.startswith("."))
        == [suffix] * 2
    )


def test_rows_of_which_no_facts_could_be_made_are_not_reviewed(tmp_path):
    """They are told as such, and not as files of a kind that cannot be read."""
    table = tmp_path / "各单位.csv"
    table.write_text(
        "单位名称,年度,级别,矛盾纠纷化解.化解\n甲镇,2023,镇,5\n乙镇,2023,真,6\n", encoding="utf-8"
    )
    process = nianbao("batch", table, "-o", "报告", "--draft", "--review", "审核", cwd=tmp_path)
    assert process.returncode == 1
    assert "各单位.csv:第3行第3列" in said(process)
    assert "已写好1份审核意见" in said(process)
    assert "没有写" not in said(process)


def test_a_file_that_ends_its_process_is_not_reviewed(folder):
    """It would end the process that reviews it, which here is the program itself."""
    bad = Path("各单位") / "第2街道-2023.yaml"
    order = with_state(BatchOrder(Path("报告")))
    jobs = plan_jobs([folder / "各单位" / f"第{one}街道-2023.yaml" for one in (1, 2, 3)], {})
    ready_folder(folder / "报告")
    note_record(folder / "报告", died(jobs[1], order, MOST_TRIES, "进程意外中断"))
    process = nianbao("batch", "各单位", "-o", "报告", "--review", "审核", cwd=folder)
    assert f"没有生成 {bad} 的报告：处理中断" in said(process)
    assert "已写好2份审核意见" in said(process)
