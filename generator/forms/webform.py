"""An office's form as one web page: opened by a double click, without a network; what is filled in is saved as YAML."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from typing import Any, NamedTuple

from generator.forms.asking import Asked, AskedTopic, OfficeForm
from generator.forms.marked_in import SENTENCES
from generator.forms.page_rules import page_rules, row_rules
from generator.forms.workbook import HEAD_KEYS
from generator.resources import Templates

_FOLDER = "填报页"
_MOST = 150_000
"""Bytes that a page may have: larger ones are slow to send and to open on old desktops."""
_LONG = frozenset({"文字", "名单"})


class PageRow(NamedTuple):
    """A row of the page, by the number that its parts are called by."""

    number: int
    row: Asked

    @property
    def long(self) -> bool:
        """Tell what takes more than a few words."""
        return self.row.name.startswith(SENTENCES) or bool(self.row.field and self.row.field.kind in _LONG)

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen, and what is chosen now."""
        return tuple(dict.fromkeys((*self.row.choices, *filter(None, (self.row.base,)))))


class PageTopic(NamedTuple):
    """A topic of the page: the rows that are asked, and those that may be filled in besides."""

    name: str
    usual: tuple[PageRow, ...]
    more: tuple[PageRow, ...]


def form_pages(form: OfficeForm, templates: Templates | None = None) -> dict[str, str]:
    """Give an office's form by the names of its files, without suffix: as a rule one, several where it is too large."""
    parts: list[tuple[AskedTopic, ...]] = [()]
    for topic in form.topics:
        longer = (*parts[-1], topic)
        fits = len(form_page(form._replace(topics=longer), templates).encode()) <= _MOST
        parts[-1:] = [longer] if fits or not parts[-1] else [parts[-1], (topic,)]
    if len(parts) == 1:
        return {form.stem: form_page(form, templates)}
    names = [f"{form.stem}-{number}" for number in range(1, len(parts) + 1)]
    return {
        name: form_page(form._replace(topics=topics), templates, name, form.identity)
        for name, topics in zip(names, parts, strict=True)
    }


def form_page(
    form: OfficeForm, templates: Templates | None = None, name: str = "", identity: str = ""
) -> str:
    """Give the page of a form, the same for the same content; it holds all that it needs.

    What it saves is called by `name`; of a part of a form the `identity` is the whole one's.
    """
    import jinja2

    folder = templates or Templates()
    style, script = (folder.read(f"{_FOLDER}/{one}").text for one in ("样式.css", "脚本.js"))
    page = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        folder.read(f"{_FOLDER}/页面.html.j2").text
    )
    return page.render(
        title=f"{form.unit}{form.year}年法治政府建设年度报告数据填报表（{form.office}）",
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        topics=[*_topics(form)],
        rules=_json(_rules(form, name or form.stem, identity or form.identity)),
    )


def _topics(form: OfficeForm) -> Iterator[PageTopic]:
    first = 0
    for topic in form.topics:
        rows = [PageRow(number, row) for number, row in enumerate(topic.rows, first)]
        first += len(rows)
        yield PageTopic(topic.name, _chosen(rows, usual=True), _chosen(rows, usual=False))


def _chosen(rows: Iterable[PageRow], *, usual: bool) -> tuple[PageRow, ...]:
    return tuple(one for one in rows if one.row.usual is usual)


def _rules(form: OfficeForm, name: str, identity: str) -> dict[str, Any]:
    head = (version("nianbao"), form.unit, str(form.year), form.office, identity)
    return {
        **page_rules(),
        "head": head,
        "headKeys": HEAD_KEYS,
        "file": f"{name}.yaml",
        "rows": [row_rules(row) for row in form.rows],
    }


def _json(data: Any) -> str:
    """Write data as it can stand in a page: no sign in it can end the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
