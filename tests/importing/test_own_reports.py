"""Our own Word files come back as their facts."""

from itertools import zip_longest

import pytest
import yaml

from bench.returns import lost_of
from generator.commands.import_report import imported
from generator.document.page.layout import layout_of, read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.drafting import compose
from generator.facts.loading import facts_from
from generator.importing.own_reports import ends_with_figure
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.cli.command import EXAMPLES

TEMPLATES = Templates()
FACTS = """年度: 2023
单位: {名称: 云岭镇人民政府, 简称: 云岭镇, 级别: 镇, 上级: 清河县}
导语: {领导: 县委、县政府, 举措: 推进依法行政}
举措成效:
  化解矛盾，维护稳定:
    矛盾纠纷化解: {针对: 外来人口多, 排查: 231件, 化解: 198起, 化解率: 85.7%}
    信访工作: {领导包案: 部分, 信访: 67件, 办结: 65件, 赴省上访: 0例, 越级上访: 0, 集体访: 0批, 其他数据: {代办事项: 12件}}
  法律明白人:
    法律明白人: 148名
    活动: [{名称: 法律明白人比武, 时间: 11月30日, 地点: 镇文化站, 受教育: 120人次}]
第一责任人: {领导班子学法: 6次, 听取汇报: 书记3次}
不足:
  - {问题: 执法装备不全, 表现: 记录仪少, 原因: 经费紧}
计划:
  - {标题: 配齐装备, 针对: 执法装备不全, 措施: 购置执法记录仪, 责任科室: 执法队, 时限: 6月底前}
"""


def word_file(facts, folder, change=("", "")):
    markdown = compose(facts, TEMPLATES).markdown
    document = read_blocks(markdown.replace(*change) if change[0] else markdown)
    path = folder / "报告.docx"
    path.write_bytes(write_docx(document, layout_of(document, read_layout(TEMPLATES, None))))
    return path


def made():
    return facts_from(read_source(FACTS.encode(), "甲"), "甲", TEMPLATES)


@pytest.mark.parametrize(
    "path",
    # every second example usually, all of them in the soak run
    [
        pytest.param(path, id=path.stem, marks=pytest.mark.soak if number % 2 else ())
        for number, path in enumerate(sorted(EXAMPLES.glob("*.yaml")))
    ],
)
def test_everything_of_the_examples_changed_items(path, tmp_path):
    assert [one for one in lost_of(path, TEMPLATES, tmp_path) if not one[-1]] == []


@pytest.mark.parametrize("until", ["", "截至: 2023-12-20\n"])
def test_fields_lists_records_and_words_of_one_file_come_back(tmp_path, until):
    text = FACTS.replace("单位:", f"{until}单位:", 1)
    (tmp_path / "甲.yaml").write_text(text, encoding="utf-8")
    told = list(lost_of(tmp_path / "甲.yaml", TEMPLATES, tmp_path))
    assert [one for one in told if not one[-1]] == []
    assert len(told) > 20
    whole = imported(
        word_file(facts_from(read_source(text.encode(), "甲"), "甲", TEMPLATES), tmp_path), TEMPLATES
    )
    assert until in whole.text
    assert ("截至" in whole.text) is bool(until)


def test_a_topic_of_own_words_comes_back_by_the_label_that_leads_in_to_them(tmp_path):
    topics = "".join(
        f"    {one}\n"
        for one in (
            "矛盾纠纷化解: {排查: 231件, 化解: 198起, 化解率: 85.7%}",
            "规范性文件: {正文: [全年没有制定文件，清理时一件也没有查出。]}",
            "信访工作: {信访: 67件, 办结: 65件}",
        )
    )
    text = FACTS.partition("  化解矛盾")[0] + f"  依法办事:\n{topics}"
    (tmp_path / "甲.yaml").write_text(text, encoding="utf-8")
    facts = facts_from(read_source(text.encode(), "甲"), "甲", TEMPLATES)
    assert "方面，全年没有制定文件，清理" in compose(facts, TEMPLATES).markdown
    assert [one for one in lost_of(tmp_path / "甲.yaml", TEMPLATES, tmp_path) if not one[-1]] == []


BEGINNING = FACTS.partition("不足:")[0]
SHORT = (
    "不足: [{问题: 装备不全, 原因: 经费紧}, {问题: 工单有超期, 原因: 人少}, {问题: 文书不齐, 原因: 催得少}]\n"
)
PLANS = (
    "{标题: 配装备, 针对: 装备不全, 措施: 购置记录仪, 责任科室: 执法队, 时限: 6月底前}",
    "{标题: 催工单, 针对: 工单有超期, 措施: 一周一催, 责任科室: 信访办}",
    "{标题: 补文书, 针对: 文书不齐, 措施: 逐卷检查, 责任科室: 司法所, 目标: 差错减半}",
)


def changed_items(text, folder):
    """Give the shortcomings and plans in fields that are not the same after docx and import, before and after."""
    facts = facts_from(read_source(text.encode(), "甲"), "甲", TEMPLATES)
    one = imported(word_file(facts, folder), TEMPLATES)
    assert one.proof.kept == one.proof.sentences
    before, after = yaml.safe_load(text), yaml.safe_load(one.text)
    return [
        (old, new)
        for key in ("不足", "计划")
        for old, new in zip_longest(before.get(key, ()), after.get(key, ()))
        if old != new and "正文" not in old
    ]


@pytest.mark.parametrize(
    "own",
    [
        "{标题: 抓好整改, 正文: 对排查出的问题，建立台账。}",
        "{标题: 抓好整改, 针对: 执法力量不足，经费短缺, 措施: 建立台账}",
        "{标题: 抓好整改, 正文: 建立台账，由执法队负责，每月一报。}",
        "{标题: 抓好整改, 正文: [建立台账。, 一月一报。]}",
    ],
)
@pytest.mark.parametrize("place", range(4))
def test_one_plan_of_its_own_words_costs_no_other_its_fields(own, place, tmp_path):
    plans = [*PLANS[:place], own, *PLANS[place:]]
    text = f"{BEGINNING}{SHORT}计划: [{', '.join(plans)}]\n"
    assert changed_items(text, tmp_path) == []


@pytest.mark.parametrize("shown", ["", "表现: 记录仪少, ", "表现: 记录仪少；文书不齐, "])
@pytest.mark.parametrize(
    "cause",
    [
        *("主要是骨干少", "多是骨干少", "多半是骨干少", "大多是骨干少"),
        *("由于骨干少", "因为骨干少", "因骨干少", "由于骨干少，没有人教", "主要是由于骨干少", "主要因骨干少"),
        *("主要原因是骨干少", "究其原因，主要是骨干少", "因地制宜不够"),
    ],
)
def test_a_cause_with_words_that_lead_in_to_it_costs_no_other_its_fields(cause, shown, tmp_path):
    one = f"{{问题: 骨干缺, {shown}原因: {cause}}}"
    short = SHORT.replace("[", f"[{one}, ", 1)
    assert changed_items(f"{BEGINNING}{short}计划: [{', '.join(PLANS)}]\n", tmp_path) == []


@pytest.mark.parametrize("cause", ["是骨干少", "在于骨干少"])
def test_a_cause_that_reads_as_with_our_words_costs_none_its_cause(cause, tmp_path):
    items = SHORT.replace("[", f"[{{问题: 骨干缺, 原因: {cause}}}, ", 1)
    for old, new in changed_items(f"{BEGINNING}{items}计划: [{', '.join(PLANS)}]\n", tmp_path):
        assert {key: one.removeprefix("是").removeprefix("在于") for key, one in new.items()} == {
            key: one.removeprefix("是").removeprefix("在于") for key, one in old.items()
        }


@pytest.mark.parametrize("cause", ["辖区企业多", "上访人多的情况"])
def test_a_cause_that_is_a_sentence_leaves_the_fields_behind_it_their_places(cause, tmp_path):
    topic = f"{{针对: {cause}, 越级上访: 0, 集体访: 0批}}"
    head, _, rest = FACTS.partition("举措成效:")
    rest = rest[rest.index("第一责任人") :]
    text = f"{head}举措成效: {{做好信访工作: {{信访工作: {topic}}}}}\n{rest}"
    facts = facts_from(read_source(text.encode(), "甲"), "甲", TEMPLATES)
    one = imported(word_file(facts, tmp_path), TEMPLATES)
    assert {"越级上访", "集体访"} <= yaml.safe_load(one.text)["举措成效"]["做好信访工作"]["信访工作"].keys()
    assert one.proof.kept == one.proof.sentences


def test_what_begins_like_a_plan_of_ours_costs_another_no_more_than_how_it_begins(tmp_path):
    own = "{标题: 抓好整改, 正文: 针对排查出的问题，建立台账。}"
    text = f"{BEGINNING}{SHORT}计划: [{PLANS[0]}, {own}, {', '.join(PLANS[1:])}]\n"
    for old, new in changed_items(text, tmp_path):
        assert new == {key: one for key, one in old.items() if key != "针对"} | {
            "措施": f"针对{old['针对']}的问题，{old['措施']}"
        }


def test_the_report_stays_to_the_letter(tmp_path):
    one = imported(word_file(made(), tmp_path), TEMPLATES)
    again = facts_from(read_source(one.text.encode(), "乙"), "乙", TEMPLATES)
    assert compose(again, TEMPLATES).markdown == compose(made(), TEMPLATES).markdown
    assert one.proof.kept == one.proof.sentences
    assert one.proof.own == 0


def test_a_sentence_that_a_person_changed_stays_a_sentence(tmp_path):
    one = imported(word_file(made(), tmp_path, ("排查出矛盾纠纷231件", "排查各种矛盾纠纷231件")), TEMPLATES)
    assert "排查各种矛盾纠纷" in one.text
    assert "    信访: 67件" in one.text or "信访：67件" in one.text
    assert one.proof.kept == one.proof.sentences


@pytest.mark.parametrize(
    ("value", "written", "yes"),
    [
        ("5件", "5件", True),
        ("书记3次", "3次", True),
        ("近20次", "20次", True),
        ("15件", "5件", False),
        ("十五件", "五件", False),
        ("1,205件", "205件", False),
        ("0.5%", "5%", False),
        ("5件", "6件", False),
    ],
)
def test_the_end_of_a_longer_figure_is_another_one(value, written, yes):
    assert ends_with_figure(value, written) is yes
