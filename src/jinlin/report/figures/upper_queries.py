"""What the rooms above the issues tell a report: meetings owed, projects, what was disclosed."""

from __future__ import annotations

from typing import Final

from jinlin.core.days.period import PassedStretch
from jinlin.elevator.consent.sounding import sounding_and_signed
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.projects import projects
from jinlin.elevator.rules.answers import Opinion
from jinlin.elevator.rules.books import AccountTotals, Books
from jinlin.meeting.calendar.calendar import calendar_lines
from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.rules.meeting_duties import DaySpan, DutyState
from jinlin.report.figures.figures import DisclosureFigures, MissedMeeting, ProjectFigure
from jinlin.report.figures.full import FollowUp, MeetingsOwed, ProjectMoney
from jinlin.store.transaction.tx import Reader

MOST_PROJECTS: Final = 20
"""A complex with more lifts under way at once reports the rest in the elevator room's own list."""


def missed_meetings(reader: Reader, period: PassedStretch) -> tuple[MissedMeeting, ...]:
    """Return what the rules asked for in a period that is over and was not held."""
    if not period.complete:
        return ()
    window = DaySpan(period.stretch.first, period.stretch.last)
    missing: dict[str, int] = {}
    for line in calendar_lines(reader, window):
        duty = line.duty
        if duty.standing is DutyState.MISSED and duty.span.last <= window.last:
            code = line.type.code
            missing[code] = missing.get(code, 0) + max(1, duty.needed - duty.held)
    return tuple(MissedMeeting(type=code, missing=count) for code, count in missing.items())


def meeting_duties(reader: Reader, period: PassedStretch) -> tuple[MeetingsOwed, ...]:
    """Return the meetings held against those due by their rules."""
    window = DaySpan(period.stretch.first, period.stretch.last)
    return tuple(
        MeetingsOwed(line.type.code, line.duty.needed, line.duty.held, line.duty.standing)
        for line in calendar_lines(reader, window)
    )


def progress(reader: Reader, table: str, ended: str, period: PassedStretch) -> FollowUp:
    """Return what became of resolutions or action items of meetings held so far.

    Args:
        reader: the database.
        table: `resolution` or `action_item`.
        ended: the column with the day on which one was carried out.
        period: what the report is about.
    """
    row = reader.row(
        f"SELECT total({ended} IS NULL OR {ended} > ?2) AS open,"
        f" total(({ended} IS NULL OR {ended} > ?2) AND due_on < ?3) AS late,"
        f" total({ended} BETWEEN ?1 AND ?2) AS done"
        f" FROM {table} AS r JOIN meeting AS m ON m.id = r.meeting_id"
        " WHERE r.removed_at IS NULL AND m.removed_at IS NULL AND m.held_at < ?4"
        f" AND {DECIDED if table == 'resolution' else 1}",
        (
            period.stretch.first.isoformat(),
            period.last_day.isoformat(),
            period.day_after.isoformat(),
            period.stop,
        ),
    )
    assert row is not None
    return FollowUp(int(row["open"]), int(row["late"]), int(row["done"]))


def project_money(reader: Reader) -> tuple[ProjectMoney, ...]:
    """Return the books of the elevator projects under way, as far as anything moved."""
    found = []
    for project in projects(reader, open_only=True, limit=MOST_PROJECTS):
        books = totals(reader, project, Books.WORKS)
        if books != AccountTotals():
            received = books.received + books.fund + books.elsewhere - books.refunds
            found.append(
                ProjectMoney(project.label, project.place, received, books.spending, books.balance)
            )
    return tuple(found)


def project_figures(reader: Reader) -> tuple[ProjectFigure, ...]:
    """Return where the elevator projects under way stand today."""
    found = []
    for project in projects(reader, open_only=True, limit=MOST_PROJECTS):
        sounding, signed = sounding_and_signed(reader, project)
        agree, disagree = sounding.agree, sounding.answers[Opinion.DISAGREE]
        heard = sum(
            sounding.answers[answer]
            for answer in Opinion
            if answer not in (Opinion.NO_ANSWER, Opinion.NOT_REACHED)
        )
        found.append(
            ProjectFigure(
                number=project.label,
                place=project.place,
                kind=project.kind,
                stage=project.stage,
                asked=sounding.doors,
                agree=agree,
                disagree=disagree,
                unheard=max(0, sounding.doors - heard),
                signed=signed.signed,
                payers=signed.payers,
            )
        )
    return tuple(found)


def disclosure_figures(reader: Reader, period: PassedStretch) -> DisclosureFigures:
    """Return what was posted, objected to and asked in a period."""
    row = reader.row(
        "SELECT (SELECT count(*) FROM notice WHERE removed_at IS NULL"
        " AND posted_on BETWEEN ?1 AND ?2) AS posted,"
        " (SELECT count(*) FROM notice_objection WHERE removed_at IS NULL"
        " AND received_on BETWEEN ?1 AND ?2) AS objections,"
        " (SELECT count(*) FROM notice_objection WHERE removed_at IS NULL"
        " AND received_on BETWEEN ?1 AND ?2 AND answered_on IS NOT NULL) AS answered,"
        " (SELECT count(*) FROM question WHERE removed_at IS NULL"
        " AND asked_on BETWEEN ?1 AND ?2) AS questions,"
        " (SELECT count(*) FROM question WHERE removed_at IS NULL"
        " AND asked_on BETWEEN ?1 AND ?2 AND answered_on IS NOT NULL) AS replied,"
        " (SELECT count(*) FROM question WHERE removed_at IS NULL"
        " AND asked_on BETWEEN ?1 AND ?2 AND answered_on <= answer_by) AS in_time",
        (period.stretch.first.isoformat(), period.last_day.isoformat()),
    )
    assert row is not None
    return DisclosureFigures(**{name: row[name] for name in row.keys()})  # noqa: SIM118  (a Row is no mapping)
