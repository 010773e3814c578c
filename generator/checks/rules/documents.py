"""提法: document numbers, titles of documents, spans of years, days written short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import in_title, is_character, told_together
from generator.patterns import pattern
from generator.problems import Level

_SERIES = r"[发办法字函通政委府号令党组团综安司]"
_NUMBERS = (
    (
        pattern(
            r"[\[【（(﹝［]\s?(?P<year>(?:19|20)\d\d)\s?[\]】）)﹞］]\s?第?\s?0*(?P<number>\d{1,4})\s?号"
        ),
        "年份用六角括号",
    ),
    (pattern(r"〔(?P<year>(?:19|20)\d\d)〕\s?第\s?(?P<number>\d+)\s?号"), "序号前不加“第”"),
    (pattern(r"〔(?P<year>(?:19|20)\d\d)〕\s?0+(?P<number>\d+)\s?号"), "序号不编虚位"),
    (pattern(rf"(?<={_SERIES})(?P<year>20[0-3]\d)(?P<number>\d{{1,4}})(?:号|(?=[）)]))"), "丢了六角括号"),
    (pattern(r"〔(?P<year>20[0-3]\d)(?P<number>\d{1,4})号"), "丢了右半个六角括号"),
    (
        pattern(r"(?<![〔\[【（(﹝［\d])(?P<year>20[0-3]\d)[〕\]】﹞］]\s?(?P<number>\d{1,4})号"),
        "丢了左半个六角括号",
    ),
    (pattern(r"〔(?P<short>\d\d)〕\s?(?P<number>\d{1,4})号"), "年份写四位"),
    (pattern(r"〔(?P<year>(?:19|20)\d\d)年〕\s?(?P<number>\d{1,4})号"), "括号里不写“年”"),
)


@rule(
    "提法-17",
    "发文字号写法不对",
    only_with=("号", *(f"{sign}20" for sign in "发办法字函通政委府号令党组团综安司")),
    level=Level.ERROR,
    bad="按照国办发[2018]118号文件要求，推行行政执法“三项制度”。",
    good="按照国办发〔2018〕118号文件要求，推行行政执法“三项制度”；案号为（2023）川1024民初356号。",
)
def document_number(material: Material) -> Iterator[Finding]:
    """查发文字号的年份括号和序号。

    查什么：方括号、圆括号、丢了半个或整个括号、“第”字、虚位；法院案号用圆括号，不算。
    为什么：GB/T 9704—2012第7.2.5条：年份标全称，用六角括号“〔〕”括入，序号不加“第”、不编虚位。
    怎么改：写成国办发〔2018〕118号。
    """
    for shape, why in _NUMBERS:
        for block, match in material.matches(shape):
            year = match.groupdict().get("year") or f"20{match['short']}"
            mend = f"〔{year}〕{match['number']}号"
            yield Finding(
                f"发文字号“{match.group()}”写法不对：{why}。",
                f"改为{mend}。",
                block,
                *match.span(),
                mend=mend,
            )


_LOST = pattern(r"(?P<a>20[0-3]\d)(?<!\d20..)(?P<b>20[0-4]\d)\s?年")
_HYPHEN = pattern(r"(?P<a>(?:19|20)\d\d)\s?(?:-{1,2}|－|–|~|～|——|−|―|‐|‑)\s?(?P<b>(?:19|20)\d\d)\s?年")

_NO_YEAR = pattern(r"(?<=[（(])(?P<a>20\d\d)\s?[—－–~～至-]{1,2}\s?(?P<b>20\d\d)(?=[）)]》)")


@rule(
    "提法-18",
    "起止年份的连接号不对",
    gravest=Level.ERROR,
    bad="对照《法治政府建设实施纲要（2021-2025年）》要求，细化措施。",
    good="对照《法治政府建设实施纲要（2021—2025年）》要求，细化措施。",
)
def span_of_years(material: Material) -> Iterator[Finding]:
    """查起止年份之间是不是一字线。

    查什么：“2021-2025年”“2021~2025年”“2021——2025年”；丢了一字线的“20212025年”报错误。
    为什么：GB/T 15834—2011第4.13条：标示时间起止用一字线“—”；网页转贴常把它变成短横或弄丢。
    怎么改：写成2021—2025年；全文都用短横的，只报一次。
    """
    for block, match in material.matches(_LOST):
        yield _span(block, match, "丢了一字线")._replace(level=Level.ERROR)
    for block, match in material.matches(_NO_YEAR, "）"):
        if is_character(material.blocks[block].text[: match.start() - 1][-1:]):
            yield _span(block, match, "漏了“年”")._replace(mend=None)
    for block, spans, more in told_together(list(_HYPHEN.finditer(one.text)) for one in material.blocks):
        yield _span(block, spans[0], f"起止年份用一字线{more}")


def _span(block: int, match: re.Match[str], what: str) -> Finding:
    mend = f"{match['a']}—{match['b']}年"
    return Finding(f"“{match.group()}”：{what}。", f"改为{mend}。", block, *match.span(), mend=mend)


_OUTSIDE = pattern(r"》\s?[（(](?P<years>(?:19|20)\d\d\s?[-－—–~至]+\s?(?:19|20)\d\d\s?年)[）)](?!》)")
_PLANS = pattern(
    r"(?<![《〈一-龥])(?:[一-龥]{0,6}?)(?P<title>(?:法治政府建设实施纲要|法治社会建设实施纲要|法治中国建设规划"
    r"|提升行政执法质量三年行动计划)[（(]20\d\d.{1,3}20\d\d年[）)])"
)
_LONG = pattern(
    r"(?:落实|贯彻|执行|按照|依据|根据|依照|遵守|对照|学习|坚持|以|和|、|宣传)(?P<title>法治政府建设实施纲要|法治社会建设实施纲要|党政主要负责人履行推进法治建设第一责任人职责规定"
    r"|法治政府建设与责任落实督察工作规定|重大行政决策程序暂行条例)(?!》)"
)
_BARE = pattern(
    r"(?:落实|贯彻|执行|按照|依据|根据|依照|遵守|对照|贯彻实施)(?P<title>信访工作条例|行政执法监督条例|保障农民工工资支付条例|优化营商环境条例"
    r"|中华人民共和国(?!宪)[^，。；、的和与《》（\s]{1,12}?(?:法|条例)(?![律规治院官定]))(?!》)"
)


@rule(
    "提法-19",
    "文件名称的书名号不对",
    bad="贯彻落实法治政府建设实施纲要（2021—2025年），明确责任科室。",
    good="贯彻落实《法治政府建设实施纲要（2021—2025年）》，宣传宪法、民法典等法律法规。",
)
def title_marks(material: Material) -> Iterator[Finding]:
    """查文件全称有没有书名号，起止年份在不在书名号里面。

    查什么：纲要、规划、规定、条例的全称没加《》；《……》（2021—2025年）年份在外面。法律简称如“民法典”不加书名号不算。
    为什么：GB/T 15834—2011第4.15条：书名、文件名用书名号；起止年份是名称的一部分。
    怎么改：加《》，年份放在》前面。
    """
    for block, match in material.matches(_OUTSIDE, "》"):
        yield Finding(
            f"起止年份（{match['years']}）是文件名称的一部分，应在书名号里面。",
            f"改为（{match['years']}）》。",
            block,
            *match.span(),
            mend=f"（{match['years']}）》",
        )
    for shape, words in ((_PLANS, ("实施纲要", "建设规划", "行动计划")), (_LONG, ()), (_BARE, ())):
        for block, match in material.matches(shape, *words):
            text, (start, end) = material.blocks[block].text, match.span("title")
            lone = text.count("《") != text.count("》")
            if not in_title(text, start) and not (
                lone or (text[end : end + 1] in ("（", "(") and shape is not _PLANS)
            ):
                title = text[start:end]
                yield Finding(
                    f"“{title}”没有加书名号。", f"改为《{title}》。", block, start, end, mend=f"《{title}》"
                )


_DAYS = "3.8|3.15|4.15|4.26|5.12|6.5|6.26|11.9|12.2|12.4|1.10|4.7".replace(".", r"[.．]")
_SHORT = pattern(
    rf"(?<![\d.．])(?P<day>{_DAYS})(?![\d.．%％])(?=[”\"」’]?\s?(?:国际|全民|国家|全国|世界|中国|宪法|禁毒|消防|防灾|交通|消费|法治|法制|普法"
    rf"|妇女|安全|知识|日))"
    rf"|[“\"](?P<quoted>{_DAYS})[”\"]"
)


_DOTTED_DAYS = tuple(day.replace(".", dot) for day in _DAYS.replace("[.．]", ".").split("|") for dot in ".．")


@rule(
    "提法-20",
    "纪念日简称没用间隔号",
    only_with=_DOTTED_DAYS,
    bad="结合“12.4”国家宪法日、4.15全民国家安全教育日开展宣传。",
    good="结合“12·4”国家宪法日、“4·15”全民国家安全教育日开展宣传。",
)
def day_with_dot(material: Material) -> Iterator[Finding]:
    """查“12·4”“4·15”“3·15”中间是不是间隔号。

    查什么：写成12.4、4.15、3.15的。
    为什么：GB/T 15834—2011第4.14条：以月、日为标志的事件或节日，月、日之间用间隔号。
    怎么改：写成“12·4”；全文都是的，只报一次。
    """
    for block, days, more in told_together(list(_SHORT.finditer(one.text)) for one in material.blocks):
        match = days[0]
        name = "day" if match["day"] else "quoted"
        mend = re.sub("[.．]", "·", match[name])
        yield Finding(
            f"“{match[name]}”中间用间隔号{more}。", f"改为“{mend}”。", block, *match.span(name), mend=mend
        )
