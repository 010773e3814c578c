"""A kit is whole, or says what is gone or changed; it is not run from inside a zip."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from generator.offline.kit import (
    SUMS,
    damaged_files,
    kit_at_hand,
    must_be_unpacked,
    must_be_whole,
    program_files,
)
from generator.problems import UserError

FILES = ("program/start.py", "program/site-packages/甲.py", "示例/甲.yaml")


@pytest.fixture
def kit(tmp_path):
    kit = tmp_path / "年报 离线包（1）"
    lines = []
    for name in FILES:
        path = kit / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n" * 99, encoding="utf-8")
        lines.append(f"{sha256(path.read_bytes()).hexdigest()}  {name}\n")
    (kit / SUMS).write_text("".join(lines), encoding="utf-8")
    return kit


def test_a_whole_kit_is_run(kit):
    must_be_whole(kit)
    must_be_whole(kit)
    assert program_files(kit) == 2


@pytest.mark.parametrize("name", FILES[:2])
def test_one_changed_byte_is_found(kit, name):
    must_be_whole(kit)
    path = kit / name
    data = bytearray(path.read_bytes())
    data[7] ^= 1
    path.write_bytes(data)
    os.utime(path, (1, 1))  # a clock that is too coarse would hide what was written in the same moment
    assert damaged_files(kit) == [(name, False)]
    with pytest.raises(UserError) as told:
        must_be_whole(kit)
    assert f"与装配时不一样：{name}。" in told.value.message
    assert told.value.status == 2


def test_a_file_that_is_gone_is_found_and_one_that_came_back_is_right(kit):
    path = kit / FILES[1]
    data = path.read_bytes()
    path.unlink()
    assert damaged_files(kit) == [(FILES[1], True)]
    with pytest.raises(UserError, match="少了文件：program/site-packages/甲.py。.*杀毒软件"):
        must_be_whole(kit)
    path.write_bytes(data)
    must_be_whole(kit)


def test_what_is_the_users_may_change(kit):
    (kit / FILES[2]).write_text("改过", encoding="utf-8")
    (kit / "program" / "site-packages" / "__pycache__").mkdir()
    must_be_whole(kit)


def test_a_kit_without_its_list_is_not_run(kit):
    (kit / SUMS).unlink()
    with pytest.raises(UserError, match="重新解压|读不出"):
        must_be_whole(kit)


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\甲\AppData\Local\Temp\Temp1_nianbao.zip\nianbao",
        r"C:\Users\甲\AppData\Local\Temp\Rar$DIa1234.5678\nianbao",
        r"D:\临时\7zO4A3B21C0\nianbao",
        "/home/jia/.cache/.fr-a1B2c3/nianbao",
        "/tmp/ark-Xy12/nianbao",
        "/run/user/1000/gvfs/archive:host=file%253A%252F/nianbao",
    ],
)
def test_the_folder_of_a_zip_viewer_is_known(path):
    with pytest.raises(UserError, match="请先解压"):
        must_be_unpacked(Path(path))


@pytest.mark.parametrize(
    "path", [r"D:\7zip 工具\年报（2025）", "/home/jia/ark-资料/年报", r"C:\Temp 资料\年报", "/opt/年报"]
)
def test_a_folder_of_the_users_own_is_none(path):
    must_be_unpacked(Path(path))


def test_a_checkout_is_no_kit():
    assert kit_at_hand() is None
