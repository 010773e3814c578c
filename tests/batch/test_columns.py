"""The headings of a table lead to one place in a facts file, or say why not."""

import pytest

from generator.batch.columns import HeadingError, is_of_no_report, place_of_column
from generator.resources import Templates
from tests.each import each


@each(
    ("heading", "sheet", "place"),
    [
        ("单位名称", "", ("单位", "名称")),
        ("简称", "", ("单位", "简称")),
        ("年度", "", ("年度",)),
        ("单位.上级", "", ("单位", "上级")),
        ("单位.辖区.村", "", ("单位", "辖区", "村")),
        ("矛盾纠纷化解.化解", "", ("举措成效", "矛盾纠纷化解", "化解")),
        ("举措成效.矛盾纠纷化解.化解", "", ("举措成效", "矛盾纠纷化解", "化解")),
        ("矛盾纠纷化解.化解（件）", "", ("举措成效", "矛盾纠纷化解", "化解")),
        ("普法活动", "", ("举措成效", "法治宣传教育", "普法活动")),
        ("化解", "矛盾纠纷化解", ("举措成效", "矛盾纠纷化解", "化解")),
        ("第一责任人.领导班子学法", "", ("第一责任人", "领导班子学法")),
        ("领导班子学法", "", ("第一责任人", "领导班子学法")),
        ("不足.问题", "", ("不足", 0, "问题")),
        ("不足2.原因", "", ("不足", 1, "原因")),
        ("计划1.措施", "", ("计划", 0, "措施")),
        ("导语.领导", "", ("导语", "领导")),
        ("成文日期", "", ("落款", "日期")),
    ],
)
def test_a_heading_leads_to_its_place(heading, sheet, place):
    assert place_of_column(heading, sheet, Templates()) == place


@pytest.mark.parametrize(
    ("heading", "said", "fix"),
    [
        ("化觧", "不认识“化觧”这一列", "不进报告的列"),
        ("普法活功", "不认识", "是不是“法治宣传教育.普法活动”"),
        ("行政执法.化解", "不止一个主题有|不认识", "化解"),
        ("举措成效", "不认识", "主题.字段"),
    ],
)
def test_one_that_leads_nowhere_is_told(heading, said, fix):
    with pytest.raises(HeadingError, match=said) as caught:
        place_of_column(heading, "", Templates())
    assert fix in caught.value.fix


def test_a_name_that_several_topics_have_asks_which():
    """Each of them is named, so that one can be copied."""
    from collections import Counter

    from generator.topics import read_topics

    counts = Counter(name for topic in read_topics(Templates()).measures.values() for name in topic.fields)
    shared = next(name for name, count in counts.items() if count > 1)
    with pytest.raises(HeadingError, match="不止一个主题有") as caught:
        place_of_column(shared, "", Templates())
    assert caught.value.fix.count(f".{shared}") >= counts[shared]


@pytest.mark.parametrize(
    ("heading", "passed"), [("序号", True), ("#内部", True), ("", True), ("年度", False)]
)
def test_columns_for_the_tables_own_sake(heading, passed):
    assert is_of_no_report(heading) == passed
