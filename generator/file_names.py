"""Names of files, made of what users call things: such as every system accepts."""

from __future__ import annotations

from collections.abc import Collection

from generator.patterns import pattern

MAX_NAME = 80
# Windows forbids these in names; controls, direction and zero-width marks, private and broken characters we add.
_FORBIDDEN = pattern(
    '[<>:"/\\\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufdd0-\ufdef\ufff9-\uffff\U000f0000-\U0010ffff]'
)
_UNSEEN = pattern("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
_RESERVED = pattern(r"(?i:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ .]*(?:\.|$)")
_MAX_NAME_BYTES = 200  # of 255, so that 备份 and a number can be added


def file_name(text: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Make a file name of a unit's name or a title, which Windows, macOS and Linux all accept.

    What a name cannot hold becomes `_`; it has at most 80 characters and differs, also without regard to case,
    from the names in `taken`. `suffix` is given with its dot.
    """
    stem = _UNSEEN.sub("", _FORBIDDEN.sub("_", text))
    stem = _trimmed(stem, suffix)
    if _RESERVED.match(stem):
        stem = _trimmed(f"_{stem}", suffix)
    used = {name.casefold() for name in taken}
    name, number = stem + suffix, 1
    while name.casefold() in used:
        number += 1
        mark = f"（{number}）{suffix}"
        name = _trimmed(stem, mark) + mark
    return name


def _trimmed(stem: str, suffix: str) -> str:
    """Cut to length, and take off what may not begin or end a name: blanks and dots, and ~ of Word's lock files."""
    stem = stem.strip().lstrip(".~ ")[: MAX_NAME - len(suffix)]
    while len((stem + suffix).encode()) > _MAX_NAME_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". \u3000") or "未命名"
