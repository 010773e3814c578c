"""Nothing anachronistic is chosen: each heading, label and wording of each topic, judged by the rules for its year."""

from collections.abc import Iterator

import pytest
from jinja2 import nodes

from generator.checks import registry
from generator.drafting.environment import environment
from tests.checks.examples import material
from tests.drafting.sections import TEMPLATES, TOPICS

RULES = [rule for rule in registry.all_rules() if rule.group == "提法"]
CHOICES = [
    argument
    for topic in TOPICS
    for call in environment(TEMPLATES).parse(topic.body).find_all(nodes.Call)
    if call.node.name == "选"
    for argument in call.args
]


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
    titles = dict.fromkeys(title for topic in TOPICS for title in topic.titles_in(year))
    wordings = dict.fromkeys(text for argument in CHOICES for text in texts(argument, year))
    paragraphs = [f"### {title}\n\n全年开展工作3次。" for title in titles] + [
        f"{text}。" for text in wordings if text
    ]
    return "\n\n".join(
        [f"# 云岭镇{year}年法治政府建设年度报告", "## 一、推进法治政府建设的主要举措和成效", *paragraphs]
    )


def test_there_is_much_to_choose_from():
    assert len(CHOICES) > 500
    assert report(2027).count("### ") > 100


@pytest.mark.parametrize("year", range(2018, 2028))
def test_all_that_can_be_chosen_is_of_its_year(year):
    text = report(year)
    said = material(text, year=year, level="镇", name="云岭镇")
    assert [f"{rule.code} {finding.message}" for rule in RULES for finding in rule.find(said)] == []
