"""Make the pictures of docs/上手.md from the real program: its page in a browser, its Word file, its terminal.

python docs/screens.py           # needs Chromium, LibreOffice, pdftoppm (poppler), Pillow, and a Unix terminal.
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "图"
PROGRAM = (sys.executable, "-c", "from generator.cli import main; main()")
EXAMPLE = "稷下街道-2023.yaml"
COLUMNS = 100
WIDE, HIGH = 1280, 800

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/#\S+")
_TERMINAL = """<pre style="width: fit-content; padding: 16px; background: #0c0c0c; color: #eee;
font: 15px/1.5 'Noto Sans Mono CJK SC', monospace"><code style="font: inherit">{code}</code></pre>"""


def main() -> None:
    """Write every picture."""
    sys.path.insert(0, str(ROOT))
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first_steps(folder)
        (folder / EXAMPLE).write_bytes((ROOT / "examples" / EXAMPLE).read_bytes())
        keep("上手-报告.png", word_page(folder / EXAMPLE))
        for file, picture in pages(folder):
            keep(file, picture)


def first_steps(folder: Path) -> None:
    """Save what 上手.md tells its reader to save."""
    from tests.walking import blocks

    for _, shown in blocks((ROOT / "docs" / "上手.md").read_text(encoding="utf-8")):
        if shown.file:
            (folder / shown.file).write_text(shown.body, encoding="utf-8")


def keep(name: str, data: bytes) -> None:
    """Write a picture into docs/图, a PNG with no more colours than it needs."""
    if name.endswith(".png"):
        from PIL import Image

        packed = io.BytesIO()
        Image.open(io.BytesIO(data)).convert("RGB").quantize(64).save(packed, "PNG", optimize=True)
        data = packed.getvalue()
    (PICTURES / name).write_bytes(data)
    print(f"已更新：docs/图/{name}（{len(data) // 1000} KB）")


def terminal(folder: Path, *arguments: str) -> str:
    """Give a command and what it says in a terminal as a page of HTML."""
    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    said = in_a_terminal(folder, *arguments)
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"D:\\年报\\我的年报> nianbao {' '.join(arguments)}", style="bold"))
    console.print(Text.from_ansi(said.replace("\r\n", "\n")))
    return console.export_html(theme=MONOKAI, code_format=_TERMINAL, inline_styles=True)


def in_a_terminal(folder: Path, *arguments: str) -> str:
    """Run the program in a terminal of its own and give what it writes, colours and all."""
    ours, its = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    with subprocess.Popen(
        [*PROGRAM, *arguments], cwd=folder, stdout=its, stderr=its, env=environment
    ) as program:
        os.close(its)
        said = bytearray()
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # Linux tells the end of a terminal this way
                break
            if not read:
                break
            said += read
        program.wait()
    os.close(ours)
    return said.decode("utf-8")


def word_page(facts: Path) -> bytes:
    """Give the first page of the Word file as LibreOffice sets it."""
    target = facts.with_suffix(".pdf")
    subprocess.run([*PROGRAM, "render", facts, "-o", target], check=True, stdout=subprocess.DEVNULL)
    command = ["pdftoppm", "-r", "60", "-f", "1", "-l", "1", "-png", target]
    return subprocess.run(command, check=True, capture_output=True).stdout


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[str]:
    """Serve the local page and give its address."""
    command = [*PROGRAM, "preview", *arguments, "--no-browser"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8") as program:
        try:
            yield next(found[0] for line in program.stdout or () if (found := _ADDRESS.search(line)))
        finally:
            program.terminate()


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the pictures that a browser takes: the terminal, and the local page, where it begins, and a report being filled in."""
    import shutil

    from playwright.sync_api import sync_playwright

    (folder / "我的年报").mkdir()
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--lang=zh-CN"],
            env={**os.environ, "LANGUAGE": "zh_CN"},
        )
        window = browser.new_page(viewport={"width": WIDE, "height": HIGH}, locale="zh-CN")
        window.set_content(terminal(folder, "check", "云岭镇-2024.yaml"))
        yield "上手-终端.png", window.locator("pre").screenshot()
        with served(folder / "我的年报") as address:
            window.goto(address)
            window.get_by_role("heading", name="从哪里开始").wait_for()
            yield "上手-开始.png", window.screenshot(clip={"x": 0, "y": 0, "width": WIDE, "height": 480})
        with served(folder, EXAMPLE) as address:
            yield "上手-填写.png", filling_in(window, address)
        browser.close()


def filling_in(window: Any, address: str) -> bytes:
    """Give the page with the place of one figure in view and its sentence marked."""
    window.goto(address)
    window.locator("#纸 .page").first.wait_for()
    window.get_by_role("searchbox").fill("化解")
    window.wait_for_timeout(1000)
    window.locator("#查到 button").first.click()
    window.locator("#问题", has_not_text="正在查").wait_for()
    return bytes(window.screenshot())


if __name__ == "__main__":
    main()
