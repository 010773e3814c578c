"""A value is written at its own place, and nothing else in the file changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.amending import Amendment, amend_text
from generator.facts.beside import ORIGIN
from generator.facts.compared import COMPARED
from generator.facts.days import UNTIL
from generator.facts.earlier import BEFORE, SAME_SPAN
from generator.facts.withheld import PUBLIC
from generator.problems import FactsError, UserError
from generator.yamltext.path import content_at
from generator.yamltext.source import read_source
from tests.cli.command import EXAMPLES
from tests.each import each
from tests.often import often

FILE = "甲.yaml"


def facts_keys() -> set[str]:
    """What the facts file takes beside a value, as its schema names it."""
    return {ORIGIN, COMPARED, PUBLIC, UNTIL, BEFORE, SAME_SPAN}


FACTS = """# 口径由司法所定
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: }   # 全称
举措成效:
  强化普法:   # 大节
    法治宣传教育:
      普法活动: 50余次   # 含线上
      宣传资料: "1000余份"
      标语: '20多条'
      受教育:   # 上年3000余人次
      节点: [国家宪法日, 民法典宣传月]
      方式:
        - 宣传单   # 自印
        - 横幅
      投入: {值: 10余万元, 来源: 财政所}
      正文:
        - 组织法治带头人
          参加培训
        - "引号里：【培训人数：160名】"
      亮点: |
        甲村
        乙村
    行政执法:
  无内容: {}
# 尾注
不足:
- 问题: 装备不全
  原因: 经费不足

计划:
    - 措施: 配齐装备
      针对: 装备不全
"""
TOPIC = ("举措成效", "强化普法", "法治宣传教育")

REPLACED = [
    (("年度",), "2024", "年度: 2023", "年度: 2024"),
    ((*TOPIC, "普法活动"), "61次", "50余次   # 含线上", "61次   # 含线上"),
    ((*TOPIC, "宣传资料"), "900份", '"1000余份"', '"900份"'),
    ((*TOPIC, "标语"), "30条", "'20多条'", "'30条'"),
    ((*TOPIC, "标语"), "It's", "'20多条'", "'It''s'"),
    ((*TOPIC, "受教育"), "3000人", "受教育:   # 上年", "受教育: 3000人   # 上年"),
    ((*TOPIC, "普法活动"), "甲: 乙 #丙", "50余次", '"甲: 乙 #丙"'),
    ((*TOPIC, "普法活动"), '"甲": 乙', "50余次", "'\"甲\": 乙'"),
    ((*TOPIC, "普法活动"), "", " 50余次   #", "    #"),
    ((*TOPIC, "普法活动"), "~", "50余次", '"~"'),
    (("单位", "级别"), "街道", "级别: }", "级别: 街道}"),
    (("单位", "简称"), "甲, 乙}", "简称: 稷下街道", '简称: "甲, 乙}"'),
    ((*TOPIC, "节点", 1), "宪法周", "民法典宣传月", "宪法周"),
    ((*TOPIC, "方式", 0), "海报", "宣传单   #", "海报   #"),
    ((*TOPIC, "投入"), "12万元", "10余万元", "12万元"),
    ((*TOPIC, "投入", "来源"), "财政办", "财政所", "财政办"),
    ((*TOPIC, "正文", 0), "组织法治带头人参加2次培训", "参加培训", "参加2次培训"),
    ((*TOPIC, "正文", 1), "【培训人数：170名】", '"引号里：【培训人数：160名】"', '"【培训人数：170名】"'),
    ((*TOPIC, "亮点"), "丙村", "        甲村\n        乙村", "        丙村"),
    ((*TOPIC, "亮点"), "甲村\n丁村", "乙村", "丁村"),
    (("不足", 0, "原因"), "经费有限", "经费不足", "经费有限"),
]


@pytest.mark.parametrize("blanks", ["", " ", "   "])
def test_what_fills_an_empty_value_leaves_no_blanks_behind_it(blanks):
    text = f"举措成效:\n  行政执法:\n    立案:{blanks}\n    办结: 3件\n"
    after = amend_text(text, FILE, [Amendment(("举措成效", "行政执法", "立案"), "5件")])
    assert after == text.replace(f"立案:{blanks}\n", "立案: 5件\n")


@each(("path", "value", "old", "new"), REPLACED, ids=lambda one: str(one)[-20:])
@each("ends", ["\n", "\r\n"])
@each("mark", ["", "\ufeff"])
def test_a_value_is_replaced_where_it_stands(path, value, old, new, ends, mark):
    def written(text):
        return mark + text.replace("\n", ends)

    assert FACTS.count(old) == 1
    assert amend_text(written(FACTS), FILE, [Amendment(path, value)]) == written(FACTS.replace(old, new))


ADDED = [
    ([Amendment((*TOPIC, "工作群"), "3个")], "财政所}\n", "财政所}\n      工作群: 3个\n"),
    (
        [Amendment((*TOPIC, "做法"), ["甲", "乙"])],
        "乙村\n",
        "乙村\n      做法:\n        - 甲\n        - 乙\n",
    ),
    ([Amendment((*TOPIC, "方式", 2), "视频")], "- 横幅\n", "- 横幅\n        - 视频\n"),
    ([Amendment((*TOPIC, "节点", 2), "甲, 乙")], "民法典宣传月]", '民法典宣传月, "甲, 乙"]'),
    ([Amendment((*TOPIC, "节点"), ["宪法周"])], "[国家宪法日, 民法典宣传月]", "[宪法周]"),
    ([Amendment((*TOPIC, "方式"), ["海报"])], "宣传单   # 自印\n        - 横幅\n", "海报   # 自印\n"),
    ([Amendment((*TOPIC, "普法活动"), "61次", "司法所")], "50余次 ", "{值: 61次, 来源: 司法所} "),
    ([Amendment((*TOPIC, "普法活动", "来源"), "司法所")], "50余次 ", "{值: 50余次, 来源: 司法所} "),
    ([Amendment((*TOPIC, "投入"), "9万元", "财政办")], "10余万元, 来源: 财政所", "9万元, 来源: 财政办"),
    ([Amendment((*TOPIC, "受教育"), "9人", "甲办")], "受教育: ", "受教育: {值: 9人, 来源: 甲办} "),
    (
        [Amendment(("举措成效", "强化普法", "行政执法", one), "3件") for one in ("立案", "办结")],
        "行政执法:\n",
        "行政执法:\n      立案: 3件\n      办结: 3件\n",
    ),
    (
        [Amendment(("举措成效", "强化普法", "政务公开", "主动公开"), "3条", "党政办")],
        "行政执法:\n",
        "行政执法:\n    政务公开:\n      主动公开: {值: 3条, 来源: 党政办}\n",
    ),
    (
        [Amendment(("举措成效", "无内容", "甲", "乙"), "丙")],
        "无内容: {}",
        "无内容: {甲: {乙: 丙}}",
    ),
    ([Amendment(("单位", "上级"), "临淄区")], "级别: }", "级别: , 上级: 临淄区}"),
    (
        [Amendment(("不足", 1), {"问题": "甲", "原因": "乙"})],
        "原因: 经费不足\n",
        "原因: 经费不足\n- 问题: 甲\n  原因: 乙\n",
    ),
    ([Amendment(("不足", 0, "表现"), "丙")], "原因: 经费不足\n", "原因: 经费不足\n  表现: 丙\n"),
    ([Amendment(("上年",), "乙.yaml")], "# 全称\n", "# 全称\n上年: 乙.yaml\n"),
    (
        [Amendment(("落款", "日期"), "2024-01-20"), Amendment(("计划", 1, "措施"), "丁")],
        "针对: 装备不全\n",
        "针对: 装备不全\n    - 措施: 丁\n落款:\n  日期: 2024-01-20\n",
    ),
]


@each(("changes", "old", "new"), ADDED, ids=lambda one: str(one)[:40])
@each("ends", ["\n", "\r\n"])
def test_a_value_is_added_in_its_mapping(changes, old, new, ends):
    assert FACTS.count(old) == 1
    before, after = (text.replace("\n", ends) for text in (FACTS, FACTS.replace(old, new)))
    assert amend_text(before, FILE, changes) == after


FIRST = [
    ("正文: {正文: 甲。, 公开: 否}   # 秘密\n", "正文: [{正文: 甲。, 公开: 否}, 乙。, 丙。]   # 秘密\n"),
    ("正文:\n  正文: 甲。\n  公开: 否\n", "正文:\n- 正文: 甲。\n  公开: 否\n- 乙。\n- 丙。\n"),
    (
        "正文:\n    # 秘密\n    正文: 甲。\n    公开: 否\n    # 未公开\n",
        "正文:\n    # 秘密\n  - 正文: 甲。\n    公开: 否\n    # 未公开\n  - 乙。\n  - 丙。\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), FIRST)
@pytest.mark.parametrize("above", ["", "举措成效:\n  普法:\n    "])
def test_a_mapping_becomes_the_first_of_a_list(before, after, above):
    path = ("举措成效", "普法", "正文") if above else ("正文",)
    blanks = "\n    " if above else "\n"
    changes = [Amendment((*path, 1), "乙。"), Amendment((*path, 2), "丙。")]
    text, wanted = ((above + one.rstrip("\n").replace("\n", blanks)) for one in (before, after))
    assert amend_text(f"{text}\n年度: 2023\n", FILE, changes) == f"{wanted}\n年度: 2023\n"


REMARKED = """举措成效:
  法治宣传教育:
    普法活动: 50余次
      # 含线上
    # 还可以填：受教育
    # 还可以填：宣传资料

    # 还可以写：亮点
  # 执法队的
  行政执法:
    立案: 5件
    # 正文逐句写
    正文:
      - 甲。
  政务公开:
    # 还可以填：主动公开
# 不足在年底补
不足:
  - 问题: 装备不全
# 尾注
"""
BEHIND_REMARKS = [
    (("举措成效", "法治宣传教育", "标语"), "9条", "    # 还可以填：宣传资料\n", "    标语: 9条\n"),
    (("举措成效", "行政执法", "办结"), "5件", "    立案: 5件\n", "    办结: 5件\n"),
    (("举措成效", "政务公开", "公开栏"), "是", "    # 还可以填：主动公开\n", "    公开栏: 是\n"),
    (
        ("举措成效", "法律顾问", "律师"),
        "1名",
        "    # 还可以填：主动公开\n",
        "  法律顾问:\n    律师: 1名\n",
    ),
    (
        ("举措成效", "法治宣传教育", "做法"),
        ["甲"],
        "    # 还可以填：宣传资料\n",
        "    做法:\n      - 甲\n",
    ),
    (("计划", 0), "乙", "# 尾注\n", "计划:\n  - 乙\n"),
]


@each(("path", "value", "old", "new"), BEHIND_REMARKS, ids=lambda one: str(one)[-20:])
@each("ends", ["\n", "\r\n", "\r"])
def test_what_is_added_stands_behind_the_remarks_on_what_is_above_it(path, value, old, new, ends):
    before, after = (text.replace("\n", ends) for text in (REMARKED, REMARKED.replace(old, old + new)))
    assert amend_text(before, FILE, [Amendment(path, value)]) == after


def test_the_last_line_needs_no_end():
    assert amend_text("年度: 2023", FILE, [Amendment(("标题",), "报告")]) == "年度: 2023\n标题: 报告"


def test_nothing_changes_without_a_change():
    assert amend_text(FACTS, FILE, []) == FACTS


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (TOPIC, "甲"),
        ((*TOPIC, "普法活动", "次数"), "3次"),
        ((*TOPIC, "方式", "甲"), "3次"),
        ((*TOPIC, "方式", 5), "3次"),
        ((*TOPIC, "投入", "口径"), "甲"),
        ((*TOPIC, "投入", 1), "甲"),
        (("单位", 2), "甲"),
        ((*TOPIC, "普法活动"), "甲\x00乙"),
        ((*TOPIC, "普法活动"), "甲\ue000乙"),
    ],
)
def test_what_cannot_stand_there_is_refused_in_a_sentence(path, value):
    with pytest.raises(UserError, match="没有写"):
        amend_text(FACTS, FILE, [Amendment(path, value)])


def test_changes_that_contradict_one_another_are_refused():
    with pytest.raises(UserError, match="互相矛盾"):
        amend_text(FACTS, FILE, [Amendment(("新",), "甲"), Amendment(("新", "乙"), "丙")])


def test_an_unreadable_file_says_what_is_wrong():
    with pytest.raises(FactsError):
        amend_text("年度：2023\n单位\n", FILE, [Amendment(("年度",), "2024")])


def _paths(data, path=()):
    if isinstance(data, str):
        yield path
        return
    for key, one in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _paths(one, (*path, key))


TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))}
VALUES = st.one_of(
    st.sampled_from(
        ["61次", "1.2万余元", "是", "甲: 乙", "- 甲", "#1", '"甲"乙', "'", "[甲", "{", "*甲", "12:30"]
    ),
    st.text(st.characters(codec="gbk", exclude_categories=("Cc", "Cs", "Co")), min_size=1, max_size=30).map(
        str.strip
    ),
)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@given(data=st.data())
@often(30)
def test_no_line_changes_beside_the_edited_value(ends, data):
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[name].replace("\n", ends)
    source = read_source(text.encode(), name)
    path = data.draw(st.sampled_from([*_paths(source.data)]))
    value = data.draw(VALUES)
    after = amend_text(text, name, [Amendment(path, value)])
    at = source.value_places[path].line - 1
    before_lines, after_lines = text.split(ends), after.split(ends)
    assert before_lines[:at] == after_lines[:at]
    rest = len(after_lines) - at - 1
    assert before_lines[len(before_lines) - rest :] == after_lines[at + 1 :]
    comment = before_lines[at].partition("   #")
    assert after_lines[at].endswith("".join(comment[1:]))
    assert read_source(after.encode(), name).data != source.data or after == text


SENTENCES = """举措成效:
  矛盾纠纷化解:
    正文:
      - 排查【排查：】，化解【化解：】。    # 上年：排查3件
      # 请核对：甲
      # 来源：【化解】综治中心；【立案】乙
      - 再排查【排查：】，化解【化解：】
        两行的。
      - >-
        块【甲：】
不足:
- 正文: 宣传册【册：】。
- {正文: 记录仪【仪：】, 公开: 否}
"""
BODY = ("举措成效", "矛盾纠纷化解", "正文")


@each("ending", ["\n", "\r\n", "\r"])
@each(
    ("path", "text", "sources", "before", "above"),
    [
        (
            (*BODY, 0),
            "排查【排查：5件】，化解【化解：】。",
            {"排查": "司法所1月5日，台账"},
            "    正文:",
            "      # 来源：【排查】司法所1月5日，台账",
        ),
        (
            (*BODY, 1),
            "再排查【排查：6件】，化解【化解：9件】 两行的。",
            {"排查": "司法所", "化解": "派出所"},
            "      # 请核对：甲",
            "      # 来源：【化解】派出所；【立案】乙；【排查】司法所",
        ),
        ((*BODY, 2), "块【甲：3件】", {"甲": "丁】\n戊"}, "        两行的。", "      # 来源：【甲】丁） 戊"),
        (("不足", 0, "正文"), "宣传册【册：3本】。", {"册": "文化站"}, "不足:", "# 来源：【册】文化站"),
        (
            ("不足", 1, "正文"),
            "记录仪【仪：3台】",
            {"仪": "执法队"},
            "- 正文: 宣传册【册：】。",
            "# 来源：【仪】执法队",
        ),
    ],
)
def test_who_told_the_figures_of_a_sentence_stands_above_it(ending, path, text, sources, before, above):
    written = amend_text(SENTENCES.replace("\n", ending), FILE, [Amendment(path, text, sources=sources)])
    lines = written.split(ending)
    at = lines.index(above)
    assert lines[at - 1] == before
    assert content_at(read_source(written.encode(), FILE).data, path) == text
    assert sum("来源" in line for line in lines) == (1 if path == (*BODY, 1) else 2)
    again = amend_text(written, FILE, [Amendment(path, text, sources=dict.fromkeys(sources, "别人"))])
    assert len(again.split(ending)) == len(lines)
    assert "别人" in again


@pytest.mark.parametrize("key", sorted(facts_keys()))
def test_what_facts_take_beside_a_value_stays_when_it_is_written(key):
    text = FACTS.replace("50余次", f"{{值: 50余次, {key}: 是}}")
    path = ("举措成效", "强化普法", "法治宣传教育", "普法活动")
    after = amend_text(text, FILE, [Amendment(path, "60次")])
    assert after == text.replace("50余次", "60次")
