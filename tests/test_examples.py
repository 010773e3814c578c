"""The five examples: everything that the originals report stands in the finished reports, in good order."""

import re
from collections import Counter
from itertools import combinations

import pytest
import yaml

from generator import check
from generator.commands.render import Wishes, render_reports
from generator.commands.steps import Given
from generator.drafting import compose
from generator.facts.loading import facts_from
from generator.forms.cards import read_cards
from generator.resources import Templates
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source
from tests.finished import EXAMPLES, GOLDEN, changes, document_xml, finished, golden
from tests.grammar import faults

PARTS = [
    "一、推进法治政府建设的主要举措和成效",
    "二、党政主要负责人履行推进法治建设第一责任人职责情况",
    "三、推进法治政府建设存在的不足和原因",
    "四、{}年推进法治政府建设的主要安排",
]
NEIGHBOURS = [
    f"{name}街道"
    for name in [
        "安平",
        "北苑",
        "长青",
        "东湖",
        "丰华",
        "古塔",
        "和平",
        "红旗",
        "金山",
        "临江",
        "龙泉",
        "明德",
        "南园",
        "清河",
        "荣光",
        "松涛",
        "天桥",
        "文昌",
        "新华",
        "玉泉",
    ]
]

each_report = pytest.mark.parametrize("report", EXAMPLES, ids=lambda path: path.stem, indirect=True)
each_form = pytest.mark.parametrize("form", ["text", "words"], ids=["markdown", "word"])


@pytest.fixture
def report(request):
    """One of the examples, rendered; not where the tests are collected, which each process of a run does."""
    return finished(request.param)


def count(figure, text):
    """Count a figure that stands by itself: 5件, but not the end of 15件; 3人, but not of 3人次."""
    return len(re.findall(rf"(?<![\d.]){re.escape(figure)}(?!次)", text))


def test_each_original_has_an_example():
    assert {(report.card.unit, report.card.year) for report in map(finished, EXAMPLES)} == {
        (card.unit, card.year) for card in read_cards()
    }


@each_report
@each_form
def test_every_figure_stands_as_often_as_in_the_original(report, form):
    wanted = Counter(figure.correct for figure in (*report.card.figures, *report.card.spelt))
    wanted -= Counter({"三级": 1, "两个": 1})  # these are counted from the list of names beside them
    wanted = Counter(
        {figure: times for figure, times in wanted.items() if figure[0] != "0"}
    )  # 0 is said in words
    text = getattr(report, form)
    assert {
        figure: count(figure, text) for figure, times in wanted.items() if count(figure, text) < times
    } == {}


@each_report
@each_form
def test_where_the_original_errs_the_right_figure_stands_alone(report, form):
    wrong = [figure.written for figure in report.card.figures if figure.right]
    assert [figure for figure in wrong if figure in getattr(report, form)] == []


@each_report
@each_form
def test_every_name_stands(report, form):
    assert [name for name in report.card.names if name not in getattr(report, form)] == []


@each_report
def test_every_figure_stands_where_it_belongs(report):
    """In its topic's sentences, on the ground of its own field, or of those that it is derived from."""
    for figure in report.card.figures:
        parts = [one for one in report.prepared.facts.reported if one.name == figure.topic]
        sentences = [
            one
            for one in report.prepared.draft.sentences
            if (figure.correct in one.text or (figure.correct[0] == "0" and "无登记" in one.text))
            and any(ground.startswith(f"{dotted(part.path)}.") for part in parts for ground in one.grounds)
        ]
        assert sentences, figure
        own = dotted(report.prepared.facts.topics[figure.topic].path_of(figure.field))
        derived = "率" in figure.field
        assert derived or any(own in one.grounds for one in sentences), figure


@each_report
def test_four_parts_in_order(report):
    headings = [line.removeprefix("## ") for line in report.markdown.split("\n") if line.startswith("## ")]
    assert headings == [part.format(int(report.card.year) + 1) for part in PARTS]


@each_report
def test_the_length_is_that_of_a_real_report(report):
    assert 1800 <= len(re.sub(r"\s|#", "", report.text)) <= 5000


@each_report
def test_the_chinese_is_in_order(report):
    assert faults(report.markdown) == []


@each_report
def test_nothing_is_left_to_fill_in(report):
    assert [problem.message for problem in report.prepared.facts.gaps] == []


@each_report
def test_title_and_date_are_the_originals(report):
    lines = report.text.split("\n")
    assert report.card.unit in lines[0]
    assert lines[0].endswith("报告")
    assert not report.card.date or report.card.date in lines


@each_report
def test_the_golden_copies(report):
    for name, text in golden(report).items():
        found = changes(name, text)
        assert not found, "请看清改动，再运行 python -m tests.finished：\n" + "\n".join(found[:40])


def test_no_golden_copy_is_left_over():
    kept = {name for path in EXAMPLES for name in golden(finished(path))}
    assert {path.name for path in GOLDEN.iterdir()} == kept


@each_report
def test_the_way_over_an_edited_text_gives_the_same_word_file(report, tmp_path):
    direct, text, over = (tmp_path / name for name in ("甲.docx", "甲.md", "乙.docx"))
    for source, target in ((report.path, direct), (report.path, text), (text, over)):
        (result,) = render_reports([source], target, Given(), Wishes())
        assert result.error is None, result.error
        assert result.path == target
    assert document_xml(direct.read_bytes()) == document_xml(over.read_bytes()) == report.xml


@each_report
def test_the_same_facts_give_the_same_bytes(report, tmp_path):
    targets = [tmp_path / "甲.docx", tmp_path / "乙.docx"]
    for target in targets:
        list(render_reports([report.path], target, Given(), Wishes()))
    assert len({target.read_bytes() for target in targets}) == 1


def reports_of(text):
    """Write the report of twenty units with the same facts, each with its unit's name taken out of it."""
    found = []
    for name in NEIGHBOURS:
        source = read_source(text.replace("稷下街道", name).encode(), f"{name}-2023.yaml")
        facts = facts_from(source, f"{name}-2023.yaml", Templates())
        found.append(compose(facts).markdown.replace(name, "某某街道"))
    return found


def without_headings(text):
    """Give a facts file whose topics and duties stand by themselves, under the headings that templates choose."""
    data = yaml.load(text, yaml.BaseLoader)
    for part in ("举措成效", "第一责任人"):
        data[part] = {name: one for below in data[part].values() for name, one in below.items()}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def shares(reports):
    """Give, for any two reports, the share of paragraphs that are the same in the parts that templates write."""

    def paragraphs(text):
        return {line for line in text.split("## 三、")[0].split("\n") if len(line) > 40 and line[0] != "#"}

    return [
        len(paragraphs(one) & paragraphs(two)) / len(paragraphs(one)) for one, two in combinations(reports, 2)
    ]


NEIGHBOUR = next(path for path in EXAMPLES if path.stem.startswith("稷下街道")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def neighbours():
    return reports_of(without_headings(NEIGHBOUR))


def test_neighbours_are_no_twins(neighbours):
    assert len(set(neighbours)) == len(NEIGHBOURS)
    bodies = {line for text in neighbours for line in text.split("\n") if line.startswith("### ")}
    assert len(bodies) > 2 * neighbours[0].count("### ")


def test_neighbours_share_facts_but_not_most_paragraphs(neighbours):
    found = shares(neighbours)
    assert sum(found) / len(found) < 0.25
    assert max(found) < 0.6


def test_neighbours_who_took_over_the_same_headings_still_write_paragraphs_of_their_own():
    found = shares(reports_of(NEIGHBOUR))
    assert sum(found) / len(found) < 0.25


def test_an_example_is_read_from_plain_data_too():
    for path in EXAMPLES:
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # texts alone
        plain = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        facts = facts_from(read_source(plain.encode(), path.name), path.name, Templates())
        assert compose(facts).markdown == finished(path).markdown


@each_report
def test_the_headings_are_the_units_own_and_no_fewer_than_the_originals(report):
    """Part one has as many as the original's outline has, for what is told there."""
    written = [section.heading for section in report.prepared.facts.sections]
    outline = {"稷下街道": 3, "马村区": 6, "凤城街道": 10, "城东镇": 10, "石鼓镇": 6}
    assert len(written) == outline[report.card.unit]
    assert all(written)
    part = report.text.split("\n## ")[1]
    shown = [line.partition("）")[2] for line in part.split("\n") if line.startswith("### ")]
    assert shown == written


REMINDED = {"凤城街道-2020": ["数据-52"], "城东镇-2023": ["提法-23"], "石鼓镇-2021": ["数据-52"]}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda one: one.stem)
def test_nothing_is_told_of_an_example_that_a_reviewer_would_not_say(path):
    assert [one.code for one in check(path)] == REMINDED.get(path.stem, [])
