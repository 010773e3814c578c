"""What people did, said behind their number: 机关干部44人参加法治考试, 13名班子成员完成书面述法."""

from __future__ import annotations

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fits import says_key
from generator.recognition.spoken import FieldWords

_PEOPLE = frozenset("人名位")
_DEED = pattern(
    "^(?P<who>[一-龥（）“”]{0,14}?)(?:全部|均|都|已)*(?P<deed>(?:参加|完成|通过)了?[一-龥“”]{2,16})$"
)
_WHEN = pattern("20[0-9]{2}年度?|全[省市区县镇乡街](?:道)?|上级|组织的")
_NOT_ALL = pattern("未|没|不|应|免|缺|拟|将|计划|其中")
_OTHERS = pattern("群众|村民|居民|学生|师生|明白人|企业|商户|志愿者|网格员|调解员|对象")
"""Who is none of a unit's officials, whom such fields count."""
_JOINT = pattern("[和与、]|及(?!格)")
_LONGER = 8


def is_what_they_did(one: FieldWords, said: Said) -> bool | None:
    """Tell whether the deed behind a number of people is one that a field is called by: its 又称 opens with the verb.

    Those who did not do it, or were to, who are no officials, or did more besides are not counted by it. None where no
    such deed is told.
    """
    told = _DEED.match(_WHEN.sub("", said.after)) if said.figure.unit in _PEOPLE else None
    if told is None or not any(_is_said(name, told["deed"]) for name in one.field.aliases):
        return None
    who = said.before + told["who"]
    return not (_NOT_ALL.search(who) or _OTHERS.search(who) or _JOINT.search(told["deed"]))


def _is_said(name: str, deed: str) -> bool:
    return name[:2] == deed[:2] and len(deed) - len(name) <= _LONGER and says_key(deed, name)
