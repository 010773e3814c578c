"""The only module that prints: colours in a terminal, plain in a pipe, and nothing that can break a console.

A Chinese Windows console shows the characters of code page 936; what an encoding lacks is shown as `?` in a
message, but never lost from data (`data`, `records`).
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from generator.cli.columns import column_width
from generator.cli.gaps import gathered
from generator.patterns import pattern
from generator.problems import Level, Problem, UserError

# Escape sequences of a terminal, then whatever controls it or turns the direction of writing.
_UNSAFE = pattern(
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[\\]PX^_].*?(?:\x07|\x1b\\\\)|\x1b[ -/]*[0-~]?"
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]",
    re.DOTALL,
)
_WIDER = {"gbk": "gb18030", "cp936": "gb18030", "gb2312": "gb18030"}
_STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow"}


def prepare_console() -> None:
    """Make sure that no message can fail for want of a character; to be called before anything is printed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


_MOST_PASTED = 1_000_000
_LONG = 10
"""From so many pieces of work on it is told how far it is."""
_MOST = 50
"""So many problems of one file are printed; nobody reads more of them."""


def safe(text: str) -> str:
    """Give a text without what would control the terminal that shows it; lines stay lines."""
    return _UNSAFE.sub("", text).replace("\t", " ")


def say(text: str = "", style: str = "") -> None:
    """Print a message about what was done."""
    _write(sys.stdout, text, style)


def complain(text: str, style: str = "bold red") -> None:
    """Print a message about what could not be done, or what the user should know, beside the output."""
    _write(sys.stderr, text, style)


@contextlib.contextmanager
def working(what: str, of: int = 0, *, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """Say beside the output, on a terminal alone, that a long work goes on; the words vanish when it is done.

    Of work in pieces, `of` in all, what is given is to be told how many are done; of fewer than ten nothing is said.
    """
    stream = sys.stderr
    if quiet or stream is None or not stream.isatty() or 0 < of < _LONG:
        yield lambda _done: None
        return

    def show(text: str) -> None:
        stream.write(f"\r{text}")
        stream.flush()

    show(f"{what}……")
    try:
        yield lambda done: show(f"{what}：{done}/{of}" if of else "")
    finally:
        show(f"{' ' * column_width(f'{what}：{of}/{of}……')}\r")


def flush() -> None:
    """Let what was printed be seen at once, in a pipe too."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def problems(told: Iterable[Problem], *, beside: bool = False) -> None:
    """Print problems, each with its place and its remedy; beside the output when that holds the report.

    Of a file with very many those are printed that matter most, and the others counted; many gaps are told together.
    """
    stream = sys.stderr if beside else sys.stdout
    by_file: dict[str, list[Problem]] = {}
    for problem in told:
        by_file.setdefault(problem.place.file, []).append(problem)
    for file, of_file in by_file.items():
        lines, ones = gathered(safe(file), of_file)
        for line in lines:
            _write(stream, line.replace("\n", " "))
        if len(ones) > _MOST:
            where = f"{safe(file)}：" if file else ""
            many = f"{where}共{len(ones)}处，下面是最要紧的{_MOST}处。先改好这些，再检查一次；check --json 列出全部。"
            _write(stream, many.replace("\n", " "))
        _problems_of_file(stream, ones)


def _problems_of_file(stream: TextIO | None, ones: Sequence[Problem]) -> None:
    weightiest = sorted(range(len(ones)), key=lambda number: ones[number].level is not Level.ERROR)[:_MOST]
    for problem in (ones[number] for number in sorted(weightiest)):
        place = safe(str(problem.place)).replace("\n", " ")
        start = f"{place}  " if place else ""
        body = f"{problem.code} {problem.level.value}  {problem.message}".replace("\n", " ")
        _write(stream, start + body, _STYLES[problem.level])
        if problem.fix:
            _write(stream, " " * column_width(start) + "改法：" + problem.fix.replace("\n", " "))


def can_ask() -> bool:
    """Tell whether somebody is there to answer: the input is a terminal."""
    return bool(sys.stdin and sys.stdin.isatty())


def pasted() -> str:
    """Read all of what is pasted or piped to the command; raises UserError for what is no text, or far too long."""
    if can_ask():
        complain("请粘贴材料；粘贴完另起一行，按 Ctrl-D（Windows 按 Ctrl-Z 再回车）。", "")
    stream = getattr(sys.stdin, "buffer", None)
    content = stream.read(_MOST_PASTED + 1) if stream else b""
    if len(content) > _MOST_PASTED:
        raise UserError("粘贴的内容太长。", "请存成文件，或只粘贴要报的部分。", status=2)
    for encoding in ("utf-8-sig", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return str(content.decode(encoding))
    raise UserError("粘贴的内容认不出编码。", "请存成 UTF-8 的 .txt 文件。")


def ask(question: str) -> str | None:
    """Ask for a line, beside the output; gives what was answered, None where the input has ended."""
    if sys.stderr:
        sys.stderr.write(safe(f"{question} ").replace("\n", " "))
        sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


def data(text: str) -> None:
    """Print a report or another text that has to arrive whole, in the encoding of the output if it can hold it.

    Raises UserError when the output is closed.
    """
    stream = sys.stdout
    if stream is None:
        raise UserError("没有地方输出：标准输出已经关闭。", "请用 -o 写明文件名。")
    encoding = (stream.encoding or "utf-8").lower().replace("-", "")
    content = _encoded(text, _WIDER.get(encoding, encoding))
    stream.flush()
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        buffer.write(content)
        buffer.flush()


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.encode("utf-8", "replace")


def print_records(records: Iterable[Mapping[str, Any]]) -> None:
    """Print records as a JSON list that any console and any program can read."""
    print_json(list(records))


def print_json(value: Any) -> None:
    """Print lists, mappings and texts as JSON that any console and any program can read."""
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    data(json.dumps(value, ensure_ascii=encoding != "utf8", indent=2) + "\n")


def output_encoding() -> str:
    """Give the encoding in which messages are printed."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def columns() -> int:
    """Give how wide the text may be: the terminal, at most 100 columns, or 80 in a pipe."""
    import shutil

    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def _write(stream: TextIO | None, text: str, style: str = "") -> None:
    if stream is None:
        return
    if style and stream.isatty():
        from rich.console import Console
        from rich.text import Text

        Console(file=stream, soft_wrap=True).print(Text(safe(text), style=style))
    else:
        stream.write(safe(text) + "\n")
