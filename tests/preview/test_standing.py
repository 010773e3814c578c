"""What was brought into a file stands there by its values, wherever and on whatever line they are."""

import pytest

from generator.preview.actions import Bring
from generator.preview.standing import stands

BEFORE = "甲:\n  排查: 1件\n  正文:\n  - 全年【调解：2件】，【立案：3件】。\n"
FIGURE = Bring(BEFORE, BEFORE.replace("排查: 1件", "排查: {值: 4件, 来源: 司法所}"))
MARK = Bring(BEFORE, BEFORE.replace("调解：2件", "调解：5件"))
SECOND = Bring(FIGURE.after, FIGURE.after + "  化解: {值: 3件, 来源: 司法所}\n")
DATED = Bring(BEFORE, BEFORE.replace("排查: 1件", "排查: {值: 4件, 截至: 11月30日}"))
ADDED = Bring(BEFORE, BEFORE + "  - 新一句。\n")


@pytest.mark.parametrize(
    ("brought", "text", "is_there"),
    [
        (FIGURE, FIGURE.after, True),
        (FIGURE, FIGURE.before, False),
        (FIGURE, "头:\n  甲: {排查: {值: 4件, 来源: 司法所}, 正文: 全年【调解：2件】。}\n", True),
        (FIGURE, FIGURE.after.replace("4件", "6件"), False),
        (FIGURE, SECOND.after, True),
        (
            SECOND,
            SECOND.after.replace("排查: {值: 4件, 来源: 司法所}", "排查: {值: 6件, 来源: 综治办}"),
            True,
        ),
        (
            SECOND,
            SECOND.after.replace("化解: {值: 3件, 来源: 司法所}", "化解: {值: 3件, 来源: 综治办}"),
            False,
        ),
        (DATED, DATED.after + "  化解: {值: 3件, 截至: 11月30日}\n", True),
        (DATED, BEFORE.replace("排查: 1件", "排查: 4件") + "  化解: {值: 3件, 截至: 11月30日}\n", False),
        (MARK, MARK.after, True),
        (MARK, MARK.before, False),
        (MARK, MARK.after.replace("立案：3件", "立案：7件").replace("全年", "今年"), True),
        (MARK, MARK.after.replace("调解：5件", "调解：6件"), False),
        (MARK, "甲: [", True),
        (ADDED, ADDED.after, True),
        (ADDED, ADDED.after.replace("新一句", "新的一句"), False),
        (ADDED, ADDED.before, False),
    ],
)
def test_what_was_brought_in_stands_by_its_values(brought, text, is_there):
    assert stands(brought, text) == is_there
