"""The lines of an old report -> everything that its facts file says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.facts.chapters import CHAPTERS
from generator.facts.days import UNTIL
from generator.forms.cards import read_cards
from generator.importing.chapters import JOINT, OTHER, PLANS, SHORTCOMINGS, part_of
from generator.importing.claims import Claimant
from generator.importing.cleaning import Cleaned, clean_lines, simplifier
from generator.importing.front import Front, find_front
from generator.importing.homes import HomePassage, Reporting, homed_passages
from generator.importing.left_tables import tables_left_out
from generator.importing.marking import MarkedLine, Marker
from generator.importing.outline import OldHeading, OldPart, Outline, outline_of, unnumbered_heading
from generator.importing.owner import OwnerOfReport, owner_of_report
from generator.importing.passages import OldPassage, OldSentence, old_sentences, passages_of
from generator.importing.writing import MarkedGroup, MarkedHeading, MarkedReport, chapter_order_of
from generator.intake.old_reports import ReportLines
from generator.intake.reading import ReportLine, read_lines
from generator.intake.sheets import Sheet
from generator.numbers.dates import DateError, read_date
from generator.patterns import pattern
from generator.recognition.matcher import matcher_for
from generator.recognition.ranking import Examples, FieldRanking, ranking_for
from generator.topics.topic import DUTIES, MEASURES, Topics

_USUAL = {
    MEASURES: "推进法治政府建设的主要举措和成效",
    DUTIES: "党政主要负责人履行推进法治建设第一责任人职责情况",
    SHORTCOMINGS: "推进法治政府建设存在的不足和原因",
}
Mark = Callable[[OldPassage], tuple[MarkedLine, ...]]
"""What makes marked lines of a passage."""
_OF_LAW = pattern("法治政府|法治建设|依法行政|依法治[镇乡区县市]|法治[镇乡街]")
_ENDS_ON = pattern("数据截至(?P<day>20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)(?:）[：:]|。)$")
_PLANNED = "年推进法治政府建设的主要安排"


@dataclass(frozen=True)
class OldReport:
    """An old report taken apart: what was cleaned, its outline, whose it is, and what its facts file says."""

    cleaned: Cleaned
    front: Front
    outline: Outline
    owner: OwnerOfReport
    marked: MarkedReport
    tables: tuple[Sheet, ...] = ()

    @property
    def doubt(self) -> str:
        """Say that this is hardly a report on the rule of law: neither its title nor what opens it speaks of that."""
        opening = (one.text for one in self.outline.opening)
        parts = (title for part in self.outline.parts.values() for title in part.titles)
        if any(_OF_LAW.search(one) for one in (self.front.title, *opening, *parts)):
            return ""
        return "这份材料不像法治政府建设年度报告：标题、导语和各部分的标题都没有提到法治政府建设。读入的主题和字段多半不合适，请先核对文件"

    @property
    def told(self) -> tuple[str, ...]:
        """What was cleaned or stands otherwise than in the old report, each in a sentence."""
        return (*self.cleaned.told, *self.front.told, *self.outline.told, *tables_left_out(self.tables))

    @property
    def dropped(self) -> tuple[str, ...]:
        """The pieces of the old report that are in no facts file, as they stood there."""
        return (*self.cleaned.dropped, *self.front.dropped, *self.outline.dropped)


def take_apart(source: ReportLines, topics: Topics) -> OldReport:
    """Take the lines of a report apart and mark its figures."""
    cleaned = clean_lines(source.lines, simplifier())
    cleaned = cleaned._replace(dropped=(*source.around, *cleaned.dropped))
    front = find_front(cleaned.lines)
    # one heading goes before: what is read tells a title, an addressee behind it, and the end by what stands there
    numbers = [0, *(number for number, _line in front.lines)]
    reading = read_lines([ReportLine(front.title or "年度报告", 1), *(line for _number, line in front.lines)])
    blocks = tuple(one._replace(line=numbers[one.line - 1]) for one in reading.document.blocks)
    document = reading.document._replace(blocks=blocks)
    opening = front.lines[0][1].text if front.lines else ""
    owner = owner_of_report(front.title, document.units, front.units, opening)
    outline = outline_of(document, owner.year)
    marked = _marked_report(topics, outline, owner, front.title)
    return OldReport(cleaned, front, outline, owner, marked, source.tables)


def _marked_report(topics: Topics, outline: Outline, owner: OwnerOfReport, title: str) -> MarkedReport:
    """Mark the passages of a report once all were seen: a field is of the figure that is likeliest to be it."""
    ranking, reporting = ranking_for(topics, _examples()), Reporting(owner.level, owner.year)
    matcher = matcher_for(topics)
    marker = Marker(Claimant(matcher, ranking, reporting), matcher)
    passages: list[OldPassage] = []

    def seen(passage: OldPassage) -> tuple[MarkedLine, ...]:
        passages.append(passage)
        return ()

    assembler = _Assembler(outline, owner, title, ranking)
    assembler.report(seen)
    marker.survey(passages)
    return assembler.report(lambda passage: tuple(marker.mark(passage)))


class _Assembler:
    """Puts the parts of one report together in the order of the facts file."""

    def __init__(self, outline: Outline, owner: OwnerOfReport, title: str, ranking: FieldRanking) -> None:
        self.outline, self.owner, self.title = outline, owner, title
        self.ranking = ranking
        self.reporting = Reporting(owner.level, owner.year)
        self._homed: dict[str, list[HomePassage]] = {}
        self._mark: Mark = lambda _passage: ()

    def report(self, mark: Mark) -> MarkedReport:
        """Give the whole report, each passage as `mark` gives it."""
        self._mark = mark
        parts = self.outline.parts
        return MarkedReport(
            head=self._head(),
            opening=self._marked(old_sentences(self.outline.opening), "", "导语"),
            measures=tuple(map(self._measure, _merged(parts.get(MEASURES, OldPart())))),
            duties=tuple(map(self._duty, _merged(parts.get(DUTIES, OldPart())))),
            shortcomings=tuple(self._items(SHORTCOMINGS)),
            plans=tuple(self._items(PLANS)),
            other=self._marked(old_sentences(parts.get(OTHER, OldPart()).paragraphs), "", OTHER),
            ending=self._ending(),
            present=frozenset(self.outline.order),
        )

    def _marked(
        self, sentences: Sequence[OldSentence], home: str, owner: str, heading: str = ""
    ) -> tuple[MarkedLine, ...]:
        year = not owner.startswith(PLANS)
        passages = (
            OldPassage(tuple(one), home, owner, heading, of_the_year=year) for one in passages_of(sentences)
        )
        return tuple(line for passage in passages for line in self._mark(passage))

    def _measure(self, heading: OldHeading) -> MarkedHeading:
        sentences = old_sentences(heading.paragraphs)
        passages = passages_of(sentences)
        if not heading.text:
            return MarkedHeading("", self._marked(sentences, "", MEASURES))
        lead: Sequence[OldSentence] = ()
        if len(passages) > 1 and not passages[0][0].counted and passages[1][0].counted:
            lead, passages = passages[0], passages[1:]
        if heading.text not in self._homed:
            self._homed[heading.text] = homed_passages(passages, heading.text, self.ranking, self.reporting)
        told = self._homed[heading.text]
        if all(not one.home for one in told):
            return MarkedHeading(heading.text, self._marked(sentences, "", heading.text, heading.text))
        return MarkedHeading(
            heading.text,
            self._marked(lead, "", heading.text, heading.text),
            tuple(
                MarkedGroup(one.home, self._marked(one.sentences, one.home, one.home, heading.text))
                for one in told
            ),
        )

    def _duty(self, heading: OldHeading) -> MarkedHeading:
        sentences = old_sentences(heading.paragraphs)
        return MarkedHeading(heading.text, self._marked(sentences, DUTIES, DUTIES, heading.text))

    def _items(self, name: str) -> list[MarkedGroup]:
        """Give shortcomings or plans: one for each heading, else one for each point, else one for all."""
        part = self.outline.parts.get(name, OldPart())
        headings = [one for one in _merged(part) if one.paragraphs]
        if any(one.text for one in headings):
            items = [(one.text, old_sentences(one.paragraphs)) for one in headings]
        else:
            items = [("", one) for one in _pointed(old_sentences(part.paragraphs))]
        groups = []
        for number, (key, sentences) in enumerate(items):
            groups.append(MarkedGroup(key, self._marked(sentences, "", f"{name}.{number}")))
        return groups

    def _head(self) -> dict[str, Any]:
        owner = self.owner
        unit: dict[str, Any] = {
            "名称": owner.names,
            "简称": owner.short,
            "级别": owner.level,
            "上级": owner.superior,
        }
        known = {key: one for key, one in unit.items() if one}
        head: dict[str, Any] = {
            "年度": str(owner.year or ""),
            UNTIL: self._until(),
            "单位": known or {"简称": ""},
            "通知": self._notice(),
            "标题": self.title,
            "主送机关": self.outline.addressee,
        }
        return {key: one for key, one in head.items() if one or key == "年度"}

    def _until(self) -> str:
        """Give the day on which the figures end, where the opening tells it at its end."""
        text = self.outline.opening[-1].text if self.outline.opening else ""
        told = _ENDS_ON.search(text)
        try:
            return read_date(told["day"]).isoformat() if told else ""
        except DateError:
            return ""

    def _notice(self) -> dict[str, Any]:
        """Give titles and order of the parts where they are not the usual ones: 通知 is what makes drafting keep them."""
        present = self.outline.order
        usual = {**_USUAL, PLANS: f"{(self.owner.year or 0) + 1}{_PLANNED}"}
        titles = {}
        for name in present:
            written = [unnumbered_heading(one) for one in self.outline.parts[name].titles]
            joint = written and part_of(written[0], self.owner.year) == JOINT
            if written and not joint and written[0] != usual.get(name):
                titles[name] = written[0]
        order = chapter_order_of(present)
        notice: dict[str, Any] = {"部分标题": titles} if titles else {}
        if order != CHAPTERS:
            notice["部分顺序"] = order
        if self.outline.on_own_line:
            notice["二级标题"] = "独立成行"
        return notice

    def _ending(self) -> dict[str, Any]:
        outline = self.outline
        signature: dict[str, Any] = {}
        try:
            signature["日期"] = read_date(outline.date).isoformat() if outline.date else ""
        except DateError:
            outline.told.append(f"日期“{outline.date}”认不出，没有写入")
        if outline.units and outline.units != self.owner.names:
            signature["单位"] = outline.units
        if outline.units and not outline.date:
            signature["单位"] = outline.units
        signature = {key: one for key, one in signature.items() if one}
        ending: dict[str, Any] = {"落款": signature} if signature else {}
        if outline.notes:
            ending["附件"] = [one.removeprefix("附件：").lstrip("0123456789.． ") for one in outline.notes]
        return ending


@cache
def _examples() -> Examples:
    """Give what the cards of real reports say that each figure counts."""
    cards = read_cards()
    figures = ((one.topic, one.field, one.meaning) for card in cards for one in card.figures)
    headings = ((topic, "", one.text) for card in cards for one in card.outline for topic in one.topics)
    return (*figures, *headings)


def _merged(part: OldPart) -> list[OldHeading]:
    """Give the headings of a part that have a text under them; of two that are alike the first has all."""
    headings: dict[str, OldHeading] = {}
    for one in part.headings:
        if one.paragraphs:
            same = headings.setdefault(one.text, OldHeading(one.text))
            same.paragraphs += one.paragraphs
    return list(headings.values())


def _pointed(sentences: Sequence[OldSentence]) -> list[list[OldSentence]]:
    """Part sentences at their points; what leads in to the first goes with it, and without points all is one."""
    if not any(one.counted for one in sentences):
        return [list(sentences)] if sentences else []
    items: list[list[OldSentence]] = [[]]
    seen = False
    for one in sentences:
        if one.counted and seen:
            items.append([])
        seen = seen or one.counted
        items[-1].append(one)
    return items
