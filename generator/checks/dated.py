"""What a dated formulation is judged by: the library, and whether a sentence looks back or ahead."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from generator.checks.material import Material, ReportPart
from generator.checks.scan import Lexicon, has_shape
from generator.formulations import LIBRARY, Formulation, Library, WrongForm, library
from generator.patterns import pattern

_AHEAD = pattern(
    r"(?<![即强必])将(?=继续|进一步|持续|坚持|深入|认真|全面|围绕|紧|按照|以|严格|不断|从|重点|抓|推|开展)|下一步|下步|明年|下一年|今后|拟于|计划于"
)


def shelf(material: Material) -> Library:
    """Give the library of formulations, with the clerk's own file beside the report or facts file."""
    own = material.folder / LIBRARY if material.folder else None
    return _shelf(own, own.stat().st_mtime_ns if own and own.is_file() else 0)


@lru_cache(maxsize=8)
def _shelf(own: Path | None, changed: int) -> Library:
    return library(own=own if changed else None)


def looks_back(text: str, books: Library) -> bool:
    """Tell whether a sentence speaks of the past (原……更名, ……以来, 总结, 巩固……成果)."""
    return says(text, books, "回顾")


@lru_cache(maxsize=1024)
def says(text: str, books: Library, kind: str) -> bool:
    """Tell whether a sentence has one of the words of that kind: 学习, 筹备, 迎接."""
    return any(word in text for word in books.words.get(kind, ()))


def looks_ahead(material: Material, block: int, text: str) -> bool:
    """Tell whether a sentence is about the next year: it stands among the plans, or says so."""
    if material.parts[block] is ReportPart.PLANS or has_shape(_AHEAD, text):
        return True
    return material.year is not None and has_shape(_named(material.year + 1), text)


@lru_cache(maxsize=8)
def _named(year: int) -> re.Pattern[str]:
    return pattern(rf"{year}\s?年")


@lru_cache(maxsize=8)
def by_wording(books: Library) -> dict[str, Formulation]:
    """Give the formulations by their words."""
    return {entry.wording: entry for entry in books.formulations}


@lru_cache(maxsize=8)
def marks(books: Library) -> Lexicon[Formulation]:
    """Give the words by which formulations are told in a text."""
    return Lexicon({mark: entry for entry in books.formulations for mark in entry.marks})


@lru_cache(maxsize=8)
def wrong_forms(books: Library) -> Lexicon[tuple[Formulation, WrongForm]]:
    """Give the wrong forms that are to be reported; the right form hides a wrong one within it."""
    entries = {
        form.wrong: (entry, form)
        for entry in books.formulations
        for form in entry.wrong_forms
        if form.grade != "建议"
    }
    spared = {form.right for _, form in entries.values() if form.wrong in form.right}
    spared |= {name for name in (f"《{law}》" for law in books.law_names) if name not in entries}
    return Lexicon(entries, spared | set(_RIGHT))


_RIGHT = (
    "法制审核",
    "法制统一",
    "法制工作委员会",
    "法制工作机构",
    "镇（街道）法治审核",
    "基层法治审核",
    "国家税务总局",
    "中央依法治国办",
    "中央全面依法治国委员会",
    "市场监督局限",
    "全国法治宣传教育",
    "国家安全日常",
)
"""What holds a wrong form and is right."""
