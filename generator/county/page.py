"""The progress of a county as one HTML page that needs nothing else, and reads itself anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.county.chasing import line_of
from generator.county.stage import Stage, UnitStatus
from generator.county.status import Progress
from generator.numbers.dates import chinese_date
from generator.problems import Problem
from generator.resources import Templates

TEMPLATE = "进度/进度.html.j2"
RENEWED = 60
"""Seconds after which an open page is read anew."""
_MOST = 30
"""So many problems of a kind are listed for a unit."""
_CLASSES = {
    Stage.MISSING: "none",
    Stage.BLANK: "none",
    Stage.UNREAD: "wrong",
    Stage.WRONG: "wrong",
    Stage.UNFILLED: "gaps",
    Stage.DOUBTED: "looked",
    Stage.AGAINST: "gaps",
    Stage.DONE: "done",
}


def progress_page(progress: Progress, templates: Templates) -> str:
    """Give the page: the deadline, how many units are at each stage, and what each has to do."""
    import jinja2

    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    year = f"{progress.year}年" if progress.year else ""
    return environment.from_string(templates.read(TEMPLATE).text).render(
        title=f"{year}法治政府建设年度报告报送进度",
        today=f"{progress.today:%Y-%m-%d}",
        issuer=progress.notice.issuer,
        length=progress.notice.length,
        deadline=deadline_told(progress),
        late=(progress.days_left or 0) < 0,
        unlisted=progress.unlisted,
        counts=[(stage.value, count) for stage, count in progress.counted],
        classes={stage.value: name for stage, name in _CLASSES.items()},
        units=progress.units,
        strays=progress.strays,
        details=lambda one: list(_details(one)),
        seconds=RENEWED,
    )


def deadline_told(progress: Progress) -> str:
    """Say how long there is to the last day, or since; an empty text where the notice names none."""
    last, left = progress.notice.deadline, progress.days_left
    if last is None or left is None:
        return ""
    if left < 0:
        return f"截止日期：{chinese_date(last)}，已经超过{-left}天"
    return f"截止日期：{chinese_date(last)}，{f'还有{left}天' if left else '就是今天'}"


def _details(one: UnitStatus) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    if one.sent is None:
        return
    if one.sent.blank:
        yield "是空表，各项都没有填", []
        return
    if one.required:
        yield "通知点名要报、还没有写的", [(name, "") for name in one.required]
    if not one.judged:
        yield "通知点名要报的各项没有查：报告的内容认不出来", []
    for path, other in one.misnamed:
        yield f"{path.name} 的文件名写的是{other}，里面写的是{one.unit.name}，请核对", []
    if one.alike:
        yield f"{one.alike}，请核对", []
    groups = (
        ("缺的部分", one.missing),
        ("与通知要求不合的", one.against),
        ("有错误的", one.errors),
        ("还没有填的", one.gaps),
        ("待核对的", one.doubts),
        ("提醒", one.reminders),
    )
    for heading, problems in groups:
        if problems:
            yield f"{heading}（{len(problems)}处）", _told(problems)


def _told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    more = len(problems) - _MOST
    rest = [(f"其余{more}处没有列出，用 nianbao check 查看。", "")] if more > 0 else []
    return [(f"{_line(one)}{one.message}", one.fix) for one in problems[:_MOST]] + rest


def _line(problem: Problem) -> str:
    line = line_of(problem)
    return f"第{line}行　" if line else ""
