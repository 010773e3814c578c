"""提法: laws before they were in force, after they were repealed, and by a wrong name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.checks.dated import looks_ahead, looks_back, says, shelf
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.scan import has_shape, sentence_at
from generator.checks.vocabulary import names
from generator.formulations import Formulation, Library
from generator.numbers.dates import chinese_date
from generator.patterns import pattern
from generator.problems import Level

_TITLE = pattern(
    r"《(?P<name>(?:中华人民共和国)?[一-龥、]{2,40}(?:法|法典|条例|规定|通则|总则|法律))(?:（[^）]*）)?》"
)
_NEW = pattern(r"(?:新修[订正改]|新颁布|新施行|新实施|修[订正改]后|新版|新)的?$")
_BASIS = pattern(
    r"依据|依照|按照|根据|查处|施行|实施|适用|执行|落实|违反|依法|办理|承接|援助案件|提供法律援助|审查|确认"
)
_MONTH = pattern(r"(?<!\d)(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月")


def _named(material: Material) -> Iterator[tuple[int, re.Match[str], str, str]]:
    """Give each law that a text names, its short name, and the sentence it stands in."""
    for number in material.saying(("》",)):
        text = material.wide[number]
        for match in _TITLE.finditer(text):
            name = match["name"].removeprefix("中华人民共和国")
            yield number, match, name, sentence_at(text, match.start())


def _version(match: re.Match[str], versions: tuple[Formulation, ...], written: date) -> Formulation | None:
    """Choose the version that is meant: the newest one where the text says 新修订的, else the first."""
    first = [one for one in versions if not one.revision]
    if first:
        return first[0]
    if not _NEW.search(match.string[: match.start()]):
        return None
    out = [one for one in versions if _published(one) <= written]
    return max(out, key=_published) if out else min(versions, key=_published)


def _published(law: Formulation) -> date:
    return law.published or date.min


@rule(
    "提法-06",
    "法律还没有施行",
    only_with=("《",),
    level=Level.ERROR,
    bad=Example("依据《中华人民共和国法律援助法》办理法律援助15件。", year=2021),
    good=Example("学习宣传《中华人民共和国法律援助法》，发放资料500份。", year=2021),
)
def law_before_force(material: Material) -> Iterator[Finding]:
    """查写到的法律、法规在报告年度有没有施行。

    查什么：依据、适用、执行的看施行日；学习宣传的看公布日；写进下一年打算的，成文时已公布就可以。
    为什么：把公布日当施行日，或照新材料改旧报告，会写进当时还不能用的法律。
    怎么改：换成当时有效的法律，或者写成学习宣传、做好施行准备。
    """
    if material.year is None or material.written is None:
        return
    laws, books = shelf(material).laws, shelf(material)
    for block, match, name, sentence in _named(material):
        law = _version(match, laws[name], material.written) if name in laws else None
        if law is None or law.since is None or law.since <= date(material.year, 12, 31):
            continue
        ahead = looks_ahead(material, block, sentence)
        last = material.written if ahead else date(material.year, 12, 31)
        if _published(law) <= last and (ahead or says(sentence, books, "学习")):
            continue
        unknown = _published(law) > material.written
        level = Level.ERROR if unknown or has_shape(_BASIS, sentence) else Level.WARNING
        yield Finding(
            f"《{name}》{chinese_date(_published(law))}公布，{chinese_date(law.since)}起施行，{material.year}年度还不能用。",
            "换成当时有效的法律；只是学习宣传的，写成学习宣传。",
            block,
            *match.span(),
            level=level,
        )


@rule(
    "提法-07",
    "法律已经废止",
    only_with=("《",),
    level=Level.ERROR,
    bad=Example("根据《合同法》审查各类合同24份。", year=2022),
    good=Example("根据《民法典》审查各类合同24份，学习《劳动合同法》。", year=2022),
)
def law_repealed(material: Material) -> Iterator[Finding]:
    """查写到的法律、法规是不是已经废止。

    查什么：合同法、婚姻法等（2021年起由民法典取代），信访条例（2022年5月起），单行的污染防治法（2026年8月15日起）等。
    为什么：照旧稿改，法名最容易漏改；按废止的法律办事就是错案。
    怎么改：换成现行的法律；年度中间才废止的，核对办事的日期。
    """
    if material.year is None:
        return
    books = shelf(material)
    for block, match, name, sentence in _named(material):
        law = next((one for one in books.laws.get(name, ()) if one.until and not one.revision), None)
        if (
            law is None
            or law.until is None
            or law.until >= date(material.year, 12, 31)
            or (looks_back(sentence, books) and not match.string.endswith(_OF_NEW, 0, match.start()))
            or match.string.endswith(("原", "原来的", "旧"), 0, match.start())
        ):
            continue
        during = law.until >= date(material.year, 1, 1)
        late = _last_month(sentence) > law.until.month
        fix = "核对办事的日期。" if during and not late else f"改为{law.successor or '现行的法律'}。"
        yield Finding(
            f"《{name}》只适用到{chinese_date(law.until)}，现在是{law.successor or '别的法律'}。",
            fix,
            block,
            *match.span(),
            level=Level.WARNING if during and not late else Level.ERROR,
        )


_OF_NEW = ("新", "新的", "新修订的", "新颁布的", "新出台的")
"""Before a title: it is not spoken of as the old law."""


@lru_cache(maxsize=256)
def _last_month(sentence: str) -> int:
    """Give the last month that a sentence names, 0 where it names none."""
    return max((int(match["month"]) for match in _MONTH.finditer(sentence)), default=0)


_NO_LAW = pattern(r"(?:[办方做看说想写用]|工作|执|普|司|立|守|学|兵|(?<!图)书|魔|语|手|疗|章|减|加|乘|除)法$")
_PLACE = pattern(r"[省市县区州盟旗镇乡]|自治|街道|实施办法|细则")


_LONG = 8


def _differ_in_one_place(known: str, name: str) -> bool:
    """Tell whether a long name is another one but for two characters side by side."""
    differ = [at for at, (one, other) in enumerate(zip(known, name, strict=False)) if one != other]
    return len(known) == len(name) >= _LONG and differ[-1] - differ[0] < 2


@lru_cache(maxsize=1024)
def _meant(name: str, books: Library) -> str:
    """Give the law that an unknown name is near to: the same characters, or one or two more, fewer or other."""
    from difflib import SequenceMatcher

    if name.removesuffix("律") in books.law_names:
        return name.removesuffix("律")
    best, score = "", 0.0
    for known in sorted(books.law_names):  # of two that are as near, every run names the same
        if abs(len(known) - len(name)) > 2 or len(known) < 4 or known[-1] != name[-1]:
            continue
        if sorted(known) == sorted(name):
            return known
        ratio = SequenceMatcher(None, known, name, autojunk=False).ratio()
        if ratio > score:
            best, score = known, ratio
    if name.endswith("条例"):
        return best if _differ_in_one_place(best, name) or (score >= 0.88 and len(best) != len(name)) else ""
    return best if score >= (0.75 if len(name) > 7 else 0.8) else ""


@rule(
    "提法-08",
    "法律、法规名称写错",
    only_with=("《",),
    level=Level.ERROR,
    bad=Example("开展《道路安全交通法》宣传，举办《家庭教育法》讲座。", year=2023),
    good=Example("开展《道路交通安全法》宣传，举办《家庭教育促进法》讲座。", year=2023),
)
def law_misnamed(material: Material) -> Iterator[Finding]:
    """查书名号里的法律名称与公布的名称是不是一字不差。

    查什么：漏字、多字、颠倒、错字的法名，如《未成年保护法》《乡村振兴法》；地方性法规不查。
    为什么：法名是引用依据，错一个字就查不到。
    怎么改：按公布的名称改。
    """
    books = shelf(material)
    yield from _other_kinds(material, books)
    for block, match, name, _ in _named(material):
        if name in books.law_names or _NO_LAW.search(name) or (name[-1] != "法" and _PLACE.search(name)):
            continue
        known = _known_slips(books).get(f"《{name}》")
        right = known or _meant(name, books)
        if right:
            right = right if right.startswith("《") else f"《{right}》"
            yield Finding(
                f"没有“《{name}》”，应是{right}。", f"改为{right}。", block, *match.span(), mend=known
            )


_KINDS = (
    "纲领",
    "条例",
    "规定",
    "纲要",
    "规划",
    "规则",
    "计划",
    "意见",
    "方案",
    "办法",
    "准则",
    "章程",
    "法",
)
_OTHER_KINDS = {"条例": ("法",), "规定": ("条例", "法"), "办法": ()}
_LONG_STEM = 6
"""《保障农民工工资支付规定》 is said for the 条例; a short name may be a rule of some ministry."""
_DOCUMENT = pattern(
    rf"《(?P<name>(?:中华人民共和国)?(?P<stem>[^\W\d_]{{4,40}}?)(?:{'|'.join(_KINDS)}))(?:（[^）]*）)?》"
)


_ANY_TITLE = pattern(r"《(?:中华人民共和国)?(?P<name>[^\W\d_]{4,30})(?:（[^）]*）)?》")


@lru_cache(maxsize=8)
def _sorted_names(books: Library) -> dict[str, str]:
    """Give the names of laws and documents by their characters, for those whose pieces changed places."""
    return {"".join(sorted(name)): name for name in (*names()["文件"], *books.law_names)}


_LOCAL_KINDS = ("方案", "意见", "办法", "计划", "细则", "要点")
_LOCAL_ISSUER = pattern(
    r"(?:[省市县区州盟旗镇乡]|街道)(?:党)?(?:委|政府|工委|办事处|局)|印发|制定|制发|出台|起草|我[省市县区镇乡]|本[省市县区镇乡]"
)
_CENTRE = pattern(r"中共中央|党中央|国务院|中央|国家|全国")


def _may_be_local(text: str, match: re.Match[str]) -> bool:
    """Tell whether a document may be one that a place made for itself: 县委印发的《法治社会建设实施方案》."""
    sentence = sentence_at(text, match.start())
    if match["name"].endswith(_LOCAL_KINDS):
        return not _CENTRE.search(sentence) or bool(_LOCAL_ISSUER.search(sentence))
    return bool(_LOCAL_ISSUER.search(sentence)) and not _CENTRE.search(sentence)


def _other_kinds(material: Material, books: Library) -> Iterator[Finding]:
    """Name what is called another kind of document than it is: 《行政处罚条例》 for a 法, 《法治中国建设规则》."""
    for number in material.saying(("》",)):
        text = material.wide[number]
        for match in _ANY_TITLE.finditer(text):
            meant = _sorted_names(books).get("".join(sorted(match["name"])), "")
            if (
                meant and meant != match["name"] and meant[-1:] != match["name"][-1]
            ):  # the others: law_misnamed
                yield Finding(
                    f"没有“《{match['name']}》”，应是《{meant}》。",
                    f"改为《{meant}》。",
                    number,
                    *match.span(),
                )
        for match in _DOCUMENT.finditer(text):
            name, stem = match["name"].removeprefix("中华人民共和国"), match["stem"]
            if name in books.law_names or name in names()["文件"] or _PLACE.search(stem):
                continue
            kinds = _OTHER_KINDS.get(name[-2:], ("条例",) if name[-1] == "法" else ())
            if name.endswith("规定") and len(stem) < _LONG_STEM:
                kinds = ()
            law = next((stem + kind for kind in kinds if stem + kind in books.law_names), "")
            document = next((stem + kind for kind in _KINDS if stem + kind in names()["文件"]), "")
            if document and _may_be_local(text, match):
                continue
            if law or document:
                why = "；是地方性法规的，名称前要有地名" if law else ""
                yield Finding(
                    f"没有“《{name}》”，应是《{law or document}》{why}。",
                    f"改为《{law or document}》。",
                    number,
                    *match.span(),
                    level=Level.WARNING if law else None,
                )


@lru_cache(maxsize=8)
def _known_slips(books: Library) -> dict[str, str]:
    return {
        form.wrong.replace("中华人民共和国", ""): form.right
        for entry in books.formulations
        for form in entry.wrong_forms
        if form.grade != "建议" and form.wrong[0] == "《" and form.wrong[-1] == "》"
    }
