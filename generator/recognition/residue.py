"""What stands beside a figure and no word of its field accounts for: a figure is sure only where nothing is left.

减轻、不予处罚94宗 is not 不予处罚 alone, and 人民调解受理1023件 none of 综治中心's 受理. So the words of a figure's clause are laid
out with the field's own words (names, 又称, what its template prints, its topic) and with neutral ones (when, who, how
many in all, done); what is left over makes it a question, and says why.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import FREE, LEADING, TRAILING
from generator.recognition.spoken import FieldWords

_LONGEST = 14
_PART, _REST = "其中", "其余"
_SPOKEN = (
    "我们|咱们|我镇|我街道|单位|自己|一共|总共|加起来|合起来|合计起来|名册上|台账上|眼下|现在|在岗|正式|上路|出去|下去|上门|下乡|"
    "(?:办|搞|开|做|跑|印|发|挂|贴|签|配|建|请|收|设|派|讲|学)(?:了|出|到|好|过|起)?|妥善|有效|圆满|掉|完|过"
)
"""What is said where people talk: 培训班办了5次, 名册上37名."""
_NEUTRAL = pattern(
    f"(?:{FREE.pattern.replace(f'{_PART}|', '')}|发放|印发|落实|活动|情况|(?<=员)队伍|群众|人员|(?:机关|镇村|党员|领导)?干部(?:职工)?|"
    f"(?:[一-龥]{{2,3}})?(?:镇|乡|街道)(?!级)|次数|人数|件数|数量|总数|总量|总|量|数|得到|予以|本次|各|{_SPOKEN}|"
    "[的了在对向为从由将把于和与及并已共等均都])"
)
"""What says nothing of what is counted, wherever it stands in a clause; 其中 says that it is a part."""

_BODIES = pattern("党委|党工委|党组|镇长|乡长|主任|局长")
"""Those whose doings a field counts, as its note lists them: 镇长（乡长、主任、局长）办公会议."""
_WHOSE = pattern("[我本](?:[所队办站]|单位|镇|乡|街道)|实际|实有")


def residue_of(said: Said, one: FieldWords) -> str:
    """Give the words of a figure's clause that neither the field nor neutral words account for; mostly none."""
    words = TRAILING.sub("", said.before) + "|" + said.after
    if one.is_part:
        words = words.removeprefix(_PART)
    return left_of(words, _words_of(one))


def residue_told(said: Said, one: FieldWords) -> str:
    """Say in Chinese what of a figure's clause is left; of single characters, which tell nothing, the whole clause."""
    words = TRAILING.sub("", said.before) + "|" + said.after
    left = _pieces(words.removeprefix(_PART) if one.is_part else words, _words_of(one))
    if not left:
        return ""
    told = [one for one in left if len(one) > 1]
    if told:
        return f"“{'”“'.join(told)}”不是这一项的话"
    return f"“{words.strip('|').replace('|', '……')}”与这一项的话不全相同"


def names_something(said: Said) -> bool:
    """Tell whether a clause says what is counted, and not only when, who, how many in all (全年共, 我队实际)."""
    words = _WHOSE.sub("", TRAILING.sub("", said.before))
    return bool(left_of(words, "") or said.after)


def bare_words(said: Said) -> str:
    """Give the words of a clause that tell what is counted: those before the figure, else its noun."""
    words = TRAILING.sub("", said.before)
    while (lead := LEADING.match(words)) and lead.end() < len(words):
        words = words[lead.end() :]
    return f"{words}|{said.after}" if said.after else words


def _words_of(one: FieldWords) -> str:
    """Give all words that are a field's own: its names, what its template prints around it, its topic."""
    bodies = _BODIES.findall(one.field.note)
    return "|".join((*one.names, *one.field.wordings.values(), *one.phrases, *bodies, one.home, one.topic))


def left_of(words: str, own: str) -> str:
    """Lay words out with those that are a field's `own` and neutral ones so that the fewest are left; give these."""
    return "".join(_pieces(words, own))


def _pieces(words: str, own: str) -> tuple[str, ...]:
    """Give what is left of words as `left_of` does, in pieces as they stand there."""
    neutral = _neutral(words)
    count = [0] * (len(words) + 1)
    back = [0] * (len(words) + 1)
    for end in range(1, len(words) + 1):
        best, start = (count[end - 1] + (words[end - 1] != "|"), end - 1)
        for at in range(max(0, end - _LONGEST), end - 1):
            if count[at] < best and words[at:end] in own:
                best, start = count[at], at
        for at in neutral[end]:
            if count[at] < best:
                best, start = count[at], at
        count[end], back[end] = best, start
    left, end = [False] * len(words), len(words)
    while end:
        start = back[end]
        left[start:end] = [count[start] < count[end]] * (end - start)
        end = start
    runs = groupby(range(len(words)), key=lambda at: left[at] and words[at] != "|")
    return tuple("".join(words[at] for at in run) for is_left, run in runs if is_left)


@lru_cache(maxsize=4096)
def _neutral(words: str) -> tuple[tuple[int, ...], ...]:
    """Give for each place in a text where the neutral stretches begin that end there."""
    starts: list[list[int]] = [[] for _ in range(len(words) + 1)]
    for at in range(len(words)):
        for end in range(at + 1, min(len(words), at + _LONGEST) + 1):
            if _NEUTRAL.fullmatch(words, at, end) and words[at : end + 1] != _REST:
                starts[end].append(at)
    return tuple(map(tuple, starts))
