"""The errand `kit` of run.py: builds our wheel and the manual, has the kit put together, says what came of it."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from kit import KitError
from kit.assemble import Order, assemble_kit
from kit.targets import TARGETS

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Put one kit together; gives the exit status: 1 where it could not be, 2 for wrong usage."""
    given = _parser().parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory() as folder:
            own = given.own or _built(Path(folder))
            order = Order(
                TARGETS[given.target],
                own,
                given.lock,
                given.out,
                given.manual or _manual(Path(folder) / "manual"),
                python=given.python,
                sha256=given.sha256,
                minor=given.python_version,
                wheels=given.wheels,
            )
            kit = assemble_kit(ROOT, order)
    except KitError as error:
        print(f"没有做成离线包：{error}", file=sys.stderr)
        return 1
    print(f"离线包：{kit.path}（{kit.path.stat().st_size / 1e6:.1f} MB，Python {kit.python}）")
    print(f"sha256：{sha256(kit.path.read_bytes()).hexdigest()}")
    if not kit.compiled:
        print("没有预先编译（本机没有同一版本的 Python），每次启动都慢一些，第一次慢得多。")
    if given.python is None:
        print(
            f"没有自带 Python：用的机器上要有 Python {given.python_version}；要自带，请用 --python 指明文件。"
        )
    return 0


def _built(folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(folder), str(ROOT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise KitError(f"打不了包：\n{done.stdout[-500:]}{done.stderr[-500:]}")
    return next(folder.glob("nianbao-*.whl"))


def _manual(folder: Path) -> Path:
    command = [sys.executable, str(ROOT / "docs" / "manual.py"), "--into", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise KitError(f"手册没有做成：\n{done.stdout[-500:]}{done.stderr[-500:]}")
    return folder


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py kit", description="做离线包：一个 zip，解压就能用，不用连网"
    )
    parser.add_argument("target", choices=TARGETS, metavar="系统", help="、".join(TARGETS))
    parser.add_argument(
        "--python",
        type=Path,
        metavar="文件",
        help="自带的 Python：Windows 是 python.org 的 embeddable 包，Linux 是 python-build-standalone 的 install_only 包",
    )
    parser.add_argument(
        "--sha256", default="", metavar="散列值", help="这个文件官方公布的 sha256；认识的文件不用写"
    )
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    parser.add_argument(
        "--python-version",
        type=_minor,
        default=here,
        metavar="版本",
        help=f"Linux 上不自带 Python 的，用哪个版本；不写就是本机的 {here}",
    )
    parser.add_argument("--wheels", type=Path, metavar="文件夹", help="从这里取各个库的 wheel，不下载")
    parser.add_argument("--own", type=Path, metavar="文件", help="已经打好的 nianbao wheel；不写就现打")
    parser.add_argument("--manual", type=Path, metavar="文件夹", help="已经做好的手册；不写就现做")
    parser.add_argument(
        "--lock", type=Path, default=ROOT / "requirements.lock", metavar="文件", help="锁文件"
    )
    parser.add_argument(
        "-o", "--out", type=Path, default=ROOT / "dist", metavar="文件夹", help="放在哪里；不写就是 dist"
    )
    return parser


def _minor(written: str) -> str:
    if not re.fullmatch(r"3\.1\d", written):
        raise argparse.ArgumentTypeError("写成 3.12 这样，3.10 以上")
    return written


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(main())
