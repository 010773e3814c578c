"""The reference of rules: one rule for the console, all of them for docs/检查.md."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.checks.codes import CODES, GROUP_TITLES, PrintedCode
from generator.checks.registry import Example, Rule
from generator.checks.switches import switch_lines

_HEAD = """# 检查规则

<!-- 本页由 python3 run.py docs 依程序里的规则生成，不要手改 -->

共{count}条，`nianbao rules` 列出全部，`nianbao rules 数据-01` 看一条。

错误是确定写错了的，有错误不能生成报告；提醒是值得看一眼的，由人决定。`nianbao check` 错误和提醒都查，`nianbao render` 只查错误。
看过后决定不改的，在事实文件里停用这一处，并写明原因：

```yaml
检查:
  停用:
    - 规则: 数据-25
      内容: 化解198起
      原因: 与上年确实相同，已与司法所核对
```
"""
_ABOUT = {
    "数据": "数字与数字、数字与日期、数字与字段的声明对不对得上。",
    "标注": "自己的句子里的数有没有标出来，成为事实；标注-01至标注-03是读标注时说的，见[标注句](标注句.md)。",
    "结构": "部分、标题、序号、年份、落款是不是完整。",
    "提法": "说法在报告年度能不能用、还该不该用、写得对不对。",
    "文字": "标点、错别字、重复、口语、别的软件留下的痕迹。",
    "隐私": "公开的报告里不该有的个人信息。",
    "雷同": "与上年、与别的单位、与自己重复的话，照抄留下的痕迹。",
    "篇幅": "全文和各部分的长短。",
}
_MOST = 120
_OF_FILES = """
## 文件本身的问题

规则之外，读文件时也会报问题，代码以文件、格式、事实、标注、待填、文稿、版式、检查开头，同样可以用 `nianbao rules 事实-01` 看一条。
"""


def page(rules: Iterable[Rule]) -> str:
    """Give the text of docs/检查.md."""
    rules = tuple(rules)
    parts = [_HEAD.format(count=len(rules))]
    for group, members in groupby(rules, key=lambda rule: rule.group):
        listed = tuple(members)
        parts.append(f"\n## {group}（{len(listed)}条）\n\n{_ABOUT[group]}\n")
        parts += [f"\n### {rule.code} {rule.title}\n\n{_body(rule)}" for rule in listed]
    parts.append(_OF_FILES)
    for group, codes in groupby(CODES, key=lambda one: one.group):
        parts.append(f"\n### {group}\n\n{GROUP_TITLES[group]}\n")
        parts += [f"\n#### {one.code} {one.title}\n\n{_body_of_code(one)}" for one in codes]
    return "".join(parts)


def describe_rule(rule: Rule) -> str:
    """Give what `nianbao rules CODE` prints of one rule."""
    lines = [f"{rule.code} {rule.title}（{_levels(rule)}）", "", rule.explanation]
    lines += [switch_lines(rule.code)] if "停用" in rule.explanation else []
    lines += [
        f"{mark}：{text}" for mark, text in (("误", one_line(rule.bad)), ("正", one_line(rule.good))) if text
    ]
    return "\n".join(lines)


def _levels(rule: Rule) -> str:
    """Give the level of a rule's findings, or both where some are graver."""
    usual, gravest = rule.level.value, rule.gravest.value
    return usual if usual == gravest else f"{usual}，有把握的报{gravest}"


def describe_code(one: PrintedCode) -> str:
    """Give what `nianbao rules CODE` prints of a code that is no rule's."""
    lines = [f"{one.code} {one.title}", "", one.explanation]
    lines += [f"{mark}：{_one_line(text)}" for mark, text in (("误", one.bad), ("正", one.good)) if text]
    return "\n".join(lines)


def one_line(example: Example) -> str:
    """Give an example on one line, "" where it is a whole report or a facts file and would say nothing on one line."""
    text = example.text.strip()
    return text.replace("\n\n", " / ") if text and len(text) <= _MOST else ""


def _one_line(text: str) -> str:
    """Give a piece of a facts file on one line."""
    return " / ".join(line.replace("\t", "[制表符]").strip() for line in text.split("\n"))


def _body_of_code(one: PrintedCode) -> str:
    lines = [f"- {line}" for line in one.explanation.split("\n")]
    for mark, text in (("误", one.bad), ("正", one.good)):
        if text:
            inside = text.replace("\t", "[制表符]").replace("\n", "\n    ")
            fence, language = ("````", "markdown") if one.stands_in == "文稿" else ("```", "yaml")
            lines += [f"- {mark}：", "", f"    {fence}{language}\n    {inside}\n    {fence}", ""]
    return "\n".join(lines).rstrip() + "\n"


def _body(rule: Rule) -> str:
    summary, *rest = (line.strip() for line in rule.explanation.split("\n") if line.strip())
    lines = [f"{_levels(rule)}。{summary}", "", *(f"- {line}" for line in rest)]
    examples = [("误", one_line(rule.bad)), ("正", one_line(rule.good))]
    lines += [f"- {mark}：{_literal(text)}" for mark, text in examples if text]
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    return f"``{text}``" if "`" in text else f"`{text}`"
