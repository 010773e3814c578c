"""The whole report: title, addressee, chapters, what is missing, signature, front matter."""

import pytest
import yaml

from generator.drafting import compose
from tests.drafting.drafting import END, HEAD, drafted, load

CHAPTERS = [
    "## 一、推进法治政府建设的主要举措和成效",
    "## 二、党政主要负责人履行推进法治建设第一责任人职责情况",
    "## 三、推进法治政府建设存在的不足和原因",
    "## 四、2024年推进法治政府建设的主要安排",
]
TOPIC = "举措成效: {法律顾问: {亮点: [建成法律服务站]}}\n"


def chapters(text):
    return [line for line in text.split("\n") if line.startswith("## ")]


def test_four_parts_in_order():
    assert chapters(drafted(TOPIC)) == CHAPTERS


def test_what_the_law_names_as_a_fifth_part_follows():
    assert chapters(drafted(TOPIC + "其他情况: [无其他需要报告的情况]\n"))[4] == "## 五、其他需要报告的情况"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("", "稷下街道2023年法治政府建设年度报告"),
        ("标题: 年度报告\n", "稷下街道2023年法治政府建设年度报告"),
        ("标题: 情况报告\n", "稷下街道2023年度法治政府建设情况报告"),
        ("标题: 情况的报告\n", "稷下街道关于2023年度法治政府建设情况的报告"),
        ("标题: 工作报告\n", "稷下街道2023年法治政府建设工作报告"),
        ("标题: 稷下街道2023年度法治政府建设工作总结报告\n", "稷下街道2023年度法治政府建设工作总结报告"),
        ("标题: 城东镇2023年推进依法行政情况总结\n", "城东镇2023年推进依法行政情况总结"),
    ],
)
def test_titles(title, expected):
    assert drafted(title + TOPIC).split("\n")[0] == f"# {expected}"


def test_the_name_of_the_unit_is_no_markup():
    text = drafted(TOPIC, head="年度: 2023\n单位: {简称: '*甲*<b>镇', 级别: 镇}\n")
    assert text.count(r"\*甲\*\<b\>镇") >= 1


def test_the_addressee_ends_in_a_colon():
    assert "\n\n区委、区政府：\n\n" in drafted("主送机关: [区委, 区政府]\n" + TOPIC)
    assert "\n\n区委、区政府：\n\n" in drafted("主送机关: 区委、区政府：\n" + TOPIC)


def test_a_draft_always_comes_out():
    text = drafted("", head="单位: {级别: 街道}\n", end="")
    assert text.startswith("# 【待填：单位名称】【待填：年度】年法治政府建设年度报告")
    assert [line for line in text.split("\n") if line.startswith("【待填") and line.endswith("】")] == [
        "【待填：举措成效】",
        "【待填：第一责任人】",
        "【待填：不足】",
        "【待填：计划】",
    ]


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("", []),
        ("落款: {日期: 2024-01-20}\n", ["稷下街道办事处", "2024年1月20日"]),
        ("落款: {日期: 2024年1月5日, 单位: [甲, 乙]}\n", ["甲", "乙", "2024年1月5日"]),
        ("落款: {单位: 甲}\n", ["甲"]),
    ],
)
def test_signatures(signature, expected):
    lines = [line for line in drafted(TOPIC + signature).split("配齐执法记录仪。")[1].split("\n") if line]
    assert lines == expected


def test_joint_issuers_sign_one_below_the_other():
    head = HEAD.replace("稷下街道办事处", "[中共马村区委, 马村区人民政府]").replace("街道}", "县区}")
    text = drafted(TOPIC + "落款: {日期: 2024-01-20}\n", head=head)
    assert text.endswith("中共马村区委\n\n马村区人民政府\n\n2024年1月20日\n")


def test_the_front_matter_holds_what_the_text_cannot_show():
    text = drafted(
        TOPIC
        + "落款: {日期: 2024-01-20, 印章: 是}\n版头: {发文字号: 稷办发〔2024〕3号, 签发人: [王某]}\n版记: {抄送: 区司法局}\n"
    )
    head = yaml.safe_load(text.split("---\n")[1])
    assert head == {
        "印章": "是",
        "版头": {"发文字号": "稷办发〔2024〕3号", "签发人": ["王某"]},
        "版记": {"抄送": ["区司法局"]},
    }
    assert not drafted(TOPIC).startswith("---")


def test_annexes_are_named_before_the_signature():
    assert "\n\n附件：主要指标统计表\n\n稷下" in drafted(
        TOPIC + "附件: [主要指标统计表]\n落款: {日期: 2024-01-20}\n"
    )
    assert "\n\n附件：1.甲表\n\n2.乙表\n" in drafted(TOPIC + "附件: [甲表, 乙表]\n")


def test_the_same_facts_give_the_same_text():
    assert drafted(TOPIC) == drafted(TOPIC)


def test_neighbours_with_the_same_facts_do_not_read_alike():
    topics = "举措成效: {法治宣传教育: {普法活动: 50余次, 宣传资料: 1000余份}, 行政执法: {立案: 19件, 办结: 19件}, 法律顾问: {亮点: [甲]}}\n"
    names = [f"{name}街道" for name in "东西南北中上下左右前后春夏秋冬青赤黄白黑"]
    texts = {drafted(topics, head=HEAD.replace("稷下街道", name)).replace(name, "本单位") for name in names}
    assert len(texts) >= 18


def test_every_sentence_that_says_something_has_its_ground():
    sentences = compose(load("举措成效: {法治宣传教育: {普法活动: 50余次}}\n")).sentences
    (one,) = [one for one in sentences if "50余次" in one.text]
    assert one.grounds == ("举措成效.法治宣传教育.普法活动",)


def test_the_year_of_the_plans_follows_the_report():
    assert "## 四、2027年推进" in drafted(TOPIC, head=HEAD.replace("2023", "2026"), end=END)
