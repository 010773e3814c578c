"""The program on Windows' own Python, under Wine: the wheel that a clerk installs, in a folder as clerks name them."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.batch.units import reports_in, write_units
from tests.cli.command import EXAMPLES, real, said
from tests.conftest import program
from tests.windows.machine import ROOT, make_machine

pytestmark = pytest.mark.soak

FACTS = "稷下街道-2023.yaml"
HOLDS = "import sys; held = open(sys.argv[1], 'rb'); print('held', flush=True); sys.stdin.read()"


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    program("wine", what="Wine")
    folder = tmp_path_factory.mktemp("windows")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    try:
        machine = make_machine(folder, next(folder.glob("nianbao-*.whl")))
    except (OSError, subprocess.CalledProcessError) as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"备不齐 Windows 的 Python 和库（没有网络？）：{error}")
    yield machine
    machine.stop()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "年报 资料（2023年）"
    folder.mkdir()
    shutil.copy(EXAMPLES / FACTS, folder)
    return folder


def told(process):
    """Give what a console with code page 936 shows; anything else that was written fails the test."""
    return (process.stdout + process.stderr).decode("gbk")


def test_it_is_windows(windows, tmp_path):
    process = windows.start("-c", "import sys; print(sys.platform, sys.stdout.encoding)", cwd=tmp_path)
    assert process.communicate(timeout=300)[0].split() == [b"win32", b"gbk"]


@pytest.mark.parametrize("name", ["报告.docx", "报告.md", "报告.html"])
def test_a_report_has_the_same_bytes_as_here(windows, folder, name):
    process = windows.nianbao("render", FACTS, "-o", name, cwd=folder)
    assert process.returncode == 0, told(process)
    assert "已生成" in told(process)
    here = folder / f"这里 {name}"
    assert real("render", FACTS, "-o", here, cwd=folder).returncode == 0
    assert (folder / name).read_bytes() == here.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("check", FACTS), ("explain", FACTS), ("topics", "法治宣传教育"), ("rules",), ("schema",)],
)
def test_a_command_says_the_same_as_here(windows, folder, arguments):
    process, here = windows.nianbao(*arguments, cwd=folder), real(*arguments, cwd=folder)
    assert process.returncode == here.returncode == 0, told(process)
    assert told(process).replace("\r\n", "\n").split() == said(here).split()


def test_a_star_is_read_and_the_file_gets_its_title(windows, folder):
    process = windows.nianbao("render", "*.yaml", cwd=folder)
    assert process.returncode == 0, told(process)
    assert (folder / "稷下街道2023年法治政府建设年度报告.docx").read_bytes().startswith(b"PK")


def test_new_then_draft(windows, folder):
    assert windows.nianbao("new", "城东镇", "--year", "2026", cwd=folder).returncode == 0
    process = windows.nianbao("render", "城东镇-2026.yaml", "--draft", cwd=folder)
    assert process.returncode == 0, told(process)


def test_a_batch_has_the_same_bytes_as_here_also_where_a_report_is_held_open(windows, folder):
    """Its processes are begun anew, as Windows begins them, and add to the same two files of notes."""
    units = folder / "各单位"
    write_units(units, 30)
    process = windows.nianbao("batch", "各单位", "-o", "报告", cwd=folder)
    assert process.returncode == 0, told(process)
    assert "生成30份" in told(process)
    assert real("batch", "各单位", "-o", "这里", cwd=folder).returncode == 0
    assert reports_in(folder / "报告") == reports_in(folder / "这里")
    changed = sorted(units.iterdir())[:3]
    for path in changed:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("50余次", "60余次"), encoding="utf-8")
    name = f"报告/{changed[0].stem.removesuffix('-2023')}2023年法治政府建设年度报告.docx"
    holder = windows.start("-c", HOLDS, name, cwd=folder)
    try:
        assert holder.stdout.readline().strip() == b"held"
        held = windows.nianbao("batch", "各单位", "-o", "报告", cwd=folder)
    finally:
        holder.communicate(timeout=300)
    assert held.returncode == 1, told(held)
    assert "生成2份，没有变化、不必重做27份，写不进去1份" in told(held)
    assert "打开" in told(held)
    last = windows.nianbao("batch", "各单位", "-o", "报告", cwd=folder)
    assert "生成1份，没有变化、不必重做29份" in told(last)
    assert not list((folder / "报告").glob("*.tmp"))


def test_a_file_that_another_program_holds_open_stays_whole(windows, folder):
    target = folder / "报告.docx"
    assert windows.nianbao("render", FACTS, "-o", target.name, cwd=folder).returncode == 0
    old = target.read_bytes()
    facts = (folder / FACTS).read_text(encoding="utf-8").replace("普法活动: 50余次", "普法活动: 60余次")
    (folder / FACTS).write_text(facts, encoding="utf-8")
    holder = windows.start("-c", HOLDS, target.name, cwd=folder)
    try:
        assert holder.stdout.readline().strip() == b"held"
        refused = windows.nianbao("render", FACTS, "-o", target.name, cwd=folder)
    finally:
        holder.communicate(timeout=300)
    assert refused.returncode == 1, told(refused)
    assert "打开" in told(refused)
    assert target.read_bytes() == old
    assert {path.name for path in folder.iterdir()} == {FACTS, target.name, ".nianbao.json"}
    assert windows.nianbao("render", FACTS, "-o", target.name, cwd=folder).returncode == 0
    assert target.read_bytes() != old
