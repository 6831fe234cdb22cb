"""What was said at a meeting and by whom (按发言人记要点), other opinions included."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.agenda import Statement
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.meetings import AttendanceState
from jinlin.store.transaction.tx import Tx


class NewStatement(NamedTuple):
    """What somebody said.

    Attributes:
        item: the place on the agenda of the item it belongs to; None for none.
        speaker: her name as minutes write it.
        text: what she said, in short.
        dissent: she was of another opinion.
    """

    item: int | None
    speaker: str
    text: str
    dissent: bool = False


def say(tx: Tx, number: int, said: NewStatement, *, replace: int | None = None) -> Statement:
    """Write down what somebody said, or put it in the place of what was written wrongly.

    Args:
        tx: the transaction.
        number: the meeting's number.
        said: who said what.
        replace: the number of the statement it takes the place of.

    Raises:
        NotFoundError: there is no such meeting, item or statement.
        RuleError: the minutes are confirmed, or the speaker is recorded as away.
    """
    meeting = meeting_to_change(tx, number)
    _check_there(tx, meeting, said.speaker)
    values: dict[str, object] = {
        "item_id": None if said.item is None else find_item(tx, meeting, said.item).id,
        "speaker": said.speaker,
        "text": said.text,
        "dissent": int(said.dissent),
    }
    if replace is None:
        given = tx.next_number(f"statement {meeting.label}")
        tx.insert("statement", meeting_id=meeting.id, number=given, **values)
        did, back = (
            N_("Wrote down what was said at meeting {number}: no. {statement}"),
            N_("remove what was said at meeting {number}: no. {statement}"),
        )
    else:
        given = replace
        tx.update("statement", _row_id(tx, meeting, replace), **values)
        did, back = (
            N_("Corrected what was said at meeting {number}: no. {statement}"),
            N_("set back what was said at meeting {number}: no. {statement}"),
        )
    words: dict[str, Value] = {"number": meeting.label, "statement": given}
    tx.describe(Message(did, words), reverse=Message(back, words), subject=meeting.label)
    return Statement(given, said.item, said.speaker, said.text, said.dissent)


def _check_there(tx: Tx, meeting: MeetingRow, speaker: str) -> None:
    """Refuse a speech by somebody on leave or absent.

    Raises:
        RuleError: she is recorded so.
    """
    state = tx.value(
        "SELECT min(state) FROM attendance WHERE meeting_id = ? AND name = ? AND removed_at IS NULL"
        " HAVING max(state NOT IN ('excused', 'absent')) = 0",
        (meeting.id, speaker),
    )
    if state is not None:
        raise RuleError(
            _("{name} is recorded as {state} at {number} and cannot have spoken there.").format(
                name=speaker, state=AttendanceState(state).label, number=meeting.label
            ),
            hint=_(
                "If she came: jinlin meeting attend {number} NAME; what she sent in writing belongs"
                " to the discussion: jinlin meeting item {number} --item N --note TEXT"
            ).format(number=meeting.label),
        )


def unsay(tx: Tx, number: int, statement: int) -> MeetingRow:
    """Take out what was written down wrongly.

    Raises:
        NotFoundError: there is no such meeting or statement.
        RuleError: the minutes are confirmed.
    """
    meeting = meeting_to_change(tx, number)
    tx.update("statement", _row_id(tx, meeting, statement), removed_at=tx.clock.stamp)
    words: dict[str, Value] = {"number": meeting.label, "statement": statement}
    tx.describe(
        Message(N_("Took out what was said at meeting {number}: no. {statement}"), words),
        reverse=Message(N_("put back what was said at meeting {number}: no. {statement}"), words),
        subject=meeting.label,
    )
    return meeting


def _row_id(tx: Tx, meeting: MeetingRow, number: int) -> int:
    found = tx.value(
        "SELECT id FROM statement WHERE meeting_id = ? AND number = ? AND removed_at IS NULL",
        (meeting.id, number),
    )
    if found is None:
        raise NotFoundError(
            _("Nothing is written down at {number} under no. {statement}.").format(
                number=meeting.label, statement=number
            ),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    return int(found)
