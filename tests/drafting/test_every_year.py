"""Nothing anachronistic is chosen: each heading, label and wording of each topic, judged by the rules for its year."""

from collections.abc import Iterator
from functools import cache

import pytest
from jinja2 import nodes

from generator.checks import registry
from generator.drafting.environment import environment
from generator.drafting.tags import EVERY_WORDING
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.topics.kinds import read, sample
from generator.topics.topic import worded
from tests.checks.examples import material
from tests.drafting.sections import TEMPLATES, TOPICS, WORDINGS, section

RULES = [rule for rule in registry.all_rules() if rule.group == "提法"]


def choices(body: nodes.Template) -> Iterator[nodes.Expr]:
    """Give what is said by choice in a topic: the arguments of 选 in its sentences, and of its labels."""
    for call in body.find_all(nodes.Call):
        if call.node.name == "选":
            yield from call.args
    for label in body.find_all(nodes.Filter):
        if label.name == EVERY_WORDING:
            yield from label.args


@cache
def all_choices() -> list[nodes.Expr]:
    """Give those of all topics; not where the tests are collected, which each process of a run does."""
    return [argument for topic in TOPICS for argument in choices(environment(TEMPLATES).parse(topic.body))]


def texts(argument: nodes.Expr, year: int) -> Iterator[str]:
    """Give what an argument of 选 can say in that year."""
    match argument:
        case nodes.Call(node=nodes.Name(name="起" | "止" as bound), args=[nodes.Const(value=day), text]):
            if (day <= year) if bound == "起" else (year <= day):
                yield from texts(text, year)
        case nodes.Const(value=str(text)):
            yield text
        case _:
            yield from (text.value for text in argument.find_all(nodes.Const) if isinstance(text.value, str))


def report(year: int) -> str:
    """Give a report that says all that stands to choice in that year."""
    titles = dict.fromkeys(title for topic in TOPICS for title in worded(topic.headings, year))
    wordings = dict.fromkeys(text for argument in all_choices() for text in texts(argument, year))
    paragraphs = [f"### {title}\n\n全年开展工作3次。" for title in titles] + [
        f"{text}。" for text in wordings if text
    ]
    return "\n\n".join(
        [f"# 云岭镇{year}年法治政府建设年度报告", "## 一、推进法治政府建设的主要举措和成效", *paragraphs]
    )


def test_there_is_much_to_choose_from():
    assert len(all_choices()) > 500
    assert report(2027).count("### ") > 100


@pytest.mark.parametrize("year", range(2018, 2028))
def test_all_that_can_be_chosen_is_of_its_year(year):
    text = report(year)
    said = material(text, year=year, level="镇", name="云岭镇")
    assert [f"{rule.code} {finding.message}" for rule in RULES for finding in rule.find(said)] == []


def facts_report(year: int, wording: int) -> str:
    """Give a report of all topics, each with an example of every fact that it can have in that year."""
    sections = []
    for topic in TOPICS:
        asked = [field for field in topic.fields.values() if field.years.hold(year)]
        values = {field.name: read(sample(field, year), field) for field in asked}
        sections += [
            f"### {worded(topic.headings, year)[0]}",
            section(topic, values, wording, year=year).text,
        ]
    head = [f"# 云岭镇{year}年法治政府建设年度报告", "## 一、推进法治政府建设的主要举措和成效"]
    return "\n\n".join(head + [one for one in sections if one])


@pytest.mark.parametrize(
    ("year", "wording"),
    [
        # one wording of a year usually, in turn, and every one in the soak run
        pytest.param(year, wording, marks=() if year % WORDINGS == wording else pytest.mark.soak)
        for year in range(2018, 2028)
        for wording in range(WORDINGS)
    ],
)
def test_all_facts_that_a_year_can_have_read_as_of_that_year(year, wording):
    said = material(facts_report(year, wording), year=year, level="镇", name="云岭镇")
    assert [f"{rule.code} {finding.message}" for rule in RULES for finding in rule.find(said)] == []


@pytest.mark.parametrize(
    "year",
    [pytest.param(year, marks=pytest.mark.soak if year % 3 else ()) for year in range(2018, 2028)],
)
def test_a_new_file_explains_nothing_by_what_is_not_of_its_year(year):
    lines = [line.strip("# ") for line in scaffold(Request("云岭镇", year, full=True)).splitlines()]
    said = material("\n\n".join(["# 云岭镇", *filter(None, lines)]), year=year, level="镇", name="云岭镇")
    assert [
        f"{rule.code} {one.message}" for rule in RULES if rule.code <= "提法-07" for one in rule.find(said)
    ] == []


@pytest.mark.parametrize(
    ("year", "offered", "withheld"),
    [
        (2018, ["禁毒"], ["疫情防控", "林长巡林", "公益活动", "年终述法", "扩大述法范围"]),
        (2019, ["扩大述法范围"], ["疫情防控", "林长巡林", "公益活动", "年终述法", "述法不够全面"]),
        (2024, ["规范涉企行政检查"], ["疫情防控", "扫码入企", "涉企执法有待规范"]),
        (2021, ["疫情防控", "林长巡林", "公益活动", "年终述法"], ["应知应会清单", "配合履职", "扫码入企"]),
        (2025, ["应知应会清单", "配合履职", "扫码入企", "规范涉企执法"], ["疫情防控"]),
        (2026, ["应知应会清单", "扫码入企", "规范涉企行政检查"], ["疫情防控", "规范涉企执法:"]),
    ],
)
def test_a_new_file_asks_for_what_is_of_its_year(year, offered, withheld):
    text = scaffold(Request("云岭镇", year, full=True))
    assert [name for name in offered if name not in text] == []
    assert [name for name in withheld if name in text] == []
