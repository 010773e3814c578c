"""The files of a roll-up on the disk: all of them or none, and in the county's facts file what a person wrote."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.encodings import decode_text
from generator.files import overwrite, read_bytes, refuse_edited, save
from generator.problems import UserError
from generator.rollup.county_file import DETAILS
from generator.rollup.outputs import MadeFile, RolledUp, made_outputs
from generator.rollup.reading_back import rows_of
from generator.rollup.renewing import renewed

_NONE = "几个文件要对得上，这次一个也没有写。"


class WrittenOutput(NamedTuple):
    """A file that was written, the copy of one that force wrote over, and the totals renewed in it."""

    path: Path
    kept: Path | None = None
    renewed: bool = False
    changes: tuple[str, ...] = ()


class _Renewed(NamedTuple):
    """A file that holds a person's words, as it is and as it is to be."""

    before: bytes
    after: bytes
    changes: tuple[str, ...]


def write_output(rolled: RolledUp, *outputs: Path, force: bool) -> tuple[WrittenOutput, ...]:
    """Write what is asked for, each by its suffix, or all into a folder, after all files have been looked at.

    In a county's facts file that was changed by hand only our totals are renewed; with `force` it is overwritten, and
    a copy kept. Raises UserError, and then none is written, as `made_outputs` does, where another file was changed by
    hand, and where nothing of ours is in the facts file; FactsError where that cannot be read.
    """
    files = made_outputs(rolled, outputs)
    became = {} if force else {one.path: _looked_at(one) for one in files}
    refused = [one for one in became.values() if isinstance(one, UserError)]
    renewals = {path: one for path, one in became.items() if isinstance(one, _Renewed)}
    if refused:
        raise UserError(
            "".join(one.message for one in refused) + _NONE, refused[0].fix, status=refused[0].status
        )
    return tuple(_written(one, renewals.get(one.path), force=force) for one in files)


def _written(one: MadeFile, renewal: _Renewed | None, *, force: bool) -> WrittenOutput:
    if renewal is None:
        return WrittenOutput(one.path, save(one.path, one.data, force=force))
    if not overwrite(one.path, renewal.after, renewal.before):
        raise UserError(f"没有写：{one.path} 刚才又改过。", "请关闭正在改它的程序，再运行一次。")
    return WrittenOutput(one.path, renewed=True, changes=renewal.changes)


def _looked_at(one: MadeFile) -> _Renewed | UserError | None:
    """Give None for a file that may be written, else its renewal, or why it must stay."""
    try:
        refuse_edited(one.path, one.data)
    except UserError as error:
        return _renewal(one) or error
    return None


def _renewal(one: MadeFile) -> _Renewed | None:
    """Give a county's facts file with its totals renewed; None where there is none of ours in it."""
    before = read_bytes(one.path)
    decoded = decode_text(before, "utf-8")
    if decoded is None or DETAILS not in decoded.text or one.details is None:
        return None
    rows = rows_of(one.details) if one.details.is_file() else ()
    text, changes = renewed(decoded.text, one.data.decode(), one.path.name, rows)
    return _Renewed(before, text.encode(), changes)
