import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording import (
    DateError,
    chinese_date,
    fold_width,
    join_names,
    ordinal_point,
    ordinal_section,
    quoted,
    read_date,
    titled,
)


def test_ordinals():
    assert [ordinal_section(number) for number in (1, 20)] == ["（一）", "（二十）"]
    assert [ordinal_point(number) for number in (1, 2)] == ["一是", "二是"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月20日",
        "2024年01月20日",
        "2024-01-20",
        "2024-1-20",
        "2024/1/20",
        "2024.1.20",
        "２０２４－１－２０",
        " 2024 年 1 月 20 日 ",
    ],
)
def test_dates_in_the_forms_of_clerks(text):
    assert read_date(text) == dt.date(2024, 1, 20)
    assert chinese_date(text) == "2024年1月20日"


def test_a_date_is_written_in_chinese():
    assert chinese_date(dt.date(2020, 12, 28)) == "2020年12月28日"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "日历上没有这一天"),
        ("2025-13-45", "日历上没有这一天"),
        ("2025.10", "不是认得的日期"),
        ("24-1-20", "不是认得的日期"),
        ("2024-1/20", "不是认得的日期"),
        ("٢٠٢٤-01-20", "不是认得的日期"),
        ("", "不是认得的日期"),
        ("2024-01-20" * 500, "不是认得的日期"),
    ],
)
def test_other_dates_are_refused(text, message):
    with pytest.raises(DateError) as caught:
        chinese_date(text)
    assert caught.value.message == message
    assert "2024年1月20日" in caught.value.fix


@given(st.text())
def test_any_text_is_a_date_or_named_as_none(text):
    try:
        day = read_date(text)
    except DateError:
        return
    assert read_date(chinese_date(day)) == day


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_every_date_reads_back(day):
    assert read_date(chinese_date(day)) == day
    assert read_date(day.isoformat()) == day


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


def test_width():
    assert fold_width("２０２４年Ａｂ，９６．２％（一）\u3000：") == "2024年Ab，96.2%（一） ："
