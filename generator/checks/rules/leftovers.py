"""文字: what other programs leave in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import is_character, span_around, told_together
from generator.checks.spacing import is_running
from generator.checks.vocabulary import simplified, sounds
from generator.document.text.block import Block, BlockKind
from generator.patterns import pattern
from generator.problems import Level

_SOFTWARE = pattern(
    r"\[bookmark[^\]\n]{0,40}\]?|_GoBack|_Toc\d+|OLE_LINK\d*"
    r"|(?:EMBED|HYPERLINK|PAGEREF|TOC|MERGEFORMAT|SEQ)\s[^。\n]{0,30}"
    r"|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|amp|lt|gt|quot|mdash|hellip|middot|#\d{2,5}|#x[0-9a-fA-F]{2,5});?"
    r"|(?:</(?:[pabiu]|o:p)|(?<![A-Za-z0-9])<(?:[pabiu]|o:p)"  # a<b> may compare figures
    r"|</?(?:br|span|div|td|tr|table|tbody|font|strong|em|img|style|script|h[1-6]))"
    r"(?:\s+[\w:-]+\s?=[^>\n]{0,80}|\s)?/?>|mso-[a-z\-]+|Normal\s+0|MicrosoftInternetExplorer|7\.8\s?磅"
    r"|\\(?:par|pard|rtf|fs\d)\b|错误[！!]未找到引用源|错误[！!]未定义书签|Error! (?:Reference|Bookmark)"
    r"|#(?:REF|N/A|VALUE|NAME|DIV/0)[!?]?|\{\{[^{}\n]{0,40}\}\}|\{%[^%\n]{0,40}%\}|【请输入[^】]*】|\[插入[^\]]*\]"
    r"|[\[［](?:图片|配图|插图|照片|截图|视频|链接)\s?\d{0,2}[\]］]"
    r"|(?:作为|我是)(?:一个|一名)?(?:AI|人工智能)(?:语言)?(?:模型|助手)"
)


_MARKS = (
    "[bookmark _GoBack _Toc OLE_LINK EMBED HYPERLINK PAGEREF TOC MERGEFORMAT SEQ & < mso- Normal Microsoft 7.8 \\"
    " [图片 [配图 [插图 [照片 [截图 [视频 [链接 ［图片 ［配图 ［插图 ［照片 ［截图 ［视频 ［链接 错误！ 错误! Error! # { 【请输入 [插入 AI 人工智能"
)
_SOFTWARE_WORDS = tuple(_MARKS.split())
_ENTITY = pattern(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")


@rule(
    "文字-13",
    "留有软件的标记",
    level=Level.ERROR,
    bad="[bookmark: _GoBack]2023年，街道认真落实法治建设各项任务。&nbsp;",
    good="2023年，街道认真落实法治建设各项任务，安装国家反诈中心App 1.2万人。",
)
def software_marks(material: Material) -> Iterator[Finding]:
    """查有没有文字处理软件、网页代码留下的标记。

    查什么：[bookmark: _GoBack]、HYPERLINK、&nbsp;、<span>、“错误！未找到引用源”“[图片3]”等。
    为什么：转换格式时带出来的，打印出来就露馅。
    怎么改：删去。
    """
    for block, match in material.matches(_SOFTWARE, *_SOFTWARE_WORDS):
        yield Finding(f"“{match.group()[:24]}”是软件的标记。", "删去。", block, *match.span(), mend="")
    for number, one in enumerate(material.blocks):
        raw = material.source[one.line - 1] if 0 < one.line <= len(material.source) else ""
        entity = _ENTITY.search(raw)
        if entity and entity.group() not in one.text:
            from html import unescape

            at = _place(one.text, unescape(entity.group()), unescape(raw[: entity.start()]))
            start, end = (0, len(one.text)) if at < 0 else (at, at + 1)
            fix = "换成它所代表的字符，或删去。"
            yield Finding(f"“{entity.group()}”是网页代码。", fix, number, start, end)


def _place(text: str, sign: str, before: str) -> int:
    """Give the place of a sign that stands in a text as often before as in what is before it, else -1."""
    at = text.find(sign)
    for _earlier in range(before.count(sign)):
        at = text.find(sign, at + 1)
    return at


_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ", "aaaaeeeeiiiioooouuuuvvvv")
_PINYIN = pattern(r"(?<=[一-龥])[（(](?P<sound>[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})[）)]")


def _is_pinyin(sign: str, sound: str) -> bool:
    if sound != sound.translate(_TONES):
        return True
    return sign not in sounds() and sign in simplified()


_LETTERS = "abcdefghijklmnopqrstuvwxyzāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"


@rule(
    "文字-14",
    "夹有拼音",
    only_with=(*(f"{bracket}{sign}" for bracket in "（(" for sign in _LETTERS),),
    level=Level.ERROR,
    bad="石桥鎮(zhèn)深入推進(jìn)依法行政。",
    good="石桥镇深入推进依法行政，推广使用手机应用(app)。",
)
def inline_pinyin(material: Material) -> Iterator[Finding]:
    """查汉字后面有没有括注的拼音。

    查什么：“鎮(zhèn)”这样的注音，只报第一处并说明个数。
    为什么：网页的简繁转换插件留下的。
    怎么改：删去注音；连同繁体字一起改回简体。
    """
    sounded = [
        (number, hits) for number, block in enumerate(material.blocks) if (hits := _sounded(block.text))
    ]
    total = sum(len(hits) for _, hits in sounded)
    for number, hits in sounded[:1]:
        more = f"（全文共{total}处）" if total > 1 else ""
        start, end = hits[0].start(), hits[-1].end()
        mend = _PINYIN.sub("", material.blocks[number].text[start - 1 : end])[1:]
        yield Finding(f"夹有拼音{hits[0].group()}{more}。", "删去注音。", number, start, end, mend=mend)


def _sounded(text: str) -> list[re.Match[str]]:
    return [one for one in _PINYIN.finditer(text) if _is_pinyin(text[one.start() - 1], one["sound"])]


_USUAL = frozenset(f"，。、：；！“”‘’（）《》〔〕—…·%.+ \n-{digits}{ascii_letters}")
_OF_GARBLED = frozenset("锟烫屯锘")
_STRANGE_ROWS = (
    pattern(r"\d[Ee][+-]?\d|[于在自至从到截止]4[3-6]\d{3}"),
    pattern(r"0000000|9999999|NaN|undefined|null|None|Infinity|####|%[0-9A-F]"),
    pattern("[鍒涓鏄鐨锛銆娌鍙鏂娉鏀挎硶寤鸿勫伐浣滃叏闀囪仈]{4}"),
)
"""What of usual characters stands in garbled texts, and in few others; any unusual one may be of such a text."""
_GARBLED = pattern(
    "[\ufffd\ue000-\uf8ff\ufff0-\ufffb]+|锟斤拷|烫烫烫|屯屯屯|锘|[ÃÂâ][\u0080-\u00bf€™œ˜“”]{1,2}|ï»¿|ï¼|ã€"
    "|(?:[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff][\u0080-\u00bf‘-›]{0,2}){2,}"
    "|[\u00e0-\u00ef][\u0080-\u00bf]|_?x000[DdAa]_?"
    "|(?<=[一-龥])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u00a1-\u00af](?=[一-龥])"
    "|(?:[鍒涓鏄鐨锛銆娌鍙鏂娉鏀挎硶寤鸿勫伐浣滃叏闀囪仈]{2}){2,}"
    "|[□■◆◇●▲▼△▽]{2,}|[?？]{2,}(?=[一-龥（(])|[?？](?=[A-Z][一-龥])"
    "|(?<=[一-龥])[?？][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]|(?<=[一-龥])[?？]{3,}|(?<![A-Za-z])\\?[A-Z](?=[一-龥])"
    "|[\u0400-\u04ff\u0370-\u03ff\u3040-\u30ff]{2,}|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]"
    "|%[0-9A-F]{2}%[0-9A-F]{2}|\\\\u[0-9a-f]{4}"
    "|(?<=[于在自至从到截止])4[3-6]\\d{3}(?=[召举开起止，前完印建成办启正发实施受通颁])"
    "|(?<![A-Za-z])\\d\\.?\\d*[Ee][+-]?0?\\d{1,2}(?![A-Za-z\\d])|\\d\\.\\d*(?:0{7,}|9{7,})\\d*"
    "|(?<![A-Za-z])(?:NaN|undefined|null|None|Infinity)(?![A-Za-z])|#{4,}(?![# ])"
)


@rule(
    "文字-15",
    "有乱码",
    level=Level.ERROR,
    bad="街道坚持\ufffd\ufffd法行政，规范执法程序。",
    good="街道坚持依法行政，规范执法程序。",
)
def garbled(material: Material) -> Iterator[Finding]:
    """查有没有乱码。

    查什么：替换符、私用区字符、“锟斤拷”、连着的□、“?F將”这样丢字的问号；表格里带出来的“1.2E+04”“0.30000000000000004”“于45628召开”
    “####”“NaN”。
    为什么：转换编码时丢了字，读的人看不懂。
    怎么改：对照原件补上。
    """
    signs = material.signs - _USUAL
    odd = not (signs.isdisjoint(_OF_GARBLED) and all(map(is_character, signs)))
    if not odd and not any(row.search(material.text) for row in _STRANGE_ROWS):
        return
    for block, match in material.matches(_GARBLED):
        yield Finding(f"乱码“{match.group()[:12]}”。", "对照原件补上。", block, *match.span())


@rule(
    "文字-16",
    "有繁体字",
    gravest=Level.ERROR,
    bad="全面推進依法治鎮，規範行政執法行為。",
    good="全面推进依法治镇，规范行政执法行为。",
)
def traditional(material: Material) -> Iterator[Finding]:
    """查有没有繁体字。

    查什么：“鎮”“進”“執”等；两个以上报错误，只有一个的（可能是人名、书名）报提醒。
    为什么：《国家通用语言文字法》第九条：国家机关以规范汉字为公务用字。
    怎么改：改为简体；人名、文物名确用繁体的可停用这一条。
    """
    pairs = simplified()
    places = [
        (number, place)
        for number, (block, read) in enumerate(zip(material.blocks, material.readings, strict=True))
        if read.places is not None
        for place, sign in enumerate(block.text)
        if sign in pairs
    ]
    if places:
        number, place = places[0]
        last = max(at for block, at in places if block == number)
        signs = [material.blocks[block].text[at] for block, at in places]
        shown = "、".join(f"{sign}（{pairs[sign]}）" for sign in list(dict.fromkeys(signs))[:5])
        yield Finding(
            f"繁体字{len(signs)}个：{shown}。",
            "改为简体字。",
            number,
            place,
            last + 1,
            level=Level.ERROR if len(set(signs)) > 1 else Level.WARNING,
            mend="".join(pairs.get(sign, sign) for sign in material.blocks[number].text[place : last + 1]),
        )


_INVISIBLE = pattern("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+")
_BLANK = pattern(
    r"(?<=[一-龥，。；：、”》）])[ \u00a0\u2002-\u200a\u3000\t]+(?=[一-龥“《（，。；：、])|(?<=[一-龥，。；：、])[ \u00a0\u3000]+(?=[A-Za-z])"
    r"|(?<=[A-Za-z])[ \u00a0\u3000]+(?=[一-龥，。；：、])|(?<=[“《（])[ \u00a0\u3000]+|[ \u00a0\u3000]+(?=[”》）])"
)
_BEHIND_NUMBER = pattern(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．])(?P<blank>[ \u00a0\u3000\t]+)(?=[一-龥“《])"
)


@rule(
    "文字-17",
    "多余的空格或看不见的字符",
    yields_to=("文字-02", "文字-12", "结构-05"),
    bad="街道坚持 依法行政，\u200b规范执法程序。",
    good="街道坚持依法行政，建设“平安稷下 法治稷下”。",
)
def stray_blank(material: Material) -> Iterator[Finding]:
    """查汉字中间的空格和零宽字符。

    查什么：正文里汉字、标点、字母之间的空格，序号后面的空格，零宽空格；引号、书名号里分成两半的不算。
    为什么：从网页、PDF复制来的，排版时会断开。
    怎么改：删去；几段都有的，只报一次并说明个数。
    """
    for number, block in enumerate(material.blocks):
        for match in _INVISIBLE.finditer(block.text):
            yield Finding("有看不见的字符。", "删去。", number, *match.span(), mend="")
        lead = _BEHIND_NUMBER.match(block.text)
        if lead and block.kind is not BlockKind.TABLE:
            yield Finding("序号后面有空格。", "删去空格。", number, *lead.span("blank"), mend="")
    for number, blanks, more in told_together(
        _blanks(block) if _SAYS.search(block.text) or rank > 1 else []
        for block, rank in zip(material.blocks, material.ranks, strict=True)
    ):
        text, match = material.blocks[number].text, blanks[0]
        around = text[max(0, match.start() - 3) : match.end() + 3]
        yield Finding(f"“{around}”中间有空格{more}。", "删去空格。", number, *match.span(), mend="")


def _blanks(block: Block) -> list[re.Match[str]]:
    """Give the blanks amid a running text, but for that behind its number and those that part a slogan's halves."""
    lead = _BEHIND_NUMBER.match(block.text)
    first = lead.end("blank") if lead else 0
    blanks = _BLANK.finditer(block.text, first) if is_running(block) else ()
    return [match for match in blanks if not _slogan(block.text, match)]


_SAYS = pattern(r"[，。；]")
_NAMED = pattern(r"“[^”]*”|《[^》]*》|（[^）]*）")


def _slogan(text: str, blank: re.Match[str]) -> bool:
    """Tell whether a blank parts the halves of a slogan or of a title: “平安稷下 法治稷下”."""
    span = span_around(_NAMED, text, blank.start())
    if span is None:
        return False
    quoted = text[slice(*span)]
    halves = re.split(r"[ \u00a0\u3000\t]+", quoted[1:-1])
    return all(len(half) >= _HALF for half in halves) and (
        quoted[0] != "“" or len(set(map(len, halves))) == 1 or min(map(len, halves)) >= _TITLE_HALF
    )


_HALF = 3
_TITLE_HALF = 6
"""Halves as long as this may differ in length: “绍兴创新监管服务模式 护航平台经济发展”."""
