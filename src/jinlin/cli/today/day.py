"""What wants doing today, asked of all rooms, as values for the page, for JSON and the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from jinlin.cli.today.checklist import AT_ONCE, ChecklistItem, checklist
from jinlin.cli.today.first_steps import first_steps
from jinlin.core.i18n import _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.output.contribution.rooms import contributed
from jinlin.output.contribution.today_lines import TodayLine, TodaySection, Waiting
from jinlin.output.listing.listed_texts import as_listed
from jinlin.store.transaction.tx import Reader


class DayNote(NamedTuple):
    """What else waits: one line for all of a kind.

    Attributes:
        heading: what it is, translated.
        total: how many.
        first: the first of them.
        line: what to type, whole.
    """

    heading: str
    total: int
    first: TodayLine
    line: str


class Day(NamedTuple):
    """What wants doing on a day.

    Attributes:
        day: which.
        complex: what the complex is called.
        checklist: what stands on it, the most pressing first; all of it or its beginning.
        total: how many stand on it.
        notes: what else waits.
        all_of_it: what to type to see the whole checklist.
        first_steps: what is not begun yet, where nothing waits: what it is, and what to type.
    """

    day: date
    complex: str
    checklist: Sequence[ChecklistItem]
    total: int
    notes: Sequence[DayNote]
    all_of_it: str
    first_steps: Sequence[tuple[str, str]]

    def without_program(self) -> Day:
        """Return the same with lines as the window takes them: without the program."""
        return self._replace(
            checklist=[one._replace(line=_bare(one.line)) for one in self.checklist],
            notes=[one._replace(line=_bare(one.line)) for one in self.notes],
            all_of_it=_bare(self.all_of_it),
            first_steps=[(what, _bare(line)) for what, line in self.first_steps],
        )


def _bare(line: str) -> str:
    return line.removeprefix("jinlin ")


def day_of(reader: Reader, *, everything: bool = False) -> Day:
    """Return what wants doing today, with texts as listings show them.

    Args:
        reader: the database.
        everything: whether all of the checklist is wanted and not its beginning.
    """
    waiting = {s: s.waiting(reader) for s in _sections() if s.concerns is None}
    listed = _listed(reader, waiting)
    items = _checklist(reader, everything=everything)
    notes = [
        DayNote(_(section.heading), kind.total, kind.first[0], _next(section, kind.first[0]))
        for section, kind in listed.items()
        if kind.total
    ]
    return Day(
        day=reader.clock.today,
        complex=reader.value("SELECT name FROM complex") or "",
        checklist=items,
        total=sum(
            room.count_subjects(reader)
            for room in contributed("today")
            if hasattr(room, "count_subjects")
        ),
        notes=notes,
        all_of_it=_("jinlin today --all"),
        first_steps=[] if items or notes else [*first_steps(reader)],
    )


def day_data(reader: Reader, *, everything: bool = False) -> dict[str, Any]:
    """Return the day as JSON has it: what each room says of itself, and the checklist."""
    day = day_of(reader, everything=everything)
    listed = _listed(reader, {section: section.waiting(reader) for section in _sections()})
    return (
        {"day": day.day.isoformat()}
        | {
            section.key: {"total": kind.total, "first": [entry.data for entry in kind.first]}
            | ({"next": _next(section, kind.first[0])} if kind.first else {})
            for section, kind in listed.items()
        }
        | {"checklist": [item.data for item in day.checklist], "checklist_total": day.total}
    )


def _sections() -> list[TodaySection]:
    """Return what every room declares, in the order of their ranks."""
    return sorted(section for room in contributed("today") for section in room.SECTIONS)


def _checklist(reader: Reader, *, everything: bool) -> Sequence[ChecklistItem]:
    """Return the checklist or its beginning.

    Of each reason only so many are asked for as are wanted: whoever stands on a place of the
    checklist stands on no later one of its own reason.
    """
    wanted = 0 if everything else AT_ONCE
    items = checklist(
        (section.key, section.concerns(reader, wanted))
        for section in _sections()
        if section.concerns is not None
    )[: wanted or None]
    told = as_listed(reader, (item.title for item in items))
    return [item._replace(title=told[item.title]) for item in items]


def _listed(
    reader: Reader, found: Mapping[TodaySection, Waiting]
) -> Mapping[TodaySection, Waiting]:
    """Return what waits with its texts as listings show them."""
    told = as_listed(reader, (line.text for kind in found.values() for line in kind.first))
    return {
        section: kind._replace(
            first=tuple(line._replace(text=told[line.text]) for line in kind.first)
        )
        for section, kind in found.items()
    }


def _next(section: TodaySection, first: TodayLine) -> str:
    """Return what to type next."""
    return as_spoken(_(section.next)).format(number=first.number, who=first.who, day=first.day)
