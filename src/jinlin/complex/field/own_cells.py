"""Cells of a branch's own fields in a table from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinlin.complex.rules.own_fields import FieldKind, OwnField, parse_value
from jinlin.core.clock import Clock
from jinlin.exchange.table.rows import Row

_NO: str = "无"
"""Elsewhere a cell of nothing; of a yes or no it is an answer."""


def own_value(row: Row, field: OwnField, clock: Clock) -> str | None:
    """Return what a row says of one of the branch's own fields; None where it says nothing.

    An import wants it under its name; a column called otherwise is its own by `--map`.

    Raises:
        RowError: the value is none.
    """
    said = row.text(field.name)
    column = row.headers.columns.get(field.name)
    if not said and field.kind is FieldKind.YES_NO and column is not None:
        said = _NO if row.cells[column : column + 1] == [_NO] else ""
    return row.read(field.name, lambda: parse_value(field, said, clock)) if said else None


def read_own(row: Row, own: Sequence[OwnField], clock: Clock) -> Mapping[int, str]:
    """Return what a row says of the branch's own fields, by the fields' ids.

    Raises:
        RowError: a value is none.
    """
    held = ((field.id, own_value(row, field, clock)) for field in own)
    return {key: value for key, value in held if value is not None}
