"""The page of the day: one line for one thing, so that a day fits a screen of 80 columns by 24."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.cli.today.checklist import AT_ONCE, ChecklistItem
from jinlin.cli.today.day import Day, DayNote
from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.i18n import _
from jinlin.core.text import cut, pad, shown, width, wrapped

_TITLE: Final = 16
"""A title keeps so many columns at least; otherwise what to type has a line of its own."""
_BETWEEN: Final = "  "


def page(day: Day, columns: int, *, everything: bool = False) -> Iterator[str]:
    """Return the lines of the page.

    Args:
        day: what wants doing.
        columns: how wide the screen is.
        everything: whether to show all of the checklist and not its beginning.
    """
    yield _("{complex}, {day} {weekday}").format(
        complex=day.complex, day=day.day, weekday=_(WEEKDAY_NAMES[day.day.weekday()])
    )
    if not day.checklist and not day.notes:
        yield from wrapped(
            _("Nothing is waiting today. Have a look around the complex, or rest a little."),
            columns,
        )
    said = day.checklist if everything else day.checklist[:AT_ONCE]
    if said:
        yield ""
        yield from _rows(said, columns)
    if more := len(day.checklist) - len(said):
        yield _("{count} more: jinlin today --all").format(count=more)
    if day.notes:
        yield ""
        yield from _notes(day, columns)


def _rows(items: Sequence[ChecklistItem], columns: int) -> Iterator[str]:
    """Return a line for each item; where there is no room, what to type stands below."""
    head = max(width(item.short) for item in items)
    why = max(width(item.why) for item in items)
    line = max(width(item.line) for item in items)
    room = columns - head - why - 4 - 2 * len(_BETWEEN)
    beside = room - line - len(_BETWEEN) >= _TITLE
    room = room - line - len(_BETWEEN) if beside else room
    titles = [cut(shown(item.title), room) for item in items]
    for item, title in zip(items, titles, strict=True):
        start = f"{item.number:>2}  {pad(item.short, head)}  {pad(title, max(map(width, titles)))}"
        if beside:
            yield f"{start}  {pad(item.why, why)}  {item.line}"
        else:
            yield f"{start}  {item.why}"
            yield from (f"    {part}" for part in wrapped(item.line, columns - 4))


def _notes(day: Day, columns: int) -> Iterator[str]:
    """Return a line for each kind; what to type stands in one column as far as there is room."""
    said = [_said(note, day.day) for note in day.notes]
    column = min(max(map(width, said)), columns - max(width(note.line) for note in day.notes) - 2)
    for start, note in zip(said, day.notes, strict=True):
        room = columns - width(note.line) - len(_BETWEEN)
        if room >= min(width(start), width(note.heading) + _TITLE):
            yield f"{pad(cut(start, room), column)}{_BETWEEN}{note.line}"
        else:
            yield from wrapped(start, columns)
            yield from (f"    {part}" for part in wrapped(note.line, columns - 4))


def _said(note: DayNote, today: date) -> str:
    """Return what waits: how many, and the first of them."""
    first = note.first
    facts = [(first.day or "").removeprefix(f"{today.year}-"), first.who]
    text = " ".join(filter(None, (first.number, first.text, *facts)))
    if note.total == 1:
        return shown(_("{what}: {text}").format(what=note.heading, text=text))
    return shown(
        _("{what} ({count}): {text}").format(what=note.heading, count=note.total, text=text)
    )
