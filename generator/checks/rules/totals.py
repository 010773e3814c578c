"""数据: totals that are said in words, over half-years, over sentences, and of things set up in each village."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise

from generator.checks.figures import Statement, added_up
from generator.checks.material import Finding, Material
from generator.checks.outcomes import outcomes
from generator.checks.overlapping import is_summed_otherwise
from generator.checks.parted import NO_SUMMAND, more_than_whole
from generator.checks.registry import rule
from generator.numbers.arithmetic import plain_digits
from generator.numbers.numerals import read_chinese
from generator.numbers.prose import Figure
from generator.patterns import pattern

_HALVES = (("上半年", "下半年"), ("男", "女"), ("一季度", "二季度", "三季度", "四季度"), ("线上", "线下"))
_FULL = pattern(r"全年|共|累计|合计|总计|一年|年内|20\d\d年")
_IN_A_ROW = pattern(r"[^，,；;。、\d]{0,10}[、，,和及][^，,；;。\d]{0,14}")
"""What stands between two items of a row, whether the noun stands before its figure or behind it."""
_NEAR_MISS = Decimal("0.1")
_SUMMED = pattern(
    r"(?:全年|合计|累计|总)?共(?:计|有)?[^，,；;。：:\d]{0,10}$|(?:全年|合计|累计|总计)[^，,；;。：:\d]{0,10}$"
)


@rule(
    "数据-36",
    "分期、分类之和与全年数不符",
    yields_to=("数据-37",),
    bad="上半年办理处罚案件9件，下半年办理14件，全年共办理22件。",
    good="上半年办理处罚案件9件，下半年办理14件，全年共办理23件。",
)
def halves_against_whole(material: Material) -> Iterator[Finding]:
    """把上半年和下半年、各季度、男和女、线上和线下的数加起来，与全年数、总数核对；前后两句的也查。

    查什么：“应诉6件，胜诉4件，败诉3件”“9起中8起已处罚、2起责令改正”；“上半年9件，下半年14件，全年22件”“送法下乡18场。18场中，上半年6场，下半年10场”；几个并列的数后面写“共……”，
    与它们的和只差一点的也报。
    为什么：分期数与全年数出自两张表，一处改了另一处没改。
    怎么改：重新相加，改合计或改分项。
    """
    for statement in material.statements:
        told: set[int] = set()
        more = ((parts, total) for total, parts, _added in more_than_whole(statement))
        for parts, total in (*_halves(statement), *_nearly(statement), *outcomes(statement), *more):
            added = added_up(parts)
            each = any(NO_SUMMAND.search(part.before) for part in parts)
            otherwise = each or (
                total.start > parts[0].start and is_summed_otherwise(statement, parts, total)
            )
            if added != total.number and not otherwise and parts[0].start not in told:
                told.add(parts[0].start)
                stretch = (*parts, total) if total.start > parts[0].start else parts
                start, end = statement.at(stretch[0])[0], statement.at(stretch[-1])[1]
                yield Finding(
                    f"{'加'.join(part.text for part in parts)}等于{plain_digits(added)}{total.unit}，与{total.text}不符。",
                    "重新相加，改合计或改分项。",
                    statement.block,
                    start,
                    end,
                )


def _halves(statement: Statement) -> Iterator[tuple[tuple[Figure, ...], Figure]]:
    """Give the parts of a year, or of people, with their total, which stands before or behind them."""
    for words in _HALVES:
        for at in range(len(statement.figures) - len(words) + 1):
            parts = statement.figures[at : at + len(words)]
            if not all(word in part.before[-12:] for word, part in zip(words, parts, strict=True)):
                continue
            if not all(part.exact and part.like(parts[0]) for part in parts):
                continue
            ahead, behind = statement.figures[:at][-2:], statement.figures[at + len(words) :][:1]
            totals = [one for one in (*reversed(ahead), *behind) if one.exact and one.like(parts[0])]
            said = [one for one in totals if one in ahead or _FULL.search(one.label)]
            if said:
                yield parts, said[-1] if said[-1] in behind else said[0]


def _nearly(statement: Statement) -> Iterator[tuple[tuple[Figure, ...], Figure]]:
    """Give figures side by side with a total behind that is off by a little: they are most likely its parts."""
    for at in range(2, len(statement.figures)):
        total = statement.figures[at]
        if not (_SUMMED.search(total.before) and total.exact and total.number > 10):
            continue
        for size in (4, 3, 2):
            parts = statement.figures[max(0, at - size) : at]
            if len(parts) != size or not all(part.exact and part.unit == total.unit for part in parts):
                continue
            added = added_up(parts)
            if total.number in accumulate(part.number for part in parts):
                break  # 男20人、女15人、党员18人，共计35人
            apart = all(_IN_A_ROW.fullmatch(_between(statement, pair)) for pair in pairwise((*parts, total)))
            if (
                apart
                and max(part.number for part in parts) < total.number
                and abs(added - total.number) <= max(Decimal(2), total.number * _NEAR_MISS)
            ):
                yield parts, total
                break


def _between(statement: Statement, pair: tuple[Figure, Figure]) -> str:
    return statement.between(*pair)


_EACH = pattern(
    r"(?P<one>\d{1,3})个(?P<a>[一-龥]{1,8}?)(?:和|、|及|与)(?P<two>\d{1,3})个(?P<b>[一-龥]{1,8}?)(?:全部|均|都|各|分别|每个|各自)+"
    r"(?:组建|建立|设立|成立|配备|建成|设置|聘请|选聘|落实|有)了?(?P<each>[一二两三四五1-5])[一-龥](?P<what>[一-龥“”]{1,12}?)"
    r"[，,；。]?(?:全[一-龥]{1,2})?(?:合计|总计|一共|共)(?:计|有|组建|建立|设立|建成|配备)?(?P<total>\d{1,4})(?P<unit>[支个名处所家块间])"
)
_SUM_OF_TWO = pattern(
    r"(?P<lead>下?辖|共有|设有|现有|包括|涵盖)?(?<!\d)(?P<one>\d{1,3})个(?P<a>行政村|村|镇|街道)(?:和|、|及|与|，)"
    r"(?P<two>\d{1,3})个(?P<b>社区|居委会|乡|镇|居民小区)[，,。；]?"
    r"(?:合计|总计|一共|共)(?:计|有|辖)?(?P<total>\d{1,4})个(?(lead)|(?=行政村|村|社区|镇|街道))"
)
_PLACE = r"行政村|村（社区）|村|社区|网格|小区|片区?|站所|单位|部门|组|中队|镇|街道"
_FOR_EACH = (
    # 12个行政村按照每村3名的标准选育，共培育38名
    pattern(
        rf"(?<![、和及与\d])(?P<one>\d{{1,3}})个[^，,。；、\d每]{{0,4}}(?P<place>{_PLACE})[^。；\d每]{{0,14}}?每个?(?P=place)"
        rf"[^。；，,\d月年周季天日]{{0,10}}?(?<!至少)(?P<each>\d{{1,2}})(?P<unit>[名人个处支块场件台份次])(?![至—\-])"
        rf"[^。；\d]{{0,20}}?(?:共|合计|总计)[^。；，,\d]{{0,8}}?(?P<total>\d{{1,4}})(?P=unit)(?!次)"
    ),
    # 培训3期，每期40人，共130人
    pattern(
        r"(?<![\d第])(?P<one>\d{1,3})(?P<place>期|轮|批|组|场|队)[^，,。；\d]{0,6}[，,](?:平均)?每(?P=place)[^，,。；\d]{0,8}?"
        r"(?P<each>\d{1,4})(?P<unit>人次|家次|[人名家户个处件份])[，,][^。；，,\d]{0,8}?(?:共|合计|总计|累计)[^。；，,\d]{0,8}?"
        r"(?P<total>\d{1,6})(?P=unit)"
    ),
)
_EACH_OF_THEM, _LEAD = pattern(r"[每各][^，。；\d]{0,8}$"), 10
"""What stands right before so many that are of each of still more: 3个片区，每个片区4个村，每村2名."""
_ABOUT = pattern(
    "全镇|全乡|全街道|镇村|全年|约|近|余|左右|以上|不少于|不低于|至少|不超过|最多|另|加上|其余|其他|个别|除|上年|原有|月|季度|每年|每周"
)
"""What tells that a sum is not just so many for each."""
_AMONG = pattern(
    r"(?P<all>\d{1,6})(?P<unit>个|家|名|件|起|场|项|户|人|处|次)(?P<noun>[一-龥]{1,8})中[，,]?(?:已?有"
    r"|已)?[^，。；\d]{0,10}?(?P<part>\d{1,6})(?P=unit)(?!百分)"
)


@rule(
    "数据-37",
    "每处一个而总数不符",
    bad="14个村和3个社区各组建一支普法队，共18支。",
    good="14个村和3个社区各组建一支普法队，共17支。",
)
def each_against_total(material: Material) -> Iterator[Finding]:
    """查“甲个村和乙个社区各建一个，共……”算得对不对，“……个中有……个”是不是部分多于全体。

    查什么：“14个村和3个社区各组建一支，共18支”“12个村每村3名，共38名”“辖8个村、3个社区，共12个”“12个村中，13个村建成”。
    为什么：村、社区的个数是死数，算一算就知道错没错。
    怎么改：核对各数。
    """
    for block, match in material.matches(_EACH, "各", "均", "都", "每"):
        right = (int(match["one"]) + int(match["two"])) * _number(match["each"])
        if right != int(match["total"]):
            yield _wrong_total(block, match, right)
    for block, match in material.matches(_SUM_OF_TWO, "共", "合计", "总计"):
        right = int(match["one"]) + int(match["two"])
        if right != int(match["total"]):
            yield _wrong_total(block, match, right)
    for shape in _FOR_EACH:
        for block, match in material.matches(shape, "每"):
            right = int(match["one"]) * int(match["each"])
            nested = _EACH_OF_THEM.search(match.string, max(0, match.start() - _LEAD), match.start())
            if right != int(match["total"]) and not nested and not _ABOUT.search(match.group()):
                yield _wrong_total(block, match, right)
    for block, match in material.matches(_AMONG, "中"):
        if int(match["part"]) > int(match["all"]):
            yield Finding(
                f"{match['all']}{match['unit']}中不会有{match['part']}{match['unit']}。",
                "核对这两个数。",
                block,
                *match.span(),
            )


def _wrong_total(block: int, match: re.Match[str], right: int) -> Finding:
    message = f"“{match.group()}”：合计应为{right}，写成了{match['total']}。"
    return Finding(message, f"改为{right}，或核对各数。", block, *match.span())


_ITEM = r"(?:“[^“”]{1,12}”|[一-龥（）]{1,10}?)"
_LISTED = pattern(
    rf"(?<!、)(?P<items>{_ITEM}(?:、{_ITEM}){{1,20}}(?:(?:和|与|及|以及){_ITEM})?)”?"
    r"(?:“(?=[两三四五]级(?:审|把关|复核)))?(?P<said>[两二三四五六七八九十])"
    r"(?P<what>个(?:方面|环节|层面|维度|领域|重点|步骤|阶段|要素|关键|部门|单位|专题|主题|板块|类别|专项|抓手|渠道)|大(?:方面|类|领域|板块|重点|任务|工程|行动|体系|机制)"
    r"|类(?!似|型)|项(?:制度|机制|工作|措施|重点|任务|内容|举措|程序)|种(?:方式|形式|渠道|途径|类型)|张清单|支队伍"
    r"|级(?!别|联|网|书)|方(?=联动|参与|协同|共)|家(?=单位|部门|联|共))"
)
_NUMERALS = "一二两双三四五六七八九十"
_BRACKETED = pattern(
    rf"“(?P<name>[^“”{_NUMERALS}]{{0,4}}(?P<said>[两双三四五六七八九十])[^“”{_NUMERALS}个]{{1,3}})”[一-龥]{{0,4}}"
    r"（(?P<items>[一-龥]{1,10}(?<!等)(?:、[一-龥]{1,10}(?<!等))+)）"
)
"""A short name by a number, with all that it sums up in brackets: “六进”（进机关、进社区……）."""
_EXPLAINED = pattern(
    rf"“(?P<name>[^“”{_NUMERALS}]{{0,4}}(?P<said>[两双三四五六七八九十])"
    rf"(?:个)?[^“”{_NUMERALS}]{{1,3}})”[一-龥]{{0,8}}(?:[，：]|——)?(?:即|也就是|就是|：|——)：?"
    r"(?P<items>[一-龥“”]{2,12}(?<!等)(?:、[一-龥“”]{2,12}(?<!等))+)(?=[。；，]|$)"
)
"""The same, explained behind it: “四到位”，即人员到位、经费到位……."""
_PLACED = pattern(
    r"(?:(?<=[在对于为到由从选将])|^"
    r"|(?<=[，。；]))(?P<items>[一-龥]{2,6}(?:、[一-龥]{2,4}){2,12}(?:[和与及][一-龥]{2,4})?)(?P<said>\d{1,2}|[三四五六七八九十])"
    r"(?P<what>个(?:行政)?(?:村|社区|村（社区）|居民小区|小区|乡镇|镇|街道|部门|单位|站所|点位|试点)|家(?:单位|部门|企业))"
)
"""Places or bodies by name, with how many there are: 在石坪、上河、新塘3个村."""
_LISTED_FROM = pattern("[在从由按至到]")
"""Where an item has this, the list that is counted begins within it: 党员、商户在楼栋、社区、街道三级."""
_SLIGHT = 2
_NUMERAL = pattern("[一二三四五六七八九十]$|等$")


@rule(
    "结构-31",
    "列举的个数与所说的个数不符",
    bad="从学法、普法、执法、督导三个方面建立台账。",
    good="从学法、普法、执法、督导四个方面建立台账。",
)
def listed_against_said(material: Material) -> Iterator[Finding]:
    """查“甲、乙、丙、丁三个方面”前面列的是不是三个。

    查什么：“‘四到位’，即”后面列了三项；“甲、乙、丙村5个村”；顿号隔开的几项后面紧接着说“……个方面”“……大类”“……项制度”“……级”；带“等”字的、项中有“和”的按两种数法都不合才报。
    为什么：增删一项后常忘了改后面的数。
    怎么改：改数，或补上、删去一项。
    """
    yield from _summed_up(material)
    told = set[tuple[int, int]]()
    for block, match, places in _placed(material):
        told.add((block, match.end()))
        message = f"前面列了{places}个，后面说“{match['said']}{match['what']}”。"
        yield Finding(message, "改数，或补上、删去一个。", block, *match.span())
    for block, match in material.matches(_LISTED, "、"):
        if (block, match.end()) in told:
            continue
        items = re.split("、", match["items"])
        if any(_NUMERAL.search(item) for item in items[:-1]) or items[-1].endswith("等"):
            continue
        said = _number(match["said"])
        if len(items) > said and _LISTED_FROM.search(items[-said]):
            continue
        joined = sum(len(re.findall("以及|[和与及]", item)) for item in items)
        if not len(items) <= said <= len(items) + joined:
            yield Finding(
                f"前面列了{len(items)}项，后面说“{match['said']}{match['what']}”。",
                "改数，或补上、删去一项。",
                block,
                *match.span(),
            )


def _number(said: str) -> int:
    """Read how many are said to be: 3, 三, 两, and 双 of “双公示”."""
    return int(said) if said.isdigit() else read_chinese(said.replace("双", "两")) or 0


def _summed_up(material: Material) -> Iterator[Finding]:
    """Give each short name by a number that another number of things is told of, in brackets or behind it."""
    for shape, words, where in (
        (_BRACKETED, ("（",), "括号里"),
        (_EXPLAINED, ("即", "是", "：", "——"), "后面"),
    ):
        for block, match in material.matches(shape, *words):
            items = match["items"].split("、")
            said = _number(match["said"])
            joined = shape is _EXPLAINED and any(re.search("[和与]", item) for item in items)
            if len(items) != said and not joined:
                message = f"{where}列了{len(items)}项，前面说“{match['name']}”。"
                yield Finding(message, "改数，或补上、删去一项。", block, *match.span())


def _placed(material: Material) -> Iterator[tuple[int, re.Match[str], int]]:
    """Give the places named in a row with a number that is off by a little, and how many they are."""
    for block, match in material.matches(_PLACED, "、"):
        items = len(re.split("[、和与及]", match["items"]))
        said = _number(match["said"])
        if items != said and abs(items - said) <= _SLIGHT:
            yield block, match, items
