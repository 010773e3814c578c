"""Headings of the unit's own: which key is one, which a topic, known or own, and what to say of neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.facts.facts import TopicFacts
from generator.facts.practices import practice_topic
from generator.near import nearest_name
from generator.topics.loading import OWN_FIGURES, OWN_WORDS, SENTENCES
from generator.topics.topic import Field, Topic
from generator.yamltext.path import Path

_ALIKE = 0.8
"""So like a topic's name is one misspelt, even where what stands under it could be a topic of the unit's own."""

NOT_OF_DUTIES = {
    "标题": "自己的标题单独写一行“标题:”，字段写在它下面；小标题写在“做法”里：“- 小标题: 一句话”。",
    "针对": "这一部分不写起因，请写在“做法”里。",
    "成效": "这一部分不另写成效，请写在“亮点”里。",
}
"""What a topic has and the part on duties has not, and where to write it instead."""

Told = tuple[str, str]
"""What is wrong, and how to mend it."""


def stands_over_topics(name: str, data: Any, topics: Mapping[str, Topic]) -> bool:
    """Tell a heading by what its mapping holds, even where it is called as a topic is.

    Under the name of a topic only what is certainly a topic makes it one; under any other a misspelt one does too.
    """
    if not isinstance(data, dict):
        return False
    fields = topics[name].fields if name in topics else {}
    below = [(key, one) for key, one in data.items() if key not in OWN_WORDS and key not in fields]
    if name in topics:
        return any(
            (isinstance(one, dict) or one == "")
            if key in topics
            else _has_own_words_only(one) or practice_topic(key, one, topics)
            for key, one in below
        )
    return any(isinstance(one, dict) or key in topics for key, one in below)


def by_heading(
    data: Mapping[str, Any], fields: Mapping[str, Field]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Part 第一责任人 by its headings, in the file's order; what stands under none is one part, under an empty name.

    正文 under none is a part of its own where a heading stands between it and the rest, for it is printed where it is.
    """
    headings = [name for name, one in data.items() if _stands_over_duties(name, one, fields)]
    bare = {name: one for name, one in data.items() if name not in headings}
    others = {name: one for name, one in bare.items() if name != SENTENCES}
    order = [*dict.fromkeys(name if name in (*headings, SENTENCES) else "" for name in data)]
    beside = bool(others) and SENTENCES in bare and abs(order.index("") - order.index(SENTENCES)) == 1
    for name in order:
        if name in headings:
            yield name, data[name]
        elif name != SENTENCES:
            yield "", bare if beside else others
        elif not beside:
            yield "", {SENTENCES: bare[SENTENCES]}


def _stands_over_duties(name: str, data: Any, fields: Mapping[str, Field]) -> bool:
    """Tell a heading under 第一责任人: fields, or own words, stand under it, even where it is called as a field is."""
    if not isinstance(data, dict) or name in OWN_WORDS:
        return False
    return any(key in fields or key in OWN_WORDS for key in data)


def is_own_topic(name: str, data: Any, topics: Mapping[str, Topic]) -> bool:
    """Tell a topic of the unit's own, which has only own words, from one misspelt."""
    return _has_own_words_only(data) and not is_misspelt_topic(name, topics)


def neither(name: str, data: Any, topics: Mapping[str, Topic]) -> Told:
    """Say of a key that is no topic, no topic of the unit's own and no heading what it may be."""
    if (data in ("", {})) and not is_misspelt_topic(name, topics):
        return (
            f"标题“{name}”下面还没有主题",
            "请在下一行写主题，如“行政执法:”，比标题多缩进两格；没有内容的，删去这个标题。",
        )
    wrong = f"没有“{name}”这个主题"
    if own := nearest_name(name, OWN_WORDS):
        return wrong, f"“{own}”写在主题里：请移到它所属的主题下面。"
    near = nearest_name(name, topics)
    hint = f"是不是“{near}”？" if near else "用 nianbao topics 可列出全部主题。"
    if not is_misspelt_topic(name, topics):
        if not isinstance(data, dict):
            return wrong, f"{hint}“{name}”如果是标题，请在下一行写主题，如“行政执法:”，前面不加“- ”。"
        owner = next(((key, one.name) for key in data for one in topics.values() if key in one.fields), None)
        if owner:
            key, topic = owner
            written = f"“{key}”是“{topic}”的字段：“{name}”如果是标题，"
            return wrong, f"{written}请在它下面先写“{topic}:”，字段写在主题下面。"
    return wrong, hint + f"自拟的主题只写{_quoted(OWN_WORDS)}。"


def no_topic(heading: str, key: str, topics: Mapping[str, Topic]) -> Told:
    """Say what is wrong with a key directly under a heading that is no topic: own words, a field, or a slip."""
    wrong = f"标题“{heading}”下面只写主题，“{key}”不是主题"
    if key in OWN_WORDS:
        return wrong, f"“{key}”写在主题里：请移到它所属的主题下面。"
    owners = [one.name for one in topics.values() if key in one.fields]
    owned = f"“{key}”是{_quoted(owners[:3])}的字段，请移到主题下面。" if owners else ""
    near = nearest_name(key, topics)
    hint = f"是不是主题“{near}”？" if near else "" if owners else "用 nianbao topics 可列出全部主题。"
    return wrong, owned + hint


def heading_in_heading(heading: str, key: str) -> Told:
    """Say that a heading stands over another."""
    return (
        f"标题“{heading}”下面又有标题“{key}”",
        f"标题只有一层：请把“{key}”与“{heading}”并列，或删去其中一行。",
    )


def repeats(parts: Iterable[TopicFacts]) -> Iterator[tuple[Path, Path]]:
    """Give what one topic has under two headings, a field or one of 其他数据: where it is first, and where again."""
    parts = list(parts)
    times = Counter(part.name for part in parts)
    seen: dict[tuple[str, bool, str], Path] = {}
    for part in (one for one in parts if times[one.name] > 1):
        fields = ((True, name, part.path_of(name)) for name in part.values)
        own = ((False, label, (*part.path, OWN_FIGURES, label)) for label in part.own.figures)
        for is_field, name, here in (*fields, *own):
            if seen.setdefault((part.name, is_field, name), here) != here:
                yield seen[part.name, is_field, name], here


def _has_own_words_only(data: Any) -> bool:
    return isinstance(data, dict) and bool(data) and all(key in OWN_WORDS for key in data)


def is_misspelt_topic(name: str, topics: Mapping[str, Topic]) -> bool:
    """Tell a name so like a topic's that it is one with a slip in it."""
    from difflib import SequenceMatcher

    near = nearest_name(name, topics)
    return bool(near) and SequenceMatcher(None, name, near).ratio() > _ALIKE


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"“{name}”" for name in names)
