"""A branch's own fields beside what a register shows: in a record always, in a listing by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from jinlin.complex.field.own_fields import fields_of, own_cells, values_of
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.call import Call
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.transaction.tx import Reader


class OwnColumns(NamedTuple):
    """The fields of a scope and what they hold of some rows.

    Attributes:
        fields: in the order in which they were made.
        cells: for each row, one value a field.
    """

    fields: tuple[OwnField, ...] = ()
    cells: tuple[tuple[Any, ...], ...] = ()

    def beside(self, listing: Listing) -> Listing:
        """Return a listing with these columns after its own."""
        if not self.fields:
            return listing
        return listing._replace(
            columns=(*listing.columns, *(field.column for field in self.fields)),
            rows=((*row, *own) for row, own in zip(listing.rows, self.cells, strict=True)),
        )

    def within(self, record: Record) -> Record:
        """Return a record with these fields after its own."""
        if not self.fields:
            return record
        return record._replace(
            columns=(*record.columns, *(field.column for field in self.fields)),
            values=(*record.values, *self.cells[0]),
        )


def own_columns(reader: Reader, scope: str, ids: Sequence[int]) -> OwnColumns:
    """Return the fields of a scope with what they hold of these rows, in two questions."""
    fields = fields_of(reader, scope)
    held = values_of(reader, scope, ids) if fields else {}
    return OwnColumns(tuple(fields), tuple(own_cells(fields, held.get(row)) for row in ids))


def own_columns_named(call: Call, reader: Reader, scope: str, ids: Sequence[int]) -> OwnColumns:
    """Return the same for a listing, which has them only when `--fields` may name one."""
    return own_columns(reader, scope, ids) if call.names_columns else OwnColumns()
