"""A unit's level, as a clerk writes it or as its name tells, and what it then calls itself and its organs."""

import pytest

from generator.facts.levels import LEVELS, canonical_level, level_of, words_for

NAMES = ("本级", "全域", "辖区", "党委", "政府", "书记", "首长", "党政正职", "中心组", "党政会议", "行政会议")


@pytest.mark.parametrize(
    ("level", "written"),
    [
        ("乡", "乡 苏木"),
        ("民族乡", "民族乡"),
        ("镇", "镇 乡镇 建制镇"),
        ("街道", "街道 街道办 街道办事处"),
        ("县区", "县区 县 区 市 县级 区县 县级市"),
        ("部门", "部门 局 委 办 县直部门 区直部门"),
        (None, "村 国家"),
    ],
)
def test_a_level_is_known_by_what_clerks_write(level, written):
    assert {canonical_level(f" {one} ") for one in written.split()} == {level}


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("街道", "稷下街道 稷下街道办事处 重庆市长寿区凤城街道"),
        ("民族乡", "白水瑶族民族乡 某民族乡人民政府 峒屏县锦箬瑶族乡人民政府 白水瑶族乡"),
        ("乡", "白水乡 白水乡政府"),
        ("镇", "石鼓镇 石鼓镇人民政府 湘潭县石鼓镇"),
        ("部门", "某县司法局 区发展改革委员会"),
        ("县区", "马村区 马村区人民政府 中共马村区委 湘潭县 海安市"),
        (None, "某公司 乡村振兴办"),
    ],
)
def test_a_level_is_told_by_the_end_of_a_name(level, names):
    assert {level_of(name) for name in names.split()} == {level}


@pytest.mark.parametrize(
    ("level", "name", "words"),
    [
        (
            "镇",
            "石鼓镇",
            "我镇 全镇 镇域 镇党委 镇政府 镇党委书记 镇长 镇党委书记、镇长 党委理论学习中心组 党委会议 镇政府会议",
        ),
        (
            "民族乡",
            "白水乡",
            "我乡 全乡 乡域 乡党委 乡政府 乡党委书记 乡长 乡党委书记、乡长 党委理论学习中心组 党委会议 乡政府会议",
        ),
        (
            "街道",
            "稷下街道",
            (
                "我街道 全街道 辖区 街道党工委 街道办事处 街道党工委书记 街道办事处主任"
                " 街道党工委书记、办事处主任 党工委理论学习中心组 党工委会议 街道办事处会议"
            ),
        ),
        (
            "部门",
            "某县司法局",
            "我局 全局 本系统 局党组 局机关 局党组书记 局长 局党组书记、局长 党组理论学习中心组 局党组会议 局长办公会议",
        ),
        (
            "县区",
            "湘潭县人民政府",
            (
                "我县 全县 全县 县委 县政府 县委书记 县长 县委书记、县长 县委理论学习中心组"
                " 县委常委会会议 县政府常务会议"
            ),
        ),
        (
            None,
            "某公司",
            (
                "我单位 全单位 辖区 党组织 行政机关 党组织主要负责人 行政主要负责人"
                " 党政主要负责人 理论学习中心组 党组织会议 行政会议"
            ),
        ),
    ],
)
def test_each_level_has_its_own_words(level, name, words):
    given = words_for(level, name, "")
    assert " ".join(given[one] for one in NAMES) == words


@pytest.mark.parametrize("level", [*LEVELS, None])
def test_every_level_has_every_word(level):
    given = words_for(level, "某单位", "")
    assert given.keys() == {*NAMES, "基层", "下级", "镇街", "上级", "上级党委", "上级政府", "上级党政"}
    assert all(given.values())
    rural = level in {"乡", "民族乡", "镇", "街道"}
    assert given["基层"] == ("村（社区）" if rural else "基层")
    assert given["下级"] == ("科室、村（社区）" if rural else "下级单位")
    assert given["镇街"] == ({"民族乡": "乡"}.get(level, level) if rural else "乡镇（街道）")


@pytest.mark.parametrize(
    ("name", "superior", "organs"),
    [
        ("石鼓镇", "湘潭县", "县 县委 县政府 县委、县政府"),
        ("石鼓镇", "海安市", "市 市委 市政府 市委、市政府"),
        ("某苏木", "某旗", "旗 旗委 旗政府 旗委、旗政府"),
        ("某县", "某州", "州 州委 州政府 州委、州政府"),
        ("重庆市长寿区凤城街道办事处", "", "区 区委 区政府 区委、区政府"),
        ("湘潭县石鼓镇人民政府", "", "县 县委 县政府 县委、县政府"),
        ("焦作市马村区人民政府", "", "市 市委 市政府 市委、市政府"),
        ("石鼓镇", "", "上级 上级党委 上级政府 上级党委、政府"),
        ("市桥街道", "", "上级 上级党委 上级政府 上级党委、政府"),
        ("石鼓镇", "上级机关", "上级 上级党委 上级政府 上级党委、政府"),
        ("马村区", "", "上级 上级党委 上级政府 上级党委、政府"),
    ],
)
def test_who_stands_above_is_told_by_the_superior_or_by_the_long_name(name, superior, organs):
    given = words_for(level_of(name), name, superior)
    assert [given[one] for one in ("上级", "上级党委", "上级政府", "上级党政")] == organs.split()


@pytest.mark.parametrize(
    ("name", "kind"), [("某县", "县"), ("某市委", "市"), ("某旗人民政府", "旗"), ("某地", "区")]
)
def test_a_county_calls_itself_by_what_it_is(name, kind):
    assert words_for("县区", name, "")["首长"] == f"{kind}长"
