"""The project's everyday errands, on a machine with nothing but Python and git; see --help.

Sets up `.venv` beside this file, with exactly the libraries that requirements.lock names, the first time and whenever
that file or pyproject.toml has changed. On Debian, with root, `test` also installs the programs that some tests need
(LibreOffice, Chromium, poppler, fonts), and `soak` Wine; elsewhere those tests are skipped with a reason.
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
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
LOWEST = ROOT / ".venv-lowest"
PROJECT, LOCK = ROOT / "pyproject.toml", ROOT / "requirements.lock"
OUT = ROOT / "out"

PROGRAMS = {
    "soffice": "libreoffice-writer-nogui",
    "chromium": "chromium",
    "pdftoppm": "poppler-utils",
    "fc-list": "fontconfig",
}
WITHOUT_COMMAND = {
    "/usr/share/doc/fonts-noto-cjk": "fonts-noto-cjk",
    "/usr/share/doc/fonts-liberation": "fonts-liberation",
    "/usr/lib/libreoffice/program/libsclo.so": "libreoffice-calc-nogui",
}
WINE = {"wine": "wine"}

# runs with the project's own libraries: pairs of a facts file and the report to make of it
RENDER = """
import sys, generator
for facts, report in zip(sys.argv[1::2], sys.argv[2::2]):
    generator.render(facts, report)
"""

WORKERS = 2 * (os.cpu_count() or 1)
"""While one test waits for a browser or for LibreOffice, another has its core."""
PYTEST = ("-m", "pytest", "-q", "-n", str(WORKERS))


def call(*command: str | Path) -> None:
    """Run a command in the project's folder; a failing one ends this program with its status."""
    status = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if status:
        sys.exit(status)


def set_up() -> None:
    """Make the virtual environment, unless it fits pyproject.toml and the lock file already."""
    wanted = hashlib.sha256(PROJECT.read_bytes() + LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("准备运行环境（.venv），第一次要一两分钟……", flush=True)
    if not PYTHON.exists() or not works(PYTHON, "-m", "pip", "--version"):
        make_venv()
    install = (PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    call(*install, "--require-hashes", "-r", LOCK)
    call(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)
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


def install_programs(programs: dict[str, str]) -> None:
    """Install what the tests of Word, PDF and HTML need, or those under Wine, where that can be done."""
    missing = [package for name, package in programs.items() if shutil.which(name) is None]
    missing += [package for file, package in WITHOUT_COMMAND.items() if not Path(file).exists()]
    if missing and is_root_on_debian():
        print(f"安装测试所需的程序：{'、'.join(missing)}……", flush=True)
        apt(*missing)


def examples() -> None:
    """Render the five examples to Word and Markdown, in one go."""
    OUT.mkdir(exist_ok=True)
    sources = sorted((ROOT / "examples").glob("*.yaml"))
    pairs = [(facts, OUT / (facts.stem + suffix)) for facts in sources for suffix in (".docx", ".md")]
    call(PYTHON, "-c", RENDER, *(path for pair in pairs for path in pair))
    print(f"五份示例报告（Word 和 Markdown）在：{OUT}")


def test(*arguments: str) -> None:
    """Run the tests."""
    install_programs(PROGRAMS)
    call(PYTHON, *PYTEST, *arguments)


def soak(*arguments: str) -> None:
    """Run the tests that take long: many kills, many PDFs, Windows' own Python under Wine, properties many times."""
    install_programs({**PROGRAMS, **WINE})
    call(PYTHON, *PYTEST, "-m", "soak or hypothesis", "--hypothesis-profile", "soak", *arguments)


def lowest(*arguments: str) -> None:
    """Run the tests with the lowest version of every library that pyproject.toml allows, in an environment apart."""
    install_programs(PROGRAMS)
    python = LOWEST / PYTHON.relative_to(VENV)
    uv = (PYTHON, "-m", "uv", "--quiet")
    call(*uv, "venv", "--clear", "--python", sys.executable, LOWEST)
    wanted = ("--resolution", "lowest-direct", "--editable", f"{ROOT}[dev,charts]")
    call(*uv, "pip", "install", "--python", python, *wanted)
    call(python, *PYTEST, *arguments)


def lock(*arguments: str) -> None:
    """Write the lock file anew: what is in it stays, as far as pyproject.toml allows; `--upgrade` takes the newest."""
    form = ("--universal", "--generate-hashes", "--no-emit-index-url", "--python-version", "3.10")
    told = ("--custom-compile-command", "python3 run.py lock")
    compiling = (PYTHON, "-m", "uv", "pip", "compile", "--quiet", *form, *told)
    call(
        *compiling,
        "--extra",
        "dev",
        "--extra",
        "charts",
        "--extra",
        "traditional",
        "-o",
        LOCK.name,
        *arguments,
        PROJECT.name,
    )


def lint() -> None:
    """Hold the code to its rules and types."""
    call(PYTHON, "-m", "ruff", "check")
    call(PYTHON, "-m", "ruff", "format", "--check")
    call(PYTHON, "-m", "mypy")


def docs() -> None:
    """Write the pages that are made from the code and the templates."""
    call(PYTHON, ROOT / "docs" / "generate.py")


def manual(*arguments: str) -> None:
    """Build the manual into out/manual; needs Python 3.11."""
    call(PYTHON, ROOT / "docs" / "manual.py", *arguments)


def build() -> None:
    """Build the wheel into dist/."""
    call(PYTHON, "-m", "build", "--wheel", "--no-isolation")


def kit(*arguments: str) -> None:
    """Put an offline kit together, for machines without a network."""
    call(PYTHON, "-m", "kit", *arguments)


def release(*arguments: str) -> None:
    """Release a version: everything checked, made, hashed and tagged."""
    call(PYTHON, "-m", "kit.release", *arguments)


ERRANDS = {
    "examples": (examples, "把五份示例生成 Word 和 Markdown，放在 out/"),
    "test": (test, "跑全部测试；后面的参数交给 pytest"),
    "soak": (soak, "跑费时的测试：反复中断、成批的 PDF、Wine 下的 Windows，性质测试的例子多二十倍"),
    "lowest": (lowest, "用各个库的最低版本跑测试（Python 3.10 至 3.12）；后面的参数交给 pytest"),
    "lock": (lock, "更新 requirements.lock；加 --upgrade 换成各个库的最新版本"),
    "lint": (lint, "检查代码格式和类型"),
    "docs": (docs, "更新由模板和代码生成的文档"),
    "manual": (manual, "做手册，放在 out/manual；加 --with material 用备用的程序做"),
    "build": (build, "打包，放在 dist/"),
    "kit": (kit, "做离线包，放在 dist/；后面写 windows、linux-x86_64 或 linux-aarch64，见 docs/离线包.md"),
    "release": (release, "发布一个版本：检查、打包、做手册和离线包、列散列值、打标签；后面写版本号"),
}


def main() -> None:
    """Set up, then run one errand."""
    listing = "\n".join(f"  {name:<10}{about}" for name, (_, about) in ERRANDS.items())
    parser = argparse.ArgumentParser(
        description="项目的日常事务", epilog=listing, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("errand", choices=ERRANDS, metavar="事务", help="做哪件事，见下")
    errand, rest = parser.parse_known_args()
    run_errand = ERRANDS[errand.errand][0]
    if rest and not inspect.signature(run_errand).parameters:
        sys.exit(f"{errand.errand} 后面不带参数：{' '.join(rest)}")
    set_up()
    # where an image of a machine sets this, each of the hundreds of processes of the tests compiles all modules anew
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    run_errand(*rest)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    main()
