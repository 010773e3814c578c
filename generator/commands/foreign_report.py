"""A report that somebody else wrote, as the rules look at it, held to the superior's notice where one is given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.checks.gather import Known, gather
from generator.checks.material import Material
from generator.commands.steps import Given
from generator.document.text.blocks import read_blocks
from generator.drafting import compose
from generator.facts.loading import readable_facts
from generator.facts.required import NOTICE
from generator.facts.superior import TITLES, following
from generator.intake.reading import read_report
from generator.yamltext.mapping import Mapping
from generator.yamltext.source import read_source


def report_material(path: Path, known: Known, given: Given) -> Material:
    """Give what the rules look at in a report (.md .docx .txt).

    Raises UserError for what cannot be read, FactsError for unsound front matter or mistakes in the notice.
    """
    reading = read_report(path)
    material = gather(reading.document, known, file=path.name, source=reading.source)
    document = reading.document
    if given.notice:
        document = document._replace(front=_asked_front(material, given))
    return replace(material, document=document, folder=path.parent)


def _asked_front(material: Material, given: Given) -> Mapping:
    """Give the front matter that the text of this unit's report would have by the notice: it says what is asked for."""
    name = next(reversed(material.names), "本单位")
    year = f"年度: {material.year}\n" if material.year else ""
    source = read_source(f"{year}单位: {{简称: {name}}}\n".encode(), "")
    source, _of_another_year = following(source, Path(), given.templates, given.notice)
    facts = readable_facts(source, "", given.templates).facts
    front = read_blocks(compose(facts, given.templates).markdown).front
    titles = facts.head.notice.titles.given  # of the other parts it asks for nothing
    asked = {key: one for key, one in front.data.get(NOTICE, {}).items() if key != TITLES}
    return front._replace(data={NOTICE: {**asked, TITLES: titles}})
