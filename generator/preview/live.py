"""What is open and what all tabs show of it: made anew after each change, pages first, problems when it is quiet.

The newest wish wins, and an older one that is not begun is dropped; the rules are never waited for.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.commands.steps import Given
from generator.document.page.layout import Layout, read_layout
from generator.document.pages_html import PrintedPage
from generator.preview.arrivals import Arrival
from generator.preview.differences import OPENED, Earlier, as_it_is, differences_from, last_years
from generator.preview.faults import faults_of
from generator.preview.form_html import FormPiece, form_pieces
from generator.preview.form_model import FormMaterial
from generator.preview.hands import Done, Hands
from generator.preview.rendered import Rendered, SupersededError, judged, rendered_text
from generator.preview.rounds import comes, keep_on
from generator.preview.session import Session, must_be_facts
from generator.preview.stamps import Beside
from generator.preview.tabs import Tabs
from generator.preview.views import Seen, frame_parts, parts_by_window, printed_pages, start_parts
from generator.problems import FactsError, Problem, UserError

_TICK = 0.05
"""Seconds between two looks at the file."""
_SETTLED = 0.03
"""Seconds in which a file that is being written has to keep still."""
_PAUSE = 0.3
"""Seconds without typing before the form is made anew: the fields that are typed in have what is typed already."""
_QUIET = 0.5
"""Seconds without a change before the rules are asked."""


class Live:
    """The open facts file as all tabs show it, with the `problems` found last; `own_parts` are a window's own."""

    def __init__(self, given: Given, folder: Path, layout: Path | None = None) -> None:
        """Begin with no file open, in a folder whose files may be."""
        self.given, self.folder = given, folder
        self.arrival: Arrival | None = None
        self.layout_file = layout
        self.layout: Layout = read_layout(given.templates, layout)
        self.session: Session | None = None
        self.rendered: Rendered | None = None
        self.version = self.form_version = 0
        self._frame: dict[str, str] = {}
        self.own_parts: dict[str, dict[str, str]] = {}
        self._printed: tuple[PrintedPage, ...] = ()
        self._drawn: tuple[object, ...] | None = None
        self._form: dict[str, FormPiece] = {}
        self._opened: frozenset[str] = frozenset()
        self._begun: frozenset[str] | None = None
        self.problems: tuple[Problem, ...] = ()
        self._broken: tuple[Problem, ...] = ()
        self._form_fault: tuple[Problem, ...] = ()
        self._faults: dict[str, tuple[Problem, ...]] = {}
        self._checked = 0
        self._beside = Beside()
        self._outdated = self._frozen = False
        self._as_opened: Earlier | None = None
        self._earlier: Earlier | None = None
        self.hands = Hands()
        self._wish, self._unchecked = asyncio.Event(), asyncio.Event()
        self.tabs = Tabs()

    @property
    def parts(self) -> dict[str, str]:
        """Give the pieces of the page by their id."""
        pages = {f"页-{number}": one.html for number, one in enumerate(self._printed, 1)}
        return self._frame | {name: one.html for name, one in self._form.items()} | pages

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """Give what stands in each place that holds several pieces: their ids in order."""
        return {
            "纸": tuple(f"页-{number}" for number in range(1, len(self._printed) + 1)),
            "表单": tuple(self._form),
        }

    @property
    def whole(self) -> Rendered | None:
        """Give the report of what the file holds, None where none is open.

        Raises FactsError where the file cannot be read now: what is shown then is the report of an earlier text.
        """
        if self._broken:
            raise FactsError(self._broken)
        return self.rendered

    async def run(self) -> None:
        """Keep everything up to date until this is cancelled."""
        try:
            steps = (self._watch, self._render, self._check)
            await asyncio.gather(*(keep_on(step, partial(self._note, step.__name__)) for step in steps))
        finally:
            self.rendered = None  # the rules end before the next one
            self.hands.rest()

    async def open(self, path: Path) -> None:
        """Open a facts file in the place of what is open; raises UserError."""
        must_be_facts(path)
        self.session = await self.hands.quickly(lambda: Session(path))
        self.rendered, self.problems, self._checked = None, (), 0
        self._drawn, self._beside = None, Beside(filter(None, (self.given.last, self.given.notice)))
        self._form, self._opened, self.arrival = {}, frozenset(), None
        self._as_opened = self._earlier = self._begun = None
        self.wish()

    def open_field(self, name: str) -> None:
        """Let the form show a field in which nothing is written yet: 矛盾纠纷化解.化解."""
        self._opened |= {name}
        self.wish()

    async def compare(self, name: str) -> None:
        """Show where the report differs from what it was when it was opened (打开时), or from last year's; or no more.

        Raises UserError where there is none of last year.
        """
        if self._earlier and self._earlier.name == name:
            self._earlier = None
        elif name == OPENED:
            self._earlier = self._as_opened
        elif rendered := self.rendered:
            self._earlier = await self.hands.quickly(lambda: last_years(rendered, self.given))
        self.wish()

    async def work(self, task: Callable[[Session], Done]) -> Done:
        """Do something with the open file; raises UserError where none is open, and what the task raises."""
        session = self.session
        if session is None:
            raise UserError("还没有打开事实文件。", "请先打开一份。")
        loop = asyncio.get_running_loop()

        def whole() -> Done:
            done = task(session)
            self._make_pages()
            loop.call_soon_threadsafe(self.tabs.tell)  # the report is shown while the disk is still at work
            session.save()
            return done

        try:
            return await self.hands.quickly(whole)
        finally:
            self.wish()

    def wish(self) -> None:
        """Ask that what is shown be made anew."""
        self._wish.set()

    def _note(self, name: str, fault: tuple[Problem, ...]) -> None:
        """Show what goes wrong in what is done again and again, until it goes right."""
        if fault != self._faults.get(name, ()):
            self._faults[name] = fault
            self.wish()

    async def _watch(self) -> None:
        await asyncio.sleep(_TICK)
        session, beside = self.session, self._beside
        if session is None or not await self.hands.quickly(
            lambda: session.is_touched() or beside.is_touched()
        ):
            return
        before = await self.hands.quickly(lambda: (session.stamp(), beside.now()))
        await asyncio.sleep(_SETTLED)
        if await self.hands.quickly(lambda: self._follow(session, before)):
            self.tabs.tell()
            self.wish()

    def _follow(self, session: Session, before: tuple[object, object]) -> bool:
        """Show what is on disk now, unless it is still being written; tells whether anything has changed."""
        still = (session.stamp(), self._beside.now()) == before
        if not (still and self._reread(session)):
            return False
        self._make_pages()
        return True

    def _reread(self, session: Session) -> bool:
        """Take over what has changed on disk; tells whether anything has."""
        if self._beside.look():  # the notice, last year's: the same text makes another report
            self._outdated, self._checked = True, 0
        return session.reread() or self._outdated

    async def _render(self) -> None:
        await self._wish.wait()
        self._wish.clear()
        await self.hands.quickly(self._make_pages)
        self.tabs.tell()
        self._unchecked.set()
        typing = self.session is not None and self.session.is_typing
        if not await comes(self._wish, _PAUSE if typing else 0):
            await self.hands.quickly(self._make_form)
            self.tabs.tell()

    async def _check(self) -> None:
        await self._unchecked.wait()
        await self.tabs.watching.wait()  # the first page goes before
        self._unchecked.clear()
        if await comes(self._unchecked, _QUIET):
            return
        rendered, version = await self.hands.quickly(lambda: (self.rendered, self.version))
        if rendered is None or self._checked == version or self._broken:
            return
        problems = await self.hands.slowly(
            lambda: judged(rendered, self.given, partial(self._go_on, rendered))
        )
        if self.rendered is rendered:  # of another file the number may be the same
            if not self._frozen:  # all that stays is there now, and need not be gone through again and again
                self._frozen = True
                gc.freeze()
            self.problems, self._checked = problems, version
            await self.hands.quickly(self._make_form)
            self.tabs.tell()

    def _go_on(self, rendered: Rendered) -> None:
        """Let what is shown go before the next rule; raises SupersededError where this is shown no more."""
        self.hands.give_way()
        if self.rendered is not rendered:
            raise SupersededError

    def _make_pages(self) -> None:
        session = self.session
        if session is None:
            self._frame = start_parts(self.folder)
            return
        try:
            if session.version != self.version or self.rendered is None or self._outdated:
                self.version, self._outdated = session.version, False
                before = self.rendered.source if self.rendered else None
                self.rendered = rendered_text(session.text, session.path, self.given, self.layout, before)
                self._broken, self._beside = (), self.rendered.beside
                self._as_opened = self._as_opened or as_it_is(self.rendered)
                self._begun = self._begun or self.rendered.written_fields
        except Exception as error:  # noqa: BLE001  # the page goes on with the last report that it has
            self._broken = faults_of(error)
        state = self._state(session)
        if self._drawn != state:
            self._draw(session)
            self._drawn = state

    def _draw(self, session: Session) -> None:
        """Make what is shown beside the form: the pages that have changed, and all that stands around them."""
        seen = self._seen(session)
        try:
            self._frame, self._printed = frame_parts(seen), printed_pages(seen, self._printed)
            self.own_parts = parts_by_window(seen)
        except Exception as error:  # noqa: BLE001  # the state and the fault are shown with nothing of the report
            self._frame = frame_parts(Seen(session, None, faults_of(error), stale=True, checked=True))

    def _state(self, session: Session) -> tuple[object, ...]:
        """Give what all that depends on: a frame that would be the same is not made again."""
        told = (self.problems, self._broken, self._form_fault, tuple(self._faults.items()), self._checked)
        arrived = self.arrival.state if self.arrival else None
        return (session.state, id(self.rendered), told, self._earlier, arrived)

    def _make_form(self) -> None:
        material = self.material()
        if material is not None:
            try:
                self._form, self.form_version = form_pieces(material, self._form), self.version
                self._form_fault = ()
            except Exception as error:  # noqa: BLE001  # the page goes on with the last form that it has
                self._form_fault = faults_of(error)
        self._make_pages()

    def material(self) -> FormMaterial | None:
        """Give what the form is made of; None where the file cannot be read: then the last form stands.

        To be asked in the thread that has the file.
        """
        rendered = self.rendered
        if rendered is None or rendered.prepared.facts is None or self._broken:
            return None
        return FormMaterial(
            rendered.source,
            rendered.prepared.facts,
            self.problems,
            rendered.by_field,
            self.given.templates,
            self._opened,
            self._begun,
        )

    def _seen(self, session: Session) -> Seen:
        faults = [fault for faults in self._faults.values() for fault in faults]
        problems = (*faults, *self._broken, *self._form_fault, *self.problems)
        checked = bool(self._broken) or self._checked == self.version
        differences = None
        if self._earlier and self.rendered:
            now = [one.text for one in self.rendered.said]
            differences = differences_from(self._earlier, now, self.rendered.places)
        stale = bool(self._broken)
        return Seen(session, self.rendered, problems, stale, checked, self.arrival, differences)
