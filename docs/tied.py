"""A report beside its facts file: each sentence knows the lines that it rests on, each line the sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from generator.commands.explain import Explained
from generator.drafting.marks import unescape

_HEAD = """---
hide:
  - navigation
  - toc
---

# {title}

{count}句话，{with_facts}句有依据，{formulaic}句是标题、导语一类的固定用语。点一句话，右边标出它依据的各行；点一行，左边标出用到它的句子。[回到示例](示例.md)

"""
_HEADING = re.compile(r"(#+) ")


def example_page(path: Path, markdown: str, sentences: Sequence[Explained]) -> str:
    """Give the page of one example as Markdown with the two columns as HTML, which need no script to be read."""
    title, *paragraphs = report_paragraphs(markdown, sentences)
    formulaic = sum(one.formulaic for one in sentences)
    head = _HEAD.format(
        title=title[1][0].text,
        count=len(sentences),
        with_facts=len(sentences) - formulaic,
        formulaic=formulaic,
    )
    report = [_paragraph(level, said, path.name) for level, said in paragraphs]
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    file = [_line(number, line) for number, line in enumerate(lines, 1)]
    return "\n".join(
        [
            f'{head}<div class="tied" markdown="0">',
            '<section class="tied-report" aria-label="报告" tabindex="0">',
            *report,
            "</section>",
            f'<section class="tied-file" aria-label="事实文件" tabindex="0"><p>{escape(path.name)}</p><ol>',
            *file,
            "</ol></section>",
            "</div>",
            "",
        ]
    )


def report_paragraphs(
    markdown: str, sentences: Iterable[Explained]
) -> Iterator[tuple[int, tuple[Explained, ...]]]:
    """Give each paragraph of a report with its level as a heading, 0 for text, and its sentences.

    Raises ValueError where the sentences are not those of the text.
    """
    rest = iter(sentences)
    for line in markdown.split("\n"):
        if not line.strip():
            continue
        heading = _HEADING.match(line)
        text = unescape(line[heading.end() :] if heading else line)
        said: list[Explained] = []
        while (told := "".join(one.text for one in said)) != text:
            if not text.startswith(told):
                raise ValueError(text)
            said.append(next(rest))
        yield len(heading[1]) if heading else 0, tuple(said)


def _paragraph(level: int, sentences: Iterable[Explained], file: str) -> str:
    said = "".join(_sentence(one, file) for one in sentences)
    return f'<p role="heading" aria-level="{level}">{said}</p>' if level else f"<p>{said}</p>"


def _sentence(one: Explained, file: str) -> str:
    lines = sorted({ground.place.line for ground in one.grounds if Path(ground.place.file).name == file})
    numbers = "".join(f'<a href="#行{line}">{line}</a>' for line in lines)
    if not lines:
        return f'<span class="tied-formulaic">{escape(one.text)}</span>'
    told = " ".join(map(str, lines))
    return f'<span data-lines="{told}" tabindex="0">{escape(one.text)}<sup>{numbers}</sup></span>'


def _line(number: int, line: str) -> str:
    words, mark, remark = line.partition("# ") if " # " in line or line.startswith("# ") else (line, "", "")
    told = f"{escape(words)}<i>{escape(mark + remark)}</i>" if mark else escape(line)
    return f'<li id="行{number}" value="{number}"><code>{told or " "}</code></li>'
