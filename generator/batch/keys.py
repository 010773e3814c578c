"""What a report is made of, as one short text: with the same key nothing would come out differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.batch.order import BatchOrder, Job
from generator.cached import state_of_code
from generator.encodings import decode_text
from generator.facts import last_year_file
from generator.formulations import LIBRARY
from generator.patterns import pattern

_PACKAGE = Path(__file__).resolve().parents[1]
_LAST = pattern(r"""(?m)^["']?上年["']?\s*:\s*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^#\r\n]*))""")
_ABSENT = b"-"


@lru_cache(maxsize=1)
def program_state() -> str:
    """Tell the state of the program itself, which is another with each version and each change of its code."""
    return state_of_code(sorted(_PACKAGE.rglob("*.py")))


def with_state(order: BatchOrder) -> BatchOrder:
    """Give the order with all that its reports depend on besides the facts: program, templates, layout, wishes."""
    digest = sha256(program_state().encode())
    for folder in order.given.templates.folders:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            _add(digest, path.relative_to(folder).as_posix().encode("utf-8", "surrogatepass"))
            _add(digest, _content(path))
    layout = order.wishes.layout
    _add(digest, _content(layout) if layout else _ABSENT)
    wishes = order.wishes._replace(layout=None, force=False)
    for one in (order.form, order.checked, wishes, *(addition.identity for addition in order.additions)):
        _add(digest, repr(one).encode("utf-8", "surrogatepass"))
    return replace(order, state=digest.hexdigest())


def key_of(job: Job, order: BatchOrder) -> str:
    """Tell what the report of a facts file is made of: the file, last year's, the own formulations beside it.

    A file that is not there counts as such, so that one that is put there later makes the report anew.
    """
    facts = _content(job.source)
    digest = sha256(order.state.encode())
    for part in (job.source.name, job.label, job.mark):
        _add(digest, part.encode("utf-8", "surrogatepass"))
    _add(digest, facts)
    _add(digest, _content(job.source.with_name(LIBRARY)))
    for earlier in _earlier(job.source, facts):
        _add(digest, _content(earlier))
    return digest.hexdigest()[:32]


def _earlier(source: Path, facts: bytes) -> Iterator[Path]:
    """Give the files that may be last year's: the one beside, and the one that a line 上年 names."""
    beside = last_year_file(source)
    if beside is not None:
        yield beside
    decoded = decode_text(facts, "utf-8-sig", "gb18030")
    for found in _LAST.findall(decoded.text if decoded else ""):
        yield source.parent / "".join(found).strip()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return _ABSENT


def _add(digest: object, data: bytes) -> None:
    digest.update(b"%d:" % len(data) + data)  # type: ignore[attr-defined]  # hashlib has no public type for it
