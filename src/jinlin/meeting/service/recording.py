"""Recording a service day: planned ahead, or when it was held, with everybody who served."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from jinlin.complex.household.listed import ListedPeople
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.text import compact
from jinlin.meeting.record.actions import NewMeeting, record_meeting
from jinlin.meeting.record.opening import check_day_has_come, meeting_to_change
from jinlin.meeting.record.queries import OF_TYPE, MeetingRow, find_meeting, held_within
from jinlin.meeting.record.rules_in_force import type_on, types_on
from jinlin.meeting.rules.kinds import MeetingType, service_types, type_name
from jinlin.meeting.rules.services import SaidService, ServedItem
from jinlin.meeting.service.days import ServiceDay, kinds_kept, on_days, service_days
from jinlin.meeting.service.usual import usual
from jinlin.meeting.service.volunteers import write_volunteers
from jinlin.member.team.teams import TEAMS
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Reader, Tx

_LATELY: Final = timedelta(days=31)
"""A planned service day is meant without its date for so long."""
_NEAR: Final = timedelta(days=3)
"""A fixed day that went by is meant without its date for so long."""


class TheDay(NamedTuple):
    """Which service day is meant.

    Attributes:
        type: its kind.
        day: when it was.
        meeting: it, where it is on record; None where it is recorded now.
    """

    type: MeetingType
    day: date
    meeting: MeetingRow | None


class DayNumbers(NamedTuple):
    """What is recorded of a service day besides who served; None keeps what is recorded.

    Attributes:
        minutes: how long each served.
        unnamed: volunteers whom nobody named.
        minors: volunteers under 14.
        saved: what it spared the owners; fen.
        items: what was offered, and to how many.
        teams: which teams took part, by name.
        place: where it was.
    """

    minutes: int | None = None
    unnamed: int | None = None
    minors: int | None = None
    saved: int | None = None
    items: tuple[ServedItem, ...] = ()
    teams: Sequence[str] = ()
    place: str | None = None


def day_meant(reader: Reader, said: SaidService, day: date | None) -> TheDay:
    """Return which service day was held.

    Without a day it is the planned one of which nothing is recorded, or the fixed day that went by
    of late; of a kind without a fixed day it is today.

    Raises:
        NotFoundError: there is no such meeting, or several planned ones may be meant.
        RuleError: it is no service day, or that of the day is recorded.
        UsageError: it has a fixed day, and that was not of late.
    """
    if said.number is not None:
        meant = _numbered(reader, said.number)
        if day not in (None, meant.day):
            number = f"M{said.number}"
            raise RuleError(
                _("{number} is on {day}.").format(number=number, day=meant.day.isoformat()),
                hint=_("Another day: jinlin meeting edit {number} --time …").format(number=number),
            )
        return meant
    assert said.type is not None
    if day is None:
        planned = _planned(reader, said.type)
        if planned is not None:
            return TheDay(said.type, planned.day, planned.meeting)
        day = _usual_day(reader, said.type)
    there = service_days(reader, OF_TYPE([said.type.code]) & on_days(reader, day, day))
    for one in reversed(there):
        if not one.held:
            return TheDay(said.type, day, one.meeting)
    if there:
        raise _on_record(there[0], _("To add to it: jinlin service done {number} --people …"))
    return TheDay(said.type, day, None)


def find_service_day(reader: Reader, number: int) -> ServiceDay:
    """Return the service day of this number.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it is another kind of meeting.
    """
    meeting = _numbered(reader, number).meeting
    assert meeting is not None
    [found] = service_days(reader, Condition("m.id = ?", (meeting.id,)))
    return found


def day_ahead(reader: Reader, said: SaidService) -> ServiceDay:
    """Return the service day of a number, or the next one of a kind.

    Raises:
        NotFoundError: there is no such meeting, or none of the kind lies ahead.
        RuleError: it is no service day.
    """
    if said.number is not None:
        return find_service_day(reader, said.number)
    assert said.type is not None
    ahead = held_within(reader.clock.moment(reader.clock.today), "9999")
    planned = service_days(reader, OF_TYPE([said.type.code]) & ahead)
    if not planned:
        raise NotFoundError(
            _("No {type} lies ahead.").format(type=said.type.name),
            hint=_("Plan it: jinlin service add {type} --date DAY").format(type=said.type.name),
        )
    return planned[-1]


def plan_day(
    tx: Tx, kind: MeetingType, held_at: str, place: str | None, items: Sequence[str]
) -> ServiceDay:
    """Record a service day to come.

    Raises:
        RuleError: one of this kind is on record for the day.
    """
    known = usual(tx, kind.code)
    day = tx.clock.local(held_at).date()
    if there := service_days(tx, OF_TYPE([kind.code]) & on_days(tx, day, day)):
        raise _on_record(there[0], _("See: jinlin service show {number}"))
    meeting = record_meeting(tx, NewMeeting(kind.code, held_at, place=place or known.place))
    _write_items(tx, meeting.id, [ServedItem(what) for what in items or known.items])
    _describe(
        tx,
        meeting,
        N_("Planned service day {number} of {day}"),
        N_("take back service day {number} of {day}"),
    )
    return find_service_day(tx, meeting.number)


def _on_record(there: ServiceDay, hint: str) -> RuleError:
    """Return the refusal of a second service day of a kind and day."""
    number = there.meeting.label
    return RuleError(
        _("{type} of {day} is recorded: {number}.").format(
            type=there.type_name, day=there.day.isoformat(), number=number
        ),
        hint=hint.format(number=number),
    )


def record_day(tx: Tx, meant: TheDay, people: ListedPeople, numbers: DayNumbers) -> ServiceDay:
    """Record that a service day was held, or add to it; a number said again replaces what was.

    Raises:
        NotFoundError: there is no such team.
        RuleError: it lies ahead, or its minutes are locked.
    """
    if meant.meeting is None:
        known = usual(tx, meant.type.code)
        new = NewMeeting(
            meant.type.code, tx.clock.moment(meant.day), place=numbers.place or known.place
        )
        meeting = record_meeting(tx, new)
    else:
        meeting = meeting_to_change(tx, meant.meeting.number)
        check_day_has_come(tx, meeting)
        if numbers.place:
            tx.update("meeting", meeting.id, place=numbers.place)
    write_volunteers(tx, meeting.id, people)
    _write_numbers(tx, meeting.id, numbers)
    _write_items(tx, meeting.id, numbers.items)
    _write_teams(tx, meeting.id, numbers.teams)
    _describe(
        tx,
        meeting,
        N_("Recorded service day {number} of {day}"),
        N_("take back what was recorded of service day {number} of {day}"),
    )
    return find_service_day(tx, meeting.number)


def _describe(tx: Tx, meeting: MeetingRow, did: str, reverse: str) -> None:
    words: dict[str, Value] = {"number": meeting.label, "day": meeting.held_at.date().isoformat()}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=meeting.label)


def _numbered(reader: Reader, number: int) -> TheDay:
    meeting = find_meeting(reader, number)
    kind = service_types().get(meeting.type)
    if kind is None:
        raise RuleError(
            _("{number} is no service day: {type}.").format(
                number=meeting.label, type=type_name(meeting.type)
            ),
            hint=_("See: jinlin service list"),
        )
    return TheDay(kind, meeting.held_at.date(), meeting)


def _planned(reader: Reader, kind: MeetingType) -> ServiceDay | None:
    """Return the planned service day that went by and of which nothing is recorded.

    Raises:
        NotFoundError: there are several.
    """
    today = reader.clock.today
    lately = service_days(reader, OF_TYPE([kind.code]) & on_days(reader, today - _LATELY, today))
    planned = [one for one in lately if not one.held]
    if len(planned) > 1:
        raise NotFoundError(
            _("Several may be meant: {numbers}.").format(
                numbers=_(", ").join(f"{one.meeting.label} {one.day}" for one in planned)
            ),
            hint=_("Say which one by number, like {number}.").format(
                number=planned[0].meeting.label
            ),
        )
    return planned[0] if planned else None


def _usual_day(reader: Reader, kind: MeetingType) -> date:
    """Return the fixed day of late, before all one that has no service day yet; else today.

    Raises:
        UsageError: there is a fixed day, and it was not of late.
    """
    today = reader.clock.today
    due = type_on(reader, kind.code, today).due
    if due is None or not due.has_day:
        return today
    lately = service_days(reader, OF_TYPE([kind.code]) & on_days(reader, today - _NEAR, today))
    recorded = {one.day for one in lately}
    fixed = [day for day in _days_back(today, _NEAR) if due.falls_on(day)]
    if fixed:
        return next((day for day in fixed if day not in recorded), fixed[0])
    last = next(filter(due.falls_on, _days_back(today, _LATELY)), today)
    raise UsageError(
        _("On which day was it? {type} usually is {often}.").format(
            type=type_name(kind.code), often=due.words
        ),
        hint=_("Say so: jinlin service done {type} --date {day} …").format(
            type=type_name(kind.code), day=last.isoformat()
        ),
    )


def _days_back(today: date, span: timedelta) -> Iterator[date]:
    return (today - timedelta(days=back) for back in range(span.days + 1))


def gone_by(reader: Reader) -> Iterator[tuple[MeetingType, date]]:
    """Yield the kinds kept up here whose fixed day went by of late without a service day."""
    return _without_one(reader, range(-1, -_NEAR.days - 1, -1))


def unplanned(reader: Reader) -> Iterator[tuple[MeetingType, date]]:
    """Yield the kinds kept up here whose fixed day is near and for which nobody planned one."""
    return _without_one(reader, range(_NEAR.days + 1))


def _without_one(reader: Reader, ahead: range) -> Iterator[tuple[MeetingType, date]]:
    """Yield the kinds kept up here with their fixed days so many days ahead that have none.

    A service day that was moved counts for its month or week.
    """
    types = types_on(reader, reader.clock.today)
    days = [reader.clock.today + timedelta(days=n) for n in ahead]
    wanted = [
        (types[code], day, due.period_of(day))
        for code in kinds_kept(reader)
        if (due := types[code].due) is not None and due.has_day
        for day in days
        if due.falls_on(day)
    ]
    if not wanted:
        return
    first = min(period.first for _kind, _day, period in wanted)
    last = max(period.last for _kind, _day, period in wanted)
    there = [
        (one.meeting.type, one.day) for one in service_days(reader, on_days(reader, first, last))
    ]
    for kind, day, period in wanted:
        if not any(code == kind.code and period.first <= on <= period.last for code, on in there):
            yield kind, day


def _write_numbers(tx: Tx, meeting_id: int, numbers: DayNumbers) -> None:
    values: dict[str, Any] = {
        key: value
        for key in ("minutes", "unnamed", "minors", "saved")
        if (value := getattr(numbers, key)) is not None
    }
    known = tx.value("SELECT id FROM service_day WHERE meeting_id = ?", (meeting_id,))
    if known is None:
        tx.insert("service_day", meeting_id=meeting_id, **values)
    elif values:
        tx.update("service_day", known, **values)


def _write_items(tx: Tx, meeting_id: int, items: Sequence[ServedItem]) -> None:
    known = {
        compact(row["what"]): row["id"]
        for row in tx.rows(
            "SELECT id, what FROM service_item WHERE meeting_id = ? AND removed_at IS NULL",
            (meeting_id,),
        )
    }
    for item in items:
        row = known.get(compact(item.what))
        if row is None:
            known[compact(item.what)] = tx.insert(
                "service_item", meeting_id=meeting_id, what=item.what, served=item.served
            )
        elif item.served is not None:
            tx.update("service_item", row, served=item.served)


def _write_teams(tx: Tx, meeting_id: int, names: Sequence[str]) -> None:
    known = {
        row[0]
        for row in tx.rows("SELECT team_id FROM service_team WHERE meeting_id = ?", (meeting_id,))
    }
    for name in names:
        team = TEAMS.find(tx, name).id
        if team not in known:
            known.add(team)
            tx.insert("service_team", meeting_id=meeting_id, team_id=team)
