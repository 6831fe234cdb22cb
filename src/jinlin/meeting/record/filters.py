"""What meetings, resolutions and action items can be asked for."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.reference import parse_reference
from jinlin.meeting.record import action_register, resolution_register
from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.record.queries import OF_TYPE
from jinlin.meeting.rules.kinds import parse_type
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.output.listing.filter import (
    Condition,
    Filter,
    FilterTerm,
    each,
    having,
    moments,
    one_of,
    plain,
)
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader

MEETINGS: Final = Filter(
    (
        FilterTerm(
            "type", N_("Such as committee-meeting: jinlin meeting types"), N_("TYPE"),
            read=lambda word: parse_type(word).code, where=OF_TYPE,
        ),
        FilterTerm(
            "undone", N_("Only those that are to be held or going on."),
            where=plain("m.ended_at IS NULL AND m.confirmed_at IS NULL"),
        ),
        *moments("m.held_at"),
        FilterTerm(
            "text", N_("Words in title, place, agenda or resolutions."), N_("TEXT"),
            where=each(
                "instr(lower(m.title), lower(?)) OR instr(lower(m.place), lower(?))"
                " OR EXISTS (SELECT 1 FROM agenda_item AS i WHERE i.meeting_id = m.id"
                " AND i.removed_at IS NULL AND instr(lower(i.title), lower(?)))"
                " OR EXISTS (SELECT 1 FROM resolution AS r WHERE r.meeting_id = m.id"
                " AND r.removed_at IS NULL AND instr(lower(r.text), lower(?)))"
            ),
        ),
    )
)  # fmt: skip


def _today(reader: Reader, _word: str) -> str:
    return reader.clock.today.isoformat()


def _shared(table: str, undone: Condition) -> tuple[FilterTerm, ...]:
    """Return what both registers can be asked for.

    Args:
        table: what the register's table is called in the question.
        undone: what is not carried out yet.
    """
    return (
        FilterTerm(
            "overdue", N_("Only what is past its deadline."),
            find=_today, where=each(f"{undone.sql} AND {table}.due_on < ?"),
        ),
        *moments(
            "m.held_at",
            since=N_("Of meetings from this day on."),
            until=N_("Of meetings up to this day."),
        ),
        FilterTerm(
            "meeting", N_("Only those of this meeting."), "M12",
            read=parse_number, where=one_of("m.number"), kind="meeting",
        ),
        FilterTerm(
            "owner", N_("Only what this person carries out."), N_("WHO"),
            where=having(f"{table}.owner"), kind="person", chinese="--责任人",
        ),
        FilterTerm("text", N_("Words in it."), N_("TEXT"), where=having(f"{table}.text")),
    )  # fmt: skip


_OVERDUE, *_REST = _shared("r", resolution_register.UNDONE)
RESOLUTIONS: Final = Filter(
    (
        FilterTerm(
            "status", N_("open, done or revoked."), N_("WORD"),
            choice=ResolutionStatus,
            where=one_of(f"CASE WHEN r.status <> 'open' OR {DECIDED} THEN r.status END"),
        ),
        FilterTerm(
            "undone", N_("Only what is not carried out yet."),
            where=plain(resolution_register.UNDONE.sql),
        ),
        _OVERDUE,
        FilterTerm(
            "review", N_("Only what is to be looked at again by now."),
            find=_today, where=each(f"{resolution_register.UNDONE.sql} AND r.review_on <= ?"),
        ),
        *_REST,
    )
)  # fmt: skip
ACTIONS: Final = Filter(
    (
        FilterTerm("undone", N_("Only what is undone."), where=plain(action_register.UNDONE.sql)),
        FilterTerm(
            "about",
            N_("Only what is about this: W2, what an evaluation found."),
            N_("NUMBER"),
            find=lambda reader, word: known(reader, parse_reference(word)),
            where=action_register.about_any,
        ),
        *_shared("a", action_register.UNDONE),
    )
)
