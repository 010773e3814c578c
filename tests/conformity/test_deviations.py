"""What deviates from the layout in others' Word files, and that nothing does in ours."""

from pathlib import Path

import pytest

from generator.commands.steps import Given, prepare_report
from generator.conformity.deviations import layout_problems
from generator.conformity.refit import refitted
from generator.document.word.docx import write_docx
from generator.intake.foreign import open_word
from tests.cli.command import EXAMPLES
from tests.conformity.samples import somebody_elses
from tests.each import each


@each(
    ("code", "words"),
    [
        ("排版-01", "纸张是216×279毫米，应为210×297毫米"),
        ("排版-01", "天头是25.4毫米，应为37毫米"),
        ("排版-02", "标题的字体是宋体，应为小标宋（第7.3.1条）"),
        ("排版-02", "一级标题加粗了"),
        ("排版-02", "二级标题的字体是宋体，应为楷体"),
        ("排版-03", "正文的字号是小4号，应为3号（第7.3.3条）：2处"),
        ("排版-04", "正文首行用2个空格顶开，应左空2字"),
        ("排版-04", "正文首行没有缩进，应左空2字（第7.3.3条）：“执法力量不足。”"),
        ("排版-04", "署名右空0字，应右对齐"),
        ("排版-05", "行距是1.5倍行距，每面排不成22行，应为固定值28.95磅"),
        ("排版-05", "段后有间距"),
        ("排版-06", "没有页码"),
    ],
)
def test_what_an_office_sets_otherwise_is_told(layout, code, words):
    told = layout_problems(open_word(somebody_elses(), "甲.docx"), layout)
    assert any(one.code == code and words in one.message for one in told), [one.message for one in told]
    assert not any("表里的话" in one.message for one in told)
    assert all(one.level.value == "提醒" and "--fix" in one.fix for one in told)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda one: one.stem)
def test_our_own_reports_deviate_in_nothing(layout, path: Path):
    data = write_docx(prepare_report(path, Given()).document, layout)
    assert layout_problems(open_word(data, "甲.docx"), layout) == ()


def test_a_closing_set_for_a_seal_is_as_it_should_be_and_is_kept(layout, tmp_path):
    facts = tmp_path / "甲.yaml"
    text = (EXAMPLES / "稷下街道-2023.yaml").read_text(encoding="utf-8")
    facts.write_text(text.replace("落款:\n", "落款:\n  印章: 是\n"), encoding="utf-8")
    prepared = prepare_report(facts, Given())
    data = write_docx(prepared.document, layout)
    assert data != write_docx(prepare_report(EXAMPLES / "稷下街道-2023.yaml", Given()).document, layout)
    assert layout_problems(open_word(data, "甲.docx"), layout) == ()
    assert layout_problems(open_word(refitted(data, "甲.docx", layout), "甲.docx"), layout) == ()
