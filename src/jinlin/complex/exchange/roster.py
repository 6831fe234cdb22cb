"""The rows of a roster taken together: several rows of one home are its co-owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final

from jinlin.complex.exchange.differences import TITLES
from jinlin.complex.exchange.entrances import Entrances
from jinlin.complex.exchange.home_keys import Key, read_key
from jinlin.complex.exchange.namesakes import keyed
from jinlin.complex.exchange.recorded import Home, Link
from jinlin.complex.exchange.row import BETWEEN_NOTES, HouseholdTerms, RosterRow, read_roster_row
from jinlin.complex.exchange.row_people import RosterPerson
from jinlin.complex.rules.shares import total
from jinlin.core.i18n import _
from jinlin.exchange.table.fields import field_label
from jinlin.exchange.table.rows import Row, RowError
from jinlin.output.importing.outcome import Rejected, rejected
from jinlin.person.people.recognition import Recogniser

SAME: Final = ("area", "area_basis", "state", "occupants", "representative", "tenants", "care")
"""What further rows of a home may leave out or fill in, and must not contradict."""


class RosterHome:
    """A home of the roster: what its rows say together.

    Attributes:
        place: where its first row stands, for messages.
        said: its first row, and what further rows fill in.
        recorded: its owners, as far as it is recorded.
        owners: everybody any of its rows names as an owner, by her key among those.
        merged: whether several rows name its owners.
    """

    __slots__ = ("merged", "owners", "place", "recorded", "said")

    def __init__(self, row: Row, said: RosterRow, recorded: Mapping[str, Link]) -> None:
        self.place = row.where
        self.said = said
        self.recorded = recorded
        self.owners: dict[str, RosterPerson] = dict(keyed(recorded, said.owners))
        self.merged = False


class Roster:
    """A roster that has been read.

    Attributes:
        homes: by their keys, in the order of the roster.
        refused: the rows that cannot be taken, by their places in the file.
        refused_homes: which homes they are about, as far as that can be read.
        repeated: how many rows say again what a row before said.
        unconsented: how many care tags are left out for want of a consent.
        lived_in: of how many rows the state stays open, since they only say that somebody is in.
        entrances: which home a row is about that another list names with or without its entrance.

    Args:
        known: the recorded homes.
        recogniser: who is recorded.
    """

    __slots__ = (
        "_recogniser",
        "entrances",
        "homes",
        "known",
        "lived_in",
        "refused",
        "refused_homes",
        "repeated",
        "unconsented",
    )

    def __init__(self, known: Mapping[Key, Home], recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self.known = known
        self.homes: dict[Key, RosterHome] = {}
        self.entrances = Entrances(known, self.homes)
        self.refused: dict[int, Rejected] = {}
        self.refused_homes: set[Key] = set()
        self.repeated = 0
        self.unconsented = 0
        self.lived_in = 0

    @property
    def merged(self) -> list[Key]:
        """The homes of which several rows name co-owners."""
        return [key for key, taken in self.homes.items() if taken.merged]

    def take(self, row: Row, said: RosterRow) -> None:
        """Take a row that has been read.

        Raises:
            RowError: it contradicts an earlier row of its home, so that it may be another home; or
                it may mean somebody else than is recorded there.
        """
        taken = self.homes.get(said.key)
        home = self.known.get(self.entrances.gained.get(said.key, said.key))
        if home:
            self._check_here(row, "phone", said.owners, home.owners)
            self._check_here(row, "tenant_phone", said.tenants, home.tenants)
        if taken is None:
            self.homes[said.key] = RosterHome(row, said, home.owners if home else {})
        else:
            self.repeated += not _join(row, said, taken)
        self.unconsented += said.unconsented
        self.lived_in += said.lived_in

    def _check_here(
        self, row: Row, field: str, named: Sequence[RosterPerson], recorded: Mapping[str, Link]
    ) -> None:
        """Refuse a row that names somebody by a number which is a namesake's elsewhere."""
        names = [one.name for one in named]
        for one in named:
            first = recorded.get(one.name)
            if first is None or (one.phone == first.phone and not one.identity):
                continue
            if names.count(one.name) == 1:
                here = {link.person_id for link in recorded.values() if link.name == one.name}
                row.read(field, partial(self._recogniser.check_here, one.said(), here))

    def refuse(self, place: int, row: Row, error: RowError, terms: HouseholdTerms) -> None:
        """Keep a row that cannot be taken, and its home if it tells that."""
        self.refused[place] = rejected(row, *error.problems)
        with suppress(RowError):
            self.refused_homes.add(read_key(row, terms.place)[0])


def read_roster(
    rows: Iterable[Row],
    terms: HouseholdTerms,
    recogniser: Recogniser,
    known: Mapping[Key, Home],
) -> Roster:
    """Read the rows of a roster; the bad ones are told, the others taken.

    Args:
        rows: the rows of the file.
        terms: on what terms they are read.
        recogniser: who is recorded.
        known: the recorded homes.
    """
    roster = Roster(known, recogniser)
    late: list[tuple[int, Row, RosterRow]] = []
    for place, row in enumerate(rows):
        try:
            said = roster.entrances.settle(row, read_roster_row(row, terms))
            for owner in said.owners:
                if owner.identity:
                    row.read("id_number", partial(recogniser.check_id, owner.said()))
            if _is_owner(said.representative, {owner.name for owner in said.owners}):
                roster.take(row, said)
            else:  # she may be an owner whom another row of this home names
                late.append((place, row, said))
        except RowError as error:
            roster.refuse(place, row, error, terms)
    for place, row, said in late:
        taken = roster.homes.get(said.key)
        try:
            _check_representative(row, said, taken.owners.values() if taken else ())
            roster.take(row, said)
        except RowError as error:
            roster.refuse(place, row, error, terms)
    return roster


def _is_owner(name: str | None, owners: Iterable[str]) -> bool:
    """Return whether a representative is an owner, as far as owners are named at all."""
    named = set(owners)
    return name is None or not named or name in named


def _check_representative(row: Row, said: RosterRow, owners: Iterable[RosterPerson]) -> None:
    if not _is_owner(said.representative, {owner.name for owner in (*owners, *said.owners)}):
        raise row.error(
            "representative",
            _("who votes must be an owner; record a written authority by hand"),
        )


def _join(row: Row, said: RosterRow, taken: RosterHome) -> bool:
    """Add what a further row of a home says; return whether that is anything new.

    Raises:
        RowError: it contradicts the rows before, so that it may be another home.
    """
    told = keyed(taken.recorded, said.owners, taken.owners)
    of_owners = _differing_owners(told, taken)
    differing = [*_differing(said, taken.said), *of_owners]
    if field_label("phone") in of_owners and not _differing(said, taken.said):
        raise row.error(
            "phone",
            _(
                "the same owner as in {row} with another phone; if it is another person of that"
                " name, write both names and both phones into one row"
            ).format(row=taken.place),
            lasting=True,
        )
    if differing:
        raise row.error(
            "room" if "room" in row.headers.columns else "address",
            _("the same home as in {row}, with another value for: {fields}").format(
                row=taken.place, fields=_(", ").join(dict.fromkeys(differing))
            ),
            lasting=True,
        )
    owners = dict(taken.owners)
    for key, owner in told:
        owners[key] = _filled(owners.get(key, owner), owner)
    row.read("share", lambda: total(owner.share for owner in owners.values()), lasting=True)
    together = _together(taken.said, said)
    new = together != taken.said or owners != taken.owners
    taken.merged |= owners.keys() != taken.owners.keys()
    taken.said, taken.owners = together, owners
    return new


def _states(value: object) -> bool:
    """Return whether a cell says something; nobody living there says something too."""
    return value is not None and value != ()


def _differing(said: RosterRow, first: RosterRow) -> list[str]:
    """Return what a further row says otherwise; an empty cell says nothing."""
    found = [
        _(TITLES[name])
        for name in SAME
        if _states(getattr(said, name))
        and _states(getattr(first, name))
        and getattr(said, name) != getattr(first, name)
    ]
    if any(first.own.get(field, value) != value for field, value in said.own.items()):
        own = TITLES["own"]
        found.append(_(own))
    if said.floor_stated and said.floor != first.floor:
        found.append(_("Floor"))
    if said.phase != first.phase:
        found.append(_("Phase or area"))
    return found


_OF_OWNERS: Final = ("phone", "phone2", "share", "id_number")
"""What the fields of a `RosterPerson` after its name are called in a file."""


def _differing_owners(told: Iterable[tuple[str, RosterPerson]], taken: RosterHome) -> list[str]:
    """Return what a further row says otherwise of an owner whom a row before names too."""
    pairs = ((taken.owners[key], one) for key, one in told if key in taken.owners)
    return [
        field_label(field)
        for first, further in pairs
        for field, old, new in zip(_OF_OWNERS, first[1:], further[1:], strict=True)
        if old and new and old != new
    ]


def _filled(first: RosterPerson, further: RosterPerson) -> RosterPerson:
    """Return an owner with what either row says of her."""
    missing = {name for name, value in first._asdict().items() if value is None}
    return first._replace(**{name: getattr(further, name) for name in missing})


def _together(first: RosterRow, further: RosterRow) -> RosterRow:
    """Return what two rows of one home say together; remarks that differ are both kept."""
    filled: dict[str, Any] = {
        name: getattr(further, name) for name in SAME if not _states(getattr(first, name))
    }
    remarks = [text for row in (first, further) for text in (row.note or "").split(BETWEEN_NOTES)]
    filled["note"] = BETWEEN_NOTES.join(filter(None, dict.fromkeys(remarks))) or None
    if further.own:
        filled["own"] = {**first.own, **further.own}
    return first._replace(**filled)
