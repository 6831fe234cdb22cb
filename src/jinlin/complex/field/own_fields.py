"""Fields of a branch's own, for buildings, households and members: made, filled, asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from jinlin.complex.rules.own_fields import (
    FieldKind,
    FieldScope,
    OwnField,
    check_kept,
    field_called,
    parse_value,
)
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import compact
from jinlin.exchange.table.value_words import meanings, normalised
from jinlin.store.transaction.tx import Reader, Tx

_HELD: Final = frozenset({
    "building", "entrance", "floor", "floors_total", "room", "address", "gross_area",
    "exclusive_area", "area_basis", "state", "owner", "co_owner", "share", "representative",
    "phone", "phone2", "tenant", "tenant_phone", "occupants", "sex", "birth", "remark", "name",
    "party_state", "joined_on", "full_on", "affiliation", "group", "post", "employer",
    "reported_on", "skills", "team", "building_name", "floors_below", "entrances", "stilt_floor",
    "elevator", "availability", "standing",
})  # fmt: skip
_GUARDED: Final = frozenset({"id_number", "care", "dropped"})
_KEYS: Final = frozenset({"number", "owners", "households", "note", "area_m2", "status"})


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


def count_values(reader: Reader, fields: Iterable[OwnField]) -> dict[int, int]:
    """Return how many records hold a value of each field, by the field's id."""
    ids = json.dumps([field.id for field in fields])
    rows = reader.rows(
        "SELECT field_id, count(*) FROM field_value"
        " WHERE field_id IN (SELECT value FROM json_each(?)) GROUP BY field_id",
        (ids,),
    )
    return {row[0]: row[1] for row in rows}


def add_field(
    tx: Tx, scope: FieldScope, name: str, *, kind: FieldKind, choices: Sequence[str] = ()
) -> None:
    """Make a field.

    Raises:
        RuleError: there is one of this name, or the register holds it already, or never shall.
    """
    _check_name(name)
    if any(compact(field.name) == compact(name) for field in fields_of(tx, scope)):
        raise RuleError(
            _("There is a field “{field}” already.").format(field=name),
            hint=_("See: jinlin config field list"),
        )
    kept = json.dumps(list(choices), ensure_ascii=False) if choices else None
    tx.insert("field", scope=scope.value, name=name, kind=kind.value, choices=kept)
    words: dict[str, Any] = {"field": name, "scope": Message(scope.msgid)}
    tx.describe(
        Message(N_("Made the field “{field}” of {scope}"), words),
        reverse=Message(N_("remove the field “{field}” of {scope}"), words),
    )


def _check_name(name: str) -> None:
    """Refuse a name that the registers use themselves, or that would go round their rules."""
    if compact(name) in _KEYS:
        raise RuleError(
            _("“{field}” has its own place already.").format(field=name),
            hint=_("Choose another name."),
        )
    for meaning in meanings().get(normalised(name), ()):
        if meaning.field in _GUARDED:
            raise RuleError(
                _("“{field}” is not kept in a field of one's own.").format(field=name),
                hint=_("Sensitive data needs a purpose or a separate consent; wages are not kept."),
            )
        if meaning.field in _HELD:
            raise RuleError(
                _("“{field}” has its own place already.").format(field=name),
                hint=_("Choose another name."),
            )


def change_choices(tx: Tx, field: OwnField, choices: Sequence[str]) -> None:
    """Set the possible values of a choice.

    Raises:
        RuleError: nothing would change, or a value in use would be none.
    """
    if tuple(choices) == field.choices:
        raise RuleError(_("The choices of “{field}” are so already.").format(field=field.name))
    used = tx.rows("SELECT DISTINCT value FROM field_value WHERE field_id = ?", (field.id,))
    check_kept((row[0] for row in used), field, choices)
    tx.update("field", field.id, choices=json.dumps(list(choices), ensure_ascii=False))
    words = {"field": field.name}
    tx.describe(
        Message(N_("Changed the choices of the field “{field}”"), words),
        reverse=Message(N_("set the choices of the field “{field}” back"), words),
    )


def remove_field(tx: Tx, field: OwnField) -> None:
    """Take a field away; what it held is kept for undo and seen no more."""
    tx.update("field", field.id, removed_at=tx.clock.stamp)
    words: dict[str, Any] = {"field": field.name, "scope": Message(field.scope.msgid)}
    tx.describe(
        Message(N_("Removed the field “{field}” of {scope}"), words),
        reverse=Message(N_("bring the field “{field}” of {scope} back"), words),
    )


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
