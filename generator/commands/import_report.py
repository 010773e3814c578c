"""`nianbao import`: an old report, by whomever, into a facts file whose report is the old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.commands.new_file import save_beside_schema
from generator.drafting import compose
from generator.drafting.clauses import setting_of
from generator.drafting.shapes import shapes_of, shapes_of_opening
from generator.facts import Facts
from generator.facts.library import PLANS, read_library
from generator.facts.loading import readable_facts
from generator.file_names import file_name
from generator.files import save
from generator.forms.schema import FILE_NAME
from generator.importing.assembling import OldReport, take_apart
from generator.importing.fielding import Drafted, with_fields
from generator.importing.own_reports import Rereaders, with_own_fields
from generator.importing.proving import Proof, prove
from generator.importing.rereading import Rereader
from generator.importing.side_by_side import side_by_side
from generator.importing.writing import MarkedReport, imported_text
from generator.intake.old_reports import report_lines
from generator.problems import Problem, UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source


class Import(NamedTuple):
    """An old report that was read: the text of its facts file, and what is proved of it.

    `problems` are what the facts file would be refused for, which only the old report's own mistakes can cause.
    """

    old: OldReport
    text: str
    proof: Proof
    problems: tuple[Problem, ...] = ()


def imported(source: Path, templates: Templates, *, fields: bool = False) -> Import:
    """Read a report and prove what its facts file gives.

    A Word file of ours comes back as its fields, for its report is the same to the letter. With `fields`, sentences of
    others that a template says as well become fields. Raises UserError, FactsError for what cannot be read.
    """
    read = report_lines(source)
    old = take_apart(read, read_topics(templates))
    if read.ours:
        old = replace(old, marked=_own_fields(old, templates))
    if fields:
        old = replace(old, marked=with_fields(old.marked, _drafting(old, templates)))
    if not any(old.marked.lines):
        raise UserError(f"没有读出报告的文字：{source.name}", "请核对文件；扫描件请先转成文字。")
    draft = imported_text(old.marked, ())
    reading = readable_facts(read_source(draft.encode(), source.name), source.name, templates)
    proof = prove(old, compose(reading.facts, templates).markdown)
    text = imported_text(old.marked, _about(source, old, proof))
    if reading.problems:  # the comment that opens the file moves their lines
        reading = readable_facts(read_source(text.encode(), source.name), source.name, templates)
    return Import(old, text, proof, reading.problems)


def save_import(
    one: Import, target: Path | None, report: Path | None, templates: Templates, *, force: bool
) -> tuple[Path, Path | None]:
    """Write the facts file, its schema, and the page that shows both sides where one is asked for.

    Gives the file and, where one was overwritten by force, its copy. Raises UserError.
    """
    owner = one.old.owner
    name = file_name(f"{owner.short or '报告'}-{owner.year or '年度'}", ".yaml")
    path, kept = save_beside_schema(one.text, target, name, read_topics(templates), force=force)
    if report is not None:
        if report.suffix.lower() not in {".html", ".htm"}:
            raise UserError(
                f"对照是网页，后缀应为 .html，写的是：{report.name}", "例如：--report 对照.html", status=2
            )
        save(report, side_by_side(one.old, one.text, one.proof).encode("utf-8"), force=force)
    return path, kept


def _drafting(old: OldReport, templates: Templates) -> Drafted:
    """Give what drafts the sentences of one topic for the unit of a report."""
    head = old.marked.head

    def drafted(topic: str, values: Mapping[str, str]) -> str:
        told = f"年度: {head['年度']}\n单位: {{简称: {old.owner.short or '本单位'}, 级别: {old.owner.level or '镇'}}}\n"
        told += f"举措成效:\n  {topic}:\n" + "".join(f"    {name}: {one}\n" for name, one in values.items())
        facts = readable_facts(read_source(told.encode(), ""), "", templates).facts
        (_before, measures, *_after) = compose(facts, templates).markdown.split("\n## ")
        return measures.partition("\n")[2]

    return drafted


def _own_fields(old: OldReport, templates: Templates) -> MarkedReport:
    """Read a report of ours back to its facts; another one's unit and year could not be drafted for."""
    topics = read_topics(templates)

    def facts_of(report: MarkedReport) -> Facts:
        return readable_facts(read_source(imported_text(report, ()).encode(), ""), "", templates).facts

    facts = facts_of(old.marked)
    setting = setting_of(facts.head.unit, facts.year, templates)
    shapes = shapes_of(topics, setting)
    opening, its_shapes = shapes_of_opening(setting)
    rereaders = Rereaders(
        Rereader(shapes, topics.measures),
        Rereader(shapes, topics.duties),
        Rereader({opening.name: its_shapes}, {opening.name: opening}, of_anything=0.0),
    )
    causes = {one["针对"] for one in read_library(templates, PLANS).values() if "针对" in one}
    return with_own_fields(
        old.marked, rereaders, lambda report: compose(facts_of(report), templates).markdown, causes
    )


def _about(source: Path, old: OldReport, proof: Proof) -> list[str]:
    """Give the comment that opens the file: what it is from, and how to read it."""
    about = [
        f"yaml-language-server: $schema={FILE_NAME}",
        f"由“{source.name}”读成的事实文件。{proof.likeness}。",
        "句子里的【名称：数值】是标出的数；带“疑”的注释说哪里要看一看，看过的删去注释。",
        "【另起一段】【接排】写在句子开头，说它在原文里另起一段，还是接着上一句。",
    ]
    if old.doubt:
        about.insert(1, f"{old.doubt}。")
    different = [f"与原文不同：{one.old} → {one.new}" for one in proof.changed]
    different += [f"分段与原文不同：{one}" for one in proof.cut]
    different += [f"没有写入：{one}" for one in old.outline.dropped]
    return [*about, *(f"读入时：{one}" for one in old.told), *different]
