"""Of figures that contradict each other, the one is offered of which the notes say that it holds, the other never."""

import pytest

from generator.suggesting.suggestion import Standing
from tests.suggesting.test_suggest import suggested


@pytest.mark.parametrize(
    ("text", "holding"),
    [
        ("网格86个\n网格88个\n两个数以88个为准", "88个"),
        ("网格86个\n更正！网格是88个，昨天打错了，以这个为准", "88个"),
        ("网格86个（用我们这个86）\n网格88个", "86个"),
        ("网格86个\n网格88个，以我们台账为准", "88个"),
        ("网格不是86个\n网格88个", "88个"),
        ("网格86个\n网格88个，86个不对", "88个"),
        ("网格86个\n网格88个，86不作数", "88个"),
        ("网格86个\n网格88个，按88个算", "88个"),
        ("网格86个\n网格88个（党政办已核，用88）", "88个"),
        ("网格86个\n网格88个，按平安办口径88个", "88个"),
    ],
)
def test_the_figure_that_holds_is_offered_and_the_refuted_one_never(text, holding):
    told = [(one.value, one.standing) for one in suggested(text).offered if one.field.name == "网格"]
    assert told == [(holding, Standing.NEW)]


def test_a_figure_that_another_line_corrects_is_never_sure():
    told = suggested("政务公开：\n主动公开政府信息49条\n——49是按登记数的，多的3条重了。用46。\n").offered
    assert [(one.value, one.standing) for one in told] == [("49条", Standing.ASKED)]
    assert told[0].doubt == "材料里说到改为46"


def test_two_figures_of_which_notes_name_none_are_both_asked_about():
    offered = suggested("网格86个\n网格88个，以平安办的为准").offered
    assert {one.value: one.standing for one in offered} == {"86个": Standing.RIVAL, "88个": Standing.RIVAL}


def test_what_is_counted_with_a_refuted_figure_is_refuted_with_it():
    text = (
        "排查24次，排出来的纠纷640件，化解629件。（小佟注：640是把口头劝的27件算进来了，以司法所613件为准。）"
    )
    assert not {"640件", "629件", "27件"} & {one.value for one in suggested(text).offered}


def test_of_two_offices_that_one_holds_which_says_so():
    text = (
        "信访办：\n12345热线：转来1086件，办结1086件，满意率94.3%。\n\n便民服务中心：\n"
        "12345热线以我们台账为准哈，收了1124件（信访办那边没把上半月的38件算进去，党政办已核，用1124），办结1119件，满意率94.6%。"
    )
    made = suggested(text)
    values = {one.value: one for one in made.offered}
    assert not {"1086件", "94.3%", "38件"} & set(values)
    assert {values[one].home for one in ("1119件", "94.6%")} == {"热线办理"}
    assert "1124件" in values
