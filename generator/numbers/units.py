"""Measure words: which may stand for one another, and which may be counted in fractions."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.patterns import pattern

PERCENT = "%"
POINTS = "个百分点"

SCALES: Mapping[str, Decimal] = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}
"""What may stand between the digits and the measure word: 5.2万户, 3千万元."""

_COUNTED = {
    "次数": "次 场 场次 场（次） 期 轮 回 批 批次 届 趟 遍 堂 节 讲 课 站 班 班次 航次 个",
    "频次": "次 回 条次 篇次 件次 点次 天次 晚",
    "案件": "件 起 宗 例 桩 案 单 件次",
    "事项": "项 件 个 条 点 款 处 项次",
    "意见": "条 件 份 篇 个 项",
    "人数": "人 名 位",
    "人次": "人次 人（次）",
    "文书": "份 册 本 张 件 套 部 篇 页 枚 幅 个 卷 期 封",
    "案卷": "卷 本 份 件 宗 册 个",
    "图书": "本 册 套 部 种",
    "标语": "条 幅 块 张 面 处 个 副 道 组",
    "信息": "条 篇 则 期 件 个 部 集 段",
    "场所": "个 处 座 所 家 间 块 面 栋 片 点 站 室 幢 条",
    "主体": "户 家 个 所",
    "户次": "户次 家次 户（次） 家（次） 点次 处次 间次 栋次 家",
    "村居": "个 村 社区",
    "队伍": "支 个 组 队 班 伙",
    "种类": "类 种 个 项 大类 门",
    "器物": "台 套 部 辆 架 只 艘 把 根 杆 盏 口 扇 具 台（套）",
    "车次": "车次 台次 辆次 架次 艘次",
    "包装": "箱 袋 包 盒 瓶 桶",
    "动植物": "头 匹 羽 株 棵 尾",
    "款项": "笔 项 单 件",
    "票数": "票 张",
    "级别": "级 档 层 等",
    "字数": "字",
    "双数": "对 双",
}
"""What is counted one by one. A word may be in several families: 件 counts cases, matters and papers.

Things (器物, 包装, 动植物) share no word with these: 12把 or 3桶 are no measure of cases.
"""

MEASURED = {
    "金额": "元",
    "面积": "平方米 平米 ㎡",
    "土地": "亩",
    "大面积": "平方公里 平方千米",
    "公顷": "公顷",
    "里程": "公里 千米",
    "长度": "米 延米",
    "体积": "立方米 方",
    "重量": "吨",
    "公斤": "公斤 千克",
    "斤": "斤",
    "学时": "学时 课时",
    "小时": "小时 个小时",
    "分钟": "分钟",
    "天数": "天",
    "工作日": "个工作日 工作日",
    "周数": "周 个星期",
    "月数": "个月",
    "年数": "年",
    "年龄": "岁 周岁",
    "得分": "分",
    "倍数": "倍",
    "度数": "度",
    "比率": PERCENT,
    "百分点": f"{POINTS} 百分点",
}
"""What is measured, and so may have a fraction; only units of the same size are one family."""

FAMILIES: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split()) for name, words in (_COUNTED | MEASURED).items()
}
"""Measure words by what they count; those of one family may stand for one another in a field."""

_GENERAL = frozenset("个件条项")
"""Words that stand for almost anything: by themselves they tell what is counted only in a family that they lead."""

COMPOUND = pattern(r"([^（）/]+)(?:（([^（）/]+)）|/([^（）/]+))")
SCALED = pattern(r"(万亿|[百千]?万|[百千]|亿)(?![米克])(.+)")


def _families_by_word() -> dict[str, frozenset[str]]:
    """Turn the table round."""
    words = {word for family in FAMILIES.values() for word in family}
    return {word: frozenset(name for name, family in FAMILIES.items() if word in family) for word in words}


_FAMILIES_OF = _families_by_word()

WORDS = _FAMILIES_OF.keys()
"""Every known measure word."""

LONGEST_WORD = max(map(len, WORDS))


def split_scale(unit: str) -> tuple[str, str]:
    """Part 万元 into 万 and 元, and 元 into nothing and 元."""
    if unit not in _FAMILIES_OF and (scaled := SCALED.fullmatch(unit)):
        return scaled[1], scaled[2]
    return "", unit


def families(unit: str) -> frozenset[str]:
    """Give the names of the families of a measure word, none for an unknown one.

    万 and 亿 before it don't count, and of a compound such as 条（幅） the first decides.
    """
    names = _FAMILIES_OF.get(unit)
    if names is None:
        names = _FAMILIES_OF.get(_first_word(split_scale(unit)[1]), frozenset())
    return names


def _first_word(unit: str) -> str:
    """Give 条 for 条（幅） and for 条/幅, where the two are of one family; else the text as it is."""
    compound = COMPOUND.fullmatch(unit)
    if compound is None:
        return unit
    first, second = (
        _FAMILIES_OF.get(word, frozenset()) for word in (compound[1], compound[2] or compound[3])
    )
    return unit if first.isdisjoint(second) else compound[1]


def same_family(one: str, other: str) -> bool:
    """Tell whether two measure words may stand for each other: 次 and 场, 元 and 万元, not 人 and 人次.

    A word that is in no family goes only with itself.
    """
    return one == other or not families(one).isdisjoint(families(other))


def same_kind(one: str, other: str) -> bool:
    """Tell whether two measure words count the same kind of thing where nothing else says what is counted.

    In a field 次 and 个 may stand for each other, for it says that it counts meetings. In a sentence they don't
    (会议5次、议题20个): 件 goes with 起, 个 with 处, but neither with all that it might stand for.
    """
    general = _GENERAL & {one, other}
    shared = families(one) & families(other)
    return one == other or any(general <= {FAMILIES[name][0]} for name in shared)


def is_measured(unit: str) -> bool:
    """Tell whether a unit may be taken in fractions: 12.5公里, 98.5分, but no 12.5件."""
    return not families(unit).isdisjoint(MEASURED.keys())


def kinds_clash(one: str, other: str) -> bool:
    """Tell whether two words can't stand for each other for certain, as 元 and 件, 公里 and 亩, for one is measured.

    Of what is counted one by one, as 人 and 次, only the clerk knows what he meant.
    """
    return not same_family(one, other) and (is_measured(one) or is_measured(other))


def longest_word(text: str) -> str:
    """Give the longest known measure word that a text begins with, or an empty text."""
    ends = range(min(len(text), LONGEST_WORD), 0, -1)
    return next((text[:end] for end in ends if text[:end] in _FAMILIES_OF), "")
