"""Bytes to text: the one place where an encoding is tried; what is said when none fits is each caller's own."""

from __future__ import annotations

from typing import NamedTuple

_MARKS = (  # UTF-32's mark begins with UTF-16's, so it is looked for first
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


class DecodedText(NamedTuple):
    """A text and the encoding in which it was written."""

    text: str
    encoding: str


def decode_text(data: bytes, encoding: str = "utf-8-sig", *others: str) -> DecodedText | None:
    """Give the text in the first of the encodings that the bytes are valid in, None if they are in none.

    UTF-8, if none is named, is read with or without its mark, which is left out.
    """
    try:
        return DecodedText(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return decode_text(data, *others) if others else None


def marked_encoding(data: bytes) -> str:
    """Give the encoding that a byte-order mark tells, or nothing: utf-8-sig, utf-16, utf-32."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
