"""Fixed wordings in a wrong form, bodies by old names, the three kinds of review."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes

FAULTS = [
    ("提法-09", "深入学习习近平法制思想。", 2023),
    ("提法-09", "推行“双公开、一随机”监管。", 2023),
    ("提法-09", "增强群众法制观念，设置法制宣传栏2块。", 2023),
    ("提法-09", "贯彻党的二十大届三中全会精神。", 2024),
    ("提法-09", "抓住新時代中國特色社會主義思想這個根本。", 2023),
    ("提法-10", "会同县工商局开展检查。", 2020),
    ("提法-10", "向区委全面依法治国委员会报告。", 2023),
    ("提法-10", "指导社区村委会修订公约。", 2023),
    ("提法-21", "对重大行政决策进行合法性审核。", 2023),
    ("提法-21", "重大执法决定合法性审查。", 2023),
    ("提法-21", "对规范性文件进行法制审核。", 2023),
]
SOUND = [
    ("落实重大执法决定法制审核制度，维护国家法制统一。", 2023),
    ("原县环保局更名为县生态环境局。", 2020),
    ("区环保局到街道开展指导。", 2018),
    ("国家税务总局稷下税务局派员授课。", 2023),
    ("坚持以习近平新时代中国特色社会主义思想为指导。", 2023),
    ("《关于规范性文件合法性审查工作的通知》印发后逐条落实。", 2023),
    ("重大行政决策、规范性文件和合同均经合法性审查。", 2023),
    ("推行镇（街道）法治审核。", 2025),
]


@pytest.mark.parametrize(("code", "text", "year"), FAULTS)
def test_a_fault_is_found(code, text, year):
    assert code in codes(text, year=year)


@pytest.mark.parametrize(("text", "year"), SOUND)
def test_what_is_sound_passes(text, year):
    assert not [code for code in codes(text, year=year) if code.startswith("提法")]


def test_a_body_renamed_within_the_year_is_only_a_warning():
    assert "提法-10" in codes("会同县环保局开展检查。", year=2019)
