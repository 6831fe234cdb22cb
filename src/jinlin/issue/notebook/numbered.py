"""The rows of a notebook that name their issue by its number: to be added, changed or refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.exchange.table.rows import Row, RowError
from jinlin.issue.notebook.notebook_rows import NotebookRow
from jinlin.issue.notebook.renewal import renew
from jinlin.issue.notebook.state_cells import Number, check_ending
from jinlin.issue.record.actions import COUNTER
from jinlin.issue.record.queries import find
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.importing.outcome import Rejected, rejected
from jinlin.store.transaction.tx import Reader, Tx


class NumberedRow(NamedTuple):
    """A row, and the issue it tells of."""

    row: Row
    issue: NotebookRow


class Placed(NamedTuple):
    """What the rows with numbers mean here.

    Attributes:
        new: what is not here yet, to be added under its number.
        changed: how many issues differ now.
        unchanged: how many were already so.
        refused: rows that contradict what is here, or each other.
    """

    new: Sequence[NotebookRow]
    changed: int
    unchanged: int
    refused: Sequence[Rejected]


def place_numbered(tx: Tx, found: Sequence[NumberedRow]) -> Placed:
    """Bring up to date the issues that are here, and return those that are not."""
    new: list[NotebookRow] = []
    refused: list[Rejected] = []
    counts = {True: 0, False: 0}
    told = {issue.number for _row, issue in found}
    seen: set[Number | None] = {None}
    for row, issue in found:
        try:
            if issue.merged_into is not None:
                _check_merged(tx, row, issue, told)
            if issue.number in seen and issue.number is not None:
                raise row.error("number", _("this number stands in another row too"))
            seen.add(issue.number)
            if issue.number is None or recorded(tx, issue.number) is None:
                check_ending(row, issue.status, issue.result)
                new.append(issue)
            else:
                counts[_renewed(tx, row, issue, issue.number)] += 1
        except RowError as error:
            refused.append(rejected(row, error.problem))
    return Placed(new, counts[True], counts[False], refused)


def _check_merged(tx: Tx, row: Row, issue: NotebookRow, told: Iterable[Number | None]) -> None:
    other = issue.merged_into
    assert other is not None
    if other == issue.number or (other not in told and recorded(tx, other) is None):
        raise row.error(
            "merged_into", _("there is no other issue {number}").format(number=issue_label(*other))
        )


def _renewed(tx: Tx, row: Row, issue: NotebookRow, number: Number) -> bool:
    """Return whether bringing an issue up to date changed it.

    Raises:
        RowError: it is another issue, or what is different cannot be changed by a table.
    """
    here = row.read("number", lambda: find(tx, issue_label(*number)), hinted=True)
    if not here.closed:
        check_ending(row, issue.status, issue.result)
    return row.read("number", lambda: renew(tx, here, issue), hinted=True)


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
