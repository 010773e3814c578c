"""The pages of the manual that are made when it is built: long references in parts, the library, the examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

from tied import example_page

from generator.commands.explain import explain_sentences
from generator.commands.steps import Given, Prepared, prepare_report
from generator.formulations import Formulation, library
from generator.resources import Templates
from generator.topics.grouping import read_grouping

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

_TOPICS_SPLIT = re.compile(r"^(?=#{2,3} )", re.MULTILINE)
_RULES_SPLIT = re.compile(r"^(?=## )", re.MULTILINE)
_TITLE = re.compile(r"#+ (.+)\n")
_RULE = re.compile(r"^#{3,4} (\S+-\d+) (.+)$", re.MULTILINE)

_FORMULATIONS = """# 提法库

报告里常用的规范说法，各自从哪天起可以写、到哪天为止。本页由 `templates/提法.yaml` 生成，共{count}条，其中法律、法规{laws}条。
导语照它选词，“提法”各条规则照它查；`nianbao topics --formulations --year 2024` 列出2024年度的报告可以写的。

“起”一栏空着的，没有查到起始日期，哪一年都可以写；“止”一栏是还能当现行的来写的最后一天，空着的现在仍可以写。
只查得到月份的写当月1日，只查得到年份的写1月1日。写“{guiding}”的看成文日期，其余看报告年度。
要添自己的说法，在事实文件旁边放一个同样格式的 `提法.yaml`，写法写在 `templates/提法.yaml` 的开头。
"""
_EXAMPLES = """# 示例

五份事实文件和由它们写成的报告。左边是报告，右边是事实文件；点报告里的一句话，右边标出它依据的各行；点右边的一行，左边标出用到它的句子。
颜色淡的是标题、导语、过渡一类的固定用语，不含事实。没有脚本的浏览器里，句子后面的小字是行号，点它就到那一行。

文件都在 `examples` 文件夹里，单位是真实的，数字取自它们公开的报告；句子由程序写成，不是原文。

| 单位 | 年度 | 报告 | 事实文件 |
|---|---|---|---|
"""


def made_pages(written: Mapping[str, str]) -> dict[str, str]:
    """Give the text of each page that is made, by its file's name; those of `written` that are too long among them."""
    return {
        **topic_pages(written["主题.md"]),
        **rule_pages(written["检查.md"]),
        "提法库.md": formulation_page(),
        **example_pages(),
    }


def topic_pages(text: str) -> dict[str, str]:
    """Split the reference of topics by the headings that a new file has; 主题.md leads to them all."""
    head, *sections = _TOPICS_SPLIT.split(text)
    by_title = {_title(section): section for section in sections}
    top = [by_title.pop(name) for name in ("字段的类型", "新文件里的标题")]
    pages: dict[str, dict[str, str]] = {}
    del by_title["举措成效"], by_title["第一责任人"]
    for group in read_grouping(Templates()):
        pages[group.headings[0].text] = {name: by_title.pop(name) for name in group.topics}
    own = {name: by_title.pop(name) for name in list(by_title) if "{{" not in name}
    pages["第一责任人"] = own
    made = {}
    listing = ["\n## 各主题\n\n| 标题 | 主题 |\n|---|---|"]
    for title, topics in pages.items():
        file = f"主题-{title}.md"
        links = "、".join(f"[{name}]({file}#{name})" for name in topics)
        listing.append(f"| [{title}]({file}) | {links} |")
        made[file] = f"# {title}\n\n" + "".join(_raised(section) for section in topics.values())
    return {"主题.md": "".join([head, *top]) + "\n".join(listing) + "\n", **made}


def rule_pages(text: str) -> dict[str, str]:
    """Split the reference of rules by their groups; 检查.md lists them all."""
    head, *groups = _RULES_SPLIT.split(text)
    made, listing = {}, []
    for section in groups:
        title = _title(section)
        name = title.partition("（")[0]
        file = f"检查-{name}.md"
        made[file] = _raised(section)
        rows = [
            f"| [{code}]({file}#{_anchor(f'{code} {about}')}) | {about} |"
            for code, about in _RULE.findall(section)
        ]
        listing += [f"\n## {title}\n\n| 代码 | 查什么 |\n|---|---|", *rows]
    return {"检查.md": head + "\n".join(listing) + "\n", **made}


def formulation_page() -> str:
    """Give the library of formulations by kind: each with its days, what follows it, wrong forms and source."""
    entries = list(library())
    laws = [one for one in entries if one.kind == "法律"]
    parts = [_FORMULATIONS.format(count=len(entries), laws=len(laws), guiding="指导")]
    others = [one for one in entries if one.kind != "法律"]
    for kind, members in groupby(sorted(others, key=lambda one: one.kind), key=lambda one: one.kind):
        parts.append(
            f"\n## {kind}\n\n| 说法 | 用途 | 起 | 止 | 此后写 | 误写 | 出处 |\n|---|---|---|---|---|---|---|\n"
        )
        parts += [_formulation_row(one) for one in members]
    parts.append("\n## 法律、法规\n\n| 名称 | 公布 | 施行 | 止 | 由什么接替 |\n|---|---|---|---|---|\n")
    parts += [
        _row(one.wording, _day(one.published), _day(one.since), _day(one.until), one.successor)
        for one in laws
    ]
    return "".join(parts)


def example_pages() -> dict[str, str]:
    """Give the page of each example, and the one that leads to them."""
    made, rows = {}, []
    for path in sorted(EXAMPLES.glob("*.yaml")):
        prepared: Prepared = prepare_report(path, Given(Templates()))
        unit, _, year = path.stem.partition("-")
        file = f"示例-{path.stem}.md"
        sentences = explain_sentences(prepared)
        made[file] = example_page(path, prepared.markdown, sentences)
        with_facts = sum(not one.formulaic for one in sentences)
        rows.append(
            _row(f"[{unit}]({file})", year, f"{len(sentences)}句，{with_facts}句有依据", f"`{path.name}`")
        )
    return {"示例.md": _EXAMPLES + "".join(rows), **made}


def _formulation_row(one: Formulation) -> str:
    wrong = "；".join(form.wrong for form in one.wrong_forms if form.grade != "建议")
    return _row(one.wording, one.use, _day(one.since), _day(one.until), one.successor, wrong, one.source)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "／").replace("\n", " ") for cell in cells) + " |\n"


def _day(day: date | None) -> str:
    return f'<span class="whole">{day}</span>' if day else ""


def _title(section: str) -> str:
    found = _TITLE.match(section)
    return found[1] if found else ""


def _raised(section: str) -> str:
    """Give a section one level higher up."""
    return re.sub(r"^#(?=#+ )", "", section, flags=re.MULTILINE)


def _anchor(heading: str) -> str:
    """Give the anchor that both GitHub and the builder make of a heading."""
    return re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-")
