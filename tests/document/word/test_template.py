"""The Word template: Word's own kind of file, with the layout's page and styles."""

import zipfile
from io import BytesIO

from generator.document.page.layout import read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.document.word.template import write_dotx
from generator.resources import Templates
from tests.cli.command import nianbao, said


def parts(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_template_is_told_as_one_and_has_the_styles_of_a_report(layout):
    template = parts(write_dotx(layout))
    report = parts(write_docx(read_blocks("# 标题\n\n正文。\n", file="甲"), layout))
    assert b"template.main+xml" in template["[Content_Types].xml"]
    assert b"document.main+xml" not in template["[Content_Types].xml"]
    assert template["word/styles.xml"] == report["word/styles.xml"]
    for style in ("一级标题", "二级标题", "三级标题", "四级标题"):
        assert style.encode() in template["word/styles.xml"]
    assert write_dotx(layout) == write_dotx(read_layout(Templates()))


def test_a_units_own_layout_is_in_its_template(tmp_path):
    (tmp_path / "版式.yaml").write_text("二级标题:\n  字体: 黑体\n", encoding="utf-8")
    assert nianbao("layout", "--layout", "版式.yaml", cwd=tmp_path).returncode == 0
    (tmp_path / "通用").mkdir()
    assert nianbao("layout", cwd=tmp_path / "通用").returncode == 0
    own, common = ((tmp_path / name / "公文版式.dotx").read_bytes() for name in (".", "通用"))
    assert parts(own)["word/styles.xml"] != parts(common)["word/styles.xml"]


def test_another_suffix_is_refused_and_an_edited_template_kept(tmp_path):
    refused = nianbao("layout", "-o", "甲.docx", cwd=tmp_path)
    assert (refused.returncode, ".dotx" in said(refused)) == (2, True)
    (tmp_path / "公文版式.dotx").write_bytes(b"mine")
    assert nianbao("layout", cwd=tmp_path).returncode == 1
    assert (tmp_path / "公文版式.dotx").read_bytes() == b"mine"
