"""How far a figure runs, as is said beside it, and what makes it a question for good."""

from datetime import date

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.provisos import caution_of, proviso_of
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())
NOVEMBER, MIDDLE = date(2025, 11, 30), date(2025, 12, 15)


def told(text):
    reader = NotesReader(TOPICS, 2025)
    return [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]


@each(
    ("text", "ends"),
    [
        ("矛盾纠纷排查231件，化解225件", [(None, True), (None, True)]),
        ("主动公开政府信息318条（截至11月底）", [(NOVEMBER, True)]),
        ("主动公开政府信息318条（截至12月31日）", [(None, True)]),
        ("矛盾纠纷排查231件，化解225件，截至11月底", [(NOVEMBER, False), (NOVEMBER, True)]),
        ("矛盾纠纷排查231件，化解225件（截至12月15日，月底关账）", [(MIDDLE, False), (MIDDLE, True)]),
        ("截至11月底主动公开政府信息318条（截至12月15日）", [(MIDDLE, False)]),
        ("截至11月底，主动公开政府信息318条（数据截至12月15日）", [(MIDDLE, False)]),
        ("截至11月底主动公开政府信息318条（截至11月30日）", [(NOVEMBER, True)]),
        ("截至2025年11月底主动公开政府信息318条（截至12月15日）", [(MIDDLE, False)]),
        ("截至12月15日主动公开政府信息318条", [(MIDDLE, True)]),
        ("截至12月15日排查矛盾纠纷95件，化解95件", [(MIDDLE, True), (MIDDLE, True)]),
        ("截至2025年12月15日，共排查矛盾纠纷95件", [(MIDDLE, True)]),
        ("矛盾纠纷排查截至12月15日95件", [(MIDDLE, True)]),
        ("截至2024年12月15日排查矛盾纠纷95件", [(MIDDLE, False)]),
        ("12月15日排查矛盾纠纷95件", [(None, False)]),
        ("8月排查矛盾纠纷95件，截至12月15日化解90件", [(MIDDLE, False), (MIDDLE, False)]),
        ("截至11月底排查矛盾纠纷180件，截至12月15日化解176件", [(NOVEMBER, True), (MIDDLE, True)]),
        ("矛盾纠纷排查180件（截至11月底），化解176件（截至12月15日）", [(NOVEMBER, True), (MIDDLE, True)]),
        ("截至11月底矛盾纠纷排查180件，化解176件（截至12月15日）", [(NOVEMBER, True), (MIDDLE, True)]),
        ("截至11月底矛盾纠纷排查180件，化解176件，截至12月15日", [(NOVEMBER, True), (MIDDLE, False)]),
        ("矛盾纠纷排查180件（截至11月底），化解176件", [(NOVEMBER, True), (NOVEMBER, False)]),
        ("矛盾纠纷（截至11月底）排查180件，化解176件", [(NOVEMBER, True), (NOVEMBER, True)]),
        ("矛盾纠纷排查180件，截至12月15日化解176件", [(MIDDLE, False), (MIDDLE, True)]),
        ("主动公开政府信息318条（11月底台账）", [(NOVEMBER, False)]),
        ("主动公开政府信息318条（到11月底）", [(NOVEMBER, True)]),
        ("推迟到6月，主动公开政府信息318条", [(None, False)]),
        ("服务站搬到6月启用的新楼，主动公开政府信息318条", [(None, False)]),
        ("矛盾纠纷排查231件。7月1日起才登记", [(None, False)]),
        ("指标\t2025\t单位\t备注\n矛盾纠纷排查\t231\t件\t7月1日起才登记", [(None, False)]),
        ("事项\t2025\t统计截止\n矛盾纠纷排查(件)\t231\t截至11月30日", [(NOVEMBER, False)]),
    ],
)
def test_a_figure_that_ends_on_a_day_is_not_sure_without_it(text, ends):
    assert [(one.until, one.sure) for one in told(text)] == ends


@each(
    ("text", "caution"),
    [
        ("矛盾纠纷排查231件", ""),
        ("满意率99.87%，系统默认，慎用", "旁边写着“系统默认”"),
        ("社矫安帮（给县里内部表用的）\n在册社区矫正对象31人", "上面写着“内部”"),
        ("处罚45件（向执法队要的数）", "旁边写着“要的数”"),
        ("处罚45件（不准，再核）", "旁边写着“不准”"),
        ("处罚45件（数据仅供参考）", "旁边写着“仅供参考”"),
        ("处罚是45件？", "旁边写着“5件？”"),
        ("法治报告什么时候交？处罚45件", ""),
        ("不准乱倒垃圾，处罚45件", ""),
    ],
)
def test_what_is_written_beside_a_figure_makes_it_a_question(text, caution):
    last = [*phrases_of(notes_of_text(text))][-1]
    assert caution_of(last) == caution


def test_without_a_year_no_day_is_told():
    phrase = next(phrases_of(notes_of_text("主动公开318条（截至11月底）")))
    assert proviso_of(phrase, 4, 8, None).until is None
