"""结构: the signature: the unit and the day of writing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.gather import before_appendices, signature_date
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.sample import whole
from generator.document.text.measure import without_blanks
from generator.patterns import pattern
from generator.problems import Level

_ORGAN = pattern(r"(?:人民政府|办事处|委员会|党工委|[市县区镇乡]委|[局厅院办处]|[镇乡街道区县市])$")


def _tail(material: Material) -> list[tuple[int, str]]:
    """Give the last short lines: signature and date are among them."""
    texts = [(number, block.text.strip()) for number, block in enumerate(before_appendices(material.blocks))]
    return [
        (number, text) for number, text in texts[-6:] if len(text) < 40 and not text.endswith(("。", "；"))
    ]


_DATED = pattern(r"[年.\-/][\d０-９元正一二三四五六七八九十○〇]{1,3}[月.\-/]")


@rule("结构-17", "没有落款，或落款不完整", bad=whole("稷下街道办事处\n\n2024年1月20日\n", ""), good=whole())
def no_signature(material: Material) -> Iterator[Finding]:
    """查文末有没有署名和成文日期，署名是不是全称，日期是不是写到日。

    查什么：最后几行里的单位名称和“……年……月……日”；“城东镇政府”“新桥街道办”，“24年1月20日”“2024年1月”“1月20号”，
    汉字和数字混写的日期，署名、日期后面的标点，日期写在署名前面。
    为什么：没有署名和日期的，不成其为公文；公文格式标准第7.3.5条要求署全称或规范化简称，用阿拉伯数字把年、月、日标全。
    怎么改：文末写单位名称，下一行写成文日期，如“2024年1月20日”。
    """
    yield from _incomplete(material)
    if not material.whole:
        return
    tail = [text for number, text in _tail(material) if material.ranks[number] not in (1, 2)]
    missing = [] if any(_ORGAN.search(text) for text in tail) else ["署名"]
    if not any(_DATED.search(without_blanks(text)) for text in tail):
        missing.append("成文日期")
    if missing:
        yield Finding(
            f"文末没有{'和'.join(missing)}。",
            "文末写单位名称，下一行写成文日期，如“2024年1月20日”。",
            len(material.blocks) - 1,
            field="落款" if material.facts else "",
        )


_SHORT_OF_ORGAN = (
    (
        pattern(
            r"^[一-龥]{2,20}(?<!人民)(?P<said>政府)$|^[一-龥]{2,20}[镇乡县区市](?P<joined>党委政府|党委、政府|委政府)$"
        ),
        "署名写全称“……人民政府”",
    ),
    (pattern(r"^[一-龥]{2,20}(?P<said>街道|街道办|办事处办)$"), "署名写全称“……街道办事处”"),
    (pattern(r"^[一-龥]{2,10}(?<!城)(?<!村)(?P<said>[镇乡])$"), "署名写单位全称，如“……人民政府”"),
    (pattern(r"^[一-龥]{2,20}(?:政府|办事处|委员会|局|党工委)(?P<said>[。，；：])$"), "署名后面不用标点"),
)
_DAY_AMISS = (
    (
        pattern(
            r"^[二〇○零一两三四五六七八九]{4}年[\d一-十]{1,3}月\d{1,2}日$|^20\d\d年[一二三四五六七八九十]{1,2}月\d{1,2}日$"
        ),
        "一个日期里汉字和数字只用一种",
    ),
    (pattern(r"^二零[零一二三四五六七八九]{2}年"), "汉字年份里的零写作“〇”，最好用阿拉伯数字"),
    (pattern(r"^20\d\d年\d{1,2}月\d{1,2}(?P<said>号)$"), "书面写“日”"),
    (pattern(r"^20\d\d年\d{1,2}月\d{1,2}日(?P<said>[。，；、])$"), "日期后面不用标点"),
    (pattern(r"^(?P<said>[012]\d年\d{1,2}月\d{1,2}日)$"), "年份写四位"),
    (pattern(r"^(?P<said>20\d\d年\d{1,2}月)$"), "成文日期写到日"),
)


def _incomplete(material: Material) -> Iterator[Finding]:
    """Give what is short or amiss in the unit's name and the day at the end."""
    tail = _tail(material)
    dated = [at for at, (_number, text) in enumerate(tail) if _DATE_LINE.match(without_blanks(text))]
    if not dated or not (material.whole or len(material.blocks) <= len(tail) <= _PIECE):
        return
    last = dated[-1]
    day, signed = tail[last], tail[last - 1] if last else None
    if signed is None and last + 1 < len(tail) and _ORGAN.search(tail[last + 1][1]):
        yield Finding("日期写在了署名前面。", "先写署名，下一行写日期。", day[0], 0, len(day[1]))
    asked = [(day, _DAY_AMISS)] if signed is None else [(signed, _SHORT_OF_ORGAN), (day, _DAY_AMISS)]
    for (number, text), shapes in asked:
        for shape, why in shapes if material.ranks[number] not in (1, 2) else ():
            if shape.search(without_blanks(text)):
                yield Finding(f"“{text}”：{why}。", f"{why}。", number, 0, len(text))


_PIECE = 4
_DATE_LINE = pattern(r"^(?:20\d\d|\d\d|[二〇○零一两三四五六七八九]{4})年")


@rule(
    "结构-18",
    "成文日期不合时限",
    gravest=Level.ERROR,
    bad=whole("2024年1月20日", "2023年1月20日"),
    good=whole(),
)
def odd_signature_date(material: Material) -> Iterator[Finding]:
    """查成文日期是否在年度结束之后、4月1日之前。

    查什么：早于报告年度11月1日，或晚于下一年年底的报错误；在12月1日以前、过了4月1日的报提醒；事实文件在年内成文的，另见数据-52。
    为什么：年度报告在年度结束后写，4月1日前要向社会公开；日期早于12月，全年的数据还没有。
    怎么改：核对日期。
    """
    signed = signature_date(tuple(block.text for block in before_appendices(material.blocks)))
    if not signed or not material.year or not (material.whole or _is_signature(material)):
        return
    year = material.year
    block = next(
        (number for number, text in reversed(_tail(material)) if "年" in text and "日" in text), None
    )
    if block is None:
        return
    text = material.blocks[block].text
    if signed < date(year, 11, 1) or signed > date(year + 1, 12, 31):
        message, level = f"成文日期{text.strip()}与报告年度{year}年对不上。", Level.ERROR
    elif signed < date(year, 12, 1) and not material.facts:
        message, level = "成文日期早于12月，全年的数据还没有。", Level.WARNING
    elif signed >= date(year + 1, 4, 1):
        message, level = "成文日期已过4月1日的公开时限。", Level.WARNING
    else:
        return
    yield Finding(message, "核对成文日期。", block, 0, len(text), level=level)


def _is_signature(material: Material) -> bool:
    """Tell whether a text is but the end of a report: the unit and the day."""
    texts = [block.text.strip() for block in material.blocks if not _CLOSING.match(block.text.strip())]
    return (
        2 <= len(texts) <= 4
        and any(_ORGAN.search(text) for text in texts)
        and len(_tail(material)) == len(texts)
    )


_CLOSING = pattern(r"(?:特此|专此|以上|此致|妥否|请予)[^，；]{0,8}[。：]?$")
"""What may stand before the signature where a text is but the end of a report."""
