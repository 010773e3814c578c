"""提法: fixed wordings in a wrong form, and bodies by names out of use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.dated import looks_back, shelf, wrong_forms
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, rule
from generator.checks.scan import half_width, hits, in_title, sentence_at
from generator.formulations import Formulation, WrongForm
from generator.patterns import pattern
from generator.problems import Level

_GRADES = {"错误": Level.ERROR, "提醒": Level.WARNING}


def _level(material: Material, entry: Formulation, form: WrongForm) -> Level | None:
    """Tell how wrong a form is in a report of that year; None where it was still right."""
    level = Level.WARNING if entry.sure == "低" else _GRADES[form.grade]
    if form.since is None:
        return level
    if material.year is None:
        return None
    first, last = date(material.year, 1, 1), date(material.year, 12, 31)
    if form.since > last:
        return None
    return level if form.since <= first else Level.WARNING


def _shown(words: str) -> str:
    """Put words into “”, unless they have a sign of their own at their head."""
    return words if words[0] in "“《" else f"“{words}”"


def _found(material: Material, *, bodies: bool) -> Iterator[Finding]:
    books = shelf(material)
    for number, read in enumerate(material.readings):
        text = half_width(read.text)
        for start, wrong, (entry, form) in hits(wrong_forms(books), text):
            level = _level(material, entry, form)
            if (
                level is None
                or (entry.kind == "机构") is not bodies
                or (wrong[0] == "《" and wrong[-1] == "》")
            ):
                continue
            if form.since and looks_back(sentence_at(text, start), books):
                continue
            if (
                level is Level.WARNING
                and wrong[0] != "《"
                and (
                    in_title(text, start)
                    or text[start - 1 : start] + text[start + len(wrong) : start + len(wrong) + 1] == "“”"
                )
            ):
                continue  # a name that was given: 聘任“法制副校长”
            why = f"：{form.why}" if form.why else ""
            yield Finding(
                f"{_shown(wrong)}写法不对{why}。",
                f"改为{_shown(form.right)}。",
                number,
                *read.at(start, start + len(wrong)),
                level=level,
                mend=form.right
                if form.grade == "错误" and not form.since and "（" not in form.right
                else None,
            )


@rule(
    "提法-09",
    "固定提法写错",
    gravest=Level.ERROR,
    bad=Example("坚持以习近平新时代特色社会主义思想为指导，健全法制宣传教育机制。", year=2023),
    good=Example("坚持以习近平新时代中国特色社会主义思想为指导，落实重大执法决定法制审核制度。", year=2023),
)
def wrong_form(material: Material) -> Iterator[Finding]:
    """查固定提法有没有漏字、错字、颠倒。

    查什么：提法库里每条的误写，如“习近平法制思想”“谁普法谁执法”“二十大三中全会”“法制宣传”“法治建设第一负责人”。
    为什么：固定提法一字不能动；“法制审核”“法制统一”不是误写，不报。
    怎么改：按提示改。
    """
    yield from _found(material, bodies=False)


@rule(
    "提法-10",
    "机构名称过时或写错",
    gravest=Level.ERROR,
    bad=Example("会同县环保局开展联合执法，拆除违建养殖场3处。", year=2023),
    good=Example("会同县生态环境局开展联合执法，拆除违建养殖场3处。", year=2023),
)
def body_out_of_use(material: Material) -> Iterator[Finding]:
    """查部门、委员会的名称是不是现名。

    查什么：环保局、工商局、安监局、国土局、法制办等机构改革前的名称，“县委全面依法治国委员会”“社区村委会”等写错的名称；
    “原县环保局”和2018年度的不报。
    为什么：2018年机构改革后，这些名称已不用。
    怎么改：改为现名；各地名称以“三定”规定为准。
    """
    yield from _found(material, bodies=True)


_REVIEWS = (
    (
        pattern(
            r"(?<![、和及与一-龥])(?:对|将)?(?:行政)?规范性文件(?:进行|开展|严格|实行|的|全面|事前|前置){0,3}(?P<said>合法性(?:前置)?审查|法制审核|法治审核)"
        ),
        "合法性审核",
        "行政规范性文件",
    ),
    (
        pattern(
            r"(?<!执法)重大(?:行政)?(?:决策|事项决策)(?:进行|开展|严格|实行|的|全面|事前|前置|事项){0,3}(?P<said>合法性审核|法制审核|法治审核)"
        ),
        "合法性审查",
        "重大行政决策",
    ),
    (
        pattern(
            r"(?:重大)?(?:行政)?执法决定(?:进行|开展|严格|实行|的|全面|事前){0,3}(?P<said>合法性审[核查]|法[制治]审查)"
        ),
        "法制审核",
        "重大执法决定",
    ),
)


@rule(
    "提法-21",
    "三种“审”用混",
    bad=Example("对重大行政决策进行合法性审核，确保决策合法。", year=2023),
    good=Example("对重大行政决策进行合法性审查，重大执法决定经法制审核。", year=2023),
)
def mixed_reviews(material: Material) -> Iterator[Finding]:
    """查合法性审查、合法性审核、法制审核用得对不对。

    查什么：行政规范性文件用“合法性审核”，重大行政决策和合同用“合法性审查”，重大执法决定用“法制审核”；几样并提的不查。
    为什么：三个词各有依据：国办发〔2018〕115号、《重大行政决策程序暂行条例》、《行政处罚法》第五十八条。
    怎么改：按提示换词。
    """
    for number, text in enumerate(material.wide):
        for shape, right, what in _REVIEWS:
            for match in shape.finditer(text) if "审" in text else ():
                if not in_title(text, match.start()):
                    start, end = match.span("said")
                    message = f"{what}用“{right}”，不用“{match['said']}”。"
                    yield Finding(message, f"改为“{right}”。", number, start, end, mend=right)
