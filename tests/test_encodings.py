import codecs

import pytest

from generator.encodings import decode_text, marked_encoding


@pytest.mark.parametrize(
    ("data", "encodings", "decoded"),
    [
        ("年度".encode(), (), ("年度", "utf-8-sig")),
        ("年度".encode("utf-8-sig"), (), ("年度", "utf-8-sig")),
        ("年度".encode("utf-8-sig"), ("utf-8",), ("\ufeff年度", "utf-8")),
        ("年度".encode("gb18030"), (), None),
        ("年度".encode("gb18030"), ("utf-8", "gb18030"), ("年度", "gb18030")),
        ("年度".encode(), ("utf-8", "gb18030"), ("年度", "utf-8")),
        (b"\xff\xff\xff", ("utf-8", "gb18030"), None),
        (b"a\r\nb", (), ("a\r\nb", "utf-8-sig")),
        (b"", (), ("", "utf-8-sig")),
    ],
)
def test_the_first_encoding_that_fits(data, encodings, decoded):
    assert decode_text(data, *encodings) == decoded


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (b"", ""),
        ("年".encode(), ""),
    ],
)
def test_marks(mark, encoding):
    assert marked_encoding(mark + b"a\0") == encoding
