"""Who told the figures of a sentence, as a comment above it says."""

import pytest

from generator.yamltext.source_notes import has_notes, note_above, note_line


@pytest.mark.parametrize(
    ("lines", "line", "sources"),
    [
        (["  # 来源：【甲】乙1月5日，台账；【丙】丁"], 0, {"甲": "乙1月5日，台账", "丙": "丁"}),
        (["# 来源：【甲】乙", "# 请核对：丙"], 0, {"甲": "乙"}),
        (["# 来源：【甲】乙", "- 丙"], -1, {}),
        (["# 来源：台账"], -1, {}),
        (["丙    # 来源：【甲】乙"], -1, {}),
        ([], -1, {}),
    ],
)
def test_a_note_stands_right_above(lines, line, sources):
    note = note_above([*lines, "- 句"], len(lines))
    assert (note.line, dict(note.sources)) == (line, sources)


def test_what_is_written_is_read_again():
    sources = {"甲": "乙1月5日；下午，台账", "丙": "丁"}
    assert note_above([note_line(sources), "句"], 1).sources == sources
    assert has_notes([note_line(sources)])
    assert not has_notes(["来源：台账"])
