"""Attendance on a form: the roll with room for where each was, and what was filled in, taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.rows import Row
from jinlin.meeting.attendance.attendance import attend
from jinlin.meeting.attendance.attendance_lines import Attending, NamedAttendee, named_as
from jinlin.meeting.attendance.names import called_on_form, meant_on_form
from jinlin.meeting.attendance.roll import outside_roll, who_should_attend
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.rules.meetings import HERE, AttendanceState, SaidTime
from jinlin.output.importing.form import SheetForm, on_form
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import RegisterSheet, SheetColumn, Values, take_sheet
from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader, Tx

ASKED: Final = {
    "attendance": N_("required: choose from the list; empty is no answer"),
    "arrived": N_("optional: the time, such as 19:45"),
    "reason": N_("optional: why late, excused or absent"),
}
WANTED: Final = ("name", *ASKED, FORM)
NEEDED: Final = (("name",), ("attendance",))
BLANK_ROWS: Final = 5
"""So many rows are left for who comes and is not on the roll."""


def attendance_form() -> SheetForm:
    """Return what stands on the form."""
    told = [state for state in AttendanceState if state is not AttendanceState.EXPECTED]
    return SheetForm(
        title=N_("Form for attendance"),
        given=("name", _("Recorded so far")),
        asked=ASKED,
        choices={"attendance": tuple(state.label for state in told)},
    )


def attendance_form_number(reader: Reader, meeting: MeetingRow) -> str:
    """Return the number of the form for a meeting."""
    return f"{complex_name(reader)}-{meeting.label}"


def attendance_rows(reader: Reader, meeting: MeetingRow) -> list[tuple[str, str]]:
    """Return who is on the roll or should attend, with what is recorded, and blank rows below."""
    lines = {key: line["attendance"].label for key, line in _recorded(reader, meeting).items()}
    for one in who_should_attend(reader, meeting.number):
        lines.setdefault(called_on_form(reader, one.name, one.person_id), "")
    return [*lines.items(), *[("", "")] * BLANK_ROWS]


def take_attendance(
    tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str], number: int
) -> Outcome:
    """Take who was at a meeting from a form.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        number: the meeting's number.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: its minutes are confirmed.
    """
    del origin
    meeting = find_meeting(tx, number)
    form = on_form(rows, attendance_form_number(tx, meeting))
    outcome = take_sheet(tx, form, _AttendanceReading(tx, meeting).sheet())
    if outcome.added or outcome.changed:
        words: dict[str, Value] = {
            "number": meeting.label,
            "count": outcome.added + outcome.changed,
        }
        tx.describe(
            Message(N_("Attendance at meeting {number}, from a form: {count}"), words),
            reverse=Message(N_("take back attendance at meeting {number}: {count}"), words),
            subject=meeting.label,
        )
    return outcome


def _recorded(reader: Reader, meeting: MeetingRow) -> dict[str, dict[str, Any]]:
    """Return the lines of the attendance by what a form calls each of them."""
    found = {}
    for row in reader.rows(
        "SELECT id, person_id, name, state, reason, arrived_at FROM attendance"
        " WHERE meeting_id = ? AND removed_at IS NULL ORDER BY id",
        (meeting.id,),
    ):
        arrived = row["arrived_at"]
        called = called_on_form(reader, row["name"], row["person_id"])
        found[called] = {
            "name": called,
            "who": NamedAttendee(row["name"], row["person_id"]),
            "id": row["id"],
            "attendance": AttendanceState(row["state"]),
            "reason": row["reason"],
            "arrived": f"{reader.clock.local(arrived):%H:%M}" if arrived else None,
        }
    return found


class _AttendanceReading:
    """What the rows of a form say of a meeting."""

    def __init__(self, tx: Tx, meeting: MeetingRow) -> None:
        self._tx, self._meeting = tx, meeting
        self._named: dict[str, NamedAttendee] = {}

    def sheet(self) -> RegisterSheet:
        """Return what may stand on the form."""

        def column(field: str, **how: Any) -> Column:
            return Column(field, field_label(field), **how)

        return RegisterSheet(
            columns=(
                SheetColumn("name", column("name"), self._who, required=True),
                SheetColumn(
                    "attendance",
                    column("attendance", labels=AttendanceState.labels()),
                    self._state,
                ),
                SheetColumn("arrived", column("arrived"), self._arrived),
                SheetColumn("reason", column("reason", personal=Personal.TEXT), Row.text),
            ),
            known=lambda tx: _recorded(tx, self._meeting),
            write=self._write,
            twice=N_("she stands in {row} too"),
            check=self._check,
            asked=tuple(ASKED),
        )

    def _who(self, row: Row, field: str) -> str:
        said = row.name(field)
        if not said:
            return ""
        one = row.read(field, lambda: named_as(self._tx, meant_on_form(said)))
        called = called_on_form(self._tx, one.name, one.person_id)
        self._named[called] = one
        return called

    @staticmethod
    def _state(row: Row, field: str) -> AttendanceState | None:
        said = row.text(field)
        return row.read(field, lambda: AttendanceState.read(said)) if said else None

    def _arrived(self, row: Row, field: str) -> str:
        said = row.text(field)
        if not said:
            return ""
        clock = self._tx.clock
        moment = row.read(field, lambda: SaidTime(said).after(self._meeting.begins, clock))
        return f"{clock.local(moment):%H:%M}"

    def _check(self, row: Row, known: Values | None, said: Values) -> None:
        """Refuse who need not attend, unless she sits in; a name nobody here has may be a slip.

        Raises:
            RowError: it is so.
        """
        if said.get("attendance") is AttendanceState.SITTING_IN:
            return
        sits = AttendanceState.SITTING_IN.label
        if known is None and self._named[said["name"]].person_id is None:
            raise row.error(
                "name", _("nobody of this name is recorded; a guest is {state}").format(state=sits)
            )
        one = self._named[said["name"]] if known is None else known["who"]
        if said.get("attendance") in HERE and outside_roll(self._tx, self._meeting, [one]):
            raise row.error(
                "attendance", _("she need not attend; who came is {state}").format(state=sits)
            )

    def _write(self, tx: Tx, known: Values | None, said: Values) -> None:
        one = self._named[said["name"]] if known is None else known["who"]
        kept = None if known is None or "arrived" in said else known["attendance"]
        arrived = said.get("arrived")
        how = Attending(
            state=said.get("attendance", kept),
            reason=said.get("reason"),
            arrived_at=SaidTime(arrived).after(self._meeting.begins, tx.clock) if arrived else None,
        )
        attend(tx, self._meeting.number, [_typed(tx, one)], how)


def _typed(reader: Reader, one: NamedAttendee) -> str:
    """Return the words that mean somebody and nobody else."""
    if one.person_id is None:
        return one.name
    number = reader.value("SELECT number FROM person WHERE id = ?", (one.person_id,))
    return person_label(number)
