"""From last year's facts: names stay, figures are asked for again, plans are followed up."""

import json
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.drafting import compose
from generator.facts import EMPTY, TopicFacts, load_facts
from generator.facts.loading import facts_from
from generator.facts.public import public_facts
from generator.forms.last_year import last_remark, last_written, names_that_stay
from generator.forms.request import Request
from generator.forms.scaffold import scaffold
from generator.numbers.quantity import parse
from generator.resources import Templates
from generator.topics import Field, read_topics
from generator.yamltext.source import read_source
from tests.forms.filling import fill

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TEMPLATES = Templates()


def new_year(path, **how):
    last = load_facts(path, TEMPLATES)
    text = scaffold(Request("", (last.year or 0) + 1, last=last, **how))
    return last, text, facts_from(read_source(text.encode(), "新.yaml"), "新.yaml", TEMPLATES)


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def years(request):
    return new_year(request.param)


def test_each_practice_is_asked_for_again_where_it_stood():
    text = (
        "年度: 2024\n单位: {名称: 甲镇人民政府, 级别: 镇}\n举措成效:\n  普法入户:\n"
        "    特色做法: {做法名称: 夜市普法, 开展场次: 9场}\n  化解纠纷:\n"
        "    特色做法: {做法名称: 板凳说事, 开展场次: 49场}\n    老槐树下: {化解纠纷: 87件}\n"
    )
    last = facts_from(read_source(text.encode(), "旧.yaml"), "旧.yaml", TEMPLATES)
    written = scaffold(Request("", 2025, last=last))
    asked = read_source(written.encode(), "新.yaml").data["举措成效"]
    assert {
        heading: {
            name: (one["做法名称"], one.keys() & {"开展场次", "化解纠纷"}) for name, one in below.items()
        }
        for heading, below in asked.items()
    } == {
        "普法入户": {"特色做法": ("夜市普法", {"开展场次"})},
        "化解纠纷": {"特色做法": ("板凳说事", {"开展场次"}), "老槐树下": ("老槐树下", {"化解纠纷"})},
    }
    assert ["上年：9场" in written, "上年：49场" in written, "上年：87件" in written] == [True] * 3


def test_filled_in_it_passes(years):
    _, text, _ = years
    read = facts_from(read_source(fill(text).encode(), "新.yaml"), "新.yaml", TEMPLATES)
    assert read.gaps == ()


def test_full_and_filled_in_it_passes():
    _, text, _ = new_year(EXAMPLES[0], full=True)
    assert facts_from(read_source(fill(text).encode(), "新.yaml"), "新.yaml", TEMPLATES).gaps == ()


def test_the_unit_stays_and_the_year_goes_on(years):
    last, _, new = years
    assert new.year == last.year + 1
    assert new.level == last.level
    assert (new.head.unit.names, new.head.unit.short) == (last.head.unit.names, last.name)
    assert new.head.signature.day is None


def test_topics_and_fields_of_last_year_are_asked_for_in_their_order(years):
    last, _, new = years
    assert [one.name for one in new.measures] == [one.name for one in last.measures]
    for before, now in zip(last.measures, new.measures, strict=True):
        assert set(before.values) == set(now.values)
        assert set(now.own.figures) == set(before.own.figures)


def test_no_figure_of_last_year_stands_as_this_years(years):
    _, _, new = years
    for topic in (*new.measures, new.duties):
        for name, value in topic.values.items():
            kind = {**topic.topic.fields}[name].kind if topic.topic else "名单"
            assert value is EMPTY or kind in {"名单", "文字"}, f"{topic.name}.{name}"
        assert all(value is EMPTY for value in topic.own.figures.values())


def test_a_highlight_of_last_years_is_to_be_looked_at(years):
    last, text, new = years
    kept = [one.text for topic in new.reported for one in topic.own.highlights]
    assert len(kept) == sum(len(topic.own.highlights) for topic in last.reported)
    assert text.count("# 请核对：上年的亮点") == len(kept)


def test_each_shortcoming_and_each_plan_of_last_years_is_asked_after(years):
    last, text, new = years
    problems = [one.problem for one in last.head.shortcomings]
    assert [one.problem for one in new.head.mended if one.problem in problems] == problems
    remarks = "".join(line for line in text.splitlines() if "# 上年的" in line)
    for plan in last.head.plans:
        assert plan.measures[0].rstrip("。；") in remarks
    assert all(one.measure == one.effect == "" for one in new.head.mended)
    asked = {gap.field for gap in new.gaps}
    numbers = range(1, len(new.head.mended) + 1)
    assert {f"上年整改.{number}.{key}" for number in numbers for key in ("措施", "成效")} <= asked


def test_what_is_not_filled_in_is_to_be_looked_at(years):
    _, text, new = years
    assert {one.code for one in new.gaps} <= {"待填-01", "待填-02"}
    assert new.gaps != ()
    assert sum(one.code == "待填-03" for one in new.warnings) == text.count("# 请核对：")
    read = facts_from(read_source(fill(text).encode(), "新.yaml"), "新.yaml", TEMPLATES)
    assert {one.code for one in read.warnings} <= {"待填-03", "标注-03"}


def test_what_recurs_in_稷下街道():
    path = next(path for path in EXAMPLES if "稷下街道" in path.name)
    _, text, new = new_year(path)
    mediation = next(one for one in new.measures if one.name == "矛盾纠纷化解")
    assert "老赵劳动调解室" in mediation.values["调解室"]
    assert mediation.values["化解"] is EMPTY
    assert "上年：198起" in text
    publicity = next(one for one in new.measures if one.name == "法治宣传教育")
    assert publicity.values["阵地名称"] is EMPTY, "what was built last year was not built this year"


NAMES = Field("调解室", "名单", "建成的特色调解室名称")
BUILT = Field("阵地名称", "名单", "当年建成的法治文化阵地名称")
COUNT = Field("立案", "数量", "全年立案数", ("件",))


def before(values, wordings=MappingProxyType({})):
    return TopicFacts("甲", None, ("举措成效", "甲"), values, wordings=wordings)


class Last:
    def __init__(self):
        self.origins = {("举措成效", "甲", "立案"): "司法所台账"}


@pytest.mark.parametrize(
    ("field", "value", "stays"),
    [
        (NAMES, ("老赵调解室",), ("老赵调解室",)),
        (NAMES, EMPTY, ()),
        (BUILT, ("民法典公园",), ()),
        (COUNT, parse("5件"), ()),
        (Field("模式", "文字", "探索的模式名称"), "五老乡贤", ("五老乡贤",)),
    ],
)
def test_names_that_stay(field, value, stays):
    assert names_that_stay(field, before({field.name: value})) == stays


def test_the_word_chosen_for_a_value_stays_with_it():
    rooms = Field("服务室", "名单", "示范性服务室所在地", wordings={"建设": "建设", "创建": "创建"})
    facts = before({"服务室": ("上河村", "双溪社区")}, {"服务室": "创建"})
    assert names_that_stay(rooms, facts) == ("创建 上河村", "双溪社区")


def test_a_remark_says_the_value_and_where_it_came_from():
    assert last_remark(COUNT, before({"立案": parse("5件")}), Last()) == "上年：5件（司法所台账）"
    assert last_remark(NAMES, before({"调解室": ("甲室", "乙室")}), Last()) == "上年：甲室、乙室"
    assert last_remark(COUNT, before({}), Last()) == ""


@pytest.mark.parametrize(
    ("value", "wording", "text"),
    [
        (True, "", "是"),
        (False, "", "否"),
        (("甲", "乙"), "", "甲、乙"),
        (parse("近20场"), "", "近20场"),
        (EMPTY, "", ""),
        (True, "推进中", "推进中"),
        (parse("12件"), "转办", "转办12件"),
        (("甲", "乙"), "创建", "创建 甲、乙"),
        ("甲", "推行", "推行 甲"),
    ],
)
def test_shown(value, wording, text):
    assert last_written(value, wording) == text


TWO_LINES = "甲\n乙: 丙"


def test_a_text_of_two_lines_stays_a_comment(tmp_path):
    path = tmp_path / "甲镇-2023.yaml"
    text = json.dumps(TWO_LINES, ensure_ascii=False)
    path.write_text(
        f"年度: 2023\n单位: {{名称: 甲镇人民政府}}\n举措成效:\n  法治宣传教育: {{节点: [{text}], 阵地名称: {text}}}\n"
        f"不足: [{{问题: {text}, 原因: {text}}}]\n计划: [{{措施: {text}, 时限: {text}, 针对: {text}}}]\n",
        encoding="utf-8",
    )
    _last, text, new = new_year(path)
    assert {one.name for one in new.measures} == {"法治宣传教育"}
    assert not [line for line in text.splitlines() if line.startswith("乙")]


def test_what_was_not_public_stays_so_and_what_was_compared_too(tmp_path):
    path = tmp_path / "甲镇-2023.yaml"
    path.write_text(
        "年度: 2023\n单位: {名称: 甲镇人民政府}\n举措成效:\n  行政执法:\n    立案: {值: 19件, 公开: 否, 同比: 是}\n"
        "    联合单位: {值: 司法所, 公开: 否}\n"
        "    正文: [{正文: 有【积案：7件】。, 公开: 否}]\n    活动: [{名称: 甲, 场次: 2场, 公开: 否}]\n",
        encoding="utf-8",
    )
    last, text, new = new_year(path)
    assert "    立案: {值: , 同比: 是, 公开: 否}\n" in text
    assert "      - 正文: 有【积案：】。    # 上年：积案7件\n        公开: 否\n" in text
    kept = ("立案", "联合单位", "正文", "活动", "积案")
    assert [path for path in last.withheld if path[2] in kept] != []
    assert new.withheld == last.withheld
    assert new.topics["行政执法"].compared == {"立案"}


SECRET = """年度: 2023
单位: {名称: 甲镇人民政府, 简称: 甲镇, 级别: 镇}
导语: {正文: {正文: 密导语一句话。, 公开: 否}, 落实: {值: [密文件甲, 密文件乙], 公开: 否}}
举措成效:
  行政执法:
    联合单位: {值: [密单位（甲）, 密单位（乙）], 公开: 否}
    立案: 5件
    针对: {值: 密缘由, 公开: 否}
    做法: [{密小标题: 密做法, 公开: 否}]
    活动: [{名称: 检查, 地点: {值: 密地点, 公开: 否}}]
    其他数据: {密手册: {值: 777册, 公开: 否}}
    成效: {值: 密成效, 公开: 否}
  密标题:
    公开: 否
    法治宣传教育: {正文: [密标题下的句子。]}
  信访工作: {公开: 否, 信访: 3件, 亮点: [密主题里的话。]}
不足:
  - {问题: 密不足, 原因: 忙, 公开: 否}
  - {问题: 装备不全, 原因: 密原因}
  - {正文: 密的一条，写在正文里。, 公开: 否}
计划:
  - {措施: 密计划, 针对: 装备不全, 公开: 否}
  - {措施: 密措施, 公开: 否}
第一责任人: {公开: 否, 领导班子学法: 6次, 正文: [密讲话。]}
"""


def test_nothing_that_was_withheld_is_public_the_year_after(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_text(SECRET, encoding="utf-8")
    last, text, new = new_year(path)
    kept = compose(new).markdown
    for said in (
        "密导语",
        "密做法",
        "密缘由",
        "密标题",
        "密主题里",
        "密不足",
        "装备不全",
        "写在正文里",
        "密讲话",
    ):
        assert said in kept
    public = compose(public_facts(new, read_topics(TEMPLATES))).markdown
    assert "密" not in public
    assert "装备不全" not in public
    asked = {path[-1] for path in new.withheld}
    assert {"密手册", "成效", "联合单位", "落实", "地点"} <= asked
    assert text.count("公开: 否") >= len(last.withheld) - 1
