"""Figures that can be no field."""

from generator.recognition.unknown import label_alone


def test_of_a_plan_no_figure_is_a_field():
    assert [(one.label, one.field) for one in label_alone("新聘专职调解员2名，7天内到岗。")] == [
        ("新聘专职调解员", None)
    ]
