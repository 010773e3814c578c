"""The facts file as a form: every block and entry, as a table of what a clerk sees."""

import re
from dataclasses import replace

import pytest

from generator.preview.actions import action_of
from generator.preview.form import form_blocks
from generator.preview.form_html import form_pieces
from generator.preview.form_item_actions import Choose
from generator.preview.form_model import LONG
from generator.resources import Templates
from tests.preview.material import FACTS, FILE, block_called, entry_called, form_material

ORDER = [
    "单位", "通知", "导语", "上年整改", "举措成效", "举措成效.健全机制", "组织领导", "行政执法", "举措成效.化解纠纷",
    "矛盾纠纷化解", "第一责任人", "不足", "不足.0", "不足.1", "计划", "计划.0", "其他情况", "落款",
]  # fmt: skip


def test_the_form_goes_in_the_order_of_the_report():
    assert [one.name for one in form_blocks(form_material())] == ORDER


def test_every_name_on_the_page_is_given_once():
    blocks = form_blocks(form_material())
    ids = [one.id for one in blocks] + [entry.id for one in blocks for entry in one.entries]
    assert len(ids) == len(set(ids))
    assert not any(" " in one for one in ids)


@pytest.mark.parametrize("name", ["不足", "计划", "落款", "单位", "举措成效", "第一责任人", "健全机制"])
@pytest.mark.parametrize("heading", ["  化解纠纷:\n", "举措成效:\n"])
def test_a_topic_of_the_units_own_is_called_as_it_likes(heading, name):
    step = "  " if heading == "举措成效:\n" else "    "
    text = FACTS.replace(heading, f"{heading}{step}{name}:\n{step}  正文: 自己写的话。\n")
    if step == "  ":
        text = text.replace("  健全机制:\n    组织", "  健全得好:\n    组织")
    blocks = form_blocks(form_material(text))
    ids = [one.id for one in blocks] + [entry.id for one in blocks for entry in one.entries]
    assert len(ids) == len(set(ids))
    assert any("自己写的话。" in one.html for one in form_pieces(form_material(text), {}).values())


def test_what_the_library_fills_in_a_blank_plan_is_not_to_be_filled():
    text = FACTS.replace("  - 选用: 配齐执法装备\n", "  - 标题:\n    措施:\n    针对:\n    时限:\n")
    chosen = Choose("计划", "配齐执法装备", answered=False).applied(text, FILE)
    entries = block_called("计划.0", chosen).entries
    assert {one.label for one in block_called("计划.0", text).entries if one.empty} >= {"标题", "措施"}
    assert not any(one.empty for one in entries if one.label in ("标题", "措施", "针对"))
    assert all(one.hint for one in entries if one.label in ("标题", "措施", "针对"))


@pytest.mark.parametrize(
    ("written", "unsaid"), [("0次", True), ("0", True), ("4次", False), ("", False), ("三次", False)]
)
def test_a_zero_that_the_report_does_not_say_is_told_so(written, unsaid):
    text = FACTS.replace("专题会议: 4次 ", f"专题会议: {written} ")
    entry = entry_called(block_called("组织领导", text), "专题会议")
    assert entry.note.endswith("填 0 的，报告里不提") is unsaid


def test_a_zero_that_the_report_says_is_not():
    text = FACTS.replace("    矛盾纠纷化解:\n", "    复议应诉:\n      应诉案件: 0起\n    矛盾纠纷化解:\n")
    entry = entry_called(block_called("复议应诉", text), "应诉案件")
    assert "报告里不提" not in entry.note
    assert entry.sentence >= 0


ENTRIES = [
    (
        "组织领导",
        "专题会议",
        {"text": "4次", "widget": "行", "unit": "次", "written": True, "kind": "SetValue"},
    ),
    ("组织领导", "同部署", {"text": "是", "widget": "选", "unit": "是或否"}),
    ("组织领导", "领导小组会议", {"text": "", "written": False, "sentence": -1, "buttons": ()}),
    ("行政执法", "立案", {"text": "19件", "written": True}),
    ("矛盾纠纷化解", "调解", {"widget": "印", "text": "198件"}),
    ("矛盾纠纷化解", "正文第1句", {"widget": "句", "kind": "SetItem"}),
    ("矛盾纠纷化解", "再写一句正文", {"text": "", "written": False}),
    ("不足.0", "问题", {"hint": "执法装备不全", "kind": "SetProblem", "text": ""}),
    ("不足.1", "原因", {"text": "编制少", "kind": "SetValue"}),
    ("单位", "级别", {"widget": "选", "text": "镇"}),
]


@pytest.mark.parametrize(("block", "label", "wanted"), ENTRIES, ids=lambda one: str(one)[:20])
def test_an_entry_says_what_is_written_and_how_to_fill_it_in(block, label, wanted):
    entry = entry_called(block_called(block), label)
    assert {name: getattr(entry, name) for name in wanted} == wanted


def test_an_entry_tells_what_it_means_prints_and_what_others_gave():
    entry = entry_called(block_called("行政执法"), "立案")
    assert "件" in entry.unit
    assert "立案" in entry.note
    assert "→" in entry.prints
    assert "石鼓镇2021" in entry.given
    assert entry.sentence > 0


def test_a_problem_stands_beside_its_entry():
    block = block_called("行政执法")
    assert any("办结" in one.message for one in entry_called(block, "办结").problems)
    assert entry_called(block_called("行政执法", FACTS.replace("20件", "19件")), "办结").problems == ()


def test_what_is_only_not_filled_in_yet_is_no_problem():
    text = FACTS.replace("专题会议: 4次", "专题会议:")
    entry = entry_called(block_called("组织领导", text), "专题会议")
    assert (entry.empty, entry.written, entry.problems) == (True, True, ())
    assert entry_called(block_called("组织领导"), "专题会议").empty is False


def test_a_sentence_shows_its_marks():
    entry = entry_called(block_called("矛盾纠纷化解"), "正文第1句")
    assert [tuple(one) for one in entry.marks] == [("调解", "198件"), ("调解室调处", "41件")]
    assert [*entry.pieces] == [
        ("网格员上门", False), ("【调解：198件】", True), ("，", False), ("【调解室调处：41件】", True), ("。", False),
    ]  # fmt: skip


def test_a_list_is_typed_line_by_line():
    entry = entry_called(block_called("矛盾纠纷化解", FACTS.replace("特色活动", "调解室")), "调解室")
    assert (entry.kind, entry.text) == ("SetLines", "甲\n乙")


LINED = [
    ("矛盾纠纷化解", FACTS.replace("特色活动: [甲, 乙]", "调解室: 甲"), "调解室"),
    ("矛盾纠纷化解", FACTS.replace("特色活动: [甲, 乙]", "活动: [{名称: 甲}]"), "活动1·主体"),
    ("不足.1", FACTS, "表现"),
    ("计划.0", FACTS, "措施"),
    ("通知", FACTS + "通知:\n  必报: 甲\n", "必报"),
    ("通知", FACTS + "通知:\n  必报: 甲\n", "部分顺序"),
]


@pytest.mark.parametrize(("name", "text", "label"), LINED, ids=[one[2] for one in LINED])
def test_what_takes_several_is_typed_line_by_line_from_the_first(name, text, label):
    entry = next(
        one
        for block in form_blocks(form_material(text))
        if block.name == name
        for one in block.entries
        if one.label == label
    )
    assert (entry.kind, entry.widget) == ("SetLines", LONG)
    assert entry.note.endswith("每行写一个，按回车换行")


def test_what_takes_one_text_is_typed_as_it_is():
    kinds = {
        (one.label, one.kind)
        for block in form_blocks(form_material())
        for one in block.entries
        if one.label in {"原因", "时限", "排查", "专题会议"}
    }
    assert {kind for _, kind in kinds} == {"SetValue"}


def test_a_field_that_is_asked_for_gets_its_entry():
    block = block_called("组织领导")
    offered = [one.act["name"] for one in block.more if "name" in one.act]
    assert offered
    asked = offered[0].partition(".")[2]
    opened = block_called("组织领导", opened=[offered[0]])
    assert entry_called(opened, asked).written is False
    assert offered[0] not in [one.act.get("name") for one in opened.more]


def test_a_field_of_a_topic_that_the_file_has_not_would_stand_under_its_heading():
    entry = entry_called(block_called("复议应诉", opened=["复议应诉.复议调解"]), "复议调解")
    assert entry.path[0] == "举措成效"
    assert entry.path[-2:] == ("复议应诉", "复议调解")
    assert len(entry.path) == 4


def test_own_words_of_every_kind_can_be_opened_and_are_where_the_button_leads():
    for button in block_called("矛盾纠纷化解").more:
        if button.act["kind"] != "OpenField":
            continue
        opened = block_called("矛盾纠纷化解", opened=[button.act["name"]])
        assert button.focus in [one.id for one in opened.entries], button


def test_an_activity_can_be_added_moved_and_taken_away():
    (button,) = [one for one in block_called("矛盾纠纷化解").more if one.label == "一项活动"]
    text = action_of(dict(button.act, path=[*button.act["path"]]), Templates()).applied(FACTS, FILE)
    block = block_called("矛盾纠纷化解", text)
    entry = entry_called(block, "活动1·名称")
    assert button.focus == entry.id
    assert [one.label for one in entry.buttons] == ["删去这项活动"]


def test_an_activity_that_stands_alone_is_one_of_them():
    text = FACTS.replace("      排查: 231件\n", "      排查: 231件\n      活动: {名称: 义诊, 场次: 2场}\n")
    block = block_called("矛盾纠纷化解", text)
    name = entry_called(block, "活动1·名称")
    assert (name.text, [one.label for one in name.buttons]) == ("义诊", ["删去这项活动"])
    (another,) = [one for one in block.more if one.label == "一项活动"]
    assert another.focus.endswith(".活动.2.名称")


def test_what_is_blank_can_be_dropped_at_once_where_something_is():
    labels = [one.label for one in block_called("矛盾纠纷化解").adding]
    assert "其余都不报" not in labels
    blank = FACTS.replace("排查: 231件", "排查:")
    assert [one.label for one in block_called("矛盾纠纷化解", blank).adding] == ["其余都不报"]
    assert "各主题和第一责任人空着的都不报" in [one.label for one in block_called("举措成效", blank).adding]


def test_last_years_words_stand_beside_what_asks_after_them():
    remark = "上年的计划：配齐执法记录仪"
    block = block_called("上年整改.0", f"{FACTS}上年整改:\n  # {remark}\n  # 怎么整改的\n  - 措施: \n")
    assert block.note == remark


def test_a_usual_cause_is_offered_and_not_taken():
    text = FACTS.replace("  - 选用: 执法装备不全\n", "  - 问题: 执法装备不全\n    原因:\n")
    cause = entry_called(block_called("不足.0", text), "原因")
    assert cause.text == cause.hint == ""
    assert "常见的原因：执法经费有限" in cause.note
    assert [one.label for one in cause.buttons] == ["用常见的原因", "不报这一项"]
    assert cause.buttons[0].act["text"].startswith("执法经费有限")


def test_a_doubt_stands_beside_the_sentence_that_it_is_about():
    text = FACTS.replace("- 全年没有越级上访。", "- 全年没有越级上访。 # 请核对：日期“12月4日”")
    entry = entry_called(block_called("矛盾纠纷化解", text), "正文第2句")
    assert [one.code for one in entry.problems] == ["待填-03"]
    assert entry.looked_at == ("举措成效", "化解纠纷", "矛盾纠纷化解", "正文", 1)


def test_a_field_that_was_not_there_when_the_file_was_opened_goes_with_what_was_typed():
    material = replace(form_material(), begun=frozenset({"行政执法.立案"}))
    (block,) = [one for one in form_blocks(material) if one.name == "行政执法"]
    assert [entry_called(block, label).fresh for label in ("立案", "办结")] == [False, True]


def test_what_the_file_of_last_year_says_stands_beside_its_field():
    material = form_material()
    last = form_material(FACTS.replace("2025", "2024").replace("4次", "3次")).facts
    with_last = replace(material, facts=replace(material.facts, last=last))
    blocks = {one.name: one for one in form_blocks(with_last)}
    assert entry_called(blocks["组织领导"], "专题会议").last == "3次"
    assert entry_called(blocks["行政执法"], "立案").last == "19件（执法队台账）"


def test_what_is_hidden_can_be_had_again():
    adding = block_called("举措成效.化解纠纷").adding
    assert [(one.label, one.act["path"][-1]) for one in adding] == [("恢复“法律援助”", "法律援助")]


STEPS = [
    ("组织领导", ["上移（到头了）", "下移", "收起不报", "删去"]),
    ("行政执法", ["上移", "下移（到头了）", "收起不报", "删去"]),
    ("不足.0", ["上移（到头了）", "下移", "删去"]),
    ("计划.0", ["删去"]),
    ("举措成效.健全机制", ["写标题下的话", "上移（到头了）", "下移", "收起不报", "删去"]),
]


@pytest.mark.parametrize(("block", "labels"), STEPS)
def test_what_can_be_moved_has_its_buttons(block, labels):
    buttons = block_called(block).buttons
    assert [one.label + ("" if one.act else "（到头了）") for one in buttons] == labels


def test_a_button_that_moves_goes_on_to_where_that_is_then():
    """An item of a list is called by its number, a topic by its name."""
    text = FACTS.replace(
        "        - 全年没有越级上访。\n", "        - 全年没有越级上访。\n        - {正文: 甲, 公开: 是}\n"
    )
    topic = block_called("矛盾纠纷化解", text)
    rows = [*topic.entries, *block_called("不足.0").buttons, *block_called("组织领导").buttons]
    moves = [
        (button.label, button.focus)
        for one in rows
        for button in (one.buttons if hasattr(one, "buttons") else (one,))
        if button.act.get("kind") == "Move"
    ]
    where = "项-举措成效.化解纠纷.矛盾纠纷化解.正文"
    assert moves == [
        ("下移", f"{where}.2"),
        ("上移", f"{where}.1"),
        ("下移", f"{where}.3"),
        ("上移", f"{where}.2.正文"),
        ("下移", "块-不足.1"),
        ("下移", "块-组织领导"),
    ]


def test_a_topic_moves_to_another_heading():
    assert block_called("行政执法").places[0].options == (("化解纠纷", "化解纠纷"),)


def test_a_shortcoming_shows_the_plan_that_answers_it_or_offers_one():
    assert block_called("不足.0").links == (("块-计划.0", "对应的安排：第1条"),)
    alone = block_called("不足.1")
    assert alone.links == ()
    assert [one.act["content"] for one in alone.adding] == [{"针对": "队伍力量不足", "措施": ""}]


def test_the_name_of_a_shortcoming_is_sent_when_it_is_done():
    pieces = form_pieces(form_material(), {})
    (field,) = re.findall(r"<textarea [^>]*SetProblem[^>]*>", pieces["块-不足.1"].html)
    assert "data-late" in field
    assert "data-late" not in pieces["块-计划.0"].html


def test_the_library_offers_what_is_not_chosen_yet():
    names = [name for name, _ in block_called("不足").pickers[0].options]
    assert "执法力量薄弱" in names
    assert "执法装备不全" not in names
    assert "执法监督偏弱" not in names  # of counties and departments


def test_a_topic_under_two_headings_has_two_blocks():
    twice = FACTS.replace("    组织领导:\n", "    行政执法:\n      持证上岗: 是\n    组织领导:\n", 1).replace(
        "    行政执法:\n      立案: {", "  再一节:\n    行政执法:\n      立案: {"
    )
    blocks = form_blocks(form_material(twice))
    assert [one.name for one in blocks if one.title == "行政执法"] == ["行政执法", "再一节.行政执法"]
    ids = [entry.id for one in blocks for entry in one.entries]
    assert len(ids) == len(set(ids))


def test_each_practice_has_its_block_with_all_its_fields():
    several = FACTS.replace(
        "    组织领导:\n", "    特色做法: {做法名称: 板凳说事}\n    组织领导:\n", 1
    ).replace(
        "    矛盾纠纷化解:\n",
        "    特色做法: {做法名称: 夜市普法}\n    老槐树下: {开展场次: 9场}\n    矛盾纠纷化解:\n",
    )
    blocks = [one for one in form_blocks(form_material(several)) if "开展场次" in one.labels]
    assert [(one.title, bool(one.named)) for one in blocks] == [
        ("特色做法", False),
        ("特色做法", False),
        ("老槐树下", True),
    ]
    assert all("化解纠纷" in one.labels for one in blocks)
    ids = [one.id for one in blocks] + [entry.id for one in blocks for entry in one.entries]
    assert len(ids) == len(set(ids))


def test_the_day_on_which_the_figures_end_is_asked_for_and_fields_show_what_they_print_then():
    entry = entry_called(block_called("单位", FACTS), "数据截至")
    assert (entry.path, entry.text) == (("截至",), "")
    until = FACTS.replace("单位:", "截至: 2025-12-20\n单位:", 1)
    assert entry_called(block_called("单位", until), "数据截至").text == "2025-12-20"
    shown = [entry_called(block_called("矛盾纠纷化解", text), "化解").prints for text in (FACTS, until)]
    assert ["全年" in one for one in shown] == [True, False]


OPENING = (
    "导语:\n  # 领导: 上级党委、政府\n  # 指导:    # 还受谁指导\n  # 法治思想: 习近平法治思想    # 用全称\n\n"
)


def test_a_record_that_is_blank_can_be_done_without_or_said_as_it_usually_is():
    text = FACTS.replace("举措成效:\n", f"{OPENING}举措成效:\n  # 成效: 不是导语的\n", 1)
    block = block_called("导语", text)
    (drop,) = block.adding
    assert drop.label == "不报这一项"
    assert action_of(dict(drop.act) | {"path": ["导语"]}, Templates()).applied(text, FILE).count("导语:") == 0
    offered = {one.label: one.buttons[0].act["text"] for one in block.entries if one.buttons}
    assert offered == {"领导": "上级党委、政府", "法治思想": "习近平法治思想"}
    assert "常见的写法：习近平法治思想" in entry_called(block, "法治思想").note


@pytest.mark.parametrize(
    "written", ["导语: {领导: 区委}\n", "导语:\n  领导: 区委\n  # 领导: 上级党委、政府\n", ""]
)
def test_a_record_that_says_something_is_not_offered_to_be_done_without(written):
    block = block_called("导语", FACTS + written)
    assert block.adding == ()
    assert all(one.label != "用常见的写法" for entry in block.entries for one in entry.buttons)
