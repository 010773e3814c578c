"""A facts file into Facts: every mistake named with place, field and remedy, all in one run."""

import datetime as dt
import textwrap

import pytest

from generator.facts import EMPTY, facts_from, load_facts
from generator.facts.sections import nearest_place
from generator.problems import FactsError, Place, UserError
from generator.resources import Templates
from generator.yamltext.path import dotted
from generator.yamltext.source import read_source
from tests.each import each
from tests.facts.said import held, keys, mistakes

BASE = """\
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道}
"""


def facts(text, *, base=BASE):
    source = read_source((base + textwrap.dedent(text)).encode(), "甲.yaml")
    return facts_from(source, "甲.yaml", Templates())


def problems(text, *, base=BASE):
    with pytest.raises(FactsError) as caught:
        facts(text, base=base)
    return caught.value.problems


MISTAKES = [
    ("落款: {日期: 2024-02-30}", 3, "落款.日期", "2024-02-30", "2024"),
    ("落款:\n  日期: 明天", 4, "落款.日期", "明天", "2024"),
    ("落款:\n  日期: [甲]", 4, "落款.日期", "只能填一个", "2024"),
    ("落款:\n  日期: {甲: 乙}", 4, "落款.日期", "只能填一个", "2024"),
    ("落款: {印章: 也许}", 3, "落款.印章", "“是”或“否”", "“是”或“否”"),
    ("落款:\n  印章: [是]", 4, "落款.印章", "写的是一组", "印章: 是"),
    ("落款:\n  单位: [甲镇, [乙镇]]", 4, "落款.单位.2", "写的是一组", "单位: 文字"),
    ("落款: 2024-01-20", 3, "落款", "逐行写", "日期"),
    ("不足: 执法装备不全", 3, "不足", "“- ”", "每一项开头"),
    ("不足:\n  - 执法装备不全", 4, "不足.1", "逐行写", "问题"),
    ("不足:\n  - 问题：甲", 4, "不足.1", "全角", "半角冒号"),
    ("不足:\n  - 间题: 甲", 4, "不足.1.间题", "没有“间题”", "“问题”"),
    ("不足:\n  - 选用: 执法力量薄", 4, "不足.1.选用", "库里没有", "是不是"),
    ("计划:\n  - 措施: {甲: 乙}", 4, "计划.1.措施", "“- ”", "每一项开头"),
    ("计画: []", 3, "计画", "没有“计画”", "“计划”"),
    ("第一责任人:\n  领导班子学法: 六斤", 4, "第一责任人.领导班子学法", "写的是“斤”", "6次"),
    ("第一责任人: 很好", 3, "第一责任人", "逐行写", "缩进"),
    (
        "举措成效:\n  法治宣传教育:\n    普法活动: 50余元",
        5,
        "举措成效.法治宣传教育.普法活动",
        "单位应为",
        "其他数据",
    ),
    (
        "举措成效:\n  法治宣传教育:\n    普法话动: 50余次",
        5,
        "举措成效.法治宣传教育.普法话动",
        "没有“普法话动”",
        "“普法活动”",
    ),
    (
        "举措成效:\n  法制宣传教育:\n    普法活动: 50余次",
        4,
        "举措成效.法制宣传教育",
        "没有“法制宣传教育”",
        "“法治宣传教育”",
    ),
    (
        "举措成效:\n  法制宣传教育:\n    亮点: [甲]",
        4,
        "举措成效.法制宣传教育",
        "没有“法制宣传教育”",
        "“法治宣传教育”",
    ),
    ("举措成效:\n  法治宣传教育: 很多", 4, "举措成效.法治宣传教育", "逐行写", "缩进"),
    (
        "举措成效:\n  行政执法:\n    亮点:\n      - {甲: 乙, 丙: 丁}",
        6,
        "举措成效.行政执法.亮点.1",
        "小标题",
        "- ",
    ),
    ("举措成效:\n  行政执法:\n    活动: 一次", 5, "举措成效.行政执法.活动", "- 名称", "名称"),
    (
        "举措成效:\n  行政执法:\n    活动:\n      - {名字: 甲}",
        6,
        "举措成效.行政执法.活动.1.名字",
        "没有“名字”",
        "“名称”",
    ),
    ("举措成效:\n  行政执法:\n    其他数据: 300册", 5, "举措成效.行政执法.其他数据", "名称: 数值", "300册"),
    ("举措成效:\n  行政执法:\n    标题: [甲]", 5, "举措成效.行政执法.标题", "一行文字", "标题"),
    ("举措成效:\n  行政执法:\n    做法: [甲, 。]", 5, "举措成效.行政执法.做法.2", "是空的", "删去"),
    (
        "举措成效:\n  行政执法:\n    针对: [商铺多]",
        5,
        "举措成效.行政执法.针对",
        "应为一行文字",
        "针对: 一句话",
    ),
    (
        "举措成效:\n  矛盾纠纷化解:\n    调成: 9件",
        5,
        "举措成效.矛盾纠纷化解.调成",
        "没有“调成”这一项",
        "“调解成功”",
    ),
    ("第一责任人:\n  领导班子学法: 6次\n  成效: 甲", 5, "第一责任人.成效", "没有“成效”这一项", "亮点"),
    ("举措成效:\n  行政执法:\n    做法: [{甲: 。}]", 5, "举措成效.行政执法.做法.1.甲", "没有文字", "删去"),
    (
        "举措成效:\n  特色三:\n    做法: {甲: 乙, 丙: 丁}",
        5,
        "举措成效.特色三.做法",
        "“做法”里的一项",
        "每项一行",
    ),
    ("第一责任人: {正文: 。}", 3, "第一责任人.正文", "“正文”里有一项是空的", "删去"),
    ("第一责任人:\n  标题: 甲", 4, "第一责任人.标题", "没有“标题”", "小标题"),
    ("导语:\n  不写: [会议精神]", 4, "导语.不写", "没有“不写”这一项", "如“法治思想: 习近平法治思想”"),
    ("检查:\n  停用: [{规则: [甲]}]", 4, "检查.停用.1.规则", "一行文字", "规则: 文字"),
    ("检查:\n  停用: [文字-03]", 4, "检查.停用.1", "逐行写", "规则、内容、原因"),
    ("单位名称: 甲", 3, "单位名称", "没有“单位名称”", "“单位”"),
    ("通知:\n  字数: 很长", 4, "通知.字数", "写的是“很长”", "2500至5000"),
    ("通知:\n  举措占比: 多些", 4, "通知.举措占比", "写的是“多些”", "不超过一半"),
    ("通知:\n  举措占比: [1]", 4, "通知.举措占比", "写的是一组", "举措占比: 不超过一半"),
    ("通知:\n  部分占比: 不足写少些", 4, "通知.部分占比", "写的是“不足写少些”", "第三、四部分合计不超过25%"),
    ("通知:\n  禁用词: 亮点、好", 4, "通知.禁用词", "一个字的“好”", "两个字以上"),
    ("通知:\n  不写: 姓名、大话", 4, "通知.不写", "“大话”程序查不了", "写到“禁用词”里"),
    ("通知:\n  上年写法: 去年", 4, "通知.上年写法", "写的是“去年”", "“上年”或“年份”"),
    ("通知:\n  小标题: 不多", 4, "通知.小标题", "写的是“不多”", "不超过6个"),
    ("通知:\n  字数: [1, 2]", 4, "通知.字数", "写的是一组", "字数: 2500至5000"),
    ("通知:\n  二级标题: 居中", 4, "通知.二级标题", "写的是“居中”", "“独立成行”或“接排”"),
    ("通知:\n  截止: 三月一日", 4, "通知.截止", "三月一日", "2024"),
    ("通知:\n  部分顺序: 举措、不足", 4, "通知.部分顺序", "少写了第一责任人、计划", "各写一次"),
    ("通知:\n  部分顺序: [举措, 举措, 不足, 计划]", 4, "通知.部分顺序", "“举措成效”写了两次", "各写一次"),
    ("通知:\n  部分顺序: 举措、导语", 4, "通知.部分顺序", "没有“导语”", "法定"),
    ("通知:\n  部分顺序: [法定, 举措]", 4, "通知.部分顺序", "“法定”和别的", "只写“法定”"),
    ("通知:\n  部分标题: {不足: 一、}", 4, "通知.部分标题.不足", "“一、”，没有标题的文字", "删去这一行"),
    ("通知:\n  字数: 5000-2500", 4, "通知.字数", "前面的数大", "“2500至5000”"),
    ("通知:\n  部分标题: {不是: 甲}", 4, "通知.部分标题.不是", "没有“不是”", "“不足”"),
    ("通知:\n  免报: [{项目: 公共法律服务}]", 4, "通知.免报.1", "“公共法律服务”没有写原因", "请写“原因"),
    ("通知:\n  免报: [{原因: 没有}]", 4, "通知.免报.1", "没有写项目", "请写“项目"),
    ("通知: 见附件", 3, "通知", "逐行写", "标题、主送机关"),
    ("计划: [{措施: 。}]", 3, "计划.1.措施.1", "“措施”里没有文字", "删去这一行"),
    ("计划: [{措施: [甲, ——]}]", 3, "计划.1.措施.2", "“措施”里没有文字", "删去这一行"),
    ("导语:\n  正文: ……", 4, "导语.正文", "“正文”里没有文字", "删去这一行"),
    ("导语:\n  落实: [甲, ；]", 4, "导语.落实.2", "“落实”里没有文字", "删去这一行"),
    ("其他情况: 。", 3, "其他情况.1", "“其他情况”里没有文字", "删去这一行"),
    ("举措成效:\n  行政执法:\n    针对: 。", 5, "举措成效.行政执法.针对", "没有文字", "删去"),
    ("举措成效:\n  行政执法:\n    标题: 、", 5, "举措成效.行政执法.标题", "没有文字", "删去"),
    (
        "举措成效:\n  行政执法:\n    其他数据: {手册: 。}",
        5,
        "举措成效.行政执法.其他数据.手册",
        "没有文字",
        "删去",
    ),
    (
        "举措成效:\n  甲: {行政执法: {其他数据: {手册: 3册}}}\n  乙: {行政执法: {其他数据: {手册: 4册}}}",
        5,
        "举措成效.乙.行政执法.其他数据.手册",
        "已在第4行写过",
        "换个名称",
    ),
    (
        "举措成效:\n  平安建设: {止损金额: 9万元}",
        4,
        "举措成效.平安建设.止损金额",
        "没有“止损金额”",
        "“止付金额”和",
    ),
    (
        "举措成效:\n  数字法治: {泄密事件: 0起}",
        4,
        "举措成效.数字法治.泄密事件",
        "没有“泄密事件”",
        "叫“网络安全事件”",
    ),
    ("举措成效:\n  行政执法: {办结率量: 96%}", 4, "举措成效.行政执法.办结率量", "没有“办结率量”", "“办结率”"),
    ("举措成效:\n  行政执法: {办结率量: 3件}", 4, "举措成效.行政执法.办结率量", "没有“办结率量”", "“办结”"),
    (
        "举措成效:\n  行政执法: {三项制渡: 3件}",
        4,
        "举措成效.行政执法.三项制渡",
        "没有“三项制渡”",
        "请核对名称",
    ),
    (
        "举措成效:\n  行政执法: {三项制渡: 是}",
        4,
        "举措成效.行政执法.三项制渡",
        "没有“三项制渡”",
        "“三项制度”",
    ),
    (
        "举措成效:\n  行政执法: {其它数据: {册: 3本}}",
        4,
        "举措成效.行政执法.其它数据",
        "没有“其它数据”",
        "“其他数据”",
    ),
    ("不足: [{问题: 一、力量偏弱}]", 3, "不足.1.问题", "里面写了序号", "删去“一、”"),
    ("不足: [{问题: （2）力量偏弱}]", 3, "不足.1.问题", "里面写了序号", "删去“（2）”"),
    ("计划: [{标题: 一是配齐装备}]", 3, "计划.1.标题", "里面写了序号", "删去“一是”"),
    ("计划: [{标题: 1.配齐装备}]", 3, "计划.1.标题", "里面写了序号", "删去“1.”"),
    (
        "举措成效:\n  行政执法:\n    做法: [二、建队伍: 新增3人]",
        5,
        "举措成效.行政执法.做法.1.二、建队伍",
        "小标题“二、建队伍”里写了序号",
        "删去“二、”",
    ),
    (
        "举措成效:\n  行政执法:\n    活动: [{名称: 甲, 场次: {值: 2场, 同比: 是}}]",
        5,
        "举措成效.行政执法.活动.1.场次.同比",
        "写不了同比",
        "删去",
    ),
    ("落款:\n  单位: {值: 甲镇, 同比: 是}", 4, "落款.单位.同比", "写不了同比", "删去"),
    (
        "第一责任人:\n  领导班子学法: {值: 6次, 同比: 要}",
        4,
        "第一责任人.领导班子学法.同比",
        "只填“是”或“否”",
        "同比: 是",
    ),
    ("截至: 年底", 3, "截至", "写的是“年底”，不是认得的日期", "2024-01-20"),
    ("截至: 12月20日", 3, "截至", "写的是“12月20日”", "2024年1月20日"),
    ("截至: [2023-12-20]", 3, "截至", "只能填一个", "2024-01-20"),
    (
        "举措成效:\n  行政执法:\n    立案: {值: 3件, 截至: 11月底}",
        5,
        "举措成效.行政执法.立案.截至",
        "写的是“11月底”",
        "2024年1月20日",
    ),
    (
        "举措成效:\n  行政执法:\n    立案: {值: 3件, 截至: [2023-11-30]}",
        5,
        "举措成效.行政执法.立案.截至",
        "只填一个日期",
        "截至: 2025-11-30",
    ),
    (
        "举措成效:\n  行政执法:\n    三项制度: {值: 是, 截至: 2023-11-30}",
        5,
        "举措成效.行政执法.三项制度.截至",
        "旁边写不了“截至”",
        "删去“截至”",
    ),
    (
        "举措成效:\n  行政执法:\n    活动: [{名称: 甲, 场次: {值: 2场, 截至: 2023-11-30}}]",
        5,
        "举措成效.行政执法.活动.1.场次.截至",
        "旁边写不了“截至”",
        "照写在自己的话里",
    ),
    (
        "举措成效:\n  行政执法:\n    立案: {值: 3件, 上年: 三斤}",
        5,
        "举措成效.行政执法.立案.上年",
        "上年的“立案”的单位应为“件”",
        "20件",
    ),
    (
        "举措成效:\n  行政执法:\n    立案: {值: 3件, 上年: [2件]}",
        5,
        "举措成效.行政执法.立案.上年",
        "只填一个数",
        "上年: 91件",
    ),
    (
        "举措成效:\n  行政执法:\n    立案: {值: 3件, 上年同期: [2件]}",
        5,
        "举措成效.行政执法.立案.上年同期",
        "“上年同期”只填一个数",
        "上年同期: 91件",
    ),
    (
        "举措成效:\n  矛盾纠纷化解:\n    三级体系: {值: 镇、村, 上年: 镇}",
        5,
        "举措成效.矛盾纠纷化解.三级体系.上年",
        "旁边写不了“上年”",
        "删去“上年”",
    ),
    ("落款:\n  单位: {值: 甲镇, 上年: 乙镇}", 4, "落款.单位.上年", "旁边写不了“上年”", "删去"),
]
YEARS = ["23", "二〇二三", "2023.5", "20233", "1987", "[2023]", "2011", "2100"]
UNITS = [
    ("级别: 省", "写的是“省”", "街道、县区"),
    ("级别: [镇]", "写的是一组", "级别: 镇"),
    ("简称: [甲, 乙]", "写的是一组", "简称: 文字"),
    ("单称: 甲镇", "没有“单称”", "“简称”"),
    ("辖区: 11个村", "应逐行写", "村、社区"),
    ("辖区: {村: 11名}", "写的是“11名”", "如“11个”"),
    ("辖区: {村: 11个组}", "量词“个”后面还有文字", "11个"),
    ("辖区: {村: 刘家村等11个村}", "既有名称又有个数", "如“11个”"),
    ("辖区: {村: [刘家村, 大杨村等十一个行政村]}", "既有名称又有个数", "如“11个”"),
    ("辖区: {乡: 3个}", "没有“乡”", "村、社区"),
]


def base_of(year, unit="级别: 镇"):
    return f"年度: {year}\n单位: {{名称: 甲镇人民政府, {unit}}}\n"


def every_mistake():
    """Give each faulty text of the tables with its problems."""
    given = [(text, BASE) for text, *_ in MISTAKES]
    given += [("", base_of(year)) for year in YEARS]
    given += [("", base_of("2023", unit)) for unit, *_ in UNITS]
    for text, base in given:
        yield text or base.strip(), problems(text, base=base)


@each(("text", "line", "field", "message", "fix"), MISTAKES)
def test_a_mistake_has_place_field_and_remedy(text, line, field, message, fix):
    (problem,) = problems(text)
    assert (problem.place.file, problem.place.line, problem.field) == ("甲.yaml", line, field)
    assert problem.place.column >= 1
    assert message in problem.message
    assert fix in problem.fix
    assert problem.message.endswith("。")


@pytest.mark.parametrize("year", YEARS)
def test_a_year_that_is_none(year):
    (problem,) = problems("", base=base_of(year))
    assert problem.field == "年度"


@pytest.mark.parametrize(("unit", "message", "fix"), UNITS)
def test_a_part_of_the_unit_that_does_not_fit(unit, message, fix):
    (problem,) = problems("", base=base_of("2023", unit))
    assert message in problem.message
    assert fix in problem.fix


def test_all_slips_of_a_record_are_named_at_once():
    text = "不足:\n  - {问题: [甲], 间题: 乙}\n  - 丙\n计划: []\n"
    assert [problem.field for problem in problems(text)] == ["不足.1.问题", "不足.1.间题", "不足.2"]


def test_blanks_around_a_text_and_empty_values_are_nothing():
    head = facts(
        "标题:\n主送机关: ' 区政府 '\n导语: {目标: ' 甲 ', 落实: ''}\n落款: {日期: '2024年1月20日'}\n"
    ).head
    assert (head.title, head.addressees) == ("", ("区政府",))
    assert (head.opening.goal, head.opening.fulfilling, head.letterhead) == ("甲", (), None)
    assert head.signature.day == dt.date(2024, 1, 20)


def test_all_mistakes_come_at_once_in_reading_order():
    text = "落款: {日期: 2024-02-30}\n计画: []\n举措成效:\n  行政执法: {立按: 3件}"
    assert [problem.field for problem in problems(text)] == ["落款.日期", "计画", "举措成效.行政执法.立按"]


def test_what_is_said_of_a_mistake_is_the_sentence_that_was_agreed():
    told = list(every_mistake())
    for _text, found in told:
        for problem in found:
            assert not any(
                word in problem.message + problem.fix for word in ("Input", "valid", "type", "Error", "dict")
            )
    assert mistakes(told) == held("错误"), "python -m tests.facts.said"


def test_the_keys_of_the_head_are_explained_as_agreed():
    assert keys() == held("栏目"), "python -m tests.facts.said"


def test_a_figure_of_ones_own_may_be_called_as_a_field_under_another_heading():
    text = "举措成效:\n  甲: {行政执法: {其他数据: {立案: 3件}}}\n  乙: {行政执法: {立案: 4件}}"
    topic = facts(text).topics["行政执法"]
    assert (str(topic.values["立案"]), str(topic.own.figures["立案"])) == ("4件", "3件")


def test_values_are_typed_and_keep_their_origin_and_place():
    found = facts("举措成效:\n  法治宣传教育:\n    普法活动: {值: 50余次, 来源: 司法所台账}\n    宣传资料:\n")
    (topic,) = found.measures
    assert str(topic.values["普法活动"]) == "50余次"
    assert topic.values["宣传资料"] is EMPTY
    assert found.origins[("举措成效", "法治宣传教育", "普法活动")] == "司法所台账"
    assert found.place("举措成效.法治宣传教育.宣传资料").line == 6
    assert found.place("举措成效.法治宣传教育.没有").line == 4


def test_the_word_chosen_for_a_value_stands_beside_it():
    (topic,) = facts(
        "举措成效:\n  公共法律服务:\n    法律援助: {值: 转办12件, 来源: 台账}\n    服务站: 1个\n    村级全覆盖: 多数\n"
    ).measures
    assert str(topic.values["法律援助"]) == "12件"
    assert topic.values["村级全覆盖"] is True
    assert topic.wordings == {"法律援助": "转办", "村级全覆盖": "多数"}


@pytest.mark.parametrize(
    ("written", "seal"), [("是", True), ("有", True), ("否", False), ("无", False), ("''", False)]
)
def test_a_seal_is_set_or_not(written, seal):
    assert facts(f"落款: {{印章: {written}}}\n").head.signature.seal is seal


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("{名称: [甲镇人民政府, 乙局]}", "甲镇人民政府"),
        ("{名称: 甲镇人民政府, 简称: 甲镇}", "甲镇"),
        ("{级别: 镇}", ""),
    ],
)
def test_a_unit_is_called_by_its_short_name_or_the_first_of_its_names(unit, name):
    assert facts("", base=f"年度: 2023\n单位: {unit}\n").name == name


def test_a_line_is_that_of_the_fact_and_a_mark_is_its_own():
    found = facts("举措成效:\n  行政执法:\n    立案: 3件\n    正文: 【办结：2件】\n")
    lines = [found.line(f"举措成效.行政执法.{name}") for name in ("立案", "办结")]
    assert lines == ["立案: 3件", "【办结：2件】"]


def test_what_has_no_line_stands_where_the_nearest_thing_around_it_does():
    found = facts("举措成效:\n  行政执法:\n    立案: 3件\n")
    named = ("举措成效.行政执法.立案.值", "举措成效.行政执法.办结", "举措成效.普法", "计划.1")
    assert [found.place(one).line for one in named] == [5, 4, 3, 1]
    assert nearest_place({("甲",): Place("甲.yaml", 3)}, ("甲", "乙"), "甲.yaml").line == 3
    assert nearest_place({}, ("甲", "乙"), "甲.yaml") == Place("甲.yaml", 1)


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("行政执法: {立案: 0件}", True),
        ("组织领导: {印发文件: 0份}", False),
        ("组织领导: {印发文件: 2份}", True),
        ("行政执法: {三项制度: 否}", False),
    ],
)
def test_a_no_and_a_zero_without_words_are_not_said(topic, said):
    (one,) = facts(f"举措成效:\n  {topic}\n").measures
    assert [one.is_said(name) for name in one.values] == [said]


def test_what_is_missing_or_empty_is_a_gap_and_no_mistake():
    found = facts(
        "举措成效:\n  法治宣传教育:\n    普法活动:\n不足:\n  - 问题: 甲\n", base="单位: {级别: 街道}\n"
    )
    gaps = {(gap.code, gap.field) for gap in found.gaps}
    assert gaps == {
        ("待填-01", "年度"),
        ("待填-01", "单位.名称"),
        ("待填-01", "计划"),
        ("待填-01", "第一责任人"),
        ("待填-02", "举措成效.法治宣传教育.普法活动"),
    }
    assert all(gap.fix for gap in found.gaps)


def test_a_level_that_the_name_does_not_tell_is_asked_after():
    asked = [gap for gap in facts("", base="年度: 2023\n单位: {名称: 某公司}\n").gaps if "级别" in gap.field]
    assert [(gap.code, gap.place.line, gap.field) for gap in asked] == [("待填-01", 2, "单位.级别")]
    assert asked[0].fix == "请在乡、民族乡、镇、街道、县区、部门中选一个。"


@pytest.mark.parametrize(
    ("topic", "written"),
    [("{针对: 外来人口多}", "只写了针对"), ("{标题: 甲, 针对: 乙}", "只写了标题、针对"), ("{}", "是空的")],
)
def test_a_topic_that_tells_nothing_of_what_was_done_is_asked_after(topic, written):
    (gap,) = (
        one for one in facts(f"举措成效:\n  行政执法: {topic}\n").gaps if one.field.startswith("举措成效")
    )
    assert (gap.code, gap.place.line, gap.field) == ("待填-02", 4, "举措成效.行政执法")
    assert written in gap.message


def test_a_topic_with_a_fact_or_a_word_of_what_was_done_is_not_asked_after():
    for topic in (
        "{立案: 3件}",
        "{三项制度: 否}",
        "{成效: 甲}",
        "{正文: 立案【立案：3件】}",
        "{其他数据: {册: 3本}}",
    ):
        gaps = facts(f"举措成效:\n  行政执法: {topic}\n").gaps
        assert not [one for one in gaps if one.field.startswith("举措成效")]


@pytest.mark.parametrize(
    "title", ["1.5万元经费缺口", "三是否定不了", "一事一议不规范", "（试行）办法未修订", "12项任务滞后"]
)
def test_a_figure_or_a_bracket_at_the_start_is_no_number(title):
    (one,) = facts(f"不足: [{{问题: {title}, 原因: 乙}}]\n").head.shortcomings
    assert one.problem == title


def test_a_sign_alone_is_what_a_finding_may_stand_at():
    (silenced,) = facts("检查: {停用: [{规则: 文字-01, 内容: 。, 原因: 原文如此}]}\n").head.checking.silenced
    assert silenced.content == "。"


def test_a_topic_of_own_words_only_is_the_clerks_own():
    (topic,) = facts("举措成效:\n  特色街区治理:\n    做法: [建成街区议事会]\n").measures
    assert topic.topic is None
    assert topic.own.measures[0].text == "建成街区议事会"


def test_topics_stand_in_the_order_of_the_file():
    text = "举措成效:\n  信访工作: {信访: 3件}\n  行政执法: {立案: 3件}\n  法律顾问: {亮点: [甲]}\n"
    assert [topic.name for topic in facts(text).measures] == ["信访工作", "行政执法", "法律顾问"]


def test_own_words_may_have_a_label():
    (topic,) = facts("举措成效:\n  行政执法:\n    亮点:\n      - 建强队伍: 新增3人\n      - 乙\n").measures
    assert [(one.label, one.text) for one in topic.own.highlights] == [("建强队伍", "新增3人"), ("", "乙")]


def test_why_it_was_done_and_what_came_of_it_are_a_sentence_each():
    own = facts("举措成效:\n  行政执法: {针对: 商铺多, 立案: 3件, 成效: }\n").measures[0].own
    assert own.cause.text == "商铺多"
    assert [one.text for one in own.passages] == ["商铺多", ""]
    assert own.effect.label == "成效"


def test_a_shortcoming_chosen_from_the_library_is_filled_and_can_be_overwritten():
    from generator.facts.library import SHORTCOMINGS, read_library

    name, entry = next(iter(read_library(Templates(), SHORTCOMINGS).items()))
    one, other = facts(f"不足:\n  - 选用: {name}\n  - 选用: {name}\n    原因: 自己的原因\n").head.shortcomings
    assert (one.problem, one.cause) == (entry["问题"], entry["原因"])
    assert (other.problem, other.cause) == (entry["问题"], "自己的原因")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("计划:\n  - 标题:\n    措施:\n    针对:\n    选用: 充实执法力量\n", set()),
        ("不足:\n  - {问题: , 原因: , 选用: 执法力量薄弱}\n", set()),
        ("计划:\n  - {标题: , 措施: , 选用: }\n", {"计划.1.标题", "计划.1.措施", "计划.1.选用"}),
        ("不足:\n  - {问题: , 选用: 执法力量薄弱}\n  - {问题: }\n", {"不足.2.问题"}),
    ],
)
def test_what_the_library_says_is_not_asked_after(text, asked):
    found = {one.field for one in facts(text).gaps}
    assert {one for one in found if "." in one and one.startswith(("计划", "不足"))} == asked


@pytest.mark.parametrize(
    ("library", "reason"),
    [
        ("a: [", "不合 YAML 格式"),
        ("", "逐条写"),
        ("甲: 乙", "逐条写"),
        ("- 问题: 甲", "逐条写"),
        ("- {名称: 甲, 问题: [乙, 丙]}", "逐条写"),
        ("- {名称: 甲, 问题: {乙: 丙}}", "逐条写"),
    ],
)
def test_a_library_of_ones_own_that_is_none_is_refused_by_name(tmp_path, library, reason):
    (tmp_path / "不足库.yaml").write_text(library, encoding="utf-8")
    source = read_source((BASE + "不足: [{选用: 甲}]\n").encode(), "甲.yaml")
    with pytest.raises(UserError, match=reason) as caught:
        facts_from(source, "甲.yaml", Templates.with_own(tmp_path))
    assert "不足库.yaml" in caught.value.message


def test_a_plan_of_ones_own_library_may_have_several_measures(tmp_path):
    (tmp_path / "计划库.yaml").write_text(
        "- {名称: 甲, 措施: [乙, 丙]}\n- {名称: 丁, 措施: 戊}", encoding="utf-8"
    )
    source = read_source((BASE + "计划: [{选用: 甲}, {选用: 丁}]\n").encode(), "甲.yaml")
    plans = facts_from(source, "甲.yaml", Templates.with_own(tmp_path)).head.plans
    assert [one.measures for one in plans] == [("乙", "丙"), ("戊",)]


@pytest.mark.parametrize("year", ["年度: 2020\n", "年度: 2023\n", ""])
def test_last_years_facts_are_of_the_year_before(year):
    last = facts("", base=f"{year}单位: {{名称: 甲镇人民政府}}\n")
    source = read_source("年度: 2023\n单位: {名称: 甲镇人民政府}\n".encode(), "甲.yaml")
    with pytest.raises(FactsError) as caught:
        facts_from(source, "甲.yaml", Templates(), last)
    (problem,) = caught.value.problems
    assert "不是2022年度" in problem.message
    assert (year.removeprefix("年度: ").strip() or "没有写年度") in problem.message
    assert "--last" in problem.fix


@pytest.mark.parametrize(
    ("unit", "level", "words"),
    [
        (
            "{名称: 石鼓镇人民政府, 上级: 湘潭县}",
            "镇",
            {"本级": "我镇", "党委": "镇党委", "上级党委": "县委", "首长": "镇长"},
        ),
        (
            "{名称: 重庆市长寿区凤城街道办事处}",
            "街道",
            {"本级": "我街道", "党委": "街道党工委", "上级党委": "区委"},
        ),
        (
            "{名称: 城东镇人民政府, 上级: 海安市}",
            "镇",
            {"全域": "全镇", "上级党委": "市委", "上级政府": "市政府"},
        ),
        (
            "{名称: [中共马村区委, 马村区人民政府], 简称: 马村区, 上级: 焦作市}",
            "县区",
            {"本级": "我区", "政府": "区政府", "上级党委": "市委"},
        ),
        ("{名称: 某县司法局, 级别: 部门}", "部门", {"本级": "我局", "党委": "局党组"}),
        ("{名称: 白水瑶族乡人民政府}", "民族乡", {"本级": "我乡", "首长": "乡长", "上级党委": "上级党委"}),
    ],
)
def test_the_words_follow_the_level(unit, level, words):
    found = facts("", base=f"年度: 2023\n单位: {unit}\n")
    assert found.level == level
    assert {key: found.words[key] for key in words} == words


def test_a_file_on_disk(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_text(BASE, encoding="gb18030")
    assert load_facts(path).name == "稷下街道"


def test_a_blank_of_an_own_sentence_is_named_by_the_number_of_the_sentence():
    (gap,) = [
        one
        for one in gaps("  行政执法: {立案: 3件, 正文: [执法。, 其中甲类【甲类件数：】。]}")
        if one.code == "待填-02"
    ]
    assert gap.message == "“举措成效.行政执法.正文第2句.甲类件数”还没有填。"


def test_what_may_be_left_out_may_be_left_empty():
    asked = [
        one.field
        for one in gaps(
            "  行政执法: {立案: 3件}",
            "年度: 2023\n单位: {名称: 甲镇人民政府, 级别: 镇, 上级: '', 人口: ''}\n",
        )
    ]
    assert "单位.上级" not in asked
    assert "单位.人口" in asked


def gaps(measures, head="年度: 2023\n单位: {名称: 甲镇人民政府, 级别: 镇}\n"):
    text = f"{head}举措成效:\n{measures}\n"
    return facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates()).gaps


def test_the_origin_of_a_marked_fact_stands_in_a_comment_above_its_sentence():
    text = """年度: 2024
单位: {名称: 云岭镇人民政府}
举措成效:
  矛盾纠纷化解:
    正文:
      # 来源：【排查】司法所1月5日；【夜谈】综治中心
      # 请核对：甲
      - 排查【排查：5件】，夜谈【夜谈：3次】，化解【化解：4件】。
      - 调解土地纠纷【土地：2件】。
不足:
  # 来源：【册】文化站
  - 正文: 宣传册【册：3本】。
"""
    read = facts_from(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates())
    topic = read.topics["矛盾纠纷化解"]
    assert read.origin(dotted(topic.path_of("排查"))) == "司法所1月5日"
    assert {path[-1]: who for path, who in read.origins.items()} == {
        "排查": "司法所1月5日",
        "夜谈": "综治中心",
        "册": "文化站",
    }
