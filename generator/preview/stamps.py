"""What tells one state of a file on disk from another, of the open file and of those beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

Stamp = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """Give what tells one state of a file on disk from another; None where it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns, state.st_ino


class Beside:
    """The files, there or not, that a report depends on beside its own, each as it was before it was read."""

    def __init__(self, paths: Iterable[Path] = ()) -> None:
        """Remember how they are now."""
        self._stamps = _stamps(paths)

    def is_touched(self) -> bool:
        """Tell whether one of them may be another by now."""
        return self.now() != self._stamps

    def now(self) -> Mapping[Path, Stamp | None]:
        """Give how they are now."""
        return _stamps(self._stamps)

    def look(self) -> bool:
        """Remember how they are now; tells whether that is otherwise."""
        before, self._stamps = self._stamps, self.now()
        return before != self._stamps


def _stamps(paths: Iterable[Path]) -> Mapping[Path, Stamp | None]:
    return {path: stamp_of(path) for path in paths}
