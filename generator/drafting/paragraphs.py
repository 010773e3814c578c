"""Points -> paragraphs: 一是…二是… over three real points, else continuous prose.

A point is real when it has two facts or thirty characters; a thinner one joins its neighbour. A label stands only over
what it speaks of, and where the sentence below does not say it again. The clerk's own words stand as he wrote them, and
are neither joined nor dropped, and those without a label of their own make a paragraph beside the points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from generator.drafting import marks
from generator.drafting.points import (
    LENGTH,
    Label,
    Point,
    facts_among,
    is_own_ground,
    leading_in,
    says_the_matter,
    speaks_of,
)
from generator.patterns import pattern
from generator.wording import ordinal_point

_LIST, _HALF = 3, 2
_CAUSE = ".针对"
_EMPTY_VERB = pattern("抓好|做好|加强|推进")
"""The beginning of a label that names a topic and tells nothing of what was done."""
_CALLED = (
    r"(?:(?:12345|12348|12309|12315|1[12][0249])(?!\d)|20\d\d年|\d{1,2}(?:[至—-]\d{1,2})?月(?:\d{1,2}日)?)"
)
_NO_FIGURE = pattern(_CALLED)
_NAMED_FIGURE = pattern(rf"(?:全年|{_CALLED}，?)?[^，。；\d]{{2,24}}(?<=[一-龥”]{{2}})\d")
"""A first clause of the unit's own that names what it counts: 设有共享法庭16家."""
_REPEATED, _LONGEST_LABEL = 5, 16
_LONGEST_PARAGRAPH, _PARAGRAPH = 400, 150


def write_paragraphs(points: Sequence[Point], opening: str = "", closing: str = "") -> str:
    """Give the paragraphs of a topic; `opening` leads in to its first sentence, `closing` is its last one."""
    listed = listed_points(points)
    if listed:
        first = next(at for at, one in enumerate(points) if not one.is_loose)
        loose = [[one for one in side if one.is_loose] for side in (points[:first], points[first:])]
        paragraphs = [prose(loose[0]), counted_points(told_in_turn(listed)), prose(loose[1]), closing]
    else:
        paragraphs = parted_prose(points)
        paragraphs[-1:] = [paragraphs[-1] + closing] if paragraphs else [closing]
    text = "\n\n".join(filter(None, paragraphs))
    return opening + text if text else ""


def listed_points(points: Iterable[Point]) -> list[list[Point]]:
    """Give the points that are told by 一是…二是…, thin ones joined to their neighbours; none where they are too few."""
    groups = real_points(points)
    return groups if len(groups) >= _LIST else []


def real_points(points: Iterable[Point]) -> list[list[Point]]:
    """Give the points that are real, thin ones joined to their neighbours; none where a thin one has none to join."""
    groups, thin = _grouped(points)
    return [] if thin else groups


def listed_topics(topics: Iterable[Sequence[Point]]) -> list[list[Point]]:
    """Give the same for several topics, each by its points; none where they are too few.

    A thin topic is none of what its neighbour says: it is a point by itself, with thin ones beside it. Of what stands
    together in the file, as the duties do, none is told so.
    """
    groups: list[list[Point]] = []
    alone: list[list[Point]] = []
    for points in topics:
        own, thin = _grouped(points)
        if thin and any(one.is_own for one in thin):
            groups.append(thin)
        elif thin and alone and groups[-1] is alone[-1]:
            alone[-1] += thin
        elif thin:
            alone.append(thin)
            groups.append(thin)
        groups += own
    others = _parents(one for one in groups if not any(one is thin for thin in alone))
    if len(groups) < _LIST or len(groups) - len(alone) < _HALF or not others.isdisjoint(_parents(alone)):
        return []
    return groups


def _parents(groups: Iterable[Sequence[Point]]) -> set[str]:
    """Give the paths under which the facts of points stand in the file."""
    return {ground.rpartition(".")[0] for group in groups for one in group for ground in one.facts}


def _grouped(points: Iterable[Point]) -> tuple[list[list[Point]], list[Point]]:
    """Give the real points, each with the thin ones that join it, and thin ones that have none to join."""
    groups: list[list[Point]] = []
    last: list[Point] = []
    thin: list[Point] = []
    for one in points:
        if one.named:
            groups.append([one])
        elif one.is_real:
            last = [*thin, one]
            thin = []
            groups.append(last)
        elif not one.is_loose:
            (last or thin).append(one)
    return groups, thin


def told_in_turn(groups: Sequence[Sequence[Point]]) -> list[str]:
    """Give each group of points as one, counted, under its label."""
    texts = [marks.with_subjects("".join(_run_on(group))) for group in groups]
    told = zip(_labels(groups, texts), texts, strict=True)
    return [
        ordinal_point(number) + _under_label(first, label, text)
        for number, ((label, text), (first, *_)) in enumerate(zip(told, groups, strict=True), start=1)
    ]


def _under_label(first: Point, label: str, text: str) -> str:
    """Give a point under its label: a template's leads in to the unit's own sentence."""
    if not label:
        return _without_label(text)
    own = all(map(is_own_ground, marks.grounds(marks.first_sentence(text))))
    if not own or first.named:
        return f"{label}。{text}"
    return text if says_the_matter(label, marks.strip_marks(text)) else f"{leading_in(label)}{text}"


def _labels(groups: Sequence[Sequence[Point]], texts: Sequence[str]) -> list[str]:
    """Give the labels of groups: each has one that says what was done, or only those have one that need it.

    That are the clerk's own, names, and what is in his words and does not say itself what it is about. Where half of
    them are the clerk's own, the others have one too.
    """
    needed = [one.named or _needs_label(one, text) for (one, *_), text in zip(groups, texts, strict=True)]
    every = _HALF * sum(group[0].named for group in groups) >= len(groups)
    labels = [
        _label(group, text, needed=every or must)
        for group, text, must in zip(groups, texts, needed, strict=True)
    ]
    if None in labels:
        return [(label or "") if must else "" for label, must in zip(labels, needed, strict=True)]
    return [label or "" for label in labels]


def _needs_label(point: Point, text: str) -> bool:
    """Tell whether it cannot be seen without one what a point is about, for its first words are the unit's own.

    They tell it where a figure stands behind its name; a figure that comes first names nothing, a day or 12345 is none.
    """
    first = marks.first_sentence(text)
    grounds, bare = marks.grounds(first), marks.strip_marks(first)
    unnamed = all(map(is_own_ground, grounds)) and not _NAMED_FIGURE.match(bare)
    tells_nothing = unnamed or (bare[:1].isdigit() and not _NO_FIGURE.match(bare))
    return "“" in point.label or (any(map(is_own_ground, grounds)) and tells_nothing)


def counted_points(texts: Sequence[str]) -> str:
    """Give counted points as one paragraph that can be parted, one of several paragraphs in paragraphs of their own."""
    return ("\n\n" if any("\n\n" in one for one in texts) else marks.PARTED).join(texts)


def parted_prose(points: Sequence[Point]) -> list[str]:
    """Give the paragraphs of prose: a long one is parted into some of 150 characters or more, each begun by a point."""
    whole = prose(points)
    if len(marks.strip_marks(whole)) <= _LONGEST_PARAGRAPH:
        return [whole]
    parts: list[list[Point]] = [[]]
    for one in points:
        if len(marks.strip_marks(prose(parts[-1]))) >= _PARAGRAPH:
            parts.append([])
        parts[-1].append(one)
    if len(parts) > 1 and len(marks.strip_marks(prose(parts[-1]))) < LENGTH * 2:
        parts[-2:] = [parts[-2] + parts[-1]]
    return [prose(part) for part in parts]


def _without_label(text: str) -> str:
    """Run a short first sentence on into the next one: behind 一是 it would be taken for a label."""
    first = marks.first_sentence(text)
    rest, bare = text[len(first) :], marks.strip_marks(first).removesuffix("。")
    written = first.count(marks.OPEN) > first.count(marks.CLOSE) or any(
        map(is_own_ground, marks.grounds(first))
    )
    written = written or any(map(is_own_ground, marks.grounds(marks.first_sentence(rest))))
    written = written or any(one.endswith(_CAUSE) for one in marks.grounds(first))
    short = "，" not in bare and len(bare) <= _LONGEST_LABEL and first.endswith("。")
    return f"{first[:-1]}；{rest}" if rest and short and not written else text


def prose(points: Iterable[Point]) -> str:
    """Give points one after the other, without labels of templates; one of the clerk's own leads in to its sentence."""
    points = list(points)
    texts = zip(points, _run_on(points), strict=True)
    return "".join(f"{one.label}{_after(one)}{text}" if one.named else text for one, text in texts)


def _run_on(points: Sequence[Point]) -> Iterator[str]:
    """Give the texts of points; a thin one before another single sentence ends in a semicolon."""
    for one, following in zip_longest(points, points[1:]):
        runs_on = following and _is_thin(one) and _is_one_sentence(following) and one.text.endswith("。")
        yield f"{one.text[:-1]}；" if runs_on else one.text


def _is_thin(point: Point) -> bool:
    return not point.is_real and _is_one_sentence(point)


def _is_one_sentence(point: Point) -> bool:
    """Tell a single sentence of a template's."""
    return not (point.named or point.is_own) and point.bare.count("。") == 1


def _after(named: Point) -> str:
    """Give what parts a label from its sentence: a full stop before a day or a figure, else a comma."""
    return "。" if named.bare[:1].isdigit() or not named.text else "，"


def _label(group: Sequence[Point], text: str, *, needed: bool) -> str | None:
    """Choose a label: the clerk's own, or one that speaks of the first sentence, which does not say it again.

    One that only names the topic is not chosen, if none is `needed`.

    One that speaks of three fifths of the facts goes before the others, one that is said again but for its verb comes
    last. An empty one is given where the first sentence has the name in it that the label is, None where none suits, if
    it is not `needed`.
    """
    if group[0].named:
        return group[0].label
    facts = frozenset[str]().union(*(one.facts for one in group))
    first = facts_among(marks.grounds(marks.first_sentence(text)))
    sentence = marks.strip_marks(text).removeprefix("全年").partition("。")[0]
    if "“" in group[0].label and group[0].label in sentence:
        return ""
    narrower = echoed = None
    for one in sorted(group, key=lambda point: -len(point.facts)):
        for label in one.labels:
            spoken_of = (label.grounds or one.facts) & facts
            if _EMPTY_VERB.match(label.text) and not needed:
                continue
            if spoken_of.isdisjoint(first):
                continue
            if _is_echoed(label.text, sentence):
                echoed = echoed or (None if sentence.startswith(label.text[:2]) else label.text)
                continue
            if speaks_of(Label(label.text, spoken_of), facts):
                return label.text
            narrower = narrower or label.text
    return narrower or echoed or (group[0].label if needed else None)


def _is_echoed(label: str, sentence: str) -> bool:
    """Tell whether the first sentence begins with the label's verb or says five of its characters again."""
    pairs = [at for at in range(len(label) - 1) if label[at : at + 2] in sentence]
    return sentence.startswith(label[:2]) or len({*pairs, *(at + 1 for at in pairs)}) >= _REPEATED
