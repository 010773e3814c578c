"""Many gaps of a file are told by headings, few one by one; nothing is lost."""

from generator.cli.gaps import gathered
from generator.problems import Level, Place, Problem


def gap(line, field, code="待填-02"):
    return Problem(code, f"“{field}”还没有填。", "请填上。", Place("甲.yaml", line, 3), field)


def doubt(line):
    return Problem("待填-03", "还没有核对。", "请改。", Place("甲.yaml", line), level=Level.WARNING)


WRONG = Problem("数据-01", "不对。", "改。", Place("甲.yaml", 90))
HINT = Problem("文字-01", "半角。", "改。", Place("甲.yaml", 3), level=Level.WARNING)
GAPS = [
    *(gap(20 + number, f"上年整改.{number + 1}.措施") for number in range(3)),
    *(gap(40, f"举措成效.普法.法治宣传教育.{name}") for name in "甲乙"),
    gap(40, "举措成效.法律明白人.培训"),
    *(
        gap(50 + number, f"举措成效.调解.矛盾纠纷化解.正文.2.{name}")
        for number, name in enumerate("丙丁戊己庚辛壬")
    ),
    gap(70, "第一责任人.正文.1.讲课"),
    gap(10, "单位.上级", "待填-01"),
]


def test_few_are_told_one_by_one():
    few = (*GAPS[:10], WRONG, HINT, doubt(5))
    assert gathered("甲.yaml", few) == ((), few)


def test_many_are_told_by_headings_from_the_top_with_their_number_first():
    lines, rest = gathered("甲.yaml", (HINT, *GAPS, WRONG, doubt(5)))
    assert lines[:7] == (
        "甲.yaml：其他错误1处、待填15处、请核对1处、其他提醒1处。",
        "待填的（待填-01、待填-02），按标题从上往下填：",
        "  单位：1处（第10行），上级",
        "  上年整改：3处（第20至22行），措施",
        "  举措成效“普法”：3处（第40行），甲、乙、培训",
        "  举措成效“调解”：7处（第50至56行），丙、丁、戊、己、庚、辛等",
        "  第一责任人：1处（第70行），讲课",
    )
    assert rest == (HINT, WRONG, doubt(5))


def test_many_places_to_look_at_are_told_together():
    lines, rest = gathered("甲.yaml", (HINT, *map(doubt, range(5, 16))))
    assert lines[0] == "甲.yaml：请核对11处、其他提醒1处。"
    assert lines[1].startswith("请核对的11处（待填-03，第5至15行）")
    assert rest == (HINT,)
