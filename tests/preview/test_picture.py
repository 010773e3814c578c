"""一图读懂: which figures it shows, where they stand, and the files that the browser makes of it."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator
from generator.facts.loading import facts_from
from generator.preview.picture import MOST, key_figures, picture_svg
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source
from tests.finished import EXAMPLES
from tests.preview.asgi import living, request, run, until

SVG = "{http://www.w3.org/2000/svg}"
HEAD = "年度: 2023\n单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇, 上级: 清河县}\n举措成效:\n"


def facts(text):
    return facts_from(read_source((HEAD + text).encode(), "甲.yaml"), "甲.yaml", Templates())


def figures(text):
    return [
        (group.heading, [(one.value, one.label) for one in group.figures])
        for group in key_figures(facts(text))
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "  法治宣传教育:\n    普法活动: 50余次\n    受教育: 3000余人次\n",
            [("法治宣传教育", [("50余次", "普法活动"), ("3000余人次", "受教育")])],
        ),
        (
            "  深化普法:\n    法治宣传教育:\n      普法活动: 50余次\n    法律明白人:\n      培训人数: 160名\n",
            [("深化普法", [("50余次", "普法活动"), ("160名", "培训人数")])],
        ),
        (
            "  矛盾纠纷化解:\n    正文:\n      - 全年排查【排查：231件】，老赵调解室调处【老赵调处：41件】。\n",
            [("矛盾纠纷化解", [("231件", "排查"), ("41件", "老赵调处")])],
        ),
        (
            "  复议应诉:\n    应诉案件: 0件\n    败诉: {值: 3件, 公开: 否}\n    胜诉: 11件\n",
            [("复议应诉", [("11件", "胜诉")])],
        ),
        ("  行政执法:\n    三项制度: 是\n", []),
    ],
)
def test_what_is_shown(text, shown):
    assert figures(text) == shown


def test_the_usual_figures_go_first_where_there_are_too_many():
    fields = [
        one for one in read_topics(Templates()).measures["法治宣传教育"].fields.values() if one.kind == "数量"
    ]
    usual = [one.name for one in fields if one.usual][:MOST]
    others = [one.name for one in fields if not one.usual][: MOST + 2]
    lines = "".join(f"    {name}: {number}\n" for number, name in enumerate((*others, *usual), 1))
    ((_, shown),) = figures(f"  法治宣传教育:\n{lines}")
    assert len(shown) == MOST
    assert [label for _, label in shown] == [*others[: MOST - len(usual)], *usual]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_number_is_a_fact_of_the_file(path):
    read, text = generator.load(path), path.read_text(encoding="utf-8")
    for group in key_figures(read):
        for one in group.figures:
            number = re.match(r"[^\d]*([\d.]+)", one.value)[1]
            assert number in read.line(one.field), (one, read.line(one.field))
            assert number in text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_stands_outside_the_picture_nor_on_something_else(path):
    root = ET.fromstring(picture_svg(generator.load(path)))
    width, height = int(root.get("width")), int(root.get("height"))
    boxes = [
        tuple(float(one.get(side)) for side in ("x", "y", "width", "height"))
        for one in root.iter(f"{SVG}rect")
        if one.get("rx")
    ]
    assert all(x >= 0 and y >= 0 and x + wide <= width and y + high <= height for x, y, wide, high in boxes)
    for number, (x, y, wide, high) in enumerate(boxes):
        for x2, y2, _, _ in boxes[number + 1 :]:
            assert abs(x - x2) >= wide or abs(y - y2) >= high


@given(st.text('<>&"一二三 ', min_size=1, max_size=20).filter(str.strip))
def test_what_is_written_cannot_become_markup(label):
    heading = label.replace('"', "").strip() or "甲"
    svg = picture_svg(facts(f'  "{heading}":\n    法治宣传教育:\n      普法活动: 50余次\n'))
    texts = [one.text for one in ET.fromstring(svg).iter(f"{SVG}text")]
    assert heading in [unescape(one or "") for one in texts]


def test_without_figures_it_says_what_to_do():
    with pytest.raises(UserError, match="还没有可以画进图里的数"):
        picture_svg(facts("  行政执法:\n    三项制度: 是\n"))


def test_the_route_gives_the_open_files_picture(tmp_path):
    path = tmp_path / EXAMPLES[0].name
    path.write_bytes(EXAMPLES[0].read_bytes())

    async def asked():
        async with living(path) as (live, app):
            await until(live, lambda live: live.lists["纸"])
            return await request(app, "/picture")

    answer = run(asked())
    assert answer.body.decode() == picture_svg(generator.load(path))
