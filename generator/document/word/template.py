"""A Word template (.dotx) of a layout: its page, styles and page numbers, with one line of each style to write over."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from generator.document.page.layout import Layout
from generator.document.text.blocks import read_blocks
from generator.document.word.archive import add_part
from generator.document.word.docx import write_docx

_TYPES = "[Content_Types].xml"
_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_SAMPLE = """# 标题写在这里

主送机关写在这里：

正文写在这里。各级标题的样式在“样式”窗格里选：一级标题、二级标题、三级标题、四级标题。

## 一、一级标题

### （一）二级标题

正文接在二级标题后面。

#### 1. 三级标题

正文接在三级标题后面。

发文机关署名

2024年1月1日
"""


def write_dotx(layout: Layout) -> bytes:
    """Give the Word template of a layout; the same layout gives the same bytes."""
    out = BytesIO()
    with (
        ZipFile(BytesIO(write_docx(read_blocks(_SAMPLE, file=""), layout))) as made,
        ZipFile(out, "w") as template,
    ):
        for name in made.namelist():
            part = made.read(name)
            if name == _TYPES:
                part = part.replace(_FILE.encode(), _TEMPLATE.encode())
            add_part(template, name, part)
    return out.getvalue()
