"""A label of its own for a figure that no field has, made from the words beside it: 评选和谐社区, 提示单."""

from __future__ import annotations

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import LEADING, TRAILING

_LONGEST = 14
_SHORT = 4
_BREAKS = "的了在对向为从由将把于"
_LISTED = 8
_LIST = pattern("[、和与及]")
_QUOTED = pattern("“([一-龥A-Za-z0-9]{2,10})”")
_BARE = frozenset({"开展", "组织", "举办", "召开", "进行"})
_NOT_WORDS = pattern("[^一-龥A-Za-z0-9·+]")
_NOUN = pattern(r"[一-龥]{1,8}")
_PREDICATE = pattern("^(?:均|都|被|已|还|正|的)+")
_PREDICATE_ON = pattern("(?:参加|参与|到场|协助|反映|全部|[均都因被由在到还已正经未为的并和与后是]).*")
_UNREADABLE = pattern("^[因在由到经是]")
_OPENS = pattern("^(?:[将把对在为向从由于经被是和与]|推动|用于)+(?=..)")
_ENDS = pattern("(?:[中里内外等到和与后时]|全部|方面)$")
_RISES = pattern("(增长|增加|上升|提高|提升)了?$")
_FALLS = pattern("(下降|减少|降低|压减)了?$")
_REACHES = pattern("(?:增长|增加|上升|提高|提升|下降|减少|降低|压减)[到至]$")
_LAST_YEAR = pattern("(?:上年|去年|上一年|上年度|去年同期|上年同期)(?:为|是)?$")


def own_label(said: Said, last: str = "") -> str:
    """Make a label from a figure's clause; `last` is the label of the figure before it, which a comparison is about.

    Gives an empty text where the words beside it make none.
    """
    if last and (compared := _compared(said.before, last)):
        return compared
    if said.before.endswith("除"):
        return ""
    core = _shortened(TRAILING.sub("", _without_lead(said.before)))
    if len(core) < _SHORT:
        noun = _noun(said.after)
        core += noun if core or len(noun) > 1 else _what_befell(said.after.removeprefix(noun))
    if core in _BARE:
        named = _QUOTED.findall(said.passage + said.sentence)
        core = named[-1] + core if named else ""
    return core if len(core) >= 2 and not core[:2].isdigit() else ""


def _noun(after: str) -> str:
    """Give the noun that a figure stands before, without what is said of it."""
    noun = _NOUN.match(_PREDICATE_ON.sub("", after))
    return noun[0] if noun else ""


def _what_befell(after: str) -> str:
    """Give 领养 for 被领养: what is said of a figure that stands without a noun."""
    rest = _PREDICATE.sub("", after)
    word = None if _UNREADABLE.match(rest) else _NOUN.match(rest)
    return word[0] if word else ""


def _compared(before: str, last: str) -> str:
    """Give 上年信访 for 上年为, 信访降幅 for 下降."""
    last = last.removeprefix("上年")
    if _LAST_YEAR.search(before):
        return f"上年{last}"
    if _REACHES.search(before):
        return f"现{last}"
    if _RISES.search(before):
        return f"{last}增幅"
    return f"{last}降幅" if _FALLS.search(before) else ""


def _without_lead(words: str) -> str:
    while (shorter := LEADING.sub("", words)) != words:
        words = shorter
    return words


def _plain(words: str) -> str:
    return _NOT_WORDS.sub("", words)


def _shortened(words: str) -> str:
    """Give a clause that is not too long for a label, else its last item or its end, from where it can be cut."""
    if len(words) > _LISTED:
        words = _without_lead(_LIST.split(words)[-1]) if _LIST.search(words) else words
    words = _plain(words)
    ends = [0, *(at + 1 for at, sign in enumerate(words) if sign in _BREAKS)]
    short = next((words[end:] for end in ends if 1 < len(words) - end <= _LONGEST), "")
    return _OPENS.sub("", _ENDS.sub("", _without_lead(short)))
