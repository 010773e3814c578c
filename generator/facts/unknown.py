"""What to do about a name that a topic does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.history import former_name
from generator.near import nearest_name
from generator.topics.kinds import MisreadError, choose, read
from generator.topics.loading import OWN_FIGURES, OWN_WORDS
from generator.topics.topic import Field


def remedy_of_unknown(key: str, topic: str, value: Any, known: Mapping[str, Field]) -> str:
    """Tell how to mend a key that is not among those known: its new name, the one that may be meant, or where else."""
    if told := former_name(topic, key):
        return told
    fitting = [name for name, one in known.items() if _takes(one, value)]
    if known is ACTIVITY_FIELDS:
        other = f"可写：{'、'.join(known)}；别的话写在“内容”里。"
    else:
        fitting += [OWN_FIGURES] if isinstance(value, dict) else OWN_WORDS
        other = "请核对名称；模板里没有的数据写到“其他数据”，没有的做法写到“做法”。"
    called = [name for name in fitting if name in known and key in known[name].aliases]
    near = called[0] if len(called) == 1 else nearest_name(key, fitting)
    return f"是不是“{near}”？" if near else other


def _takes(field: Field, value: Any) -> bool:
    """Tell whether a field could be meant by what is written under a name that is none."""
    try:
        return value == "" or read(choose(value, field)[1], field) is not None
    except MisreadError:
        return False
