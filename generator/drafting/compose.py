"""Facts -> the Markdown text of the report, each sentence with the facts behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.drafting import marks
from generator.drafting.annexes import Annex, appended
from generator.drafting.context import Setting, record_values, setting_for, unit_name
from generator.drafting.environment import render_template
from generator.drafting.notice import carried, chapter_order
from generator.drafting.opening import write_opening
from generator.drafting.parts import asked_after, write_duties, write_measures, write_records
from generator.drafting.values import marked_text, own_value
from generator.facts import Facts
from generator.facts.records import parts_of
from generator.formulations import Library, library
from generator.numbers.dates import chinese_date
from generator.resources import Templates
from generator.wording import chinese_number


@dataclass(frozen=True)
class Draft:
    """The report: its text as Markdown with the marks still inside, the head before it, the appendices after it."""

    marked: str
    head: str = ""
    appendices: str = ""

    @cached_property
    def markdown(self) -> str:
        """The Markdown text, ending in one line break."""
        return self.head + marks.finished(self.marked) + self.appendices

    @cached_property
    def sentences(self) -> tuple[marks.GroundedSentence, ...]:
        """Every sentence of the report's own text, title and headings included, with the paths of its facts."""
        lines = (line.lstrip("# ") for line in self.marked.split("\n"))
        return tuple(one for line in lines if line for one in marks.sentences(line))


def compose(
    facts: Facts,
    templates: Templates | None = None,
    formulations: Library | None = None,
    annexes: Sequence[Annex] = (),
) -> Draft:
    """Write the report of one facts file; what is still missing stands in it as 【待填：…】.

    Raises UserError when a template is at fault.
    """
    templates = templates or Templates()
    setting = setting_for(facts, templates, formulations or library(templates))
    skeleton = _skeleton(setting, annexes)
    body = render_template(templates, "报告.md.j2", {**setting.words, **skeleton})
    lines = [*map(str.rstrip, body.splitlines())]
    kept = [line for index, line in enumerate(lines) if line or (index and lines[index - 1])]
    marked = marks.in_paragraphs("\n".join(kept).strip("\n") + "\n")
    notice = facts.head.notice
    asked = _title(setting, notice.title, "通知.标题") if notice.title else ""
    written = [one["名称"] for one in skeleton["各部分"] if one["正文"]]
    clerks = len(facts.head.annexes)
    return Draft(
        marked,
        _front_matter(facts, carried(notice, asked, marked, written)),
        appended(annexes, clerks + 1, clerks + len(annexes)),
    )


def _skeleton(setting: Setting, annexes: Sequence[Annex]) -> dict[str, Any]:
    """Give what 报告.md.j2 puts together."""
    head = setting.facts.head
    return {
        "标题": _title(setting, head.title_form, _asked_in(head.title, "标题")),
        "主送机关": marked_text(
            "、".join(head.addressed_to).rstrip("：:"), _asked_in(head.addressees, "主送机关")
        )
        if head.addressed_to
        else "",
        "导语": write_opening(setting.facts, setting.templates, setting.words),
        "章": _chapters(),
        "各部分": _parts(setting),
        "附件": [
            *(marked_text(name, f"附件.{index}") for index, name in enumerate(head.annexes, start=1)),
            *(annex.title for annex in annexes),
        ],
        "署名": _signatures(setting.facts),
        "日期": marked_text(chinese_date(head.signature.day), "落款.日期") if head.signature.day else "",
    }


def _parts(setting: Setting) -> list[dict[str, str]]:
    """Give the parts in the order of the notice, each with the notice's title, or an empty text for the usual one."""
    head = setting.facts.head
    texts = {
        "举措成效": write_measures(setting),
        "第一责任人": write_duties(setting),
        "不足": write_records(setting, "不足", record_values(head.shortcomings, "不足", ("问题",))),
        "计划": write_records(setting, "计划", record_values(head.plans, "计划", ("措施",))),
    }
    left_out = setting.facts.left_out
    texts = {name: text if name in left_out else asked_after(text, name) for name, text in texts.items()}
    texts["其他情况"] = "\n\n".join(
        str(own_value(text, f"其他情况.{index}")) for index, text in enumerate(head.other, start=1)
    )
    titles = head.notice.titles.given
    return [
        {
            "名称": name,
            "标题": marked_text(titles[name], f"通知.部分标题.{name}") if name in titles else "",
            "正文": texts[name],
        }
        for name in chapter_order(head.notice)
    ]


def _chapters() -> Callable[[str, str], str]:
    """Give 章: it numbers the chapters that have a text, in the order in which the template asks for them."""
    count = 0

    def chapter(title: str, text: str) -> str:
        nonlocal count
        if not text:
            return ""
        count += 1
        return f"## {chinese_number(count)}、{title}\n\n{text}\n"

    return chapter


def _asked_in(own: object, key: str) -> str:
    """Give the path of what the file says itself, or leaves to its notice."""
    return key if own else f"通知.{key}"


def _title(setting: Setting, form: str, path: str) -> str:
    """Give the title in one of its usual forms, or as a whole where `form`, which stands at `path`, is none of them."""
    head = setting.facts.head
    context = {
        **setting.words,
        "单位": marked_text(unit_name(setting.facts), "单位.简称" if head.unit.short else "单位.名称"),
        "年度": marked_text(setting.words["年度"], "年度"),
        "形式": form,
        "自拟": marked_text(form, path),
    }
    return render_template(setting.templates, "标题.md.j2", context).strip()


def _signatures(facts: Facts) -> list[str]:
    """Sign only what is dated or signed: a report without 落款 has neither name nor day."""
    signature = facts.head.signature
    if not (signature.day or signature.names):
        return []
    path, names = ("落款.单位", signature.names) if signature.names else ("单位.名称", facts.head.unit.names)
    return [marked_text(name, path) for name in names or (facts.name,)]


def _front_matter(facts: Facts, asked: Mapping[str, Any]) -> str:
    """Give the head of the Markdown: only what its text cannot show, and what the notice asked for."""
    head: dict[str, Any] = {"印章": "是"} if facts.head.signature.seal else {}
    head |= asked
    for key, record in (("版头", facts.head.letterhead), ("版记", facts.head.imprint)):
        if record is not None:
            head[key] = {
                part.name: list(raw) if isinstance(raw, tuple) else str(raw)
                for attribute, part in parts_of(type(record)).items()
                if (raw := getattr(record, attribute)) not in ("", (), None)
            }
    if not head:
        return ""
    import yaml

    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False)}---\n\n"
