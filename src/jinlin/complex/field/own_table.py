"""A branch's own fields as columns of a register's table: taken in, given out, to be filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from jinlin.complex.field.own_fields import fields_of, values_of, write_values
from jinlin.complex.rules.own_fields import FieldKind, OwnField
from jinlin.core.clock import Clock
from jinlin.core.i18n import N_, _
from jinlin.output.register.rules import TableColumn
from jinlin.store.transaction.tx import Reader, Tx

if TYPE_CHECKING:
    from jinlin.documents.template import Blank
    from jinlin.exchange.table.rows import Row

_OWN_NOTES: Final = {
    FieldKind.TEXT: N_("optional"),
    FieldKind.NUMBER: N_("optional: a number, such as 12"),
    FieldKind.DATE: N_("optional: a day, such as 2026-11-05"),
    FieldKind.YES_NO: N_("optional: choose from the list"),
    FieldKind.CHOICE: N_("optional: choose from the list"),
}


def columns(scope: str, reader: Reader) -> list[TableColumn]:
    """Return the columns of the fields of a scope, by whose ids their values are told."""
    from jinlin.output.importing.sheet import SheetColumn

    fields = fields_of(reader, scope)
    return [
        TableColumn(
            SheetColumn(
                one.name, one.column._replace(key=str(one.id)), partial(_value, one, reader.clock)
            ),
            blank,
        )
        for one, blank in zip(fields, own_blanks(fields), strict=True)
    ]


def held(scope: str, reader: Reader, rows: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    """Return what rows hold in these columns."""
    ids = {one.name: str(one.id) for one in fields_of(reader, scope)}
    return {
        row: {ids[name]: value for name, value in values.items()}
        for row, values in values_of(reader, scope, rows).items()
    }


def write(tx: Tx, row: int, values: Mapping[str, Any]) -> None:
    """Write what a row of a table says in these columns."""
    write_values(tx, ((int(key), row, value) for key, value in values.items()))


def _value(one: OwnField, clock: Clock, row: Row, _field: str) -> str | None:
    from jinlin.complex.field.own_cells import own_value

    return own_value(row, one, clock)


def own_blanks(own: Sequence[OwnField]) -> list[Blank]:
    """Return the columns of the branch's own fields."""
    from jinlin.documents.template import Blank

    answers = (_("yes"), _("no"))
    return [
        Blank(
            heading=field.name,
            note=_(_OWN_NOTES[field.kind]),
            number=field.kind is FieldKind.NUMBER,
            choices=answers if field.kind is FieldKind.YES_NO else field.choices,
        )
        for field in own
    ]
