"""`check --fix` marks what is certain: that value alone changes, and the report says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.marking import mark_figures
from tests.checks.test_mend import facts as material
from tests.cli.command import EXAMPLES

FILE = """# 抬头
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道}
举措成效:
  矛盾纠纷化解:
    正文:
      - %s   # 待核
落款: {日期: 2024-01-20}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全年排查矛盾纠纷231件。", "全年排查矛盾纠纷【排查：231件】。"),
        ('"今年: 全年排查矛盾纠纷231件。"', '"今年: 全年排查矛盾纠纷【排查：231件】。"'),
        ("'排查''出''矛盾纠纷231件。'", None),  # 引号里的引号，位置对不上
        (
            "全年排查矛盾纠纷\\n        231件，化解198起。",
            "全年排查矛盾纠纷\\n        【排查：231件】，化解【化解：198起】。",
        ),
        ("走失水牛2头。", "走失水牛【走失水牛：2头】。"),
        ("依托网格化解纠纷41件。", None),  # 拿不准的留给人
        ("“说事”开展。", None),
    ],
)
def test_the_certain_figures_are_marked_at_their_place(before, after):
    text = FILE % before.replace("\\n", "\n")
    done = mark_figures(text, material)
    wanted = text if after is None else FILE % after.replace("\\n", "\n")
    assert done.text == wanted
    assert material(done.text).text == material(text).text.replace("纠纷 2", "纠纷2")
    assert bool(done.done) is (after is not None)
    assert mark_figures(done.text, material).done == ()


def test_a_block_and_what_a_field_says_already():
    text = FILE.replace(
        "    正文:\n      - %s   # 待核\n",
        "    排查: 231件\n    正文: |\n      全年排查矛盾纠纷231件，\n      化解198起。\n",
    )
    done = mark_figures(text, material)
    assert "全年排查矛盾纠纷【排查】，\n      化解【化解：198起】。" in done.text
    assert material(done.text).text.count("231件") == 1


def test_another_value_elsewhere_is_left():
    text = (FILE % "全年排查矛盾纠纷231件。").replace("    正文:", "    排查: 230件\n    正文:")
    assert mark_figures(text, material).done == ()


@pytest.mark.parametrize(
    ("rows", "lost"),
    [
        # what the template says no longer, and nobody else: the rate that it worked out, the figure of a sentence
        ("    排查: 231件\n    化解: 198件\n    正文: [全年化解矛盾纠纷198件。]\n", "85.7%"),
        ("    排查: 231件\n    化解: 198件\n    正文: [全年排查矛盾纠纷231件，化解198件。]\n", "85.7%"),
        ("    化解: 198起\n    正文: [全年化解矛盾纠纷198件。]\n", "198起"),
    ],
)
def test_no_sentence_is_lost_whose_figure_stands_nowhere_else(rows, lost):
    text = FILE.replace("    正文:\n      - %s   # 待核\n", rows)
    before, done = material(text).text, mark_figures(text, material)
    assert lost in before
    assert lost in material(done.text).text, done.text


def test_a_rule_that_is_off_marks_nothing():
    text = (FILE % "全年排查矛盾纠纷231件。") + "检查: {停用: [{规则: 标注-04, 原因: 不用标注}]}\n"
    assert mark_figures(text, material).text == text


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_examples_with_their_marks_taken_off_are_printed_the_same(path):
    import re

    whole = path.read_text(encoding="utf-8")
    bare = re.sub("【[^【】：]+：([^【】]+)】", r"\1", whole)
    done = mark_figures(bare, material)
    assert material(done.text).text == material(bare).text


@given(
    st.lists(
        st.sampled_from(["全年排查矛盾纠纷231件", "化解198起", "水牛2头", "“甲”5次", "近20场"]), max_size=5
    ),
    st.sampled_from(["%s", '"%s"', "'%s'", ">-\n        %s", "|\n        %s"]),
)
def test_whatever_the_quoting_only_marks_are_added(parts, form):
    text = FILE.replace("   # 待核", "") % (form % ("，".join(parts) or "无"))
    done = mark_figures(text, material)
    referred = done.text.count("【排查】")  # 别处已有的只写名称
    assert done.text.count("件") + referred >= text.count("件")
    assert material(done.text).text == material(text).text


def test_a_sentence_with_its_origin_beside_it_is_left_to_the_clerk():
    """{值: …, 来源: …} once ended --fix in an error of ours; the reminder shows what to write."""
    text = "年度: 2023\n单位: {名称: 甲镇人民政府}\n举措成效:\n  矛盾纠纷化解:\n    正文: {值: 全年排查矛盾纠纷231件。, 来源: 司法所}\n"
    assert mark_figures(text, material).text == text
