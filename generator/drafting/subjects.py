"""Who did it: the subject of a duty's clauses, said by a paragraph only where it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from generator.drafting.marks import once
from generator.drafting.values import Absent, Value
from generator.topics.wordings import EITHER_HEAD, HEADS

Subject = Callable[["Value | Absent | str"], "str"]


def subjects(words: Mapping[str, str]) -> Callable[[], Subject]:
    """Give 由谁: each call gives a template its 主语, which knows what that template has said last.

    `words` are the organ words of the unit. 主语(包案化解) is who the file says did it (包案化解: 镇长1件), and where it says
    nothing 党政主要负责人, which is true of either and of both; 主语(单位) is the text itself.
    """
    serial = count()
    secretary, head = words["书记"], words["首长"]
    heads = {
        one: head if head.endswith(one) else one for one in HEADS
    }  # what is of no such unit stays as written
    both = {
        HEADS[one]: words["党政正职"] if title == head else f"{secretary}、{title}"
        for one, title in heads.items()
    }
    said = {"书记": secretary, **heads, **both}

    def for_one_template() -> Subject:
        key = f"主语{next(serial)}"

        def subject(of: Value | Absent | str) -> str:
            if isinstance(of, Absent):
                return ""
            who = (of.wording or EITHER_HEAD) if isinstance(of, Value) else of
            return once(said.get(who, who), key)

        return subject

    return for_one_template
