"""Where a figure goes that has no field of its own accord: into a field that is named, or into a topic's own words."""

from __future__ import annotations

from generator.preview.arrivals import Left
from generator.preview.field_search import field_path, topic_path
from generator.preview.form_model import FormMaterial
from generator.preview.form_remedies import AddSentence, TakeFigure
from generator.problems import UserError


def placing(material: FormMaterial, left: Left, name: str) -> TakeFigure | AddSentence:
    """Give the action for `name`, topic.field or a topic alone; raises UserError where there is none of that name."""
    topic, _, field = name.partition(".")
    if not (field or left.sentence):
        raise UserError("这里不是一句话，没有写进正文。", "请在“填到”里找一项，或者自己写一句。")
    try:
        if field:
            return TakeFigure(field_path(material, topic, field), left.written, "", left.origin)
        return AddSentence(topic_path(material, topic), left.sentence)
    except KeyError as error:
        raise UserError(f"没有“{name}”这一项。", "请从查到的里面选。") from error
