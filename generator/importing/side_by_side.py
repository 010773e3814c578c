"""One page that shows an old report on the left, its figures coloured, and the facts file on the right."""

from __future__ import annotations

from html import escape

from generator.importing.assembling import OldReport
from generator.importing.marking import MarkedLine, MarkedOld, State
from generator.importing.proving import Proof

_CLASSES = {State.SURE: "sure", State.DOUBTFUL: "doubt", State.OWN: "own", State.BARE: "bare"}
_STYLE = """
:root { --ink: #1f2328; --line: #d0d7de; --sure: #d6f0db; --doubt: #fde3a8; --own: #d8e6fb; --bare: #f6d5d5; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; }
body { font: 16px/1.75 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
header { padding: 16px 24px; border-bottom: 1px solid var(--line); }
h1 { margin: 0 0 4px; font-size: 20px; }
h2 { margin: 0; padding: 12px 24px 0; font-size: 16px; }
header p { margin: 4px 0; }
.key span, mark { padding: 1px 4px; border-radius: 3px; color: inherit; }
.sure { background: var(--sure); } .doubt { background: var(--doubt); }
.own { background: var(--own); } .bare { background: var(--bare); }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { min-width: 0; border-right: 1px solid var(--line); }
article { padding: 4px 24px 24px; }
pre { margin: 0; padding: 8px 24px 24px; white-space: pre-wrap; overflow-wrap: anywhere; }
pre { font: 14px/1.7 "Noto Sans Mono CJK SC", "SimSun", monospace; }
article h3 { margin: 16px 0 4px; font-size: 16px; }
article p { margin: 4px 0; text-indent: 2em; }
table { border-collapse: collapse; margin: 8px 24px 16px; font-size: 15px; }
th, td { border: 1px solid var(--line); padding: 4px 10px; text-align: left; vertical-align: top; }
ul { margin: 4px 0 12px; padding-left: 48px; }
@media (max-width: 800px) { main { grid-template-columns: 1fr; } }
@media print { main { display: block; } }
"""


def side_by_side(old: OldReport, facts: str, proof: Proof) -> str:
    """Give the page: what to look at first, then both sides; one static file that loads nothing."""
    title = escape(old.front.title or "原报告")
    body = [
        f"<header><h1>{title}：原文与事实文件对照</h1><p>{escape(proof.summary)}。</p>{_key()}</header>",
        _to_look_at(old),
        _left_out(old, proof),
        f"<main><section aria-label='原文'><h2>原文</h2><article>{_text(old)}</article></section>",
        f"<section aria-label='事实文件'><h2>事实文件</h2><pre>{escape(facts)}</pre></section></main>",
    ]
    return (
        "<!DOCTYPE html>\n<html lang='zh-CN'><head><meta charset='utf-8'>"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{title}</title><style>{_STYLE}</style></head><body>{''.join(body)}</body></html>\n"
    )


def _key() -> str:
    kinds = (
        ("sure", "定：认准的字段"),
        ("doubt", "疑：请核对的字段"),
        ("own", "自己的叫法"),
        ("bare", "没有标注"),
    )
    return (
        "<p class='key'>" + " ".join(f"<span class='{name}'>{told}</span>" for name, told in kinds) + "</p>"
    )


def _to_look_at(old: OldReport) -> str:
    """Give the figures without a certain field, those without any name first."""
    figures = [(one, line) for line in old.marked.lines for one in line.figures if _is_open(one)]
    figures.sort(key=lambda pair: _ORDER.index(pair[0].state))
    if not figures:
        return ""
    rows = "".join(
        f"<tr><td><mark class='{_CLASSES[one.state]}'>{escape(one.written)}</mark></td><td>{escape(_said(one))}</td>"
        f"<td>{escape(line.old.text)}</td></tr>"
        for one, line in figures
    )
    return (
        f"<h2>请看的数（{len(figures)}个）</h2>"
        f"<table><thead><tr><th>数</th><th>名称</th><th>原句</th></tr></thead><tbody>{rows}</tbody></table>"
    )


_ORDER = (State.BARE, State.OWN, State.DOUBTFUL, State.SURE)


def _is_open(one: MarkedOld) -> bool:
    return one.state is not State.SURE


def _said(one: MarkedOld) -> str:
    if one.state is State.DOUBTFUL:
        return f"认作“{one.home}.{one.field}”"
    called = f"用了原文的叫法“{one.label}”" if one.label else "起不出名称，没有标注"
    return f"{called}；可能是“{one.likely}”" if one.likely else called


def _left_out(old: OldReport, proof: Proof) -> str:
    """List what was changed and what is not in the facts file."""
    lists = (
        ("读入时的整理", old.told),
        ("没有写入事实文件的", old.dropped),
        ("与原文不同的", tuple(f"{one.old} → {one.new}" for one in proof.changed)),
        ("分段与原文不同的", proof.cut),
    )
    return "".join(
        f"<h2>{name}（{len(items)}处）</h2><ul>{''.join(f'<li>{escape(one)}</li>' for one in items)}</ul>"
        for name, items in lists
        if items
    )


def _text(old: OldReport) -> str:
    """Give the old report in the order of the facts file, its figures coloured."""
    report = old.marked
    pieces = [f"<h3>{escape(old.front.title)}</h3>", _paragraphs(report.opening)]
    for heading in (*report.measures, *report.duties):
        pieces.append(f"<h3>{escape(heading.text)}</h3>" if heading.text else "")
        lines = (*heading.lead, *(line for topic in heading.topics for line in topic.lines))
        pieces.append(_paragraphs(lines))
    for group in (*report.shortcomings, *report.plans):
        pieces.append(f"<h3>{escape(group.key)}</h3>" if group.key else "")
        pieces.append(_paragraphs(group.lines))
    pieces.append(_paragraphs(report.other))
    return "".join(pieces)


def _paragraphs(lines: tuple[MarkedLine, ...]) -> str:
    text = ""
    for number, line in enumerate(lines):
        begin = "</p><p>" if line.old.begins and number else ""
        text += begin + _coloured(line)
    return f"<p>{text}</p>" if text else ""


def _coloured(line: MarkedLine) -> str:
    text, at = "", 0
    for one in line.figures:
        told = escape(_said(one) if _is_open(one) else f"{one.home}.{one.field}", quote=True)
        text += escape(line.old.text[at : one.start])
        text += f"<mark class='{_CLASSES[one.state]}' title='{told}'>{escape(one.written)}</mark>"
        at = one.end
    return text + escape(line.old.text[at:])
