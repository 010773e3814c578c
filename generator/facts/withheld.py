"""公开: which facts and sentences are for the superior alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.facts.own_words import MARKABLE
from generator.problems import NOWHERE, Place, Problem
from generator.topics.loading import OWN_FIGURES, SENTENCES
from generator.topics.topic import DUTIES, MEASURES
from generator.yamltext.path import Path, dotted

PUBLIC = "公开"
_YES, _NO = "是", "否"
_LISTS_OF_SENTENCES = frozenset({SENTENCES, "做法", "亮点", "其他情况"})
_MAY_BE_WITHHELD = frozenset({MEASURES, DUTIES, *MARKABLE})


def takes_answer(data: Mapping[str, Any], path: Path) -> bool:
    """Tell whether a 公开 in a mapping says whether it is public; among 其他数据 it is the label of a figure."""
    return PUBLIC in data and bool(path) and path[-1] != OWN_FIGURES


def without_answer(data: Mapping[str, Any], path: Path) -> Any:
    """Give a mapping without its 公开; {正文: …, 公开: 否} among sentences is the sentence."""
    rest = {key: one for key, one in data.items() if key != PUBLIC}
    among = path[-2] if len(path) > 1 and isinstance(path[-1], int) else path[-1]
    return rest[SENTENCES] if among in _LISTS_OF_SENTENCES and set(rest) == {SENTENCES} else rest


def withheld_paths(answers: Mapping[Path, Any], sentences: Mapping[Path, Path]) -> frozenset[Path]:
    """Give the paths of what is not public, and of the facts that only a sentence gives that is not.

    `answers` are those to 公开, `sentences` tells in which own text a fact stands that no line gives.
    """
    told = frozenset(path for path, answer in answers.items() if answer == _NO)
    return told | {fact for fact, own in sentences.items() if covers(told, own)} if told else told


def covers(paths: Collection[Path], path: Path) -> bool:
    """Tell whether a path or something around it is among those."""
    return any(path[:end] in paths for end in range(1, len(path) + 1))


def refused_answers(answers: Mapping[Path, Any], places: Mapping[Path, Place]) -> Iterator[Problem]:
    """Refuse an answer that is neither 是 nor 否, and one where nothing can be left out."""
    for path, answer in answers.items():
        if answer not in (_YES, _NO):
            message, fix = "“公开”只填“是”或“否”。", "只报上级、不上网的，写“公开: 否”；其余的不用写。"
        elif path[0] not in _MAY_BE_WITHHELD:
            message = f"“{dotted(path)}”写不了“公开”：只有主题、句子和不足、计划等各条可以不公开。"
            fix = "删去“公开”；文件里的这一项不单独印进报告。"
        else:
            continue
        here = (*path, PUBLIC)
        yield Problem("事实-01", message, fix, places.get(here, NOWHERE), dotted(here))
