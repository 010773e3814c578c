"""Nothing breaks the console, nothing controls it, and data arrive whole."""

import io
import json
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import console
from generator.problems import Level, Place, Problem, UserError


class Terminal(io.TextIOWrapper):
    """Memory that looks like a terminal or a pipe of some encoding."""

    def __init__(self, encoding="utf-8", *, terminal=False):
        super().__init__(io.BytesIO(), encoding=encoding, newline="")
        self._terminal = terminal

    def isatty(self):
        return self._terminal

    @property
    def content(self):
        self.flush()
        return self.buffer.getvalue()


@pytest.fixture
def out(monkeypatch):
    def put(encoding="utf-8", *, terminal=False):
        stream = Terminal(encoding, terminal=terminal)
        monkeypatch.setattr(sys, "stdout", stream)
        console.prepare_console()
        return stream

    return put


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "cp936", "ascii", "cp437", "latin-1"])
def test_no_message_fails_for_want_of_a_character(out, encoding):
    stream = out(encoding)
    console.say("𠮷田村👍：已生成")
    assert stream.content.endswith(b"\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("红\x1b[31m字\x1b[0m", "红字"),
        ("标题\x1b]0;坏\x07后", "标题后"),
        ("退\x08格\r回", "退格回"),
        ("方向\u202e反", "方向反"),
        ("零宽\u200b字", "零宽字"),
        ("两\n行", "两\n行"),
        ("制\t表", "制 表"),
        ("\x9b31m字", "31m字"),
    ],
)
def test_what_controls_a_terminal_never_reaches_it(out, text, shown):
    stream = out()
    console.say(text)
    assert stream.content.decode() == shown + "\n"


@given(st.text())
def test_safe_text_has_no_controls(text):
    assert not {
        sign for sign in console.safe(text) if sign != "\n" and (sign < " " or "\x7f" <= sign < "\xa0")
    }


def test_colours_in_a_terminal_only(out, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    stream = out(terminal=True)
    console.say("好了", "green")
    assert "\x1b[32m好了" in stream.content.decode()
    stream = out()
    console.say("好了", "green")
    assert stream.content.decode() == "好了\n"


PROBLEM = Problem(
    "数据-03", "胜诉率写作92.85%，应为92.86%。", "改为 92.86%。", Place("稷下街道-2023.yaml", 14, 9)
)


def test_a_problem_has_its_place_and_its_remedy_under_the_code(out):
    stream = out()
    console.problems([PROBLEM])
    assert stream.content.decode().splitlines() == [
        "稷下街道-2023.yaml:14:9  数据-03 错误  胜诉率写作92.85%，应为92.86%。",
        "                         改法：改为 92.86%。",
    ]


def test_a_problem_cannot_fake_lines_of_its_own(out):
    stream = out()
    console.problems([Problem("数据-01", "甲\n乙", "", Place("a\nb.yaml", 1, 1), level=Level.WARNING)])
    assert len(stream.content.decode().splitlines()) == 1


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("utf-8", "utf-8"), ("gbk", "gb18030"), ("cp936", "gb18030"), ("ascii", "utf-8")],
)
def test_data_arrive_whole_whatever_the_console(out, encoding, written):
    stream = out(encoding)
    console.data("𠮷田村：15000余份\n")
    assert stream.content.decode(written) == "𠮷田村：15000余份\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
def test_records_are_json_in_any_encoding(out, encoding):
    stream = out(encoding)
    console.print_records([PROBLEM.as_dict(), {"file": "𠮷.yaml"}])
    assert json.loads(stream.content.decode(encoding))[1] == {"file": "𠮷.yaml"}


def test_a_closed_output_is_named(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    console.prepare_console()
    console.say("没有人看见")
    with pytest.raises(UserError, match="标准输出已经关闭"):
        console.data("报告")


def test_of_very_many_problems_the_errors_are_printed_and_the_others_counted(capsys):
    hints = [
        Problem("文字-01", "半角。", "改。", Place("甲.md", line), "", Level.WARNING) for line in range(1, 81)
    ]
    told = [
        *hints,
        Problem("数据-01", "不对。", "改。", Place("甲.md", 90)),
        hints[0]._replace(place=Place("乙.md", 1)),
    ]
    console.problems(told)
    lines = [line for line in capsys.readouterr().out.splitlines() if "改法" not in line]
    assert len([line for line in lines if line.startswith("甲.md:")]) == 50
    assert any(line.startswith("甲.md:90  数据-01 错误") for line in lines)
    assert lines[0] == "甲.md：共81处，下面是最要紧的50处。先改好这些，再检查一次；check --json 列出全部。"
    assert lines[-1].startswith("乙.md:1  文字-01")


@pytest.mark.parametrize(
    ("terminal", "of", "quiet", "shown"),
    [
        (True, 20, False, ["正在生成……", "正在生成：1/20", "正在生成：20/20"]),
        (True, 0, False, ["正在生成……"]),
        (True, 3, False, []),
        (True, 20, True, []),
        (False, 20, False, []),
    ],
)
@pytest.mark.parametrize("fails", [False, True])
def test_how_far_a_long_work_is_stands_on_a_terminal_alone(monkeypatch, terminal, of, quiet, shown, fails):
    stream = Terminal(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    with suppress(ValueError), console.working("正在生成", of, quiet=quiet) as tell:
        for done in (1, of):
            tell(done)
        if fails:
            raise ValueError
    told = stream.content.decode()
    assert [one for one in told.split("\r") if one.strip()] == shown
    assert told.endswith(" \r") or not told
