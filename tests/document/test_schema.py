"""The checker of Word files finds what it is there for."""

from __future__ import annotations

import io
import zipfile

from tests.document.schema import faults
from tests.each import each


def spoilt(data: bytes, name: str, old: str, new: str) -> bytes:
    """Give a file with something replaced in one of its parts, or without the part where `old` is empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as other:
        for one in package.namelist():
            raw = package.read(one)
            if one == name:
                if not old:
                    continue
                assert old.encode() in raw
                raw = raw.replace(old.encode(), new.encode())
            other.writestr(one, raw)
    return out.getvalue()


@each(
    ("name", "old", "new"),
    [
        ("word/document.xml", '<w:pStyle w:val="Addressee"/>', '<w:pStyle w:val="Nobody"/>'),
        ("word/document.xml", '<w:rStyle w:val="RunInText"/>', '<w:b/><w:rStyle w:val="RunInText"/>'),
        ("word/document.xml", '<w:rStyle w:val="RunInText"/>', '<w:rStyle w:val="Normal"/>'),
        ("word/document.xml", 'r:id="rId4"', 'r:id="rId44"'),
        ("word/document.xml", '<w:pgSz w:w="11906"', '<w:pgSz w:w="11906.5"'),
        ("word/document.xml", "<w:cols ", "<w:nothing "),
        ("word/document.xml", '<w:gridCol w:w="4422"/>', ""),
        ("word/document.xml", "</w:p></w:tc>", "</w:p><w:tbl><w:tblPr/><w:tblGrid/></w:tbl></w:tc>"),
        ("word/styles.xml", '<w:basedOn w:val="Heading1"/>', '<w:basedOn w:val="Heading8"/>'),
        ("word/styles.xml", "<w:latentStyles", "<w:docDefaults/><w:latentStyles"),
        ("word/styles.xml", 'w:name w:val="公文正文"', 'w:name w:val="公文标题"'),
        ("word/settings.xml", "<w:evenAndOddHeaders/>", '<w:zoom w:percent="90"/>'),
        ("word/_rels/document.xml.rels", "footer2.xml", "footer3.xml"),
        ("word/_rels/document.xml.rels", 'Id="rId2"', 'Id="rId1"'),
        ("[Content_Types].xml", "/word/settings.xml", "/word/setting.xml"),
        ("word/footer1.xml", "", ""),
    ],
)
def test_faults_are_found(files, name, old, new):
    assert faults(files["formal"]) == []
    assert faults(spoilt(files["formal"], name, old, new))
