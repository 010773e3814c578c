"""A label of its own for a figure that no field has, made from the words beside it: 评选和谐社区, 提示单.

A label begins where a word does: 合格率 does not become 格率 though 合 alone says nothing.
"""

from __future__ import annotations

from generator.patterns import pattern
from generator.recognition.clauses import Said
from generator.recognition.fillers import LEADING, TRAILING
from generator.recognition.joined import AND, last_of_rates
from generator.wordlist import common_words, cuts_word

_LONGEST = 14
_SHORT = 4
_BREAKS = "的了在对向为从由将把于"
_LISTED = 8
_LIST = AND
_QUOTED = pattern("“([一-龥A-Za-z0-9]{2,10})”")
_BEFORE_NOUN = ("等", "的", "到", "对", "向", "实现")
"""Behind these a figure tells of the noun that follows it."""
_CLAUSES = pattern("[，；。：、]")
_BARE = frozenset({"开展", "组织", "举办", "召开", "进行"})
_PARTS = frozenset({"其中", "其余", "另外", "另"})
_NAMELESS = frozenset({"其他", "其余", "其中", "另外", "部分", "现有", "所有"})
_NOT_WORDS = pattern("[^一-龥A-Za-z0-9·+]")
_NOUN = pattern(r"[一-龥]{1,8}")
_PLACES = pattern(
    "(?:[一-龥]{2,3}(?:镇|乡|街道))?(?:组织|下沉|选派|安排)?[全各我本](?:镇|乡|街道?|村|县|区|市|局)|[为在对]?[镇乡村县区]内?|将?街道|将?辖区"
)
_PREDICATE = pattern("^(?:均|都|被|已|还|正|的)+")
_PREDICATE_ON = pattern(
    "(?:中(?=[专兼有尚仅已])|签订|实现|创建|落实|取得|开展|组织|召开|举办|建立|设立|等待|参加|参与|通过|具备|实施|进行|对(?![象接口])|提供|完成|接受|到场|协助|反映|建成|建设|打造|全部|"
    "在(?![编职册岗校])|[均都因被由到还已正经未为的并和与后是])"
)
_UNREADABLE = pattern("^[因在由到经是]")
_OPENS = pattern(
    "^(?:依托|利用|借助|在(?![编职册岗校])|[将把对为向从由于经被是和与]|而|推动|力争|争取|用于)+(?=..)"
)
_ENDS = pattern("(?:[中里内外等到和与后时各]|全部|方面|(?<=..)开展|(?<=率)均达?)$")
_DOER = pattern(
    "^(?:组织|邀请|安排)?(?:[镇乡村]|街道|政府)?(?:法律顾问|律师)(?=参与|审查|审核|出具|开展)|"
    "^为?(?:[全各每我本]?(?:镇|乡|街道?|村|社区|县|区|市|局|单位)(?:里|内)?|[一-龥]{2,3}(?:镇|乡|街道))(?=培养|组织|开展|举办|召开|建成|建立|新增|配备|聘请|选聘|"
    "完成|受理|化解|排查|办理|提供|发放|印发|制定|收集|走访|处理|解决|接待|培训|评选|已)已?"
)
_LIGHT_VERB = pattern(
    "^(?:(?:组织|开展|完成|提供|发放|举办|召开|参加|推出|发布|签订|实现|带动|牵头|培养)(?!率)了?)+(?=.{3})"
)
"""Who did it, and verbs that say no more than that it was done: a label is the name of a thing."""
_CHANGE = "增长|增加|上升|提高|提升|下降|减少|降低|压减|减|增|升|降"
_CHANGES = pattern(f"(?:{_CHANGE})了?$")
_REACHES = pattern(f"(?:{_CHANGE})(?:到|至|为)$")
_LAST_YEAR = pattern("(?:[比较与同]|相比)?(上一?年|去年)(?:度|同期)?(?:的|为|是)?$")
_OF_A_YEAR = pattern("[比较与由从]?(20[0-9]{2}年)的?$")
_COMPARING = pattern("(?:同比|环比|[比较与同](?:上一?年|去年)|增幅|降幅).*")
_DOING = pattern("^.*?(?:会议?上作|优化|开展|召开|举办|举行|参加|提供|现有)(?:了|有效的)?(?=.{3})")
_EACH = pattern("^每[个名]?")
_AMONG = pattern("^(?:人员|干部|队员)中(?:尚有|有)?$")
_ONE_CHARACTER = frozenset("村镇乡")
_SUCH = pattern("^(?:.*?(解决|处理|协调|化解|整改|办理|公开))?.*等(.{2,})$")
"""用工、用地等问题: what a list is of, behind what is done with it."""
_WITH = pattern("^.*[与和同].*(?=联合)")
"""与公安、城管联合执法: those who took part name nothing."""
_STUDIED = pattern("^(.*(?:学习|学法))[^《]{0,4}《[^，；。]*》等?[一-龥]{0,8}$")
"""专题学习《行政复议法》等法律法规11次: how often it was done is counted, not the laws."""
_TAKES_NOUN = pattern("(?:报送|提交|上报|申报|打造|推出|评出|选树|出台|完成)了?$")
_POINT = pattern("^[一二三四五六七八九十]{1,2}是(?!否)")
"""按时报送14份述法报告: a noun follows these verbs, and is what is counted."""
_QUOTES = pattern("[“”]")
_GATHERED = pattern("^集[一-龥、]{2,16}于一体的")
_IS_WHAT = pattern("^(?:案由|类型|性质|原因)?(?:均|都|皆)?[为系](?P<what>[一-龥]{2,14})$")
"""其余13起均为露天焚烧秸秆案: what a part of the figures is."""
_OLD = pattern("^(?:上年|现|20[0-9]{2}年)")


def is_change(said: Said) -> bool:
    """Tell whether a figure says how much another one changed (同比下降9.4%), which is no fact of its own."""
    return bool(_CHANGES.search(said.before))


def own_label(said: Said, last: str = "") -> str:
    """Make a label from a figure's clause; `last` is the label of the figure before it, which a comparison is about.

    Gives an empty text where the words beside it make none.
    """
    if (told := _told_of_another(said, last)) is not None:
        return told
    if studied := _STUDIED.search(said.before):
        return _as_name(_shortened(_named(studied[1])))
    core = _as_name(
        _shortened(_listed_words(_COMPARING.sub("", _one_of_rates(_named(_WITH.sub("", said.before))))))
    )
    following = _noun(_GATHERED.sub("", _QUOTES.sub("", said.after)))
    if (
        (said.before.endswith(_BEFORE_NOUN) and len(following) > 1)
        or (_TAKES_NOUN.search(said.before) and len(following) > 1)
        or (said.before.endswith("分别到") and following)
        or _PLACES.fullmatch(core)
    ):
        core = ""
    if core.startswith("每"):  # 每村不少于5名 says what the figure before it is of
        return f"{_EACH.sub('', core)}{last}" if last else ""
    if len(core) < _SHORT:
        noun = following
        core = "" if (noun and core in _BARE) or _AMONG.search(said.before) else core
        if not core and noun in _ONE_CHARACTER:
            return f"{noun}数"
        core += noun if core or len(noun) > 1 else _what_befell(said.after.removeprefix(noun))
    core = _as_name(_without_opening(_ENDS.sub("", core)))
    if core in _BARE:
        named = _QUOTED.findall(said.sentence)
        core = named[-1] + core if named else _as_name(_shortened(_named(_said_before(said))))
    return core if len(core) >= 2 and core not in _NAMELESS and not core[:2].isdigit() else ""


def _told_of_another(said: Said, last: str) -> str | None:
    """Give the label of a figure that compares with another one or is a part of it; None where it stands for itself."""
    if (compared := _compared(said.before, last)) is not None:
        return compared
    if said.before in _PARTS and (what := _IS_WHAT.match(said.after)):
        return what["what"]
    return "" if said.before.endswith("除") else None


def _one_of_rates(words: str) -> str:
    """Give the last of rates that are too many words for a label together."""
    return last_of_rates(words) if len(words) > _LISTED else words


def _said_before(said: Said) -> str:
    """Give the clause before a figure's own: what was done so often."""
    return _CLAUSES.split(said.sentence.rstrip("，；、"))[-1]


def _as_name(words: str) -> str:
    """Give words without who did it and the verb that says only that."""
    return _LIGHT_VERB.sub("", _DOER.sub("", words))


def _listed_words(words: str) -> str:
    """Give 解决问题 for 解决用工、用地等问题, and other words as they are."""
    such = _SUCH.match(words) if _LIST.search(words) or "》" in words else None
    return f"{such[1] or ''}{such[2]}" if such else words


def word_before(said: Said, label: str) -> str:
    """Give the word that stands before a label in its sentence, by which it is told from another; empty for none."""
    plain = _plain(said.sentence + said.before)
    rest = plain[: plain.rfind(label)] if label in plain else ""
    pairs = (rest[at : at + 2] for at in range(len(rest) - 2, -1, -1))
    words = (pair for pair in pairs if pair in common_words() and pair != label[:2])
    return next((pair for pair in words if _without_lead(pair) == pair), "")


def _noun(after: str) -> str:
    """Give the noun that a figure stands before, without what is said of it."""
    cut = next(
        (one.start() for one in _PREDICATE_ON.finditer(after) if not cuts_word(after, one.start())), None
    )
    noun = _NOUN.match(after[:cut])
    words = noun[0] if noun else ""
    while words and noun and cuts_word(after, noun.start() + len(words)):
        words = words[:-1]
    return words


def _what_befell(after: str) -> str:
    """Give 领养 for 被领养: what is said of a figure that stands without a noun."""
    rest = _PREDICATE.sub("", after)
    word = None if _UNREADABLE.match(rest) else _NOUN.match(rest)
    return word[0] if word else ""


def _compared(before: str, last: str) -> str | None:
    """Give 上年信访 for 上年为, 现收缴率 for 提高到; empty where nobody says of what, None where nothing is compared."""
    of = _OLD.sub("", last)
    if reached := _REACHES.search(before):
        named = _shortened(_named(before[: reached.start()]))
        return named or (f"现{of}" if of else "")
    for shape in (_LAST_YEAR, _OF_A_YEAR):
        if year := shape.search(before):
            of = _shortened(_named(before[: year.start()])) or of
            when = "上年" if shape is _LAST_YEAR else year[1]
            return f"{when}{of}" if of else ""
    return None


def _named(words: str) -> str:
    """Give the words that name a figure, without those beside them that name nothing."""
    words = _POINT.sub("", words)
    end = TRAILING.search(words)
    if end and not cuts_word(words, end.start()):
        words = words[: end.start()]
    return _without_lead(words)


def _without_lead(words: str) -> str:
    while (lead := LEADING.match(words)) and not cuts_word(words, lead.end()):
        words = words[lead.end() :]
    return words


def _plain(words: str) -> str:
    return _NOT_WORDS.sub("", words)


def _shortened(words: str) -> str:
    """Give a clause that is not too long for a label, else its last item or its end, from where it can be cut."""
    if len(words) > _LISTED:
        words = _without_lead(_LIST.split(words)[-1]) if _LIST.search(words) else words
    words = _DOING.sub("", _plain(words))
    ends = [
        0,
        *(at + 1 for at, sign in enumerate(words) if sign in _BREAKS and not cuts_word(words, at + 1)),
    ]
    short = next((words[end:] for end in ends if 1 < len(words) - end <= _LONGEST), "") or _last_words(words)
    return _without_opening(_ENDS.sub("", _without_lead(short)))


def _last_words(words: str) -> str:
    """Give what stands last in words that are too long for a label, from where a word begins."""
    starts = range(len(words) - _LONGEST, len(words) - _SHORT)
    apart = (
        at
        for at in starts
        if words[at : at + 2] in common_words() and words[at - 1 : at + 1] not in common_words()
    )
    return next((words[at:] for at in apart if not LEADING.match(words[at:])), "")


def _without_opening(words: str) -> str:
    """Give words without what only leads in to them, where that is no part of a word: 从轻处罚 stays."""
    opening = _OPENS.match(words)
    return words[opening.end() :] if opening and not cuts_word(words, opening.end()) else words
