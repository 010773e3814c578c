"""Each figure of a phrase with the field that it seems to be, by its own words and by what stands around it.

Notes are shorter than reports: 立案36件，办结36件 names no topic. So a figure is recognised under every topic whose words
it has, and of several that it may be under, the one is taken that its own words, the figures before it, a heading or
the office speak for; where none of these does, it stays a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.numbers.prose import figures
from generator.patterns import pattern
from generator.recognition.clauses import Said, said_figures
from generator.recognition.fillers import NARROWING
from generator.recognition.likeness import explained
from generator.recognition.matcher import Matcher, Recognised, matcher_for
from generator.suggesting.around import Around, around
from generator.suggesting.asides import aside_of, heading_doubt
from generator.suggesting.doubts import OF_A_PERIOD, Choice, Doubts, leaders_named
from generator.suggesting.fields import FieldNames, core_of
from generator.suggesting.homes import Homes
from generator.suggesting.measures import counts_heads, end_of_measure, with_measures
from generator.suggesting.options import Option, narrowed
from generator.suggesting.phrases import Phrase, Within, clauses
from generator.suggesting.provisos import proviso_of, undated
from generator.suggesting.refusals import refusal_of
from generator.suggesting.scopes import turns_to_unit
from generator.suggesting.subjects import Subject, Subjects
from generator.suggesting.told_figure import ToldFigure, said_again
from generator.topics.topic import DUTIES, Topics

_PART = pattern("其中|分别|上年|去年|同期|同比|较上|比上|计划|预计|下一?年|明年")
_THIS_YEAR = pattern("今年(?!以来)|本年度?|全年共?")
_DEED = pattern("受理|办结|化解|在办|处置|办理|处理|回访|会商|走访|整改")
"""What is done under many topics, though but one may have a field that is called so."""
_SHORT, _NAME, _LONG = 2, 3, 4


class NotesReader:
    """Recognises the figures of notes by the declarations of topics; to be asked phrase by phrase, in their order."""

    def __init__(self, topics: Topics, year: int | None) -> None:
        """Take the topics, and the year of the report."""
        self._matcher: Matcher = matcher_for(topics)
        self._names = FieldNames(topics)
        self._named_by = frozenset(one.name for one in topics if one.named_by)
        self._homes = Homes(topics)
        self._subjects = Subjects(topics)
        self._doubts = Doubts(topics, self._names, self._subjects)
        self._subject = ("", "", Subject())
        self._year = year
        self._trail = ("", "")
        self._measure = ("", "")

    def tell(self, phrase: Phrase) -> tuple[ToldFigure, ...]:
        """Give the figures of a phrase that can be facts, in their order."""
        whole = self._measured(phrase)
        phrase = whole._replace(text=undated(whole.text))
        plain = {one.end: one for one in self._matcher.recognise(phrase.text)}
        options = self._options(phrase, plain)
        done: list[ToldFigure] = []
        for said in said_figures(phrase.text):
            if said.vague and said.end not in options and not counts_heads(said):
                continue  # how long, how old: no fact that anybody asks after
            one = plain.get(said.end)
            told = ToldFigure(
                phrase,
                said.start,
                said.end,
                phrase.text[said.start : said.end],
                label=one.label if one else "",
                why=refusal_of(whole, said.start, said.end, self._year),
                words=said.before or said.after,
                unit=said.figure.unit,
                aside=self._doubts.of_any_field(phrase, said),
            )
            if (end := end_of_measure(phrase.text, said.end)) > said.end:
                written = phrase.text[said.start : end]
                done.append(told._replace(end=end, written=written, label=core_of(said.before)))
                continue
            near = self._near(phrase, done, said.start)
            told = told._replace(
                spoken=frozenset(near.spoken), office=frozenset() if near.collects else near.office
            )
            if not told.why:
                told = self._chosen(told, said, options.get(said.end, []), near)
            if told.field and not (told.sure or told.doubt):
                told = told._replace(doubt=self._doubts.of_likely(told.key, said))
            if not told.sure and not self._is_near(told, said):
                told = said_again(told._replace(home="", field=""), said, done)
            done.append(told)
        if phrase.within is not Within.REMARK:  # the next row does not go on from it
            self._remember(phrase, done)
        return tuple(self._provided(one._replace(phrase=whole)) for one in done)

    def _remember(self, phrase: Phrase, done: Sequence[ToldFigure]) -> None:
        """Keep what the next phrase goes on from: the last measure word, subject and topic."""
        counted = [one for one in figures(phrase.text) if one.counted]
        if counted:
            self._measure = (phrase.speaker.origin, counted[-1].unit)
        told_last = self._subjects.last_of(phrase.text) or self._last_subject(phrase)
        self._subject = (phrase.speaker.origin, phrase.place, told_last)
        if done:
            self._trail = (phrase.speaker.origin, done[-1].home if done[-1].sure else "")

    def _measured(self, phrase: Phrase) -> Phrase:
        """Give figures without a measure word (邻里 96) the one of the sum before them, else that of their field."""
        if phrase.within is Within.REMARK:
            return phrase
        sender, unit = self._measure
        usual = unit if sender == phrase.speaker.origin and not phrase.bare else ""
        return with_measures(phrase, self._names, usual)

    def _last_subject(self, phrase: Phrase) -> Subject:
        """Give what the sentence before it on its line, of its sender, was about."""
        return self._subject[2] if self._subject[:2] == (phrase.speaker.origin, phrase.place) else Subject()

    def _may_be_meant(self, home: str, phrase: Phrase, near: Around) -> bool:
        """Tell whether a topic can be meant: the heads' doings, or one called by its field, where named."""
        if home == DUTIES:
            return leaders_named(phrase)
        return home not in self._named_by or home in near.spoken

    def _subject_of(self, phrase: Phrase, said: Said, near: Around) -> Subject:
        """Give what a figure's sentence is about before its clause.

        That is what the sure figure right before it is of, what the sentence says, a semicolon's, a heading's words.
        """
        begin = near.last_end
        if begin and not self._subjects.last_of(phrase.text[begin : said.start].removesuffix(said.before)):
            return Subject(frozenset({near.last[0]}))
        texts = (
            phrase.text[: said.start].removesuffix(said.before),
            phrase.earlier,
            *reversed(phrase.context),
        )
        told = next(filter(None, map(self._subjects.last_of, texts)), Subject())
        sender = self._subjects.last_of(phrase.speaker.office)
        return told or self._last_subject(phrase) or (sender if sender.foreign else Subject())

    def _near(self, phrase: Phrase, done: Sequence[ToldFigure], start: int) -> Around:
        trail = self._trail[1] if self._trail[0] == phrase.speaker.origin else ""
        near = around(phrase, [one.home for one in done if one.sure], trail, self._homes)
        before = done[-1] if done else None
        if before is None:
            return near
        turned = bool(before.home) and turns_to_unit(phrase.text, before.end, start)
        if not before.sure and not turned:
            return near._replace(unsure=not before.why)
        return near._replace(last=before.key, last_end=before.end)

    def _options(self, phrase: Phrase, plain: dict[int, Recognised]) -> dict[int, list[Option]]:
        """Give for each figure, by its end, the fields that it surely is if its topic is meant."""
        options: dict[int, list[Option]] = {}
        for home in self._names.homes_fitting(phrase.text):
            found = {one.end: one for one in self._alone(phrase.text, home) if one.sure and one.home == home}
            found |= {
                one.end: one
                for one in self._matcher.recognise(phrase.text, home)
                if one.sure and one.home == home
            }
            for one in found.values():
                known = plain.get(one.end)
                strong = known is not None and known.sure and known.key == one.key
                options.setdefault(one.end, []).append(Option(*one.key, one.start, strong))
        return options

    def _alone(self, text: str, home: str) -> Iterator[Recognised]:
        """Recognise each clause by itself, where what was said before it can't narrow it."""
        for start, end in clauses(text):
            if _PART.search(text, 0, end) or NARROWING.search(text, 0, end):
                return
            for one in self._matcher.recognise(text[start:end], home):
                yield one._replace(start=one.start + start, end=one.end + start)

    def _chosen(self, told: ToldFigure, said: Said, options: list[Option], near: Around) -> ToldFigure:
        """Take of several fields the one that is spoken of."""
        phrase = told.phrase
        if told.aside == OF_A_PERIOD:
            return self._likely(told._replace(doubt=told.aside), said, near)
        core = core_of(said.before)
        spoken = "|".join((phrase.text[: said.start].removesuffix(core), *phrase.context))
        options = [one for one in options if self._names.says_enough(one.home, one.field, core, spoken)]
        if not any(one.strong for one in options):
            called = self._called(said, phrase)
            options = [*{(one.home, one.field): one for one in (*options, *called)}.values()]
        subject, last = self._subject_of(phrase, said, near), self._last_subject(phrase)
        options += self._going_on(phrase, said, options, near, subject)
        options = [one for one in options if self._may_be_meant(one.home, phrase, near)]
        meant, firm = narrowed(said, options, near, subject)
        if len(meant) > 1 and (plain := self._names.plainest(core, [one.home for one in meant])):
            meant, firm = [one for one in meant if one.home == plain], True
        if not meant:
            return self._likely(told, said, near)
        one = meant[0]
        strong = one.strong and not (_DEED.fullmatch(core) and near.speaks_of_nothing(one.home))
        alone = len(meant) == 1 and (firm or strong or (len(options) == 1 and one.home in near.office))
        choice = Choice(one, said, phrase, near, subject, last, alone, firm)
        doubt, of_other = self._doubts.of(choice), self._doubts.tells_of_other(choice)
        # 土地山林116件 is called so, not by its 说法 山林
        start = said.start if core == one.field else one.start
        written = phrase.text[start : told.end]
        return told._replace(
            start=start,
            written=written,
            home=one.home,
            field=one.field,
            sure=not doubt,
            doubt=doubt,
            of_other=of_other,
        )

    def _provided(self, told: ToldFigure) -> ToldFigure:
        """Give a figure with the day on which it ends; one that may end on another is sure no more."""
        phrase, year = told.phrase, self._year
        proviso = proviso_of(phrase, told.start, told.end, year)
        aside = proviso.doubt or aside_of(phrase.text, told.end, phrase.beside, year)
        aside = told.aside or aside or heading_doubt(phrase.context, year)
        if told.sure and aside:
            told = told._replace(sure=False, doubt=aside)
        return told._replace(until=proviso.until, aside=aside)

    def _is_near(self, told: ToldFigure, said: Said) -> bool:
        """Tell whether a field may be asked about: the clause says some of its words, no office or heading another."""
        clause = said.before + said.after
        names = self._names.names_of(*told.key)
        if core_of(said.before) in names or any(len(name) >= _LONG and name in clause for name in names):
            return True
        return not told.against(told.home) and any(explained(clause, name) > 1 for name in names)

    def _going_on(
        self, phrase: Phrase, said: Said, options: Sequence[Option], near: Around, subject: Subject
    ) -> list[Option]:
        """Give the field of the topic that is spoken of that the clause says together with what was said before it."""
        heard = "|".join((phrase.text[: said.start], phrase.earlier, *phrase.context))
        here = Subject() if near.before else self._subjects.last_of(said.before + said.after)
        homes = (
            *near.near[:1],
            *(home for one in (subject, here) if len(one.homes) == 1 for home in one.homes),
        )
        more: list[Option] = []
        for home in dict.fromkeys(homes):
            if all(one.home != home for one in options):
                last = near.last[1] if near.last[0] == home else ""
                field, goes_without = self._names.meant(phrase.text, said.end, home)
                fields = [field] if goes_without else self._names.going_on(said, heard, home, last)
                if len(fields) == 1:
                    start = self._names.start_of(said, home, fields[0])
                    more.append(Option(home, fields[0], start, strong=not options))
        return more

    def _called(self, said: Said, phrase: Phrase) -> list[Option]:
        """Give the fields whose whole name the clause is, at most without 次数 or 人数.

        Two characters (立案, 化解) say that only where no other office than the topic's own says them.
        """
        core, office = core_of(said.before), phrase.speaker.office
        earlier = _THIS_YEAR.split(phrase.text[: said.start])[-1]
        if said.after or len(core) < _SHORT or NARROWING.search(earlier) or _PART.search(earlier):
            return []
        own = self._homes.of_office(office) if office else frozenset(self._homes.names)
        fields = self._names.called(said.before, said.figure.unit)
        return [
            Option(
                one.home,
                one.field.name,
                self._names.start_of(said, one.home, one.field.name),
                strong=len(fields) == 1,
            )
            for one in fields
            if len(core) >= _NAME or one.home in own
        ]

    def _likely(self, told: ToldFigure, said: Said, near: Around) -> ToldFigure:
        """Give the field that a figure may be, of the topics that are spoken of, then of any."""
        text, unit = told.phrase.text, said.figure.unit
        for home in dict.fromkeys((*near.near, *sorted(near.office), "")):
            for one in self._matcher.recognise(text, home):
                if one.end == told.end and one.field is not None and one.claim >= 0:
                    return told._replace(home=one.home, field=one.field.name)
        for home, field in self._names.named(said.before + said.after, unit):
            return told._replace(home=home, field=field)
        known = (*near.near, *sorted(near.office))
        for home in known if near.office else dict.fromkeys((*known, *self._homes.names)):
            field, _goes_without = self._names.meant(text, said.end, home)
            if field:
                return told._replace(home=home, field=field)
        like = self._matcher.like(told.label, unit=unit) if told.label else ()
        return next(
            (told._replace(home=one.home, field=one.field.name) for one in like if one.home in known), told
        )
