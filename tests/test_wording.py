import pytest

from generator.wording import (
    join_apart,
    join_names,
    ordinal_point,
    ordinal_section,
    quoted,
    titled,
)


def test_ordinals():
    assert [ordinal_section(number) for number in (1, 20)] == ["（一）", "（二十）"]
    assert [ordinal_point(number) for number in (1, 2)] == ["一是", "二是"]


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["甲", "乙", "丙"], "甲、乙、丙"),
        (["“甲”", "“乙”"], "“甲”“乙”"),
        (["《甲》", "《乙》"], "《甲》《乙》"),
        (["“甲”", "乙", "“丙”"], "“甲”、乙、“丙”"),
        (["“老赵”调解室", "“银领”调解室"], "“老赵”调解室、“银领”调解室"),
        (["《甲》（试行）", "《乙》"], "《甲》（试行）、《乙》"),
        ([" 甲 ", "", "乙"], "甲、乙"),
        ([], ""),
    ],
)
def test_lists(names, joined):
    assert join_names(names) == joined


@pytest.mark.parametrize(
    ("name", "in_quotes"),
    [
        ("枫桥经验", "“枫桥经验”"),
        ("“枫桥经验”", "“枫桥经验”"),
        ("创建“无讼”村居", "“创建‘无讼’村居”"),
        ("“甲”和“乙”", "“‘甲’和‘乙’”"),
        ("“创建“无讼”村居”", "“创建‘无讼’村居”"),
        (" 甲 ", "“甲”"),
        ("“", "“‘”"),
        ("", ""),
    ],
)
def test_quotes(name, in_quotes):
    assert quoted(name) == in_quotes
    assert quoted(quoted(name)) == in_quotes


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("宪法", "《宪法》"),
        ("《宪法》", "《宪法》"),
        ("关于印发《方案》的通知", "《关于印发〈方案〉的通知》"),
        ("《甲》和《乙》", "《〈甲〉和〈乙〉》"),
        ("", ""),
    ],
)
def test_titles(name, title):
    assert titled(name) == title
    assert titled(titled(name)) == title


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["办理", "转办"], "办理、转办"),
        (["土地、山林", "宅基地"], "“土地、山林”“宅基地”"),
        ([], ""),
    ],
)
def test_names_with_a_pause_mark_inside_are_told_apart(names, joined):
    assert join_apart(names) == joined
