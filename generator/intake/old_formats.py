"""Files of old programs (.doc .wps .rtf .odt): LibreOffice makes a .docx of them, which is then read as any other.

Not a text: a text has deleted words in it, and no numbers that Word counts.
"""

from __future__ import annotations

from generator.document.office import OfficeTimeoutError, converted, find_office
from generator.problems import UserError

OLD_FORMATS = (".doc", ".wps", ".rtf", ".odt")
LIMIT = 60
"""So many seconds a conversion may take."""

_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后重试。"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = ((_OLE, ".doc"), (b"{\\rtf", ".rtf"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"


def as_docx(data: bytes, name: str, suffix: str, limit: int = LIMIT) -> bytes:
    """Give the .docx of an old file, by what its bytes are and not by its name: a .wps is mostly a .doc.

    Raises UserError where LibreOffice is not there, takes too long, or cannot open the file: three different things
    to do.
    """
    if _ENCRYPTED in data[:100_000] and data.startswith(_OLE):
        raise UserError(f"文件加了打开密码：{name}", "请打开它，先去掉打开密码，再保存。")
    if data.startswith(_ZIP) and suffix != ".odt":
        return data
    kind = next((kind for sign, kind in _KINDS if data.startswith(sign)), ".odt" if suffix == ".odt" else "")
    if not kind:
        raise UserError(f"这不是 {suffix} 文件，可能已经损坏：{name}", _SAVE_AS)
    office = find_office()
    if office is None:
        raise UserError(
            f"读 {suffix} 文件要用 LibreOffice，本机没有安装：{name}",
            f"{_SAVE_AS}也可以安装 LibreOffice（免费，https://zh-cn.libreoffice.org/download/ ）。",
        )
    try:
        (made,) = converted(office, [data], kind, "docx", limit)
    except OfficeTimeoutError as error:
        raise UserError(f"LibreOffice 超过{limit}秒没有读完，已停止：{name}", _SAVE_AS) from error
    if not made:
        raise UserError(f"LibreOffice 打不开这个文件，它可能已经损坏：{name}", _SAVE_AS)
    return made
