"""特色做法: as many as a unit has, each known by its own name, under whatever heading it stands."""

import pytest

from generator.facts import facts_from
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.each import each
from tests.facts.test_loading import BASE, facts, problems

NIGHT = "    特色做法: {做法名称: 夜市普法, 开展场次: 9场}\n"
BENCH = "    特色做法: {做法名称: 板凳说事, 开展场次: 49场}\n"


def known(text):
    """Give each topic of a file by its name, with the topic that declares its fields and the values."""
    found = facts(f"举措成效:\n{text}").topics
    return {
        name: (one.topic and one.topic.name, {key: str(value) for key, value in one.values.items()})
        for name, one in found.items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"  普法入户:\n{NIGHT}  化解纠纷:\n{BENCH}",
            {
                "特色做法": ("特色做法", {"做法名称": "夜市普法", "开展场次": "9场"}),
                "板凳说事": ("特色做法", {"做法名称": "板凳说事", "开展场次": "49场"}),
            },
        ),
        (
            f"  化解纠纷:\n{NIGHT}    板凳说事: {{开展场次: 49场, 正文: 每周五开讲。}}\n",
            {
                "特色做法": ("特色做法", {"做法名称": "夜市普法", "开展场次": "9场"}),
                "板凳说事": ("特色做法", {"做法名称": "板凳说事", "开展场次": "49场"}),
            },
        ),
        (
            "  板凳说事: {开展场次: 49场}\n",
            {"板凳说事": ("特色做法", {"做法名称": "板凳说事", "开展场次": "49场"})},
        ),
        (
            "  行政执法:\n    板凳说事: {开展场次: 49场}\n",
            {"板凳说事": ("特色做法", {"做法名称": "板凳说事", "开展场次": "49场"})},
        ),
        (
            "  板凳: {做法名称: 板凳说事, 开展场次: 49场}\n",
            {"板凳": ("特色做法", {"做法名称": "板凳说事", "开展场次": "49场"})},
        ),
        (  # one practice under two headings is one
            f"  普法入户:\n{NIGHT}  化解纠纷:\n    特色做法: {{接待群众: 620人次}}\n",
            {"特色做法": ("特色做法", {"做法名称": "夜市普法", "开展场次": "9场", "接待群众": "620人次"})},
        ),
        ("  板凳说事: {正文: 每周五开讲。}\n", {"板凳说事": (None, {})}),
    ],
)
def test_practices_are_known_by_their_names(text, expected):
    assert known(text) == expected


@each(
    ("text", "line", "field", "message", "fix"),
    [
        (
            f"举措成效:\n  普法入户:\n{NIGHT}  化解纠纷:\n{NIGHT}",
            7,
            "举措成效.化解纠纷.特色做法.做法名称",
            "“做法名称”已在第5行写过",
            "另一项做法的，在它旁边写上它自己的“做法名称”",
        ),
        (
            f"举措成效:\n  普法入户:\n{NIGHT}  化解纠纷:\n    特色做法: {{开展场次: 49场}}\n",
            7,
            "举措成效.化解纠纷.特色做法.开展场次",
            "“开展场次”已在第5行写过",
            "另一项做法的，在它旁边写上它自己的“做法名称”",
        ),
        (
            "举措成效:\n  化解纠纷:\n    特色做法:\n      - {做法名称: 夜市普法}\n      - {做法名称: 板凳说事}\n",
            5,
            "举措成效.化解纠纷.特色做法",
            "有几项的，各用自己的名称另写一项",
            "名称: 内容",
        ),
        (
            "举措成效:\n  特色作法: {开展场次: 49场}\n",
            4,
            "举措成效.特色作法",
            "没有“特色作法”这个主题",
            "“特色做法”",
        ),
        (
            "举措成效:\n  板凳说事: {开展场次: 49场, 排查: 3件}\n",
            4,
            "举措成效.板凳说事",
            "没有“板凳说事”这个主题",
            "先写“特色做法:”",
        ),
        (
            f"举措成效:\n  普法入户:\n{NIGHT}  化解纠纷:\n{BENCH}不足: [{{正文: 共办【开展场次】。}}]",
            8,
            "不足.1.正文.1",
            "“开展场次”在几个主题里都有",
            "【夜市普法.开展场次】、【板凳说事.开展场次】",
        ),
    ],
)
def test_what_is_no_practice_is_told(text, line, field, message, fix):
    told = problems(text)
    assert (line, field) in [
        (one.place.line, one.field) for one in told if message in one.message and fix in one.fix
    ], told


def test_a_mark_elsewhere_names_the_practice():
    text = (
        f"举措成效:\n  普法入户:\n{NIGHT}  化解纠纷:\n{BENCH}    老槐树下: {{化解纠纷: 87件}}\n"
        "不足:\n  - 正文: 夜市普法【夜市普法.开展场次】，板凳说事【板凳说事.开展场次】，老槐树下【老槐树下.化解纠纷】。\n"
    )
    (told,) = facts(text).head.shortcomings
    assert told.body == ("夜市普法9场，板凳说事49场，老槐树下87件。",)


@pytest.mark.parametrize(
    ("last", "expected"), [("板凳说事", {"开展场次"}), ("夜市普法", set())], ids=["the same", "another"]
)
def test_a_practice_is_compared_with_itself_alone(last, expected):
    from generator.facts.earlier import comparable

    def topic(name, number, year):
        text = f"{BASE}举措成效:\n  特色做法: {{做法名称: {name}, 开展场次: {number}场}}\n"
        source = read_source(text.replace("2023", str(year)).encode(), "甲.yaml")
        return facts_from(source, "甲.yaml", Templates()).topics["特色做法"]

    before = comparable(topic("板凳说事", 49, 2023), topic(last, 40, 2022))
    assert ({"开展场次"} & before.values.keys() if before else set()) == expected
