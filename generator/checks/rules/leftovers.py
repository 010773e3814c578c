"""文字: what other programs and web pages leave in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import BLANKS
from generator.checks.vocabulary import simplified, sounds
from generator.patterns import pattern
from generator.problems import Level

_FURNITURE = pattern(
    r"字(?:体|号)(?:大小)?[：:]|[【\[（(]?\s?(?:字体：?)?大\s?[】\])）]?\s?[【\[（(]?中[】\])）]?\s?[【\[（(]?小\s?[】\])）]|字体大小"
    r"|(?:发布|发稿|更新|公开|录入|成文|发文)(?:时间|日期)\s?[：:]|(?:信息|文章|稿件|内容)?来\s?源\s?[：:]\s?[^，。；]{2,20}(?=\s|$)"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)\s?[：:]|累计次数\s?[：:]|点击率\s?[：:]"
    r"|(?:索\s?引\s?号|发布机构|发文机关|发文机构|发文字号|主题分类|体裁分类|效力状态|有效性|公文时效|信息分类|主题词|组配分类)\s?[：:]|责任编辑|责编[：:]|信息审核|编辑[：:]"
    r"|作者[：:]|审核[：:]"
    r"|打印(?:本页|此页|文章)|[【\[]打印[】\]]|关闭(?:窗口|本页|此页)|[【\[]关闭[】\]]|[【\[]收藏[】\]]|分享(?:到|至)\s?(?:[：:]|微信|微博|QQ|朋友圈)"
    r"|扫一扫(?:在?手机|分享|.{0,4}打开当前)|手机(?:查看|打开)当前页|(?:返回|回到)顶部|视力保护色|无障碍(?:浏览|阅读)|适老化(?:\s|版|模式)"
    r"|(?:您)?(?:当前|现在)?(?:所在)?的?位置[：:]?\s?(?:为|：|:)?\s?首页|首页\s?[>＞》\-]|上一[篇条][：:]|下一[篇条][：:]"
    r"|相关(?:链接|附件|文章|阅读)[：:]|附件下载|下载附件|相关附件|网站地图|版权所有|ICP备|公网安备|加入收藏|设为首页|网友评论|全部留言|有用[（(][）)]|我要纠错|繁体版"
    r"|简体\s?[|｜]\s?繁"
)


_NAMES = """字体 字号 小】 小] 小) 小） 累计次数 点击率 发布机构 发文机关 发文机构 发文字号 主题分类 体裁分类 效力状态 有效性
公文时效 信息分类 主题词 组配分类 责任编辑 责编 信息审核 编辑： 编辑: 作者： 作者: 审核： 审核: 打印本页 打印此页 打印文章 【打印 [打印
关闭窗口 关闭本页 关闭此页 【关闭 [关闭 【收藏 [收藏 分享到 分享至 扫一扫 手机查看 手机打开 顶部 视力保护色 无障碍浏览 无障碍阅读 适老化
首页 上一篇 上一条 下一篇 下一条 相关链接 相关附件 相关文章 相关阅读 附件下载 下载附件 网站地图 版权所有 ICP备 公网安备 加入收藏 网友评论
全部留言 有用（ 有用( 我要纠错 繁体版 简体"""
_FURNITURE_WORDS = (
    *_NAMES.split(),
    *(
        f"{what}{when}"
        for what in ("发布", "发稿", "更新", "公开", "录入", "成文", "发文")
        for when in ("时间", "日期")
    ),
    *(f"{what}{count}" for what in ("浏览", "点击", "阅读", "访问") for count in ("次数", "量", "数")),
    *(f"{one}{blank}{other}" for one, other in ("来源", "索引") for blank in ("", *BLANKS)),
    *(f"小{blank}" for blank in BLANKS),
)


@rule(
    "文字-12",
    "留有网页上的东西",
    only_with=_FURNITURE_WORDS,
    level=Level.ERROR,
    bad="来源：镇司法所 发布时间：2024-12-30 10:25 浏览次数：136",
    good="通过发放宣传单、分享典型案例等方式开展宣传，打印资料500份。",
)
def web_furniture(material: Material) -> Iterator[Finding]:
    """查有没有从网页连带复制来的东西。

    查什么：“字体：大 中 小”“发布时间：”“来源：”“浏览次数：”“分享到”“打印本页”“当前位置：首页”“索引号：”等。
    为什么：从网站复制旧报告时带进来的，不是正文。
    怎么改：删去。
    """
    for number, block in enumerate(material.blocks):
        match = _FURNITURE.search(block.text)
        if match:
            yield Finding(
                f"“{match.group().strip()}”是网页上的东西。", "删去这些网页文字。", number, *match.span()
            )


_SOFTWARE = pattern(
    r"\[bookmark[^\]\n]{0,40}\]?|_GoBack|_Toc\d+|OLE_LINK\d*"
    r"|(?:EMBED|HYPERLINK|PAGEREF|TOC|MERGEFORMAT|SEQ)\s[^。\n]{0,30}"
    r"|&(?:nbsp|ldquo|rdquo|lsquo|rsquo|amp|lt|gt|quot|mdash|hellip|middot|#\d{2,5}|#x[0-9a-fA-F]{2,5});?"
    r"|</?(?:p|br|span|div|a|b|i|u|td|tr|table|tbody|font|strong|em|img|style|script|o:p"
    r"|h[1-6])(?:\s[^>\n]{0,80})?/?>|mso-[a-z\-]+|Normal\s+0|MicrosoftInternetExplorer|7\.8\s?磅"
    r"|\\(?:par|pard|rtf|fs\d)\b|错误[！!]未找到引用源|错误[！!]未定义书签|Error! (?:Reference|Bookmark)"
    r"|#(?:REF|N/A|VALUE|NAME|DIV/0)[!?]?|\{\{[^{}\n]{0,40}\}\}|\{%[^%\n]{0,40}%\}|【请输入[^】]*】|\[插入[^\]]*\]"
    r"|(?:作为|我是)(?:一个|一名)?(?:AI|人工智能)(?:语言)?(?:模型|助手)"
)


_MARKS = (
    "[bookmark _GoBack _Toc OLE_LINK EMBED HYPERLINK PAGEREF TOC MERGEFORMAT SEQ & < mso- Normal Microsoft 7.8 \\"
    " 错误！ 错误! Error! # { 【请输入 [插入 AI 人工智能"
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

    查什么：[bookmark: _GoBack]、HYPERLINK、&nbsp;、<span>、“错误！未找到引用源”等。
    为什么：转换格式时带出来的，打印出来就露馅。
    怎么改：删去。
    """
    for block, match in material.matches(_SOFTWARE, *_SOFTWARE_WORDS):
        yield Finding(f"“{match.group()[:24]}”是软件的标记。", "删去。", block, *match.span(), mend="")
    for number, one in enumerate(material.blocks):
        raw = material.source[one.line - 1] if 0 < one.line <= len(material.source) else ""
        entity = _ENTITY.search(raw)
        if entity and entity.group() not in one.text:
            yield Finding(f"“{entity.group()}”是网页代码。", "换成它所代表的字符，或删去。", number)


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


_STRANGE = pattern(
    r"\d[Ee][+-]?\d|0{7}|9{7}|NaN|undefined|null|None|Infinity|#{4}|"
    r"[^，。、：；！“”‘’（）《》〔〕—…·%.+ \n0-9A-Za-z一-龥-]|%[0-9A-F]|[锟烫屯锘]|[鍒涓鏄鐨锛銆娌鍙鏂娉鏀挎硶寤鸿勫伐浣滃叏闀囪仈]{4}"
)
"""What is in every garbled text, and in few others."""
_GARBLED = pattern(
    "[\ufffd\ue000-\uf8ff\ufff0-\ufffb]+|锟斤拷|烫烫烫|屯屯屯|锘|[ÃÂâ][\u0080-\u00bf€™œ˜“”]{1,2}|ï»¿|ï¼|ã€"
    "|(?:[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff][\u0080-\u00bf‘-›]{0,2}){2,}"
    "|(?:[鍒涓鏄鐨锛銆娌鍙鏂娉鏀挎硶寤鸿勫伐浣滃叏闀囪仈]{2}){2,}"
    "|[□■◆◇●▲▼△▽]{2,}|[?？]{2,}(?=[一-龥（(])|[?？](?=[A-Z][一-龥])"
    "|(?<=[一-龥])[?？][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)]|(?<=[一-龥])[?？]{3,}|(?<![A-Za-z])\\?[A-Z](?=[一-龥])"
    "|[\u0400-\u04ff\u0370-\u03ff\u3040-\u30ff]{2,}|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]"
    "|%[0-9A-F]{2}%[0-9A-F]{2}|\\\\u[0-9a-f]{4}"
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

    查什么：替换符、私用区字符、“锟斤拷”、连着的□、“?F將”这样丢字的问号；表格里带出来的“1.2E+04”“0.30000000000000004”
    “####”“NaN”。
    为什么：转换编码时丢了字，读的人看不懂。
    怎么改：对照原件补上。
    """
    if not _STRANGE.search(material.text):
        return
    for block, match in material.matches(_GARBLED):
        yield Finding(f"乱码“{match.group()[:12]}”。", "对照原件补上。", block, *match.span())


@rule(
    "文字-16",
    "有繁体字",
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
_BLANK = pattern(r"(?<=[一-龥，。；：、])[ \u00a0\u3000\t]+(?=[一-龥“《（，。；：、])")


@rule(
    "文字-17",
    "多余的空格或看不见的字符",
    bad="街道坚持 依法行政，\u200b规范执法程序。",
    good="街道坚持依法行政，建设“平安稷下 法治稷下”。",
)
def stray_blank(material: Material) -> Iterator[Finding]:
    """查汉字中间的空格和零宽字符。

    查什么：正文里两个汉字之间的空格、零宽空格；引号、书名号里的和并列单位之间的不算。
    为什么：从网页、PDF复制来的，排版时会断开。
    怎么改：删去。
    """
    for number, block in enumerate(material.blocks):
        for match in _INVISIBLE.finditer(block.text):
            yield Finding("有看不见的字符。", "删去。", number, *match.span(), mend="")
        if material.ranks[number] or not block.text.rstrip().endswith(("。", "；", "，")):
            continue
        quoted = [one.span() for one in re.finditer(r"“[^”]*”|《[^》]*》", block.text)]
        for match in _BLANK.finditer(block.text):
            if not any(start < match.start() < end for start, end in quoted):
                around = block.text[max(0, match.start() - 3) : match.end() + 3]
                yield Finding(f"“{around}”中间有空格。", "删去空格。", number, *match.span(), mend="")
                break
