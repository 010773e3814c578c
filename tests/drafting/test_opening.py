"""导语: its clauses in their order, the year's formulations, what the clerk leaves out or writes himself."""

import pytest

from generator.drafting import compose
from tests.drafting.drafting import HEAD, drafted, load


def opening(text="", *, year=2023, head=HEAD, date=""):
    body = drafted(f"导语:\n{text}" if text else "", head=head.replace("2023", str(year)) + date)
    return body.split("\n\n")[1]


@pytest.mark.parametrize(
    ("year", "date", "said", "unsaid"),
    [
        (2018, "2019-01-15", "党的十九大和十九届二中、三中全会精神", "习近平法治思想"),
        (2019, "2020-01-15", "党的十九大和十九届二中、三中、四中全会精神", "习近平法治思想"),
        (2020, "2020-12-28", "习近平法治思想", "党的二十大"),
        (2020, "2020-12-28", "五中全会精神、中央全面依法治国工作会议精神", "党的二十大"),
        (2020, "2020-11-02", "五中全会精神", "工作会议"),
        (2020, "2020-11-01", "十九届二中、三中、四中、五中全会精神", "习近平法治思想"),
        (2021, "2022-01-15", "《法治政府建设实施纲要（2021—2025年）》", "二十大"),
        (2022, "2023-01-15", "党的二十大", "二十届三中"),
        (2023, "2024-01-20", "党的二十大和二十届二中全会精神", "三中全会"),
        (2024, "2025-01-20", "党的二十大和二十届二中、三中全会精神", "四中全会"),
        (2022, "2023-01-15", "党的二十大精神", "工作会议"),
        (2025, "2026-01-20", "党的二十大和二十届历次全会精神、中央全面依法治国工作会议精神", "五中全会"),
        (2026, "2026-11-23", "习近平法治思想", "（2021—2025年）"),
    ],
)
def test_formulations_are_those_of_the_year(year, date, said, unsaid):
    text = opening(year=year, date=f"落款: {{日期: {date}}}\n")
    assert said in text
    assert unsaid not in text
    assert "以习近平新时代中国特色社会主义思想为指导" in text
    assert text.startswith(f"{year}年，在区委、区政府的坚强领导下，稷下街道坚持以")
    assert text.endswith(f"现将{year}年度法治政府建设情况报告如下：")


def test_own_clauses_stand_in_their_place():
    text = opening(
        "  指导: 区委全面依法治区委员会\n  讲话: 习近平总书记视察山东重要讲话精神\n  落实: [区委、区政府部署]\n  目标: “平安稷下”建设\n  举措: 依法履行职责\n  成效: 完成年度任务\n"
    )
    places = [
        text.index(part)
        for part in (
            "坚强领导",
            "区委全面依法治区委员会的指导下",
            "思想为指导",
            "全会精神，学习贯彻习近平总书记视察山东重要讲话精神，",
            "（2021—2025年）》和区委、区政府部署",
            "围绕“平安稷下”建设，依法履行职责",
            "完成年度任务。现将",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("without", "gone"),
    [
        ("领导", "坚强领导"),
        ("指导思想", "为指导"),
        ("法治思想", "习近平法治思想"),
        ("会议精神", "全会精神"),
        ("纲要", "纲要"),
        ("落实", "纲要"),
    ],
)
def test_each_clause_can_be_left_out(without, gone):
    text = opening(f"  不写: [{without}]\n")
    assert gone not in text
    assert "稷下街道" in text
    assert "，，" not in text


def test_all_clauses_left_out_leave_the_handover():
    assert "坚强领导下，稷下街道推进法治政府建设各项工作。" in opening(
        "  不写: [指导思想, 法治思想, 会议精神, 纲要]\n"
    )
    assert opening("  不写: [领导, 指导思想, 法治思想, 会议精神, 纲要]\n").endswith(
        "现将2023年度法治政府建设情况报告如下："
    )


def test_no_speech_is_written_that_the_file_does_not_name():
    assert "讲话" not in opening()


def test_sessions_of_ones_own_are_all_that_is_said_of_them():
    text = opening("  会议精神: 党的二十届四中全会精神\n", year=2025, date="落款: {日期: 2026-01-20}\n")
    assert "贯彻党的二十届四中全会精神，" in text
    assert "工作会议" not in text


def test_an_opening_of_ones_own_is_taken_as_it_stands():
    assert opening("  正文: 现将有关情况报告如下：\n") == "现将有关情况报告如下："


def test_a_goal_without_a_measure_does_not_dangle():
    assert "围绕“平安稷下”建设推进各项工作。" in opening("  目标: “平安稷下”建设\n")


@pytest.mark.parametrize(
    ("unit", "led"),
    [
        ("{名称: 石鼓镇人民政府, 上级: 湘潭县}", "县委、县政府"),
        ("{名称: 城东镇人民政府, 上级: 海安市}", "市委、市政府"),
        ("{名称: 重庆市长寿区凤城街道办事处}", "区委、区政府"),
        ("{名称: 凤城街道办事处}", "上级党委、政府"),
        ("{名称: 城东镇人民政府}", "上级党委、政府"),
        ("{名称: 马村区人民政府}", "上级党委、政府"),
    ],
)
def test_the_superior_follows_the_unit(unit, led):
    assert f"在{led}的坚强领导下" in opening(head=f"年度: 2023\n单位: {unit}\n")


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("领导", "导语.领导.某数"),
        ("会议精神", "导语.会议精神.某数"),
        ("落实", "导语.落实.1.某数"),
        ("目标", "导语.目标.某数"),
    ],
)
def test_a_mark_in_the_opening_has_its_own_ground(key, path):
    draft = compose(load(f"导语: {{{key}: 甲【某数：3项】}}\n"))
    (grounds,) = (one.grounds for one in draft.sentences if "甲3项" in one.text)
    assert path in grounds


def test_documents_of_ones_own_stand_beside_the_outline_each_once():
    text = opening("  落实: [《甲》, 区委部署, 《乙》, 《甲》, 区政府部署。]\n")
    assert "《法治政府建设实施纲要（2021—2025年）》《甲》《乙》和区委部署、区政府部署。" in text
