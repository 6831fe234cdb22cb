"""What the rooms above the issues tell a report: meetings owed, projects, what was disclosed."""

from __future__ import annotations

from jinlin.core.days.period import PassedStretch
from jinlin.elevator.consent.sounding import sounding_and_signed
from jinlin.elevator.project.projects import MOST_REPORTED, projects
from jinlin.elevator.rules.answers import Opinion
from jinlin.meeting.calendar.calendar import calendar_lines
from jinlin.meeting.rules.meeting_duties import DaySpan, DutyState
from jinlin.report.figures.figures import DisclosureFigures, MissedMeeting, ProjectFigure
from jinlin.store.transaction.tx import Reader


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


def project_figures(reader: Reader) -> tuple[ProjectFigure, ...]:
    """Return where the elevator projects under way stand today."""
    found = []
    for project in projects(reader, open_only=True, limit=MOST_REPORTED):
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
