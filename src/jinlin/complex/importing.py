"""A whole roster of households into the database, in a few set-based statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.complex.roster import Key, RosterRow, read_roster_row
from jinlin.complex.rules import ENTRANCES
from jinlin.core.columns import Personal
from jinlin.core.errors import RowProblem
from jinlin.core.i18n import N_, Message, _
from jinlin.exchange.rows import Row, RowError
from jinlin.output.importing import Outcome, Rejected, rejected
from jinlin.output.masking import masked
from jinlin.person.rules import person_label
from jinlin.store.tx import Tx

FIELDS: Final = ("floor", "area", "state", "note")


class Imported(NamedTuple):
    """What came of a roster.

    Attributes:
        outcome: the counts and the refused rows.
        recognised: people recorded before, without home or phone, taken to be owners of the
            same name; masked.
    """

    outcome: Outcome
    recognised: tuple[str, ...]


class _Owner(NamedTuple):
    """An owner who is recorded, and the row that says so."""

    person_id: int
    ownership_id: int
    share: str | None


class _Known(NamedTuple):
    """A household that is recorded, with its owners by their names."""

    id: int
    values: dict[str, Any]
    owners: dict[str, _Owner]


class _Taken(NamedTuple):
    """A household of the file: what its rows say together."""

    number: int
    row: RosterRow
    owners: dict[str, RosterRow]


def import_households(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Imported:
    """Take a roster: new households are added, changed ones updated, missing ones only counted.

    Buildings the roster names are added too. What the roster leaves empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    taken, refused = _read(rows)
    known = _known(tx)
    buildings = _buildings(tx, taken)
    people = _People(tx)
    added = {key: item for key, item in taken.items() if key not in known}
    changed = 0
    for key in taken.keys() & known.keys():
        changed += _update(tx, known[key], taken[key], people)
    _insert(tx, added, buildings, people)
    mentioned = {key[0] for key in taken}
    outcome = Outcome(
        added=len(added),
        changed=changed,
        unchanged=len(taken) - len(added) - changed,
        missing=sum(key[0] in mentioned and key not in taken for key in known),
        rejected=tuple(refused),
    )
    counts: dict[str, Any] = {"added": outcome.added, "changed": outcome.changed, **origin}
    tx.describe(
        Message(
            N_(
                "Imported households: {added} added, {changed} changed"
                " (from {source}, basis {basis})"
            ),
            counts,
        ),
        reverse=Message(
            N_("take back the import of households: {added} added, {changed} changed"), counts
        ),
    )
    return Imported(outcome, tuple(people.recognised))


def _read(rows: Iterable[Row]) -> tuple[dict[Key, _Taken], list[Rejected]]:
    """Read the rows; several of one household are its several owners."""
    taken: dict[Key, _Taken] = {}
    refused: list[Rejected] = []
    for row in rows:
        try:
            read = read_roster_row(row)
        except RowError as error:
            refused.append(rejected(row, error.problem))
            continue
        first = taken.get(read.key)
        if first is None:
            taken[read.key] = _Taken(row.number, read, dict.fromkeys(read.owners, read))
        elif _contradicts(read, first.row) or not read.owners:
            reason = _("the same home as in row {row}, with another floor or area").format(
                row=first.number
            )
            refused.append(rejected(row, RowProblem(row.number, row.headers.name("room"), reason)))
        else:
            for name in read.owners:
                first.owners.setdefault(name, read)
    return taken, refused


def _contradicts(read: RosterRow, first: RosterRow) -> bool:
    """Return whether a further row of a home says something else; a joined cell says nothing."""
    return (read.floor_stated and read.floor != first.floor) or read.area not in (None, first.area)


def _known(tx: Tx) -> dict[Key, _Known]:
    """Return every recorded household with its owners."""
    known: dict[Key, _Known] = {}
    by_id: dict[int, _Known] = {}
    for row in tx.rows(
        "SELECT h.id, b.code, h.entrance, h.room, h.floor, h.area, h.state, h.note"
        " FROM household AS h JOIN building AS b ON b.id = h.building_id"
        " WHERE h.removed_at IS NULL"
    ):
        item = _Known(row["id"], {name: row[name] for name in FIELDS}, {})
        known[row["code"], row["entrance"], row["room"]] = by_id[item.id] = item
    for row in tx.rows(
        "SELECT o.household_id, p.name, p.id AS person, o.id, o.share"
        " FROM ownership AS o JOIN person AS p ON p.id = o.person_id WHERE o.removed_at IS NULL"
    ):
        if row["household_id"] in by_id:
            owner = _Owner(row["person"], row["id"], row["share"])
            by_id[row["household_id"]].owners[row["name"]] = owner
    return known


def _buildings(tx: Tx, taken: Mapping[Key, _Taken]) -> dict[str, int]:
    """Return the id of every building, adding those the roster names first."""
    known = {
        row["code"]: row["id"]
        for row in tx.rows("SELECT id, code FROM building WHERE removed_at IS NULL")
    }
    floors: dict[str, int] = {}
    entrances: dict[str, set[str]] = {}
    for (code, entrance, _room), item in taken.items():
        floors[code] = max(floors.get(code, 1), item.row.floor)
        entrances.setdefault(code, set()).update({entrance} if entrance else ())
    for code in floors.keys() - known.keys():
        known[code] = tx.insert(
            "building",
            code=code,
            floors=floors[code],
            entrances=len(entrances[code]) if len(entrances[code]) in ENTRANCES else None,
        )
    return known


def _update(tx: Tx, known: _Known, taken: _Taken, people: _People) -> int:
    """Bring one recorded household up to date; return whether anything changed."""
    stated = {name: getattr(taken.row, name) for name in FIELDS}
    values = {
        name: value
        for name, value in stated.items()
        if value is not None
        and value != known.values[name]
        and (name != "floor" or taken.row.floor_stated)
    }
    if values:
        tx.update("household", known.id, **values)
    new = {name: row for name, row in taken.owners.items() if name not in known.owners}
    if new:
        people.own(tx, [(known.id, name, row) for name, row in new.items()])
    differing = 0
    for name, row in taken.owners.items():
        if name in known.owners:
            differing += _update_owner(tx, known.owners[name], row)
    return int(bool(values or new or differing))


def _update_owner(tx: Tx, known: _Owner, said: RosterRow) -> bool:
    """Bring a recorded owner's phone and share up to date; return whether one differed."""
    new_share = said.share is not None and said.share != known.share
    if new_share:
        tx.update("ownership", known.ownership_id, share=said.share)
    if not said.phone or said.phone == tx.value(
        "SELECT phone FROM person WHERE id = ?", (known.person_id,)
    ):
        return new_share
    tx.update("person", known.person_id, phone=said.phone)
    return True


def _insert(
    tx: Tx, added: Mapping[Key, _Taken], buildings: Mapping[str, int], people: _People
) -> None:
    first = tx.next_id("household")
    owners: list[tuple[int, str, RosterRow]] = []
    rows: list[tuple[Any, ...]] = []
    for household_id, (key, item) in enumerate(added.items(), first):
        row = item.row
        rows.append(
            (
                household_id,
                buildings[key[0]],
                key[1],
                key[2],
                row.floor,
                row.area,
                row.state,
                row.note,
            )
        )
        owners += [(household_id, name, said) for name, said in item.owners.items()]
    columns = ("id", "building_id", "entrance", "room", "floor", "area", "state", "note")
    tx.insert_many("household", columns, rows)
    people.own(tx, owners)


class _People:
    """Who is recorded already, so that one person is not recorded twice.

    The same name with the same phone is the same person. Whoever is recorded without a phone and
    without a home (the secretary, a member) is the owner of that name when no one else bears it.
    """

    def __init__(self, tx: Tx) -> None:
        self.recognised: list[str] = []
        self._by_phone: dict[tuple[str, str], int] = {}
        self._bare: dict[str, list[tuple[int, int]]] = {}
        for row in tx.rows(
            "SELECT p.id, p.number, p.name, p.phone, EXISTS (SELECT 1 FROM ownership AS o"
            " WHERE o.person_id = p.id) AS owns FROM person AS p WHERE p.removed_at IS NULL"
        ):
            if row["phone"]:
                self._by_phone[row["name"], row["phone"]] = row["id"]
            elif not row["owns"]:
                self._bare.setdefault(row["name"], []).append((row["id"], row["number"]))

    def _recorded(self, tx: Tx, name: str, phone: str | None) -> int | None:
        if phone and (name, phone) in self._by_phone:
            return self._by_phone[name, phone]
        bare = self._bare.pop(name, [])
        if len(bare) != 1:
            return None
        person_id, number = bare[0]
        self.recognised.append(f"{person_label(number)} {masked(name, Personal.NAME)}")
        if phone:
            tx.update("person", person_id, phone=phone)
            self._by_phone[name, phone] = person_id
        return person_id

    def own(self, tx: Tx, owners: Sequence[tuple[int, str, RosterRow]]) -> None:
        """Record who owns which household, and the people who were not recorded."""
        next_person = tx.next_id("person")
        persons: list[tuple[Any, ...]] = []
        ownerships: list[tuple[Any, ...]] = []
        for household_id, name, said in owners:
            person_id = self._recorded(tx, name, said.phone)
            if person_id is None:
                person_id = next_person + len(persons)
                persons.append((person_id, name, said.phone))
                if said.phone:
                    self._by_phone[name, said.phone] = person_id
            ownerships.append((household_id, person_id, said.share))
        first = tx.next_numbers("person", len(persons))
        numbered = ((person[0], first + n, *person[1:]) for n, person in enumerate(persons))
        tx.insert_many("person", ("id", "number", "name", "phone"), numbered)
        tx.insert_many("ownership", ("household_id", "person_id", "share"), ownerships)
