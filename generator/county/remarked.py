"""Word files that we have put remarks into: what goes back to a unit is no report that it sent."""

from __future__ import annotations

import re
from pathlib import Path

from generator.commands.render import WORD
from generator.commands.review import AUTHOR
from generator.files import read_bytes
from generator.intake.foreign import MAX_PACKED, open_word
from generator.patterns import pattern
from generator.problems import UserError

GENERAL = "全文的意见，句子上的意见见各处批注："
"""What the comment begins with that lists what is about no sentence."""
NO_REMARK = "审核意见：无意见。"
"""The comment on a report in which nothing is found."""
EMPTY_FORM = "这份是空表，各项都没有填，请填写后报送。"
"""The comment on a form in which nothing is filled in."""
_COMMENTS = "word/comments.xml"
_TAGS = re.compile("<[^>]+>")
_OURS = pattern(f"(?:错误|提醒) [一-龥]{{2}}-[0-9]{{2}}：|{GENERAL}|{NO_REMARK}|{EMPTY_FORM}")


def is_remarked(path: Path) -> bool:
    """Tell a Word file with remarks of ours: those of `check --annotate`, of a review, of `render --review`."""
    if path.suffix.lower() != WORD:
        return False
    try:
        part = open_word(read_bytes(path, MAX_PACKED), path.name).parts.get(_COMMENTS, b"")
    except UserError:
        return False
    comments = part.decode("utf-8", "replace")
    return f'"{AUTHOR}"' in comments or bool(_OURS.search(_TAGS.sub("", comments)))
