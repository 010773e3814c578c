"""What reads alike, and what changed, as one page each that holds all it needs and loads nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.likeness.alike import AlikePair, FoundAlike, SharedSentence, count_shared, place_in
from generator.likeness.differing import summary_of
from generator.likeness.matching import Compared
from generator.likeness.reading import OwnSentence, ReadForLikeness
from generator.problems import UserError
from generator.resources import Templates

if TYPE_CHECKING:
    import jinja2

_FOLDER = "页面"
_ALIKE, _DIFFERENCES = "雷同.html.j2", "比较.html.j2"
_MOST = 200
"""So many pairs are shown; nobody reads more, and the page would not open."""
_COLOURS = 6


class _MarkedSentence(NamedTuple):
    """A sentence of a whole text, and the number of the passage that it is of, 0 for none."""

    text: str
    passage: int
    colour: int


def refuse_no_page(output: Path | None) -> None:
    """Refuse a file name that is none of a web page; raises UserError."""
    if output and output.suffix.lower() not in (".html", ".htm"):
        raise UserError(
            f"写成的是网页，后缀应为 .html，写的是：{output.name}", "例如：-o 对照.html", status=2
        )


def alike_page(found: FoundAlike) -> str:
    """Give the page of pairs side by side, those that share most first."""
    shown = found.pairs[:_MOST]
    return _template(_ALIKE).render(
        called=_names(shown),
        count=found.read,
        many=len(found.pairs),
        most=_MOST,
        pairs=[
            {
                "pair": pair,
                "sentences": count_shared(pair),
                "passages": [
                    {"number": number, "colour": _colour(number), "rows": list(_rows(pair, passage))}
                    for number, passage in enumerate(pair.passages, 1)
                ],
                "texts": _whole_texts(pair),
            }
            for pair in shown
        ],
        unread=found.unread,
    )


def _names(pairs: Sequence[AlikePair]) -> Callable[[ReadForLikeness], str]:
    """Give what a report is called: its unit, behind it the file where several of the unit's are shown."""
    reports = {one.path: one for pair in pairs for one in (pair.one, pair.other)}
    times = Counter(one.unit for one in reports.values())

    def called(report: ReadForLikeness) -> str:
        alone = times[report.unit] == 1
        return (
            f"{report.unit}{'' if alone else f'（{report.path.name}）'}" if report.unit else report.path.name
        )

    return called


def differences_page(compared: Compared) -> str:
    """Give the page of what changed, the old on the left and the new on the right."""
    return _template(_DIFFERENCES).render(compared=compared, summary_of=summary_of)


def _colour(number: int) -> int:
    return (number - 1) % _COLOURS + 1


def _rows(pair: AlikePair, passage: Sequence[SharedSentence]) -> Iterator[dict[str, Any]]:
    """Give the sentences of a passage beside each other, in the order of the first report."""
    numbers = {id(one): number for number, one in enumerate(pair.sentences[1])}  # one may stand there twice
    order = sorted(range(len(passage)), key=lambda at: numbers[id(passage[at].other)])
    places = {at: number for number, at in enumerate(order, 1)}
    for at, shared in enumerate(passage):
        one, other = shared.pieces
        yield {
            "one": one,
            "other": other,
            "places": (place_in(pair.one, shared.one), place_in(pair.other, shared.other)),
            "number": at + 1,
            "other_number": places[at],
        }


def _whole_texts(pair: AlikePair) -> tuple[list[_MarkedSentence], list[_MarkedSentence]]:
    first = {id(shared.one): number for number, passage in enumerate(pair.passages, 1) for shared in passage}
    second = {
        id(shared.other): number for number, passage in enumerate(pair.passages, 1) for shared in passage
    }
    return _marked(pair.sentences[0], first), _marked(pair.sentences[1], second)


def _marked(sentences: Sequence[OwnSentence], passages: dict[int, int]) -> list[_MarkedSentence]:
    numbers = [passages.get(id(one), 0) for one in sentences]
    return [
        _MarkedSentence(one.text, number, _colour(number) if number else 0)
        for one, number in zip(sentences, numbers, strict=True)
    ]


def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@lru_cache
def _environment() -> jinja2.Environment:
    import jinja2

    loader = jinja2.FunctionLoader(lambda name: Templates().read(f"{_FOLDER}/{name}").text)
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
