"""The project's everyday errands, on a machine with nothing but Python and git; see --help.

Sets up `.venv` beside this file the first time and whenever pyproject.toml has changed. On Debian, with root, `test` also
installs the programs that some tests need (LibreOffice, Chromium, poppler, fonts); elsewhere those tests are skipped
with a reason.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "nianbao-set-up"
OUT = ROOT / "out"

PROGRAMS = {
    "soffice": "libreoffice-writer-nogui",
    "chromium": "chromium",
    "pdftoppm": "poppler-utils",
    "fc-list": "fontconfig",
}
FONTS = ("fonts-noto-cjk", "fonts-liberation")


def call(*command: str | Path) -> None:
    """Run a command in the project's folder; a failing one ends this program with its status."""
    status = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if status:
        sys.exit(status)


def set_up() -> None:
    """Make the virtual environment, unless it fits pyproject.toml already."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("准备运行环境（.venv），第一次要一两分钟……", flush=True)
    if not PYTHON.exists() or not works(PYTHON, "-m", "pip", "--version"):
        make_venv()
    call(
        PYTHON,
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--editable",
        f"{ROOT}[dev,charts]",
    )
    STAMP.write_text(wanted, encoding="utf-8")


def make_venv() -> None:
    """Make `.venv` with pip in it; Debian has the parts for that in a package of their own."""
    if works(sys.executable, "-m", "venv", "--clear", VENV):
        return
    if is_root_on_debian():
        apt("python3-venv")
    elif works(sys.executable, "-m", "pip", "--version"):
        works(sys.executable, "-m", "pip", "install", "--user", "virtualenv")
        if works(sys.executable, "-m", "virtualenv", "--clear", VENV):
            return
    if not works(sys.executable, "-m", "venv", "--clear", VENV):
        sys.exit("建不了虚拟环境：请先安装 Python 的 venv 组件（Debian、Ubuntu：apt install python3-venv）。")


def works(*command: str | Path) -> bool:
    """Run a command quietly and tell whether it succeeded."""
    return (
        subprocess.run([str(part) for part in command], cwd=ROOT, check=False, capture_output=True).returncode
        == 0
    )


def is_root_on_debian() -> bool:
    """Tell whether programs can be installed here without asking anyone."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt(*packages: str) -> None:
    """Install packages of Debian's; whether that worked shows when they are used."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *command], env=environment, check=False, stdout=subprocess.DEVNULL)


def install_programs() -> None:
    """Install what the tests of Word, PDF and HTML need, where that can be done."""
    missing = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
    missing += [package for package in FONTS if not Path("/usr/share/doc", package).exists()]
    if missing and is_root_on_debian():
        print(f"安装测试所需的程序：{'、'.join(missing)}……", flush=True)
        apt(*missing)


def examples() -> None:
    """Render the five examples to Word and Markdown."""
    OUT.mkdir(exist_ok=True)
    for facts in sorted((ROOT / "examples").glob("*.yaml")):
        for suffix in (".docx", ".md"):
            call(BIN / "nianbao", "render", facts, "-o", OUT / (facts.stem + suffix))
    print(f"五份示例报告（Word 和 Markdown）在：{OUT}")


def test(*arguments: str) -> None:
    """Run the tests."""
    install_programs()
    call(PYTHON, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", *arguments)


def lint() -> None:
    """Hold the code to its rules and types."""
    call(PYTHON, "-m", "ruff", "check")
    call(PYTHON, "-m", "ruff", "format", "--check")
    call(PYTHON, "-m", "mypy")


def docs() -> None:
    """Write the pages that are made from the code and the templates."""
    call(PYTHON, ROOT / "docs" / "generate.py")


def build() -> None:
    """Build the wheel into dist/."""
    call(PYTHON, "-m", "build", "--wheel", "--no-isolation")


ERRANDS = {
    "examples": (examples, "把五份示例生成 Word 和 Markdown，放在 out/"),
    "test": (test, "跑全部测试；后面的参数交给 pytest"),
    "lint": (lint, "检查代码格式和类型"),
    "docs": (docs, "更新由模板和代码生成的文档"),
    "build": (build, "打包，放在 dist/"),
}


def main() -> None:
    """Set up, then run one errand."""
    listing = "\n".join(f"  {name:<10}{about}" for name, (_, about) in ERRANDS.items())
    parser = argparse.ArgumentParser(
        description="项目的日常事务", epilog=listing, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("errand", choices=ERRANDS, metavar="事务", help="做哪件事，见下")
    errand, rest = parser.parse_known_args()
    set_up()
    ERRANDS[errand.errand][0](*rest)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    main()
