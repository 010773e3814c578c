"""What last year's report promised, item by item: its shortcomings and its plans, in whatever form they were written.

A file that was made of an old report holds a whole item in 正文, or the whole part, with the sentence that leads in
to the list and the words that close the report. Those promise nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.facts.facts import EMPTY, Facts
from generator.facts.head import Plan, Shortcoming
from generator.facts.marked import OwnText
from generator.facts.sentences import without_breaks
from generator.facts.withheld import holds
from generator.patterns import pattern

_ORDINAL = "(?:[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}、)"
_POINT = pattern(f"^{_ORDINAL}")
_BETWEEN_POINTS = pattern(f"(?:^|(?<=[。；：]))(?={_ORDINAL})")
_SENTENCE = pattern("(?:【[^】]*】|[^。；：！])*[。；：！]?[”’）]*")
_ENDED = pattern("[。；：！][”’）]*$")
_LEADS_IN = pattern(
    "：$|(?:不足|短板|问题|差距|薄弱环节|工作)[^。，]{0,4}(?:，|，?主要)(?:[^。]{0,8}(?:如下|以下|表现)[^。]{0,8})。$"
    "|(?:存在|还有|仍有)[^。]{0,8}(?:一些|一定|不少|以下|如下|许多|诸多|几)[^。]{0,10}(?:不足|短板|问题|差距|薄弱环节)[^。，]{0,4}。$"
    "|(?:做好|抓好|开展|推进|从)(?:以下|如下|下列)[^。]{0,10}。$"
)
_CLOSING = pattern(
    "^(?:特此|专此|谨此|以上)[^，。]{0,6}(?:报告|汇报)[^，。]{0,4}(?:，请[^。]{0,8})?[。！]?$"
    "|^请(?:予以?)?(?:审阅|审议|批评指正)[^。]{0,4}。?$"
)
_GIST = 24  # characters: a longer sentence begins with the shortcoming and goes on with how it shows
_GROUND = pattern("^(?:由于|因|虽|尽管|随着|在|受|对)")


class Promise(NamedTuple):
    """One shortcoming to be mended, one plan to be carried out, or a shortcoming with the plans that answer it.

    `problem` is empty where a plan answers none. `signs` is what else was said of the shortcoming, `planned` the plan
    in last year's words, `circumstances` its 时限 目标 责任科室; `withheld` tells that some of it was not public,
    `figures` are those that were marked in its words, by their labels.
    """

    problem: str
    planned: str
    circumstances: str = ""
    signs: str = ""
    withheld: bool = False
    figures: Mapping[str, str] = MappingProxyType({})


class ToldShortcoming(NamedTuple):
    """A shortcoming: the number of the item that tells it, its name, what else is said of it."""

    item: int
    name: str
    signs: str


def promises(last: Facts) -> Iterator[Promise]:
    """Give each shortcoming of last year's with the plans that answer it, then each plan that answers none."""
    plans, shortcomings = last.head.plans, last.head.shortcomings
    told = {one.name: one for one in told_shortcomings(shortcomings)}
    named = dict.fromkeys([*told, *(one.answers for one in plans if one.answers)])
    secret = [one for number, one in enumerate(plans) if holds(last.withheld, ("计划", number))]
    untold = _withheld_names(last) | {one.answers for one in secret}
    for problem in named:
        answering = [one for one in plans if one.answers == problem]
        planned = [text for one in answering for text in told_plans(one)]
        circumstances = "；".join(filter(None, map(_circumstances, answering)))
        here = told.get(problem)
        signs = here.signs if here else ""
        marked = _figures(
            [*([shortcomings[here.item]] if here else []), *answering],
            "".join([problem, signs, circumstances, *planned]),
        )
        yield Promise(problem, "；".join(planned), circumstances, signs, problem in untold, marked)
    for plan in plans:
        if not plan.answers:
            said = "，".join(
                filter(None, [f"标题：{plan.title}" if plan.title else "", _circumstances(plan)])
            )
            for text in told_plans(plan):
                yield Promise("", text, said, "", plan in secret, _figures([plan], text + said))


def _withheld_names(last: Facts) -> set[str]:
    """Name the shortcomings of which something was not public."""
    secret = [
        one for number, one in enumerate(last.head.shortcomings) if holds(last.withheld, ("不足", number))
    ]
    return {told.name for one in secret for told in told_shortcomings([one])}


def _figures(items: Iterable[Shortcoming | Plan], said: str) -> dict[str, str]:
    """Give the figures that the words of some items mark and of which something is `said`, by their labels."""
    texts = (text for one in items for text in _words(one) if isinstance(text, OwnText))
    return {
        mark.label: mark.text
        for text in texts
        for mark in text.marks
        if mark.value is not EMPTY and mark.text in said
    }


def _words(item: Shortcoming | Plan) -> tuple[str, ...]:
    if isinstance(item, Plan):
        return (item.title, *item.measures, item.target, *item.body)
    return (item.problem, *item.signs, item.cause, *item.body)


def closing_words(last: Facts) -> tuple[str, ...]:
    """Give the sentences with which last year's report closed: 特此报告。"""
    bodies = (*(one.body for one in last.head.shortcomings), *(one.body for one in last.head.plans))
    sentences = (one for body in bodies for one in _sentences(body))
    return tuple(dict.fromkeys(one for one in sentences if _CLOSING.search(one)))


def told_shortcomings(items: Sequence[Shortcoming]) -> Iterator[ToldShortcoming]:
    """Give each shortcoming that some items of 不足 tell; a sentence that only leads in to them is none."""
    for number, item in enumerate(items):
        if item.problem:
            yield ToldShortcoming(number, str(item.problem), "".join(_points(item.body)) or item.shown)
            continue
        for point in _points(item.body, alone=len(items) == 1):
            gist = _gist(point)
            yield ToldShortcoming(number, gist, "" if point.rstrip("。；") == gist else point)


def _gist(point: str) -> str:
    """Name a shortcoming by its first sentence, of a long one by the first clause that can stand alone."""
    sentence = _SENTENCE.match(point)
    first = (sentence[0] if sentence else point).rstrip("。；：！")
    clause = first.partition("，")[0]
    return clause if len(first) > _GIST and len(clause) > 3 and not _GROUND.search(clause) else first


def told_plans(plan: Plan) -> list[str]:
    """Give what was planned: each point of 正文 by itself, the measures of one item as one."""
    measures = "；".join(_POINT.sub("", without_breaks(one)).rstrip("。；") for one in plan.measures)
    return [*(point.rstrip("。；") for point in _points(plan.body)), *filter(None, [measures])]


def _points(body: Iterable[str], *, alone: bool = False) -> Iterator[str]:
    """Give the points of a text, 一是…二是…, or the whole of it, without what leads in and what closes the report.

    What looks like a lead-in and has nothing behind it is one, unless it stands `alone`.
    """
    sentences = [one for one in _sentences(body) if not _CLOSING.search(one)]
    leading = bool(sentences and _LEADS_IN.search(sentences[0]) and not _POINT.match(sentences[0]))
    kept = sentences[1:] if leading else sentences
    text = "".join(kept or (sentences if alone else ()))
    for point in _BETWEEN_POINTS.split(text) if _POINT.match(text) else [text]:
        if said := _POINT.sub("", point):
            yield said


def _sentences(body: Iterable[str]) -> Iterator[str]:
    """Give the sentences of several passages, each of which ends one."""
    for passage in map(without_breaks, body):
        ended = passage if _ENDED.search(passage) else f"{passage}。"
        yield from filter(None, _SENTENCE.findall(ended))


def _circumstances(plan: Plan) -> str:
    said = (("时限", plan.until), ("目标", plan.target), ("责任科室", plan.office))
    return "，".join(f"{name}：{text}" for name, text in said if text)
