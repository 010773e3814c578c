"""From an old report to this year's file and its forms: whatever was in it, the program can read what it wrote."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.commands.form import write_pages
from generator.commands.import_report import imported
from generator.commands.new import request_for, start_facts
from generator.commands.steps import Given
from generator.facts.loading import readable_facts
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.often import often

TEMPLATES = Templates()
PASSAGES = st.lists(
    st.sampled_from(
        [
            "全年排查矛盾纠纷231件，化解【228】件。",
            "纠纷类型",
            "74",
            "一是普法形式单一。",
            "2025年，我乡将重点做好以下工作：",
            "依申请公开2件，均按期答复。",
            "特此报告。",
            "（一）执法力量薄弱。只有3人持证。",
        ]
    ),
    min_size=1,
    max_size=4,
)
TITLES = ("主要举措和成效", "第一责任人履职情况", "存在的不足", "2025年工作计划")
_HEADED = "（一）深入学习。组织学法12次。"
INNER = re.compile(r"[\ue000-\uf8ff]|\\u(?:e[0-9a-f]|f[0-8])")


@often(4)
@example(
    parts=(
        ["特此报告。"],
        ["74"],
        ["一是普法形式单一。"],
        ["2025年，我乡将重点做好以下工作：", "一是提升干部能力。"],
    )
)
@given(parts=st.tuples(PASSAGES, PASSAGES, PASSAGES, PASSAGES))
def test_no_inner_sign_reaches_a_file_made_of_an_old_report(parts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("旧")
    chapters = [
        "\n".join([f"{number}、{title}", *([] if at > 1 else [_HEADED]), *texts])
        for at, (number, title, texts) in enumerate(zip("一二三四", TITLES, parts, strict=True))
    ]
    old = folder / "旧.txt"
    head, foot = ("红岩乡2024年法治政府建设年度报告", "县政府："), ("红岩乡人民政府", "2024年12月20日")
    old.write_text("\n".join([*head, *chapters, *foot]), encoding="utf-8")
    assert not INNER.search(imported(old, TEMPLATES).text)

    path, _kept = start_facts(request_for("", None, None, Given(TEMPLATES, old), full=False), folder)
    text = path.read_text(encoding="utf-8")
    assert not INNER.search(text)
    assert readable_facts(read_source(text.encode(), path.name), path.name, TEMPLATES).problems == ()
    for form in write_pages(path, Given(TEMPLATES), folder / "表"):
        assert not INNER.search(form.path.read_text(encoding="utf-8"))
