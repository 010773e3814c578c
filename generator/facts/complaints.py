"""pydantic's error types -> sentences for a clerk; keyed by type, never by its English text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.near import nearest_name
from generator.yamltext.path import dotted

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
    known = [field.alias or key for key, field in model.model_fields.items()]
    if kind == "extra_forbidden":
        near = nearest_name(name, known)
        fix = f"是不是“{near}”？" if near else f"这里可写：{'、'.join(known)}。"
        return "事实-02", f"没有“{name}”这一项。", fix
    return "事实-01", *_misread(error, kind, name, known)


def _misread(error: Any, kind: str, name: str, known: list[str]) -> tuple[str, str]:
    place = dotted(error["loc"])
    if kind == "misread":
        return error["ctx"]["message"] + "。", error["ctx"]["fix"]
    if kind in _MAPPINGS and "：" in str(error["input"]):
        return f"“{place}”里的冒号是全角的。", "请改为半角冒号加一个空格，例如“问题: 执法装备不全”。"
    if kind in _MAPPINGS:
        return f"“{place}”下面应逐行写“名称: 内容”。", f"这里可写：{'、'.join(known)}。"
    if kind in _LISTS:
        fix = "请在每一项开头加半角短横和一个空格；一项有几行的，其余各行与短横后面的字对齐。"
        return f"“{name}”应逐项写，每项前面加“- ”。", fix
    if kind == "string_type":
        return f"“{name}”应为一行文字，写的是一组。", f"请写成“{name}: 文字”。"
    return f"“{name}”的写法不对。", "请对照 nianbao new 生成的样表改正。"
