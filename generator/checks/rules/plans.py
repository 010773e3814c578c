"""提法: national plans by another kind of name, or with other years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from generator.checks.dated import shelf
from generator.checks.material import Finding, Material, ReportPart
from generator.checks.registry import Example, rule
from generator.checks.scan import sentence_at
from generator.checks.vocabulary import names
from generator.formulations import Library
from generator.patterns import pattern

_KINDS = (
    "纲要",
    "规划",
    "计划",
    "方案",
    "意见",
    "规定",
    "办法",
    "条例",
    "决定",
    "规则",
    "体系",
    "指引",
    "纲领",
)
_TITLE = pattern(
    r"《(?P<name>[^《》（）()\n]{4,60})[（(](?P<years>20\d\d\s?年?[—－\-~至到–]{1,2}20\d\d)年?[）)]》"
)
_OF_A_PLACE = pattern(
    r"[省市县区州盟旗镇乡](?:党)?(?:委|政府|工委|办|局)|街道|我[省市县区镇乡局]|本[省市县区镇乡局]|[^《》]{0,6}[省市县区州盟旗镇乡](?=》)"
)
_CENTRE = pattern(r"中共中央|党中央|国务院|中央|国家|全国|司法部")
_MADE = pattern(r"制[定发]|出台|起草|印发|编制")


@cache
def _periods() -> dict[str, list[str]]:
    """Give the years of each plan, such as 2021—2025, by its name, the latest first."""
    periods: dict[str, list[str]] = {}
    for one in names()["年限"]:
        name, _, years = one.partition("/")
        periods.setdefault(name, []).append(years)
    return periods


@cache
def _stems() -> dict[tuple[str, str], str]:
    """Give each plan by its name without the word for its kind, and by its years."""
    return {(_stem(name), years): name for name, those in _periods().items() for years in those}


def _stem(name: str) -> str:
    return next((name.removesuffix(kind) for kind in _KINDS if name.endswith(kind)), name)


_JOINS = str.maketrans("与及", "和和")
_NAMED = pattern(r"《(?:中华人民共和国)?(?P<name>[一-龥]{2,40}[与及和][一-龥]{2,30})(?:（[^）]*）)?》")


@lru_cache(maxsize=8)
def _titles(books: Library) -> tuple[str, ...]:
    """Give the names of all laws and documents that are known, in an order that is the same in every run."""
    return (*sorted(books.law_names), *names()["文件"])


@lru_cache(maxsize=8)
def _joined(books: Library) -> dict[str, str]:
    """Give the laws and documents that have an 和, 与 or 及 in their names, by what they are with 和 for each."""
    return {name.translate(_JOINS): name for name in _titles(books) if any(sign in name for sign in "和与及")}


def _other_joins(material: Material) -> Iterator[Finding]:
    """Give the names with an 与 for an 和, or the other way about."""
    books = shelf(material)
    for block, match in material.matches(_NAMED, "》"):
        right = _joined(books).get(match["name"].translate(_JOINS), match["name"])
        if right != match["name"]:
            message = f"没有“《{match['name']}》”，应是《{right}》。"
            yield Finding(message, f"改为《{right}》。", block, *match.span())


_VERSION = pattern(
    r"》[（(](?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:新)?(?:修[订正改]|施行|公布|发布|实施|版|通过)[）)]"
)


def _later_versions(material: Material) -> Iterator[Finding]:
    """Give the laws that are named in a version of a later year than the report's."""
    for block, match in material.matches(_VERSION, "》"):
        ahead = material.parts[block] is ReportPart.PLANS
        if material.year and int(match["year"]) > material.year and not ahead:
            message = f"{match.group()[1:]}晚于报告年度{material.year}年。"
            yield Finding(
                message, "核对年份，写当年有效的版本。", block, match.start("year"), match.end("year")
            )


_NATIONAL = pattern(r"《中华人民共和国(?P<name>[一-龥]{2,30}法)》")


def _no_such_law(material: Material) -> Iterator[Finding]:
    """Give what is called a law of the nation and is none that is known."""
    for block, match in material.matches(_NATIONAL, "》"):
        if match["name"] not in shelf(material).law_names:
            message = f"国家法律里没有“{match.group()}”。"
            yield Finding(message, "按公布的名称改；刚公布的新法，可停用本条。", block, *match.span())


_WHOLE = pattern(r"《(?:中华人民共和国)?(?P<name>[一-龥]{12,40})》")
_ALIKE = 0.85
_ENDS = 4


@lru_cache(maxsize=8)
def _by_ends(books: Library) -> dict[tuple[str, str], str]:
    """Give the long names of laws and documents by their first and last characters."""
    return {(name[:_ENDS], name[-_ENDS:]): name for name in _titles(books) if len(name) >= 12}


def _other_words(material: Material) -> Iterator[Finding]:
    """Give the long names with another word in their midst: 党政主要领导履行推进法治建设第一责任人职责规定."""
    from difflib import SequenceMatcher

    books = shelf(material)
    for block, match in material.matches(_WHOLE, "》"):
        name = match["name"]
        right = _by_ends(books).get((name[:_ENDS], name[-_ENDS:]), name)
        if name in _titles(books) or right.translate(_JOINS) == name.translate(_JOINS):
            continue
        alike = SequenceMatcher(None, name, right, autojunk=False).ratio() >= _ALIKE
        if alike and not _OF_A_PLACE.search(name):
            message = f"没有“《{name}》”，应是《{right}》。"
            yield Finding(message, f"改为《{right}》。", block, *match.span())


@rule(
    "提法-31",
    "规划、纲要的文种或年限写错",
    yields_to=("提法-08", "提法-09", "提法-24"),
    only_with=("》",),
    bad=Example("落实《乡村全面振兴规划（2024—2028年）》和《法治中国建设纲要（2020—2025年）》。", year=2024),
    good=Example(
        "落实《法治政府建设实施纲要（2021—2025年）》，县委印发《法治社会建设实施方案（2020—2025年）》。",
        year=2024,
    ),
)
def plan_of_other_years(material: Material) -> Iterator[Finding]:
    """查中央和国家文件的文种、起止年份对不对。

    查什么：《法治政府建设实施纲要》《法治社会建设实施纲要》《法治中国建设规划》《提升行政执法质量三年行动计划》“八五”普法规划等，
    年限写错的，年限对而“纲要”写成“规划”“方案”的；名称里“和”写成“与”、中间换了一个词的；“（2025年修订）”比报告年度晚的；本地制定的文件不报。
    为什么：几个文件的年限只差一年，文种各不相同，最容易记混。
    怎么改：按提示改；是本地文件的，名称前写上地名。
    """
    yield from _other_joins(material)
    yield from _other_words(material)
    yield from _later_versions(material)
    yield from _no_such_law(material)
    for number in material.saying(("）", ")")):
        text = material.wide[number]
        for match in _TITLE.finditer(text):
            name = match["name"].rpartition("的")[2] if match["name"] not in _periods() else match["name"]
            name = name.removeprefix("关于")
            years = "—".join((match["years"][:4], match["years"][-4:]))
            right = _right(name, years, sentence_at(text, match.start()))
            if right:
                message = f"没有“{match.group()}”，应是《{right}》。"
                yield Finding(message, f"改为《{right}》；是本地文件的，写上地名。", number, *match.span())


def _right(name: str, years: str, sentence: str) -> str:
    """Give the plan that is meant, with its years, where it is named wrongly; nothing where all is well."""
    placed = bool(_OF_A_PLACE.search(sentence)) and not _CENTRE.search(sentence)
    if name in _periods():
        right = _periods()[name]
        return "" if placed or years in right else f"{name}（{right[0]}年）"
    meant = _stems().get((_stem(name), years), "")
    made_here = _MADE.search(sentence) and not _CENTRE.search(sentence)
    return f"{meant}（{years}年）" if meant and not placed and not made_here else ""
