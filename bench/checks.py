"""Measure the rules on the corpus: how many faults are found, how many sound passages are flagged, how long it takes.

python bench/checks.py            the figures of both halves
python bench/checks.py --show     and what was missed or flagged in the half that is not set aside
python bench/checks.py --show-all and the same for the half that is set aside
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.checks import run
from generator.checks.gather import Known
from generator.checks.index import listed_for_errors, rules_for
from generator.checks.material import Material
from generator.checks.registry import Rule, all_rules
from generator.commands.steps import Given, material_of, prepare_report
from generator.problems import Level
from tests.checks.corpus import Case, cases, flags
from tests.checks.examples import material


def main() -> None:
    for name in ("自拟", "仿公开报告"):
        for aside in (False, True):
            rows = [case for case in cases(name) if case.aside is aside]
            report(
                name, rows, aside=aside, show="--show-all" in sys.argv or ("--show" in sys.argv and not aside)
            )
    speed()
    by_rule()


def report(name: str, rows: list[Case], *, aside: bool, show: bool) -> None:
    bad, good = [one for one in rows if one.bad], [one for one in rows if not one.bad]
    missed = [one for one in bad if not flags(one)]
    wrong = [(one, flags(one)) for one in good if flags(one)]
    errors = sum(any(problem.level is Level.ERROR for problem in found) for _, found in wrong)
    half = "留出" if aside else "参照"
    print(
        f"{name} {half}: 毛病 {len(bad) - len(missed)}/{len(bad)} = {1 - len(missed) / len(bad):.1%}；"
        f"好的 {len(good)}：错误 {errors} = {errors / len(good):.1%}，提醒 {len(wrong) - errors} ="
        f" {(len(wrong) - errors) / len(good):.1%}"
    )
    if show:
        for one in missed:
            print("  漏：", one.year, one.level, one.text[:90])
        for one, found in wrong:
            print(
                "  误：",
                one.year,
                one.level,
                one.text[:60],
                "|",
                [(p.code, p.level.value, p.message) for p in found],
            )


def speed() -> None:
    text = "".join(case.text + "\n\n" for case in cases("仿公开报告") if not case.bad)
    for length in (1000, 4000, 16000):
        one = material(text[:length], year=2023, level="镇")
        run(one)
        times = []
        for _ in range(5):
            fresh = material(text[:length], year=2023, level="镇")
            start = time.perf_counter()
            run(fresh)
            times.append(time.perf_counter() - start)
        print(f"{length}字：{min(times) * 1000:.0f} ms")


def by_rule() -> None:
    """Print the CPU time of the ten slowest rules that `render` asks, each by itself on material cut before."""
    example = Path(__file__).parent.parent / "examples" / "稷下街道-2023.yaml"
    one = material_of(prepare_report(example, Given()), Given(), Known())
    run(one)
    listed = listed_for_errors()
    called = list(rules_for(one, listed))
    print(
        f"{example.stem}：规则{len(all_rules())}条，能查出错误的{len(listed)}条，生成时要查其中的{len(called)}条"
    )
    rows = sorted(((_median(rule, one), rule.code) for rule in called), reverse=True)
    for taken, code in rows[:10]:
        print(f"  {code}：{taken * 1000:.2f} ms")


def _median(rule: Rule, one: Material) -> float:
    times = []
    for _ in range(50):
        start = time.process_time()
        list(rule.errors(one))
        times.append(time.process_time() - start)
    return median(times)


if __name__ == "__main__":
    main()
