"""The Pythons that a kit brings along."""

import zipfile
from hashlib import sha256

import pytest

from kit import KitError
from kit.pythons import KNOWN, checked_hash, unpack_embedded, unpack_standalone
from tests.kit.made import embedded_python, standalone_python


def test_a_file_is_taken_whose_hash_is_stated(tmp_path):
    path = embedded_python(tmp_path)
    digest = sha256(path.read_bytes()).hexdigest()
    assert checked_hash(path, digest.upper()) == digest
    with pytest.raises(KitError, match="散列值不符"):
        checked_hash(path, "0" * 64)
    with pytest.raises(KitError, match=f"不认识 embed.zip.*--sha256 {digest}"):
        checked_hash(path, "")
    with pytest.raises(KitError, match="找不到文件"):
        checked_hash(tmp_path / "没有.zip", "")


def test_the_known_files_are_named():
    assert all(len(digest) == 64 and name.endswith("-embed-amd64.zip") for digest, name in KNOWN.items())


def test_the_embedded_python_sees_our_libraries_alone(tmp_path):
    python = unpack_embedded(embedded_python(tmp_path), "x", tmp_path / "python", (r"..\site-packages",))
    assert (python.version, python.licence) == ("3.13.2", "PSF LICENSE\n")
    assert (
        tmp_path / "python" / "python313._pth"
    ).read_bytes() == b"python313.zip\r\n.\r\n..\\site-packages\r\n"


@pytest.mark.parametrize("version", ["3.9.13", "3.8.10"])
def test_an_old_python_is_refused(tmp_path, version):
    with pytest.raises(KitError, match=f"是 Python {version}，要 3.10 以上的"):
        unpack_embedded(embedded_python(tmp_path, version), "x", tmp_path / "python", ())


def test_another_zip_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "别的.zip", "w") as archive:
        archive.writestr("甲.txt", "")
    with pytest.raises(KitError, match="不是 python.org"):
        unpack_embedded(tmp_path / "别的.zip", "x", tmp_path / "python", ())


def test_of_a_standalone_build_what_a_report_needs(tmp_path):
    python = unpack_standalone(standalone_python(tmp_path), "x", tmp_path / "python")
    assert python.version == "3.12.9"
    names = {
        path.relative_to(tmp_path / "python").as_posix()
        for path in (tmp_path / "python").rglob("*")
        if path.is_file()
    }
    assert names == {"bin/python3.12", "lib/python3.12/LICENSE.txt", "lib/python3.12/os.py"}
    assert (tmp_path / "python" / "bin" / "python3.12").stat().st_mode & 0o100
