"""What the report says otherwise than when the file was opened, or than last year's: sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from generator.commands.changes import SentenceChange, changed_sentences
from generator.commands.steps import Given, draft_report
from generator.preview.page_templates import page_template
from generator.preview.rendered import Rendered
from generator.problems import UserError

OPENED, LAST = "opened", "last"


def differences(rendered: Rendered, against: str, opened: Sequence[str], given: Given) -> str:
    """Give the sentences that differ, as HTML: from those at opening, or from last year's report.

    Raises UserError where there is no last year's facts file, or nothing of that name to be held against.
    """
    if against == OPENED:
        return _shown("打开以来改了的句子", changed_sentences(opened, said_in(rendered)))
    facts = rendered.prepared.facts
    if against != LAST or facts is None or facts.last is None:
        raise UserError(
            "没有上年的事实文件，比不了。",
            "上年的文件放在旁边，名为 单位-年份.yaml；或者在“单位和年度”里写明。",
        )
    last = draft_report(rendered.prepared.source, facts.last, given).draft
    before = [one.text.strip() for one in last.sentences] if last else []
    return _shown(f"与{facts.last.year}年度的报告比", changed_sentences(before, said_in(rendered)))


def said_in(rendered: Rendered) -> tuple[str, ...]:
    """Give the sentences of a report."""
    return tuple(one.text.strip() for one in rendered.said)


def _shown(title: str, changes: Sequence[SentenceChange]) -> str:
    return page_template("变化.html.j2").render(title=title, changes=changes)
