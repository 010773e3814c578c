"""One facts file that is open: its text, what it was before, and what came of it when somebody else wrote in it.

The file on disk is the truth: each step is written before the next is done, and what cannot be written is kept and
tried again.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.commands.facts_text import rewritable_text
from generator.commands.steps import FACTS
from generator.encodings import decode_text
from generator.files import overwrite, read_bytes
from generator.preview.actions import Action, Bring, SetText, SetValue
from generator.preview.clashes import clash_after_step, clash_elsewhere, text_with_mine
from generator.preview.form_actions import OnKnown
from generator.preview.form_remedies import TakeFigure
from generator.preview.form_values import Typed, is_same, is_shown, shown_at
from generator.preview.merging import Clash, Merge, merged_texts
from generator.preview.past import Past
from generator.preview.stamps import Stamp, stamp_of
from generator.problems import FactsError, UserError
from generator.yamltext.path import Path as ValuePath

_BOM = "\ufeff"
_STEPS = 200
"""So many steps can be undone."""
_VERSIONS = 20
"""So many versions are remembered for those who typed on one while another came."""


def must_be_facts(path: Path) -> None:
    """Raise UserError for a file whose name says that it holds no facts."""
    if path.suffix.lower() not in FACTS:
        raise UserError(f"不是事实文件：{path.name}", "请给出事实文件（.yaml）。", status=2)


class Session:
    """An open facts file.

    `text` is what it holds, `version` counts what it has held, `trouble` says why the disk does not hold it yet, and
    `clashes` are the values that both sides changed, by number, until somebody has decided.
    """

    def __init__(self, path: Path) -> None:
        """Read the file; raises UserError when it is not there or is no text."""
        self.path = path
        decoded = rewritable_text(path)
        self.text, self._encoding = decoded
        self.version = 1
        self.trouble: UserError | None = None
        self.clashes: dict[int, Clash] = {}
        self._disk = read_bytes(path)
        self._saved = self.text
        self._stamp = self.stamp()
        self._back, self._forth = Past(_STEPS), Past(_STEPS)
        self._typing: tuple[ValuePath, int] | None = None
        self._known: dict[int, str] = {1: self.text}
        self._told = 0

    @property
    def shown_text(self) -> str:
        """The text as a page can show it: with plain line ends and without the byte-order mark."""
        return self.text.removeprefix(_BOM).replace("\r\n", "\n")

    @property
    def state(self) -> tuple[object, ...]:
        """What a page shows of it beside its text; two that are the same look the same."""
        clashes = tuple(self.clashes.items())
        return self.version, str(self.trouble), clashes, self.can_undo, self.can_redo

    @property
    def is_typing(self) -> bool:
        """Tell whether the last step was typing, which may go on."""
        return self._typing is not None and self._typing[1] == self.version

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return bool(self._forth)

    def do(self, action: Action, window: str = "") -> int:
        """Do one thing; what somebody else changed meanwhile is shown instead of written over. `save` writes the file.

        Gives the number under which the text is known that whoever did it has before him: of a whole file that was
        typed, what was typed, which may be another than what it was merged to.

        Raises FactsError, UserError where it cannot be done; then nothing is changed.
        """
        self.reread()
        if isinstance(action, OnKnown) and action.base is not None:
            self._refuse_elsewhere(action, self._known.get(action.base))
        if isinstance(action, SetText):
            return self._type_in_file(action, window)
        if not (isinstance(action, Typed) and self._is_stale(action, window)):
            self._step(action.applied(self.text, self.path.name), action.place)
        return self.version

    def bringing(self, action: Action) -> Bring:
        """Give the text without and with what an action brings from a file that was dropped; raises as `do`.

        Where another value stands it is with mine, as if that had been decided already.
        """
        self.reread()
        before, file = self.text, self.path.name
        # where the same stood already it is there by its value all the same, and no more once that is mended
        without = SetValue(action.path, "").applied(before, file) if isinstance(action, Typed) else before
        return Bring(without, action.applied(before, file))

    def bring(self, action: Action, window: str = "") -> Bring:
        """Do one thing that came from a file that was dropped, and give the text without it and with it.

        Raises UserError where the value is another already, which is shown to be decided; else as `do`.
        """
        brought = self.bringing(action)
        if isinstance(action, Typed) and self._is_stale(action, window):
            raise UserError("这一项已经填了别的数，还没有写。", "两个数列在上面，请选一个。")
        self._step(brought.after, action.place)
        return brought

    def undo(self) -> None:
        """Take the last step back, whoever made it."""
        self.reread()
        if self._back:
            self._forth.put(self.text)
            self._go_on(self._back.take())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.reread()
        if self._forth:
            self._back.put(self.text)
            self._go_on(self._forth.take())

    def settle(self, number: int, *, mine: bool) -> None:
        """Decide a clash: what was typed here goes into the file, or is let go; raises as `do` does.

        What in turn clashes with that is shown as a new clash.
        """
        clash = self.clashes.get(number)
        try:
            merged = text_with_mine(clash, self.text, self.path.name) if clash and mine else Merge(self.text)
        except LookupError as error:
            raise UserError(
                "没有写：这一条所在的几条刚才又改过，认不出是哪一条了。",
                "在这里改的还列着，请看看文件里现在的样子，自己填到那一条里，再选“改用文件里的”。",
            ) from error
        self.clashes.pop(number, None)
        if clash:
            self._clash(tuple([one._replace(window=clash.window) for one in merged.clashes]))
        self._step(merged.text, None)

    def save(self) -> None:
        """Put the text on the disk; where somebody wrote there a moment ago, take that over first.

        What cannot be written is kept, and `trouble` says why.
        """
        if self.text == self._saved and self.trouble is None:
            return
        data = self.text.encode(self._encoding)
        try:
            if overwrite(self.path, data, self._disk):
                self._disk, self._saved, self.trouble = data, self.text, None
                self._stamp = self.stamp()
                return
            self._take_over(read_bytes(self.path))
            if self.trouble is None and self.text != self._saved:
                self.save()
        except UserError as error:
            self.trouble = error

    def stamp(self) -> Stamp | None:
        """Give what tells one state of the file on disk from another; None where it is not there."""
        return stamp_of(self.path)

    def is_touched(self) -> bool:
        """Tell whether the file on disk may be another than the one that was read or written last."""
        return self.trouble is not None or self.stamp() != self._stamp

    def reread(self) -> bool:
        """Look whether somebody else wrote in the file and take that over; tells whether anything changed."""
        if not self.is_touched():
            return False
        stamp = self.stamp()
        before = (self.version, str(self.trouble))
        try:
            data = read_bytes(self.path)
        except UserError as error:
            self.trouble = error
        else:
            self._stamp, self.trouble = stamp, None
            if data != self._disk:
                self._take_over(data)
            if self.trouble is None and self.text != self._saved:
                self.save()
        return before != (self.version, str(self.trouble))

    def _take_over(self, data: bytes) -> None:
        decoded = decode_text(data, "utf-8", "gb18030")
        if decoded is None:  # written only in part, or no text any more
            self.trouble = UserError(
                f"{self.path.name} 里现在不是文字。", "请在别的程序里把它存好；在这里改的都还留着。"
            )
            return
        merged = merged_texts(self._saved, self.text, decoded.text, self.path.name)
        self._disk, self._saved, self._encoding = data, decoded.text, decoded.encoding
        self._clash(merged.clashes)
        if merged.text != self.text:
            self._back.put(self.text)
            self._forth.clear()
            self._typing = None
            for number, one in self.clashes.items():
                self.clashes[number] = clash_elsewhere(one, merged.text, self.path.name)
            self._hold(merged.text)

    def _refuse_elsewhere(self, action: OnKnown, known: str | None) -> None:
        """Refuse to touch an item of a list, or to add to one, that is another than on the page; raises UserError."""
        file = self.path.name
        if known is None or not all(is_same(path, known, self.text, file) for path in action.rests_on):
            raise UserError("没有做：这一项所在的几条刚才改过。", "请看看现在的样子，还要做的再按一次。")

    def _is_stale(self, action: Typed, window: str) -> bool:
        """Show a clash where a value is not what the page took it for."""
        if action.was is None:
            return False
        now = ""
        with suppress(FactsError):
            now = shown_at(self.text, self.path.name, action.path)
        if is_shown(now, action.was) or is_shown(now, action.text):
            return False
        origin = action.origin if isinstance(action, TakeFigure) else ""
        self._clash((Clash(action.path, action.text, now, window, origin),))
        return True

    def _type_in_file(self, action: SetText, window: str) -> int:
        base = self._known.get(action.base)
        mine, there = _as_in(action.text, self.text), self.text
        if base == there:
            self._step(mine, ())
            return self.version
        self._remember(mine)
        typed = self.version
        merged = (
            Merge(there, (Clash((), mine, there),))
            if base is None
            else merged_texts(base, mine, there, self.path.name)
        )
        self._clash(tuple([one._replace(window=window) for one in merged.clashes]))
        self._remember(there)
        self._step(merged.text, None)
        return typed

    def _step(self, text: str, place: ValuePath | None) -> None:
        if text == self.text:
            return
        if place is None or self._typing != (place, self.version):
            self._back.put(self.text)
        self._forth.clear()
        self._go_on(text)
        self._typing = None if place is None else (place, self.version)

    def _go_on(self, text: str) -> None:
        """Hold what a step on the page has made."""
        for number, one in self.clashes.items():
            self.clashes[number] = clash_after_step(one, self.text, text, self.path.name)
        self._hold(text)

    def _hold(self, text: str) -> None:
        self.text = text
        self._remember(text)

    def _remember(self, text: str) -> None:
        """Give a text a number, under which those who have it know it."""
        self.version += 1
        self._known[self.version] = text
        self._known.pop(self.version - _VERSIONS, None)

    def _clash(self, clashes: tuple[Clash, ...]) -> None:
        for clash in clashes:
            same = [
                number
                for number, one in self.clashes.items()
                if (one.path, one.window) == (clash.path, clash.window)
            ]
            self._told += not same
            self.clashes[same[0] if same else self._told] = clash


def _as_in(shown: str, text: str) -> str:
    """Give a text that a page has shown with the line ends and the byte-order mark of the file."""
    written = shown.replace("\n", "\r\n") if "\r\n" in text else shown
    return _BOM + written if text.startswith(_BOM) else written
