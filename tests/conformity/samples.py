"""A Word file as an office writes one without a template: everything in it is set by hand, and most of it otherwise."""

from functools import cache
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

TEXTS = (
    "甲镇2023年法治政府建设年度报告",
    "县委、县政府：",
    "　　2023年，甲镇认真落实上级部署。现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）加强普法宣传。全年开展普法活动12场。",
    "二、存在的不足和原因",
    "执法力量不足。",
    "甲镇人民政府",
    "2024年1月20日",
)

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A picture (PNG) of one pixel."""


@cache
def somebody_elses() -> bytes:
    """Give the file: small characters, bold headings, blanks for indents, no page number, letter paper."""
    document = Document()
    document.styles["Normal"].font.size = Pt(12)
    for text in TEXTS:
        paragraph = document.add_paragraph(text)
        if text == TEXTS[0]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].font.size = Pt(22)
        elif text in TEXTS[-2:]:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.runs[0].bold = text in {TEXTS[0], TEXTS[3]}
        if text == TEXTS[4]:
            paragraph.paragraph_format.line_spacing = 1.5
        if text == TEXTS[6]:
            document.add_table(1, 1).cell(0, 0).text = "　表里的话"
    out = BytesIO()
    document.save(out)
    return out.getvalue()
