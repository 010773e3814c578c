"""Which fields the figures of a passage may be."""

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
