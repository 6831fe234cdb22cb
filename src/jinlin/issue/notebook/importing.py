"""A whole notebook into the database: past dates, statuses and ratings come along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, RowError
from jinlin.issue.notebook.inserts import insert_issues
from jinlin.issue.notebook.lookup import Lookup
from jinlin.issue.notebook.notebook_rows import NotebookRow, read_notebook_row
from jinlin.issue.notebook.numbered import NumberedRow, place_numbered
from jinlin.issue.notebook.state_cells import number_in
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.whereabouts import Place
from jinlin.issue.rules.numbers import issue_label
from jinlin.output.importing.comparison import RegisterComparison
from jinlin.output.importing.outcome import Outcome, Rejected, rejected
from jinlin.output.importing.sheet import describe_import
from jinlin.store.transaction.tx import Tx

Key = tuple[str, str, str]


class DuplicateRow(NamedTuple):
    """A row that says what is recorded, or what another row says.

    Attributes:
        row: which one, counted from 0.
        number: the issue that says it already; empty where it is another row.
        other: the row that says the same, counted from 0; None where it is an issue.
    """

    row: int
    number: str = ""
    other: int | None = None


class Imported(NamedTuple):
    """What came of a notebook.

    Attributes:
        outcome: how many rows went where.
        numbers: year and number of what was added, in the order of the reports.
        added: what was added, in the same order.
        copies: the rows that were not added because they say the same again.
    """

    outcome: Outcome
    numbers: Sequence[tuple[int, int]]
    added: Sequence[NotebookRow]
    copies: Sequence[DuplicateRow] = ()


def import_issues(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Imported:
    """Take a notebook; what is there already (same day, title and place) stays as it is.

    Issues are numbered in the year of their report, in the order of their reports. A row that has a
    number, as exported ones do, is the issue of that number: added under it, or brought up to date.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    read, numbered, refused = _read(tx, rows)
    placed = place_numbered(tx, numbered)
    refused += placed.refused
    imported = take_in(tx, [*read, *placed.new], refused, compared=placed.compared)
    outcome = imported.outcome
    describe_import(
        tx,
        outcome,
        origin,
        did=N_("Imported issues: {added} added, {changed} changed (from {source}, basis {basis})")
        if outcome.changed
        else N_("Imported issues: {added} added (from {source}, basis {basis})"),
        reverse=N_("take back the import of issues: {added} added, {changed} changed")
        if outcome.changed
        else N_("take back the import of issues: {added} added"),
    )
    return imported


def take_in(
    tx: Tx,
    read: Sequence[NotebookRow],
    refused: Sequence[Rejected],
    *,
    compared: RegisterComparison[str] | None = None,
) -> Imported:
    """Record what was read, but for what is there already, and for rows that are wholly equal.

    Args:
        tx: the transaction.
        read: the issues.
        refused: the rows that could not be read, for the outcome.
        compared: what became of rows that have a number, if there are any.
    """
    compared = compared or RegisterComparison(str)
    known = _known(tx, read)
    first: dict[NotebookRow, int] = {}
    copies: list[DuplicateRow] = []
    for row, issue in enumerate(read):
        number = _number_of(issue, known.get(_key(issue), ()))
        if number and issue.number is None:
            copies.append(DuplicateRow(row, number))
        elif first.setdefault(issue, row) != row:
            copies.append(DuplicateRow(row, other=first[issue]))
    added = sorted(first, key=lambda issue: issue.reported_at)
    numbers = insert_issues(tx, added)
    labels = {issue: issue_label(*number) for issue, number in zip(added, numbers, strict=True)}
    compared.added = list(labels.values())
    compared.unchanged += [copy.number or labels[read[copy.row]] for copy in copies]
    return Imported(
        outcome=compared.outcome(refused),
        numbers=numbers,
        added=added,
        copies=copies,
    )


def _read(
    tx: Tx, rows: Iterable[Row]
) -> tuple[list[NotebookRow], list[NumberedRow], list[Rejected]]:
    """Return the issues without a number, the rows with one, and what cannot be read."""
    register = Lookup.of(tx)
    read: list[NotebookRow] = []
    numbered: list[NumberedRow] = []
    refused: list[Rejected] = []
    for row in rows:
        try:
            issue = read_notebook_row(row, register, _here(tx, row))
        except RowError as error:
            refused.append(rejected(row, error.problem))
            continue
        if issue.number is None and issue.merged_into is None:
            read.append(issue)
        else:
            numbered.append(NumberedRow(row, issue))
    return read, numbered, refused


def _here(tx: Tx, row: Row) -> IssueRow | None:
    """Return the issue of a row's number, where the row does not say everything itself."""
    number = number_in(row, "number")
    if number is None or (row.text("reported_at") and row.text("title")):
        return None
    with suppress(NotFoundError):
        return find(tx, issue_label(*number))
    return None


def _key(issue: NotebookRow) -> Key:
    return issue.reported.date().isoformat(), compact(issue.title), compact(issue.place or "")


def _number_of(issue: NotebookRow, recorded: Iterable[tuple[Place, str]]) -> str:
    """Return the number of the issue that says the same of a place that may be the same."""
    for where, number in recorded:
        pairs = zip(where, issue.where, strict=True)
        if all(one is None or other is None or one == other for one, other in pairs):
            return number
    return ""


def _known(tx: Tx, read: Sequence[NotebookRow]) -> dict[Key, list[tuple[Place, str]]]:
    """Return what is recorded of the days the notebook is about, each with where and number."""
    found: dict[Key, list[tuple[Place, str]]] = {}
    if not read:
        return found
    days = sorted(issue.reported.date() for issue in read)
    for row in tx.rows(
        "SELECT year, number, reported_at, title, place, building_id, household_id FROM issue"
        " WHERE removed_at IS NULL AND reported_at >= ? AND reported_at < ? ORDER BY id",
        (tx.clock.moment(days[0]), tx.clock.moment(days[-1] + timedelta(days=1))),
    ):
        day = tx.clock.local(row["reported_at"]).date().isoformat()
        key = day, compact(row["title"]), compact(row["place"] or "")
        where = Place(row["building_id"], row["household_id"])
        found.setdefault(key, []).append((where, issue_label(row["year"], row["number"])))
    return found
