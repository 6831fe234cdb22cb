"""What every import shares: opening the file, saying what came of it, giving back the bad rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.errors import FileError, RowProblem, UsageError
from jinlin.core.i18n import _
from jinlin.exchange.fields import LABELS, field_label
from jinlin.exchange.reader import Table, read_table
from jinlin.exchange.rows import Row
from jinlin.exchange.words import Handling
from jinlin.output.files import write_whole
from jinlin.output.show import done, tell

SHOWN_PROBLEMS = 20


class Rejected(NamedTuple):
    """A row that was not taken.

    Attributes:
        cells: the row as the file has it.
        problem: where and why.
    """

    cells: Sequence[str]
    problem: RowProblem


class Outcome(NamedTuple):
    """What came of an import.

    Attributes:
        added: new records.
        changed: records that differ now.
        unchanged: records that were already so.
        missing: records that the file no longer names; they are kept.
        rejected: the rows that were not taken.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    rejected: tuple[Rejected, ...] = ()


def open_table(
    call: Call,
    file: str,
    wanted: Collection[str],
    *,
    mapping: Sequence[str] = (),
    sheet: str | None = None,
) -> Table:
    """Open the file of an import and say how its columns were understood.

    Args:
        call: the command.
        file: the file as it was typed.
        wanted: the fields that are taken.
        mapping: `header=field` pairs from `--map`.
        sheet: which sheet of a workbook.

    Raises:
        FileError: it cannot be read.
        UsageError: a pair of the mapping cannot be read.
    """
    path = call.environment.path(file)
    table = read_table(path, wanted, mapping=dict(map(_pair, mapping)), sheet=sheet)
    headers = table.headers
    if headers.uncertain:
        named = (f"“{headers.name(field)}” → {field_label(field)}" for field in headers.uncertain)
        tell(call, _("Understood as: {columns}.").format(columns=_(", ").join(named)))
    withheld = [name for name, why in headers.left_out.items() if why is not Handling.IGNORED]
    if withheld:
        names = _(", ").join(f"“{name}”" for name in withheld)
        tell(
            call,
            _("Columns not taken, to hold no more than is needed: {columns}.").format(
                columns=names
            ),
        )
    if table.others:
        tell(call, _("Sheets not read: {sheets}.").format(sheets=_(", ").join(table.others)))
    return table


def _pair(text: str) -> tuple[str, str]:
    header, sign, field = text.rpartition("=")
    if not sign:
        raise UsageError(
            _("“{text}” is not of the form {example}.").format(
                text=text, example=_("HEADER=FIELD")
            ),
            hint=_("Write it like --map 门号=房号."),
        )
    said = field.strip()
    known = {field_label(name): name for name in LABELS}
    return header.strip(), known.get(said, said)


def refuse_any(outcome: Outcome) -> None:
    """Refuse the whole import when a row was refused; for `--strict`.

    Raises:
        FileError: it lists the rows.
    """
    if outcome.rejected:
        raise FileError(
            _("{count} rows cannot be taken, so none was (--strict).").format(
                count=len(outcome.rejected)
            ),
            hint=_("Mend them, or leave --strict away to take the others."),
            rows=tuple(row.problem for row in outcome.rejected),
        )


def report(call: Call, table: Table, outcome: Outcome, *, notes: Sequence[str] = ()) -> None:
    """Say what came of an import, and give the refused rows back in a file of their own.

    Raises:
        FileError: some rows were refused; the others are in.
    """
    reject_file, where = None, ""
    if outcome.rejected and not call.dry_run:
        try:
            reject_file = _give_back(call, table, outcome)
            where = _("They are in {path}: mend them there and import that file.").format(
                path=reject_file
            )
        except FileError as error:  # the other rows are in all the same, and she must know it
            where = error.message
    done(
        call,
        _("Added {added}, changed {changed}, unchanged {unchanged}, refused {refused}.").format(
            added=outcome.added,
            changed=outcome.changed,
            unchanged=outcome.unchanged,
            refused=len(outcome.rejected),
        ),
        data=_as_json(outcome, reject_file),
    )
    for note in notes:
        tell(call, note)
    if table.skipped:
        rows = [str(skipped.row) for skipped in table.skipped]
        more = ["…"] if len(rows) > SHOWN_PROBLEMS else []
        tell(
            call,
            _("Rows taken for totals or notes, not for data: {rows}.").format(
                rows=_(", ").join(rows[:SHOWN_PROBLEMS] + more)
            ),
        )
    if outcome.missing:
        tell(
            call,
            _("{count} records are not in this file; they are kept.").format(count=outcome.missing),
        )
    if outcome.rejected:
        raise FileError(
            _("{count} rows were refused; the others are in.").format(count=len(outcome.rejected))
            if not call.dry_run
            else _("{count} rows would be refused.").format(count=len(outcome.rejected)),
            hint=where,
            rows=tuple(row.problem for row in outcome.rejected[:SHOWN_PROBLEMS]),
        )


def _as_json(outcome: Outcome, reject_file: Path | None) -> dict[str, Any]:
    problems = (row.problem for row in outcome.rejected)
    return {
        "added": outcome.added,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "missing": outcome.missing,
        "rejected": [{"row": p.row, "column": p.column, "reason": p.reason} for p in problems],
        "reject_file": str(reject_file) if reject_file else None,
    }


def _give_back(call: Call, table: Table, outcome: Outcome) -> Path:
    """Write the refused rows beside the file, in its format, with the reasons."""
    from jinlin.output import formats
    from jinlin.output.listing import Listing

    ending = ".csv" if table.path.suffix.lower() not in (".xlsx", ".xls") else ".xlsx"
    names = [
        name or _("Column {number}").format(number=n + 1)
        for n, name in enumerate(table.headers.names)
    ]
    columns = [Column(key=str(n), heading=name) for n, name in enumerate(names)]
    listing = Listing(
        key="rejected",
        title=_("Refused rows"),
        columns=(*columns, Column(key="reason", heading=_("Why it was refused"))),
        rows=_padded(outcome.rejected, len(names)),
    )
    target = _free_name(table.path, ending)
    write = formats.BY_ENDING[ending]
    return write_whole(call, str(target), lambda file: write(call, listing, file))


def _padded(rejected: Sequence[Rejected], columns: int) -> Iterator[list[str]]:
    for row in rejected:
        cells = [*row.cells, *[""] * columns][:columns]
        yield [*cells, row.problem.reason]


def _free_name(path: Path, ending: str) -> Path:
    """Return a name beside the file that is not taken: `房屋-退回.xlsx`, `房屋-退回2.xlsx`."""
    refused = _("refused")
    stem = path.with_name(f"{path.stem}-{refused}")
    serial = 1
    target = stem.with_name(stem.name + ending)
    while target.exists():
        serial += 1
        target = stem.with_name(f"{stem.name}{serial}{ending}")
    return target


def rejected(row: Row, problem: RowProblem) -> Rejected:
    """Return a row that was not taken."""
    return Rejected(tuple(row.cells), problem)


def origin_note(source: str | None, basis: str | None) -> Mapping[str, str]:
    """Return where a file comes from and on what basis it is used, for the history."""
    return {"source": source or "—", "basis": basis or "—"}
