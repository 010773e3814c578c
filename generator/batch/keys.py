"""What a report is made of, as one short text: with the same key nothing would come out differently."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from generator.batch.order import BatchOrder, Job
from generator.cached import state_of_code
from generator.county.state import ABSENT, add_part, content_of, content_state

_PACKAGE = Path(__file__).resolve().parents[1]


@lru_cache(maxsize=1)
def program_state() -> str:
    """Tell the state of the program itself, which is another with each version and each change of its code."""
    return state_of_code(sorted(_PACKAGE.rglob("*.py")))


def with_state(order: BatchOrder) -> BatchOrder:
    """Give the order with all that its reports depend on besides the facts: program, templates, layout, wishes, notice.

    The notice is the one to which all are held; one that a facts file names itself is told by `key_of`.
    """
    digest = sha256(program_state().encode())
    for folder in order.given.templates.folders:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            add_part(digest, path.relative_to(folder).as_posix().encode("utf-8", "surrogatepass"))
            add_part(digest, content_of(path))
    layout = order.wishes.layout
    for named in (layout, order.given.notice):
        add_part(digest, content_of(named) if named else ABSENT)
    wishes = order.wishes._replace(layout=None, force=False)
    for one in (order.form, order.checked, wishes, *(addition.identity for addition in order.additions)):
        add_part(digest, repr(one).encode("utf-8", "surrogatepass"))
    return replace(order, state=digest.hexdigest())


def key_of(job: Job, order: BatchOrder) -> str:
    """Tell what the report of a facts file is made of: the file, last year's, its notice, own formulations beside it.

    A file that is not there counts as such, so that one that is put there later makes the report anew.
    """
    digest = sha256(order.state.encode())
    for part in (job.source.name, job.label, job.mark):
        add_part(digest, part.encode("utf-8", "surrogatepass"))
    add_part(digest, content_state(job.source).encode())
    return digest.hexdigest()[:32]
