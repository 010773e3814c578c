"""Old Word and WPS files: three different sentences where LibreOffice is missing, slow, or cannot open one."""

import stat

import pytest

from generator.document import office as offices
from generator.document.office import converted, find_office
from generator.intake.foreign import open_word
from generator.intake.old_formats import as_docx
from generator.problems import UserError
from tests.intake.documents import word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
posix = pytest.mark.skipif("os.name != 'posix'", reason="用 shell 脚本代替 LibreOffice")


def stand_in(tmp_path, monkeypatch, script):
    command = tmp_path / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")


def refused(data, suffix=".doc", limit=60):
    with pytest.raises(UserError) as caught:
        as_docx(data, f"旧{suffix}", suffix, limit)
    return caught.value.message


def test_without_libreoffice(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(offices, "_WHERE", ())
    assert "本机没有安装" in refused(OLE)


@posix
def test_one_that_takes_too_long(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "sleep 60")
    assert "超过1秒没有读完，已停止" in refused(OLE, limit=1)


@posix
def test_one_that_cannot_open_the_file(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "exit 1")
    assert "LibreOffice 打不开这个文件" in refused(OLE)


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"abc", ".doc", "这不是 .doc 文件"),
        (b"", ".wps", "这不是 .wps 文件"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".doc", "加了打开密码"),
    ],
)
def test_what_is_no_old_file(data, suffix, message):
    assert message in refused(data, suffix)


def test_a_docx_by_another_name_is_taken_as_it_is():
    data = word_file("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")
    assert as_docx(data, "旧.doc", ".doc") == data


@pytest.mark.skipif(find_office() is None, reason="本机没有 LibreOffice")
@pytest.mark.soak
@pytest.mark.parametrize("suffix", [".doc", ".rtf", ".odt"])
def test_a_real_old_file(suffix):
    """Usually one .doc is read, that of tests/document/test_office.py."""
    data = word_file("<w:p><w:r><w:t>排查矛盾纠纷231件。</w:t></w:r></w:p>")
    (old,) = converted(find_office(), [data], ".docx", suffix[1:], 120)
    lines = open_word(as_docx(old, f"旧{suffix}", suffix, 120), "旧").lines
    assert [one.text for one in lines if one.text] == ["排查矛盾纠纷231件。"]
