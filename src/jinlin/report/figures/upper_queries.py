"""What the rooms above the issues tell a report: meetings owed, projects, what was disclosed."""

from __future__ import annotations

import json
from datetime import date
from typing import Final

from jinlin.core.clock import kept_day
from jinlin.core.days.period import PassedStretch
from jinlin.elevator.progress.on_day import ProjectOnDay, projects_told
from jinlin.elevator.rules.answers import Opinion
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.calendar.calendar import calendar_lines
from jinlin.meeting.duties import unposted
from jinlin.meeting.record.branch_first import DELIBERATED
from jinlin.meeting.record.held import HELD
from jinlin.meeting.record.results import MATTERS, RESULT
from jinlin.meeting.rules.meeting_duties import DaySpan, DutyState, MeetingDuty
from jinlin.member.posts.carriages import SEATS, seats
from jinlin.member.posts.cross_posting import bodies_on
from jinlin.output.listing.discretion import Redaction
from jinlin.project.progress.on_day import works_told
from jinlin.report.figures.figures import (
    BodyFigure,
    DisclosureFigures,
    GuidanceFigures,
    MissedMeeting,
    ProjectFigure,
    PutRightFigures,
    WorksFigure,
)
from jinlin.store.transaction.tx import Reader


def missed_meetings(reader: Reader, period: PassedStretch) -> tuple[MissedMeeting, ...]:
    """Return what the rules asked for by the end of a period and was not held."""
    window = DaySpan(period.stretch.first, period.stretch.last)
    missed: dict[str, list[MeetingDuty]] = {}
    for line in calendar_lines(reader, window):
        duty = line.duty
        over = duty.span.last <= window.last and duty.span.last < period.day_after
        if over and duty.standing is DutyState.MISSED:
            missed.setdefault(line.type.code, []).append(duty)
    return tuple(
        MissedMeeting(
            type=code,
            missing=sum(max(1, duty.needed - duty.held) for duty in duties),
            spans=tuple(duty.span for duty in duties),
        )
        for code, duties in missed.items()
    )


def project_figures(reader: Reader, period: PassedStretch) -> tuple[ProjectFigure, ...]:
    """Return where the elevator projects stood when a period ended."""
    told = projects_told(reader, period.stretch.first, period.last_day)
    return tuple(map(_project_figure, told))


def _project_figure(told: ProjectOnDay) -> ProjectFigure:
    project, sounding, owed, books = told.project, told.sounding, told.owed, told.books
    heard = sum(
        sounding.answers[answer]
        for answer in Opinion
        if answer not in (Opinion.NO_ANSWER, Opinion.NOT_REACHED)
    )
    return ProjectFigure(
        number=project.label,
        building=project.building,
        entrance=project.entrance,
        place=project.place,
        kind=project.kind,
        stage=project.stage,
        ended_on=kept_day(project.ended_on),
        asked=sounding.doors,
        agree=sounding.agree,
        disagree=sounding.answers[Opinion.DISAGREE],
        unheard=max(0, sounding.doors - heard),
        signed=told.signed.signed,
        payers=owed.payers if owed else 0,
        total=owed.total if owed else None,
        due=owed.due if owed else 0,
        lowest=owed.lowest if owed else None,
        highest=owed.highest if owed else None,
        received=books.received + books.fund - books.refunds,
        elsewhere=books.elsewhere,
        spent=books.spending,
    )


def works_figures(reader: Reader, period: PassedStretch) -> tuple[WorksFigure, ...]:
    """Return where the works in the complex stood when a period ended."""
    told = works_told(reader, period.stretch.first, period.last_day)
    titles = discreet_texts(reader, [one.project.title for one in told], form=Redaction.PUBLIC)
    return tuple(
        WorksFigure(
            number=one.project.label,
            title=title,
            stage=one.project.stage,
            since=date.fromisoformat(one.project.stage_since),
            ended_on=kept_day(one.project.ended_on),
            members=one.members,
            budget=one.money.budget,
            contract=one.money.contract if one.money.signed else None,
            paid=one.money.paid,
        )
        for one, title in zip(told, titles, strict=True)
    )


_DISCLOSED: Final = """
    SELECT (SELECT count(*) FROM notice WHERE removed_at IS NULL
            AND posted_on BETWEEN ?1 AND ?2) AS posted,
        (SELECT count(*) FROM notice_objection WHERE removed_at IS NULL
         AND received_on BETWEEN ?1 AND ?2) AS objections,
        (SELECT count(*) FROM notice_objection WHERE removed_at IS NULL
         AND received_on BETWEEN ?1 AND ?2 AND answered_on <= ?2) AS answered,
        (SELECT count(*) FROM question WHERE removed_at IS NULL
         AND asked_on BETWEEN ?1 AND ?2) AS questions,
        (SELECT count(*) FROM question WHERE removed_at IS NULL
         AND asked_on BETWEEN ?1 AND ?2 AND answered_on <= ?2) AS replied,
        (SELECT count(*) FROM question WHERE removed_at IS NULL
         AND asked_on BETWEEN ?1 AND ?2 AND answered_on <= min(?2, answer_by)) AS in_time,
        (SELECT count(*) FROM notice WHERE removed_at IS NULL AND posted_on BETWEEN ?1 AND ?2
         AND matter IN (SELECT value FROM json_each(?3))) AS decisions,
        (SELECT count(*) FROM notice WHERE removed_at IS NULL AND posted_on BETWEEN ?1 AND ?2
         AND matter = ?4) AS results"""


def disclosure_figures(reader: Reader, period: PassedStretch) -> DisclosureFigures:
    """Return what was posted, objected to and asked in a period, and what was not posted by it."""
    days = (period.stretch.first.isoformat(), period.last_day.isoformat())
    decided = json.dumps(sorted({*MATTERS.values()} - {"evaluation"}))
    row = reader.row(_DISCLOSED, (*days, decided, RESULT))
    assert row is not None
    return DisclosureFigures(**dict(row), unposted=unposted(reader, period.last_day))


def put_right_figures(reader: Reader, period: PassedStretch) -> PutRightFigures:
    """Return what was to be put right in a period after evaluations, and how much was done."""
    row = reader.row(
        "SELECT count(*) AS count, ifnull(sum(a.done_on <= ?2), 0) AS done"
        " FROM action_item AS a JOIN meeting AS m ON m.id = a.meeting_id"
        " WHERE a.about_kind = 'survey' AND a.removed_at IS NULL AND m.removed_at IS NULL"
        " AND m.held_at < ?3 AND ifnull(a.done_on >= ?1, 1)",
        (period.stretch.first.isoformat(), period.last_day.isoformat(), period.stop),
    )
    assert row is not None
    return PutRightFigures(count=row["count"], done=row["done"])


_SAT_IN: Final = f"""
    SELECT count(*) FROM meeting AS m
    WHERE m.type = 'owners_committee' AND m.removed_at IS NULL AND {HELD}
      AND m.held_at >= ?1 AND m.held_at < ?2
      AND EXISTS (SELECT 1 FROM attendance AS a
          JOIN post AS o ON o.person_id = a.person_id AND o.removed_at IS NULL
              AND o.body = 'branch' AND ifnull(o.ended_on > substr(m.held_at, 1, 10), 1)
          WHERE a.meeting_id = m.id AND a.removed_at IS NULL AND a.state = 'sitting_in')"""


def guidance_figures(reader: Reader, period: PassedStretch) -> GuidanceFigures:
    """Return what the branch deliberated first and where it sat in, and who sat in which body."""
    row = reader.row(
        f"SELECT ({DELIBERATED}) AS deliberated, ({_SAT_IN}) AS sat_in",
        (period.start, period.stop),
    )
    assert row is not None
    sizes = seats(reader)
    return GuidanceFigures(
        deliberated=row["deliberated"],
        sat_in=row["sat_in"],
        bodies=tuple(
            BodyFigure(
                body=one.body,
                people=one.people,
                in_party=one.in_party,
                seats=sizes.get(one.body),
            )
            for one in bodies_on(reader, period.last_day, tuple(SEATS))
        ),
    )
