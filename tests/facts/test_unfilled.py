"""A form as it was made is unfilled; one value or one word of the report makes it one that is begun."""

from generator.commands.new import request_for
from generator.commands.steps import Given
from generator.facts.loading import readable_facts
from generator.facts.unfilled import is_unfilled
from generator.forms.scaffold import scaffold
from generator.resources import Templates
from generator.yamltext.source import read_source
from tests.each import each

FORM = scaffold(request_for("石桥镇", 2023, None, Given(), full=False))


@each(
    ("old", "new", "unfilled"),
    [
        ("导语:\n", "导语:\n", True),
        ("      化解: \n", "      化解: 0\n", False),
        ("      化解: \n", "      化解: \n      正文: 全年平安。\n", False),
        ("  - 问题: \n", "  - 问题: 执法力量薄弱\n", False),
        ("导语:\n", "导语: {目标: 建设法治政府}\n", False),
        ("  日期: \n", "  日期: 2024-01-20\n", True),
    ],
)
def test_a_form_is_unfilled_until_something_of_the_report_is_told(old: str, new: str, unfilled: bool) -> None:
    """The day of signature tells nothing of what was done."""
    assert old in FORM
    text = FORM.replace(old, new, 1)
    facts = readable_facts(read_source(text.encode(), "甲.yaml"), "甲.yaml", Templates()).facts
    assert is_unfilled(facts) is unfilled
