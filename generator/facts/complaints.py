"""pydantic's error types -> sentences for a clerk; keyed by type, never by its English text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.facts.path import dotted
from generator.facts.sections import nearest

if TYPE_CHECKING:
    from pydantic import BaseModel

_LISTS = {"tuple_type", "list_type"}
_MAPPINGS = {"model_type", "dict_type", "model_attributes_type"}


def sentence(error: Any, model: type[BaseModel]) -> tuple[str, str, str]:
    """Give the code, the message and the remedy for one of pydantic's errors.

    `error` is an item of `ValidationError.errors()`, `model` the record in which it arose.
    """
    kind, path = error["type"], error["loc"]
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if kind == "misread":
        return "事实-01", error["ctx"]["message"] + "。", error["ctx"]["fix"]
    if kind == "extra_forbidden":
        known = [field.alias or key for key, field in model.model_fields.items()]
        near = nearest(name, known)
        return (
            "事实-02",
            f"没有“{name}”这一项。",
            f"是不是“{near}”？" if near else f"这里可写：{'、'.join(known)}。",
        )
    if kind in _MAPPINGS:
        if "：" in str(error["input"]):
            return (
                "事实-01",
                f"“{dotted(path)}”里的冒号是全角的。",
                "请改为半角冒号加一个空格，例如“问题: 执法装备不全”。",
            )
        known = [field.alias or key for key, field in model.model_fields.items()]
        return "事实-01", f"“{dotted(path)}”下面应逐行写“名称: 内容”。", f"这里可写：{'、'.join(known)}。"
    if kind in _LISTS:
        return "事实-01", f"“{name}”应逐项写，每项前面加“- ”。", "请分行写，每项一行。"
    if kind == "string_type":
        return "事实-01", f"“{name}”应为一行文字，写的是一组。", f"请写成“{name}: 文字”。"
    return "事实-01", f"“{name}”的写法不对。", "请对照 nianbao new 生成的样表改正。"
