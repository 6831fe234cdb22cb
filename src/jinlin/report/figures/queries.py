"""A month's figures from the database, in a fixed number of questions whatever its size."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from jinlin.core.clock import kept_day
from jinlin.core.days.period import PassedStretch, period_of
from jinlin.core.days.stretch import Stretch
from jinlin.elevator.project.plans import plan_label
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.record.held import CAME, EXPECTED, HELD
from jinlin.meeting.record.ties import ToldOutside
from jinlin.meeting.rules.meetings import meeting_label, resolution_label
from jinlin.meeting.rules.resolutions import ResolutionStatus, action_label
from jinlin.meeting.service.totals import totals as service_totals
from jinlin.member.branch.tasks import tasks_told
from jinlin.member.fund.queries import purses_in
from jinlin.output.listing.discretion import discreet
from jinlin.partner.record.totals import totals
from jinlin.report.figures.figures import (
    CallFigures,
    Letterhead,
    MeetingCount,
    MemberFigures,
    PeriodFigures,
    PlanFigure,
    PlannedMeeting,
    ResolutionFigure,
)
from jinlin.report.figures.issue_queries import issue_part
from jinlin.report.figures.order_queries import order_figures
from jinlin.report.figures.request_queries import requests
from jinlin.report.figures.upper_queries import (
    disclosure_figures,
    guidance_figures,
    missed_meetings,
    project_figures,
    put_right_figures,
    works_figures,
)
from jinlin.store.history.chain import printed
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.on_day import evaluations_told, surveys_told


def period_figures(reader: Reader, stretch: Stretch, *, author: str = "") -> PeriodFigures:
    """Return all figures of a stretch that has begun.

    Args:
        reader: the database.
        stretch: the civil week, month, quarter or year.
        author: who fills the report in; otherwise the secretary.
    """
    period = period_of(stretch, reader.clock)
    issues = issue_part(reader, period, before=period_of(stretch.previous, reader.clock))
    letterhead, first_report = _letterhead(reader, author)
    compared = period.complete and first_report is not None and first_report < period.start
    outside = ToldOutside(reader)
    resolutions, due_resolutions = _resolutions(reader, period, outside)
    return PeriodFigures(
        period=period,
        letterhead=letterhead,
        **(issues._asdict() | {"previous": issues.previous if compared else None}),
        requests=requests(reader, period, issues.open_issues),
        calls=_calls(reader, period),
        meetings=_meetings(reader, period),
        missed=missed_meetings(reader, period),
        projects=project_figures(reader, period),
        works=works_figures(reader, period),
        partners=totals(reader, period),
        tasks=tasks_told(reader, stretch.first.isoformat(), period.last_day.isoformat()),
        surveys=surveys_told(reader, stretch.first, period.last_day),
        evaluations=evaluations_told(reader, stretch.first, period.last_day),
        put_right=put_right_figures(reader, period),
        orders=order_figures(reader),
        services=service_totals(reader, stretch),
        disclosure=disclosure_figures(reader, period),
        guidance=guidance_figures(reader, period),
        planned_meetings=_planned_meetings(reader, period),
        resolutions=resolutions,
        due_resolutions=due_resolutions,
        due_actions=_due_actions(reader, period, outside),
        plans=_plans(reader, period),
        purses=tuple(purses_in(reader, stretch.first.isoformat(), period.last_day.isoformat())),
        members=_members(reader, period),
    )


def _calls(reader: Reader, period: PassedStretch) -> CallFigures:
    """Return how the street was called in; what belongs to a removed issue does not count."""
    row = reader.row(
        "SELECT (SELECT count(DISTINCT e.issue_id) FROM escalation AS e"
        " JOIN issue AS i ON i.id = e.issue_id AND i.removed_at IS NULL"
        " WHERE e.level IN ('street', 'district') AND e.escalated_at >= ?1"
        " AND e.escalated_at < ?2) AS asked,"
        " (SELECT count(DISTINCT c.issue_id) FROM street_call AS c"
        " JOIN issue AS i ON i.id = c.issue_id AND i.removed_at IS NULL"
        " WHERE c.called_at >= ?1 AND c.called_at < ?2) AS called,"
        " (SELECT count(*) FROM called_department AS d JOIN street_call AS c ON c.id = d.call_id"
        " JOIN issue AS i ON i.id = c.issue_id AND i.removed_at IS NULL"
        " WHERE d.arrived_at >= ?1 AND d.arrived_at < ?2) AS arrivals",
        (period.start, period.stop),
    )
    assert row is not None
    return CallFigures(asked=row["asked"], called=row["called"], arrivals=row["arrivals"])


_TURNOUT: Final = (
    f"SELECT meeting_id, sum({EXPECTED}) AS expected, sum({CAME}) AS present"
    " FROM attendance WHERE removed_at IS NULL GROUP BY meeting_id"
)


def _meetings(reader: Reader, period: PassedStretch) -> tuple[MeetingCount, ...]:
    rows = reader.rows(
        "SELECT m.type, count(*) AS held,"
        " iif(count(a.meeting_id) = count(*), sum(a.expected), NULL) AS expected,"
        " iif(count(a.meeting_id) = count(*), sum(a.present), NULL) AS present"
        f" FROM meeting AS m LEFT JOIN ({_TURNOUT}) AS a ON a.meeting_id = m.id"
        f" WHERE m.removed_at IS NULL AND {HELD} AND m.held_at >= ? AND m.held_at < ?"
        " GROUP BY m.type ORDER BY min(m.held_at), m.type",
        (period.start, period.stop),
    )
    return tuple(MeetingCount(**row) for row in map(dict, rows))


def _planned_meetings(reader: Reader, period: PassedStretch) -> tuple[PlannedMeeting, ...]:
    """Return the meetings recorded for the days a report looks ahead to."""
    rows = reader.rows(
        "SELECT m.number, m.type, m.held_at FROM meeting AS m WHERE m.removed_at IS NULL"
        f" AND NOT {HELD} AND m.held_at >= ? AND m.held_at < ? ORDER BY m.held_at, m.number",
        (period.stop, reader.clock.moment(period.stretch.next.next.first)),
    )
    return tuple(
        PlannedMeeting(
            number=meeting_label(row["number"]),
            type=row["type"],
            day=reader.clock.local(row["held_at"]).date(),
        )
        for row in rows
    )


def _resolutions(
    reader: Reader, period: PassedStretch, outside: ToldOutside
) -> tuple[tuple[ResolutionFigure, ...], tuple[ResolutionFigure, ...]]:
    """Return the resolutions of the period, and those of any time to be carried out next.

    What was carried out or revoked by the end of the period is not to be carried out any more;
    what is late then is.
    """
    rows = reader.rows(
        "SELECT m.number AS meeting, r.number, r.text, r.owner, r.due_on, m.held_at >= ?1 AS held,"
        " iif(r.ended_on <= ?4, r.status, 'open') AS status,"
        " r.due_on <= ?3 AND ifnull(r.ended_on > ?4, 1) AS due"
        " FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id"
        f" WHERE r.removed_at IS NULL AND m.removed_at IS NULL AND m.held_at < ?2 AND {DECIDED}"
        " AND (held OR due) ORDER BY m.held_at, m.number, r.number",
        (
            period.start,
            period.stop,
            period.stretch.next.last.isoformat(),
            period.last_day.isoformat(),
        ),
    )
    labels = [resolution_label(row["meeting"], row["number"]) for row in rows]
    told = list(zip(_told(rows, labels, outside), rows, strict=True))
    return tuple(r for r, row in told if row["held"]), tuple(r for r, row in told if row["due"])


def _due_actions(
    reader: Reader, period: PassedStretch, outside: ToldOutside
) -> tuple[ResolutionFigure, ...]:
    """Return the action items not done when the period ended that are late or fall due next."""
    rows = reader.rows(
        "SELECT a.number, a.text, a.owner, a.due_on, 'open' AS status FROM action_item AS a"
        " JOIN meeting AS m ON m.id = a.meeting_id AND m.removed_at IS NULL"
        " WHERE a.removed_at IS NULL AND m.held_at < ?1 AND a.due_on <= ?2"
        " AND ifnull(a.done_on > ?3, 1) ORDER BY a.due_on, a.number",
        (period.stop, period.stretch.next.last.isoformat(), period.last_day.isoformat()),
    )
    return _told(rows, [action_label(row["number"]) for row in rows], outside)


def _told(
    rows: Sequence[sqlite3.Row], labels: Sequence[str], outside: ToldOutside
) -> tuple[ResolutionFigure, ...]:
    """Return resolutions or action items in words that may leave the house."""
    texts = outside.texts((label, row["text"]) for label, row in zip(labels, rows, strict=True))
    return tuple(
        ResolutionFigure(
            number=label,
            text=text,
            owner=discreet(row["owner"]) if row["owner"] else None,
            due_on=kept_day(row["due_on"]),
            status=ResolutionStatus(row["status"]),
        )
        for row, label, text in zip(rows, labels, texts, strict=True)
    )


_PLANS: Final = """
    WITH latest AS (
        SELECT max(number) AS number FROM plan AS p
        WHERE removed_at IS NULL AND project_id IS NULL AND made_at >= ?1 AND made_at < ?2
        AND NOT EXISTS (SELECT 1 FROM elevator_project AS x WHERE x.removed_at IS NULL
            AND x.started_on <= ?3 AND x.building_id = p.building_id
            AND ifnull(x.entrance = p.entrance, 1))
        GROUP BY building_id, entrance, iif(building_id IS NULL, name, ''))
    SELECT p.number, p.name, b.code AS building, p.total, p.total - p.subsidy AS net,
        count(s.id) AS households, min(s.amount) AS lowest, max(s.amount) AS highest
    FROM latest JOIN plan AS p ON p.number = latest.number
    LEFT JOIN building AS b ON b.id = p.building_id
    LEFT JOIN plan_share AS s ON s.plan_id = p.id AND s.amount > 0
    GROUP BY p.id ORDER BY p.number"""
"""The latest plan of each lift that is of no project, and has none to be told with."""


def _plans(reader: Reader, period: PassedStretch) -> tuple[PlanFigure, ...]:
    rows = reader.rows(_PLANS, (period.start, period.stop, period.last_day.isoformat()))
    names = discreet_texts(reader, [row["name"] for row in rows])
    return tuple(
        PlanFigure(**dict(row) | {"number": plan_label(row["number"]), "name": name})
        for row, name in zip(rows, names, strict=True)
    )


_MEMBERS: Final = """
    WITH known AS (
        SELECT m.*,
            CASE (SELECT t.direction FROM transfer AS t WHERE t.member_id = m.id
                  AND t.removed_at IS NULL AND t.moved_on > ?2 ORDER BY t.moved_on, t.id LIMIT 1)
            WHEN 'out' THEN 1 WHEN 'in' THEN 0 ELSE m.affiliation = 'here' END
            AND ifnull(m.joined_on <= ?2, 1) AS here,
            m.party_state = 'full' AND ifnull(m.full_on <= ?2, 1) AS is_full
        FROM member AS m JOIN person AS p ON p.id = m.person_id AND p.removed_at IS NULL
        WHERE m.removed_at IS NULL OR (m.left_on > ?2
            AND m.id = (SELECT max(l.id) FROM member AS l WHERE l.person_id = m.person_id)
            AND NOT EXISTS (SELECT 1 FROM member AS n
                WHERE n.person_id = m.person_id AND n.removed_at IS NULL))),
    served AS (
        SELECT s.person_id, s.minutes FROM service_done AS s WHERE s.done_on BETWEEN ?1 AND ?2
            AND EXISTS (SELECT 1 FROM member AS m
                WHERE m.person_id = s.person_id AND m.affiliation = 'report_in')),
    letter AS (
        SELECT received_on >= ?1 AS came, min(ifnull(replied_on <= ?2, 0)) AS replied,
            max(replied_on) >= ?1 AS replied_now
        FROM opinion WHERE removed_at IS NULL AND received_on <= ?2
        GROUP BY asked_by, letter, cause, received_on)
    SELECT total(here AND is_full) AS full,
        total(here AND NOT is_full AND party_state IN ('full', 'probationary')) AS probationary,
        total(affiliation = 'report_in' AND ifnull(reported_on, '') <= ?2) AS report_ins,
        total(affiliation = 'report_in' AND reported_on BETWEEN ?1 AND ?2) AS new_report_ins,
        (SELECT count(*) FROM served) AS served,
        (SELECT count(DISTINCT person_id) FROM served) AS served_people,
        (SELECT ifnull(sum(minutes), 0) FROM served) AS served_minutes,
        (SELECT total(came) FROM letter) AS letters,
        (SELECT total(came AND replied) FROM letter) AS letters_replied,
        (SELECT total(replied AND replied_now AND NOT came) FROM letter) AS earlier_letters_replied
    FROM known
    """
"""Who was a member on a day: as the electorate of a day is found (`member.voters`).

Who was admitted, became a full member, moved or left afterwards is counted as she was. A letter
about several people is one, and replied once all of them are.
"""


def _members(reader: Reader, period: PassedStretch) -> MemberFigures:
    first, last = period.stretch.first.isoformat(), period.last_day.isoformat()
    row = reader.row(_MEMBERS, (first, last))
    assert row is not None
    return MemberFigures(**{name: int(row[name]) for name in row.keys()})  # noqa: SIM118  (a Row is no mapping)


def _letterhead(reader: Reader, author: str) -> tuple[Letterhead, str | None]:
    """Return who reports to whom, and when the first issue was reported."""
    row: Any = reader.row(
        "SELECT (SELECT name FROM complex) AS complex, (SELECT street FROM complex) AS street,"
        " (SELECT name FROM branch) AS branch, (SELECT superior FROM branch) AS superior,"
        " (SELECT value FROM setting WHERE key = 'secretary') AS secretary,"
        " (SELECT min(reported_at) FROM issue WHERE removed_at IS NULL) AS first_report,"
        " (SELECT digest FROM entry WHERE digest IS NOT NULL ORDER BY seq DESC LIMIT 1) AS head"
    )
    letterhead = Letterhead(
        complex=row["complex"] or "",
        branch=row["branch"] or row["complex"] or "",
        superior=row["superior"],
        street=row["street"],
        author=author or row["secretary"] or "",
        made_on=reader.clock.today,
        checksum=printed(row["head"] or ""),
    )
    return letterhead, row["first_report"]
