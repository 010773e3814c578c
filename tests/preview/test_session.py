"""One open file: what is typed is on the disk at once, and what anybody else wrote there is never lost."""

import os
from dataclasses import replace

import pytest

from generator.preview.actions import SetText, SetValue, action_of
from generator.preview.form_actions import Move, Remove
from generator.preview.form_item_actions import AddItem, Choose
from generator.preview.form_remedies import TakeFigure
from generator.preview.form_values import SetItem, SetLines, SetProblem
from generator.preview.merging import Clash
from generator.preview.session import Session
from generator.preview.standing import stands
from generator.problems import UserError
from generator.resources import Templates

TEXT = "年度: 2023  # 年\n单位:\n  名称: 甲镇人民政府\n不足:\n- 问题: 人手少\n"
NAME = ("单位", "名称")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "甲镇-2023.yaml"
    path.write_bytes(TEXT.encode())
    return path


def written(path):
    return path.read_bytes().decode()


def do(session, action):
    """Do something and write it, as the page has it done."""
    session.do(action)
    session.save()


def put(path, text):
    """Write as another program does, and be seen to."""
    path.write_bytes(text.encode())
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 1_000_000))


def test_typing_is_written_at_once_and_is_one_step(path):
    session = Session(path)
    for text in ("乙", "乙镇", "乙镇人民政府"):
        do(session, SetValue(NAME, text))
        assert f"名称: {text}\n" in written(path)
    do(session, SetValue(("年度",), "2024"))
    assert written(path) == TEXT.replace("2023", "2024").replace("甲", "乙")
    session.undo()
    session.save()
    assert written(path) == TEXT.replace("甲", "乙")
    session.undo()
    session.save()
    assert written(path) == session.text == TEXT
    assert not session.can_undo
    session.redo()
    session.save()
    session.redo()
    session.save()
    session.redo()
    session.save()
    assert written(path) == TEXT.replace("2023", "2024").replace("甲", "乙")
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_another_programs_change_is_taken_over_and_can_be_undone(path):
    session = Session(path)
    assert not session.reread()
    put(path, TEXT.replace("2023", "2022"))
    assert session.reread()
    assert session.text == TEXT.replace("2023", "2022")
    session.undo()
    session.save()
    assert written(path) == TEXT


def test_two_fields_of_two_programs_come_together(path):
    session = Session(path)
    put(path, TEXT.replace("2023", "2022"))
    do(session, SetValue(NAME, "乙镇人民政府", "甲镇人民政府"))
    assert written(path) == TEXT.replace("2023", "2022").replace("甲", "乙")
    assert session.clashes == {}


@pytest.mark.parametrize(("mine", "wanted"), [(True, "丙镇"), (False, "乙镇人民政府")])
def test_one_field_changed_by_both_is_shown_and_decided(path, mine, wanted):
    session = Session(path)
    put(path, TEXT.replace("甲", "乙"))
    do(session, SetValue(NAME, "丙", "甲镇人民政府"))
    do(session, SetValue(NAME, "丙镇", "丙"))
    assert session.clashes == {1: Clash(NAME, "丙镇", "乙镇人民政府")}
    assert "名称: 乙镇人民政府\n" in written(path)
    session.settle(1, mine=mine)
    session.save()
    assert session.clashes == {}
    assert f"名称: {wanted}\n" in written(path)


def test_what_two_windows_typed_at_one_place_stays_each_ones_own(path):
    session = Session(path)
    session.do(SetValue(NAME, "乙", "甲镇人民政府"), "窗二")
    session.do(SetValue(NAME, "丙", "甲镇人民政府"), "窗一")
    session.do(SetValue(NAME, "丁", "甲镇人民政府"), "窗三")
    session.do(SetValue(NAME, "丙镇", "丙"), "窗一")
    assert session.clashes == {1: Clash(NAME, "丙镇", "乙", "窗一"), 2: Clash(NAME, "丁", "乙", "窗三")}
    session.do(SetValue(NAME, "乙镇", "乙"), "窗二")
    assert [one.theirs for one in session.clashes.values()] == ["乙镇", "乙镇"], "what the file has now"
    session.settle(1, mine=True)
    session.save()
    assert "名称: 丙镇\n" in written(path)
    assert session.clashes == {2: Clash(NAME, "丁", "丙镇", "窗三")}


LISTS = "其他情况:\n  - 第一句。\n  - 第二句。\n做法: 独一句。\n名单:\n  - 甲\n  - 乙\n不足:\n  - 问题: 一\n  - 问题: 二\n  - 问题: 三\n"
INSERTED = {
    "其他情况:\n": "其他情况:\n  - 外面写的。\n",
    "名单:\n": "名单:\n  - 外\n",
    "独一句": "外面改的",
    "问题: 一": "问题: 外",
}
STALE = [
    (SetItem(("其他情况", 1), "第二句改了。", "第二句。"), "第二句改了。", "第一句。"),
    (SetItem(("其他情况", 2), "新写一句。", ""), "新写一句。", "第二句。"),
    (SetItem(("做法", 0), "改一句。", "独一句。"), "改一句。", "外面改的。"),
    (SetLines(("名单",), "甲\n丙", "甲\n乙"), "甲\n丙", "外\n甲\n乙"),
    (SetProblem(("不足", 0, "问题"), "改", "一"), "改", "外"),
]


def outside(text):
    """Give the text as another program has changed it: a line added to each list, a value changed."""
    for old, new in INSERTED.items():
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("action", "mine", "theirs"), STALE, ids=lambda one: str(one)[:30])
def test_what_is_typed_into_a_list_over_something_else_is_shown_and_decided(path, action, mine, theirs):
    path.write_bytes(LISTS.encode())
    session = Session(path)
    do(session, action)
    assert session.clashes == {}
    assert session.text != LISTS
    session.undo()
    session.save()
    put(path, outside(LISTS))
    do(session, action)
    assert session.clashes == {1: Clash(action.path, mine, theirs)}
    assert written(path) == outside(LISTS)
    session.settle(1, mine=True)
    session.save()
    assert mine.split("\n")[-1] in written(path)


def test_a_list_typed_on_by_lines_with_blanks_is_no_clash(path):
    path.write_bytes(LISTS.encode())
    session = Session(path)
    do(session, SetLines(("名单",), "甲\n\n 乙 \n", "甲\n乙"))
    do(session, SetLines(("名单",), "甲\n\n 乙 \n丙", "甲\n\n 乙 \n"))
    assert session.clashes == {}
    assert written(path) == LISTS.replace("  - 乙\n", "  - 乙\n  - 丙\n")


@pytest.mark.parametrize(
    "action",
    [Remove(("不足", 0), base=1), Move(("不足", 0), ("不足",), 2, base=1)],
    ids=["removed", "moved"],
)
def test_what_is_pressed_twice_is_done_once(path, action):
    path.write_bytes(LISTS.encode())
    session = Session(path)
    do(session, action)
    once = written(path)
    with pytest.raises(UserError, match="没有做"):
        do(session, action)
    assert written(path) == once
    do(session, replace(action, base=session.version))
    assert written(path) != once


def test_what_was_blank_and_holds_something_now_is_not_taken_away(path):
    path.write_bytes(LISTS.encode())
    session = Session(path)
    with pytest.raises(UserError, match="没有删"):
        do(session, Remove(("其他情况", 1), was=""))
    assert written(path) == LISTS


def test_a_file_that_is_gone_keeps_what_is_typed_until_it_is_back(path):
    session = Session(path)
    path.unlink()
    do(session, SetValue(NAME, "乙镇人民政府"))
    assert "找不到文件" in session.trouble.message
    assert not path.exists()
    session.reread()
    put(path, TEXT.replace("2023", "2022"))
    session.reread()
    assert session.trouble is None
    assert written(path) == TEXT.replace("2023", "2022").replace("甲", "乙")


def test_a_file_that_is_half_written_is_waited_for(path):
    session = Session(path)
    put(path, TEXT)
    path.write_bytes(b"\xff\x80\xff")
    session.reread()
    assert session.trouble
    assert session.text == TEXT
    put(path, TEXT.replace("2023", "2022"))
    assert session.reread()
    assert session.trouble is None
    assert session.text == TEXT.replace("2023", "2022")


@pytest.mark.parametrize(
    ("as_written", "encoding"),
    [(TEXT.replace("\n", "\r\n"), "utf-8"), ("\ufeff" + TEXT, "utf-8"), (TEXT, "gb18030")],
    ids=["line ends of Windows", "a byte-order mark", "GB 18030"],
)
def test_the_file_keeps_how_it_is_written(path, as_written, encoding):
    path.write_bytes(as_written.encode(encoding))
    session = Session(path)
    assert session.shown_text == TEXT
    do(session, SetText(TEXT.replace("甲", "乙"), session.version))
    assert path.read_bytes() == as_written.replace("甲", "乙").encode(encoding)


def test_the_whole_file_typed_on_an_older_version_is_merged(path):
    session = Session(path)
    base = session.version
    do(session, SetValue(("年度",), "2024"))
    do(session, SetText(TEXT.replace("人手少", "人手不够"), base))
    assert written(path) == TEXT.replace("2023", "2024").replace("人手少", "人手不够")
    do(session, SetText("全新: 1\n", -1))
    assert session.clashes[1].mine == "全新: 1\n"
    session.settle(1, mine=True)
    session.save()
    assert written(path) == "全新: 1\n"


FILE = "a: 1\nb: 2\nc: 3\n"


def clashing(path):
    """Give a session in which a whole file clashes, with fields that were filled in afterwards."""
    put(path, FILE)
    session = Session(path)
    put(path, FILE.replace("1", "9"))
    do(session, SetText(FILE.replace("1", "[8"), session.version))
    assert session.clashes == {1: Clash((), FILE.replace("1", "[8"), FILE.replace("1", "9"))}
    do(session, SetValue(("c",), "后来填的"))
    do(session, SetValue(("b",), "又填的"))
    return session


def test_what_was_filled_in_after_a_clash_of_whole_files_is_kept(path):
    session = clashing(path)
    session.settle(1, mine=True)
    session.save()
    assert written(path) == "a: [8\nb: 又填的\nc: 后来填的\n"
    assert session.clashes == {}


def test_what_clashes_with_a_decision_is_shown_before_it_is_written_over(path):
    session = clashing(path)
    do(session, SetValue(("a",), "7"))
    later = "a: 7\nb: 又填的\nc: 后来填的\n"
    session.settle(1, mine=True)
    assert session.clashes == {2: Clash((), FILE.replace("1", "[8"), later)}
    session.settle(2, mine=True)
    session.save()
    assert written(path) == FILE.replace("1", "[8")


@pytest.mark.parametrize(
    ("holds", "was", "is_shown"),
    [
        ("{值: 60次, 来源: 司法所}", "50次", True),
        ("{值: 60次, 来源: 司法所}", "60次", False),
        ("{值: 51次, 来源: 司法所}", "50次", False),
        ("60次", "50次", True),
        ("", "", False),
    ],
)
def test_a_value_with_its_origin_is_not_written_over_unseen(path, holds, was, is_shown):
    put(path, f"普法活动: {holds}\n")
    session = Session(path)
    do(session, SetValue(("普法活动",), "51次", was))
    assert session.clashes == ({1: Clash(("普法活动",), "51次", "60次")} if is_shown else {})
    assert ("51次" in written(path)) is not is_shown


SEVERAL = "不足:\n- 问题: 甲\n- 问题: 乙\n计划:\n- 措施: 做\n"


@pytest.mark.parametrize(
    "action", [AddItem(("不足",), {"问题": ""}, 1), Choose("不足", "执法力量薄弱", answered=True, base=1)]
)
def test_what_is_added_to_a_list_that_changed_meanwhile_is_refused(path, action):
    put(path, SEVERAL)
    session = Session(path)
    put(path, SEVERAL.replace("- 问题: 乙\n", "- 问题: 乙\n- 问题: 丙\n"))
    with pytest.raises(UserError, match="刚才改过"):
        session.do(action)
    session.do(replace(action, base=session.version))
    assert "- 问题: 丙\n" in session.text


def settled_in(path, now):
    """Type over 乙, which another program changes to 丁 at the same time and has moved or taken away afterwards."""
    put(path, SEVERAL)
    session = Session(path)
    put(path, SEVERAL.replace("乙", "丁"))
    do(session, SetValue(("不足", 1, "问题"), "乙乙", "乙"))
    assert session.clashes == {1: Clash(("不足", 1, "问题"), "乙乙", "丁")}
    put(path, now)
    session.reread()
    return session


def test_a_clash_in_a_list_is_settled_at_the_item_that_clashed_wherever_it_stands(path):
    session = settled_in(path, "不足:\n- 问题: 丁\n- 问题: 甲\n计划:\n- 措施: 做\n")
    session.settle(1, mine=True)
    session.save()
    assert written(path) == "不足:\n- 问题: 乙乙\n- 问题: 甲\n计划:\n- 措施: 做\n"


def test_a_clash_of_an_item_that_is_there_no_more_stays_until_it_is_let_go(path):
    now = "不足:\n- 问题: 甲\n- 问题: 戊\n计划:\n- 措施: 做\n"
    session = settled_in(path, now)
    with pytest.raises(UserError, match="认不出是哪一条"):
        session.settle(1, mine=True)
    assert session.clashes
    session.settle(1, mine=False)
    assert written(path) == now
    assert not session.clashes


def test_what_cannot_be_done_changes_nothing(path):
    session = Session(path)
    with pytest.raises(UserError):
        do(session, SetValue(("单位",), "乙"))
    assert written(path) == TEXT
    assert session.version == 1


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (
            {"kind": "SetValue", "path": ["不足", 0, "问题"], "text": "少"},
            SetValue(("不足", 0, "问题"), "少"),
        ),
        ({"kind": "SetValue", "path": ["年度"], "text": "1", "was": "2"}, SetValue(("年度",), "1", "2")),
        ({"kind": "SetItem", "path": ["a", 1], "text": "1", "was": ""}, SetItem(("a", 1), "1", "")),
        ({"kind": "Remove", "path": ["a", 1], "base": 2}, Remove(("a", 1), base=2)),
        ({"kind": "SetText", "text": "x", "base": 3}, SetText("x", 3)),
        ({"kind": "SetValue", "path": ["年度"]}, None),
        ({"kind": "SetValue", "path": "年度", "text": "1"}, None),
        ({"kind": "SetValue", "path": [True], "text": "1"}, None),
        ({"kind": "SetText", "text": "x", "base": "3"}, None),
        ({"kind": "SetText", "text": 3, "base": 3}, None),
        ({"kind": "SetText", "text": "年\ud83d", "base": 3}, None),
        ({"kind": "SetText", "text": "年\U0001f600", "base": 3}, SetText("年\U0001f600", 3)),
        ({"kind": "SetValue", "path": ["年\ude00"], "text": "1"}, None),
        ({"kind": "AddItem", "path": ["不足"], "content": {"问\ud83d": "1"}}, None),
        ({"kind": "__class__"}, None),
        ({"kind": ["SetText"]}, None),
        ([], None),
        (None, None),
    ],
)
def test_actions_are_read_or_refused(asked, wanted):
    if wanted is None:
        with pytest.raises(UserError):
            action_of(asked, Templates())
    else:
        assert action_of(asked, Templates()) == wanted


TAKEN = TakeFigure(("行政执法", "立案"), "12件", "", "司法所")


def test_a_figure_pressed_twice_where_another_stands_is_never_said_to_be_written(path):
    put(path, TEXT + "行政执法:\n  立案: 9件\n")
    session = Session(path)
    for _ in range(2):
        with pytest.raises(UserError, match="还没有写"):
            session.bring(TAKEN, "窗一")
    assert [(one.mine, one.theirs, one.window) for one in session.clashes.values()] == [
        ("12件", "9件", "窗一")
    ]
    assert written(path) == session.text == TEXT + "行政执法:\n  立案: 9件\n"


def test_a_figure_is_written_beside_a_clash_that_goes_on(path):
    put(path, TEXT + "行政执法:\n  立案:\n")
    session = Session(path)
    do(session, replace(SetValue(("年度",), "2025"), was="2022"))
    put(path, written(path).replace("2023", "2024"))
    brought = session.bring(TAKEN)
    assert session.clashes[1].theirs == "2024"
    assert "立案: {值: 12件, 来源: 司法所}" in brought.after == session.text
    assert "2024" in brought.before, "what another program wrote meanwhile was not brought"


@pytest.mark.parametrize(
    ("stands", "origin", "settled"),
    [
        ("9件", "司法所", "{值: 12件, 来源: 司法所}"),
        ("{值: 9件, 来源: 综治办}", "司法所", "{值: 12件, 来源: 司法所}"),
        ("9件", "", "12件"),
    ],
)
def test_of_a_figure_that_clashed_its_own_origin_is_written(path, stands, origin, settled):
    put(path, TEXT + f"行政执法:\n  立案: {stands}\n")
    session = Session(path)
    with pytest.raises(UserError):
        session.bring(replace(TAKEN, origin=origin))
    session.settle(1, mine=True)
    assert session.text == TEXT + f"行政执法:\n  立案: {settled}\n"


def test_what_is_typed_over_a_figure_keeps_its_origin(path):
    put(path, TEXT + "行政执法:\n  立案: {值: 9件, 来源: 综治办}\n")
    session = Session(path)
    session.do(replace(SetValue(TAKEN.path, "10件"), was="8件"))
    session.settle(1, mine=True)
    assert session.text == TEXT + "行政执法:\n  立案: {值: 10件, 来源: 综治办}\n"


@pytest.mark.parametrize("stands_there", ["12件", "{值: 12件, 来源: 司法所}", "{值: 12件, 来源: 综治办}"])
def test_a_figure_that_stood_there_already_is_in_the_file_as_long_as_it_does(path, stands_there):
    put(path, TEXT + f"行政执法:\n  立案: {stands_there}\n")
    session = Session(path)
    brought = session.bring(TAKEN)
    assert stands(brought, session.text)
    session.do(SetValue(TAKEN.path, "10件"))
    assert not stands(brought, session.text)
