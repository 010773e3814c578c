"""Markdown text -> blocks: kinds, lines, and what becomes of what the dialect doesn't know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.markup import legal
from generator.document.text.blocks import BlockKind, read_blocks
from generator.document.text.roles import appendix_parts
from generator.problems import FactsError
from tests.each import each


def kinds(markdown: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read_blocks(markdown).blocks]


WHOLE = """---
印章: 是
---
# 云溪镇2023年法治政府建设年度报告

县委、县政府：

现将情况报告如下：

## 一、主要举措

### （一）依法决策

#### 1.规则

##### （1）修订

正文。

附件：1.数据表

2.对比图

中共云溪镇委员会

云溪镇人民政府

2024年1月15日

（此件公开发布）

# 附件1 数据表

表1 数据

| 项目 | 数 |
|:--|--:|
| 立案 | 3 |

# 附件2 对比图

```图表
标题: 对比
项目: [甲]
数据: {2023年: [1]}
```
"""


def test_a_whole_report():
    blocks = read_blocks(WHOLE).blocks
    assert [(block.kind, block.level, block.line) for block in blocks] == [
        (BlockKind.TITLE, 1, 4),
        (BlockKind.ADDRESSEE, 0, 6),
        (BlockKind.PARAGRAPH, 0, 8),
        (BlockKind.HEADING, 2, 10),
        (BlockKind.HEADING, 3, 12),
        (BlockKind.HEADING, 4, 14),
        (BlockKind.HEADING, 5, 16),
        (BlockKind.PARAGRAPH, 0, 18),
        (BlockKind.NOTE, 0, 20),
        (BlockKind.NOTE, 0, 22),
        (BlockKind.SIGNATURE, 0, 24),
        (BlockKind.SIGNATURE, 0, 26),
        (BlockKind.DATE, 0, 28),
        (BlockKind.PARAGRAPH, 0, 30),
        (BlockKind.APPENDIX, 1, 32),
        (BlockKind.CAPTION, 0, 34),
        (BlockKind.TABLE, 0, 36),
        (BlockKind.APPENDIX, 1, 40),
        (BlockKind.CHART, 0, 42),
    ]
    table = blocks[16]
    assert (table.rows, table.aligns) == ((("项目", "数"), ("立案", "3")), ("left", "right"))
    assert blocks[18].chart is not None


def test_what_a_document_says_of_itself():
    document = read_blocks(WHOLE)
    assert document.title == "云溪镇2023年法治政府建设年度报告"
    assert document.units == ("中共云溪镇委员会", "云溪镇人民政府")
    assert document.date == "2024年1月15日"
    assert document.head == {"印章": "是"}


@each(
    ("markdown", "text"),
    [
        (r"2020\. 年", "2020. 年"),
        (
            r"\# 一号工程 \*重点\* \_a\_ \[b\]\(c\) \<br\> \&amp; \`x\` \~\~y\~\~ \\ 完",
            "# 一号工程 *重点* _a_ [b](c) <br> &amp; `x` ~~y~~ \\ 完",
        ),
        ("**一是**重点", "一是重点"),
        ("**一是健全机制。**全年", "一是健全机制。全年"),
        ("*重点*与_强调_", "重点与_强调_"),
        ("~~删去~~", "删去"),
        ("制作3*4米展板5块、2*3米展板6块", "制作3*4米展板5块、2*3米展板6块"),
        ("召开会议*次、走访群众*户", "召开会议*次、走访群众*户"),
        ("召开会议**次、走访群众**户", "召开会议**次、走访群众**户"),
        ("5~8月、9~10月开展宣传", "5~8月、9~10月开展宣传"),
        ("型号A_1_b、A*1*b", "型号A_1_b、A*1*b"),
        ("*重点*项目，**化解**件数98件", "重点项目，化解件数98件"),
        ("化解**98**件", "化解98件"),
        (
            "加强**人民调解**工作，做好**公共法律服务**和**社会治理**",
            "加强人民调解工作，做好公共法律服务和社会治理",
        ),
        ("**件件**有回音，普通*次要*文字", "件件有回音，普通次要文字"),
        ("会议**次，**加强**领导", "会议**次，加强领导"),
        (r"\*重点\*，3*4米，2*3米", "*重点*，3*4米，2*3米"),
        ("见[网站](http://a.b/c)公开", "见网站公开"),
        ("![图片](a.png)后", "图片后"),
        ("用`代码`写", "用代码写"),
        ("<b>标签</b>照写", "<b>标签</b>照写"),
        ("甲&nbsp;乙&lt;丙", "甲 乙<丙"),
        ("- 列表项", "列表项"),
        ("+ 列表项", "列表项"),
        ("* 列表项", "列表项"),
        ("> 引用", "引用"),
        ("> - 引用里的列表", "引用里的列表"),
        ("1. 编号", "1.编号"),
        ("3) 编号", "3)编号"),
        ("　　缩进", "缩进"),
        ("    缩进", "缩进"),
        ("\t缩进\t后", "缩进 后"),
        ("行尾两空格  ", "行尾两空格"),
        ("行尾反斜杠\\", "行尾反斜杠"),
        ("行尾两个\\\\", "行尾两个\\"),
        ("行尾三个\\\\\\", "行尾三个\\\\"),
        ("-5℃", "-5℃"),
        ("1.5万元", "1.5万元"),
        ("| 一行竖线 |", "| 一行竖线 |"),
        ("a\x0bb\x00c\ufffe", "abc"),
    ],
)
def test_text_of_a_line(markdown, text):
    assert kinds(f"# 题\n\n{markdown}")[1:] == [("正文", text)]


@given(
    st.text(
        st.characters() | st.sampled_from("\t\n\r\x0b\x1f\x7f\x85\u200b\u2028\ud7ff\ud800\ufdd0\ufffd\ufffe")
    )
)
def test_what_xml_cannot_hold_is_taken_out(text):
    """The characters of XML 1.0, 2.2, one by one."""
    kept = [
        one
        for one in text
        if one in "\t\n\r" or " " <= one <= "\ud7ff" or "\ue000" <= one <= "\ufffd" or one > "\uffff"
    ]
    assert legal(text) == "".join(kept)


@pytest.mark.parametrize("rule", ["***", "- - -", "____", "====", "---"])
def test_ruled_lines_are_nothing(rule):
    assert kinds(f"# 题\n\n前。\n{rule}\n后。")[1:] == [("正文", "前。"), ("正文", "后。")]


def test_every_line_is_a_paragraph():
    assert kinds("# 题\n甲。\n乙。\r\n丙。\r丁。")[1:] == [
        ("正文", "甲。"),
        ("正文", "乙。"),
        ("正文", "丙。"),
        ("正文", "丁。"),
    ]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("##一、无空格", [("小标题", "一、无空格")]),
        ("## 一、井号收尾 ##", [("小标题", "一、井号收尾")]),
        ("## **一、加粗**", [("小标题", "一、加粗")]),
        ("###### （1）六级", [("小标题", "（1）六级")]),
        ("# 又一个题", [("小标题", "又一个题")]),
        ("#一号工程#启动", [("正文", "#一号工程#启动")]),
        ("##", []),
    ],
)
def test_headings(markdown, found):
    assert kinds(f"# 题\n\n{markdown}")[1:] == found


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        ("甲镇人民政府\n2024年1月5日", ["署名", "成文日期"]),
        ("甲镇人民政府\n2024年1月5日\n（联系人：某）", ["署名", "成文日期", "正文"]),
        ("甲镇人民政府", ["署名"]),
        ("2024年1月5日", ["成文日期"]),
        ("甲镇人民政府\n【待填：成文日期】", ["署名", "成文日期"]),
        ("工作完成。\n2024年1月5日", ["正文", "成文日期"]),
        ("2.乙\n2024年1月5日", ["正文", "成文日期"]),
        ("在甲镇\n共3件。", ["正文", "正文"]),
        ("一、甲\n二、乙", ["正文", "正文"]),
    ],
)
def test_signature(ending, found):
    assert [kind for kind, _ in kinds(f"# 题\n\n## 一、甲\n\n正文。\n\n{ending}")[3:]] == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("附件：1.甲\n2.乙\n3.丙", ["附件说明"] * 3),
        ("附件：甲\n附件 : 乙\n2.丙", ["附件说明"] * 3),
        ("附件：1.甲\n正文。\n2.乙", ["附件说明", "正文", "正文"]),
        ("附件：1.甲\n## 一、乙\n2.丙", ["附件说明", "小标题", "正文"]),
        ("附件所列各项。\n2.乙", ["正文", "正文"]),
        ("1.甲\n附件：1.乙\n# 附件1\n附件：2.丙", ["正文", "附件说明", "附件", "正文"]),
    ],
)
def test_notes_of_annexes(lines, found):
    assert [kind for kind, _ in kinds(f"# 题\n\n正文。\n\n{lines}\n\n完。")[2 : 2 + len(found)]] == found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("县政府：", "主送机关"),
        ("县政府:", "主送机关"),
        ("现将情况报告如下：", "正文"),
        ("县政府", "正文"),
    ],
)
def test_addressee(line, kind):
    assert kinds(f"# 题\n\n{line}\n\n正文。")[1][0] == kind


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("附件1 数据表", ("附件1", "数据表")),
        ("附件 2：数据表", ("附件2", "数据表")),
        ("附件　2023年数据表", ("附件", "2023年数据表")),
        ("附件", ("附件", "")),
        ("附件12", ("附件12", "")),
    ],
)
def test_appendices(text, parts):
    (block,) = read_blocks(f"# 题\n\n# {text}").blocks[1:]
    assert block.kind is BlockKind.APPENDIX
    assert appendix_parts(block.text) == parts


def test_tables_keep_every_cell():
    (block,) = read_blocks("# 题\n\n甲 | 乙\n--|:-:\n1\\|2 | **3**\n4\n5 | 6 | 7\n\n后。").blocks[1:2]
    assert block.rows == (("甲", "乙"), ("1|2", "3"))
    assert block.aligns == ("", "center")
    (block,) = read_blocks("# 题\n\n|甲|乙|\n|-|-|\n|1|\n|5|6|7|").blocks[1:]
    assert block.rows[1:] == (("1", ""), ("5", "6 7"))


def test_a_table_too_wide_for_word_keeps_its_text():
    wide = "|".join(["甲"] * 64)
    assert {kind for kind, _ in kinds(f"# 题\n\n{wide}\n{'|'.join(['-'] * 64)}\n{wide}")[1:]} == {"正文"}


def test_a_fence_that_is_no_chart_keeps_its_lines():
    assert kinds("# 题\n\n~~~\n甲 **乙**\n\n丙\n~~~\n后。")[1:] == [
        ("正文", "甲 **乙**"),
        ("正文", "丙"),
        ("正文", "后。"),
    ]
    assert kinds("# 题\n\n```\n没有收尾")[1:] == [("正文", "没有收尾")]


@each(
    ("front", "line", "words"),
    [
        ("印章: 是", 1, "文件头没有结束"),
        ("印章：是\n---", 2, "应为“名称: 内容”"),
        ("印张: 是\n---", 2, "没有“印张”"),
        ("\n印章: 对\n---", 3, "只写“是”或“否”"),
        ("版头: 有\n---", 2, "“版头”下面应逐行写"),
        ("版头:\n  文号: 1\n---", 3, "“版头”里没有“文号”"),
        ("印章: 是\n印章: 否\n---", 3, "写了两次"),
        ("单位: &a 甲\n---", 2, "特殊记号"),
        ("单位: !x 甲\n---", 2, "特殊记号"),
        ("单位: [甲\n---", 3, "读不出来"),
        ("版头: {a: {b: {c: {d: {e: {f: {g: {h: {i: j}}}}}}}}}\n---", 2, "层次太深"),
        ("标题分行: [甲, 乙]\n---", 2, "不一致"),
    ],
)
def test_mistakes_in_front_matter_are_named(front, line, words):
    with pytest.raises(FactsError) as caught:
        read_blocks(
            f"---\n{front}\n# 题\n\n正文。" if front.endswith("---") else f"---\n{front}\n# 题", file="稿.md"
        )
    problem = caught.value.problems[0]
    assert words in problem.message
    assert (problem.place.file, problem.place.line) == ("稿.md", line)
    assert problem.fix


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        ("标题: 甲", "缺少“项目”"),
        ("项目: [甲]", "缺少“数据”"),
        ("项目: [甲, 乙]\n数据: {2023年: [1]}", "个数与项目不一致"),
        ("项目: [甲]\n数据: {2023年: [很多]}", "“2023年”的数据读不出来"),
        ("项目: [甲]\n数据: {2023年: [1]}\n颜色: 红", "没有“颜色”"),
        ("只有一句话", "应为“名称: 内容”"),
        ("项目: [" + "甲, " * 31 + "]\n数据: {2023年: [1]}", "太大"),
    ],
)
def test_mistakes_in_charts_are_named(chart, words):
    with pytest.raises(FactsError) as caught:
        read_blocks(f"# 题\n\n```图表\n{chart}\n```")
    assert words in caught.value.problems[0].message
    assert caught.value.problems[0].place.line >= 4


def test_an_empty_text_has_no_blocks():
    assert read_blocks("").blocks == ()
    assert read_blocks("\ufeff\n\n").title == ""


@given(st.text(max_size=400))
def test_any_text_gives_blocks_or_problems(text):
    try:
        document = read_blocks(text)
    except FactsError:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= block.line <= lines for block in document.blocks)
    assert [block.line for block in document.blocks] == sorted(block.line for block in document.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "*" * 30_000,
        "a" * 100_000,
        "`" * 9_999,
        "1" * 50_000,
        "|" * 20_000,
        "\\" * 50_000,
        "## a" + " " * 100_000 + "b",
        "# " + "甲" * 100_000,
        "- " * 50_000 + "x",
    ],
)
def test_long_lines_take_no_time(text):
    import time

    start = time.process_time()
    read_blocks(f"# 题\n\n{text}\n{text}")
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "date",
    [
        "二〇二四年一月二十日",
        "2024 年 1 月 20 日",
        "2024年元月20日",
        "2024-01-20",
        "2024年1月",
        "日期：2024年1月20日",
    ],
)
def test_a_date_in_any_form_closes_the_report(date):
    blocks = read_blocks(f"# 题\n\n甲。\n\n稷下街道办事处\n\n{date}\n").blocks
    assert [block.kind.value for block in blocks[-2:]] == ["署名", "成文日期"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("### （三）化解纠纷。全年化解198起。", ["（三）化解纠纷", "全年化解198起。"]),
        ("#### 1.排查纠纷。逐户走访。", ["1.排查纠纷", "逐户走访。"]),
        ("### （三）化解纠纷", ["（三）化解纠纷"]),
        ("### （三）化解纠纷。", ["（三）化解纠纷。"]),
        ("## 一、化解纠纷。全年化解198起。", ["一、化解纠纷。全年化解198起。"]),
    ],
)
def test_a_heading_with_its_text_on_the_same_line_is_cut(line, parts):
    blocks = read_blocks(line).blocks
    assert [block.text for block in blocks] == parts
    assert {block.line for block in blocks} == {1}


def test_numbers_make_headings_where_only_the_title_is_marked():
    text = "# 甲镇2023年法治政府建设年度报告\n\n一、主要举措\n（一）强化普法宣传\n1.甲\n（二）化解纠纷。全年198起。\n"
    assert [block.level for block in read_blocks(text).blocks] == [1, 2, 3, 0, 0]
    assert [block.level for block in read_blocks(text + "## 二、不足\n").blocks] == [1, 0, 0, 0, 0, 2]
    assert [block.level for block in read_blocks(text.removeprefix("# ")).blocks] == [0, 0, 0, 0, 0]
