"""Rooms of the branch, each with its several uses (一室多用)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.core.text import compact
from jinlin.store.transaction.tx import Reader, Tx

FIELD_LABELS: Final[Mapping[str, str]] = {
    "name": N_("Room name"),
    "whose": N_("Property of"),
    "place": N_("Place"),
    "uses": N_("Uses"),
    "note": N_("Remark"),
}
"""What people call what is kept of a room."""


class RoomRow(NamedTuple):
    """A room.

    Attributes:
        whose: whose property it is.
        place: where it is.
        uses: what it is used for and when, each as somebody wrote it.
    """

    id: int
    name: str
    whose: str | None
    place: str | None
    uses: tuple[str, ...]
    note: str | None


def rooms(reader: Reader) -> list[RoomRow]:
    """Return all rooms, the oldest entry first."""
    return [
        RoomRow(*row)._replace(uses=tuple(json.loads(row["uses"])))
        for row in reader.rows(
            "SELECT id, name, whose, place, uses, note FROM room"
            " WHERE removed_at IS NULL ORDER BY id"
        )
    ]


def find_room(reader: Reader, text: str) -> RoomRow:
    """Return the room of a name.

    Raises:
        NotFoundError: there is none; all are listed.
    """
    known = rooms(reader)
    for room in known:
        if compact(room.name) == compact(text):
            return room
    raise NotFoundError(
        _("There is no room “{text}”.").format(text=text),
        hint=_("Known: {known}.").format(known=_(", ").join(room.name for room in known))
        if known
        else _("Add it first: jinlin branch room add {name}").format(name=text),
    )


def add_room(tx: Tx, room: Mapping[str, str | None], uses: Sequence[str]) -> RoomRow:
    """Record a room.

    Args:
        tx: the transaction.
        room: its fields, `name` among them.
        uses: what it is used for.

    Raises:
        RuleError: there is one of that name.
    """
    from jinlin.member.tables import Room

    name = str(room["name"])
    _refuse_known(tx, name)
    row = Room(name=name, uses=_kept(uses))
    row.whose, row.place, row.note = room.get("whose"), room.get("place"), room.get("note")
    tx.session.add(row)
    tx.session.flush()
    assert row.id is not None
    added = RoomRow(row.id, name, row.whose, row.place, tuple(uses), row.note)
    words: dict[str, Value] = {"name": name}
    tx.describe(
        Message(N_("Added room {name}"), words), reverse=Message(N_("remove room {name}"), words)
    )
    return added


def edit_room(
    tx: Tx,
    text: str,
    changes: Mapping[str, str | None],
    *,
    more: Sequence[str],
    fewer: Sequence[str],
) -> RoomRow:
    """Change what is kept of a room.

    Args:
        tx: the transaction.
        text: which room.
        changes: the new values by field; None clears one.
        more: further uses.
        fewer: uses that end.

    Raises:
        NotFoundError: there is no such room, or no such use.
        RuleError: nothing would change, or the new name is another room's.
    """
    from jinlin.member.tables import Room

    room = find_room(tx, text)
    uses = _without(room, fewer)
    uses += [use for use in more if use not in uses]
    old = {**room._asdict(), "uses": list(room.uses)}
    changed: dict[str, Any] = {
        field: value for field, value in {**changes, "uses": uses}.items() if value != old[field]
    }
    if not changed:
        raise RuleError(
            _("Room {name} is recorded like that already.").format(name=room.name),
            hint=_("See: jinlin branch room show {name}").format(name=room.name),
        )
    name = changed.get("name", room.name)
    if compact(name) != compact(room.name):
        _refuse_known(tx, name)
    row = tx.session.get_one(Room, room.id)
    for field, value in changed.items():
        setattr(row, field, _kept(value) if field == "uses" else value)
    tx.session.add(row)
    words: dict[str, Value] = {
        "name": room.name,
        "fields": enumerated(FIELD_LABELS[field] for field in changed),
    }
    tx.describe(
        Message(N_("Room {name} was changed: {fields}"), words),
        reverse=Message(N_("set room {name} back: {fields}"), words),
    )
    return room._replace(**{**changed, "uses": tuple(uses)})


def remove_room(tx: Tx, text: str) -> RoomRow:
    """Take a room out of the list.

    Raises:
        NotFoundError: there is no such room.
    """
    from jinlin.member.tables import Room

    room = find_room(tx, text)
    row = tx.session.get_one(Room, room.id)
    row.removed_at = tx.clock.stamp
    tx.session.add(row)
    words: dict[str, Value] = {"name": room.name}
    tx.describe(
        Message(N_("Removed room {name}"), words),
        reverse=Message(N_("put room {name} back"), words),
    )
    return room


def _without(room: RoomRow, fewer: Sequence[str]) -> list[str]:
    """Return the uses that stay; a use is meant by its beginning too."""
    uses = list(room.uses)
    for text in fewer:
        meant = [use for use in uses if compact(use).startswith(compact(text))]
        if len(meant) != 1:
            raise NotFoundError(
                _("Room {name} has no use “{text}”.").format(name=room.name, text=text),
                hint=_("Its uses: {uses}.").format(uses=_(", ").join(room.uses))
                if room.uses
                else _("It has none yet: --use TEXT"),
            )
        uses.remove(meant[0])
    return uses


def _refuse_known(tx: Tx, name: str) -> None:
    if any(compact(room.name) == compact(name) for room in rooms(tx)):
        raise RuleError(
            _("There is a room “{name}” already.").format(name=name),
            hint=_("Change it: jinlin branch room edit {name}").format(name=name),
        )


def _kept(uses: Sequence[str]) -> str:
    return json.dumps(list(uses), ensure_ascii=False)
