"""The calendar of meetings: what the rules of each kind ask for, beside what was held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import Month
from jinlin.core.i18n import N_, _
from jinlin.meeting.record.branch_committee import has_committee
from jinlin.meeting.record.held import HELD
from jinlin.meeting.record.rules_in_force import types_on
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.rules.meeting_duties import (
    DaySpan,
    DutyState,
    Gathering,
    MeetingDuty,
    duty,
    month_span,
    spans,
)
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.member.branch.groups import HAS_GROUPS
from jinlin.member.own_branch import branch
from jinlin.member.rules.branch import WITH_COMMITTEE, BranchType
from jinlin.store.holidays import calendar as public_holidays
from jinlin.store.transaction.tx import Reader

AT_HOME: Final = frozenset(
    {"general_meeting", "organisational_life", "appraisal", "heart_to_heart"}
)
"""What members of an overlay branch (兼合式) do where their membership is (practice 2.1)."""
_OVERLAY_REASON: Final = N_(
    "overlay branch: membership stays with the home branch, where this is held, unless the superior"
    " says otherwise"
)
_NO_COMMITTEE_REASON: Final = N_("fewer than {count} full members: there is no branch committee")
_NO_GROUPS_REASON: Final = N_("there is no Party group")
_NO_OWNERS_COMMITTEE_REASON: Final = N_("there is no owners' committee that could call it")


class CalendarLine(NamedTuple):
    """One kind of meeting in one period.

    Attributes:
        type: the kind.
        duty: what it owes there and how that stands.
        reason: why it is not done here; empty where it is.
    """

    type: MeetingType
    duty: MeetingDuty
    reason: str = ""


def calendar_lines(
    reader: Reader, window: DaySpan, *, everything: bool = False
) -> list[CalendarLine]:
    """Return what is due in a window by the rules each kind has at its end, and how that stands.

    What a law or a regulation of the Party asks for is there always; what only practice knows is
    there once such a meeting was recorded, for then it is this branch's custom.

    Args:
        reader: the database.
        window: the days asked for.
        everything: also the kinds that practice knows and this branch never held.
    """
    known = _gatherings(reader)
    since = _since(reader)
    exempt = _exemptions(reader)
    holidays = public_holidays(reader)
    lines = []
    for kind in types_on(reader, window.last).values():
        held = known.get(kind.code, [])
        custom = kind.confidence is not Confidence.LAW
        if kind.due is None or (custom and not held and not everything):
            continue
        reason = "" if held else exempt.get(kind.code, "")
        for span in spans(kind.due, window):
            owed = duty(
                kind.due, span, held, today=reader.clock.today, since=since, off=holidays.off
            )
            if reason:
                owed = owed._replace(standing=DutyState.EXEMPT, next_on=None)
            lines.append(CalendarLine(kind, owed, reason))
    return lines


def _gatherings(reader: Reader) -> dict[str, list[Gathering]]:
    """Return all meetings by kind."""
    found: dict[str, list[Gathering]] = {}
    for row in reader.rows(
        f"SELECT m.type, m.number, m.held_at, m.planned_for, m.held_at <= ? AND {HELD} AS held"  # noqa: S608  (our own condition)
        " FROM meeting AS m WHERE m.removed_at IS NULL ORDER BY m.held_at, m.id",
        (reader.clock.stamp,),
    ):
        planned = row["planned_for"]
        found.setdefault(row["type"], []).append(
            Gathering(
                label=meeting_label(row["number"]),
                day=reader.clock.local(row["held_at"]).date(),
                held=bool(row["held"]),
                planned_for=reader.clock.local(planned).date() if planned else None,
            )
        )
    return found


def _since(reader: Reader) -> date:
    """Return the day this register began: the first command, or the first meeting recorded."""
    first = reader.value(
        "SELECT min(at) FROM (SELECT min(at) AS at FROM entry UNION ALL"
        " SELECT min(held_at) FROM meeting WHERE removed_at IS NULL)"
    )
    return reader.clock.local(first).date() if first else reader.clock.today


def _exemptions(reader: Reader) -> Mapping[str, str]:
    """Return by kind why it is not done here."""
    known = branch(reader)
    reasons: dict[str, str] = {}
    if known.type is BranchType.OVERLAY and not known.overlay_permission:
        reasons |= dict.fromkeys(AT_HOME, _(_OVERLAY_REASON))
    if not has_committee(reader):
        reasons["committee_meeting"] = _(_NO_COMMITTEE_REASON).format(count=WITH_COMMITTEE)
    row = reader.row(
        f"SELECT {HAS_GROUPS} AS has_groups,"  # noqa: S608  (our own condition)
        " EXISTS (SELECT 1 FROM post WHERE body = 'owners_committee' AND removed_at IS NULL"
        " AND (ended_on IS NULL OR ended_on > ?1 OR term_to IS NOT NULL)) AS has_owners_committee",
        (reader.clock.today.isoformat(),),
    )
    assert row is not None
    if not row["has_groups"]:
        reasons["group_meeting"] = _(_NO_GROUPS_REASON)
    if not row["has_owners_committee"]:
        reasons["owners_assembly"] = _(_NO_OWNERS_COMMITTEE_REASON)
    return reasons


def due_this_month(reader: Reader) -> list[CalendarLine]:
    """Return what is to be held by the end of this month and is neither held nor planned.

    None for a branch that keeps no meetings here: the register would know of none it held.
    """
    if not reader.value("SELECT EXISTS (SELECT 1 FROM meeting WHERE removed_at IS NULL)"):
        return []
    today = reader.clock.today
    window = month_span(Month(today.year, today.month))
    return [
        line
        for line in calendar_lines(reader, window)
        if line.duty.standing in {DutyState.DUE, DutyState.MISSED}
        and line.duty.span.last <= window.last
    ]
