"""Other forms through LibreOffice: what is made, and three different messages where nothing is."""

from __future__ import annotations

import stat

import pytest

from generator.document import office as offices
from generator.document.office import exported
from generator.intake.old_formats import as_docx
from generator.intake.reading import word
from generator.problems import UserError

FORMS = pytest.mark.parametrize(
    ("wanted", "name"), [("pdf:writer_pdf_Export", "PDF"), ("doc:MS Word 97", ".doc")]
)


@FORMS
def test_without_libreoffice(monkeypatch, tmp_path, wanted, name):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(offices, "_WHERE", ())
    with pytest.raises(UserError, match=f"生成 {name} 要用 LibreOffice，本机没有安装") as caught:
        exported([b""], wanted, name)
    assert "https://zh-cn.libreoffice.org" in caught.value.fix
    assert f"另存为 {name}" in caught.value.fix


def office(tmp_path, script):
    """Put a command of that name on the path."""
    command = tmp_path / "soffice"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IEXEC)
    return command


@FORMS
@pytest.mark.skipif("os.name != 'posix'", reason="用 shell 脚本代替 LibreOffice")
def test_an_office_that_makes_nothing(monkeypatch, tmp_path, wanted, name):
    monkeypatch.setenv("PATH", f"{office(tmp_path, 'exit 0').parent}:/bin:/usr/bin")
    with pytest.raises(UserError, match=f"没有生成 {name}"):
        exported([b"x"], wanted, name)


@FORMS
@pytest.mark.skipif("os.name != 'posix'", reason="用 shell 脚本代替 LibreOffice")
def test_an_office_that_never_ends(monkeypatch, tmp_path, wanted, name):
    monkeypatch.setenv("PATH", f"{office(tmp_path, 'sleep 600').parent}:/bin:/usr/bin")
    monkeypatch.setattr(offices, "_START", 1)
    monkeypatch.setattr(offices, "_EACH", 0)
    with pytest.raises(UserError, match="超过1秒没有完成"):
        exported([b"x"], wanted, name)


def test_an_old_word_file_says_the_same(files, soffice):
    first, second = exported([files["one-page"]] * 2, "doc:MS Word 97", ".doc")
    assert first == second
    assert first.startswith(b"\xd0\xcf\x11\xe0")
    assert _text(as_docx(first, "报告.doc", ".doc")) == _text(files["one-page"])


@pytest.mark.soak
def test_an_old_word_file_has_the_same_bytes_in_another_start(files, soffice):
    first, second = (exported([files["one-page"]], "doc:MS Word 97", ".doc") for _ in range(2))
    assert first == second


def _text(data: bytes) -> str:
    """Give all characters; whether a heading is run in, which an old file cannot say, is left aside."""
    lines = (block.text for block in word(data, "报告.docx").document.blocks)
    return "".join(lines).replace("。", "")
