"""Opening and ending a meeting."""

from __future__ import annotations

from datetime import datetime

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.record.queries import MeetingRow, find_meeting, meeting_row
from jinlin.meeting.rules.meetings import SaidTime
from jinlin.store.transaction.tx import Tx


def open_meeting(tx: Tx, number: int, at: SaidTime | None = None) -> MeetingRow:
    """Open a meeting: from now on a change of its agenda needs a reason.

    Args:
        tx: the transaction.
        number: the meeting's number.
        at: the moment that was said; now where none was.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it was opened before, its minutes are confirmed, it is for another day, or it
            would open on another day or after it ended.
        UsageError: the moment cannot be read or is in the future.
    """
    meeting = meeting_to_change(tx, number)
    if meeting.opened_at is not None and not (at and _only_supposed(tx, meeting)):
        raise RuleError(
            _("Meeting {number} was opened before, at {time}.").format(
                number=meeting.label, time=f"{meeting.opened_at:%Y-%m-%d %H:%M}"
            ),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    moment = _moment(tx, meeting, at)
    if tx.clock.local(moment).date() != meeting.held_at.date():
        raise RuleError(
            _("Meeting {number} is of {day}, not of {said}.").format(
                number=meeting.label,
                day=meeting.held_at.date().isoformat(),
                said=at.text if at else tx.clock.today.isoformat(),
            ),
            hint=_("Was it on another day: jinlin meeting edit {number} --time {said}").format(
                number=meeting.label, said=f"{tx.clock.local(moment):%Y-%m-%dT%H:%M}"
            ),
        )
    if meeting.ended_at is not None and tx.clock.local(moment) >= meeting.ended_at:
        raise RuleError(
            _("The meeting ended at {time}.").format(time=f"{meeting.ended_at:%H:%M}"),
            hint=_("Compare with: jinlin meeting show {number}").format(number=meeting.label),
        )
    tx.update("meeting", meeting.id, opened_at=moment)
    words: dict[str, Value] = {"number": meeting.label}
    tx.describe(
        Message(N_("Opened meeting {number}; its agenda is frozen"), words),
        reverse=Message(N_("set meeting {number} back to before it was opened"), words),
        subject=meeting.label,
    )
    return meeting_row(tx, meeting.id)


def check_day_has_come(tx: Tx, meeting: MeetingRow) -> None:
    """Refuse to record of a meeting what can only have happened at it, before its day.

    Raises:
        RuleError: its day is still to come.
    """
    if meeting.held_at.date() > tx.clock.today:
        raise RuleError(
            _("Meeting {number} is still to come: {day}.").format(
                number=meeting.label, day=meeting.held_at.date().isoformat()
            ),
            hint=_(
                "Was it held before? Say when: jinlin meeting edit {number} --time {today}"
            ).format(number=meeting.label, today=tx.clock.today.isoformat()),
        )


def freeze(tx: Tx, meeting: MeetingRow, at: str | None = None) -> None:
    """Keep the moment at which a meeting was opened, unless it is kept already.

    Called too by what cannot happen before a meeting is open: the first vote, and attendance with
    a time of coming or going. The caller writes the sentence for the history.

    Args:
        tx: the transaction.
        meeting: which one.
        at: the moment as the database keeps it; else that for which it was planned.
    """
    if meeting.opened_at is None:
        tx.update("meeting", meeting.id, opened_at=at or meeting.begins)


def _only_supposed(tx: Tx, meeting: MeetingRow) -> bool:
    """Return whether nobody said when a meeting began, and no vote depends on it.

    What presupposes an open meeting keeps the planned time (see `freeze`).
    """
    return meeting.opened_at == meeting.held_at and not tx.value(
        "SELECT EXISTS (SELECT 1 FROM vote WHERE meeting_id = ? AND removed_at IS NULL)",
        (meeting.id,),
    )


def close_meeting(tx: Tx, number: int, at: SaidTime | None = None) -> MeetingRow:
    """Record when a meeting ended.

    Args:
        tx: the transaction.
        number: the meeting's number.
        at: the moment that was said; now where none was. It may be the end that was planned.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: its minutes are confirmed, or it would end before it begins, before a vote, or
            before somebody came or left, or this end is on record.
        UsageError: the moment cannot be read or is in the future.
    """
    meeting = meeting_to_change(tx, number)
    ended = meeting.ended_at
    if at is None and ended is not None and ended.date() < tx.clock.today:
        raise _ended_already(meeting, ended)
    moment = _moment(tx, meeting, at)
    ended_now = tx.clock.local(moment)
    if meeting.opened_at is not None and ended_now == ended:
        raise _ended_already(meeting, ended)
    begun = meeting.opened_at or meeting.held_at
    at_once = at is None and ended_now == meeting.opened_at  # within the same moment of the clock
    if ended_now <= begun and not at_once:
        raise RuleError(
            _("Meeting {number} began at {time}; it cannot end before.").format(
                number=meeting.label, time=f"{begun:%Y-%m-%d %H:%M}"
            ),
            hint=_("Say when it ended: --time 21:00"),
        )
    check_end(tx, meeting, moment)
    tx.update("meeting", meeting.id, ended_at=moment)
    freeze(tx, meeting)
    words: dict[str, Value] = {"number": meeting.label, "time": f"{ended_now:%H:%M}"}
    tx.describe(
        Message(N_("Meeting {number} ended at {time}"), words),
        reverse=Message(N_("set meeting {number} back to before its end at {time}"), words),
        subject=meeting.label,
    )
    return meeting_row(tx, meeting.id)


def _ended_already(meeting: MeetingRow, ended_at: datetime) -> RuleError:
    return RuleError(
        _("{number} is on record as ended at {time}; it need not be recorded again.").format(
            number=meeting.label, time=f"{ended_at:%H:%M}"
        ),
        hint=_("Another time: jinlin meeting close {number} --time TIME").format(
            number=meeting.label
        ),
    )


def check_end(tx: Tx, meeting: MeetingRow, ended_at: str) -> None:
    """Refuse an end before something that is recorded of a meeting.

    A vote of which nobody said when it was taken has the moment at which it was written down, and
    that may be after the meeting.

    Raises:
        RuleError: a vote was taken later, or somebody came or left.
    """
    latest = tx.value(
        "SELECT max(at) FROM (SELECT taken_at AS at FROM vote WHERE meeting_id = ?1"
        " AND removed_at IS NULL AND NOT superseded AND taken_at <> recorded_at UNION ALL"
        " SELECT max(ifnull(arrived_at, ''), ifnull(left_at, '')) FROM attendance"
        " WHERE meeting_id = ?1 AND removed_at IS NULL)",
        (meeting.id,),
    )
    if latest and latest > ended_at:
        raise RuleError(
            _("At meeting {number} something is recorded as late as {time}.").format(
                number=meeting.label, time=f"{tx.clock.local(latest):%Y-%m-%d %H:%M}"
            ),
            hint=_("Compare with: jinlin meeting show {number}").format(number=meeting.label),
        )


def _moment(tx: Tx, meeting: MeetingRow, at: SaidTime | None) -> str:
    """Return the moment that was said; now is meant only on the day of the meeting."""
    if at is None:
        if meeting.held_at.date() != tx.clock.today:
            raise RuleError(
                _("Meeting {number} is of {day}, not of today.").format(
                    number=meeting.label, day=meeting.held_at.date().isoformat()
                ),
                hint=_("Say when: --time 19:30; another day: jinlin meeting edit {number} --time …")
                .format(number=meeting.label),
            )  # fmt: skip
        return tx.clock.stamp
    held = tx.clock.moment(meeting.held_at.date())
    moment = at.after(held, tx.clock)
    if moment > tx.clock.stamp:
        raise UsageError(
            _("{moment} is in the future.").format(
                moment=f"{tx.clock.local(moment):%Y-%m-%d %H:%M}"
            ),
            hint=_("Give the moment at which it happened."),
        )
    return moment


def meeting_to_change(tx: Tx, number: int) -> MeetingRow:
    """Return a meeting that is about to be changed; every action on a meeting begins with this.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: its minutes are confirmed, and locked with a hash.
    """
    meeting = find_meeting(tx, number)
    if meeting.confirmed_at is not None:
        raise RuleError(
            _("The minutes of meeting {number} were confirmed on {day} and are locked.").format(
                number=meeting.label, day=meeting.confirmed_at.date().isoformat()
            ),
            hint=_(
                "Record what is wrong as a correction: jinlin meeting correct {number} TEXT"
                " --reason WHY"
            ).format(number=meeting.label),
        )
    return meeting
