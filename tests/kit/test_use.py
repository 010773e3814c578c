"""The kits as their users have them: unpacked into a folder as clerks name them, the network cut, started, used."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.command import EXAMPLES, real
from tests.conftest import lacking, program
from tests.kit.made import ROOT
from tests.windows.machine import embeddable_files

pytestmark = pytest.mark.soak

FACTS = "稷下街道-2023.yaml"
ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/")


def unpacked(folder: Path, target: str, *more) -> Path:
    """Put a kit together, unpack it, and give its folder."""
    made = [sys.executable, "-m", "kit", target, "-o", str(folder), *map(str, more)]
    done = subprocess.run(made, cwd=ROOT, capture_output=True, check=False)
    if done.returncode and "下载不到" in done.stderr.decode():
        lacking("下载不到锁定的库（没有网络？）")
    assert done.returncode == 0, done.stderr.decode()
    (path,) = folder.glob("*.zip")
    assert path.stat().st_size <= 45_000_000
    home = folder / "年报 资料（2025年）"
    shutil.unpack_archive(path, home)
    with zipfile.ZipFile(path) as archive:  # as an unpacker does that keeps what may be run
        for one in archive.infolist():
            (home / one.filename).chmod(one.external_attr >> 16)
    kit = home / path.stem
    shutil.copy(EXAMPLES / FACTS, kit / "我的年报")
    return kit


def page_of(process) -> bytes:
    """Read what the page answers once its address is told."""
    said = b""
    while not ADDRESS.search(said):
        line = process.stdout.readline()
        assert line, said
        said += line
    with urllib.request.urlopen(ADDRESS.search(said)[0].decode(), timeout=60) as answer:
        return answer.read()


@pytest.fixture(scope="module")
def linux(tmp_path_factory):
    if sys.platform != "linux" or os.uname().machine != "x86_64" or sys.version_info >= (3, 14):
        lacking("要 x86_64 的 Linux 和 Python 3.10 至 3.13")
    return unpacked(tmp_path_factory.mktemp("kit"), "linux-x86_64")


def cut(kit, *command) -> subprocess.CompletedProcess:
    """Run a command of the kit where there is no network at all, loopback neither."""
    python = f"{Path(sys.executable).resolve().parent}:{os.environ['PATH']}"
    return subprocess.run(
        [program("unshare", what="util-linux"), "-rn", "sh", kit / "program/bin/nianbao", *command],
        cwd=kit / "我的年报",
        env={**os.environ, "PATH": python},
        capture_output=True,
        check=False,
    )


def test_linux_renders_with_the_network_cut(linux, tmp_path):
    done = cut(linux, "render", FACTS, "-o", "甲.docx")
    if b"unshare" in done.stderr:
        lacking("这里不许断开网络（unshare）")
    assert done.returncode == 0, done.stderr.decode()
    shutil.copy(EXAMPLES / FACTS, tmp_path)
    assert real("render", FACTS, "-o", "甲.docx", cwd=tmp_path).returncode == 0
    assert (linux / "我的年报" / "甲.docx").read_bytes() == (tmp_path / "甲.docx").read_bytes()


def test_linux_tells_of_itself(linux):
    (record,) = json.loads(cut(linux, "about", "--json").stdout)
    assert record["network"]["refused"] is True
    assert record["kit"] == str(linux)
    assert Path(record["sbom"]).is_file()
    assert record["files"] > 1000
    names = {path.name for path in Path(record["licences"]).iterdir()}
    makers = {name for name in names if name.startswith("手册 ")}  # of the manual beside the program
    assert "手册 iframe-worker-1.0.4" in makers
    parts = [one for one in record["parts"] if one["name"] != "Python"]  # this kit brings none
    assert {f"{one['name']}-{one['version']}" for one in parts} == names - makers


def test_linux_opens_its_page(linux):
    python = f"{Path(sys.executable).resolve().parent}:{os.environ['PATH']}"
    process = subprocess.Popen(
        ["sh", linux / "启动.sh"],
        env={**os.environ, "PATH": python, "BROWSER": "true", "PYTHONPATH": "/nowhere"},
        stdout=subprocess.PIPE,
    )
    try:
        assert b"<!doctype html>" in page_of(process).lower()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def test_linux_notices_a_changed_byte(linux):
    path = linux / "program" / "site-packages" / "generator" / "wording.py"
    data = path.read_bytes()
    path.write_bytes(data + b"#")
    try:
        done = cut(linux, "--version")
        assert (done.returncode, "与装配时不一样" in done.stderr.decode()) == (2, True)
    finally:
        path.write_bytes(data)
    assert cut(linux, "--version").returncode == 0


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_no_file_asks_for_a_newer_c_library(machine, tmp_path):
    readelf = program("readelf", what="binutils")
    kit = unpacked(tmp_path, f"linux-{machine}", "--python-version", "3.11")
    asked = set()
    for path in kit.rglob("*.so*"):
        told = subprocess.run([readelf, "-V", path], capture_output=True, check=True).stdout.decode()
        asked |= {tuple(map(int, pair)) for pair in re.findall(r"GLIBC_(\d+)\.(\d+)", told)}
    assert asked
    assert max(asked) <= (2, 17)


class Wine:
    """The kit for Windows, under Wine; its programs are started as a double-click starts them."""

    def __init__(self, kit: Path, folder: Path) -> None:
        self.kit = kit
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self.environment = {**ours, "WINEPREFIX": str(folder), "WINEDEBUG": "-all"}

    def start(self, *command) -> subprocess.Popen:
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen(["wine", *map(str, command)], cwd=self.kit, env=self.environment, **streams)

    def nianbao(self, *arguments) -> subprocess.CompletedProcess:
        process = self.start(
            self.kit / "program/python/python.exe", self.kit / "program/start.py", *arguments
        )
        out, _ = process.communicate(timeout=500)
        return subprocess.CompletedProcess(arguments, process.returncode, out)

    def stop(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False, capture_output=True)


@pytest.fixture(scope="module")
def windows(tmp_path_factory):
    program("wine", what="Wine")
    folder = tmp_path_factory.mktemp("kit for windows")
    try:
        files = embeddable_files(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        lacking(f"备不齐 Windows 的 Python（没有网络？）：{error}")
    packed = Path(shutil.make_archive(str(folder / "python-embed"), "zip", files))
    stated = sha256(packed.read_bytes()).hexdigest()
    wine = Wine(unpacked(folder / "made", "windows", "--python", packed, "--sha256", stated), folder / "wine")
    yield wine
    wine.stop()


def test_windows_makes_the_same_word_file(windows, tmp_path):
    done = windows.nianbao("render", f"我的年报/{FACTS}", "-o", "我的年报/甲.docx")
    assert done.returncode == 0, done.stdout
    shutil.copy(EXAMPLES / FACTS, tmp_path)
    assert real("render", FACTS, "-o", "甲.docx", cwd=tmp_path).returncode == 0
    assert (windows.kit / "我的年报" / "甲.docx").read_bytes() == (tmp_path / "甲.docx").read_bytes()


def test_windows_tells_of_itself(windows):
    (record,) = json.loads(windows.nianbao("about", "--json").stdout)
    assert record["network"]["refused"] is True
    assert record["files"] > 1000


def test_windows_opens_its_page_by_a_double_click(windows):
    process = windows.start("cmd", "/c", "启动.bat")
    try:
        assert b"<!doctype html>" in page_of(process).lower()
    finally:
        windows.stop()
        process.communicate(timeout=60)


def test_windows_refuses_asyncio_too(windows):
    script = windows.kit / "试.py"
    script.write_text(
        "import asyncio\nfrom generator.offline.network import NetworkRefusedError, refuse_network\nrefuse_network()\n"
        "try:\n    asyncio.run(asyncio.open_connection('192.0.2.1', 80))\n"
        "except NetworkRefusedError:\n    print('refused')\n",
        encoding="utf-8",
    )
    process = windows.start(windows.kit / "program/python/python.exe", script)
    assert b"refused" in process.communicate(timeout=500)[0]


def test_windows_asks_to_unpack_it_first(windows):
    """A viewer that unpacks everything does so into the system's own folder for such things."""
    where = windows.kit.parent / "Temp1_nianbao.zip"
    shutil.copytree(windows.kit, where / windows.kit.name)
    python = where / windows.kit.name / "program"
    process = windows.start(python / "python" / "python.exe", python / "start.py", "--version")
    process.communicate(timeout=500)
    assert process.returncode == 2
