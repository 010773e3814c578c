"""Build the manual: the pages of docs/, and those made from the program's data, as a folder of HTML.

python docs/manual.py [--with material] [--into FOLDER]     # run by `python3 run.py manual`

It opens from a USB stick, without a network: nothing in it is loaded from elsewhere, and the search works there too.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from made import made_pages
from paragraphs import joined

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
SETTINGS = ROOT / "mkdocs.yml"
MANUAL = ROOT / "out" / "manual"
BUILDERS = {
    "zensical": ("zensical", "build", "--strict", "--config-file"),
    "material": ("mkdocs", "build", "--strict", "--quiet", "--config-file"),
}
_EMPTY_PART = re.compile(r"^  - \S+:\n(?!      )", re.MULTILINE)
_PAGE = re.compile(r": (\S+\.md)$")


def pages() -> dict[str, str]:
    """Give the text of every page by its file's name: the ones written by hand as they are, the long ones in parts."""
    written = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
    return {name: joined(text) for name, text in {**written, **made_pages(written)}.items()}


def gather(folder: Path) -> None:
    """Write the settings, the pages and what they show into an empty folder, for a builder to read."""
    source = folder / "pages"
    for name in ("图", "assets"):
        shutil.copytree(DOCS / name, source / name)
    texts = pages()
    for name, text in texts.items():
        (source / name).write_text(text, encoding="utf-8", newline="\n")
    settings = settings_for(texts)
    (folder / SETTINGS.name).write_text(settings, encoding="utf-8", newline="\n")


def settings_for(names: Collection[str]) -> str:
    """Give mkdocs.yml without the pages that are not there, and without a part that has none."""
    lines = SETTINGS.read_text(encoding="utf-8").split("\n")
    here = [line for line in lines if not (page := _PAGE.search(line)) or page[1] in names]
    return _EMPTY_PART.sub("", "\n".join(here))


def build(target: Path, builder: str) -> None:
    """Build the manual into `target`, whose old content goes; ends the program where a page is not in order."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gather(folder)
        command = (sys.executable, "-m", *BUILDERS[builder], str(folder / SETTINGS.name))
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            sys.exit(f"手册没有做成：\n{done.stdout}{done.stderr}")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(folder / "site", target)


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description="做手册：一个文件夹的网页，不联网也能打开、能查找")
    parser.add_argument("--with", dest="builder", choices=BUILDERS, default="zensical", help="用哪个程序做")
    parser.add_argument("--into", type=Path, default=MANUAL, metavar="文件夹", help="放在哪里；原有的先删去")
    given = parser.parse_args()
    if sys.version_info < (3, 11):
        sys.exit("做手册的程序要 Python 3.11 以上。")
    build(given.into, given.builder)
    print(f"手册在：{given.into / 'index.html'}")


if __name__ == "__main__":
    main()
