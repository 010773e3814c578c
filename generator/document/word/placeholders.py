"""What stands in a blank Word file where a document's own is put."""

from __future__ import annotations

from datetime import datetime, timezone

PLACE = "<w:p/>"
"""What stands in word/document.xml of a blank file where the body is to be put."""

UNDATED = datetime(1980, 1, 1, tzinfo=timezone.utc)
"""What stands in docProps/core.xml of a blank file for its times."""
