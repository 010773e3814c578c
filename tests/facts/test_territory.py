"""What lies below a unit decides whether the report says 村（社区）, 村 or 社区."""

import pytest

from generator.drafting import compose
from generator.facts.head import Territory
from generator.facts.territory import place_names, words_below
from tests.drafting.drafting import load
from tests.each import each

TOPICS = """\
举措成效:
  法律顾问: {村法律顾问: 12名, 一村一法律顾问: 是}
  基层治理: {村规民约: 10件, 议事协商: 25次, 村级中心: 是}
  示范创建: {省级示范村: 3个, 特色阵地: 是}
"""
BOTH = (
    "村（社区）法律顾问",
    "一村（社区）一法律顾问",
    "村规民约、居民公约",
    "村（居）民议事",
    "示范村（社区）3个",
)
VILLAGES = ("村法律顾问", "一村一法律顾问", "修订村规民约10件", "村民议事", "民主法治示范村3个", "乡村特色")
COMMUNITIES = (
    "社区法律顾问",
    "一社区一法律顾问",
    "修订居民公约",
    "居民议事",
    "民主法治示范社区3个",
    "社区特色",
)


def head(territory, level="镇"):
    return f"年度: 2023\n单位: {{名称: 云岭镇人民政府, 级别: {level}, 辖区: {territory}}}\n"


@each(
    ("territory", "said"),
    [
        ("{}", BOTH),
        ("", BOTH),
        ("{村: 11个, 社区: 2个}", BOTH),
        ("{村: 刘家村、大杨村, 社区: 2}", BOTH),
        ("{村: 11个村}", VILLAGES),
        ("{村: [刘家村, 大杨村], 社区: 0个}", VILLAGES),
        ("{村: 11个行政村}", VILLAGES),
        ("{村: 十一个, 社区: 无}", VILLAGES),
        ("{村: 近湖村、刘家村}", VILLAGES),
        ("{社区: 11}", COMMUNITIES),
        ("{村: 无, 社区: 8}", COMMUNITIES),
        ("{村: 没有, 社区: 8个社区}", COMMUNITIES),
        ("{村: 0, 社区: 桃园社区、南关社区}", COMMUNITIES),
    ],
)
def test_the_words_follow_the_territory(territory, said):
    text = compose(load(TOPICS, head=head(territory))).markdown
    assert [one for one in said if one not in text] == []
    if said is not BOTH:
        assert "村（社区）" not in text
    if said is COMMUNITIES:
        assert "村" not in text.replace("乡村", "")


@pytest.mark.parametrize(
    ("level", "below"), [("镇", "社区"), ("街道", "社区"), ("县区", "基层"), ("部门", "基层")]
)
def test_what_lies_below_goes_by_the_level_too(level, below):
    words = load("", head=head("{社区: 3个}", level)).words
    assert (words["村"], words["基层"]) == ("社区", below)


def test_a_librarys_text_says_what_the_unit_has():
    facts = load("", head=head("{社区: 3个}"), end="不足: [{选用: 治理体系不完善}]\n计划: [{措施: 甲}]\n")
    (one,) = facts.head.shortcomings
    assert "社区" in one.shown
    assert "村" not in one.shown + one.cause


def test_names_are_kept_as_written():
    territory = load("", head=head("{村: 近湖村、十里村, 社区: 2个}")).head.unit.territory
    assert place_names(territory) == ("近湖村", "十里村")
    assert str(territory.communities) == "2个"


@pytest.mark.parametrize("level", ["乡", "民族乡", "镇", "街道"])
def test_a_township_calls_what_lies_below_it_by_what_there_is(level):
    below = words_below(Territory(villages=("刘家村",)), level)
    assert (below["基层"], below["下级"]) == ("村", "科室、村")
    assert "基层" not in words_below(Territory(), level)


@pytest.mark.parametrize("level", ["县区", "部门", None])
def test_others_have_no_such_words(level):
    assert "基层" not in words_below(Territory(communities=("桃园社区",)), level)
