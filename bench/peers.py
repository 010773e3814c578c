"""The same report by each engine, from a file on disk to a .docx file on disk; bench/table.py times them.

    python bench/peers.py ENGINE FOLDER FIRST LAST   makes the reports FIRST to LAST-1 (a cold start, or a batch's part)
    python bench/peers.py ENGINE FOLDER serve        makes the report whose number stands on each line of stdin, and
                                                     answers the CPU seconds it took, or "M": the peak memory in MB

All write the report of the example 稷下街道-2023, each time of another unit. Ours takes the unit's facts file and runs
every check; the others take a YAML file of that report's figures, read by PyYAML's C loader, and a template that holds
the rest of the text, and check nothing. bench/table.py puts all files that they need into FOLDER first. docxtpl and
python-docx are measured with python-docx's default file as template, which is what most people have, docxtpl also with
a lean one.
"""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Render = Callable[[int, Path], object]


def values_of(path: Path) -> Any:
    """Read a YAML file as the others do."""
    import yaml

    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def floor(folder: Path) -> Render:
    """What no program can go below: deflate the text into a package of three parts."""
    with zipfile.ZipFile(folder / "floor.docx") as package:
        names = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        parts = [(name, package.read(name)) for name in names]

    def render(_number: int, out: Path) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts:
                package.writestr(name, data)

    return render


def docxtpl(folder: Path, template: str = "docxtpl.docx", given: str = "values") -> Render:
    """docxtpl, as its documentation shows."""
    from docxtpl import DocxTemplate

    source = (folder / template).read_bytes()

    def render(number: int, out: Path) -> None:
        document = DocxTemplate(io.BytesIO(source))
        document.render(values_of(folder / given / f"{number:04}.yaml"))
        document.save(out)

    return render


def docxtpl_lean(folder: Path) -> Render:
    """docxtpl with a template of few styles."""
    return docxtpl(folder, "docxtpl-lean.docx")


def docxtpl_any_unit(folder: Path) -> Render:
    """docxtpl with a template for any unit's facts file, as ours are: every field of every topic behind an if."""
    return docxtpl(folder, "docxtpl-any.docx", "facts")


def python_docx(folder: Path) -> Render:
    """Jinja2 for the sentences, python-docx for the paragraphs."""
    import jinja2
    from docx import Document

    template = jinja2.Environment().from_string((folder / "lines.j2").read_text(encoding="utf-8"))

    def render(number: int, out: Path) -> None:
        document = Document()
        for line in template.render(values_of(folder / f"values/{number:04}.yaml")).split("\n"):
            style, _, text = line.partition("\t")
            document.add_paragraph(text, style)
        document.save(out)

    return render


def ours(folder: Path) -> Render:
    """The whole of ours: generator.render, with every check."""
    import generator

    return lambda number, out: generator.render(folder / f"facts/{number:04}.yaml", out)


ENGINES: dict[str, Callable[[Path], Render]] = {
    "floor": floor,
    "docxtpl": docxtpl,
    "docxtpl_lean": docxtpl_lean,
    "docxtpl_any_unit": docxtpl_any_unit,
    "python_docx": python_docx,
    "ours": ours,
}


def peak() -> float:
    """Give this process's peak memory in MB (Linux); getrusage would give that of its parent where it is larger."""
    return int(re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))[1]) / 1024


def serve(render: Render, folder: Path, name: str) -> None:
    """Answer each line of standard input."""
    for line in sys.stdin:
        if line.strip() == "M":
            print(peak(), flush=True)
            continue
        began = time.process_time()
        render(int(line), folder / f"out/{name}-{int(line):04}.docx")
        print(time.process_time() - began, flush=True)


def main() -> None:
    name, folder, *rest = sys.argv[1:]
    render = ENGINES[name](Path(folder))
    if rest == ["serve"]:
        serve(render, Path(folder), name)
        return
    first, last = map(int, rest)
    for number in range(first, last):
        render(number, Path(folder, f"out/{name}-{number:04}.docx"))


if __name__ == "__main__":
    main()
