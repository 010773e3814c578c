"""A facts file to fill in, in the report's order, every field with its unit and explanation.

Defaults are never written out as values: what the program chooses by itself stands as a comment, so that a later
change of the choice reaches files made before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.drafting.opening import usual_clauses
from generator.facts.activities import ACTIVITY_FIELDS
from generator.facts.days import UNTIL
from generator.facts.head import (
    Head,
    Imprint,
    Letterhead,
    OpeningFacts,
    Plan,
    Rectified,
    Shortcoming,
    Signature,
    Unit,
)
from generator.facts.history import FORMAT, FORMAT_NOW
from generator.facts.library import PLANS, SHORTCOMINGS, read_library
from generator.facts.locked import LOCKED
from generator.facts.marked import OwnText
from generator.facts.notice import ChapterTitles, CountyNotice, Notice
from generator.facts.promises import Promise, closing_words, promises
from generator.facts.records import parts_of
from generator.facts.sentences import CLOSE, OPEN, as_text
from generator.facts.withheld import PUBLIC
from generator.forms.carried import doubtful, emptied
from generator.forms.lines import banner, commented, entry, group, inline, optional, remark_line, value_lines
from generator.forms.moved import Moved, YearTurn, moved_heading, moved_opening
from generator.forms.records import asked_item, blank, filled, note_of, written_parts
from generator.forms.request import Request
from generator.forms.schema import FILE_NAME
from generator.forms.sections import scaffold_duties, scaffold_measures
from generator.topics.kinds import KINDS
from generator.topics.topic import read_years, suits

_REGULATED = 2019
"""The first year whose report the rules of 2019-05-06 (法治政府建设与责任落实督察工作规定) set a day for."""

_SUBMITTED = {
    "县区": "报同级党委、人大常委会和上一级党委、政府",
    "部门": "报本级党委、政府和上一级主管部门",
}
_ABOUT_OPENING = (
    "导语只印写出来的成分，台账里没有依据，由单位定。下面写好的可选用：符合本单位实际的，去掉行首的“# ”"
)
_ABOUT_PROMISES = "上年的不足和计划，逐条写今年做到了什么：上年的话在批注里，不印进报告。不写进报告的整条删去；没有做完的，“状态”写持续推进"
_ITEMS = 3  # shortcomings, and as many plans: what most reports have
_STAYS_IN_OPENING = frozenset({"正文", "领导", "指导", "目标", "举措"})
_ABOUT_NOTICE = "部分标题、排法照上年的报告；今年的通知另有要求的，照通知改"
_ABOUT_FILE = (
    "上级的通知，报告照它写，检查照它查；另有要求的，改写成“文件: 名称”和别的各项，没有的必报项写在“免报”里"
)
_STAYS_IN_NOTICE = frozenset({"部分标题", "部分顺序", "二级标题"})
_STAYS_IN_LETTERHEAD = frozenset({"发文机关标志", "签发人"})
_STAYS_IN_IMPRINT = frozenset({"抄送", "印发机关"})


def scaffold(request: Request) -> str:
    """Give the text of a new facts file."""
    parts = (
        _instructions,
        _unit,
        _opening,
        _mended,
        scaffold_measures,
        scaffold_duties,
        _shortcomings,
        _plans,
        _ending,
    )
    return "\n".join(line for part in parts for line in part(request)) + "\n"


def _instructions(request: Request) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={FILE_NAME}"
    yield f"# {' '.join(request.short.split()) or '本单位'}{request.year}年法治政府建设年度报告的事实文件"
    yield "#"
    yield "# 1. 在“名称: ”后面填写，冒号用半角，后面空一格。说明写在每一项的上一行，“例”是写法的样子，“→”后面是印进报告的话。"
    yield "# 2. 没有这项工作的，把整行删去；没有发生的，填 0；暂时没有数的，空着，报告里会标出【待填】。"
    yield "# 3. 行首有“# ”的可写可不写，要写就删去“# ”。各项的先后就是报告里的先后，可以调换。"
    yield "# 4. 数字照台账写：15000余份、近20场、约2000平方米、5.2万户；单位可以不写，由程序补上。"
    yield "# 5. 数据的出处可以一并记下：{值: 198件, 来源: 司法所台账}。出处不写进报告。"
    yield "#    只报上级、不上网公开的，写 {值: 3件, 公开: 否}；一句话写成两行，“- 正文: 这一句”和下一行对齐的“公开: 否”。公开版用 render --public 生成。"
    yield "#    有一个数截至的日子与别的不同，写 {值: 231件, 截至: 2025-11-30}；没有上年的文件，上年的数写在旁边，就印“较上年……”：{值: 64件, 上年: 91件}；"
    yield "#    本年的数有“截至”的，写上年截至同一天的：{值: 64件, 上年同期: 91件}。"
    yield "# 6. 一个主题可以只填数，也可以用自己的话写“正文”，数写在【名称：数值】里，例如："
    yield "#      矛盾纠纷化解:"
    yield "#        调解: 186件"
    yield "#        调解成功: 182件"
    yield "#        正文:"
    yield "#          - 调解不成的【引导诉讼：4件】都引导到法院解决；最远的一件在高山组，往返【往返：3次】才调成。"
    yield "#      印成：全年调解矛盾纠纷186件，调解成功182件，调解成功率97.8%。调解不成的4件都引导到法院解决；最远的一件在高山组，往返3次才调成。"
    yield "#      正文照印，里面的数与字段一样核对；名称用字段的名称，没有这个字段的自己起一个名称。另外还可以写："
    yield "#        标题: 自己的小标题"
    yield "#        针对: 外来人口多、租赁纠纷易发"
    yield "#        做法:"
    yield "#          - 加强组织领导: 主要负责人召集专题会议2次，研究执法队伍建设"
    yield "#        亮点:"
    yield "#          - 自己的话，照写进报告"
    yield "#        活动:"
    yield "#          - {名称: 宪法宣传周集市宣讲, 时间: 12月4日, 地点: 镇政府前坪, 场次: 2场, 受教育: 420人次}"
    yield f"#      每项活动可写：{'、'.join(ACTIVITY_FIELDS)}；主体是主办的，到场参加的写在“参加”里。"
    yield "#        其他数据:"
    yield "#          印发工作手册: 300册"
    yield "#        成效: 辖区租赁纠纷由上年的46件降到27件"
    yield "# 7. 说明里写的填法："
    yield from (f"#      {name}：{kind.hint}" for name, kind in KINDS.items())
    yield "# 填好后用 nianbao check 检查，用 nianbao render 生成报告。"


def _unit(request: Request) -> Iterator[str]:
    yield ""
    yield from entry("年度", str(request.year), note_of(Head, "年度"))
    yield optional(UNTIL, note_of(Head, UNTIL))
    yield from group("单位")
    yield from filled(Unit, request.unit(), 1, asked=("名称", "简称", "级别", "上级"))
    yield from _notice(request)
    if request.last_path:
        yield from entry("上年", request.last_path.as_posix(), note_of(Head, "上年"))
    else:
        yield optional("上年", note_of(Head, "上年"))
    last = request.last.head if request.last else None
    asked = request.notice or CountyNotice()
    title = moved_heading(last.title, request.years).text if last and not asked.title else ""
    if title and not any(sign.isdigit() for sign in title.replace(str(request.year), "")):
        yield from entry("标题", title, note_of(Head, "标题"))
    else:
        yield optional("标题", note_of(Head, "标题"))
    if last and last.addressees and not asked.addressees:
        yield from value_lines("主送机关", last.addressees, note_of(Head, "主送机关"))
    else:
        yield optional("主送机关", note_of(Head, "主送机关"))


def _notice(request: Request) -> Iterator[str]:
    """Ask what the superior's notice demands, and tell the days that the rules set for a unit of this level."""
    before = request.last.head.notice if request.last else None
    kept = request.kept(before, _STAYS_IN_NOTICE)
    if request.notice_path:
        yield from entry("通知", request.notice_path.as_posix(), _ABOUT_FILE)
    elif kept:
        if before and before.titles.given:
            kept["部分标题"] = ChapterTitles(**_moved_titles(before.titles, request.years))
        yield from group("通知", _ABOUT_NOTICE)
        yield from filled(Notice, kept, 1)
    else:
        yield from commented([inline("通知", note_of(Head, "通知")), *blank(Notice, 1)], 0)
    if request.year >= _REGULATED and not (request.notice and request.notice.deadline):
        to = _SUBMITTED.get(request.known_level or "", "报上一级党委和政府")
        days = f"{request.year + 1}年3月1日前{to}；除涉密的外，4月1日前公开"
        yield f"# 通知没有写报送日期的，{days}（法治政府建设与责任落实督察工作规定）。"


def _moved_titles(before: ChapterTitles, years: YearTurn) -> dict[str, str]:
    """Give last year's titles of the parts by their attributes; a plan's names the year after the report's."""
    following = years._replace(before=years.before + 1, year=years.year + 1)
    titles = {attribute: getattr(before, attribute) for attribute in parts_of(ChapterTitles)}
    return {
        attribute: moved_heading(title, following if attribute == "plans" else years).text
        for attribute, title in titles.items()
    }


def _opening(request: Request) -> Iterator[str]:
    before = request.last.head.opening if request.last else None
    stays = request.kept(before, _STAYS_IN_OPENING)
    texts = {key: _opening_text(key, one, request) for key, one in stays.items() if isinstance(one, str)}
    kept = {**stays, **{key: one.text for key, one in texts.items()}}
    usual = usual_clauses(request.setting.words)
    said = written_parts(before) if before else {}
    written = {key: text for key, text in usual.items() if key in said}  # all else is the clerk's to say
    offered = {key: text for key, text in usual.items() if key not in written}
    yield from group("导语", _ABOUT_OPENING)
    withheld = request.years.withheld
    if ("导语",) in withheld:
        yield from entry(PUBLIC, "否", depth=1)
    yield from (f"  {doubtful(one.doubts)}" for one in texts.values() if one.doubts)
    secret = {str(path[1]) for path in withheld if path[0] == "导语" and len(path) > 1}
    for line in filled(OpeningFacts, {**written, **kept}, 1, withheld=secret):
        key = line.strip().removeprefix("# ").partition(":")[0]
        yield commented(entry(key, offered[key], depth=1), 1)[0] if key in offered else line


def _opening_text(key: str, last: str, request: Request) -> Moved:
    """Give one text of last year's opening moved on, its figures taken out of their marks and told in the doubts."""
    text, figures = emptied(last.written if isinstance(last, OwnText) else as_text(last))
    moved = moved_opening(text, request.years)
    told = [f"上年是{'、'.join(figures)}"] if figures else []
    return moved._replace(doubts=tuple(f"“{key}”里{one}" for one in (*told, *moved.doubts)))


def _mended(request: Request) -> Iterator[str]:
    yield from banner("上年整改：去年的计划做到了什么")
    found = list(promises(request.last)) if request.last else []
    if not found:
        yield from commented(
            [inline("上年整改", note_of(Head, "上年整改")), *blank(Rectified, 1, item=True)], 0
        )
        return
    yield from group("上年整改", _ABOUT_PROMISES)
    for number, promise in enumerate(found):
        asked = {"问题": as_text(promise.problem), "措施": "", "成效": ""}
        if not promise.problem:  # a plan for which no shortcoming was given
            del asked["问题"]
        yield from asked_item(Rectified, asked, tuple(asked), note=_promised(promise), explained=number == 0)
        if promise.withheld:
            yield from entry(PUBLIC, "否", depth=2)


def _promised(promise: Promise) -> str:
    """Tell in last year's words what is to be answered; they are never the answer."""
    circumstances = f"（{promise.circumstances}）" if promise.circumstances else ""
    told = (
        f"上年的不足：{promise.signs.rstrip('。；')}" if promise.signs else "",
        f"上年的计划：{promise.planned}{circumstances}" if promise.planned or circumstances else "",
        _promised_figures(promise.figures),
    )
    return "。".join(filter(None, told))


def _promised_figures(figures: Mapping[str, str]) -> str:
    """Tell the figures that were marked, and how this year's are."""
    before = "、".join(f"{label}{text}" for label, text in figures.items())
    marks = "".join(f"{OPEN}{label}：{CLOSE}" for label in figures)
    return f"上年标注的数：{before}；今年的写在句子里，照样标注：{marks}" if figures else ""


def _suiting(request: Request, library: str, year: int) -> list[str]:
    """Give the names of what a library has for units of this level in that year."""
    entries = read_library(request.templates, library).items()
    return [
        name
        for name, entry in entries
        if suits(entry["适用"], request.known_level) and read_years(entry).hold(year)
    ]


def _shortcomings(request: Request) -> Iterator[str]:
    yield from banner("第三部分 存在的不足和原因")
    names = "、".join(_suiting(request, SHORTCOMINGS, request.year))
    yield from group("不足", f"常见的不足写上“选用”和名称，其余由程序填，填的与实际不符的另写：{names}")
    for number in range(_ITEMS):
        yield from asked_item(Shortcoming, {}, ("问题", "表现"), explained=number == 0)


def _plans(request: Request) -> Iterator[str]:
    yield from banner(f"第四部分 {request.year + 1}年的主要安排")
    names = "、".join(_suiting(request, PLANS, request.year + 1))
    if request.last and (closing := closing_words(request.last)):
        yield remark_line(
            f"上年报告以“{''.join(closing)}”结尾，没有照抄：要用的，写成最后一条计划“正文”的最后一行，前面加【另起一段】。"
        )
    yield from group("计划", f"常见的计划写上“选用”和名称就行，其余由程序填：{names}")
    for number in range(_ITEMS):
        yield from asked_item(Plan, {}, ("标题", "措施", "针对"), explained=number == 0)


def _ending(request: Request) -> Iterator[str]:
    last = request.last.head if request.last else None
    yield from banner("落款")
    yield optional("其他情况", note_of(Head, "其他情况"))
    yield from group("落款")
    signature = request.kept(last.signature if last else None, {"单位"})
    if last and last.signature.seal:
        signature["印章"] = "是"
    yield from filled(Signature, signature, 1, asked=("日期",))
    yield optional("附件", note_of(Head, "附件"))
    if last and last.locked:
        yield from value_lines(LOCKED, last.locked, note_of(Head, LOCKED))
    else:
        yield optional(LOCKED, note_of(Head, LOCKED))
    for name, model, before, stays, asked in (
        ("版头", Letterhead, last.letterhead if last else None, _STAYS_IN_LETTERHEAD, "发文字号"),
        ("版记", Imprint, last.imprint if last else None, _STAYS_IN_IMPRINT, "印发日期"),
    ):
        if before is None:
            yield from commented([inline(name, note_of(Head, name)), *blank(model, 1)], 0)
        else:
            yield from group(name, note_of(Head, name))
            yield from filled(model, request.kept(before, stays), 1, asked=(asked,))
    yield from entry(FORMAT, str(FORMAT_NOW), note_of(Head, FORMAT))
