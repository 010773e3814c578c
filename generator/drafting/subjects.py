"""Who did it: the subject of a duty's clauses, said by a paragraph only where it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.drafting.marks import SUBJECT, once
from generator.drafting.values import Absent, Value
from generator.topics.wordings import EITHER_HEAD, HEADS


def subjects(words: Mapping[str, str]) -> Callable[[Value | Absent | str], str]:
    """Give 主语: 主语(包案化解) is who the file says did it (包案化解: 镇长1件), 主语(单位) the text itself.

    Where the file does not say who, it is 党政主要负责人, which is true of either and of both. `words` are the organ words
    of the unit.
    """
    secretary, head = words["书记"], words["首长"]
    heads = {
        one: head if head.endswith(one) else one for one in HEADS
    }  # what is of no such unit stays as written
    both = {
        HEADS[one]: words["党政正职"] if title == head else f"{secretary}、{title}"
        for one, title in heads.items()
    }
    said = {"书记": secretary, **heads, **both}

    def subject(of: Value | Absent | str) -> str:
        if isinstance(of, Absent):
            return ""
        who = (of.wording or EITHER_HEAD) if isinstance(of, Value) else of
        return once(said.get(who, who), SUBJECT)

    return subject
