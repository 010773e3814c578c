"""The cases of the rules, one file for each group of codes: what must be found, and where; what must pass.

Under a rule's code stand its 坏 and its 好, each a mapping. What the rule reads is one of
- 文: Markdown, with 年 ("" is not known), 级, 日 (of signature) and 名 where they are not the usual ones below;
- 范本: the sample report with these words replaced by those, and so many paragraphs more (加段); 年, 级, 日, 名 as above;
- 事实: topics of the sample facts file, with words of it replaced (改), lines of 单位, and last year's topics
  (上年), with words of that year's file replaced (上年改).
别家 are reports of others that it shares passages with: 名, 占 (of its own words), and the sentences of each passage (段).

引 is what a finding points at, one for each finding in the order of the rule: a path in the facts file, or words of the
report, at their first place there; where that is another, the words beside them stand by with 【】 round what is meant.
What it says of them stands in tests/checks/said.
轻重 is the level where it is not the rule's own; 另 are the codes of all other rules that find something, too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generator.checks.material import Other
from generator.checks.registry import GROUPS, Example
from generator.checks.sample import SAMPLE, facts

EXPECTED = {"引", "轻重", "另"}
CLAUSE = "街道综合行政执法队规范文书制作，落实公示、全过程记录和法制审核制度，第{}次评查案卷20卷。"


@dataclass(frozen=True)
class RuleCase:
    code: str
    bad: bool
    example: Example
    marks: tuple[str, ...]
    level: str
    others: frozenset[str]
    given: str


@cache
def rule_cases() -> tuple[RuleCase, ...]:
    return tuple(
        _case(code, kind, row)
        for group in GROUPS
        for code, kinds in _file(group).items()
        for kind in ("坏", "好")
        for row in kinds[kind]
    )


def _file(group: str) -> dict:
    text = (Path(__file__).parent / f"{group}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader)


def _case(code: str, kind: str, row: dict) -> RuleCase:
    marks = row.get("引", [])
    assert bool(marks) is (kind == "坏"), row
    return RuleCase(
        code,
        kind == "坏",
        _example(row),
        tuple([marks] if isinstance(marks, str) else marks),
        row.get("轻重", ""),
        frozenset(row.get("另", ())),
        json.dumps({key: row[key] for key in row if key not in EXPECTED}, ensure_ascii=False),
    )


def _example(row: dict) -> Example:
    if "事实" in row:
        example = facts(row["事实"], last=row.get("上年", ""), unit=row.get("单位", ""))
        before = _changed(example.last, row.get("上年改", {}))
        return Example(facts=_changed(example.facts, row.get("改", {})), last=before, others=_others(row))
    if "范本" in row:
        more = "".join(f"\n\n{CLAUSE.format(number)}" for number in range(int(row.get("加段", 0))))
        text = _changed(SAMPLE, row["范本"]).replace("矛盾纠纷198起。", f"矛盾纠纷198起。{more}")
    else:
        text = row["文"]
    year = row.get("年", "2023")
    return Example(
        text,
        year=int(year) if year else None,
        level=row.get("级", "街道"),
        date=row.get("日", ""),
        name=row.get("名", "稷下街道" if "范本" in row else "城东街道"),
        others=_others(row),
    )


def _others(row: dict) -> tuple[Other, ...]:
    return tuple(
        Other(one["名"], float(one["占"]), tuple(map(tuple, one["段"]))) for one in row.get("别家", ())
    )


def _changed(text: str, changes: dict) -> str:
    for old, new in changes.items():
        assert old in text, f"not there: {old}"
        text = text.replace(old, new)
    return text
