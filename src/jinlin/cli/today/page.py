"""The page of the day: one line for one thing, so that a day fits a screen of 80 columns by 24."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.cli.today.checklist import ChecklistItem
from jinlin.cli.today.day import Day, DayNote
from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.i18n import _
from jinlin.core.text import cut, pad, shown, width, wrapped

_TITLE: Final = 16
"""A title keeps so many columns at least; otherwise what to type has a line of its own."""
_TEXT: Final = 8
"""Less of what waits tells nothing."""
_BETWEEN: Final = "  "


def page(day: Day, columns: int) -> Iterator[str]:
    """Return the lines of the page.

    Args:
        day: what wants doing.
        columns: how wide the screen is.
    """
    yield _("{complex}, {day} {weekday}").format(
        complex=day.complex, day=day.day, weekday=_(WEEKDAY_NAMES[day.day.weekday()])
    )
    if day.first_steps:
        yield from _begun_with(day.first_steps)
    elif not day.checklist and not day.notes:
        yield from wrapped(
            _("Nothing is waiting today. Have a look around the complex, or rest a little."),
            columns,
        )
    if day.checklist:
        yield ""
        yield from _rows(day.checklist, columns)
    if more := day.total - len(day.checklist):
        yield _("{count} more: {line}").format(count=more, line=day.all_of_it)
    if day.notes:
        yield ""
        yield from _notes(day, columns)


def _begun_with(steps: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Return what to begin with, each beside what to type."""
    yield _("Nothing is waiting. Not recorded yet, in whichever order you like:")
    column = max(width(what) for what, _line in steps)
    for what, line in steps:
        yield f"  {pad(what, column)}{_BETWEEN}{line}"


def _rows(items: Sequence[ChecklistItem], columns: int) -> Iterator[str]:
    """Return a line for each item; where there is no room, what to type stands below.

    Who has it is told on a screen where nothing else need be cut for it.
    """
    digits = len(str(items[-1].number))
    whole: list[tuple[str, ...]] = [
        (f"{i.number:>{digits}}", i.short, cut(shown(i.title), columns), i.why, _who(i), i.line)
        for i in items
    ]
    widths = _widths(whole)
    if not widths[4] or 1 + sum(widths) + len(_BETWEEN) * len(widths) > columns:
        whole = [(*row[:4], row[5]) for row in whole]
        widths = _widths(whole)
    room = columns - 1 - sum(widths) - len(_BETWEEN) * (len(widths) - 1) + widths[2]
    beside = room >= min(_TITLE, widths[2])
    widths[2] = min(widths[2], room if beside else room + widths[-1] + len(_BETWEEN))
    for *cells, line in whole:
        cells[2] = cut(cells[2], widths[2])
        start = _BETWEEN.join(map(pad, cells, widths))
        if beside:
            yield f" {start}{_BETWEEN}{line}"
        else:
            yield f" {start.rstrip()}"
            yield from _below(line, columns)


def _widths(rows: Iterable[Sequence[str]]) -> list[int]:
    return [max(map(width, column)) for column in zip(*rows, strict=True)]


def _who(item: ChecklistItem) -> str:
    """Return who has it, unless the reason names her."""
    return "" if item.who is None or item.who in item.why else shown(item.who)


def _notes(day: Day, columns: int) -> Iterator[str]:
    """Return a line for each kind; what to type stands in one column as far as there is room."""
    column = min(
        columns - max(width(note.line) for note in day.notes) - len(_BETWEEN),
        max(width(_said(note, day.day, columns)) for note in day.notes),
    )
    for note in day.notes:
        for room in (column, columns - width(note.line) - len(_BETWEEN)):
            said = _said(note, day.day, room)
            if width(said) <= room:
                yield f"{pad(said, room if room == column else 0)}{_BETWEEN}{note.line}"
                break
        else:
            yield from wrapped(_said(note, day.day, columns), columns)
            yield from _below(note.line, columns)


def _said(note: DayNote, today: date, columns: int) -> str:
    """Return what waits, in so many columns if possible: how many, and of the first what it is."""
    first = note.first
    many = _(" ({count})").format(count=note.total) if note.total > 1 else ""
    day = (first.day or "").removeprefix(f"{today.year}-")

    def told(text: str, who: str = "") -> str:
        facts = " ".join(filter(None, (first.number, text, day, who)))
        return shown(_("{what}: {text}").format(what=f"{note.heading}{many}", text=facts))

    whole = told(first.text, first.who or "")
    if width(whole) <= columns:
        return whole
    room = columns - width(told("")) - 1
    return told(cut(first.text, room)) if room >= _TEXT else told(first.text)


def _below(line: str, columns: int) -> Iterator[str]:
    yield from (f"    {part}" for part in wrapped(line, columns - 4))
