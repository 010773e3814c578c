"""What the words of a figure name: the field that they are like, or another one, another kind, another topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import NARROWING, STRONG, TRAILING
from generator.recognition.joined import AND, last_of_rates
from generator.recognition.spoken import FieldWords
from generator.recognition.surroundings import pairs_of
from generator.topics.topic import DUTIES, Field
from generator.wordlist import common_words

_WHOLE_NAME = 4
"""From this length on, a name that stands in a clause is hardly there by chance."""
_NOUN = 2
_LEVELS = pattern("国家级|全国|省级|自治区级|市级|县级|区级|镇级|乡级|村级")
_KINDS = pattern("专兼职|专职|兼职")
_STOCK = "现有"
_ITEM_OF_PART = pattern("其中[^，。；：]*[0-9][^，。；：]*、[^，。；：]*$")
_OF_PART = pattern("其中[^。]*，$")
_WHOLE_SUM = pattern("全年|年内|总额|合计|总计|涉及")
_EVENT = pattern("(?:培训|轮训|考试|考核|测试|测评)$")
_TAKERS = pattern("^(?:全体|在编|机关|公务员|领导|干部|职工|工作人员|公职人员)+(?=学法|法治|法律|普法|用法)")
"""Who took an examination says nothing of what its rate is."""
_COMMON = pattern(
    "^(?:按期|按时)?(?:满意|办结|办复|答复|合格|整改|完成|覆盖)率$|问题$|^问题整改$|意见$|回访$"
)
"""Names that fields of many topics have."""
_PAIRS_OF_MANY = frozenset({"办理", "工作", "行政", "服务", "建设", "管理", "监督", "化解"})
"""Words in the names of topics that do not tell one from another."""
_BARE_VERB = pattern(
    "^(?:已|均|共|全部)?(?:办理|办结|办复|受理|化解|解决|完成|整改|处理|处置|答复|审结|结案)?$"
)
_TOOK_PART = frozenset({"人次"})
_OFFICE = "中心"
_ANYBODY = "人员"
_TOGETHER_WITH = pattern("^.*[与和同].*(?=联合)")
_QUOTED = pattern("“[^”]*”|《[^》]*》")
_YEAR = pattern("全年|年内|本年|20[0-9]{2}年")
_USED, _STANDING = (
    pattern("当年[一-龥]{1,4}过的"),
    pattern("^(?:目前|现|现有|现在|当前)(?!场)(?!.*(?:年内|当年|全年))"),
)
_BEFORE_SUCH = pattern("^.*等(?![级待到])")


def is_called(label: str, one: FieldWords, said: Said) -> bool:
    """Tell whether what is left of a clause as a label is a field's name or 又称, and nothing narrows it to a part."""
    called = {label, label.removesuffix("活动"), last_of_rates(label), _TAKERS.sub("", label)}
    if called.isdisjoint((one.field.name, *one.field.aliases)) or said.before.endswith("对"):
        return False
    rates = _TOGETHER_WITH.sub("", last_of_rates(said.before))
    if rates != said.before and one.field.denominator not in said.before:
        return False  # 参与率和合格率均达100% are no rates of an examination
    narrowed = NARROWING.search(_QUOTED.sub("", said.sentence)) or STRONG.search(said.passage)
    return not (AND.search(_BEFORE_SUCH.sub("", rates)) or (narrowed and not _YEAR.search(said.before)))


def is_other_kind(one: FieldWords, said: Said) -> bool:
    """Tell whether the clause says another kind of what a field counts, by a word that its names say otherwise.

    国家级示范村 is no 市级示范村, 专兼职调解员 no 兼职调解员, 修订预案 none of the 现有预案, 赋权事项 not
    those of them that were 行使.
    """
    return _has_other_rank(one, said) or _is_made(one, said) or _is_whole(one, said)


def counts_another(one: FieldWords, said: Said, others: Sequence[FieldWords]) -> bool:
    """Tell whether the noun right before a figure is that of another field, which the field itself never says.

    便民服务中心设置窗口7个 is none of 便民站点, and 行政复议案件 none of 公开争议.
    """
    words, counted = _words(said), TRAILING.sub("", said.before)
    noun = counted[-_NOUN:]
    if _is_noun_of_another(counted, one, others):
        return True
    if any(name in words for name in one.names[:1]) or len(noun) < _NOUN:
        return False
    if noun == _ANYBODY and said.figure.unit in _TOOK_PART:  # 参训人员120人次 are those who came, not a staff
        return False
    printed = (*one.names, *one.phrases, one.field.note)
    named = _is_heard(one, said)
    for other in others:
        if other.home == one.home and any(name.endswith(noun) for name in other.names):
            if not any(noun in name for name in printed):
                return True
        elif not named and any(len(name) >= _WHOLE_NAME and name in words for name in other.names):
            return True
    return False


def _is_noun_of_another(counted: str, one: FieldWords, others: Sequence[FieldWords]) -> bool:
    """Tell whether what is counted is called as another field and ends otherwise than all of this one's words.

    中心组学习会专题法治讲座2场 are no 中心组学习.
    """
    own = "|".join((*one.names, *one.phrases, one.field.note))
    return (
        bool(counted)
        and counted[-_NOUN:] not in own
        and any(
            len(name) >= _WHOLE_NAME and counted.endswith(name) for other in others for name in other.names
        )
    )


def names_another(one: FieldWords, said: Said, others: Iterable[FieldWords]) -> bool:
    """Tell whether the words of a figure name another field.

    联合执法检查 is none of 执法检查 where 联合执法 is a field, 法律意见 in a sentence on 合法性审查 none of 法律顾问.
    """
    words = _words(said)
    own = max((words.find(name) for name in one.names), default=-1)
    return any(
        is_twin_meant(one, other, said)
        if _COMMON.search(one.field.name)
        else other.home == one.home
        and _is_named(other, one, words, own)
        and not _is_part_of(one, other, said)
        for other in others
    )


def _words(said: Said) -> str:
    return AND.split(said.before)[-1] + said.after


def _is_named(other: FieldWords, one: FieldWords, words: str, own: int) -> bool:
    """Tell whether another field's whole name stands where none of this one's does, or before it."""
    for name in other.names:
        if len(name) >= _WHOLE_NAME and not any(name in said for said in (*one.names, *one.phrases)):
            at = words.find(name)
            if at >= 0 and (own < 0 or at < own):
                return True
    return False


def _is_part_of(one: FieldWords, whole: FieldWords, said: Said) -> bool:
    """Tell whether what makes a field a part of another one was said before: 市场 in a sentence makes 出动人员 市场出动."""
    more, shared = one.field.name[:_NOUN], one.field.name[_NOUN:]
    return len(shared) >= _NOUN and shared in whole.field.name and more in said.sentence + said.before


def _is_heard(one: FieldWords, said: Said) -> bool:
    """Tell whether something of a field's name or 又称 stands in the clause."""
    heard = pairs_of(said.before) | pairs_of(said.after)
    return any(pairs_of(name) & heard for name in (one.field.name, *one.field.aliases))


def is_twin_meant(one: FieldWords, twin: FieldWords, said: Said) -> bool:
    """Tell whether the sentence names the topic of another field, and not that of this one with its common name."""
    heard = said.sentence + said.before
    return twin.home in heard and one.home not in heard and twin.home != one.home


def _is_made(one: FieldWords, said: Said) -> bool:
    """Tell what was made in the year (修订) from a field whose value says what there is (现有) if it says no more.

    What the field is also called so (聘请法律顾问) is it.
    """
    usual, *others = one.field.wordings or ("",)
    told = "|".join(one.field.aliases)
    return usual == _STOCK and any(word in said.before and word not in told for word in others)


def _is_whole(one: FieldWords, said: Said) -> bool:
    """Tell whether nothing by which a part is told from its whole is said: 行使 of 行使事项, a part of 执法事项."""
    if any(len(name) >= _WHOLE_NAME and name in said.before for name in one.names):
        return False
    parted = (pairs_of(one.field.name) - pairs_of(one.field.at_most)) & common_words()
    return bool(one.field.at_most and parted) and not parted & pairs_of(
        said.sentence + said.before + said.after
    )


def is_event_with(one: FieldWords, said: Said) -> bool:
    """Tell people who were trained or examined (完成50名法律明白人培训) from a field of those that there are."""
    event = _EVENT.search(said.after)
    own = "|".join((*one.names, *one.phrases, one.field.note))
    return event is not None and event[0] not in own


def is_count_of(field: Field, said: Said) -> bool:
    """Tell how often a thing was done in all (坐班147次) from a field that says how often it is done: 每月."""
    return field.kind == "频次" and "每" not in said.before


def is_of_a_part(one: FieldWords, said: Said, last: Field | None) -> bool:
    """Tell an item of what 其中 opens, or the sum of a part that was told last, from a field of the whole.

    其中参公编制11人、行政编制1人 are no 执法编制; 简易程序28起，共计罚款6350元 is not all that was fined.
    """
    if one.is_part:
        return False
    if _ITEM_OF_PART.search(said.sentence + said.before):
        return True
    goes_on = _OF_PART.search(said.sentence) is not None and not _WHOLE_SUM.search(said.before)
    return one.field.kind == "金额" and last is not None and bool(last.at_most) and goes_on


def is_standing(one: FieldWords, said: Said) -> bool:
    """Tell what there is (目前行使195项) from a field of what was used within the year: 当年行使过的项数."""
    return bool(_USED.search(one.field.note) and _STANDING.search(said.before))


def _has_other_rank(one: FieldWords, said: Said) -> bool:
    """Tell whether a word of level or kind in the clause is another than that of the field's names."""
    for shape in (_LEVELS, _KINDS):
        called = [match[0] for name in one.names for match in shape.finditer(name)]
        heard = shape.findall(said.before)
        if called and heard and heard[-1] not in called:
            return True
    return False


def of_another_topic(one: FieldWords, said: Said, home: str, heading: str) -> bool:
    """Tell a field with a common name, such as 满意率, of a topic that the text under `home` doesn't speak of."""
    if one.home in {home, DUTIES} or home == DUTIES or not _COMMON.search(one.field.name):
        return False
    heard = pairs_of(said.sentence + said.before + said.after + heading + ("" if home else said.passage))
    return not (pairs_of(one.home) - _PAIRS_OF_MANY) & heard


def of_unnamed_office(one: FieldWords, said: Said, home: str, heading: str) -> bool:
    """Tell a field that its topic's own name must tell (综治中心接待来访群众) where nobody says that name."""
    if (
        one.home == home
        or not one.home.endswith(_OFFICE)
        or not any(one.home in phrase for phrase in one.phrases)
    ):
        return False
    return one.home not in said.passage + said.sentence + said.before + said.after + heading


def of_named_topic(one: FieldWords, said: Said, homes: Iterable[str]) -> bool:
    """Tell whether a figure's clause names another topic, and neither the field's topic nor its words do (政务服务中心)."""
    words = said.before.rpartition("等")[2] + said.after
    if one.home in words:
        return False
    own = "|".join((*one.names, *one.phrases, one.field.note))
    return any(
        len(home) >= _WHOLE_NAME and home != one.home and home in words and home not in own for home in homes
    )


def hangs_on_another(one: FieldWords, said: Said, last_home: str) -> bool:
    """Tell a bare verb (办理5万件) that goes on from another topic's figure, or leaves a field's own word unsaid."""
    if said.after or not _BARE_VERB.match(TRAILING.sub("", said.before)):
        return False
    unsaid = (pairs_of(one.field.name) & common_words()) - pairs_of(said.sentence + said.before)
    return last_home != one.home or bool(unsaid)


def is_unnamed(one: FieldWords, said: Said) -> bool:
    """Tell whether nothing of a field's names stands in a figure's sentence."""
    heard = pairs_of(said.sentence + said.before) | pairs_of(said.after)
    return len(said.before) > _NOUN and not any(pairs_of(name) & heard for name in one.names)
