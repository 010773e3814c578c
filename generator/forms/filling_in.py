"""How a row of a form is filled in: what is no value, what a hint says, how a mistake is mended there."""

from __future__ import annotations

from generator.forms.asking import Asked
from generator.topics.kinds import KINDS, sample

NOTHING = frozenset(
    {
        "无",
        "没有",
        "暂无",
        "未发生",
        "无此项",
        "不涉及",
        "N/A",
        "n/a",
        "/",
        "／",
        "-",
        "--",
        "—",
        "——",
        "－",
        "～",
    }
)
SAME = frozenset({"同上", "同前", "〃", "″", '"', "同左"})
"""What offices write for nothing and for the same as above: no value of any field."""


def fix_in_a_form(fix: str) -> str:
    """Say how to mend a figure by what a form has: no 做法 and no 其他数据 by these names, but a column for remarks."""
    said = fix.replace("写进“做法”", "写在“备注”里").replace("写到“其他数据”里", "写在末尾没有名称的行里")
    return said.replace("写进“正文”", "写在“另加正文”里").replace("删去这一行", "空着")


def hint_of(row: Asked) -> str:
    """Say in a sentence how a row is to be filled in: by its kind, with its example."""
    if row.field is None:
        return row.note
    return f"{KINDS[row.field.kind].hint}。例：{sample(row.field)}"
