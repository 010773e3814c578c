"""`nianbao topics`: what can be reported, what real reports gave, and what may be cited in which year."""

from __future__ import annotations

from datetime import date

from generator.facts.sentences import cut_sentence, without_brackets
from generator.forms import guide
from generator.forms.cards import read_cards
from generator.forms.lines import leading_to
from generator.formulations import citable
from generator.near import nearest_name
from generator.problems import UserError
from generator.recognition.likeness import CLOSE, explained
from generator.recognition.matcher import Matcher, Recognised, marked_sentence, matcher_for
from generator.resources import Templates
from generator.suggesting.phrases import Phrase
from generator.suggesting.recognise import NotesReader
from generator.topics import Topics, read_topics
from generator.topics.grouping import read_grouping


def all_topics(year: int | None, templates: Templates) -> list[guide.Group]:
    """Give every topic with what it is about, part by part; with a `year`, those of that year's report."""
    return guide.overview(read_topics(templates), year)


def one_topic(name: str, year: int | None, templates: Templates) -> list[guide.Group]:
    """Give one topic's fields, with a `year` those of that year, what the reports gave under them, and its heading.

    Of a word that is no topic, gives the fields that are spoken of by it; of a sentence with figures, what each would
    be and the sentence with its marks. Raises UserError where nothing is known of it.
    """
    topics = read_topics(templates)
    topic = next((one for one in topics if one.name == name), None)
    if topic is None:
        return _in_sentence(name, topics, templates) or _by_word(name, topics, year, templates)
    heading = guide.explain_group(topic, read_grouping(templates))
    return [*guide.explain_topic(topic, read_cards(), templates, year), *heading]


def citable_in(year: int, signed: date | None, templates: Templates) -> list[guide.Group]:
    """Group by kind what a report of that year may cite, each with the days between which it is current."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    for one in citable(year, signed, templates):
        since = f"{one.since}起" if one.since else ""
        until = f"{one.until}止" if one.until else ""
        kinds.setdefault(one.kind, []).append((one.wording, "，".join(filter(None, (since, until)))))
    return list(kinds.items())


def _in_sentence(text: str, topics: Topics, templates: Templates) -> list[guide.Group]:
    """Tell what each figure of a sentence would be, under the topic that it is of, where one alone is likest.

    Figures that stand in marks already are said to. Only what is certain is written with a mark.
    """
    matcher, cut = matcher_for(topics), cut_sentence(text)
    bare = without_brackets(text, cut)
    homes = matcher.homes_of(bare.text)
    home = homes[0] if len(homes) == 1 and explained(bare.text, homes[0]) else ""
    place = f"“{home}”的“正文”里" if home else "所属主题的“正文”里"
    read = matcher.recognise(bare.text, homes[0] if len(homes) == 1 else "")
    doubts = _doubts(bare.text, home, topics)
    figures = [
        _doubted(one, bare.text, home, matcher, doubts.get(one.end, ""))
        for one in read
        if bare.is_free(one.start, one.end)
    ]
    given = [(one.written, f"已标注为“{one.label}”。") for one in cut.marks if one.written]
    if not (figures or given):
        return []
    rows = [(one.written, _figure_told(one, matcher, topics, templates, home)) for one in figures]
    certain = [
        one._replace(start=bare.places[one.start], end=bare.places[one.end - 1] + 1)
        for one in figures
        if one.sure or (one.field is None and not matcher.like(one.label, home, one.unit, CLOSE))
    ]
    if len(homes) == 1 and not home:
        rows.append(("疑", f"句子里没有说是哪方面的事，最像的是“{homes[0]}”，请先定主题。"))
    if len(homes) > 1:
        rows.append(("疑", f"“{'”“'.join(homes)}”几个主题都像，请说清是哪方面的事，或看各主题的字段。"))
    if len(certain) < len(figures):
        rows.append(("疑", f"认不准的没有标，请对照上面的说明，在{place}自己写【字段：数值】。"))
    marked = marked_sentence(text, certain, home)
    written = [(f"写在{place}", [("写成", marked)])] if marked != text else []
    return [("句子里的数", [*given, *rows]), *written]


def _doubts(text: str, home: str, topics: Topics) -> dict[int, str]:
    """Give why figures, by their ends, are not sure where the sentence is read as a note of an office is."""
    phrase = Phrase(text, text, "", context=(home,) if home else ())
    return {one.end: one.doubt for one in NotesReader(topics, None).tell(phrase)}


def _doubted(one: Recognised, text: str, home: str, matcher: Matcher, doubt: str) -> Recognised:
    """Give a figure, not sure of a field that other topics have too where no word of the topic stands beside it.

    Nor is it sure where a `doubt` is told of it. A label of its own is left out where it is the last item of a list
    alone, or is broken off a longer phrase.
    """
    names = (one.field.name, *one.field.aliases) if one.field else ()
    homes = [matcher.homes_with(name, "") for name in names if name in text]
    sure = one.sure and not doubt and (bool(home) or (bool(homes) and all(len(each) == 1 for each in homes)))
    at = text.find(one.label)
    cut = at < 0 or text[:at].endswith("、") or "在" in one.label
    return one._replace(sure=sure, label="" if cut else one.label)


def _figure_told(one: Recognised, matcher: Matcher, topics: Topics, templates: Templates, home: str) -> str:
    own = f"自己取名“{one.label}”" if one.label else "请自己取个名称"
    if one.field is None:
        near = matcher.like(one.label, home, one.unit) or matcher.like(one.label, "", one.unit)
        names = "、".join(f"“{each.home}”的“{each.field.name}”" for each in near)
        return f"没有合适的字段，{own}。" + (f"疑：相近的有{names}，请对照说明。" if names else "")
    topic = next(each for each in topics if each.fields.get(one.field.name) == one.field)
    said = f"“{one.home}”的字段“{one.field.name}”：{one.field.note}"
    clause = leading_to(said, guide.shown_clause(one.field, topic, templates))
    if one.claim < 0:
        return f"疑：没有相符的字段，最像的是{clause}。不是的，{own}。"
    return f"{'' if one.sure else '可能是'}{clause}。"


def _like(word: str, topics: Topics, year: int | None, templates: Templates) -> list[guide.Group]:
    """Explain the fields whose names are like a word that none is spoken of by."""
    like = [
        (topic, one.field)
        for one in matcher_for(topics).like(word)
        for topic in topics
        if topic.name == one.topic
    ]
    groups = guide.explain_fields(like, read_cards(), templates, year)
    return [("疑", [(word, "没有哪个字段说到这几个字，相近的如下，请对照说明")]), *groups] if groups else []


def _by_word(word: str, topics: Topics, year: int | None, templates: Templates) -> list[guide.Group]:
    """Explain the fields that are spoken of by a word: in name, other names, explanation or printed clause."""
    printed = matcher_for(topics).spoken_of(word)
    found = [
        (topic, field)
        for topic in topics
        for field in topic.fields.values()
        if (topic.name, field.name) in printed
        or word in "\n".join([field.name, field.note, *field.aliases, *field.wordings])
    ]
    groups = guide.explain_fields(found, read_cards(), templates, year)
    near = nearest_name(word, [one.name for one in topics])
    if not groups and not near:
        groups = _like(word, topics, year, templates)
    if not groups:
        fix = f"是不是“{near}”？" if near else "用 nianbao topics 可列出全部主题。"
        raise UserError(f"没有“{word}”这个主题，也没有哪个字段说到它。", fix, status=2)
    named = [(topic.name, topic.note) for topic in topics if word in topic.name or topic.name == near]
    return [*([("主题", named)] if named else []), *groups]
