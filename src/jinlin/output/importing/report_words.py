"""The words of an import: how columns were understood, what it does record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.book import Tables
from jinlin.exchange.table.fields import FORM, field_label
from jinlin.exchange.table.headers import Headers
from jinlin.exchange.table.value_words import Handling, one_line
from jinlin.output.importing.outcome import Change, Outcome

FIRST: Final = 5
"""So many records of each kind are shown before asking."""
SHOWN: Final = 20
"""So many rows or records a message lists."""

_KEPT_BACK: Final = frozenset({Handling.LEFT_OUT, Handling.CONFIDENTIAL, Handling.INTERNAL})


def tell_columns(call: Call, tables: Tables) -> None:
    """Say how the columns and sheets of a file were understood, and what is not taken of it.

    Of a form of ours nothing is taken but what was filled in, and nothing said about the rest.
    """
    read = [table.sheet for table in tables.tables]
    headers = [table.headers for table in tables.tables]
    strange = [h for h in headers if FORM not in h.columns]
    said = {
        N_("Sheets read together: {sheets}."): read if len(read) > 1 else (),
        N_("Sheets not read: {sheets}."): tables.unread,
        N_("Understood as: {columns}. If that is wrong: --map HEADER=FIELD"): [
            f"“{h.name(field)}” → {field_label(field)}" for h in headers for field in h.uncertain
        ],
        N_("Columns not taken, to hold no more than is needed: {columns}."): [
            name for h in strange for name, why in h.left_out.items() if why in _KEPT_BACK
        ],
        N_("Columns this register has no place for: {columns}."): [
            name for h in strange for name in _without_place(h)
        ],
        N_("Columns that say again what another one says, not read: {columns}."): [
            one_line(h.names[column])
            for h in headers
            for field, columns in h.further.items()
            for column in columns
            if field not in ALL_COLUMNS
        ],
        N_("Hidden rows, read like the others: {rows}."): _rows(tables, "hidden"),
        N_("Colours cannot be read; if they mean something, write it in a column. Rows: {rows}."): (
            _rows(tables, "coloured")
        ),
    }
    for text, words in said.items():
        if words:
            listed = few(dict.fromkeys(words))
            call.tell(_(text).format(columns=listed, sheets=listed, rows=listed))


def _without_place(headers: Headers) -> Iterator[str]:
    """Return the headers that are known or unknown, and of no use to this register."""
    yield from (name for name, why in headers.left_out.items() if why is Handling.OPEN)
    yield from headers.unknown


ALL_COLUMNS: Final = frozenset({"care", "party_state", "transfer_note"})
"""Fields of which every column is read."""


def _rows(tables: Tables, kind: str) -> list[str]:
    """Return the rows below the headers that are hidden; or coloured, where not all are."""
    found = []
    for table in tables.tables:
        headers = table.headers
        if kind == "coloured" and FORM in headers.columns:  # what we coloured ourselves
            continue
        rows = sorted(n for n in getattr(table.source.looks, kind) if n > headers.row)
        if kind == "coloured" and len(rows) >= table.source.count - headers.row:
            continue
        where = f"{headers.sheet}!" if headers.several else ""
        found += [f"{where}{number}" for number in rows]
    return found


def few(words: Iterable[str]) -> str:
    """Return the first words of many."""
    first = list(islice(words, SHOWN + 1))
    return _(", ").join([*first[:SHOWN], "…"] if len(first) > SHOWN else first)


def preview(outcome: Outcome, first: int = FIRST) -> Iterator[str]:
    """Return what an import does, in lines: the first few records of each kind."""
    details = outcome.details
    for text, count, changes in (
        (N_("Added: {count}"), outcome.added, details.added),
        (N_("Changed: {count}"), outcome.changed, details.changed),
        (N_("Left as they are: {count}"), outcome.unchanged, details.unchanged),
        (N_("Not in this file, and kept: {count}"), outcome.missing, details.missing),
    ):
        if count:
            yield _(text).format(count=count)
            yield from _listed(changes, count, first)
    if outcome.rejected:
        yield _("Refused rows: {count}").format(count=len(outcome.rejected))
        for problem in outcome.problems[:first]:
            yield f"  {problem.told}"
    yield from outcome.notes


def _listed(changes: Iterable[Change], count: int, first: int) -> Iterator[str]:
    few_changes = list(islice(changes, first))
    for change in few_changes:
        yield f"  {change.record}" + (f"  {change.what}" if change.what else "")
    if 0 < len(few_changes) < count:
        yield "  …"
