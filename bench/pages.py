"""How often the pages that the program sets itself are those of LibreOffice's PDF, line by line.

    python -m bench.pages                                # 200 reports, some six minutes on 2 cores
    python -m bench.pages --originals FOLDER             # and real reports (.txt, .docx), imported and drafted again
    python -m bench.pages --count 40 --keep FOLDER --show 20

The reports are the five examples, the samples of tests/document (tables, charts, 版头, every height of the
signature) and made facts files: as they come, with headings on lines of their own, with a seal, with an addressee,
and three in one (some twenty pages). LibreOffice makes them PDF in batches; with --keep what was read of them is kept
for the next run.

The official fonts are on few machines that measure. Where they are missing, all of them are shown in one Chinese font:
every Chinese character is one em wide in any font, but left to itself LibreOffice takes the marks “”·— that stand after
a digit from a Latin font, where they are half as wide as in the official ones.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import generator
from bench.prose import made_files
from generator.commands.import_report import imported
from generator.document.page.fonts import installed_fonts
from generator.document.page.layout import Layout, layout_of, read_layout
from generator.document.page.paging import pages_of
from generator.document.pages_html import pages_html
from generator.document.pdf import convert
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.resources import Templates
from tests.document.pages import lines_set, read_pages
from tests.document.samples import EDGES, VARIANTS

EXAMPLES = Path(__file__).parents[1] / "examples"
STAND_IN = "Noto Sans CJK SC"
BATCH = 25
_ALIAS = (
    '<match target="pattern"><test name="family"><string>{}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
)

Lines = list[list[str]]
"""The lines of each page, without blanks."""


class Compared(NamedTuple):
    """One report: its pages as set here and as LibreOffice sets them."""

    name: str
    ours: Lines
    theirs: Lines


def reports(folder: Path, originals: Path | None, count: int) -> Iterator[tuple[str, str]]:
    """Give the name and the Markdown text of so many reports."""
    folder.mkdir(exist_ok=True)
    for path in sorted(EXAMPLES.glob("*.yaml")):
        yield path.stem, generator.draft(generator.load(path))
    for path in sorted(originals.iterdir()) if originals else ():
        if path.suffix in {".txt", ".docx"}:
            facts = folder / f"{path.stem}.yaml"
            facts.write_text(imported(path, Templates()).text, encoding="utf-8")
            yield path.stem, generator.draft(generator.load(facts))
    yield from VARIANTS.items()
    yield from EDGES.items()
    drafts = [generator.draft(generator.load(path)) for path in made_files(folder, count)]
    for number, draft in enumerate(drafts):
        yield f"made-{number}", _varied(draft, drafts, number)


def _varied(draft: str, drafts: list[str], number: int) -> str:
    """Give a draft in one of five shapes, by turns."""
    way = number % 5
    if way == 1:
        return f"---\n版式:\n  二级标题:\n    排法: 独立成行\n---\n{draft}"
    if way == 2:
        return f"---\n印章: 是\n---\n{draft}"
    if way == 3:
        title, _, rest = draft.partition("\n\n")
        return f"{title}\n\n县人民政府：\n\n{rest}"
    if way == 4:
        more = [_first_part(drafts[(number + step) % len(drafts)]) for step in (1, 2)]
        head, mark, tail = draft.partition("\n## 二、")
        return "\n\n".join((head, *more)) + mark + tail
    return draft


def _first_part(draft: str) -> str:
    return draft.partition("\n### ")[2].partition("\n## 二、")[0].join(("### ", ""))


def set_there(documents: list[bytes], keep: Path) -> Iterator[Lines]:
    """Give the lines of the pages of each Word file in LibreOffice's PDF."""
    for at in range(0, len(documents), BATCH):
        batch = documents[at : at + BATCH]
        kept = [keep / f"{sha256(one).hexdigest()[:24]}.json" for one in batch]
        new = [(one, path) for one, path in zip(batch, kept, strict=True) if not path.exists()]
        papers = convert([one for one, _ in new]) if new else []
        for paper, (_, path) in zip(papers, new, strict=True):
            lines = [[line.text for line in page.lines] for page in read_pages(paper)]
            path.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
        yield from (json.loads(path.read_text(encoding="utf-8")) for path in kept)


def off_by(compared: Compared, page: int) -> int:
    """Give by how many lines a page begins elsewhere than in LibreOffice; a large number where that is not found."""
    ours, theirs = compared.ours, compared.theirs
    wanted = next((line for line in ours[page] if line), "")
    start = sum(map(len, theirs[:page]))
    flat = [line for one in theirs for line in one]
    # a line that is broken elsewhere is known by its first characters within a line or two of theirs
    near = [
        abs(number - start)
        for number in range(max(0, start - 12), min(len(flat), start + 12))
        if wanted[:8] in "".join(flat[number : number + 2]) and _begins(wanted, flat, number)
    ]
    return min(near, default=99)


def _begins(wanted: str, flat: list[str], number: int) -> bool:
    return "".join(flat[number : number + 2]).find(wanted[:8]) < len(flat[number])


def counted(compared: Compared) -> Counter[str]:
    """Count what agrees in one report."""
    ours, theirs = compared.ours, compared.theirs
    counts = Counter(报告=1, 面=len(theirs), 面数相同=len(ours) == len(theirs))
    for page in range(1, min(len(ours), len(theirs))):
        first = next((line for line in ours[page] if line), "")
        counts["换页"] += 1
        counts["换页处相同"] += first in theirs[page][:2]  # below a table's head
        counts["换页处差一行以内"] += first in theirs[page][:2] or off_by(compared, page) <= 1
    breaks, others = _ends(ours), _ends(theirs)
    counts["行"] += len(others)
    counts["行尾相同"] += len(breaks & others)
    return counts


def _ends(pages: Lines) -> set[tuple[str, int]]:
    """Give the ends of lines: each by the characters before it, and how often these came before."""
    seen: Counter[str] = Counter()
    ends = set()
    for line in (line for page in pages for line in page):
        seen[line] += 1
        ends.add((line, seen[line]))
    return ends


def fonts_of_one_width(layout: Layout, folder: Path) -> None:
    """Let LibreOffice show the official fonts that are missing in one that is there, all marks one em wide."""
    families = [
        layout.names(key)[0] for key in layout.values if key.startswith("字体.") and key != "字体.西文"
    ]
    missing = [name for name in families if name not in installed_fonts()]
    rules = "".join(_ALIAS.format(name, STAND_IN) for name in missing)
    file = folder / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{rules}</fontconfig>',
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--originals", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--show", type=int, default=0, help="so many pages that begin elsewhere")
    wishes = parser.parse_args()
    layout = read_layout(Templates())
    with tempfile.TemporaryDirectory(prefix="nianbao-") as name:
        folder = Path(name)
        keep = wishes.keep or folder
        keep.mkdir(exist_ok=True)
        fonts_of_one_width(layout, folder)
        texts = dict(islice(reports(folder / "facts", wishes.originals, wishes.count), wishes.count))
        documents = [read_blocks(text) for text in texts.values()]
        took, ours = [], []
        for document in documents:
            own, start = layout_of(document, layout), time.perf_counter()
            pages = pages_of(document, own)
            middle = time.perf_counter()
            pages_html(document, pages, own, {})
            took.append((middle - start, time.perf_counter() - middle, len(pages)))
            ours.append(lines_set(document, pages))
        theirs = set_there([write_docx(document, layout) for document in documents], keep)
        every = [Compared(*one) for one in zip(texts, ours, theirs, strict=True)]
    report(every, took, wishes.show)


def report(every: list[Compared], took: list[tuple[float, float, int]], show: int) -> None:
    total: Counter[str] = sum(map(counted, every), Counter())
    for part, whole in (
        ("面数相同", "报告"),
        ("换页处差一行以内", "换页"),
        ("换页处相同", "换页"),
        ("行尾相同", "行"),
    ):
        print(f"{part}：{total[part]}/{total[whole]} = {total[part] / total[whole]:.2%}")
    paging, html, pages = max(took, key=lambda one: one[2])
    print(
        f"最长的一份{pages}面：排版 {paging * 1000:.1f} 毫秒（各段第一次排），写成网页 {html * 1000:.1f} 毫秒"
    )
    for one in every:
        for page in range(1, min(len(one.ours), len(one.theirs))):
            first = next((line for line in one.ours[page] if line), "")
            if show and first not in one.theirs[page][:2]:
                show -= 1
                print(f"  {one.name} 第{page + 1}面：{one.theirs[page][0]}｜这里：{first}")
        if len(one.ours) != len(one.theirs):
            print(f"  {one.name}：LibreOffice {len(one.theirs)}面，这里{len(one.ours)}面")


if __name__ == "__main__":
    main()
