"""What meetings hand over: what they decided or gave out and is not done, and those to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.written import day_short
from jinlin.core.i18n import N_, _
from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.meeting.record import action_register, resolution_register
from jinlin.meeting.record.queries import OF_TYPE, held_within, meetings
from jinlin.meeting.record.ties import ToldOutside
from jinlin.meeting.rules.kinds import service_types, type_name
from jinlin.meeting.service.days import WAS_HELD, service_days
from jinlin.meeting.service.usual import keeping, usual
from jinlin.meeting.service.words import kept_words
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader


class _Task(NamedTuple):
    """A resolution or an action item."""

    label: str
    text: str
    owner: str | None
    due_on: date | None


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    tasks = _tasks(reader)
    yield HandoverPart(
        30,
        data={"resolutions": [task.label for task in tasks]},
        blocks=(Heading(_("Resolutions and action items to be carried out")), _to_do(tasks)),
    )
    ahead = tuple(_ahead(reader))
    headings = (_("Number"), _("Meeting"), _("Date"), _("Place"))
    table = (Heading(_("Meetings to come")), Table(headings, ahead, widths=(12, 46, 16, 26)))
    yield HandoverPart(
        32,
        data={"meetings": [label for label, *_rest in ahead]},
        blocks=table if ahead else (),
    )
    services = tuple(_services(reader))
    kept = Table(
        (_("Service day"), _("How often"), _("Place"), _("Last held"), _("In a row")),
        services,
        widths=(16, 16, 18, 18, 32),
    )
    yield HandoverPart(
        33,
        data={"services": [name for name, *_rest in services]},
        blocks=(Heading(_("Service days to keep up")), kept) if services else (),
    )


def _services(reader: Reader) -> Iterator[tuple[str, ...]]:
    """Yield the kinds of service days that are held here: what is usual, and how each was kept."""
    for code in service_types():
        kept = keeping(reader, code)
        if not kept.held:
            continue
        known = usual(reader, code)
        last = service_days(reader, OF_TYPE([code]) & WAS_HELD, limit=1)
        yield (
            type_name(code),
            kept.due.words if kept.due else "—",
            known.place or "—",
            day_short(last[0].day),
            kept_words(kept, known) or "—",
        )


def _tasks(reader: Reader) -> list[_Task]:
    """Return what is not carried out, whatever its day, the first due first."""
    decided = resolution_register.resolutions(reader, resolution_register.UNDONE)[0]
    given_out = action_register.actions(reader, action_register.UNDONE)[0]
    found = [
        *(_Task(one.label, one.text, one.owner, one.due_on) for one in decided),
        *(_Task(one.label, one.text, one.owner, one.due_on) for one in given_out),
    ]
    found.sort(key=lambda task: task.due_on or date.max)
    told = ToldOutside(reader).texts((task.label, task.text) for task in found)
    return [task._replace(text=text) for task, text in zip(found, told, strict=True)]


def _to_do(tasks: list[_Task]) -> Block:
    if not tasks:
        return Paragraph(_("There are none."))
    return Table(
        headings=(_("Number"), _("Resolution or task"), _("Who carries it out"), _("Due on")),
        rows=tuple(
            (
                task.label,
                task.text,
                task.owner or "—",
                day_short(task.due_on) if task.due_on else "—",
            )
            for task in tasks
        ),
        widths=(12, 54, 18, 16),
    )


def _ahead(reader: Reader) -> Iterator[tuple[str, str, str, str]]:
    """Yield the meetings from today on, the first first."""
    clock = reader.clock
    found = meetings(reader, held_within(clock.moment(clock.today), clock.moment(date.max)))
    rows = [listed.meeting for listed in reversed(found)]
    titles = ToldOutside(reader).texts((row.label, row.title) for row in rows)
    for row, title in zip(rows, titles, strict=True):
        yield row.label, title, day_short(row.held_at.date()), row.place or "—"


SHARE: Final = HandoverShare(registers={"meeting": N_("meetings")}, parts=_parts)
