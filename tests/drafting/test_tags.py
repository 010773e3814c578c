"""Clauses into sentences: what drops, what leads in, what closes a group."""

import pytest

from generator.drafting import marks
from generator.drafting.environment import render_template
from generator.drafting.points import points_of
from generator.drafting.tags import join_clauses
from generator.drafting.values import ABSENT, Value
from generator.problems import UserError
from generator.resources import Templates
from tests.each import each

A, B, NONE = marks.value("三次", ("甲",)), marks.value("20份", ("乙",)), marks.MISSING
C = str(Value("9件", ("丙",), trend=marks.value("较上年增长5%", ("丙", "上年：丙"))))
ZERO = marks.ZERO + marks.value("未发生败诉案件", ("丙",))


def sentence(*lines):
    return marks.strip_marks(join_clauses("\n".join(lines)))


@each(
    ("lines", "expected"),
    [
        ((f"开展活动{A}", f"发放资料{B}"), "开展活动三次，发放资料20份。"),
        ((f"开展活动{NONE}", f"发放资料{B}"), "发放资料20份。"),
        ((f"开展活动{NONE}", f"发放资料{NONE}"), ""),
        (("围绕重点领域", f"开展活动{A}"), "围绕重点领域，开展活动三次。"),
        (("围绕重点领域", f"开展活动{NONE}"), ""),
        (("围绕重点领域",), ""),
        (("围绕重点领域", f"开展活动{A}", "在集市上", f"发放资料{NONE}"), "围绕重点领域，开展活动三次。"),
        (("围绕重点领域", f"开展活动{NONE}", "在集市上", f"发放资料{B}"), "在集市上，发放资料20份。"),
        ((f"开展活动{A}；", f"发放资料{B}"), "开展活动三次；发放资料20份。"),
        ((f"开展活动{NONE}；", f"发放资料{B}"), "发放资料20份。"),
        ((f"甲{A}", f"乙{NONE}；", f"丙{B}"), "甲三次；丙20份。"),
        ((f"开展活动{A}；", f"发放资料{NONE}"), "开展活动三次。"),
        ((f"甲{A}", f"其中乙{B}", "。", f"丙{A}"), "甲三次，其中乙20份。丙三次。"),
        ((f"甲{A}", "", f"丙{A}"), "甲三次，丙三次。"),
        ((f"甲{NONE}", "。", f"丙{A}", "。"), "丙三次。"),
        ((f"甲{A}；", f"乙{B}", "。", f"丙{NONE}"), "甲三次；乙20份。"),
        ((f"败诉{ZERO}，共", f"发放资料{B}"), "未发生败诉案件，发放资料20份。"),
        (("", f"  开展活动{A}  ", ""), "开展活动三次。"),
        ((f"开展活动{A}", marks.value("太好了！", ("丁",))), "开展活动三次，太好了！"),
        ((f"为{C}案件提供援助", f"发放资料{B}"), "为9件案件提供援助，较上年增长5%，发放资料20份。"),
        ((f"办理{C}、{C}；", f"发放资料{B}"), "办理9件、9件，较上年增长5%，较上年增长5%；发放资料20份。"),
        ((f"办理{C}{NONE}", f"发放资料{B}"), "发放资料20份。"),
        ((marks.value("他说“好。”", ("丁",)),), "他说“好。”"),
        ((), ""),
    ],
)
def test_clauses_join_into_a_sentence(lines, expected):
    assert sentence(*lines) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{% if 甲 %}共{% endif %}{{ 甲 }}", "共三次。"),
        ("{% if 甲 %}共{% endif %}{{ 无 }}", ""),
        ("{% if 甲 %}{{ 甲 }}；{% endif %}{{ 无 }}", ""),
        ("{% if 甲 %}{{ 甲 }}\n{% endif %}{{ 无 }}", "三次。"),
        ("{% if 甲 %}{{ 甲 }}{{ '；' }}{% endif %}{{ 乙 }}\n{{ 甲 }}", "三次；20份，三次。"),
        ("{% if 甲 %}{% set 无 = 甲 %}{% endif %}{{ 无 }}", "三次。"),
        ("{% if 甲 %}{{ 甲 }}{% include '换行' %}{% endif %}{{ 无 }}", "三次一。"),
        ("{{ 无 }}\n{{ 无 | 顿号 }}", ""),
        ("就此\n{{ 无 }}", ""),
        ("就此\n{{ 甲 }}", "就此，三次。"),
        ("{{ 无 }}；\n{{ 甲 }}", "三次。"),
        ("{{ 项.有 }}\n{{ 项.缺 | 顿号 }}", "三次。"),
        ("{% if 项.缺 %}力争{{ 项.缺 }}{% endif %}\n由{{ 项.缺 }}负责", ""),
        ("{% if 项.有 %}力争{{ 项.有 }}{% endif %}\n由{{ 项.缺 }}负责", "力争三次。"),
        ("{% if 项.缺 %}一{% else %}共{{ 甲 }}{% endif %}\n由{{ 项.缺 }}负责", "共三次。"),
        ("{% if 项.缺 %}一{% elif 甲 %}共{{ 甲 }}{% endif %}\n由{{ 项.缺 }}负责", "共三次。"),
    ],
)
def test_a_clause_whose_facts_are_missing_need_not_be_rendered(tmp_path, body, expected):
    """What a tag within a clause may do to it is not foreseen: such a clause is rendered and then judged."""
    assert marks.strip_marks(drawn(tmp_path, body)).strip() == expected


@pytest.mark.parametrize("name", ["没有声明", "项.没有声明"])
def test_a_name_that_nobody_declared_is_refused_beside_a_missing_fact(tmp_path, name):
    with pytest.raises(UserError, match="没有声明的变量"):
        drawn(tmp_path, f"{{{{ {name} }}}}\n{{{{ 无 }}}}")


def drawn(folder, body):
    """Render a sentence of an own template."""
    (folder / "句").write_text(f"{{% 分句 %}}\n{body}\n{{% 完 %}}", encoding="utf-8")
    (folder / "换行").write_text("一\n二", encoding="utf-8")
    words = {"甲": Value("三次", ("甲",)), "乙": Value("20份", ("乙",)), "无": ABSENT}
    words["项"] = {"有": words["甲"], "缺": ABSENT}
    return render_template(Templates.with_own(folder), "句", words)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ('"甲甲"', [("甲甲", set())]),
        ('选("甲甲", "乙乙")', [("乙乙", set()), ("甲甲", set())]),
        ('选("甲甲" | 配(无), "乙乙" | 配(乙, 无))', [("乙乙", {"乙"})]),
        ('选("甲甲", "乙乙") | 配(甲)', [("乙乙", {"甲"})]),
        ('选(选("甲甲", "乙乙") | 配(甲), "丙丙")', [("乙乙", {"甲"}), ("丙丙", set())]),
        ('"甲甲" | 配(无)', []),
        ("无", []),
    ],
)
def test_a_label_comes_with_its_wordings_and_what_each_speaks_of(label, expected, tmp_path):
    (tmp_path / "句").write_text(f"{{% 要点 {label} %}}三次。", encoding="utf-8")
    words = {"甲": Value("三次", ("甲",)), "乙": Value("20份", ("乙",)), "无": ABSENT}
    words["选"] = lambda *options: [one for one in options if one is not ABSENT][-1]
    (point,) = points_of(render_template(Templates.with_own(tmp_path), "句", words))
    assert [(one.text, set(one.grounds)) for one in point.labels] == expected


def test_a_sentence_keeps_the_grounds_of_its_clauses():
    assert marks.grounds(join_clauses(f"开展活动{A}\n发放资料{B}\n败诉{ZERO}")) == ("甲", "乙", "丙")
