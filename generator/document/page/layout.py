"""The layout: every measure of the page from 版式.yaml, single values overridden by a unit's own file.

What a value may be is told by the built-in one: where that is a length, a length is wanted, and so on; so the file
with the measures is also the list of what there is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from generator.document.page.lengths import is_length, is_size, size, twips
from generator.document.text.block import Document
from generator.encodings import decode_text
from generator.files import read_bytes
from generator.patterns import pattern
from generator.problems import FactsError, Problem, UserError
from generator.resources import Templates, yaml_texts
from generator.yamltext.mapping import Mapping, near_advice, read_mapping

_CODE = "版式-01"
_NAME = "版式.yaml"
_CHOICES = {
    "一级标题.排法": ("独立成行",),
    "二级标题.排法": ("段首", "段首分隔", "独立成行"),
    "三级标题.排法": ("段首", "段首分隔", "独立成行"),
    "四级标题.排法": ("段首", "段首分隔", "独立成行"),
    "页码.位置": ("外侧", "居中"),
}
_WORD_OR_LENGTH = {"版心.行距": "按每面行数", "版心.字距": "按每行字数"}
_COLOUR = pattern(r"[0-9A-Fa-f]{6}")
_FREE = "字体别名"
_FAMILIES = "字体"
_LATIN = "字体.西文"

Value = str | tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Layout:
    """Every measure by its path, such as `页边.天头`; lengths in twips, sizes in points.

    Two layouts are the same only if they are one object, so that what is built from one can be kept beside it.
    """

    values: dict[str, Value] = field(repr=False)

    def text(self, key: str) -> str:
        """Give a value as it is written."""
        return str(self.values[key])

    def names(self, key: str) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self.values[key]
        return value if isinstance(value, tuple) else (value,)

    def number(self, key: str) -> int:
        """Give a whole number."""
        return int(self.text(key))

    def flag(self, key: str) -> bool:
        """Tell whether a value is 是."""
        return self.values[key] == "是"

    def points(self, key: str) -> float:
        """Give a size of characters in points."""
        return size(self.text(key))

    def twips(self, key: str, character: float | None = None) -> int:
        """Give a length in twips; 字 is as wide as `character` twips, else as a character of the body text."""
        return twips(self.text(key), character=character or self.character, line=self.line)

    def font(self, key: str) -> str:
        """Give the name of the font that an element is set in, from its family."""
        return self.names(f"{_FAMILIES}.{self.text(key)}")[0]

    @cached_property
    def character(self) -> float:
        """Give the size of a character of the body in twips."""
        return 20 * self.points("正文.字号")

    @cached_property
    def text_width(self) -> int:
        """Give the width of the type area (版心) in twips."""
        return self._page("纸张.宽") - self._page("页边.订口") - self._page("页边.切口")

    @cached_property
    def text_height(self) -> int:
        """Give the height of the type area in twips."""
        return self._page("纸张.高") - self._page("页边.天头") - self._page("页边.地脚")

    @cached_property
    def line(self) -> int:
        """Give the pitch of the body's lines in twips: as many as are wanted fill the type area."""
        if self.text("版心.行距") != _WORD_OR_LENGTH["版心.行距"]:
            return self._page("版心.行距")
        return math.floor(self.text_height / self.number("版心.每面行数"))

    def _page(self, key: str) -> int:
        return twips(self.text(key), character=self.character, line=0)

    @cached_property
    def pitch(self) -> int:
        """Give what is added to each character of the body in twips, so that as many as are wanted fit a line."""
        wanted = self.text("版心.字距")
        if wanted != _WORD_OR_LENGTH["版心.字距"]:
            return self.twips("版心.字距")
        return math.floor(self.text_width / self.number("版心.每行字数") - self.character)

    def changed(self, own: Mapping) -> Layout:
        """Give this layout with the values that a mapping overrides.

        Raises FactsError naming every mistake in it.
        """
        given = dict(_flat(own.data))
        faults = [problem for path, value in given.items() if (problem := self._fault(own, path, value))]
        if not faults:
            layout = Layout(
                {**self.values, **{".".join(path): _value(value) for path, value in given.items()}}
            )
            faults = list(layout._impossible(own))
        if faults:
            raise FactsError(faults)
        return layout

    def _fault(self, own: Mapping, path: tuple[str, ...], value: Any) -> Problem | None:
        key = ".".join(path)
        if path[0] == _FREE and len(path) == 2 and isinstance(value, str) and value:
            return None
        if key not in self.values:
            return own.problem(_CODE, f"版式里没有“{key}”这一项", self._advice(path), *path)
        wanted = self._wanted(key, value)
        return own.problem(_CODE, f"“{key}”写的是“{_shown(value)}”", wanted, *path) if wanted else None

    def _advice(self, path: tuple[str, ...]) -> str:
        sections = dict.fromkeys(key.split(".")[0] for key in self.values)
        if path[0] not in sections:
            return near_advice(path[0], sections)
        return near_advice(
            path[-1], (key.split(".")[1] for key in self.values if key.startswith(path[0] + "."))
        )

    def _wanted(self, key: str, value: Any) -> str:
        """Say what a value should be, or nothing if it is right."""
        default = self.values[key]
        if isinstance(default, tuple):
            listed = isinstance(value, list) and value and all(isinstance(one, str) and one for one in value)
            return "" if listed or (isinstance(value, str) and value) else "应写成列表，例如 [甲, 乙]。"
        if not isinstance(value, str) or not value:
            return f"应写一个值，例如 {default}。"
        for right, advice in _tests(key, default, tuple(self.values)):
            if not right(value):
                return advice
        return ""

    def _impossible(self, own: Mapping) -> Iterator[Problem]:
        character = self.character
        if self.text_width < 10 * character:
            yield own.problem(_CODE, "页边太宽，版心排不下十个字", "请核对“页边”和“纸张”。", "页边")
        elif self.text_height < 5 * character or self.line < character:
            yield own.problem(_CODE, "行距小于字高，或版心太矮", "请核对“页边”“版心”和“正文.字号”。", "版心")
        elif not 0 <= self.twips("落款.字距最多调整") <= character / 4:
            yield own.problem(
                _CODE, "“字距最多调整”太大，或小于0", "应在0磅到字号的四分之一之间。", "落款", "字距最多调整"
            )
        elif self.pitch < -character / 4:
            yield own.problem(
                _CODE, "每行字数太多，字会挤在一起", "请改小“版心.每行字数”。", "版心", "每行字数"
            )


def read_layout(templates: Templates, override: Path | None = None) -> Layout:
    """Give the built-in layout, with the values of a unit's own file in their place.

    Raises FactsError naming every mistake in the file, UserError when it cannot be read.
    """
    layout, builtin = _builtin()
    own = templates.read(_NAME)
    if own.path != builtin:
        layout = layout.changed(read_mapping(own.text, file=str(own.path), code=_CODE))
    if override is None:
        return layout
    decoded = decode_text(read_bytes(override))
    if decoded is None:
        raise UserError(f"版式文件读不出来：{override}", "请把它另存为 UTF-8 编码的文本文件。")
    return layout.changed(read_mapping(decoded.text, file=str(override), code=_CODE))


def layout_of(document: Document, layout: Layout) -> Layout:
    """Give the layout with what the document's own front matter changes in it."""
    return layout.changed(document.front.inside("版式")) if document.head.get("版式") else layout


@cache
def _builtin() -> tuple[Layout, Path]:
    builtin = Templates().read(_NAME)
    given = yaml_texts(builtin.text)
    return Layout({".".join(path): _value(value) for path, value in _flat(given)}), builtin.path


def _tests(key: str, default: str, keys: tuple[str, ...]) -> Iterator[tuple[Any, str]]:
    """Give the tests that a value at a key must pass, each with the advice where it doesn't."""
    leaf = key.rpartition(".")[2]
    if key in _CHOICES:
        yield (lambda value: value in _CHOICES[key]), f"可以写 {'、'.join(_CHOICES[key])}。"
    elif leaf.endswith("字体") and key.count(".") == 1:
        families = [
            name.split(".")[1] for name in keys if name.startswith(_FAMILIES + ".") and name != _LATIN
        ]
        yield (
            (lambda value: value in families),
            f"写字体的类别：{'、'.join(families)}；具体字体在“{_FAMILIES}”里改。",
        )
    elif leaf.endswith("字号"):
        yield is_size, "应写字号，例如 3号、小四 或 16磅。"
    elif leaf.endswith("颜色"):
        yield _COLOUR.fullmatch, "应写六位的颜色值，例如 FF0000。"
    elif key in _WORD_OR_LENGTH:
        word = _WORD_OR_LENGTH[key]
        yield (
            (lambda value: value == word or (is_length(value) and not value.endswith("行"))),
            f"可以写 {word}，或一个长度，例如 28磅。",
        )
    elif default in {"是", "否"}:
        yield (lambda value: value in {"是", "否"}), "只写“是”或“否”。"
    elif default.isdigit():
        yield (
            (lambda value: value.isascii() and value.isdigit() and 0 < int(value) < 1000),
            f"应写整数，例如 {default}。",
        )
    elif is_length(default):
        yield is_length, f"应写长度，例如 {default}；单位可以是毫米、厘米、磅、字、行。"


def _flat(data: dict[str, Any], above: tuple[str, ...] = ()) -> Iterable[tuple[tuple[str, ...], Any]]:
    for key, value in data.items():
        path = (*above, key)
        if isinstance(value, dict):
            yield from _flat(value, path)
        else:
            yield path, value


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else str(value)


def _shown(value: Any) -> str:
    text = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 20 else text[:20] + "…"
