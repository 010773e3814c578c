"""Names of files that every system accepts, and that differ from those beside them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.file_names import MAX_NAME, file_name
from tests.each import each


@each(
    ("text", "name"),
    [
        ("稷下街道2023年度报告", "稷下街道2023年度报告.docx"),
        ("𠮷林镇", "𠮷林镇.docx"),
        ("葛\U000e0100城镇 👍", "葛\U000e0100城镇 👍.docx"),
        ('a<b>c:d"e/f\\g|h?i*j', "a_b_c_d_e_f_g_h_i_j.docx"),
        ("甲\n乙\t丙\0丁", "甲_乙_丙_丁.docx"),
        ("甲\x7f乙\x85丙\u2028丁", "甲_乙_丙_丁.docx"),
        ("甲\ud800乙\ue000丙\uffff", "甲_乙_丙_.docx"),
        ("甲\u200b乙\u202e丙\ufeff\u2066丁\u00ad", "甲乙丙丁.docx"),
        ("../../etc/passwd", "_.._etc_passwd.docx"),
        (".nianbao", "nianbao.docx"),
        ("~$报告", "$报告.docx"),
        ("  甲 . .", "甲.docx"),
        ("甲…", "甲….docx"),
        ("　甲　", "甲.docx"),
        ("", "未命名.docx"),
        ("...", "未命名.docx"),
        ("\u200b", "未命名.docx"),
        ("CON", "_CON.docx"),
        ("con.2023", "_con.2023.docx"),
        ("Nul ", "_Nul.docx"),
        ("com1", "_com1.docx"),
        ("LPT¹.x", "_LPT¹.x.docx"),
        ("CONIN$", "_CONIN$.docx"),
        ("COM10", "COM10.docx"),
        ("CONTRACT", "CONTRACT.docx"),
        ("长" * 200, "长" * 65 + ".docx"),
        ("x" * 200, "x" * 75 + ".docx"),
    ],
)
def test_names(text, name):
    assert file_name(text, ".docx") == name


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("城东镇", ["城东镇.docx"], "城东镇（2）.docx"),
        ("城东镇", ["城东镇.docx", "城东镇（2）.docx"], "城东镇（3）.docx"),
        ("A", ["a.DOCX"], "A（2）.docx"),
        ("a:b", ["a_b.docx"], "a_b（2）.docx"),
        ("x" * 200, ["x" * 75 + ".docx"], "x" * 72 + "（2）.docx"),
    ],
)
def test_names_that_are_taken(text, taken, name):
    assert file_name(text, ".docx", taken) == name


RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)


@given(
    st.text() | st.text(alphabet="conaux1. :*~\u200b长𠮷", max_size=120),
    st.lists(st.text(max_size=3), max_size=4),
)
def test_every_name_is_good_on_every_system(text, others):
    taken = []
    for one in (text, *others, text):
        name = file_name(one, ".docx", taken)
        assert name.endswith(".docx")
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        assert not RESERVED.match(name)
        assert name[0] not in ".~ "
        assert name[-6] not in ". "
        assert len(name) <= MAX_NAME
        assert len(name.encode()) <= 210
        assert name.casefold() not in {other.casefold() for other in taken}
        taken.append(name)
