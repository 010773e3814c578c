"""Time of one report from its Markdown text to the bytes of a Word file, ours beside others.

    python bench/document.py                    # about a minute
    python bench/document.py --rounds 300

Each engine runs in a process of its own; they take turns (A B C, B C A, …), so that a slow minute of the machine falls
on all alike. Printed are the
medians of the clock and of CPU time, each with its ratio to the floor: deflating an equal document.xml into a package
of three parts. Text, unit and figures of the report are invented. What is not installed is left out with a line.

docxtpl fills in a Word template that holds the whole report with its figures as {{ variables }}; it and python-docx are
measured twice, with our own lean file as template and with python-docx's default one, which is what most people have.
"""

from __future__ import annotations

import argparse
import io
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.document import docx
from generator.document.blocks import Kind, read_blocks
from generator.document.layout import read_layout
from generator.resources import Templates

TEXT = (Path(__file__).parent / "report.md").read_text(encoding="utf-8")
LAYOUT = read_layout(Templates())
DOCUMENT = read_blocks(TEXT)
OURS = docx.write(DOCUMENT, LAYOUT)
Engine = Callable[[], bytes]


class MissingError(Exception):
    """An engine is not installed."""


def ours() -> Engine:
    return lambda: docx.write(read_blocks(TEXT), LAYOUT)


def ours_writer() -> Engine:
    return lambda: docx.write(DOCUMENT, LAYOUT)


def floor() -> Engine:
    with zipfile.ZipFile(io.BytesIO(OURS)) as package:
        kept = [
            (name, package.read(name)) for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        ]

    def render() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in kept:
                package.writestr(name, data)
        return out.getvalue()

    return render


def python_docx_lean() -> Engine:
    return _python_docx(_lean_base(), own_styles=True)


def python_docx_default() -> Engine:
    from docx import Document

    out = io.BytesIO()
    Document().save(out)
    return _python_docx(out.getvalue(), own_styles=False)


def docxtpl_lean() -> Engine:
    return _docxtpl(_lean_base(), own_styles=True)


def docxtpl_default() -> Engine:
    from docx import Document

    out = io.BytesIO()
    Document().save(out)
    return _docxtpl(out.getvalue(), own_styles=False)


def pandoc() -> Engine:
    command = shutil.which("pandoc")
    if command is None:
        raise MissingError("pandoc")
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    (folder / "base.docx").write_bytes(_lean_base())
    (folder / "report.md").write_text(TEXT, encoding="utf-8")

    def render() -> bytes:
        base, out = folder / "base.docx", folder / "out.docx"
        subprocess.run([command, folder / "report.md", "--reference-doc", base, "-o", out], check=True)
        return out.read_bytes()

    return render


def _lean_base() -> bytes:
    """Give our own file without its text."""
    from docx import Document

    document = Document(io.BytesIO(OURS))
    body = document.element.body
    for paragraph in body[:-1]:
        body.remove(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styled(*, own_styles: bool) -> list[tuple[str, str]]:
    names = {
        Kind.TITLE: "公文标题",
        Kind.PARAGRAPH: "公文正文",
        Kind.SIGNATURE: "署名",
        Kind.DATE: "成文日期",
    }
    if not own_styles:
        names = {
            Kind.TITLE: "Title",
            Kind.PARAGRAPH: "Body Text",
            Kind.SIGNATURE: "Normal",
            Kind.DATE: "Normal",
        }
    levels = ("一级标题", "二级标题") if own_styles else ("Heading 1", "Heading 2")
    return [
        (block.text, levels[block.level - 2] if block.kind is Kind.HEADING else names[block.kind])
        for block in DOCUMENT.blocks
    ]


def _python_docx(base: bytes, *, own_styles: bool) -> Engine:
    from docx import Document

    paragraphs = _styled(own_styles=own_styles)

    def render() -> bytes:
        document = Document(io.BytesIO(base))
        for text, style in paragraphs:
            document.add_paragraph(text, style)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return render


def _docxtpl(base: bytes, *, own_styles: bool) -> Engine:
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingError("docxtpl") from error
    from docx import Document

    figures: dict[str, str] = {}

    def variable(match: re.Match[str]) -> str:
        figures[f"v{len(figures)}"] = match.group()
        return f"{{{{ v{len(figures) - 1} }}}}"

    template = Document(io.BytesIO(base))
    for text, style in _styled(own_styles=own_styles):
        template.add_paragraph(re.sub(r"\d+(?:\.\d+)?", variable, text), style)
    out = io.BytesIO()
    template.save(out)
    source = out.getvalue()

    def render() -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(figures)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return render


ENGINES = {
    "floor": floor,
    "ours: writer alone": ours_writer,
    "ours: Markdown to Word": ours,
    "python-docx, lean template": python_docx_lean,
    "python-docx, default template": python_docx_default,
    "docxtpl, lean template": docxtpl_lean,
    "docxtpl, default template": docxtpl_default,
    "pandoc --reference-doc": pandoc,
}
SLOW = 0.2  # an engine that takes more seconds does only every tenth round
TURN = 0.04  # seconds that a turn takes at least: one report of a slow engine, some of a fast one


def _text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(
            re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", package.read("word/document.xml").decode())
        )


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Worker:
    """One engine in a process of its own, so that none pays for another's memory."""

    def __init__(self, name: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--worker", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.size, self.missing = 0, ""
        answer = self.ask()
        if answer.startswith("missing"):
            self.missing = answer
        else:
            self.size = int(answer)

    def ask(self) -> str:
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def work(name: str) -> None:
    """Answer every line with the seconds and the CPU seconds of a report; the first with its size."""
    try:
        render = ENGINES[name]()
    except (MissingError, ImportError) as error:
        print(f"missing: {error}", flush=True)
        return
    data = render()
    if name != "floor" and _text_of(data).replace("。", "") != _text_of(OURS).replace("。", ""):
        raise SystemExit(f"{name} does not give the report's text")
    sys.stdin.readline()
    print(len(data), flush=True)
    for _ in sys.stdin:
        start, used, count = time.perf_counter(), _cpu(), 0
        while not count or time.perf_counter() - start < TURN:
            render()
            count += 1
        print((time.perf_counter() - start) / count, (_cpu() - used) / count, flush=True)


def measure(rounds: int) -> None:
    workers = {name: Worker(name) for name in ENGINES}
    for name, worker in workers.items():
        if worker.missing:
            print(f"left out, not installed: {name} ({worker.missing})")
    names = [name for name, worker in workers.items() if not worker.missing]
    clock: dict[str, list[float]] = {name: [] for name in names}
    cpu: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            if number % 10 and clock[name] and clock[name][0] > SLOW:
                continue
            wall, used = map(float, workers[name].ask().split())
            clock[name].append(wall)
            cpu[name].append(used)
    print(
        f"{len(TEXT)} characters, {len(DOCUMENT.blocks)} blocks, {rounds} rounds; milliseconds, median (ratio to the floor)"
    )
    print(f"{'':32}{'clock':>19}{'CPU':>19}")
    least = [statistics.median(times["floor"]) for times in (clock, cpu)]
    for name in names:
        row = [statistics.median(times[name]) for times in (clock, cpu)]
        cells = "".join(
            f"{value * 1000:10.2f} ({value / low:6.2f})" for value, low in zip(row, least, strict=True)
        )
        print(f"{name:32}{cells}  {workers[name].size:7} bytes")


def main() -> None:
    arguments = argparse.ArgumentParser(description="time of one report, ours beside others")
    arguments.add_argument("--rounds", type=int, default=100)
    arguments.add_argument(
        "--memory", type=int, metavar="COUNT", help="only watch memory over so many reports"
    )
    arguments.add_argument("--worker", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.worker:
        work(given.worker)
    else:
        measure(given.rounds)


if __name__ == "__main__":
    main()
