"""Make the pictures of docs/版式.md: one page of each kind of report, as LibreOffice sets it on this machine.

python docs/pictures.py          # needs LibreOffice, pdftoppm (poppler) and Pillow, which comes with matplotlib.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

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


def main() -> None:
    """Write every picture."""
    sys.path.insert(0, str(ROOT))
    from PIL import Image

    from generator.document import pdf
    from generator.document.page.layout import read_layout
    from generator.document.text.blocks import read_blocks
    from generator.document.word import docx
    from generator.resources import Templates
    from tests.document.samples import VARIANTS, edge

    folder = ROOT / "docs" / "图"
    folder.mkdir(exist_ok=True)
    names = sorted({name for name, _ in PAGES.values()})
    texts = [VARIANTS[name] if name in VARIANTS else edge(int(name.partition("-")[2])) for name in names]
    layout = read_layout(Templates())
    made = dict(
        zip(names, pdf.convert([docx.write_docx(read_blocks(text), layout) for text in texts]), strict=True)
    )
    for name, (sample, page) in PAGES.items():
        file = folder / f"{name}.pdf"
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
        picture = Image.open(io.BytesIO(done.stdout)).quantize(16)
        picture.save(folder / f"{name}.png", optimize=True)
        print(f"已更新：docs/图/{name}.png")


if __name__ == "__main__":
    main()
