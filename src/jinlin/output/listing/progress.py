"""A bar for long work, on a terminal only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from jinlin.core.call import Call
from jinlin.core.i18n import _

LONG: Final = 2000
"""From so many steps on a bar is worth its line."""
_WIDTH: Final = 24
_STEP: Final = 500

_T = TypeVar("_T")


class Bar:
    """One line that is written over and over, and gone at the end.

    Args:
        call: the command.
        total: about how many steps there are.
    """

    def __init__(self, call: Call, total: int) -> None:
        self._total = max(total, 1)
        self._stream = call.environment.stderr
        self._shown = total >= LONG and self._stream.isatty() and not call.quiet and not call.json

    def over(self, things: Iterable[_T]) -> Iterator[_T]:
        """Yield the things, moving the bar."""
        if not self._shown:
            yield from things
            return
        for number, thing in enumerate(things):
            if number % _STEP == 0:
                self._draw(number)
            yield thing
        self._write(_("Writing {count} rows …").format(count=self._total))

    def _draw(self, number: int) -> None:
        share = min(number / self._total, 1.0)
        full = round(share * _WIDTH)
        bar = "█" * full + "░" * (_WIDTH - full)
        text = _("Reading {done} of {total} rows").format(done=number, total=self._total)
        self._write(f"{bar} {share:4.0%} {text}")

    def _write(self, text: str) -> None:
        self._stream.write(f"\r\x1b[K{text}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._write("")


@contextmanager
def progress(call: Call, total: int) -> Iterator[Bar]:
    """Hand out a bar for work of so many steps, and take it away at the end."""
    bar = Bar(call, total)
    try:
        yield bar
    finally:
        bar.clear()
