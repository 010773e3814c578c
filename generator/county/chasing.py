"""Chasing notes: what a county writes to a unit that has not sent its report, or not all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.checks.annotate import in_word
from generator.commands.steps import FACTS
from generator.county.examining import Examined
from generator.county.stage import Stage, UnitStatus
from generator.county.status import Progress
from generator.facts.entries import in_plain_words
from generator.facts.levels import level_of
from generator.facts.required import NOTICE
from generator.file_names import file_name
from generator.files import save
from generator.numbers.dates import chinese_date
from generator.numbers.numerals import chinese_number
from generator.problems import Problem, UserError

_MOST = 8
"""So many mistakes are written out; whoever has more is told how many."""
_DAYS = "一二三四五六日"
_YOUR = {"街道": "贵街道", "镇": "贵镇", "乡": "贵乡", "民族乡": "贵乡", "县区": "贵单位", "部门": "贵单位"}
_OF_A_PARAGRAPH = "篇幅-04"
_OF_REPORTS = ("结构-", "篇幅-")
"""The codes of rules that look at how the report is built, and not at the file as such."""
_INDENT = "\u3000\u3000"
_NOTE = "催报"
_WITHOUT = {
    True: "没有发生的填0；没有这项工作的，在事实文件“通知”下写“免报: 项目：原因”。",
    False: "没有发生的写0；没有这项工作的，请说明原因；已经写了的，请告诉我们在哪一句。",
}
"""What else a unit may answer, by whether it sent a facts file."""


def chasing_note(one: UnitStatus, progress: Progress) -> str:
    """Give the text to send to a unit; of one that has all, that nothing is left to be done."""
    year = f"{progress.year}年" if progress.year else ""
    lines = [f"关于报送{year}法治政府建设年度报告的提示", "", f"{_addressed(one)}："]
    if one.stage is Stage.DONE:
        lines += _accepted(one)
    elif one.sent is None:
        lines.append(
            f"{_INDENT}截至{_day(progress.today)}，没有收到{_your(one)}的{year}法治政府建设年度报告。{_until(progress)}"
        )
    elif one.sent.blank:
        lines.append(
            f"{_INDENT}{_your(one)}报送的“{_name(one)}”是空表，各项都没有填。{_until(progress, done='请填写后')}"
        )
    else:
        lines.append(f"{_INDENT}{_your(one)}报送的“{_name(one)}”已收到，还需要补充、修改：")
        parts = [part for part in _to_do(one) if part]
        only = len(parts) == 1
        lines += [
            line for number, part in enumerate(parts, 1) for line in _lines(0 if only else number, part)
        ]
        lines.append(f"{_INDENT}{_until(progress, done='请补充、修改后')}")
    lines += [*_contact(progress), "", *_signed(progress)]
    return "\n".join(lines) + "\n"


class SavedNotes(NamedTuple):
    """The notes of those that are to be chased, and those that were changed by hand and stay as they are."""

    written: tuple[Path, ...]
    left: tuple[Path, ...]


def save_notes(progress: Progress, folder: Path, *, force: bool = False) -> SavedNotes:
    """Write a note for every unit that has something to do, and renew those of units that now have all.

    One that was changed by hand stays and stops no other. Raises UserError where one cannot be written.
    """
    taken: list[str] = []
    written, left = [], []
    for one in progress.units:
        taken.append(file_name(f"{one.unit.name}{_NOTE}", ".txt", taken))
        path = folder / taken[-1]
        is_done = one.stage is Stage.DONE
        if is_done and not path.exists():
            continue
        try:  # of who is done too: what was to be sent yesterday must not be sent today
            save(path, chasing_note(one, progress).encode(), force=force)
        except UserError as error:
            if isinstance(error.__cause__, OSError):
                raise
            left.append(path)
        else:
            written += [] if is_done else [path]
    return SavedNotes(tuple(written), tuple(left))


def _accepted(one: UnitStatus) -> list[str]:
    """Say that nothing is left to be done; what else may be wrong in it is told, for whoever sends it on."""
    received = f"{_INDENT}{_your(one)}报送的“{_name(one)}”已收到，"
    heading, *items = _listed("另有提醒", _said(one.reminders), with_fix=True) or [""]
    if not heading:
        return [f"{received}没有需要补充、修改的。"]
    return [
        f"{received}通知要求的都有了。{heading}",
        *(f"{_INDENT}{at}. {one}" for at, one in enumerate(items, 1)),
    ]


def _said(problems: Sequence[Problem]) -> list[Problem]:
    """Give the problems without those that are about the facts file alone, as the review leaves them out too."""
    return [said for one in problems for said in in_word(one)]


def _to_do(one: UnitStatus) -> Iterator[list[str]]:
    """Give the parts of a note, each a heading and its items."""
    sent = one.sent
    if sent is None:
        return
    if sent.unread:
        yield [f"文件读不出来：{sent.unread.rstrip('。')}。{sent.problems[0].fix}"]
        return
    if sent.required:
        yield [f"{_asked(sent)}：{'、'.join(sent.required)}。{_WITHOUT[sent.is_facts]}"]
    told = list if sent.is_facts else _said  # whoever has no facts file can set nothing aside in it
    yield _listed("缺的部分", told(one.missing), with_fix=True)
    yield _listed("还没有填的", one.gaps, with_fix=False)
    yield _listed("有错误的", told(one.errors), with_fix=True)
    yield _listed("与通知要求不合的", one.against, with_fix=False)
    yield _listed("请核对的", told(one.doubts), with_fix=True)
    if one.called:
        yield [f"文件名写的是{one.called}，里面写的是{one.unit.name}。请核对是不是报错了文件。"]
    if one.alike:
        yield [f"{one.alike}。请写本单位自己的做法和数据；是对方照抄的，请告诉我们。"]
    if one.twice:
        yield [f"收到了{len(one.twice)}份：{'、'.join(one.twice)}。请说明以哪一份为准。"]


def _listed(heading: str, problems: Sequence[Problem], *, with_fix: bool) -> list[str]:
    if not problems:
        return []
    items = [
        f"{_where(one)}{in_plain_words(one.message).rstrip('。')}。{f'改法：{one.fix}' if with_fix and one.fix else ''}"
        for one in problems[:_MOST]
    ]
    more = len(problems) - _MOST
    rest = [f"其余{more}处，请用 nianbao check 查看。"] if more > 0 else []
    return [f"{heading}{len(problems)}处：", *items, *rest]


def _where(problem: Problem) -> str:
    line = line_of(problem)
    return f"第{line}行，" if line else ""


def line_of(problem: Problem) -> int:
    """Give the line of a problem where its file has lines that people see; 0 in a Word file, which has none.

    It is 0 too for what is about the whole report: the line would be that of 通知, of the title, or the first.
    """
    if Path(problem.place.file).suffix.lower() not in FACTS or _is_about_all(problem):
        return 0
    return problem.place.line


def _is_about_all(problem: Problem) -> bool:
    """Tell what is about no line: what the notice asks of the whole, lengths but of a paragraph, what is not there."""
    of_the_notice = problem.field.startswith(f"{NOTICE}.") and problem.code.startswith(_OF_REPORTS)
    is_length = problem.code.startswith("篇幅-") and problem.code != _OF_A_PARAGRAPH
    at_top = problem.place.line == 1 and problem.place.column <= 1
    is_nowhere = at_top and problem.code.startswith(_OF_REPORTS)
    return of_the_notice or is_length or is_nowhere


def _asked(sent: Examined) -> str:
    return "通知点名要报、还没有写的" if sent.is_facts else "通知点名要报、报告里没有找到的"


def _lines(number: int, part: Sequence[str]) -> Iterator[str]:
    """Give the lines of a part, the heading numbered unless it is the only one."""
    heading, *items = part
    yield f"{_INDENT}{f'{chinese_number(number)}、' if number else ''}{heading}"
    yield from (f"{_INDENT}{at}. {item}" for at, item in enumerate(items, 1))


def _until(progress: Progress, done: str = "请") -> str:
    """Say by when; a note after the last day asks for it at once."""
    last, left = progress.notice.deadline, progress.days_left
    by = f"，报送方式：{progress.notice.sending.rstrip('。')}" if progress.notice.sending else ""
    if last is None or left is None:
        return f"{done}尽快报送{by}。"
    if left < 0:
        return f"截止日期是{_day(last)}，已经超过{-left}天，{done}尽快报送{by}。"
    if left == 0:
        return f"今天（{_day(last)}）是截止日期，{done}于今天报送{by}。"
    return f"截止日期是{_day(last)}，还有{left}天，{done}按时报送{by}。"


def _contact(progress: Progress) -> list[str]:
    notice = progress.notice
    who = "，".join(
        filter(
            None,
            (
                f"联系人：{notice.contact}" if notice.contact else "",
                f"电话：{notice.phone}" if notice.phone else "",
            ),
        )
    )
    return [f"{_INDENT}如有疑问，请与我们联系。{who}。"] if who else []


def _signed(progress: Progress) -> list[str]:
    issuer = [progress.notice.issuer] if progress.notice.issuer else []
    return [*issuer, chinese_date(progress.today)]


def _addressed(one: UnitStatus) -> str:
    return f"{one.unit.name}{f'（{one.unit.contact}）' if one.unit.contact else ''}"


def _your(one: UnitStatus) -> str:
    return _YOUR.get(level_of(one.unit.name) or "", "贵单位")


def _name(one: UnitStatus) -> str:
    return one.sent.path.name if one.sent else ""


def _day(day: date) -> str:
    return f"{chinese_date(day)}（星期{_DAYS[day.weekday()]}）"
