"""What wants doing today, asked of all rooms, as values for the page, for JSON and the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from jinlin.cli.today.checklist import ChecklistItem, checklist
from jinlin.core.i18n import _
from jinlin.output.contribution.rooms import contributed
from jinlin.output.contribution.today_lines import TodayLine, TodaySection, Waiting
from jinlin.output.listing.listed_texts import as_listed
from jinlin.store.transaction.tx import Reader

Found: TypeAlias = Mapping[TodaySection, Waiting]
"""What waits, in the order of the rooms' ranks."""


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
        checklist: all that stands on it, the most pressing first.
        notes: what else waits.
        sections: what each room said, for JSON.
    """

    day: date
    complex: str
    checklist: Sequence[ChecklistItem]
    notes: Sequence[DayNote]
    sections: Found

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return (
            {"day": self.day.isoformat()}
            | {
                section.key: {"total": kind.total, "first": [entry.data for entry in kind.first]}
                | ({"next": _next(section, kind.first[0])} if kind.first else {})
                for section, kind in self.sections.items()
            }
            | {"checklist": [item.data for item in self.checklist]}
        )

    def without_program(self) -> Day:
        """Return the same with lines as the window takes them: without the program."""
        return self._replace(
            checklist=[one._replace(line=_bare(one.line)) for one in self.checklist],
            notes=[one._replace(line=_bare(one.line)) for one in self.notes],
        )


def _bare(line: str) -> str:
    return line.removeprefix("jinlin ")


def day_of(reader: Reader) -> Day:
    """Return what wants doing today, with texts as listings show them."""
    found = {
        section: section.waiting(reader)
        for section in sorted(section for room in contributed("today") for section in room.SECTIONS)
    }
    items = checklist((section.key, kind.concerns) for section, kind in found.items())
    told = as_listed(reader, _texts(found, items))
    sections = {
        section: kind._replace(
            first=tuple(e._replace(text=told.get(e.text, e.text)) for e in kind.first)
        )
        for section, kind in found.items()
    }
    return Day(
        day=reader.clock.today,
        complex=reader.value("SELECT name FROM complex") or "",
        checklist=[item._replace(title=told.get(item.title, item.title)) for item in items],
        notes=[
            DayNote(_(section.heading), kind.total, kind.first[0], _next(section, kind.first[0]))
            for section, kind in sections.items()
            if kind.total and not kind.concerns
        ],
        sections=sections,
    )


def _texts(found: Found, items: Iterable[ChecklistItem]) -> Iterable[str]:
    yield from (line.text for kind in found.values() for line in kind.first if line.text)
    yield from (item.title for item in items if item.title)


def _next(section: TodaySection, first: TodayLine) -> str:
    """Return what to type next."""
    return _(section.next).format(number=first.number, who=first.who, day=first.day)
