"""Fields of a branch's own, for buildings, households and members: found, filled, asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from jinlin.complex.rules.own_fields import (
    FieldKind,
    FieldScope,
    OwnField,
    field_called,
    parse_value,
)
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.store.transaction.tx import Reader, Tx


def fields_of(reader: Reader, scope: str | None = None) -> list[OwnField]:
    """Return the fields of one scope, or all, in the order in which they were made."""
    return [
        OwnField(
            id=row["id"],
            scope=FieldScope(row["scope"]),
            name=row["name"],
            kind=FieldKind(row["kind"]),
            choices=tuple(json.loads(row["choices"] or "[]")),
        )
        for row in reader.rows(
            "SELECT id, scope, name, kind, choices FROM field WHERE removed_at IS NULL"
            " AND scope = ifnull(?, scope) ORDER BY scope, id",
            (scope,),
        )
    ]


def values_of(reader: Reader, scope: str, ids: Collection[int]) -> dict[int, dict[str, str]]:
    """Return what the fields of a scope hold, in one question.

    Args:
        reader: the database.
        scope: `building`, `household` or `member`.
        ids: the rows that are asked for.

    Returns:
        For each row that holds anything, the values by the names of the fields.
    """
    found: dict[int, dict[str, str]] = {}
    for row in reader.rows(
        "SELECT v.row_id, f.name, v.value FROM field AS f JOIN field_value AS v"
        " ON v.field_id = f.id WHERE f.scope = ? AND f.removed_at IS NULL"
        " AND v.row_id IN (SELECT value FROM json_each(?))",
        (scope, json.dumps(list(ids))),
    ):
        found.setdefault(row["row_id"], {})[row["name"]] = row["value"]
    return found


def own_cells(fields: Sequence[OwnField], values: Mapping[str, str] | None) -> tuple[Any, ...]:
    """Return the cells of one row in the columns of these fields."""
    held = values or {}
    return tuple(held.get(field.name) for field in fields)


def set_values(tx: Tx, scope: str, row_id: int, pairs: Sequence[str]) -> tuple[str, ...]:
    """Fill the fields of one record, as `--set 车位=12` says; `车位=` clears one.

    Returns:
        The names of the fields whose values changed.

    Raises:
        NotFoundError: there is no such field.
        UsageError: a pair cannot be read, or a value is none.
    """
    if not pairs:
        return ()
    fields = fields_of(tx, scope)
    said: dict[OwnField, str | None] = {}
    for pair in pairs:
        name, sign, text = pair.replace("＝", "=").partition("=")
        if not sign:
            raise UsageError(
                _("“{text}” is not of the form {example}.").format(
                    text=pair, example=_("FIELD=VALUE")
                ),
                hint=_("Write it like --set 车位=12; --set 车位= clears it."),
            )
        field = field_called(fields, name)
        said[field] = parse_value(field, text, tx.clock) if text.strip() else None
    before = values_of(tx, scope, [row_id]).get(row_id, {})
    changed = {field: v for field, v in said.items() if v != before.get(field.name)}
    write_values(tx, ((field.id, row_id, value) for field, value in changed.items()))
    return tuple(field.name for field in changed)


def names_set(pairs: Sequence[str] | None) -> list[str]:
    """Return the names of the fields that pairs such as `车位=12` set."""
    return [pair.replace("＝", "=").partition("=")[0].strip() for pair in pairs or ()]


def fill_in(tx: Tx, scope: str, row_id: int, pairs: Sequence[str], *, record: str) -> bool:
    """Fill the fields of one record and say so in the history; see `set_values`.

    Args:
        tx: the transaction.
        scope: `building`, `household` or `member`.
        row_id: the record.
        pairs: as `set_values` reads them.
        record: what the history calls it, without a resident's name.

    Returns:
        Whether anything changed.
    """
    changed = set_values(tx, scope, row_id, pairs)
    if changed:
        words: dict[str, Any] = {"record": record, "fields": "、".join(changed)}
        tx.describe(
            Message(N_("Filled in of {record}: {fields}"), words),
            reverse=Message(N_("set back of {record}: {fields}"), words),
            subject=record.partition(" ")[0],
        )
    return bool(changed)


def write_values(tx: Tx, values: Iterable[tuple[int, int, str | None]]) -> None:
    """Write many values: field id, row id, value; None takes one away."""
    for field_id, row_id, value in values:
        if value is None:
            tx.write(
                "DELETE FROM field_value WHERE field_id = ? AND row_id = ?", (field_id, row_id)
            )
        else:
            tx.write(
                "INSERT INTO field_value (field_id, row_id, value) VALUES (?, ?, ?)"
                " ON CONFLICT (field_id, row_id) DO UPDATE SET value = excluded.value",
                (field_id, row_id, value),
            )
