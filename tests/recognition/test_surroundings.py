"""The words around a figure."""

import pytest

from generator.recognition.clauses import said_figures
from generator.recognition.surroundings import BASE_YEAR, pairs_around, pairs_near, pairs_of


def test_pairs_stand_within_words():
    assert pairs_of("排查、化解") == {"排查", "化解"}


@pytest.mark.parametrize(
    ("text", "number", "near", "not_near"),
    [
        ("全年排查矛盾231件，化解198起。", 1, {"化解"}, {"排查"}),
        ("先后召开2次委员会、5次常务会议。", 0, {"委员"}, {"常务"}),
        ("建成公园，辐射周边学校、生活区共计6万人的普法阵地。", 0, {"辐射", "阵地"}, {"公园"}),
        ("制定《加强管理的通知》等文件50件。", 0, {"文件"}, {"管理"}),
        ("进京上访由2016年的16例减少。", 0, {"上访", BASE_YEAR}, set()),
    ],
)
def test_what_stands_near(text, number, near, not_near):
    found = pairs_near(text, tuple(said_figures(text)), number, 2021)
    assert near <= found.keys()
    assert not_near.isdisjoint(found)


@pytest.mark.parametrize(
    ("text", "nearer", "further"),
    [
        ("辐射学校、生活区共计6万人", "辐射", "生活"),
        ("制作展板、横幅6幅", "横幅", "展板"),
        ("辐射群众6万人的普法阵地", "群众", "阵地"),
        ("组织宪法、民法典等专题学习12次", "专题", "宪法"),
        ("明确15项重点任务、责任分工", "任务", "分工"),
        ("开展了未成年人保护法、民法典等7场法治讲座", "讲座", "保护"),
    ],
)
def test_what_tells_more_of_a_figure(text, nearer, further):
    found = pairs_near(text, tuple(said_figures(text)), 0, 2021)
    assert found[nearer] > found[further]


def test_clauses_of_other_figures_tell_nothing():
    text = "加强食品药品监管。累计出动人员30人次，检查单位15户次。"
    said = tuple(said_figures(text))
    around = pairs_around(text, said, said[1])
    assert "药品" in around
    assert "出动" not in around
