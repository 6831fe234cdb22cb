"""A listing or a record: said once by a command, printed in whichever form was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.output.values import hidden

SHOWN_ROWS: Final = 50


class Listing(NamedTuple):
    """Rows of one kind.

    Attributes:
        key: its name in a record's JSON.
        title: what it is, in the user's language.
        rows: one value a column; may be read only once.
        total: how many rows there are in all; None when all are given.
        empty: the sentence for when there is none.
        notes: lines below the table.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Any]]
    total: int | None = None
    empty: str = ""
    notes: tuple[str, ...] = ()

    def masked_rows(self, call: Call) -> Iterator[list[Any]]:
        """Return the rows as this call may see them."""
        return (
            [hidden(c, v, unmask=call.unmask) for c, v in zip(self.columns, row, strict=True)]
            for row in self.rows
        )


class Record(NamedTuple):
    """One thing by itself, with what belongs to it.

    Attributes:
        title: what it is: number and name.
        columns: its fields.
        values: one value a field.
        listings: what belongs to it, such as its history.
        notes: lines below.
        extra: what only JSON carries.
    """

    title: str
    columns: tuple[Column, ...]
    values: Sequence[Any]
    listings: tuple[Listing, ...] = ()
    notes: tuple[str, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})

    def masked_values(self, call: Call) -> list[Any]:
        """Return the values as this call may see them."""
        return [
            hidden(c, v, unmask=call.unmask) for c, v in zip(self.columns, self.values, strict=True)
        ]


def rows_wanted(call: Call) -> int:
    """Return how many rows a listing needs; 0 means all.

    A table shows the first 50; files and machine formats are complete; `--limit` decides.
    """
    if call.limit is not None:
        return call.limit
    return 0 if call.json or call.csv or call.md or call.output else SHOWN_ROWS
