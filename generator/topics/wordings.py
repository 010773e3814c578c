"""What a template's declaration says in words: wordings with their years, 说法, years; and the refusal of a wrong one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.patterns import pattern
from generator.problems import UserError
from generator.resources import Resource
from generator.topics.topic import EVERY_YEAR, Wording, Years, read_years

EITHER_HEAD = "党政主要负责人"
HEADS = {one: f"书记、{one}" for one in ("镇长", "乡长", "主任", "局长", "县长", "区长", "市长")}
"""Who is the head of the administration, by level, and how a report names the two together."""

_WHO = {
    "主要负责人": EITHER_HEAD,
    "书记": "书记",
    **{one: one for one in HEADS},
    **{f"书记和{one}": both for one, both in HEADS.items()},
}
"""说法: 责任人: what may be written before a figure of theirs, so that the report says which of the two it was."""

_QUOTED = pattern("“([^“”]+)”")


def read_wordings(resource: Resource, given: Any, where: str) -> tuple[Wording, ...]:
    """Read a text or several, each as it is or as {文: …, 起: 年, 止: 年}; one at least is of every year.

    One that speaks of some fields only names them: {文: …, 配: [字段]}. `where` says what it is.
    Raises UserError when it is not of that form.
    """
    if isinstance(given, str):
        return (Wording(given),)
    wordings = []
    for one in given if isinstance(given, list) else [given]:
        parts = one if isinstance(one, dict) else {"文": one}
        if (
            "文" not in parts
            or not set(parts) <= {"文", "起", "止", "配"}
            or not all(isinstance(part, str) for key, part in parts.items() if key != "配")
        ):
            raise template_refusal(resource, f"{where}应为文字，限年份的写成“{{文: …, 起: 2023, 止: 2025}}”")
        about = listed(parts.get("配", []))
        wordings.append(Wording(parts["文"], *years_of(resource, parts, where), about=about))
    if not wordings:
        raise template_refusal(resource, f"{where}应为文字，或一组文字")
    if not any(one.fits(None) and not one.about for one in wordings):
        also = "、也不配字段的" if any(one.about for one in wordings) else "的"
        raise template_refusal(resource, f"{where}至少要有一个不限年份{also}")
    return tuple(wordings)


def years_of(resource: Resource, parts: Mapping[str, Any], where: str, usual: Years = EVERY_YEAR) -> Years:
    """Read 起 and 止; one that is not written is that of `usual`. Raises UserError when they are no years."""
    if "起" not in parts and "止" not in parts:
        return usual
    try:
        return read_years({"起": str(usual.first), "止": str(usual.last), **parts})
    except ValueError as error:
        raise template_refusal(resource, f"{where}里的“起”“止”应为年份，先后不颠倒，如“起: 2023”") from error


def ways_to_say(resource: Resource, name: str, given: Any) -> dict[str, str]:
    """Read 说法: words that print as they are written, {what is written: what is printed}, or 责任人: who it was.

    Raises UserError when it is none of these.
    """
    if given == "责任人":
        return dict(_WHO)
    wordings = given if isinstance(given, dict) else {one: one for one in given if isinstance(one, str)}
    texts = [*wordings, *wordings.values()]
    written = isinstance(given, (list, dict)) and len(wordings) == len(given) and "" not in wordings
    if not (written and all(isinstance(one, str) for one in texts)):
        raise template_refusal(
            resource, f"字段“{name}”的“说法”应为一组词，或“{{写的: 印的}}”，第一个是不写时的说法"
        )
    return wordings


def listed(value: Any) -> tuple[str, ...]:
    """Give a list of words, also where they are written in one, with 、 between them."""
    if isinstance(value, str):
        return tuple(part for part in value.split("、") if part)
    return tuple(value)


def template_refusal(resource: Resource, what: str) -> UserError:
    """Give the error that refuses a template file of the user's, with what is wrong in it and the line."""
    line = _line_of(resource.text.splitlines(), _QUOTED.findall(what))
    where = f"第{line}行" if line else ""
    return UserError(f"模板“{resource.path}”{where}：{what}。", "请改正模板，或移走这个文件改用内置的模板。")


def _line_of(lines: Sequence[str], names: Sequence[str]) -> int:
    """Give the line of the innermost key that a sentence names, from without to within; 0 where there is none."""
    line = 0
    for name in names:
        key = re.compile(rf"(?:^|[{{,])\s*{re.escape(name)}\s*:")
        line = next((at for at in range(max(line, 1), len(lines) + 1) if key.search(lines[at - 1])), line)
    return line
