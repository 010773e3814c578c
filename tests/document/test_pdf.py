"""PDF through LibreOffice: several files in one start, and clear words where it is missing."""

from __future__ import annotations

import stat

import pytest

from generator.document import office as offices
from generator.document import pdf
from generator.problems import UserError


def test_without_libreoffice(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(offices, "_WHERE", ())
    with pytest.raises(UserError) as caught:
        pdf.convert([b""])
    assert "LibreOffice" in caught.value.message
    assert "https://zh-cn.libreoffice.org" in caught.value.fix


def office(tmp_path, script):
    """Put a command of that name on the path."""
    command = tmp_path / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IEXEC)
    return command


@pytest.mark.skipif("os.name != 'posix'", reason="用 shell 脚本代替 LibreOffice")
def test_an_office_that_makes_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", f"{office(tmp_path, 'exit 0').parent}:/bin:/usr/bin")
    with pytest.raises(UserError, match="没有生成 PDF"):
        pdf.convert([b"x"])


@pytest.mark.skipif("os.name != 'posix'", reason="用 shell 脚本代替 LibreOffice")
def test_an_office_that_never_ends(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", f"{office(tmp_path, 'sleep 600').parent}:/bin:/usr/bin")
    monkeypatch.setattr(pdf, "_START", 1)
    monkeypatch.setattr(pdf, "_EACH", 0)
    with pytest.raises(UserError, match="超过1秒没有完成"):
        pdf.convert([b"x"])


def test_same_files_same_bytes(files, pages):
    """Also: the title and the day of the report are in the PDF, not the moment it was made."""
    assert pages
    first, second = (pdf.convert([files["one-page"], files["formal"]]) for _ in range(2))
    assert first == second
    assert b"/CreationDate(D:20240115000000" in first[0]
