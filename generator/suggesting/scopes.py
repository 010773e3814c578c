"""Whose figures a sentence tells: 全县 goes on until the unit is named (我镇, 镇里), whose figures these are from there."""

from __future__ import annotations

from generator.patterns import pattern

_UNIT = "[我本全][镇乡]|[我本全]街道|(?<=[，、])街道|[镇乡]里|[我本](?:[所队办站]|单位)|辖区"
_SCOPE = pattern(f"(?:^|(?<=[，、：]))(?P<wider>全[县市区省国]|[县市区省]里)|{_UNIT}")
_NAMED = pattern(_UNIT)


def scope_of(text: str) -> str:
    """Give the wider place whose figures follow on a text; empty where they are the unit's."""
    scopes = [*_SCOPE.finditer(text)]
    return scopes[-1]["wider"] or "" if scopes else ""


def turns_to_unit(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence of a wider place names the unit between two places: 全县412人，我镇23人."""
    return bool(scope_of(text[:start]) and _NAMED.search(text, start, end))
