"""Make the pictures of docs/版式.md and docs/本机页面.md: reports as LibreOffice sets them, the page as Chromium shows it.

python docs/pictures.py          # needs LibreOffice, pdftoppm (poppler), Chromium, playwright and Pillow.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]

# name of the picture: the sample and its page, -1 for the last
PAGES = {
    "普通报告-首页": ("plain", 1),
    "普通报告-末页": ("plain", -1),
    "联合行文-盖章": ("joint-sealed", -1),
    "版头": ("formal", 1),
    "版记": ("formal", -1),
    "三行标题": ("title-three", 1),
    "一页报告": ("one-page", 1),
    "落款在页边": ("edge-141", -1),
    "附件表格": ("annexes", 4),
    "附件图表": ("annexes", -1),
}
RESOLUTION = "50"


FOLDER = ROOT / "docs" / "图"
EXAMPLE = ROOT / "examples" / "稷下街道-2023.yaml"
PROGRAM = "import sys; from generator.cli import main; sys.exit(main())"
NOTES = "司法所：今年排查矛盾纠纷240件，化解231件，调解成功226件。开展夜间巡防12次。\n"


def main() -> None:
    """Write every picture."""
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(exist_ok=True)
    of_the_page()
    of_reports()


def of_the_page() -> None:
    """Show the local page: the form beside the report, what an office sent, last year's words beside what is asked."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        facts = Path(shutil.copy(EXAMPLE, folder))
        _begun("new", "--from", facts.name, "--year", "2024", folder=folder).wait()
        notes = Path(folder) / "司法所.txt"
        notes.write_text(NOTES, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for path, name, show in (
            (facts, "本机页面-填表", _filling),
            (facts, "本机页面-来件", lambda page: _dropped(page, notes)),
            (facts.with_name("稷下街道-2024.yaml"), "本机页面-追问", _asked_after),
        ):
            process = _begun("preview", "--no-browser", path.name, folder=folder)
            address = process.stdout.readline().split()[-1] if process.stdout else ""
            page = browser.new_page(viewport={"width": 1200, "height": 700})
            page.goto(address[address.index("http") :])
            page.wait_for_selector("#问题 summary:not(:has-text('正在查'))")
            show(page)
            page.wait_for_timeout(1000)
            _saved(page.screenshot(), name, 64)
            page.close()
            process.terminate()
            process.wait()
        browser.close()


def _begun(*arguments: str, folder: str) -> subprocess.Popen[str]:
    """Begin the program in a folder of its own."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, env=surroundings, stdout=subprocess.PIPE, encoding="utf-8")


def _filling(page: Page) -> None:
    page.locator('[id="项-法治宣传教育.受教育"]').focus()


def _dropped(page: Page, notes: Path) -> None:
    page.locator("#工具 [data-upload]").set_input_files(notes)
    page.locator("#来件 [data-send]").first.wait_for()


def _asked_after(page: Page) -> None:
    page.locator("#块-上年整改\\.0 textarea").nth(2).focus()
    page.locator("#块-上年整改").evaluate("block => block.scrollIntoView()")


def _saved(data: bytes, name: str, colours: int) -> None:
    from PIL import Image

    Image.open(io.BytesIO(data)).convert("RGB").quantize(colours).save(FOLDER / f"{name}.png", optimize=True)
    print(f"已更新：docs/图/{name}.png")


def of_reports() -> None:
    """Show one page of each kind of report."""
    from generator.document import pdf
    from generator.document.page.layout import read_layout
    from generator.document.text.blocks import read_blocks
    from generator.document.word import docx
    from generator.resources import Templates
    from tests.document.samples import VARIANTS, edge

    names = sorted({name for name, _ in PAGES.values()})
    texts = [VARIANTS[name] if name in VARIANTS else edge(int(name.partition("-")[2])) for name in names]
    layout = read_layout(Templates())
    made = dict(
        zip(names, pdf.convert([docx.write_docx(read_blocks(text), layout) for text in texts]), strict=True)
    )
    for name, (sample, page) in PAGES.items():
        file = FOLDER / f"{name}.pdf"
        file.write_bytes(made[sample])
        count = made[sample].count(b"/Type/Page/")
        at = str(page if page > 0 else count)
        command = [
            "pdftoppm",
            "-r",
            RESOLUTION,
            "-gray" if name != "版头" else "-png",
            "-f",
            at,
            "-l",
            at,
            file,
        ]
        done = subprocess.run(command, capture_output=True, check=True)
        file.unlink()
        _saved(done.stdout, name, 16)


if __name__ == "__main__":
    main()
