"""What stands beside a figure and no word of its field accounts for: a figure is sure only where nothing is left.

减轻、不予处罚94宗 is not 不予处罚 alone, and 人民调解受理1023件 none of 综治中心's 受理. So the words of a figure's clause are laid
out with the field's own words (names, 又称, what its template prints, its topic) and with neutral ones (when, who, how
many in all, done); what is left over makes it a question, and says why.
"""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import FREE, LEADING, TRAILING
from generator.recognition.spoken import FieldWords

_PIECE = 2
_APART = pattern("[^一-龥A-Za-z]")
_NEUTRAL = pattern(
    "开展|组织|举办|举行|召开|进行|完成|实施|办理|发放|印发|落实|各类|各项|各种|各级|各|相关|有关|活动|工作|情况|案件|群众|"
    "(?:[一-龥]{2,3})?(?:镇|乡|街道)(?!级)|村（社区）|村居|村级|社区|人员|次数|人数|件数|数量|总数|总量|总|量|数|累计|得到|予以|本次|"
    "[的了在对向为从由将把于和与及并已共等、均都]"
)


def residue_of(said: Said, one: FieldWords) -> str:
    """Give the words of a figure's clause that neither the field nor neutral words account for; mostly none."""
    words = TRAILING.sub("", said.before) + "|" + said.after
    return _left_of(words, own_words(one))


def bare_words(said: Said) -> str:
    """Give the words of a clause that tell what is counted: those before the figure, else its noun."""
    words = TRAILING.sub("", said.before)
    while (lead := LEADING.match(words)) and lead.end() < len(words):
        words = words[lead.end() :]
    return f"{words}|{said.after}" if said.after else words


def own_words(one: FieldWords) -> str:
    """Give all words that are a field's own: its names, what its template prints around it, its topic."""
    return "|".join((*one.names, *one.field.wordings.values(), *one.phrases, one.home, one.topic))


@lru_cache(maxsize=8192)
def _left_of(words: str, own: str) -> str:
    """Lay words out from their beginning so that the fewest characters are left, and give those."""
    best: list[tuple[int, str]] = [(0, "")]
    for end in range(1, len(words) + 1):
        count, left = best[end - 1]
        sign = words[end - 1]
        ways = [(count, left) if _APART.match(sign) else (count + 1, left + sign)]
        ways += [
            best[start]
            for start in range(max(0, end - 12), end)
            if _is_accounted(words[start:end], own)
        ]
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _is_accounted(piece: str, own: str) -> bool:
    return (len(piece) >= _PIECE and "|" not in piece and piece in own) or any(
        shape.fullmatch(piece) for shape in (_NEUTRAL, FREE, LEADING)
    )
