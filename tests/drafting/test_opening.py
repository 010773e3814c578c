"""导语: its clauses in their order, what a new file is offered for the year, what the clerk strikes or writes himself."""

import pytest

from generator.drafting import compose
from generator.drafting.context import basis_of, common
from generator.drafting.opening import usual_clauses
from generator.formulations import library
from generator.problems import FactsError
from generator.resources import Templates
from tests.drafting.drafting import HEAD, drafted, load
from tests.each import each


def refused(text):
    with pytest.raises(FactsError) as refusal:
        load(text)
    return refusal.value.problems


def opening(text="", *, year=2023, head=HEAD, date=""):
    body = drafted(f"导语:\n{text}" if text else "", head=head.replace("2023", str(year)) + date)
    return body.split("\n\n")[1]


USUAL = """\
  领导: 上级党委、政府
  指导思想: 习近平新时代中国特色社会主义思想
  法治思想: 习近平法治思想
  会议精神: 党的二十大精神
  落实: 《法治政府建设实施纲要（2021—2025年）》
"""


@each(
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
def test_what_is_offered_to_a_new_file_is_of_the_year(year, date, said, unsaid):
    facts = load(f"落款: {{日期: {date}}}\n", head=HEAD.replace("2023", str(year)))
    told = usual_clauses(common(basis_of(facts, library(Templates()))))
    assert said in "|".join(told.values())
    assert unsaid not in "|".join(told.values())
    assert told["领导"] == "区委、区政府"
    assert told["指导思想"] == "习近平新时代中国特色社会主义思想"


def test_nothing_is_said_that_the_file_does_not_write():
    assert opening() == "现将2023年度法治政府建设情况报告如下："
    assert opening("  成效: 建成示范单位1个\n").startswith("2023年，建成示范单位1个。现将")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  领导: 区委、区政府\n", "2023年，在区委、区政府的领导下，稷下街道推进法治政府建设各项工作。"),
        ("  指导思想: 甲思想\n", "2023年，稷下街道坚持以甲思想为指导，推进法治政府建设各项工作。"),
        ("  法治思想: 习近平法治思想\n", "2023年，稷下街道学习贯彻习近平法治思想，推进"),
        ("  会议精神: 甲会精神\n", "2023年，稷下街道贯彻甲会精神，推进"),
        ("  讲话: 甲讲话\n", "2023年，稷下街道学习贯彻甲讲话，推进"),
        ("  落实: [《甲》, 区委部署]\n", "落实《甲》和区委部署，推进"),
        ("  目标: “平安稷下”建设\n", "2023年，稷下街道围绕“平安稷下”建设推进各项工作。"),
        ("  举措: 依法履行职责\n", "2023年，稷下街道依法履行职责。"),
    ],
)
def test_each_clause_by_itself_is_a_sentence_with_the_unit_in_it(text, said):
    assert said in opening(text)
    assert opening(text).endswith("现将2023年度法治政府建设情况报告如下：")


def test_own_clauses_stand_in_their_place():
    text = opening(
        USUAL.rpartition("  落实")[0] + "  指导: 区委全面依法治区委员会\n"
        "  讲话: 习近平总书记视察山东重要讲话精神\n  落实: [《甲》, 区委、区政府部署]\n  目标: “平安稷下”建设\n  举措: 依法履行职责\n  成效: 完成年度任务\n"
    )
    places = [
        text.index(part)
        for part in (
            "的领导",
            "区委全面依法治区委员会的指导下",
            "思想为指导",
            "二十大精神，学习贯彻习近平总书记视察山东重要讲话精神，",
            "《甲》和区委、区政府部署",
            "围绕“平安稷下”建设，依法履行职责",
            "完成年度任务。现将",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("clause", ["领导", "指导思想", "法治思想", "会议精神", "落实"])
def test_each_clause_can_be_struck(clause):
    written = [line for line in USUAL.splitlines() if f" {clause}: " not in line]
    text = opening("\n".join(written) + "\n")
    (gone,) = (line.partition(": ")[2] for line in USUAL.splitlines() if f" {clause}: " in line)
    assert gone not in text
    assert "稷下街道" in text
    assert "，，" not in text


def test_what_was_left_out_by_name_is_told_how_to_be_written():
    (problem,) = refused("导语: {不写: [指导思想]}\n")
    assert problem.field == "导语.不写"
    assert "要印的逐行写" in problem.fix


def test_an_opening_of_ones_own_is_taken_as_it_stands():
    assert opening("  正文: 现将有关情况报告如下：\n") == "现将有关情况报告如下："


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
    assert f"在{led}的领导下" in opening("  领导: 上级党委、政府\n", head=f"年度: 2023\n单位: {unit}\n")


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


def test_documents_stand_before_the_rest_each_once():
    text = opening("  落实: [《甲》, 区委部署, 《乙》, 《甲》, 区政府部署。]\n")
    assert "《甲》《乙》和区委部署、区政府部署，推进" in text
