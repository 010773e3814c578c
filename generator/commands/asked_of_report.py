"""必报, held against a report that somebody wrote: what of it is recognised in its text, and what is not."""

from __future__ import annotations

from pathlib import Path

from generator.commands.import_report import imported
from generator.commands.steps import Given
from generator.facts.loading import readable_facts
from generator.facts.required import NOT_REPORTED, unreported
from generator.facts.superior import following
from generator.intake.reading import read_report
from generator.problems import FactsError, Level, Place, Problem, UserError
from generator.recognition.matcher import matcher_for
from generator.topics import read_topics
from generator.yamltext.source import read_source


def unrecognised(path: Path, given: Given) -> tuple[Problem, ...] | None:
    """Give a reminder for each thing that the notice asks for by name and the report is not seen to say.

    The report is read as `nianbao import` reads it; None where it cannot be, so that nothing is known of it.
    """
    if given.notice is None:
        return ()
    try:
        source = read_source(imported(path, given.templates).text.encode(), "")
        asked, _of_another_year = following(source, Path(), given.templates, given.notice)
        facts = readable_facts(asked, "", given.templates).facts
        elsewhere = _sure(path, given)
    except (FactsError, UserError):
        return None
    return tuple(
        Problem(
            NOT_REPORTED,
            f"“{one}”是通知点名要报的，报告里没有认出来。",
            "请补上，没有发生的写0；已经写了的，把名称、数和量词写明。",
            Place(path.name),
            str(one),
            Level.WARNING,
        )
        for one in unreported(facts, read_topics(given.templates))
        if (one.topic, one.field) not in elsewhere
    )


def _sure(path: Path, given: Given) -> frozenset[tuple[str, str]]:
    """Give the topics and fields that figures are for sure, in whatever part of the report and however wrong."""
    matcher = matcher_for(read_topics(given.templates))
    texts = [block.text for block in read_report(path).document.blocks]
    homes = [{"", *matcher.homes_of(text)} for text in texts]
    figures = (
        one
        for text, at in zip(texts, homes, strict=True)
        for home in at
        for one in matcher.recognise(text, home)
    )
    return frozenset(one.key for one in figures if one.sure)


def unjudged(path: Path) -> Problem:
    """Give the reminder that 必报 was not looked for in a report."""
    message = "通知点名要报的各项没有查：报告的内容认不出来。"
    return Problem(
        NOT_REPORTED, message, "请对照通知的“必报”自己看一遍。", Place(path.name), level=Level.WARNING
    )
