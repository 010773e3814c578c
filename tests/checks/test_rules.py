"""Every rule on its cases, in tests/checks/cases: found where it stands, and silent on what is sound.

On the first case of each kind all rules are run, on the others usually those alone that the case is about: that
a rule speaks, is silent, or yields to another is seen on every case, that none breaks in where it has no business on
a bad and a good one of every rule, on all in the soak run, and on whole reports in test_corpus.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import checks
from generator.checks import findings
from generator.checks.index import Listed, rules_for
from generator.checks.material import Finding, Material
from generator.checks.registry import Example, Rule, all_rules, registered
from generator.checks.vocabulary import phrases, vocabulary
from generator.wordlist import common_words
from tests.checks.cases import RuleCase, rule_cases
from tests.checks.examples import codes, material
from tests.checks.said import golden, said
from tests.each import each

FIRST = 1
"""So many bad and so many good cases of a rule are usually read by all rules."""
ABOUT_THE_WHOLE = ("数据-34", "数据-46", "数据-48", "文字-08", "文字-32", "文字-39")
"""Rules to which what stands before makes a difference: figures that are compared, numbers that go on, how often."""


def _place(one: Material, finding: Finding) -> str | tuple[int, str]:
    """Give where a finding is: a path of the facts file, or a place in the whole text and the words there."""
    if finding.field or finding.block is None:
        return finding.field
    before = sum(len(block.text) + 1 for block in one.blocks[: finding.block])
    return before + finding.start, one.blocks[finding.block].text[finding.start : finding.end]


def _marked(one: Material, mark: str, fields: frozenset[str]) -> str | tuple[int, str]:
    """Give the same of a mark, as the case files write them; one of the `fields` is a path and no words."""
    if mark in fields:
        return mark
    beside, sign, rest = mark.partition("【")
    words, _, after = rest.rpartition("】") if sign else (mark, "", "")
    before = beside if sign else ""
    at = one.text.find(f"{before}{words}{after}")
    return mark if at < 0 else (at + len(before), words)


def _found(case: RuleCase, whole: bool) -> tuple[Material, list[tuple[Rule, Finding]]]:
    """Give what all rules find in a case, or those alone that it is about and what they yield to."""
    one = material(case.example)
    if whole:
        return one, list(findings(one))
    about = {case.code, *case.others}
    about |= {code for rule in all_rules() if rule.code in about for code in rule.yields_to}

    def few(read: Material, listed: tuple[Listed, ...]) -> Iterator[Rule]:
        return (rule for rule in rules_for(read, listed) if rule.code in about)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "rules_for", few)
        return one, list(findings(one))


def _tried(bad: bool) -> dict[str, list[tuple[RuleCase, bool]]]:
    """Give the cases with whether all rules are run on them: usually, and in the soak run besides."""
    cases = [case for case in rule_cases() if case.bad is bad]
    before = Counter[str]()
    usual = []
    for case in cases:
        before[case.code] += 1
        usual.append((case, before[case.code] <= FIRST))
    return {"cases": usual, "soaked": [(case, True) for case, whole in usual if not whole]}


def _named(case: RuleCase | bool) -> str:
    if isinstance(case, bool):
        return "all rules" if case else "its rules"
    return f"{case.code}-{case.example.text[:24] or case.example.facts[100:124]}"


@each(("case", "whole"), **_tried(bad=True), ids=_named)
def test_a_fault_is_found_where_it_stands(case, whole):
    one, found = _found(case, whole)
    there = [(rule, finding) for rule, finding in found if rule.code == case.code]
    fields = frozenset(finding.field for _rule, finding in there)
    marked = [_marked(one, mark, fields) for mark in case.marks]
    assert [_place(one, finding) for _rule, finding in there] == marked
    assert {(finding.level or rule.level).value for rule, finding in there} == {
        case.level or rule.level.value for rule, _finding in there
    }
    assert {rule.code for rule, _finding in found} == {case.code, *case.others}
    assert said(finding for _rule, finding in there) == golden(case.code, case.given), (
        "python -m tests.checks.said"
    )


@each(("case", "whole"), **_tried(bad=False), ids=_named)
def test_what_is_sound_passes(case, whole):
    assert case.code not in case.others
    assert {rule.code for rule, _finding in _found(case, whole)[1]} == case.others


def _said_together() -> Iterator[tuple[str, str, Example]]:
    """Give codes, all that is sound by each in one text, and a fault: of single paragraphs of one year and unit."""
    alike = defaultdict(lambda: ([], []))
    for case in rule_cases():
        one = case.example
        if one.text and "\n" not in one.text and not one.others:
            alike[case.code, one._replace(text="")][case.bad].append(one)
    for (code, _), (sound, faulty) in alike.items():
        if sound and code not in ABOUT_THE_WHOLE:
            for one in faulty[:2]:
                yield code, "\n\n".join(other.text for other in sound), one


def _told(code: str, one: Material) -> list[tuple[str, str]]:
    return [
        (one.blocks[finding.block].text[finding.start : finding.end], finding.message)
        for finding in registered(code).find(one)
    ]


@each(("code", "sound", "faulty"), list(_said_together()), ids=str)
def test_a_fault_is_found_behind_what_is_sound(code, sound, faulty):
    both = faulty._replace(text=f"{sound}\n\n{faulty.text}")
    assert _told(code, material(both)) == _told(code, material(faulty))


def test_cases_are_of_rules_that_exist_and_none_is_given_twice():
    assert {case.code for case in rule_cases()} == {rule.code for rule in all_rules()}
    given_once = [(case.code, case.example) for case in rule_cases()]
    assert not [one for one in given_once if given_once.count(one) > 1]


@given(
    st.lists(st.sampled_from(["“甲”", "（乙）", "《丙》", "‘丁’", "戊，", "〔2023〕", "“‘己’”"]), max_size=12)
)
def test_what_is_paired_is_never_flagged(parts):
    flagged = codes("街道" + "、".join(parts) + "。")
    assert "文字-03" not in flagged
    assert "文字-04" not in flagged


def test_every_listed_slip_is_found_by_itself_and_its_remedy_is_no_slip():
    for slip in vocabulary().slips.values():
        assert slip.wrong != slip.right
        assert slip.wrong not in common_words()
        assert slip.right not in vocabulary().slips


def test_no_standing_phrase_is_flagged():
    text = "。".join(sorted(phrases())) + "。"
    assert not [code for code in codes(text) if code in ("文字-09", "文字-10", "文字-11")]
