"""A copy set as the layout asks: nothing deviates any more, not a word is changed, and the command keeps the file."""

import zipfile
from io import BytesIO

import pytest
from docx import Document

from generator.conformity.deviations import layout_problems
from generator.conformity.refit import refitted
from generator.intake.foreign import open_word
from generator.problems import UserError
from tests.cli.command import nianbao, said
from tests.conformity.samples import TEXTS, somebody_elses


def test_nothing_deviates_and_not_a_word_is_changed(layout):
    data = refitted(somebody_elses(), "甲.docx", layout)
    assert layout_problems(open_word(data, "甲.docx"), layout) == ()
    document = Document(BytesIO(data))
    assert [one.text for one in document.paragraphs] == [one.lstrip("\u3000") for one in TEXTS]
    assert document.tables[0].cell(0, 0).text == "　表里的话"
    assert refitted(data, "甲.docx", layout) == refitted(data, "甲.docx", layout)


def test_a_heading_and_its_text_in_one_run_are_parted(layout):
    document = Document(BytesIO(refitted(somebody_elses(), "甲.docx", layout)))
    runs = document.paragraphs[4].runs
    assert [one.text for one in runs] == ["（一）加强普法宣传。", "全年开展普法活动12场。"]
    assert [one._r.rPr.rFonts.xpath("./@w:eastAsia")[0] for one in runs] == ["楷体_GB2312", "仿宋_GB2312"]


def test_the_header_of_all_pages_stays_on_even_ones(layout):
    document = Document(BytesIO(somebody_elses()))
    document.sections[0].header.paragraphs[0].text = "内部资料"
    out = BytesIO()
    document.save(out)
    section = Document(BytesIO(refitted(out.getvalue(), "甲.docx", layout))).sections[0]
    assert [one.paragraphs[0].text for one in (section.header, section.even_page_header)] == ["内部资料"] * 2


def test_the_command_lists_and_writes_a_copy(tmp_path):
    (tmp_path / "甲.docx").write_bytes(somebody_elses())
    listed = nianbao("check", "甲.docx", "--layout", cwd=tmp_path)
    assert "排版-03 提醒" in said(listed)
    assert not (tmp_path / "甲（已排版）.docx").exists()
    nianbao("check", "甲.docx", "--layout", "--fix", cwd=tmp_path)
    assert (tmp_path / "甲.docx").read_bytes() == somebody_elses()
    assert "排版-" not in said(nianbao("check", "甲（已排版）.docx", "--layout", cwd=tmp_path))


def test_what_is_no_word_file_is_refused(tmp_path, layout):
    (tmp_path / "甲.md").write_text("# 甲\n", encoding="utf-8")
    refused = nianbao("check", "甲.md", "--layout", cwd=tmp_path)
    assert (refused.returncode, "只有 Word 文件" in said(refused)) == (2, True)
    empty = BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(UserError):
        refitted(empty.getvalue(), "甲.docx", layout)
