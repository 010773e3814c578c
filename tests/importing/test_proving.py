"""An import proves itself: whatever a report says comes back to the letter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.reports import FOUR_PARTS, JOINT, REPORTS, proved
from tests.often import often

WORDS = [
    "加强组织领导",
    "落实工作责任",
    "开展普法活动",
    "排查矛盾纠纷",
    "规范行政执法",
    "听取群众意见",
    "做好政务公开",
    "【附】说明情况",
]
FIGURES = ["", "12场", "231件", "3000余份", "98.5%", "近20次", "1.2万人次", "0件"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_sentence_comes_back(name):
    _facts, proof, _markdown = proved(REPORTS[name])
    assert proof.kept == proof.sentences > 5
    assert proof.changed == ()


def test_the_summary_counts():
    _facts, proof, _markdown = proved(FOUR_PARTS)
    assert re.fullmatch(
        r"原文14句：14句照录，其中\d句的数字都认出了字段；1处分段与原文不同(?:；\d个数字没有合适的字段，用了原文的叫法)?(?:；\d+处请看)?",
        proof.summary,
    )


def test_a_heading_that_stood_alone_and_runs_in_now_is_told():
    _facts, proof, _markdown = proved(FOUR_PARTS)
    assert proof.cut == ("“规范行政执法。严格落实行政执法“……”原文是2段，生成的报告合为1段",)
    assert proof.likeness == "由它生成的报告与原文相比，1处分段不同，原文18段，它17段；其余相同"


def test_a_heading_that_ran_in_and_stands_alone_now_is_told():
    alone = FOUR_PARTS.replace("守住平安底线。", "守住平安底线\n").replace("充实执法力量。", "充实执法力量\n")
    _facts, proof, _markdown = proved(alone)
    assert proof.cut == ("“丰富普法形式，用好新媒体。每月推……”原文是1段，生成的报告分为2段",)


def test_a_heading_alone_in_its_part_comes_back_even_where_it_is_called_as_a_field_is():
    alone = """云岭镇2023年法治政府建设年度报告
2023年，云岭镇扎实推进法治政府建设。现将有关情况报告如下：
一、推进法治政府建设的主要举措和成效
（一）多元化解矛盾纠纷
全年排查矛盾纠纷231件。
二、党政主要负责人履行推进法治建设第一责任人职责情况
（一）带头学法
组织领导班子学法6次。
三、推进法治政府建设存在的不足和原因
（一）执法力量薄弱
专职执法人员少。
四、2024年推进法治政府建设的主要安排
（一）充实执法力量
新聘执法人员2名。
"""
    _facts, proof, markdown = proved(alone)
    assert proof.changed == proof.cut == ()
    assert markdown.count("### （一）") == 4


def test_a_report_cut_alike_is_said_to_be_the_same():
    _facts, proof, _markdown = proved(JOINT)
    assert proof.cut == ()
    assert proof.likeness == "由它生成的报告，句子、标题和分段都与原文相同"


def test_paragraphs_come_back_as_they_were():
    _facts, _proof, markdown = proved(FOUR_PARTS)
    paragraphs = markdown.split("\n\n")
    assert (
        "一是抓排查。全年排查矛盾纠纷231件，化解矛盾纠纷198起。二是抓宣传。开展普法活动12场，发放宣传资料3000余份。"
        in paragraphs
    )
    assert "严格落实行政执法“三项制度”，全年行政处罚立案19件。" in paragraphs
    assert "执法队参加上级培训。" in paragraphs
    assert "### （二）丰富普法形式，用好新媒体" in paragraphs


def sentences():
    clause = st.tuples(st.sampled_from(WORDS), st.sampled_from(FIGURES)).map("".join)
    return st.lists(clause, min_size=1, max_size=3).map(lambda clauses: "，".join(clauses) + "。")


def paragraphs():
    plain = st.lists(sentences(), min_size=1, max_size=3).map("".join)
    points = st.lists(sentences(), min_size=2, max_size=4).map(
        lambda ones: "".join(f"{'一二三四'[at]}是{one}" for at, one in enumerate(ones))
    )
    return st.one_of(plain, points)


@st.composite
def reports(draw):
    headings = draw(st.lists(st.lists(paragraphs(), min_size=1, max_size=3), min_size=1, max_size=4))
    lines = [
        "云岭镇2023年法治政府建设年度报告",
        "2023年，云岭镇推进法治政府建设。现将情况报告如下：",
        "一、主要举措和成效",
    ]
    for number, heading in enumerate(headings):
        lines += [f"（{'一二三四'[number]}）做好第{'一二三四'[number]}项工作", *heading]
    lines += ["二、存在的不足和原因", *draw(st.lists(paragraphs(), min_size=1, max_size=3))]
    lines += ["三、下一步打算", *draw(st.lists(paragraphs(), min_size=1, max_size=3))]
    return "\n".join(lines)


@often(10)
@given(reports())
def test_every_sentence_of_a_made_report_comes_back(report):
    _facts, proof, markdown = proved(report)
    assert proof.changed == ()
    assert proof.kept == proof.sentences
    whole = markdown.replace("\\", "").replace("\n\n", "\n").split("\n")
    said = re.sub(r"\s|#|（[一二三四]）|\\", "", markdown)
    for line in report.split("\n")[1:]:
        if not re.match("[一二三]、|（", line):
            assert re.sub(r"\s", "", line) in said
            assert line in whole
