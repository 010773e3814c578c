"""Why the field that a figure of notes most likely is remains a question, in Chinese; empty where it is sure.

A wrong field is worse than none: a figure is sure only where its topic is told, where the words of its clause are
all accounted for by the field and by neutral words, and where neither the sentence nor what stands over it is about
another topic, another body, another level, or more than one year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.likeness import explained
from generator.recognition.matcher import wording_said
from generator.recognition.residue import residue_of, residue_told
from generator.recognition.spoken import spoken_fields
from generator.suggesting.around import Around
from generator.suggesting.fields import FieldNames, core_of
from generator.suggesting.options import Option, is_of_home, without_names
from generator.suggesting.phrases import Phrase
from generator.suggesting.provisos import UNTIL
from generator.suggesting.scopes import scope_of
from generator.suggesting.subjects import Subject, Subjects
from generator.topics.topic import DUTIES, Field, Topics

_LEADERS = pattern(
    "书记|[镇乡区县局]长|主任|主要负责|主要领导|负责(?:人|同志)|第一责任人|一把手|亲自|带头|班子|述法|履职"
)
_ONE_MATTER = pattern("(?:就|只有?|仅有?)[1一][件个起项宗](?=，)")
_WIDER = pattern("全[县市区省国]|[县市区省](?:里|内)|(?:兄弟|其[他它]|周边|邻近?|外)(?:乡镇|[镇乡]|街道)")
_YEARS = pattern(
    "(?:近|这|前)?[两二三四五六七八几多](?:个)?年(?:来|内|间)?|近年来?|历年|历届|十[三四五]五|"
    "20[0-9]{2}年(?:至今|以来|起)|(?:自|从)20[0-9]{2}年"
)
_JOINED = pattern("([一-龥]{2,6})、$")
_OTHERS = pattern("、[一-龥]{1,10}[0-9]")
_PERIOD = pattern("季度|[上下]半年|[0-9一二三四五六七八九十]月|[本当上]月|[本上这]周|月份")
_DONE_IN = pattern(
    r"(?<![到至0-9])(?:1[0-2]|[1-9])月(?:\d{1,2}日)?(?:公布|公示|印发|出台|制定|发布|揭牌|挂牌|启用|升级|改造|成立|搬[到至迁])"
)
"""When a thing was set up that counts for the whole year."""
_ASKED_FOR = pattern("(不(?:得|应|能)?[少低]于|至少|[应要须]当?(?:达到|完成|做到))$")
_EXAMPLE = pattern("(?:^|[（(])(?:例如?|[示样]例|比如)[:：，]?")
_PART = "其中"
_OF_WHICH = pattern(r"(?:里头|里面|当中|之中|[里中])(?:就?有|是)?\d+[一-龥]{0,2}(?=[，。；]|$)")
"""What makes a figure the sum of another that its words may be of: 物业纠纷683件里214件."""
_LIMITS = frozenset({"以内", "之内", "以下", "之下"})
_VILLAGES = pattern("村[（(]社区|[村居](?:社区)?法律顾问")
OF_A_PERIOD = "说的不是全年"
_WHOLE, _OF_GOVERNMENT = "事项", "政府"
_NAME, _LONG = 3, 4
_PARTY, _BOTH = pattern("党委|党工委|党组"), pattern("(?:党委|党工委).*政府")
_OF_OFFICE, _OF_PARTY = pattern("(?:镇|乡|街道|人民)?政府|办事处|办公会"), pattern("党|中心组")
_ONE_LEADER = pattern(
    "(?:党委|党工委|[镇乡])?(?:书记|镇长|乡长|主任|主要负责人|党政主要负责人|第一责任人)(?:[一-龥]{0,4}(?:情况|工作|履职))?"
)
_MEETING = pattern("会|中心组|班子|全[镇乡年]")
_BUILT, _BUILDS = pattern("^当年建成的"), pattern("新|[建修设挂](?:成|起|了|好)|打造|今年")
_GOVERNMENT, _SENTENCE_SO_FAR = pattern("政府|办事处|党政"), pattern("[^。；]*$")


class Choice(NamedTuple):
    """A field chosen for a figure, with what stands around it.

    `subject` is what its sentence is about before its clause, `last` what the sentence before was about; `alone` tells
    that no other field is as likely, `firm` that more than the sender speaks for its topic.
    """

    option: Option
    said: Said
    phrase: Phrase
    near: Around
    subject: Subject
    last: Subject
    alone: bool
    firm: bool

    @property
    def clause(self) -> str:
        """The words of the figure's clause."""
        return self.said.before + self.said.after

    @property
    def before(self) -> str:
        """All of its sentence before the figure."""
        return self.phrase.text[: self.said.start]


class Doubts:
    """Judges choices by the declarations of topics."""

    def __init__(self, topics: Topics, names: FieldNames, subjects: Subjects) -> None:
        """Take what tells fields and subjects."""
        self._names, self._subjects = names, subjects
        fields = (one for told in spoken_fields(topics).values() for one in told)
        self._fields = {(one.home, one.field.name): one for one in fields}

    def of(self, choice: Choice) -> str:
        """Give the first reason for which a choice is not sure; empty where there is none."""
        return next(self._reasons(choice), "")

    def tells_of_other(self, choice: Choice) -> bool:
        """Tell whether what is said beside a choice makes it one leader's, one body's or one of several things."""
        return bool(_of_one_leader(choice)) or any(_beyond(choice))

    def of_any_field(self, phrase: Phrase, said: Said) -> str:
        """Give the first reason for which a figure is not sure whatever field it is; empty where there is none."""
        return next(_of_any_field(phrase, said), "")

    def of_likely(self, key: tuple[str, str], said: Said) -> str:
        """Say why a field is only likely: what else its clause says, else that it says too little."""
        told = residue_told(said, self._fields[key]) if key in self._fields else ""
        return told or "话没有把这一项说全"

    def _reasons(self, choice: Choice) -> Iterator[str]:
        one, near = choice.option, choice.near
        if not choice.alone:
            yield "没有说是哪个主题的"
        if one.home == DUTIES and not leaders_named(choice.phrase):
            yield "没有说是主要负责人做的"
        yield from self._against_clause(choice)
        if leader := _of_one_leader(choice):
            yield leader
        yield from _beyond(choice)
        yield from _of_any_field(choice.phrase, choice.said)
        if self._is_of_another(choice):
            yield "前面说的是别的事"
        if near.unsure and self._leans(choice):
            yield "前一个数还没有认准"
        if _ONE_MATTER.search(choice.phrase.text, 0, choice.said.start):
            yield "说的是一件事"

    def _against_clause(self, choice: Choice) -> Iterator[str]:
        """Give what the words of the clause itself say against a choice."""
        one, said = choice.option, choice.said
        named = dict.fromkeys(self._names.named(choice.clause, said.figure.unit))
        goes_on = choice.near.last[0] == one.home and choice.subject.homes == {one.home}
        named = {key: None for key in named if self._is_rival(key, choice, same=goes_on)}
        if named and (one.home, one.field) not in named:
            yield f"也像“{next(iter(named))[1]}”"
        field = self._fields[one.home, one.field]
        if last := self._names.named_last(one.home, one.field, core_of(said.before), said.figure.unit):
            yield f"也像“{last}”"
        if left := residue_told(said, field):
            yield left
        if body := _one_body(choice, field.field):
            yield body
        if _BUILT.search(field.field.note) and not _BUILDS.search(choice.before + choice.clause):
            yield "没有说是当年建成的"
        called = core_of(said.before) in field.names
        if not called and one.start == said.start and wording_said(said, field.field) is None:
            yield f"这一项分{'、'.join(f'“{each}”' for each in field.field.wordings)}，请看是哪一种"
        heads = (self._names.headed(one.home, one.field, head) for head in choice.phrase.context)
        if not called and (head := next(filter(None, heads), "")):
            yield f"上面说的是“{head}”"

    def _is_rival(self, key: tuple[str, str], choice: Choice, *, same: bool) -> bool:
        """Tell whether a field that a clause names may be meant: of the topic that goes on, with no word left over."""
        one = choice.option
        if same and key[0] != one.home:
            return False
        own = residue_of(choice.said, self._fields[one.home, one.field])
        return bool(own) or not residue_of(choice.said, self._fields[key])

    def _is_of_another(self, choice: Choice) -> bool:
        """Tell whether something else is spoken of, or a short name is left to be another topic's."""
        one, near, clause = choice.option, choice.near, choice.clause
        if near.words and near.words[0] == {one.home} and self._is_item(choice):
            return False
        of_home = is_of_home(clause, one)
        outright = len(one.field) > _LONG and one.field in clause
        by_others = near.leaves(one.home) and not near.speaks_against(one.home)
        own = choice.firm or one.home in near.office or of_home
        core, unit = core_of(choice.said.before), choice.said.figure.unit
        return (
            not (outright or of_home or by_others)
            or not (own or not self._names.ends_others(one.home, core, unit))
            or self._subject_differs(choice)
        )

    def _is_item(self, choice: Choice) -> bool:
        """Tell whether a clause is the first half of a field's name whose other half its heading says: 规范性文件 0."""
        core, heads = core_of(choice.said.before), "|".join(choice.phrase.context)
        names = self._names.names_of(choice.option.home, choice.option.field)
        return any((rest := name.removeprefix(core)) != name and rest and rest in heads for name in names)

    def _subject_differs(self, choice: Choice) -> bool:
        """Tell whether the sentence is about another topic, a part of another sum, or a twin's subject."""
        one, clause, subject = choice.option, choice.clause, choice.subject
        names = self._names.names_of(one.home, one.field)
        here = self._subjects.last_of(without_names(clause, names))
        if here or subject.foreign:
            told = here or subject
            return told.is_other_than(one.home) and (told.foreign or not is_of_home(clause, one))
        if subject.is_other_than(one.home) and not self._is_outright(choice, names):
            said_again = subject is choice.last and explained(choice.before + clause, one.home) > 1
            return not (is_of_home(clause, one) or said_again)
        return self._names.is_part_of_another(one.home, one.field, choice.phrase.text[: choice.said.end]) or (
            self._names.twin_said(one.home, one.field, choice.before, clause)
        )

    def _is_outright(self, choice: Choice, names: Sequence[str]) -> bool:
        """Tell whether a clause says a name that is this topic's alone, or is the field's own name and no other's."""
        one, core = choice.option, core_of(choice.said.before)
        if any(name in choice.clause and self._subjects.last_of(name).is_of(one.home) for name in names):
            return True
        homes = {other.home for other in self._names.called(choice.said.before, choice.said.figure.unit)}
        return core == one.field and len(core) >= _NAME and homes == {one.home}

    def _leans(self, choice: Choice) -> bool:
        """Tell whether a clause is too short to be understood without the figure before it: 罚款4.6万元."""
        one, near = choice.option, choice.near
        if len(core_of(choice.said.before)) >= _LONG or is_of_home(choice.clause, one):
            return False
        return one.home not in near.before and not any(one.home in homes for homes in near.words)


def _one_body(choice: Choice, field: Field) -> str:
    """Say in Chinese of which body alone a figure is told where its field is another's, or of both together."""
    other = _OF_OFFICE.search(choice.clause)
    if _PARTY.search(field.name) and other and not _OF_PARTY.search(choice.clause):
        return f"说的是{other[0]}"
    if not _BOTH.search(field.note):
        return ""
    sentence = _SENTENCE_SO_FAR.search(choice.before)
    words = (sentence[0] if sentence else "", choice.clause, *choice.phrase.context)
    party = next(filter(None, map(_PARTY.search, words)), None)
    if not party or any(map(_GOVERNMENT.search, words)):
        return ""
    return f"说的是{party[0]}，这一项连同政府的一起算"


def _of_one_leader(choice: Choice) -> str:
    """Say in Chinese whose doings alone a part of notes tells, of a field of the whole unit; 学法会 are its own."""
    if choice.option.home == DUTIES or _MEETING.search(choice.clause):
        return ""
    told = next(filter(None, map(_ONE_LEADER.fullmatch, choice.phrase.context)), None)
    return f"上面写着“{told[0]}”" if told else ""


def _beyond(choice: Choice) -> Iterator[str]:
    """Give what stands right before or behind a figure that makes it one of several things, or of all of them."""
    one, said, text = choice.option, choice.said, choice.phrase.text
    if one.start < said.start and (joined := _JOINED.search(text, 0, one.start)):
        yield f"与“{joined[1]}”合在一起说的"
    if (
        one.field.endswith(_WHOLE)
        and not core_of(said.before).endswith(_WHOLE)
        and _OTHERS.match(text, said.end)
    ):
        yield "后面还有几样"
    if part := _OF_WHICH.match(text, said.end):
        yield f"后面是“{part[0]}”，请看哪一个是这一项的"
    if one.field.startswith(_OF_GOVERNMENT) and _VILLAGES.search(choice.before):
        yield "前面说的是村（社区）"


def _of_any_field(phrase: Phrase, said: Said) -> Iterator[str]:
    """Give what makes a figure none of the year and the unit, whatever it counts."""
    before = phrase.text[: said.start]
    if wider := _WIDER.search(said.before + said.after):
        yield f"说的是{wider[0]}"
    if wider_scope := scope_of(before + said.after):
        yield f"前面说的是{wider_scope}"
    if years := _YEARS.search(before):
        yield f"说的是“{years[0]}”，不只这一年"
    if asked := _ASKED_FOR.search(phrase.text, 0, said.figure.start):
        yield f"“{asked[1]}”像是要求的数"
    if (limit := said.figure.quantity.after) in _LIMITS:
        yield f"“{limit}”像是要求的数"
    if _EXAMPLE.search(before):
        yield "像是举的例子"
    if any(one.startswith(_PART) for one in phrase.context):
        yield "上面说的是其中的一部分"
    if any(_PERIOD.search(_DONE_IN.sub("", UNTIL.sub("", one))) for one in (*phrase.context, before)):
        yield OF_A_PERIOD


def leaders_named(phrase: Phrase) -> bool:
    """Tell whether a sentence or what stands over it speaks of those whose doings 第一责任人 tells."""
    return any(_LEADERS.search(one) for one in (phrase.text, *phrase.context))
