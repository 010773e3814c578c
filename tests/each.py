"""A table of many small cases as one test: every case that fails is named with its place, and none hides another.

What pytest does round a test costs some milliseconds, more than such a case itself takes.
"""

import inspect
import traceback
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Any

import pytest

FAILED = (Exception, pytest.fail.Exception)
"""How a case fails; what skips it, or stops the run, does so to the whole test."""

Check = Callable[..., None]
Cases = Iterable[Any]


def each(
    names: str | tuple[str, ...],
    cases: Cases,
    ids: Callable[[Any], object] = repr,
    soaked: Cases = (),
) -> Callable[[Check], Check]:
    """Try a check on all cases in one test, where `pytest.mark.parametrize` makes a test of each; more in the soak run.

    `ids` gives the name of a value. Fixtures are made once for all cases, so this is for checks that leave them alone.
    """
    taken = (names,) if isinstance(names, str) else names
    usual, more = ([(row,) if isinstance(names, str) else row for row in rows] for rows in (cases, soaked))
    assert usual, "a table without cases proves nothing"

    def over(check: Check) -> Check:
        def fault_of(row: tuple[Any, ...], fixtures: dict[str, Any]) -> str:
            try:
                check(**fixtures, **dict(zip(taken, row, strict=True)))
            except FAILED as fault:
                return f"{'-'.join(str(ids(value))[:80] for value in row)}\n{_told(fault)}"
            return ""

        def tried(rows: list[tuple[Any, ...]], fixtures: dict[str, Any]) -> None:
            faults = [fault for row in rows if (fault := fault_of(row, fixtures))]
            if faults:
                pytest.fail(f"{len(faults)} of {len(rows)} cases:\n\n" + "\n\n".join(faults), pytrace=False)

        @wraps(check)
        def whole(**fixtures: Any) -> None:
            tried(more if fixtures.pop("share", "") == "more" else usual, fixtures)

        own = inspect.signature(check).parameters.values()
        others = [one for one in own if one.name not in taken]
        if not others:  # for bench/trying.py, which tries each by itself
            vars(whole)["cases"] = [partial(check, **dict(zip(taken, row, strict=True))) for row in usual]
        if not more:
            whole.__signature__ = inspect.Signature(others)
            return whole
        share = inspect.Parameter("share", inspect.Parameter.KEYWORD_ONLY)
        whole.__signature__ = inspect.Signature([*others, share])
        return pytest.mark.parametrize("share", ["usual", pytest.param("more", marks=pytest.mark.soak)])(
            whole
        )

    return over


def _told(fault: BaseException) -> str:
    """Give where a case went wrong, line by line from the check on, and what is wrong."""
    steps = [step for step in traceback.extract_tb(fault.__traceback__) if step.filename != __file__]
    places = [f"  {step.filename}:{step.lineno}: {step.line}" for step in steps]
    return "\n".join([*places, f"  {type(fault).__name__}: {fault}"])
