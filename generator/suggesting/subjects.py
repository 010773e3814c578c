"""Which topic a sentence is about: the last word before a figure that one topic alone has, or another body's name.

受理, 满意率, 在办 are fields of many topics. In 热线办结1980件，在办12件 it is 热线 that tells whose they are, whoever
sent the note; and what a police station or a court did is no figure of the unit's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.patterns import pattern
from generator.recognition.spoken import FieldWords, spoken_fields
from generator.topics.topic import DUTIES, Topics

_ASIDE = pattern("[（(][^（）()]*[)）]")
_OTHER_BODIES = (
    "(?<!联合)(?<!会同)(?<!邀请)(?<!协助)(?<![与和、向对由])(?:派出所|公安机关|(?:人民)?法庭(?!日)|法院|检察院|仲裁[庭委院]?|公证处|妇联|残联|总?工会|团委|市监所|市场监管所|"
    "退役军人服务站|卫生院|学校|纪委|[区县市省][一-龥]{0,6}局(?=[一-龥]{0,3}(?:立案|查处|牵头|处罚|办理))|1231[0-9]|12388)|"
    "治安(?=案件|调解)|医疗纠纷|信访举报|(?<!执法)监督检查(?=，|$)"
)
"""Bodies that are not the unit itself, and what only they do."""
_GENERAL = frozenset(
    pair
    for words in (
        "工作办理服务管理建设治理教育宣传监督化解执行行政法治法律公共基层特色做法社会安全组织领导平安矛盾纠纷文件保障综合推进",
        "保护制度权力政务数字中心生产联动公开社区乡村环境规范重大清单处置示范创建救助用法性文性审合法年人未成",
    )
    for pair in map("".join, zip(words[::2], words[1::2], strict=True))
)
"""Words in the names of topics that many sentences have."""
_RESULT = pattern(
    "^涉及|办结|满意|率$|解决|问题|整改|接待|培训|资料|教育|处置|意见|人次|检查|隐患|答复|讲座|巡查|劝|走访|会议|窗口|阵地|宣讲|方案|人员$"
)
"""What is done or found under many topics: a field's name with such a word tells no topic."""
_HOTLINE = ("12345", "热线")
_PAIR, _LONG = 2, 4


class Subject(NamedTuple):
    """What a text is about before a figure: topics, or another body's doings where `foreign`."""

    homes: frozenset[str] = frozenset()
    foreign: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.homes) or self.foreign

    def is_of(self, home: str) -> bool:
        """Tell whether it is this topic."""
        return home in self.homes

    def is_other_than(self, home: str) -> bool:
        """Tell whether it is another topic or another body than this one."""
        return bool(self) and home not in self.homes


class Subjects:
    """Finds the last subject that a text names."""

    def __init__(self, topics: Topics) -> None:
        """Take the words that one topic alone has: of its name, and names of fields of four characters and more."""
        self._homes = _subject_words(topics)
        words = sorted(self._homes, key=len, reverse=True)
        self._shape = pattern(f"(?P<foreign>{_OTHER_BODIES})|(?:{'|'.join(words)})")

    def last_of(self, text: str) -> Subject:
        """Give the last subject of a text outside of brackets; an empty one where it names none."""
        found = [*self._shape.finditer(_ASIDE.sub("", text).replace(*_HOTLINE))]
        if not found:
            return Subject()
        last = found[-1]
        return Subject(foreign=True) if last["foreign"] else Subject(self._homes[last[0]])


@lru_cache(maxsize=8)
def _subject_words(topics: Topics) -> Mapping[str, frozenset[str]]:
    fields = spoken_fields(topics)
    owners: dict[str, set[str]] = {}
    for home, told in fields.items():
        called = [
            name
            for one in told
            for name in one.names
            if not (name in one.field.wordings and _names_another(name, home, fields))
        ]
        for name in (name for name in called if len(name) >= _LONG and not _RESULT.search(name)):
            owners.setdefault(name, set()).add(home)
    words = {name: frozenset(homes) for name, homes in owners.items() if len(homes) == 1}
    for home, told in fields.items():
        words |= {one.names[0]: frozenset({home}) for one in told if _stands_for(one.names[0], home, fields)}
    names = [name for name in topics.measures if name != DUTIES]
    many = Counter(pair for name in names for pair in {*_pieces(name)})
    for name in names:
        for piece in (name, *_pieces(name)):
            if piece == name or many[piece] == 1:
                words[piece] = frozenset({name})
    return words


def _names_another(words: str, home: str, homes: Iterable[str]) -> bool:
    """Tell whether a 说法 names another topic and not its own: 复议和诉讼 of 政务公开 are those of 复议应诉."""
    if not {*_pieces(home)}.isdisjoint(map("".join, pairwise(words))):
        return False
    return any(words.startswith(piece) for other in homes if other != home for piece in _pieces(other))


def _pieces(name: str) -> Iterator[str]:
    for at in range(0, len(name) - 1, _PAIR):
        if (piece := name[at : at + _PAIR]) not in _GENERAL:
            yield piece


def _stands_for(word: str, home: str, fields: Mapping[str, tuple[FieldWords, ...]]) -> bool:
    """Tell whether a field's short name opens those of several others of its topic, and of none elsewhere: 网格."""
    if len(word) >= _LONG or word in _GENERAL:
        return False
    opened = [
        (other, one) for other, told in fields.items() for one in told if one.field.name.startswith(word)
    ]
    return len(opened) > _PAIR and all(other == home for other, _one in opened)
