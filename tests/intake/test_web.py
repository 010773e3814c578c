"""Web pages: the text as a browser shows it, without what stands around it."""

import pytest

from generator.intake.old_reports import report_lines
from generator.intake.web import read_web
from generator.problems import UserError

PAGE = """<!DOCTYPE html><html><head><title>页名</title><script>var a = '脚本';</script><style>p{}</style></head>
<body><nav>首页 &gt; 公开</nav><div class=main><h1>云岭镇2023年法治政府建设年度报告</h1>
<p>第一段，<b>加粗</b>接着。<br>换行</p><p style="display:none">看不见</p>
<table><tr><td>甲</td><td>乙</td></tr></table><!-- 注释 --><p>末段&nbsp;。</p></div>
<footer>版权所有</footer></body></html>"""


def lines(text):
    return [one.text for one in read_web(text, "页.html").lines]


def test_a_page_as_it_is_shown():
    assert lines(PAGE) == [
        "云岭镇2023年法治政府建设年度报告",
        "第一段，加粗接着。",
        "换行",
        "甲",
        "乙",
        "末段 。",
    ]


def test_what_stands_around_is_told():
    assert read_web(PAGE, "页.html").around == ("首页 > 公开", "版权所有")


def test_headings_have_their_rank():
    assert read_web(PAGE, "页.html").lines[0].rank == 1


@pytest.mark.parametrize("text", ["", "   ", "<!-- x -->"])
def test_an_empty_page(text):
    with pytest.raises(UserError, match="网页里没有文字"):
        read_web(text, "页.html")


@pytest.mark.parametrize(
    "text", ["<p>甲<p>乙", "<div>" * 3000 + "甲", '<?xml version="1.0" encoding="utf-8"?><p>甲</p>']
)
def test_bad_pages_are_read_as_far_as_they_go(text):
    assert lines(text)[:1] in (["甲"], [])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_pages_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "页.html"
    path.write_bytes(PAGE.encode(encoding))
    assert report_lines(path).lines[0].text == "云岭镇2023年法治政府建设年度报告"
