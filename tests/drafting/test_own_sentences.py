"""正文: printed as it is written but for the marks, at its place among the template's sentences; no text is code."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.document.text.blocks import read_blocks
from generator.drafting import compose
from generator.drafting.annexes import figure_table
from generator.problems import FactsError
from tests.drafting.drafting import drafted, load, part
from tests.each import each

DISPUTES = "举措成效:\n  矛盾纠纷化解:\n"


def measures(lines):
    return part(drafted(DISPUTES + lines), 1)


@each(
    ("lines", "expected"),
    [
        (
            "    化解: 198起\n    正文: 排查【排查：231件】，化解率【化解率】。\n",
            "排查231件，化解率85.7%。全年化解矛盾纠纷198起。",
        ),
        (
            "    正文: 排查【排查：231件】，化解率【化解率】。\n    化解: 198起\n",
            "排查231件，化解率85.7%。全年化解矛盾纠纷198起。",
        ),
        ("    化解: 198起\n    正文: 排查【排查：231件】，化解【化解】。\n", "排查231件，化解198起。"),
        (
            "    化解: 198起\n    正文: 其中，邻里纠纷【邻里纠纷：162件】。\n",
            "全年化解矛盾纠纷198起。其中，邻里纠纷162件。",
        ),
        ("    正文: [甲；, 乙, 丙！, “丁。”]\n", "甲；乙。丙！“丁。”"),
        ("    正文: 没有排查出【排查：0件】，化解【化解：0件】\n", "没有排查出0件，化解0件。"),
        ("    正文: 排查【排查：近230件】，化解【化解：200余起】\n", "排查近230件，化解200余起。"),
        ("    正文: 排查【排查：】\n", "排查【待填：排查】。"),
        (
            "    做法: [甲【排查：231件】；]\n    化解: 198起\n    亮点: [乙【调解：3起】]\n",
            "甲231件。全年化解矛盾纠纷198起，化解率85.7%。乙3起。",
        ),
        ("    排查: 9件\n    化解: 3件\n    正文: 排查【排查】。\n", "排查9件。全年化解矛盾纠纷3件。"),
        ("    其他数据: {走访: 3次}\n    正文: 都到了现场。\n", "走访3次。都到了现场。"),
        ("    针对: 外来人口多\n    成效: 降到27件\n", "结合外来人口多的实际，【待填：做法】。降到27件。"),
    ],
)
def test_a_body_is_one_block_before_or_behind_what_the_template_says(lines, expected):
    assert measures(lines) == expected


def test_a_body_beside_counted_points_is_no_point():
    points = "    三级体系: 镇、村、网格\n    调解员名册: 是\n    枫桥经验: 是\n    模式: 甲\n    排查: 240件\n    化解: 231起\n"
    lines = f"{points}    亮点: [另有志愿者。]\n    正文: 又有【调解员：30名】。\n"
    text = measures(lines)
    assert text.startswith("一是")
    assert "又有30名。" in text
    assert not {"是另有", "是又有"} & {text[at : at + 3] for at in range(len(text))}


def test_a_lead_in_stands_first_under_its_heading():
    text = part(
        drafted(
            "举措成效:\n  大标题:\n    正文: 投入【投入：30万元】。\n    矛盾纠纷化解: {排查: 231件}\n    行政执法: {立案: 19件}\n"
        ),
        1,
    )
    assert text.startswith("### （一）大标题\n\n投入30万元。\n\n")


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        ("{领导班子学法: 6次, 正文: 督办【督办：3件】。}", ["组织领导班子学法6次。督办3件。"]),
        ("{正文: 督办【督办：3件】。, 领导班子学法: 6次}", ["督办3件。\n\n", "组织领导班子学法6次。"]),
        ("{正文: 督办【督办：3件】。}", ["督办3件。"]),
        (
            "{自己的标题: {正文: 督办【督办：3件】。, 领导班子学法: 6次}}",
            ["（一）自己的标题\n\n督办3件。\n\n"],
        ),
        (
            "{甲: {领导班子学法: 6次}, 正文: 督办【督办：3件】。, 乙: {做法: [丙]}}",
            ["学法6次。\n\n督办3件。\n\n### （二）乙"],
        ),
    ],
)
def test_a_body_among_the_duties(duties, expected):
    end = f"第一责任人: {duties}\n不足: [{{问题: 甲, 原因: 乙}}]\n计划: [{{措施: 丙}}]\n"
    text = part(drafted("举措成效: {行政执法: {立案: 19件}}\n", end=end), 2)
    assert all(one in text for one in expected)


def test_a_body_stands_for_a_whole_shortcoming_and_a_whole_plan():
    end = (
        "第一责任人: {领导班子学法: 6次}\n"
        "不足: [{正文: [执法人员只有【执法人数：3名】，因编制有限；, 尚无记录仪。]}]\n"
        "计划: [{标题: 配齐装备, 正文: 购置记录仪【记录仪：2台】, 针对: 尚无记录仪}]\n"
    )
    text = drafted("举措成效: {行政执法: {立案: 19件}}\n", end=end)
    assert part(text, 3) == "执法人员只有3名，因编制有限；尚无记录仪。"
    assert part(text, 4) == "### （一）配齐装备\n\n购置记录仪2台。"


def test_items_that_count_themselves_are_not_counted_again():
    end = (
        "第一责任人: {领导班子学法: 6次}\n"
        "不足: [{正文: 一是装备不全，因经费紧张。}, {正文: 二是人员不足，因编制有限。}]\n"
        "计划: [{措施: 丙}]\n"
    )
    text = part(drafted("举措成效: {行政执法: {立案: 19件}}\n", end=end), 3)
    assert text == "一是装备不全，因经费紧张。\n\n二是人员不足，因编制有限。"


HOSTILE = st.text(st.sampled_from("甲乙，。！；：:【】{}%#*_-+`~<>&|[]()\\/\"'“”1.=@?$ "), max_size=24)
MARKS = st.sampled_from(
    [
        ("排查：231件", "231件"),
        ("化解：198起", "198起"),
        ("化解率", "85.7%"),
        ("自己的数：4个", "4个"),
        ("调解：", "【待填：调解】"),
    ]
)


@given(st.lists(st.tuples(HOSTILE, MARKS), min_size=1, max_size=4), HOSTILE)
def test_what_is_printed_is_what_is_written_but_for_the_marks(pairs, end):
    """A text keeps its signs, whatever YAML, Jinja or Markdown make of them elsewhere."""
    written = "".join(f"{_bracketed(text)}【{mark}】" for text, (mark, _) in pairs) + _bracketed(end)
    printed = "".join(f"{text}{shown}" for text, (_, shown) in pairs) + end
    body = [written, "排查【排查：231件】，化解【化解：198起】。"]
    lines = yaml.safe_dump({"举措成效": {"矛盾纠纷化解": {"正文": body}}}, allow_unicode=True, width=10**6)
    draft = compose(load(lines))
    blocks = read_blocks(draft.markdown).blocks
    assert _bare(printed) in _bare("".join(block.text for block in blocks))
    assert _bare(printed.strip()[:20]) in _bare("".join(one.text for one in draft.sentences))


def _bracketed(text):
    return text.replace("【", "【【")


def _bare(text):
    return re.sub(r"\s", "", text)


EVERYWHERE = """\
导语: {目标: 围绕【目标数：101项】任务, 举措: 推进【举措数：102项】举措, 成效: 建成【成效数：103个】平台}
举措成效:
  大标题:
    正文: 投入【投入：104万元】，惠及【惠及：105户】。
    矛盾纠纷化解:
      排查: 231件
      做法:
        - 自己的做法: 走访【走访：106次】，座谈【座谈：107场】。
        - 巡查【巡查：108次】
      正文:
        - 调解【调解：109起】，“老赵调解室”调处【老赵调处：110起】；
        - 培训调解员【调解员培训：111人】。
      亮点: [简报刊发【刊发：112篇】。]
  自己的主题: {正文: 巡逻【巡逻队：113支】}
第一责任人: {领导班子学法: 6次, 正文: 督办【督办：114件】。}
不足:
  - 正文: [执法人员只有【执法人数：115名】，因编制有限。]
  - {问题: 装备不全, 表现: 缺少记录仪【缺少：116台】, 原因: 经费只有【经费：117万元】}
计划:
  - 正文: 新增【新增：118名】。
  - {标题: 配齐装备, 措施: [购置【购置：119台】, 培训【培训：120人】], 目标: 达到【达标：121个】}
其他情况: 接受巡察【巡察：122次】
"""
MARKED = re.findall(r"【([^：]+)：([^】]+)】", EVERYWHERE)


def test_every_mark_is_printed():
    whole = drafted(EVERYWHERE, end="")
    assert len(MARKED) == 22
    assert all(value in whole for _, value in MARKED)
    assert "【" not in whole


@each(("label", "value"), MARKED)
def test_every_mark_emptied_in_turn_is_asked_after_in_its_place(label, value):
    whole = drafted(EVERYWHERE, end="")
    emptied = load(EVERYWHERE.replace(f"【{label}：{value}】", f"【{label}：】"), end="")
    assert compose(emptied).markdown == whole.replace(value, f"【待填：{label}】")
    assert [gap.field.rpartition(".")[2] for gap in emptied.gaps] == [label]


@given(st.text(st.sampled_from("【【】】：:.排查化解率矛盾纠纷12件起约余多#{}%*甲\\\"' "), max_size=40))
def test_whatever_is_written_is_printed_or_told(text):
    """No sentence ends in anything but a report or problems with a place and a remedy."""
    body = {"举措成效": {"矛盾纠纷化解": {"化解": "198起", "正文": [f"甲{text}"]}}}
    told = _problems(yaml.safe_dump(body, allow_unicode=True, width=10**6))
    assert all(one.place.line and one.place.column for one in told)
    assert all(one.message.endswith("。") and one.fix.endswith("。") for one in told)


def _problems(lines):
    """Give what is told of these lines; where they can be read they are drafted."""
    try:
        facts = load(lines)
    except FactsError as error:
        return error.problems
    assert compose(facts).markdown
    return [*facts.gaps, *facts.warnings]


def test_figures_of_both_years_are_compared_wherever_they_stand():
    last = load(
        f"{DISPUTES}    正文: 排查【排查：200件】，单独调处【老赵调处：40起】。\n",
        head="年度: 2022\n单位: {名称: 稷下街道办事处}\n",
    )
    now = load(f"{DISPUTES}    排查: 231件\n    正文: 单独调处【老赵调处：41起】。\n", last=last)
    table = figure_table(now).body
    assert "排查 | 231件 | 200件" in table
    assert "老赵调处 | 41起 | 40起" in table


def test_a_lead_in_stands_even_where_nothing_is_filled_in_below():
    text = part(drafted("举措成效:\n  大标题:\n    正文: 投入【投入：30万元】。\n    矛盾纠纷化解:\n"), 1)
    assert text == "### （一）大标题\n\n投入30万元。"


@pytest.mark.parametrize(
    "body", ["排查【排查：31件】，化解【化解：30件】。", "共【排查：31件】。\n    化解: 30件"]
)
def test_a_rate_that_is_asked_for_is_worked_out_whatever_own_sentences_print(body):
    text = measures(f"    化解率: 计算\n    正文: {body}\n")
    assert "96.8%" in text
    assert "计算" not in text


BREAKS = """
导语:
  正文: 甲段。【另起一段】乙段。
举措成效:
  正文: 今年以来，成效明显。
  强化宣传，夯实基础:
    正文: 坚持宣传。
    法治宣传教育:
      正文:
        - 【接排】一是发放【宣传资料：1000余份】。
    矛盾纠纷化解:
      正文:
        - 【另起一段】二是化解【化解：198起】。
        - 续上句。
        - 【另起一段】再来一段。
    信访工作:
      正文: 【接排】接着说。
  加强自身建设:
    正文: 强化学习。
第一责任人:
  正文: [党政主要负责人履职。, 【另起一段】带头学法。]
不足:
  - 正文: 存在不足：一是甲；
  - 正文: 【接排】二是乙。
计划:
  - 正文: 明年这样做。
  - {标题: 深入推进依法行政，切实提高能力, 正文: 落实制度。}
"""


def test_sentences_say_themselves_where_a_paragraph_begins_and_where_it_goes_on():
    from generator.drafting import compose
    from tests.facts.test_loading import facts

    paragraphs = compose(facts(BREAKS)).markdown.split("\n\n")
    for paragraph in (
        "甲段。",
        "乙段。",
        "坚持宣传。一是发放1000余份。",
        "二是化解198起。续上句。",
        "再来一段。接着说。",
        "带头学法。",
        "存在不足：一是甲；二是乙。",
        "明年这样做。",
        "### （一）深入推进依法行政，切实提高能力",
    ):
        assert paragraph in paragraphs, paragraph
    first = paragraphs.index("今年以来，成效明显。")
    assert paragraphs[first + 1] == "### （一）强化宣传，夯实基础"
    assert "### （二）加强自身建设" in paragraphs


@pytest.mark.parametrize(
    ("topic", "sentence", "said"),
    [
        ("政务服务", "乡便民中心【退件：16件】，已【补正：15件】。", "乡便民中心16件，已15件。"),
        ("政务服务", "客运窗口退件【客运退件：3件】。", "客运窗口退件3件。"),
        ("政务服务", "村级代办员【代办员：14个】。", "村级代办员14个。"),
        ("安全生产", "全乡火灾【火灾：1起】，烧毁牛圈。", "全乡火灾1起，烧毁牛圈。"),
        (
            "热线办理",
            "阳光热线工单【工单：2056件】，按期回复【按期回复：2049件】。",
            "阳光热线工单2056件，按期回复2049件。",
        ),
        ("社区矫正", "撤销缓刑【撤销缓刑：1人】。", "撤销缓刑1人。"),
        ("矛盾纠纷化解", "村级调解【村级调解：236件】。", "村级调解236件。"),
        ("公共法律服务", "法律援助申请【法律援助申请：24件】。", "法律援助申请24件。"),
    ],
)
def test_labels_of_ones_own_print_the_same_where_a_field_has_their_name_now(topic, sentence, said):
    text = part(drafted(f"举措成效:\n  {topic}:\n    正文: {sentence}\n"), 1)
    assert text.endswith(said)
    assert text.count(said) == 1
