"""What a copy has and the report has not is cleaned, counted and told."""

import pytest

from generator.importing.cleaning import clean_lines, is_traditional
from generator.intake.reading import plain_lines


def cleaned(text, simplify=None):
    return clean_lines(plain_lines(text), simplify)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("全年办理１２件，", "全年办理12件，"),
        ("2024 年推进法治政府建设", "2024年推进法治政府建设"),
        ("加强宣传,发放资料3,000份;成效明显:", "加强宣传，发放资料3,000份；成效明显："),
        ("村(社区)22个", "村（社区）22个"),
        ("(一)强化领导", "（一）强化领导"),
        ("“平安云岭 法治云岭”", "“平安云岭 法治云岭”"),
        ("发布时间:2024-03-13 16:19", "发布时间：2024-03-13 16:19"),
        ("落实\u200b责任 。", "落实责任。"),
        ("1,200人次,覆盖全镇", "1,200人次，覆盖全镇"),
        ("A4 纸", "A4纸"),
    ],
)
def test_a_line_is_cleaned(written, clean):
    assert [one.text for one in cleaned(written).lines] == [clean]


def test_nothing_is_told_of_a_clean_text():
    done = cleaned("云岭镇2023年法治政府建设年度报告\n全年办理12件。")
    assert (done.told, done.dropped) == ((), ())


def test_pinyin_and_bookmarks_are_taken_away_and_kept_beside():
    text = "石鼓镇(zhèn)建设(shè)报(bào)告(gào)领导(dǎo)\n[bookmark: _GoBack]正文。"
    done = cleaned(text)
    assert [one.text for one in done.lines] == ["石鼓镇建设报告领导", "正文。"]
    assert "(zhèn)" in done.dropped[0]
    assert done.dropped[1] == "[bookmark: _GoBack]"
    assert done.told[:2] == ("删去夹注的拼音5处", "删去书签记号1处")


def test_a_bracket_with_letters_alone_is_no_pinyin():
    assert cleaned("推进平安(pingan)建设。").lines[0].text == "推进平安(pingan)建设。"


def test_traditional_characters_are_simplified_or_told():
    text = "鎮黨委認真學習貫徹習近平法治思想"
    assert is_traditional(text)
    assert not is_traditional("镇党委认真学习贯彻习近平法治思想")
    assert cleaned(text, lambda _text: "镇党委认真学习").told == ("繁体字转为简体字",)
    (told,) = cleaned(text).told
    assert "没有转换" in told
    assert "opencc" in told


def test_opencc_simplifies():
    pytest.importorskip("opencc")
    from generator.importing.cleaning import simplifier

    assert simplifier()("認真學習貫徹") == "认真学习贯彻"


def test_lines_keep_their_numbers():
    done = cleaned("甲镇报告。\n\n  \n乙,丙。")
    assert [one.text for one in done.lines] == ["甲镇报告。", "", "", "乙，丙。"]
