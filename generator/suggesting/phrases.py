"""Lines and tables of notes as sentences that can be recognised: without bullets, blanks and signs of chats."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from generator.intake.chat import NOBODY, Speaker
from generator.intake.notes import NoteLine, Notes
from generator.intake.piped import sentence_of_row
from generator.intake.table_lines import TableFigure
from generator.numbers.width import fold_width
from generator.patterns import pattern
from generator.suggesting.titled_years import year_of_title, year_over

_BULLET = pattern(
    r"^\s*(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|\d{1,2}\s*[、)）]|\d{1,2}\s*[.．](?!\d)|[一二三四五六七八九十]{1,3}、"
    r"|[①-⑳]|[-·•●◆■*#>]+(?!\d)|第[一二三四五六七八九十]、)\s*"
)
_CHAT = pattern(r"\[[一-龥A-Za-z]{1,6}\]|@[一-龥A-Za-z0-9_]{1,12}(?:\s|$)|[\U0001f000-\U0001faff☀-➿]")
_CALLED = pattern(r"^(?:@[一-龥A-Za-z0-9_]{1,12}\s+)+")
_COLON = pattern(r"(?<=[一-龥”）)])\s*[:：]\s*(?=(?:大?约|近|超|共|计)?\s*\d)")
_IN_ALL = pattern(
    r"(?:全年|今年|本年度?|截至目前|目前|现有|总数|合计|共计|总共|一共)+(?:大?约|近|超|共|计|是|为|有)?\s*\d"
)
"""What opens a part that tells of its title how much there was: 信访：全年97件."""
_AS_PARTY = pattern(
    "(?:以(?:[本我]|[一-龥]{2,3}(?=[镇乡]))?(?:镇|乡|街道|区|县)?(?:人民政府|政府|办事处)?(?:作为|为)|作为)被(?:申请人|告)的"
)
"""Whose part the unit has in its own cases goes without saying."""
_SINCE_JANUARY = pattern(
    r"(?<![0-9月])1月?(?:1日)?[-—－~～至到]+(?P<month>9|1[01])月(?:份|底|末|30日|31日)?(?!\d)"
)
_BOLD = pattern(r"\*\*|__")
_INNER = pattern(r"(?<=[一-龥”）])[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=[一-龥%])")
_BLANK = pattern(r"(?<=[一-龥%”）])[ \u3000]+(?=[一-龥“])")
_APP = pattern(r"(?i)(?<=APP)(?=\d)")
_SELF = pattern("(?<![一-龥])我(?:办公室|中心|[办所站队科股局])")
_WHOLE_YEAR = pattern(r"(?<![0-9])1月?(?:份|1日)?[-—－~～至到]+12月(?:份|底|31日)?(?!\d)")
_COMMA = pattern(r"(?<!\d),|,(?!\d)")
_PIECES = pattern("[^，]{1,300}(?:，[^，]{1,100}){0,4}，?|，+")
_DIGIT = pattern("[0-9]")
_CUT = pattern("[，、：:（(）)]")
_DOES = "办理"
_LONGEST = 300
_SUFFIX = pattern(r"\.[A-Za-z]{2,5}$")
_STOP = pattern("[。；;！!？?\n]+")
_FULL_STOP = pattern("[。！!？?\n]+")
_COMING = pattern("^(?:20[0-9]{2}年(?=[：:，,])|(?:明年|下一?年|下一步)(?!度?考核))")
PLANS = pattern(
    "^(?:(?:工作)?(?:计划|打算)|(?:明年|下一?年|下一步|20[0-9]{2}年(?:工作)?(?:计划|打算|安排)).*)$"
)
"""Titles of parts that tell what is planned."""
_PREFIX = pattern(
    r"^(?:12345)?([一-龥“”]{2,14}?)(?:这块|方面|情况|工作|数据|年度数据)?\s*[:：]\s*(?!\d)(.+)$"
)
_HOLDS = pattern("^(?:12345)?([一-龥“”]{2,8}?)(?:的?(?:数|数据))?(?:以|按)[^，。；：]{1,30}为准")
_HEADING = pattern(r"^(?=..)(?:20[0-9]{2}年度?)?[^0-9，。；：:]{0,20}[:：]?$")


class Within(Enum):
    """What a phrase stands in: a line of text, a row of a table, or what a row remarks."""

    LINE = "行"
    ROW = "表格"
    REMARK = "表格的备注"


class Phrase(NamedTuple):
    """A sentence to be recognised, and where it comes from.

    `said` are its words to the letter, as they may be quoted; `context` what stands over it: a heading, a title, the
    words before a colon; `earlier` what its sentence says before a semicolon, `beside` its whole line, or its row's
    remarks; `year` is the year that its column names, `titled` the one that its paper's name, a title over it or the
    head of its line does; `part` tells that another line gives the sum.
    """

    text: str
    said: str
    place: str
    speaker: Speaker = NOBODY
    context: tuple[str, ...] = ()
    year: str = ""
    part: bool = False
    bare: bool = False
    earlier: str = ""
    beside: str = ""
    within: Within = Within.LINE
    titled: str = ""


def phrases_of(notes: Notes) -> Iterator[Phrase]:
    """Give all of notes as phrases, in their order; headings become the context of what stands under them."""
    named = titled = year_of_title(_SUFFIX.sub("", notes.name)) or ""
    heading, speaker = "", NOBODY
    for part in notes.parts:
        if part.speaker != speaker:
            heading, titled, speaker = "", named, part.speaker
        if not isinstance(part, NoteLine):
            for one in part.figures:
                yield _of_table(one, part.speaker)._replace(titled=titled)
                for remark in _of_remark(one, part.speaker) if one.remark_place else ():
                    yield remark._replace(titled=titled)
            continue
        text = cleaned(sentence_of_row(part.text))
        if (year := year_of_title(text)) is not None:
            titled = year
        if _HEADING.match(text):
            heading = text.rstrip("：:").strip("【】[]")
            continue
        said, context = _parted(text, heading, part.section)
        wholes = [[*_sentences(whole)] for whole in _FULL_STOP.split(said)]
        quotes = iter(_quotes(part.text, sum(map(len, wholes))))
        for whole in wholes:
            earlier = ""
            for sentence in whole:
                yield Phrase(
                    sentence,
                    next(quotes),
                    part.place,
                    part.speaker,
                    context,
                    earlier=earlier,
                    beside=text,
                    titled=year_over(text) or titled,
                )
                earlier += f"{sentence}；"


def _parted(text: str, heading: str, section: str) -> tuple[str, tuple[str, ...]]:
    """Part what a line says from what it says it of, and give all that stands over it."""
    said, context = text, tuple(filter(None, (heading,)))
    if prefix := _PREFIX.match(text):
        joined = f"{prefix[1]}{prefix[2]}" if _IN_ALL.match(prefix[2]) else prefix[2]
        said, context = joined, (prefix[1], *context)
    elif holds := _HOLDS.match(text):
        context = (holds[1], *context)
    coming = _COMING.match(text)
    over = (section if PLANS.search(section) else "", coming[0] if coming else "")
    return said, (*context, *filter(None, over))


def _sentences(text: str) -> Iterator[str]:
    """Give the sentences of a line; one without end in pieces, for each figure is looked at in the whole of its own."""
    for whole in _STOP.split(text):
        for piece in [whole] if len(whole) <= _LONGEST else _PIECES.findall(whole):
            if sentence := piece.strip("，, "):
                yield sentence


def _quotes(line: str, number: int) -> list[str]:
    """Give for each sentence of a line the stretch of the line that it comes from, to the letter.

    Where the stretches are not as many as the sentences (a row parted by |, a sentence in pieces), it is the line.
    """
    stretches = [one.strip("，, \t\u3000") for one in _STOP.split(line)]
    quotes = [_BULLET.sub("", _CALLED.sub("", one)) for one in stretches if cleaned(one).strip("，, ")]
    return quotes if len(quotes) == number else [line] * number


def cleaned(line: str) -> str:
    """Give a line without its bullet and signs of a chat, its blanks as the commas that they stand for."""
    text = _BULLET.sub("", _BOLD.sub("", _CHAT.sub("", fold_width(line).replace("％", "%"))).strip())
    text = _SELF.sub("", _INNER.sub("", _COLON.sub("", _APP.sub("共", text))))
    text = _AS_PARTY.sub("", _COMMA.sub("，", _BLANK.sub("，", text)))
    return _SINCE_JANUARY.sub(r"截至\g<month>月底", _WHOLE_YEAR.sub("全年", text))


def _of_table(one: TableFigure, speaker: Speaker) -> Phrase:
    """Make a phrase of a figure in a table: its label, the figure, its measure word."""
    figure = fold_width(one.written).replace(" ", "")
    open_ended = figure[-1:].isdigit() or figure[-1:] in "余多万亿"
    label = cleaned(one.label)
    parted = "，" if label[-1:].isdigit() else ""
    text = f"{label}{parted}{figure}{one.unit if open_ended else ''}"
    bare = open_ended and not one.unit
    return Phrase(
        text,
        one.shown,
        one.place,
        speaker,
        _over(one.context),
        one.year,
        one.part,
        bare,
        beside=cleaned(one.remark),
        within=Within.ROW,
    )


def _over(context: str) -> tuple[str, ...]:
    return tuple(filter(None, map(cleaned, context.split("，"))))


def _of_remark(one: TableFigure, speaker: Speaker) -> Iterator[Phrase]:
    """Make phrases of what a row remarks where it tells figures, under the words that name the row."""
    remark = cleaned(one.remark)
    if not _DIGIT.search(remark):
        return
    context = (one.label, *_over(one.context)) if one.label else _over(one.context)
    for sentence in _sentences(remark):
        yield Phrase(
            sentence,
            one.remark,
            one.remark_place,
            speaker,
            context,
            one.year,
            one.part,
            beside=remark,
            within=Within.REMARK,
        )


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Give the clauses of a text, one that begins with 办理 also without it."""
    start = 0
    for end in (*(cut.start() for cut in _CUT.finditer(text)), len(text)):
        yield start, end
        if text.startswith(_DOES, start):
            yield start + len(_DOES), end
        start = end + 1
