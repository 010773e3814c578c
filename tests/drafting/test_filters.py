"""The filters of templates, called as the templates call them."""

import re

import pytest

from generator.drafting import marks
from generator.drafting.filters import FILTERS
from generator.drafting.values import ABSENT, Value, gap
from generator.numbers.quantity import parse
from tests.drafting.drafting import drafted
from tests.each import each


def number(text, before=None):
    return Value(text, ("数",), parse(text), parse(before) if before else None)


def names(*items):
    return Value("、".join(items), ("名",), items)


@each(
    ("value", "name", "arguments", "expected"),
    [
        (Value("是", ("勾",), True), "则", ("落实三项制度",), "落实三项制度"),
        (Value("否", ("勾",), False), "则", ("落实三项制度",), None),
        (Value("否", ("勾",), False), "则", ("落实三项制度", "尚未落实"), "尚未落实"),
        (number("3件"), "则", ("办过案",), "办过案"),
        (number("0件"), "零则", ("未发生败诉案件",), "未发生败诉案件"),
        (number("2件"), "零则", ("未发生败诉案件",), None),
        (number("123件", "100件"), "同比", (), "较上年增长23%"),
        (number("95%", "93%"), "同比", (), "较上年提高2个百分点"),
        (number("90件", "100件"), "同比", (), "较上年下降10%"),
        (number("100件", "100件"), "同比", (), "与上年持平"),
        (number("100余件", "100件"), "同比", (), None),
        (number("100件"), "同比", (), None),
        (names("甲", "乙", "丙"), "顿号", (), "甲、乙、丙"),
        (names("“甲”", "“乙”"), "顿号", (), "“甲”“乙”"),
        (names("甲", "乙"), "顿号等", ("制度",), "甲、乙等制度"),
        (names("甲", "乙"), "顿号等", (), "甲、乙等"),
        (names("甲"), "顿号等", ("制度",), "甲"),
        (Value("甲", ("名",), "甲"), "顿号等", (), "甲"),
        (names("甲", "乙"), "引号", (), "“甲”“乙”"),
        (names("甲", "乙"), "书名号", (), "《甲》《乙》"),
        (names("街道", "村", "网格"), "计数", ("级",), "“街道、村、网格”三级"),
        (names("甲", "乙"), "引号计数", ("个",), "“甲”“乙”2个"),
        (names("甲"), "引号计数", ("个",), "“甲”"),
        (number("5000多名"), "定语", ("居民",), "5000多名居民"),
        (number("5000多人次"), "定语", ("居民",), "居民5000多人次"),
        (number("5000多人"), "定语", ("居民",), "居民5000多人"),
    ],
)
def test_filters(value, name, arguments, expected):
    found = FILTERS[name](value, *arguments)
    assert (found.text if found is not ABSENT else None) == expected


@each(
    ("words", "expected"),
    [
        ("记录仪少", False),
        ("记录仪少，文书不齐", True),
        ("记录仪少；文书不齐", True),
        ("记录仪少。文书不齐", True),
        ("“重审批，轻监管”的想法没有改", False),
        ("记录仪、执法车少", False),
    ],
)
def test_words_that_a_pause_parts_tell_several_things(words, expected):
    assert FILTERS["有几样"](Value(words, ())) is expected


@each(
    ("words", "expected"),
    [
        ("由于经费紧", True),
        ("因为经费紧", True),
        ("因经费紧", True),
        ("因人手少", True),
        ("主要是因为经费紧", True),
        ("多由于经费紧", True),
        ("主要是经费紧", False),
        ("经费紧", False),
        ("因地制宜不够", False),
        ("因案施策的办法少", False),
        ("因循守旧", False),
        ("因素较多", False),
        ("由镇里出钱", False),
    ],
)
def test_words_may_say_themselves_that_they_are_a_cause(words, expected):
    assert FILTERS["是因由"](Value(words, ())) is expected


@each(
    ("words", "expected"),
    [
        ("辖区企业多", True),
        ("村居分散", True),
        ("外来人口多、租赁纠纷易发", True),
        ("执法力量不足", True),
        ("路途远，财力弱", True),
        ("物业纠纷", False),
        ("外来人口", False),
        ("上访人多的情况", False),
    ],
)
def test_words_that_say_how_something_is_can_be_a_sentence(words, expected):
    assert FILTERS["是状况"](Value(words, ())) is expected


@each("name", FILTERS)
def test_what_is_absent_stays_absent(name):
    arguments = (
        ()
        if name
        in {
            "同比",
            "顿号",
            "顿号等",
            "引号",
            "书名号",
            "说法",
            "量词",
            "是状况",
            "有几样",
            "是因由",
            "有主语",
        }
        else ("个",)
    )
    assert FILTERS[name](ABSENT, *arguments) is ABSENT


@pytest.mark.parametrize(
    ("whole", "part", "word"),
    [
        (number("11件"), number("11件"), ""),
        (number("11件"), number("11份"), ""),
        (number("11件"), number("6件"), "其中"),
        (number("11件"), gap("合同审查", "路"), "其中"),
        (gap("审查事项", "路"), number("11件"), "其中"),
    ],
)
def test_what_equals_the_whole_is_no_part_of_it(whole, part, word):
    assert FILTERS["其中"](whole, part) == word


@pytest.mark.parametrize(
    ("whole", "listed", "word"),
    [
        (number("3处"), ("甲公园", "乙长廊"), "包括"),
        (number("3处"), ("甲公园",), "有"),
        (number("1处"), ("甲公园",), "为"),
        (number("9件"), ("市容类9件",), "为"),
        (number("19件"), ("市容类9件",), "其中"),
        (gap("立案", "路"), ("市容类9件",), "其中"),
    ],
)
def test_a_list_of_one_reads_as_one(whole, listed, word):
    assert FILTERS["包括"](whole, names(*listed)) == word


@pytest.mark.parametrize(("value", "unit"), [(number("19处"), "处"), (gap("责令改正", "路"), "")])
def test_the_measure_word_of_a_fact(value, unit):
    assert FILTERS["量词"](value) == unit


def test_a_value_prints_with_its_ground_and_zero_with_its_sentence():
    assert marks.grounds(str(number("3件"))) == ("数",)
    assert marks.ZERO in str(Value("0件", ("数",), parse("0件"), zero="未发生案件"))
    assert marks.strip_marks(str(gap("普法活动", "路", "次"))) == "【待填：普法活动（次）】"
    assert str(ABSENT) == marks.MISSING


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("则", ("落实三项制度",)),
        ("零则", ("未发生案件",)),
        ("顿号", ()),
        ("顿号等", ("制度",)),
        ("计数", ("级",)),
    ],
)
def test_what_is_asked_after_claims_nothing(name, arguments):
    empty = gap("三项制度", "路")
    assert FILTERS[name](empty, *arguments) is empty


def test_what_is_asked_after_has_no_comparison():
    assert FILTERS["同比"](gap("立案", "路")) is ABSENT


def test_a_value_within_an_argument_brings_its_ground():
    found = FILTERS["则"](Value("是", ("勾",), True), f"调解{number('3件')}")
    assert (found.text, found.grounds) == ("调解3件", ("勾", "数"))
    assert FILTERS["则"](Value("是", ("勾",), True), f"调解{ABSENT}") is ABSENT


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((number("3件"), ABSENT), ("数",)),
        ((ABSENT, names("甲")), ("名",)),
        ((Value("否", ("勾",), False),), None),
        ((ABSENT, ABSENT), None),
    ],
)
def test_a_label_is_there_where_a_fact_is_that_it_speaks_of(facts, expected):
    found = FILTERS["配"]("抓培训", *facts)
    assert (found.text, found.grounds) == ("抓培训", expected) if expected else found is ABSENT


@pytest.mark.parametrize(
    ("measure", "led_in"),
    [
        ("专职调解员增到13名", False),
        ("合同送审按季度排", False),
        ("“老板娘议事桌”由11家增到25家", False),
        ("村级合同一律先审后签", False),
        ("配齐执法记录仪", True),
        ("充实司法所力量，每季度培训1次", True),
        ("新增持证人员2名", True),
    ],
)
def test_what_has_a_subject_of_its_own_is_not_led_in_by_dui(measure, led_in):
    """Two plans are led in to in turn; none but by 针对 where it tells no deed, whosever turn it is."""
    for first, second in (("组织培训", measure), (measure, "组织培训")):
        plans = f"[{{措施: {first}, 针对: 骨干少}}, {{措施: {second}, 针对: 人手少}}]"
        text = drafted("", end=f"不足: [{{问题: 骨干少, 原因: 紧}}]\n计划: {plans}\n")
        leads = dict(reversed(one) for one in re.findall("(针对|对)(骨干少|人手少)的问题", text))
        if led_in:
            assert sorted(leads.values()) == ["对", "针对"]
        else:
            assert leads["骨干少" if first == measure else "人手少"] == "针对"
