"""The parts of a shortcoming and of a plan, read back from the sentences that our own templates make of them."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.importing.telling import Told
from generator.patterns import pattern

_WHY = tuple(
    pattern(f"(?P<shown>.*?)。{lead}")
    for lead in (
        "(?:原因是|究其原因，|原因在于)(?P<why>[^。].*)",
        "原因(?P<why>(?:主要是|大多是|多半是|多是|是|在于).*)",
        "(?P<why>[^。]{0,4}原因.*)",
        "这是(?P<why>(?:由于|因).*)",
        "这(?P<why>[^，。]{0,2}是(?:由于|因).*)",
        "这(?P<why>(?:主要|大多|多半)(?:由于|因).*)",
        "(?P<why>(?:主要)?(?:由于|因)[^。]*。?)$",
    )
)
"""How a cause may stand behind what a shortcoming looks like, the likeliest first: what leads in to it, and itself."""
_KEY = pattern("([^，。；]{2,40})。(?=.)")
_AGAINST = pattern("(?:针对([^。；]{2,60}?)|对(?P<对>[^，。；]{2,60}?))(?:的问题|(?<=问题))，")
_BY = pattern("[。，](?=由[^，。；]+负责(?:[，。]|$))")
_OFFICE = pattern("由([^，。；]+)负责")
_UNTIL = pattern("(?:此项工作)?(.*?[前底内末])完成|(?:此项工作)?(.+?)推进")
_GOAL = pattern("(.*?[前底内末])?((?:力争|确保).+)")


def shortcomings_of(key: str, text: str) -> Iterator[Told]:
    """Give the ways to tell 问题, 表现 and 原因 of a shortcoming under a heading, or with its heading before its text."""
    key, text = keyed(key, text)
    if not key or "\n" in text:
        return
    for why in _WHY:
        if found := why.match(f"。{text}"):
            yield _shortcoming(key, found["shown"][1:], found["why"])
    yield _shortcoming(key, text, "")


def _shortcoming(key: str, shown: str, why: str) -> Told:
    told: Told = {"问题": key, "表现": shown.rstrip("。"), "原因": why.rstrip("。")}
    return {name: one for name, one in told.items() if one}


def plans_of(key: str, text: str, problems: Container[str]) -> Iterator[Told]:
    """Give the ways to tell 标题, 针对, 措施, 目标, 责任科室 and 时限 of a plan, the likeliest first.

    对…的问题 also leads in to what is done with something, 对排查出的问题: 针对 it is of one of the `problems` alone.
    """
    key, text = keyed(key, text)
    if not key or "\n" in text:
        return
    if (against := _AGAINST.match(text)) and (not against["对"] or against["对"] in problems):
        cause = next(filter(None, against.groups()))
        yield {"标题": key, "针对": cause} | _measure_of(text[against.end() :])
    yield {"标题": key} | _measure_of(text)


def _measure_of(text: str) -> Told:
    stops = [one.end() for one in _BY.finditer(text)]
    charged = _charged(text[stops[-1] :].rstrip("。")) if stops else None
    return {"措施": text.rstrip("。")} if charged is None else {"措施": text[: stops[-1] - 1]} | charged


def _charged(text: str) -> Told | None:
    """Give 责任科室, 目标 and 时限 behind a measure; None where it goes on with what else is done."""
    office, *others = text.split("，")
    who = _OFFICE.fullmatch(office)
    if not who:
        return None
    told: Told = {"责任科室": who[1]}
    for one in others:
        until, goal = _UNTIL.fullmatch(one), _GOAL.fullmatch(one)
        if until:
            told["时限"] = until[1] or until[2]
        elif goal:
            told["目标"] = goal[2].removeprefix("力争")
            told |= {"时限": goal[1]} if goal[1] else {}
        else:
            return None
    return told


def keyed(key: str, text: str) -> tuple[str, str]:
    """Give the heading of an item, which may stand before its text, and its text; an empty one where it has none."""
    if key:
        return key, text
    found = _KEY.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)
