"""What a key costs the program behind the page, and what it keeps of many, without a browser: a report of 21 pages.

    python bench/typed.py [50 500 2000]

Processor time of the thread that has the file, the least and the middle, which a busy machine changes less than the
clock; and the memory after so many edits, none of which makes a text that was there before until the thousandth.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path

from memory import resident
from preview import EXAMPLE, ROOT, facts, next_of_gray

sys.path.insert(0, str(ROOT))

FIGURE = "【入户0之0："


def typed(text: str, edit: int) -> str:
    """Type over one digit of a figure."""
    place, digit = next_of_gray(edit)
    at = text.index(FIGURE) + len(FIGURE) + 3 - place
    return f"{text[:at]}{digit}{text[at + 1 :]}"


def main() -> None:
    stops = [int(one) for one in sys.argv[1:]] or [50, 500, 2000]
    from generator.commands.steps import Given
    from generator.document.page.layout import read_layout
    from generator.preview.actions import action_of
    from generator.preview.rendered import judged, rendered_text
    from generator.preview.session import Session
    from generator.preview.views import Seen, frame_parts, printed_pages
    from generator.resources import Templates

    given, layout = Given(), read_layout(Templates(), None)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / EXAMPLE.name
        path.write_text(facts(), encoding="utf-8")
        session, base, pages, taken = Session(path), 1, (), []
        text = session.shown_text
        shown = rendered_text(session.text, path, given, layout)
        problems = judged(shown, given, lambda: None)
        gc.collect()
        gc.freeze()  # as the page does
        for edit in range(max(stops)):
            text = typed(text, edit)
            begun = time.thread_time()
            sent = {"kind": "SetText", "text": text, "base": base}
            base = session.do(action_of(sent, given.templates))
            shown = rendered_text(session.text, path, given, layout, shown.source)
            seen = Seen(session, shown, problems, stale=False, checked=False)
            frame_parts(seen)
            pages = printed_pages(seen, pages)
            session.save()
            taken.append(1000 * (time.thread_time() - begun))
            if edit + 1 in stops:
                gc.collect()
                least, middle = min(taken), statistics.median(taken)
                told = f"{resident():.1f} MB; a key {least:.1f} ms at best, {middle:.1f} ms mostly"
                print(f"after {edit + 1:>5} edits: {told}", flush=True)
                taken.clear()


if __name__ == "__main__":
    main()
