"""此处不再提醒: a reminder that the clerk lets stand, as the lines of 检查 that say so, and how it is taken back."""

import pytest

from generator.preview.actions import action_of
from generator.preview.quieting import Quiet, can_be_quieted, quieting
from generator.preview.told_after import undone_told
from generator.preview.told_here import told_here
from generator.problems import Level, Place, Problem, UserError
from generator.resources import Templates
from tests.each import each
from tests.preview.asgi import living, post, run, until
from tests.preview.material import FACTS, FILE, block_called, form_material

TWICE = "群众安全感明显提升显著提升。"
OF_TWO = FACTS.replace("- 全年没有越级上访。", f"- 全年没有越级上访，{TWICE}").replace(
    "      办结: 20件\n", f"      办结: 20件\n      正文: 宣传之后{TWICE}\n"
)


@each(
    ("code", "level", "fix", "can"),
    [
        ("文字-26", Level.WARNING, "删去一处。", True),
        ("标注-03", Level.WARNING, "", True),
        ("数据-25", Level.ERROR, "口径不同的，停用本条并写明原因。", True),
        ("数据-21", Level.ERROR, "核对台账。", False),
        ("待填-02", Level.ERROR, "请填上。", False),
        ("待填-03", Level.WARNING, "照实改好。", False),
        ("事实-08", Level.WARNING, "请核对。", False),
        ("检查-01", Level.WARNING, "用 nianbao rules 查看全部规则的代码。", False),
        ("检查-02", Level.WARNING, "改正各处错误。", False),
    ],
)
def test_what_the_file_can_let_stand_is_offered(code, level, fix, can):
    assert can_be_quieted(told_here(Problem(code, "“甲”。", fix, level=level))) is can


def of_code(text, code):
    return [one for one in form_material(text).problems if one.code == code]


def silenced(text, number=0, sentences=(("",),)):
    """Give the text in which one of the findings of 文字-26 is let stand."""
    found = of_code(text, "文字-26")
    return quieting(found[number], found, sentences[0][0]).applied(text, FILE)


def test_one_of_two_that_are_told_alike_goes_by_its_sentence():
    first, second = of_code(OF_TWO, "文字-26")
    assert first.message == second.message
    quiet = silenced(OF_TWO, 0, ((f"宣传之后{TWICE}",),))
    assert [one.field for one in of_code(quiet, "文字-26")] == [second.field]
    assert of_code(quiet, "检查-01") == []


@pytest.mark.parametrize(
    "begun", ["", "检查:\n", "检查:\n  停用:\n", "检查: {停用: [{规则: 结构-35, 原因: 不写}]}\n"]
)
def test_the_lines_are_written_once_and_go_again_with_what_they_left_empty(begun):
    text = OF_TWO.replace(f"宣传之后{TWICE}", "宣传。") + begun
    quiet = silenced(text)
    assert quiet.startswith(text.removesuffix(begun))
    assert of_code(quiet, "文字-26") == []
    assert of_code(quiet, "待填-02") == []
    assert quieting(of_code(text, "文字-26")[0], [], "").applied(quiet, FILE) == quiet
    block = block_called("检查", quiet)
    assert block.title == "不再提醒的"
    entry = block.entries[-1]
    assert entry.text == "看过，可以不改"
    assert "一个分句里写了两遍“提升”" in entry.note
    (back,) = [one for one in entry.buttons if one.label == "恢复提醒"]
    again = action_of({**back.act, "path": [*back.act["path"]]}, Templates()).applied(quiet, FILE)
    assert len(of_code(again, "文字-26")) == 1
    assert of_code(again, "待填-02") == []
    if not begun:
        assert again == text
        assert [one for one in form_material(again).source.data if one == "检查"] == []


def test_a_line_that_moves_does_not_bring_it_back():
    told = Problem("数据-25", "“立案”在第12行写了19件，这里是20件。", "", level=Level.WARNING)
    assert quieting(told, [told], "").content == "“立案”在"
    assert quieting(told._replace(message="第3行"), [told], "").content == "第3行"
    assert (
        quieting(told._replace(message="在第3行写了19件，这里是20件。"), [], "").content
        == "写了19件，这里是20件"
    )


@each(
    ("other", "content"),
    [
        ("“办结”在第14行写了19件，这里是20件。", "“立案”在"),
        ("“立案”在第14行写了18件，这里是20件。", "写了19件，这里是20件"),
        ("“立案”在第14行写了19件，这里是20件。", "“立案”在"),
    ],
)
def test_no_other_is_let_stand_with_it(other, content):
    """Where any of its words are its own."""
    told = Problem("数据-25", "“立案”在第12行写了19件，这里是20件。", "", level=Level.WARNING)
    assert quieting(told, [told, told._replace(message=other)], "").content == content


def test_what_was_done_is_called_as_the_page_calls_it():
    text = OF_TWO.replace(f"宣传之后{TWICE}", "宣传。")
    assert undone_told(silenced(text), text, FILE, "撤销") == "已撤销：“不再提醒的”去掉了。"


def test_a_press_writes_them_one_step_takes_them_back(tmp_path):
    path = tmp_path / FILE
    path.write_text(OF_TWO, encoding="utf-8")

    async def pressed():
        async with living(path) as (live, app):
            with live.tabs.watched():
                await until(live, lambda live: live.parts.get("问题", "").count("两遍“提升”。</button>") == 2)
                (one, _) = [one for one in live.problems if one.code == "文字-26"]
                sent = {
                    "code": one.code,
                    "line": one.place.line,
                    "column": one.place.column,
                    "message": one.message,
                }
                wrong = await post(app, "/quiet", sent | {"message": "别的"})
                answer = await post(app, "/quiet", sent)
                twice = await post(app, "/quiet", sent)
                await until(live, lambda live: live.parts.get("问题", "").count("两遍“提升”。</button>") == 1)
                await until(live, lambda live: "块-检查" in live.parts)
                text = path.read_text(encoding="utf-8")
                await post(app, "/undo", None)
                return wrong, answer, twice, text

    wrong, answer, twice, text = run(pressed())
    assert (wrong.status, answer.status, twice.status) == (409, 200, 200)
    assert "不再提醒的" in answer.data["told"]
    assert text.endswith(
        "检查:\n  停用:\n    - 规则: 文字-26\n      内容: 宣传之后群众安全感明显提升显著提升。\n"
        "      原因: 看过，可以不改\n"
    )
    assert path.read_text(encoding="utf-8") == OF_TWO


def test_what_is_no_reminder_is_refused():
    with pytest.raises(UserError):
        quieting(Problem("数据-21", "“办结”超过“立案”。", "", Place(FILE, 3)), [], "")


def test_it_is_a_step_by_itself():
    assert Quiet("文字-26", "甲").place is None
