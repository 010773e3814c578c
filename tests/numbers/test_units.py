import itertools

import pytest

from generator.numbers.units import (
    FAMILIES,
    families,
    is_measured,
    kinds_clash,
    longest_word,
    same_family,
    same_kind,
    split_scale,
)
from tests.each import each

DOMAIN_UNITS = (
    "次 场 场次 期 轮 批 起 宗 例 件 份 册 本 条 项 卷 支 幅 块 张 面 处 座 个 家 户 户次 人 名 位 人次 元 万元 亿元 平方米 亩 "
    "公里 学时 天 篇 分 % 个百分点 万人次 万份 台 辆 种 类 条（幅） 场（次）"
)


@each("unit", DOMAIN_UNITS.split())
def test_units_of_real_reports_are_known(unit):
    assert families(unit)


@each(
    ("one", "other"),
    [
        ("次", "场"), ("次", "期"), ("场次", "场"), ("件", "起"), ("件", "宗"), ("件", "例"), ("名", "人"), ("位", "名"),
        ("份", "册"), ("份", "张"), ("元", "万元"), ("亿元", "万元"), ("个", "处"), ("户", "家"), ("条（幅）", "条"), ("条/幅", "幅"),
        ("场（次）", "次"), ("项", "条"), ("项", "个"), ("万份", "份"), ("平方米", "㎡"), ("户次", "家次"), ("盘", "盘"),
    ],
)  # fmt: skip
def test_words_of_one_family(one, other):
    assert same_family(one, other)
    assert same_family(other, one)


@each(
    ("one", "other"),
    [
        ("人", "人次"), ("人（次）", "人"), ("户", "户次"), ("次", "份"), ("元", "件"), ("%", "个百分点"), ("%", "分"), ("人", "个"),
        ("平方米", "亩"), ("米", "公里"), ("小时", "天"), ("盘", "碟"), ("", "件"), ("次/年", "次"),
    ],
)  # fmt: skip
def test_words_of_different_families(one, other):
    assert not same_family(one, other)
    assert not same_family(other, one)


@each(
    ("one", "other", "alike"),
    [
        ("件", "起", True), ("件", "宗", True), ("名", "人", True), ("次", "场", True), ("份", "册", True), ("个", "处", True),
        ("户", "家", True), ("盘", "盘", True), ("条", "幅", True), ("条（幅）", "幅", True),
        ("次", "个", False), ("件", "份", False), ("件", "个", False), ("项", "条", False), ("人", "人次", False),
        ("项", "处", True), ("个", "次", False), ("盘", "碟", False), ("", "件", False),
    ],
)  # fmt: skip
def test_words_of_one_kind_where_nothing_says_what_is_counted(one, other, alike):
    assert same_kind(one, other) is alike
    assert same_kind(other, one) is alike


def test_words_of_one_kind_are_of_one_family():
    for one, other in itertools.combinations(
        sorted({word for words in FAMILIES.values() for word in words}), 2
    ):
        assert not same_kind(one, other) or same_family(one, other)


def test_words_of_one_measured_family_have_one_size():
    counted_in_fractions = [name for name, words in FAMILIES.items() if is_measured(words[0])]
    assert {"金额", "面积", "里程", "比率"} <= set(counted_in_fractions)
    for one, other in itertools.combinations(counted_in_fractions, 2):
        assert not set(FAMILIES[one]) & set(FAMILIES[other])


@pytest.mark.parametrize(
    ("unit", "parts"),
    [("万元", ("万", "元")), ("元", ("", "元")), ("千米", ("", "千米")), ("万人次", ("万", "人次"))],
)
def test_scale_is_split_off(unit, parts):
    assert split_scale(unit) == parts


@pytest.mark.parametrize(("text", "word"), [("人次以上", "人次"), ("份材料", "份"), ("材料", ""), ("", "")])
def test_longest_word(text, word):
    assert longest_word(text) == word


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("元", "件", True),
        ("件", "万元", True),
        ("公里", "亩", True),
        ("元", "万元", False),
        ("人", "次", False),
        ("件", "起", False),
        ("%", "件", True),
    ],
)
def test_only_what_is_measured_clashes(one, other, clash):
    assert kinds_clash(one, other) is kinds_clash(other, one) is clash
