"""A small kit, put together from wheels that are made here: what is in it, and what it is refused for."""

import json
import stat
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from generator.offline.kit import SBOM, SUMS
from kit import KitError
from kit.__main__ import main
from kit.assemble import Order, assemble_kit, must_be_old_enough, write_sums
from kit.targets import TARGETS
from tests.kit.made import built_manual, embedded_python, lock_line, standalone_python, wheel

ROOT = Path(__file__).parents[2]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def ordered(folder) -> Order:
    """Give an order for a kit for Linux: our wheel, a library that runs from a zip and one that does not."""
    wheels = folder / "wheels"
    wheels.mkdir()
    own = wheel(folder, "nianbao", "0.1.0", requires=["yi", "er"], files={"generator/__init__.py": "pass\n"})
    lines = [lock_line(wheel(wheels, "yi")), lock_line(wheel(wheels, "er", files={"er/甲.txt": "x"}))]
    lock = folder / "requirements.lock"
    lock.write_text("".join(lines), encoding="utf-8")
    manual = built_manual(folder)
    return Order(TARGETS["linux-x86_64"], own, lock, folder / "out", manual, minor=HERE, wheels=wheels)


@pytest.fixture
def order(tmp_path):
    return ordered(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return assemble_kit(ROOT, ordered(tmp_path_factory.mktemp("kit")))


@pytest.fixture(scope="module")
def files(made):
    """What is in the kit, by the names within its folder."""
    return contents(made.path)


def contents(path):
    with zipfile.ZipFile(path) as archive:
        top = {name.partition("/")[0] for name in archive.namelist()}
        assert top == {path.stem}
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_what_is_in_a_kit(made, files):
    assert made.path.name == "nianbao-0.1.0-linux-x86_64.zip"
    assert made.compiled
    assert {name.split("/")[0] for name in files} == {
        *("program", "许可", "手册", "示例", "我的年报", SUMS, SBOM),
        *("启动.sh", "年报.desktop", "先读我.txt"),
    }
    assert files["先读我.txt"].decode().startswith(f"年报 nianbao 0.1.0（Linux x86_64，Python {HERE}）")
    names = set(files)
    assert "program/site-packages/er/甲.txt" in names
    assert any(name.startswith("program/site-packages/er/__pycache__/") for name in names)
    assert not any(name.startswith("program/site-packages/yi") for name in names)
    assert {"许可/er-1.0/LICENSE", "许可/yi-1.0/LICENSE", "许可/nianbao-0.1.0/LICENSE"} < names
    assert files["许可/idiomorph-0.8.0/LICENSE"].startswith(b"Zero-Clause BSD")
    assert len([name for name in names if name.startswith("示例/")]) == len(
        list((ROOT / "examples").glob("*.yaml"))
    )


def test_the_list_is_of_all_files(files):
    listed = dict(reversed(line.split("  ", 1)) for line in files[SUMS].decode().splitlines())
    assert listed == {name: sha256(data).hexdigest() for name, data in files.items() if name != SUMS}


def test_a_library_is_found_in_the_zip(files, tmp_path):
    path = tmp_path / "libraries.zip"
    path.write_bytes(files["program/libraries.zip"])
    with zipfile.ZipFile(path) as archive:
        assert {"yi/__init__.py", "yi/__init__.pyc"} < set(archive.namelist())
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}


def test_the_same_files_make_the_same_bytes(order, made):
    assert assemble_kit(ROOT, order).path.read_bytes() == made.path.read_bytes()


def test_the_bill_of_materials_names_each_part(files):
    bom = json.loads(files[SBOM])
    assert (bom["bomFormat"], bom["metadata"]["component"]["name"]) == ("CycloneDX", "nianbao")
    parts = {one["name"]: one for one in bom["components"]}
    assert set(parts) == {"yi", "er", "idiomorph"}
    assert parts["yi"]["version"] == "1.0"
    assert parts["yi"]["licenses"] == [{"license": {"name": "MIT"}}]
    assert len(parts["yi"]["hashes"][0]["content"]) == 64


def test_it_fits_the_schema_of_such_bills(files):
    from cyclonedx.exception import MissingOptionalDependencyException
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = files[SBOM].decode()
    try:
        assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    except MissingOptionalDependencyException:
        pytest.skip("没有安装 cyclonedx-python-lib 的 json-validation")


def test_a_kit_for_windows_brings_its_python(order, tmp_path):
    python = embedded_python(tmp_path)
    digest = sha256(python.read_bytes()).hexdigest()
    files = contents(
        assemble_kit(ROOT, order._replace(target=TARGETS["windows"], python=python, sha256=digest)).path
    )
    assert files["program/python/python313._pth"].split() == [
        *(b"python313.zip", b".", rb"..\site-packages", rb"..\libraries.zip")
    ]
    assert files["许可/Python-3.13.2/LICENSE.txt"] == b"PSF LICENSE\n"
    assert {"启动.bat", "命令行.bat", "program/bin/nianbao.bat"} < set(files)
    assert [name for name in files if name.endswith(".exe")] == ["program/python/python.exe"]
    python_part = next(one for one in json.loads(files[SBOM])["components"] if one["name"] == "Python")
    assert (python_part["version"], python_part["hashes"][0]["content"]) == ("3.13.2", digest)


@pytest.mark.skipif(sys.platform == "win32", reason="pyenv keeps them elsewhere there")
def test_a_python_that_pyenv_keeps_compiles_it(order, tmp_path, monkeypatch):
    """The one of that version on the path only runs where it was chosen."""
    own = tmp_path / "versions" / "3.13.9" / "bin" / "python3.13"
    own.parent.mkdir(parents=True)
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    own.chmod(0o755)
    unchosen = tmp_path / "python3.13"
    unchosen.write_text("#!/bin/sh\nexit 127\n")
    unchosen.chmod(0o755)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    packed = embedded_python(tmp_path)
    digest = sha256(packed.read_bytes()).hexdigest()
    windows = order._replace(target=TARGETS["windows"], python=packed, sha256=digest)
    assert assemble_kit(ROOT, windows).compiled


def test_a_kit_for_windows_without_python_says_where_to_get_it(order):
    with pytest.raises(KitError, match=r"python\.org 的下载页.*embeddable.*--python"):
        assemble_kit(ROOT, order._replace(target=TARGETS["windows"]))


def test_a_kit_for_linux_may_bring_its_python(order, tmp_path):
    python = standalone_python(tmp_path)
    stated = sha256(python.read_bytes()).hexdigest()
    made = assemble_kit(ROOT, order._replace(python=python, sha256=stated))
    with zipfile.ZipFile(made.path) as archive:
        modes = {
            one.filename.partition("/")[2]: stat.S_IMODE(one.external_attr >> 16)
            for one in archive.infolist()
        }
    programs = {"启动.sh", "年报.desktop", "program/bin/nianbao", "program/python/bin/python3.12"}
    assert {name for name, mode in modes.items() if mode == 0o755} == programs


@pytest.mark.parametrize(
    ("asked", "old"), [((2, 17), True), ((2, 3), True), ((2, 18), False), ((2, 34), False)]
)
def test_a_file_for_newer_systems_is_refused(tmp_path, asked, old):
    (tmp_path / "甲.so").write_bytes(b"\x7fELF" + b"\0GLIBC_2.2.5\0GLIBC_%d.%d\0" % asked)
    (tmp_path / "乙.txt").write_bytes(b"GLIBC_2.99")
    if old:
        must_be_old_enough(tmp_path)
    else:
        with pytest.raises(KitError, match=rf"甲.so 要 glibc {asked[0]}\.{asked[1]}"):
            must_be_old_enough(tmp_path)


def test_a_path_that_windows_does_not_unpack_is_refused(tmp_path):
    (tmp_path / ("长" * 80)).mkdir()
    (tmp_path / ("长" * 80) / ("名" * 80)).write_bytes(b"")
    with pytest.raises(KitError, match="路径太长（161个字）"):
        write_sums(tmp_path)


def arguments(order, *more):
    given = (
        "--own",
        order.own,
        "--lock",
        order.lock,
        "--wheels",
        order.wheels,
        "--manual",
        order.manual,
        "-o",
        order.out,
    )
    return [*map(str, given), *more]


def test_the_errand_says_what_it_made(order, capsys):
    assert main(["linux-x86_64", *arguments(order)]) == 0
    said = capsys.readouterr().out
    path = order.out / "nianbao-0.1.0-linux-x86_64.zip"
    assert f"离线包：{path}（" in said
    assert f"sha256：{sha256(path.read_bytes()).hexdigest()}" in said
    assert f"用的机器上要有 Python {HERE}" in said


def test_the_errand_says_why_it_made_none(order, capsys):
    next(order.wheels.glob("yi*")).unlink()
    assert main(["linux-x86_64", *arguments(order)]) == 1
    assert capsys.readouterr().err.startswith("没有做成离线包：yi 要锁文件里的 1.0")
    assert not order.out.exists()
