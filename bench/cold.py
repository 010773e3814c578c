"""Whole commands from a cold start, each a process of its own, in turns; prints the fastest and the middle round.

python bench/cold.py [rounds]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FACTS = ROOT / "examples" / "稷下街道-2023.yaml"
CLICK = """
import click
@click.group()
def app(): ...
@app.command()
def one(): ...
app(["--help"])
"""


def commands(out: Path) -> dict[str, list[str]]:
    """Give what is measured, by name; each rendering writes a file of its own."""
    nianbao = [sys.executable, "-c", "from generator.cli import main; main()"]
    return {
        "python（空）": [sys.executable, "-c", "pass"],
        'python -c "import docx"': [sys.executable, "-c", "import docx"],
        "click 的 --help": [sys.executable, "-c", CLICK],
        "nianbao --help": [*nianbao, "--help"],
        "nianbao check": [*nianbao, "check", str(FACTS)],
        "nianbao render -o X.md": [*nianbao, "render", str(FACTS), "-o", str(out / "报告.md")],
        "nianbao render -o X.docx": [*nianbao, "render", str(FACTS), "-o", str(out / "报告.docx")],
    }


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    # installed libraries are compiled, and so ours must be, as it is for whoever installs it
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        chosen = commands(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in chosen}
        for _ in range(rounds):
            for name, command in chosen.items():
                start = time.perf_counter()
                subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
                times[name].append((time.perf_counter() - start) * 1000)
    for name, found in times.items():
        print(f"{name:<28} 最快 {min(found):7.1f} 毫秒  居中 {statistics.median(found):7.1f} 毫秒")


if __name__ == "__main__":
    main()
