"""`import --into` through the real command: what it says of notes, what it asks, what it writes."""

import io
import re
import sys
from pathlib import Path

import pytest

from tests.cli.command import assert_chinese, nianbao, said

PAGE = (Path(__file__).parents[2] / "docs" / "来件.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
FACTS, WRITTEN = (text for kind, text in BLOCKS if kind == "yaml")
NOTES, EARLIER, LATER = (text for kind, text in BLOCKS if kind == "text")
SHOWN, _ACCEPTED, TOGETHER = (text.partition("\n")[2] for kind, text in BLOCKS if kind == "console")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "石桥镇-2024.yaml").write_bytes(FACTS.encode())
    (tmp_path / "材料.txt").write_text(NOTES, encoding="utf-8")
    return tmp_path


class Terminal(io.StringIO):
    """A terminal at which these lines are typed."""

    def isatty(self):
        return True


def run(folder, *more, file="材料.txt"):
    return nianbao("import", file, "--into", "石桥镇-2024.yaml", *more, cwd=folder)


def test_the_example_of_the_page_is_so(folder):
    process = run(folder)
    assert process.returncode == 0
    assert said(process).startswith(SHOWN)
    assert "文件里：231件（第5行）；来件：232件" in said(process)
    assert "与文件一致：\n    矛盾纠纷化解.人民调解员 45名" in said(process)
    assert "30册    司法所1月5日 第6行“编印案例汇编30册”" in said(process)
    assert "没有写入" in said(process)
    assert "13812345678" not in said(process)
    assert_chinese(said(process))
    assert (folder / "石桥镇-2024.yaml").read_bytes() == FACTS.encode()


def test_papers_are_read_together_as_the_page_shows(folder):
    (folder / "司法所.txt").write_text(EARLIER, encoding="utf-8")
    (folder / "党政办.txt").write_text(LATER, encoding="utf-8")
    process = run(folder, "党政办.txt", "--accept", file="司法所.txt")
    assert process.returncode == 0
    told, _, last = TOGETHER.rpartition("\n\n")
    assert said(process).startswith(told)
    assert "没有写入" in last
    text = (folder / "石桥镇-2024.yaml").read_text(encoding="utf-8")
    assert "调解受理: {值: 238件, 来源: 党政办}" in text
    assert "231件, 来源" not in text
    assert "复议案件" not in text


def test_what_is_to_be_read_alone_is_told(folder):
    (folder / "司法所.txt").write_text(EARLIER, encoding="utf-8")
    process = run(folder, "-", file="司法所.txt")
    assert process.returncode == 2
    assert "粘贴的文字要单独读" in said(process)


def test_what_is_accepted_is_written_as_the_page_says(folder):
    process = run(folder, "--accept")
    assert "已写入2项" in said(process)
    text = (folder / "石桥镇-2024.yaml").read_text(encoding="utf-8")
    assert WRITTEN in text
    assert "    排查: 231件   # 台账\n" in text
    assert (folder / "石桥镇-2024.备份.yaml").read_bytes() == FACTS.encode()


@pytest.mark.parametrize(
    ("answers", "written"),
    [
        ("\nq\n", {"化解: {值: 225件, 来源: 综治办1月5日}"}),
        ("n\n\n", {"人民调解委员会: {值: 16个, 来源: 司法所1月5日}"}),
        ("a\nn\nn\nn\n", {"化解: {值: 225件", "人民调解委员会: {值: 16个"}),
        ("n\nn\n\nn\nn\n", {"排查: {值: 232件, 来源: 综治办1月5日}   # 台账"}),
        ("", set()),
    ],
)
def test_each_is_asked_after_on_a_terminal(folder, monkeypatch, answers, written):
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    process = run(folder)
    assert process.returncode == 0
    assert "回车采用" in process.stderr.decode()
    text = (folder / "石桥镇-2024.yaml").read_text(encoding="utf-8")
    for one in written:
        assert one in text
    assert text.count("来源") == len(written)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_what_is_pasted_is_read_from_standard_input(folder, monkeypatch, encoding):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("网格86个".encode(encoding))))
    process = run(folder, "--accept", file="-")
    assert "基层治理.网格: 86个    粘贴的材料 第1行“网格86个”" in said(process)
    assert "网格: {值: 86个, 来源: 粘贴的材料}" in (folder / "石桥镇-2024.yaml").read_text(encoding="utf-8")


def test_what_is_pasted_has_its_bounds(folder, monkeypatch):
    for data, message in ((b"0" * 1_000_001, "太长"), (b"\xff\xff", "认不出编码")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert message in said(run(folder, file="-"))


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("没有.txt", "找不到文件"),
        ("材料.png", "读不了这种材料"),
        ("坏.xlsx", "不是 .xlsx 表格"),
        ("坏.docx", "不是 Word 文件"),
    ],
)
def test_what_cannot_be_read_is_told(folder, file, message):
    for name in ("坏.xlsx", "坏.docx"):
        (folder / name).write_bytes(b"abc")
    process = run(folder, file=file)
    assert process.returncode in {1, 2}
    assert message in said(process)
    assert_chinese(said(process))


def test_our_own_word_file_is_known_and_its_changes_told(folder):
    full = (
        FACTS
        + "不足:\n  - {问题: 装备不全, 原因: 经费不足}\n计划:\n  - 措施: 配齐装备\n第一责任人: {听取汇报: 3次}\n"
    )
    full = full.replace("    人民调解委员会:\n", "")
    (folder / "石桥镇-2024.yaml").write_bytes(full.encode())
    assert nianbao("render", "石桥镇-2024.yaml", "-o", "报告.docx", cwd=folder).returncode == 0
    assert "一字不差" in said(run(folder, file="报告.docx"))
    (folder / "石桥镇-2024.yaml").write_bytes(full.replace("45名", "47名").encode())
    process = run(folder, file="报告.docx")
    text = said(process)
    assert "改了1处：1处可以写回事实文件" in text
    assert "写回：矛盾纠纷化解.人民调解员：47名 → 45名" in text
    assert "在生成这份 Word 以后也改过" in text
    assert_chinese(text)
    assert run(folder, "--accept", file="报告.docx").returncode == 1
    assert "47名" in (folder / "石桥镇-2024.yaml").read_text(encoding="utf-8")
    assert "认准" in said(run(folder, "--as", "notes", file="报告.docx"))
