"""The sentences of a report with their figures, and what the rules on rates say of them."""

from __future__ import annotations

import pytest

from generator.checks import findings
from generator.checks.figures import bare, statements
from tests.checks.examples import material


def test_sentences_go_to_the_full_stop():
    found = statements(("全年立案19件；办结18件。发放资料6份", "没有数。"))
    assert [(one.block, one.start, len(one.figures)) for one in found] == [(0, 0, 2), (0, 14, 1)]
    start, end = found[1].at(found[1].figures[0])
    assert "全年立案19件；办结18件。发放资料6份"[start:end] == "6份"


def test_the_words_between_two_figures():
    (one,) = statements(("立案19件以上，其中办结18件",))
    assert one.between(*one.figures) == "，其中办结"


def test_a_text_without_signs():
    assert bare("“一是”、好的。 A1") == "一是好的A1"


def said(text):
    """Give what the rules on rates find: code, the stretch that is marked, message, fix and mend."""
    one = material(f"开头的一段。\n\n{text}", year=2023, level="街道", name="城东街道")
    return [
        (
            rule.code,
            one.blocks[found.block].text[found.start : found.end],
            found.message,
            found.fix,
            found.mend,
        )
        for rule, found in findings(one)
        if rule.code in ("数据-01", "数据-02", "数据-03", "数据-28")
    ]


WRONG = [
    ("先写一句。全年应诉14起，胜诉13起，胜诉率92.85%。", "数据-01", "92.85%",
     "胜诉率写作92.85%，按13起除以14起应为92.86%（写成的是只舍不入的数）。", "改为92.86%，或核对这两个数。", "92.86%"),
    ("全年应诉14起，胜诉13起，胜诉率95%。", "数据-01", "95%", "胜诉率写作95%，按13起除以14起应为93%。", "改为93%，或核对这两个数。", None),
    ("受理1000件，办结997件，办结率100%。", "数据-02", "100%", "办结率写作100%，但997件少于1000件，应为99.7%。", "改为99.7%，或核对这两个数。", None),
    ("受理300件，办结299件，办结率100%。", "数据-02", "100%", "办结率写作100%，但299件少于300件，应为99.67%。", "改为99.67%，或核对这两个数。", None),
    ("受理3000件，办结2999件，办结率100.0%。", "数据-02", "100.0%", "办结率写作100%，但2999件少于3000件，应为99.97%。", "改为99.97%，或核对这两个数。", None),
    ("受理3000件，办结2999件，办结率98％。", "数据-01", "98％", "办结率写作98%，按2999件除以3000件应为99%。", "改为99%，或核对这两个数。", None),
    ("受理1000件，办结1件，办结率0%。", "数据-01", "0%", "办结率写作0%，按1件除以1000件应为0.1%。", "改为0.1%，或核对这两个数。", None),
    ("受理120件，“办结”的114件，“办结”率96%。", "数据-01", "96%", "办结率写作96%，按114件除以120件应为95%。", "改为95%，或核对这两个数。", None),
    ("现有事项1109项，网上可办1101项，占98.3%。", "数据-01", "98.3%", "占比写作98.3%，按1101项除以1109项应为99.3%。", "改为99.3%，或核对这两个数。", None),
    ("出庭率98%，应出庭50次，出庭48次，占比未算。", "数据-01", "98%", "出庭率写作98%，按48次除以50次应为96%。", "改为96%，或核对这两个数。", None),
    ("全年受理2件，办结1件，办结率90%。", "数据-01", "90%", "办结率写作90%，按1件除以2件应为50%。", "改为50%，或核对这两个数。", None),
    ("上年结转3件，办结率9%。受理20件，办结19件，办结率99%。", "数据-01", "99%", "办结率写作99%，按19件除以20件应为95%。", "改为95%，或核对这两个数。", None),
    ("占比不变。占办结率9%，受理20件，办结19件，办结率99%。", "数据-01", "99%", "办结率写作99%，按19件除以20件应为95%。", "改为95%，或核对这两个数。", None),
    ("应出庭50次，出庭48次，负责人依法出庭率98%。", "数据-01", "98%", "负责人依法出庭率写作98%，按48次除以50次应为96%。", "改为96%，或核对这两个数。", None),
    ("满意率102%。", "数据-03", "满意率102%", "比率写作102%，超过了100%。", "核对分子和分母，重新计算。", None),
    ("收到申请0件，答复率100%", "数据-28", "收到申请0件，答复率100%", "基数是0，算不出比率。", "去掉比率，写“未收到……”“未发生……”。", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "marked", "message", "fix", "mend"), WRONG)
def test_a_wrong_rate_is_marked_where_it_stands(text, code, marked, message, fix, mend):
    assert said(text) == [(code, marked, message, fix, mend)]


RIGHT = [
    "受理20件，办结19件，办结率95%，回访时已办结18件。",
    "受理3000件，办结2999件，办结率99.97%。",
    "受理3000件，办结2999件，办结率99.9%。",
    "受理300件，办结300件，办结率100%。",
    "受理300件，办结299件，办结率99.67%。",
    "受理300件，办结299件，办结率99.7%。",
    "应诉14起，胜诉13起，胜诉率93%。",
    "受理案件14件，胜诉13起，胜诉率92.86%。",
    "召开会议12次，解决问题3个，解决率100%。",
    "受理120件，办结100余件，办结率98%。",
    "受理120余件，办结100件，办结率98%。",
    "投入12万元，完成5万元，完成率98%。",
    "受理5件，办结0件，办结率9%。",
    "持证12名，占全镇的60%。执法人员15名。",
    "现有干部40人，其中持证10人，占全镇干部的20%。",
    "现有干部40人，其中持证10人，占40%。",
    "受理5件，办结3件，占办结率9%。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_rate_or_one_of_something_else_passes(text):
    assert said(text) == []
