"""The rows of a notebook that name their issue by its number: to be added, changed or refused."""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.exchange.table.fields import field_label
from jinlin.exchange.table.rows import Row, RowError
from jinlin.issue.notebook.notebook_rows import NotebookRow
from jinlin.issue.notebook.renewal import renew
from jinlin.issue.notebook.state_cells import Number, check_ending, check_new
from jinlin.issue.record.actions import COUNTER
from jinlin.issue.record.queries import find
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import Status
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.importing.comparison import Difference, RegisterComparison, differences
from jinlin.output.importing.outcome import Rejected, rejected
from jinlin.store.transaction.tx import Reader, Tx

_COMPARED: Final = (
    "title", "category", "urgency", "channel", "place", "building", "entrance", "room",
    "reporter", "due_on", "on_behalf_of", "accused", "private", "public_title", "steward",
    "handler", "status", "closed_at", "result", "satisfaction", "offer",
)  # fmt: skip
_PERSONAL: Final[Mapping[str, Personal]] = {
    "reporter": Personal.NAME,
    "reporter_phone": Personal.PHONE,
    **dict.fromkeys(
        (
            "title", "place", "on_behalf_of", "accused", "public_title", "handler", "closed_at",
            "result", "satisfaction_reason",
        ),
        Personal.TEXT,
    ),
}  # fmt: skip


class NumberedRow(NamedTuple):
    """A row, and the issue it tells of."""

    row: Row
    issue: NotebookRow


class Placed(NamedTuple):
    """What the rows with numbers mean here.

    Attributes:
        new: what is not here yet, to be added under its number.
        compared: what is different of the issues that are here, by their numbers.
        refused: rows that contradict what is here, or each other.
    """

    new: Sequence[NotebookRow]
    compared: RegisterComparison[str]
    refused: Sequence[Rejected]


def place_numbered(tx: Tx, found: Sequence[NumberedRow]) -> Placed:
    """Bring up to date the issues that are here, and return those that are not."""
    new: list[NotebookRow] = []
    refused: list[Rejected] = []
    compared: RegisterComparison[str] = RegisterComparison(str)
    told = {issue.number for _row, issue in found}
    numbers = {*told, *(issue.merged_into for _row, issue in found)}
    here = _given(tx, [number for number in numbers if number])
    columns = _columns()
    seen: set[Number | None] = {None}
    for row, issue in found:
        try:
            if issue.merged_into is not None:
                _check_merged(row, issue, {*told, *here})
            if issue.number in seen and issue.number is not None:
                raise row.error("number", _("this number stands in another row too"))
            seen.add(issue.number)
            if issue.number is None or issue.number not in here:
                check_new(row, issue.status, issue.result, issue.order)
                new.append(issue)
            else:
                with tx.savepoint():
                    _renew(
                        tx, NumberedRow(row, issue), issue_label(*issue.number), columns, compared
                    )
        except RowError as error:
            refused.append(rejected(row, error.problem))
    return Placed(new, compared, refused)


def _given(reader: Reader, numbers: Collection[Number]) -> set[Number]:
    """Return those of these numbers that an issue has or had."""
    rows = reader.rows(
        "SELECT i.year, i.number FROM json_each(?) AS n JOIN issue AS i"
        " ON i.year = json_extract(n.value, '$[0]') AND i.number = json_extract(n.value, '$[1]')",
        (json.dumps(list(numbers)),),
    )
    return {(row["year"], row["number"]) for row in rows}


def _columns() -> tuple[Column, ...]:
    """Return what a table may change of an issue, as it is shown."""
    fields = {
        "reporter_phone": "phone",
        "satisfaction_reason": "reason",
        "paid": "resident_paid",
        **{field: field for field in _COMPARED},
    }
    labels: dict[str, Mapping[Any, str]] = {
        "channel": Channel.labels(),
        "urgency": Urgency.labels(),
        "status": Status.labels(),
        "satisfaction": Satisfaction.labels(),
        "private": {True: _("yes"), False: _("no")},
    }
    return tuple(
        Column(
            key,
            field_label(field),
            Kind.MONEY if key == "paid" else Kind.TEXT,
            _PERSONAL.get(key),
            labels=labels.get(key),
        )
        for key, field in fields.items()
    )


def _check_merged(row: Row, issue: NotebookRow, known: Container[Number | None]) -> None:
    other = issue.merged_into
    assert other is not None
    if other == issue.number or other not in known:
        raise row.error(
            "merged_into", _("there is no other issue {number}").format(number=issue_label(*other))
        )


def _renew(
    tx: Tx,
    found: NumberedRow,
    number: str,
    columns: Sequence[Column],
    compared: RegisterComparison[str],
) -> None:
    """Bring an issue up to date, and note what changes of it; of a confidential one no values.

    Raises:
        RowError: it is another issue, or what is different cannot be changed by a table.
    """
    row, issue = found
    here = row.read("number", lambda: find(tx, number), hinted=True)
    if not here.closed:
        check_ending(row, issue.status, issue.result)
    after = row.read("number", lambda: renew(tx, here, issue), hinted=True)
    what = list(differences(columns, here._asdict(), after._asdict()))
    hidden = here.private or here.privacy != "open"
    compared.met(number, [Difference(one.heading) for one in what] if hidden else what)


def recorded(reader: Reader, number: Number) -> int | None:
    """Return the id of the issue that has or had a number; None where none was given it."""
    found: int | None = reader.value("SELECT id FROM issue WHERE year = ? AND number = ?", number)
    return found


def reserve(tx: Tx, numbers: Iterable[Number]) -> None:
    """See to it that none of these numbers is given again."""
    highest: dict[int, int] = {}
    for year, number in numbers:
        highest[year] = max(number, highest.get(year, 0))
    for year, number in highest.items():
        counter = COUNTER.format(year=year)
        given = tx.value("SELECT value FROM counter WHERE name = ?", (counter,)) or 0
        if number > given:
            tx.next_numbers(counter, number - given)
