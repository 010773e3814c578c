"""The rule on villages of other units keeps quiet where a unit names all of its own."""

import pytest

from generator.checks import findings
from generator.checks.gather import Known
from generator.commands.steps import Given, material_of, prepare_report
from tests.finished import EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_usual_word_is_taken_for_a_village(tmp_path, path):
    text = path.read_text(encoding="utf-8")
    level = next(line for line in text.split("\n") if line.startswith("  级别: "))
    copy = tmp_path / path.name
    copy.write_text(text.replace(level, f"{level}\n  辖区: {{村: 柳河村, 社区: 东湖社区}}"), encoding="utf-8")
    material = material_of(prepare_report(copy, Given()), Given(), Known())
    told = {
        material.blocks[finding.block].text[finding.start : finding.end]
        for rule, finding in findings(material)
        if rule.code == "雷同-11"
    }
    assert told == set()
