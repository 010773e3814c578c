"""`compare` through the command."""

import json

from tests.cli.command import EXAMPLES, assert_chinese, nianbao, said

FILE = "稷下街道-2023.yaml"


def _two_years(folder):
    text = (EXAMPLES / FILE).read_text(encoding="utf-8")
    (folder / "今年.yaml").write_text(text, encoding="utf-8")
    old = (
        text.replace("年度: 2023", "年度: 2022")
        .replace("141条", "120条")
        .replace("加大执法证考取力度", "督促考证")
    )
    (folder / "去年.yaml").write_text(old, encoding="utf-8")


def test_figures_and_words_with_their_lines(tmp_path):
    _two_years(tmp_path)
    process = nianbao("compare", "去年.yaml", "今年.yaml", cwd=tmp_path)
    assert process.returncode == 0
    assert "改了1项，新增0项，少了0项；自己写的话有1句不同。" in said(process)
    assert "主动公开（第47行）：120条 → 141条（+21条，+17.5%）" in said(process)
    assert "[督促]考[证]" in said(process)
    assert_chinese(said(process).replace("yaml", ""))


def test_json_and_page(tmp_path):
    _two_years(tmp_path)
    (record,) = json.loads(nianbao("compare", "去年.yaml", "今年.yaml", "--json", cwd=tmp_path).stdout)
    assert record["years"] == [2022, 2023]
    assert [one["field"] for one in record["facts"]] == ["主动公开"]
    assert nianbao("compare", "去年.yaml", "今年.yaml", "-o", "比.html", cwd=tmp_path).returncode == 0
    assert "+17.5%" in (tmp_path / "比.html").read_text(encoding="utf-8")


def test_an_edited_page_is_not_written_over(tmp_path):
    _two_years(tmp_path)
    (tmp_path / "比.html").write_text("我的", encoding="utf-8")
    process = nianbao("compare", "去年.yaml", "今年.yaml", "-o", "比.html", cwd=tmp_path)
    assert process.returncode == 1
    assert (tmp_path / "比.html").read_text(encoding="utf-8") == "我的"
    assert (
        nianbao("compare", "去年.yaml", "今年.yaml", "-o", "比.html", "--force", cwd=tmp_path).returncode == 0
    )


def test_a_file_that_cannot_be_read_is_told_and_the_status_is_1(tmp_path):
    _two_years(tmp_path)
    (tmp_path / "今年.yaml").write_text("单位: [\n", encoding="utf-8")
    process = nianbao("compare", "去年.yaml", "今年.yaml", cwd=tmp_path)
    assert process.returncode == 1
    assert "今年.yaml" in said(process)
