"""What the file's sentences wait for is filled by figures with the same words, before any field is made beside it."""

import pytest

from generator.intake.notes import notes_of_text
from generator.suggesting.suggest import suggest
from generator.suggesting.suggestion import Standing
from tests.suggesting.test_suggest import GROUPS, TOPICS, facts

WAITING = """年度: 2024
单位: {名称: 石桥镇人民政府, 简称: 石桥镇, 级别: 镇}
举措成效:
  矛盾纠纷化解:
    正文:
      - 办理群众来信来访【办理群众来信来访：】，办结率【办结率：】。    # 上年：办理群众来信来访34件、办结率100%
      - 其中土地纠纷【土地纠纷：】，有人民调解员【人民调解员：】。    # 上年：土地纠纷39件、人民调解员59名
  法治宣传教育:
    正文: 开展法治宣传活动【法治宣传活动场次数：】，悬挂横幅【横幅：】。    # 上年：法治宣传活动场次数38场次、横幅64条
  公共法律服务:
    正文: 对【社区矫：】社区矫正对象落实帮教，代写法律文书【代写法律文书：】。    # 上年：社区矫28名、代写法律文书35份
  权力监督:
    正文: 公开“三务”信息【公开三务信息：】，给予党纪处分【给予党纪处分：】。    # 上年：公开三务信息132期、给予党纪处分2人
"""


def filled(text):
    return suggest([notes_of_text(text)._replace(name="材料.txt")], facts(WAITING), TOPICS, GROUPS)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("公开三务信息145期", ["公开三务信息"]),
        ("公开“三务”信息145期", ["公开三务信息"]),
        ("今年开展法治宣传活动42场次，横幅50条", ["法治宣传活动场次数", "横幅"]),
        ("代写法律文书41份", ["代写法律文书"]),
        ("综治中心：土地纠纷31件，调解员61名", ["土地纠纷", "人民调解员"]),
        ("社区矫正对象25名", ["社区矫"]),
    ],
)
def test_a_figure_with_the_words_of_a_blank_fills_it_and_no_field_beside_it(text, marks):
    offered = filled(text).offered
    assert [(one.mark, one.standing) for one in offered] == [(mark, Standing.NEW) for mark in marks]


@pytest.mark.parametrize("text", ["公开三务信息145人", "横幅标语制作费50元"])
def test_a_figure_of_another_measure_fills_no_blank(text):
    assert not [one for one in filled(text).offered if one.mark]
