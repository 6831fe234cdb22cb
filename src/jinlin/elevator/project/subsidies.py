"""The public money a project counts on: how far each subsidy has come, since when, says who."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import check_something, yuan
from jinlin.core.word import Word
from jinlin.elevator.project.projects import (
    Project,
    check_begun,
    check_past,
    describe,
    next_in_project,
)
from jinlin.store.transaction.tx import Reader, Tx


class SubsidyState(Word, refusal=N_("“{text}” is no state of a subsidy.")):
    """How far a subsidy has come."""

    EXPECTED = "expected", N_("counted on"), "拟申请", "已申请"
    APPROVED = "approved", N_("granted"), "批复", "已批准"
    RECEIVED = "received", N_("received"), "到账", "收到"


class Subsidy(NamedTuple):
    """A subsidy on record; fen.

    Attributes:
        day: of its state, as ISO text: by when it is expected, or when it was granted or received.
        booked: the voucher by which it came into the books, such as `V3`; None where none did.
    """

    id: int
    number: int
    text: str
    amount: int
    state: SubsidyState
    day: str | None
    source: str | None
    approved_on: str | None
    booked: str | None


class SubsidyStep(NamedTuple):
    """How far a subsidy has come; without a day, today, or no day for one only expected."""

    state: SubsidyState
    day: date | None


def recorded_subsidies(reader: Reader, project: Project) -> list[Subsidy]:
    """Return the subsidies of a project in the order they came."""
    rows = reader.rows(
        "SELECT s.id, s.number, s.text, s.amount, s.state,"
        " CASE s.state WHEN 'expected' THEN s.expected_on WHEN 'approved' THEN s.approved_on"
        " ELSE s.received_on END AS day, s.source, s.approved_on,"
        " (SELECT e.series || e.number FROM elevator_entry AS e WHERE e.subsidy_id = s.id"
        "  AND e.reverses IS NULL AND NOT EXISTS"
        "  (SELECT 1 FROM elevator_entry AS r WHERE r.reverses = e.id)) AS booked"
        " FROM elevator_subsidy AS s WHERE s.project_id = ? AND s.removed_at IS NULL"
        " ORDER BY s.number",
        (project.id,),
    )
    return [Subsidy(**{**dict(row), "state": SubsidyState(row["state"])}) for row in rows]


def find_subsidy(reader: Reader, project: Project, number: int) -> Subsidy:
    """Return a subsidy by its number.

    Raises:
        NotFoundError: there is none.
    """
    for one in recorded_subsidies(reader, project):
        if one.number == number:
            return one
    raise NotFoundError(
        _("{number} has no subsidy {line}.").format(number=project.label, line=number),
        hint=_("See: jinlin elevator subsidy list"),
    )


def _of_id(reader: Reader, project: Project, subsidy_id: int) -> Subsidy:
    return next(one for one in recorded_subsidies(reader, project) if one.id == subsidy_id)


def add_subsidy(
    tx: Tx, project: Project, text: str, amount: int, standing: SubsidyStep, source: str | None
) -> Subsidy:
    """Record a subsidy; the amount is in fen.

    Raises:
        UsageError: it is nothing.
        RuleError: it was granted or received on a day to come.
    """
    check_something(amount)
    number = next_in_project(tx, "elevator_subsidy", project)
    made = tx.insert(
        "elevator_subsidy",
        project_id=project.id,
        number=number,
        text=text,
        amount=amount,
        source=source,
        **_days(tx, project, standing, approved_on=None),
    )
    describe(
        tx,
        project,
        N_("Added subsidy {line} to {project}: {amount} yuan"),
        N_("remove subsidy {line} of {project}"),
        line=number,
        amount=yuan(amount),
    )
    return _of_id(tx, project, made)


def edit_subsidy(
    tx: Tx,
    project: Project,
    number: int,
    *,
    standing: SubsidyStep | None,
    amount: int | None = None,
    **fields: object,
) -> Subsidy:
    """Correct a subsidy, or say how far it has come.

    Raises:
        NotFoundError: there is none.
        UsageError: the amount, in fen, is nothing.
        RuleError: it is in the books, or it was granted or received on a day to come.
    """
    one = find_subsidy(tx, project, number)
    if standing is not None or amount is not None:
        _check_not_booked(one)
    if amount is not None:
        check_something(amount)
        fields["amount"] = amount
    moved = {} if standing is None else _days(tx, project, standing, approved_on=one.approved_on)
    tx.update("elevator_subsidy", one.id, **moved, **fields)
    describe(
        tx,
        project,
        N_("Corrected subsidy {line} of {project}"),
        N_("correct subsidy {line} of {project} back"),
        line=number,
    )
    return _of_id(tx, project, one.id)


def remove_subsidy(tx: Tx, project: Project, number: int) -> Subsidy:
    """Take a subsidy out that will not come, or was recorded by mistake.

    Raises:
        NotFoundError: there is none.
        RuleError: it is in the books.
    """
    one = find_subsidy(tx, project, number)
    _check_not_booked(one)
    tx.update("elevator_subsidy", one.id, removed_at=tx.clock.stamp)
    describe(
        tx,
        project,
        N_("Removed subsidy {line} of {project}: {amount} yuan"),
        N_("bring subsidy {line} of {project} back"),
        line=number,
        amount=yuan(one.amount),
    )
    return one


def _check_not_booked(one: Subsidy) -> None:
    if one.booked is not None:
        raise RuleError(
            _("Subsidy {line} is in the books as {entry}.").format(
                line=one.number, entry=one.booked
            ),
            hint=_("Reverse it first: jinlin elevator reverse {entry} --reason TEXT").format(
                entry=one.booked
            ),
        )


def _days(
    reader: Reader, project: Project, standing: SubsidyStep, *, approved_on: str | None
) -> dict[str, object]:
    """Return the columns of a state; what comes after it has not happened."""
    state, day = standing
    if state is SubsidyState.EXPECTED:
        expected = {"expected_on": day.isoformat()} if day else {}
        return {"state": state, "approved_on": None, "received_on": None, **expected}
    day = day or reader.clock.today
    check_past(reader, day)
    if state is SubsidyState.APPROVED:
        return {"state": state, "approved_on": day.isoformat(), "received_on": None}
    if approved_on is not None and day.isoformat() < approved_on:
        raise RuleError(
            _("It was granted only on {day}.").format(day=approved_on),
            hint=_("Check the day: --on"),
        )
    check_begun(project, day.isoformat())
    return {"state": state, "received_on": day.isoformat()}
