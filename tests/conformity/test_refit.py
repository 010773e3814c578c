"""A copy set as the layout asks: nothing deviates any more, not a word is changed, and the command keeps the file."""

import re
import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Pt

from generator.conformity.deviations import layout_problems
from generator.conformity.refit import refitted
from generator.intake.foreign import open_word
from generator.problems import UserError
from tests.cli.command import nianbao, said
from tests.conformity.samples import DOT, TEXTS, somebody_elses
from tests.each import each


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


def _changed(change):
    """Give the bytes of somebody else's file with something changed in it."""
    document = Document(BytesIO(somebody_elses()))
    change(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_run_of_several_pieces_is_parted_too(layout):
    def change(document):
        (run,) = document.paragraphs[4].runs
        run.text = "（一）加强普法宣传。全年"
        run.add_text("开展普法活动12场。")

    runs = Document(BytesIO(refitted(_changed(change), "甲.docx", layout))).paragraphs[4].runs
    assert [one.text for one in runs] == ["（一）加强普法宣传。", "全年开展普法活动12场。"]
    assert [one._r.rPr.rFonts.xpath("./@w:eastAsia")[0] for one in runs] == ["楷体_GB2312", "仿宋_GB2312"]


def test_tabs_that_push_a_line_in_go_and_tab_stops_stay(layout):
    def change(document):
        document.paragraphs[2].paragraph_format.tab_stops.add_tab_stop(Pt(40))
        (run,) = document.paragraphs[2].runs
        run.text = f"\t{run.text}"

    paragraph = Document(BytesIO(refitted(_changed(change), "甲.docx", layout))).paragraphs[2]
    assert paragraph.text == TEXTS[2].strip("　")
    assert len(paragraph.paragraph_format.tab_stops) == 1


def test_a_table_on_paper_that_lies_across_does_not_stand_for_the_report(layout):
    def change(document):
        section = document.add_section()
        section.page_width, section.page_height = section.page_height, section.page_width
        document.add_paragraph("全年各项工作的附表见上级系统。")

    data = _changed(change)
    assert "纸张是216×279" in layout_problems(open_word(data, "甲.docx"), layout)[0].message
    assert layout_problems(open_word(refitted(data, "甲.docx", layout), "甲.docx"), layout) == ()


def test_a_first_page_of_its_own_has_a_number_too(layout):
    def change(document):
        document.sections[0].different_first_page_header_footer = True

    data = refitted(somebody_elses(), "甲.docx", layout)
    document = Document(BytesIO(data))
    change(document)
    out = BytesIO()
    document.save(out)
    (told,) = layout_problems(open_word(out.getvalue(), "甲.docx"), layout)
    assert "首页没有页码" in told.message
    again = refitted(_changed(change), "甲.docx", layout)
    assert layout_problems(open_word(again, "甲.docx"), layout) == ()


@each("value", ["", "--5", "1.5", "9" * 5000])
@each("of", ["w:w", "w:top", "w:line"])
def test_a_measure_that_is_none_is_no_crash(layout, of, value):
    parts = {}
    with zipfile.ZipFile(BytesIO(refitted(somebody_elses(), "甲.docx", layout))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(rf'{of}="\d+"', f'{of}="{value}"', text).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert layout_problems(open_word(out.getvalue(), "甲.docx"), layout)
    again = refitted(out.getvalue(), "甲.docx", layout)
    assert layout_problems(open_word(again, "甲.docx"), layout) == ()


def test_a_picture_in_the_header_stays_on_even_pages(layout):
    def change(document):
        document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(DOT))

    section = Document(BytesIO(refitted(_changed(change), "甲.docx", layout))).sections[0]
    (named,) = section.even_page_header._element.xpath(".//a:blip/@r:embed")
    assert section.even_page_header.part.related_parts[named].blob == DOT


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
