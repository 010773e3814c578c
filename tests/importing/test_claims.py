"""Which fields the figures of a passage may be."""

import pytest

from generator.importing.claims import CERTAIN, Claimant
from generator.importing.homes import Reporting
from generator.importing.outline import OldParagraph
from generator.importing.passages import OldPassage, old_sentences
from generator.recognition.matcher import matcher_for
from generator.recognition.ranking import ranking_for
from generator.resources import Templates
from generator.topics import read_topics

TOPICS = read_topics(Templates())


def figures(text, home="行政执法", year=True):
    claimant = Claimant(matcher_for(TOPICS), ranking_for(TOPICS), Reporting("镇", 2023))
    passage = OldPassage(tuple(old_sentences([OldParagraph(text, 1)])), home, home, of_the_year=year)
    assert claimant.figures(passage) is claimant.figures(passage)
    return claimant.figures(passage)


@pytest.mark.parametrize(
    ("text", "home", "name"),
    [
        ("党政主要负责人主持召开法治政府建设专题会议11次。", "组织领导", "第一责任人.专题会"),
        ("今年主要领导讲法治课2次。", "学法用法", "第一责任人.讲法治课"),
        ("召开法治政府建设专题会议11次。", "组织领导", "组织领导.专题会议"),
        ("组织应知应会法律知识考试，参考率、合格率均达100%。", "学法用法", "学法用法.合格率"),
        ("负责人及时出庭应诉，应诉率达100%。", "", "复议应诉.出庭率"),
        ("提供立法相关意见50条。", "学法用法", "权力监督.立法意见"),
        ("组织法律顾问参与合同审查136件次。", "合法性审查", "合法性审查.合同审查"),
        ("开展《民法典》《监察法》等专题学习3次。", "学法用法", "学法用法.中心组专题学法"),
    ],
)
def test_what_is_called_as_a_field_is_that_field(text, home, name):
    best = figures(text, home)[-1].claims[0]
    assert (f"{best.home}.{best.field.name}", best.meant) == (name, True)


def test_a_sum_of_several_things_is_none_of_them():
    (one,) = figures("开展专题党课、专题研讨及学习会60场次。", "学法用法")
    assert not any(claim.meant for claim in one.claims if claim.field.name in {"专题研讨", "专题党课"})


def test_the_likeliest_comes_first():
    (one,) = figures("全年排查矛盾纠纷231件。", "矛盾纠纷化解")
    assert (one.claims[0].home, one.claims[0].field.name) == ("矛盾纠纷化解", "排查")
    assert one.claims[0].score >= CERTAIN
    assert [claim.score for claim in one.claims] == sorted(
        (claim.score for claim in one.claims), reverse=True
    )


def test_what_its_words_speak_against_is_told():
    (one,) = figures("全年开展联合执法检查46次。")
    told = {claim.field.name: claim for claim in one.claims if claim.home == "行政执法"}
    assert told["执法检查"].against
    assert not told["执法检查"].meant


def test_figures_of_a_plan_claim_nothing():
    (one,) = figures("全年排查矛盾纠纷231件。", year=False)
    assert one.claims == ()
