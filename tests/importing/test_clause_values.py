"""What a clause says of its fields, as a facts file writes it."""

from generator.drafting.shape_reading import ClauseShape, Slot
from generator.drafting.shape_texts import spelled
from generator.importing.clause_values import clause_values
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())


@each(
    ("topic", "slots", "texts", "expected"),
    [
        ("矛盾纠纷化解", [("化解", "", "")], ["198起"], {"化解": "198起"}),
        ("矛盾纠纷化解", [("化解", "", "")], ["若干"], None),
        ("行政执法", [("职责明确", "是", "")], ["明确执法人员岗位职责"], {"职责明确": "是"}),
        (
            "行政执法",
            [("三项制度", "是", ""), ("三项制度", "说法", "")],
            ["全", "部分落实"],
            {"三项制度": "部分"},
        ),
        ("行政执法", [("执法理念", "引号", "")], ["“甲”“乙”"], {"执法理念": "甲、乙"}),
        ("行政执法", [("实施方案", "书名号", "")], ["《执法方案》"], {"实施方案": "执法方案"}),
        ("行政执法", [("柔性方式", "顿号等", "方式")], ["甲、乙等方式"], {"柔性方式": "甲、乙"}),
        (
            "行政执法",
            [("检查单位", "说法", ""), ("检查单位", "", "")],
            ["企业", "9户次"],
            {"检查单位": "企业9户次"},
        ),
        ("行政执法", [("柔性方式", "顿号", "")], ["甲、乙，共14名"], None),
        ("行政执法", [("办结", "同", "立案")], ["均已办结"], {"办结": "＝立案"}),
        ("行政执法", [("行政强制", "零", "")], ["未实施行政强制"], {"行政强制": "0"}),
        ("法律顾问", [("服务群众", "定语", "群众")], ["5000多名群众"], {"服务群众": "5000多名"}),
        ("法律顾问", [("服务群众", "定语", "群众")], ["群众5000多人次"], {"服务群众": "5000多人次"}),
    ],
)
def test_filters_are_undone(topic, slots, texts, expected):
    shape = ClauseShape(topic, 1, spelled(""), {f"s{at}": Slot(*slot) for at, slot in enumerate(slots)})
    groups = {f"s{at}": text for at, text in enumerate(texts)}
    assert clause_values(shape, groups, TOPICS.measures[topic].fields) == expected
