"""Cells of a branch's own fields in a table from outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from jinlin.complex.rules.own_fields import FieldKind, OwnField, parse_value
from jinlin.core.clock import Clock
from jinlin.exchange.table.rows import Row

_NO: str = "无"
"""Elsewhere a cell of nothing; of a yes or no it is an answer."""


def read_own(row: Row, own: Sequence[OwnField], clock: Clock) -> Mapping[int, str]:
    """Return what a row says of the branch's own fields, by the fields' ids.

    An import wants them under their names; a column called otherwise is theirs by `--map`.

    Raises:
        RowError: a value is none.
    """
    held: dict[int, str] = {}
    for field in own:
        said = row.text(field.name)
        column = row.headers.columns.get(field.name)
        if not said and field.kind is FieldKind.YES_NO and column is not None:
            said = _NO if row.cells[column : column + 1] == [_NO] else ""
        if not said:
            continue
        held[field.id] = row.read(field.name, partial(parse_value, field, said, clock))
    return held
