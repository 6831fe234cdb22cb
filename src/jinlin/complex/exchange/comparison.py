"""A roster compared with the register, and what is new of it written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from jinlin.complex.exchange.buildings_named import bring_up, known_or_added
from jinlin.complex.exchange.differences import (
    OwnersAfter,
    exceeds_whole,
    home_columns,
    home_label,
    of_names,
    otherwise,
    owners_after,
    renamed,
)
from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.exchange.namesakes import keyed
from jinlin.complex.exchange.recorded import FIELDS, Home, name_of
from jinlin.complex.exchange.roster import Roster, RosterHome
from jinlin.complex.exchange.row_care import ConsentedTag
from jinlin.complex.exchange.row_people import RosterPerson
from jinlin.complex.field.own_fields import values_of, write_values
from jinlin.complex.household.care import usual_days
from jinlin.complex.household.removed import removed_homes
from jinlin.complex.rules.own_fields import OwnField
from jinlin.output.importing.comparison import Difference, RegisterComparison, differences
from jinlin.person.people.arrivals import Arrivals
from jinlin.store.transaction.tx import Tx

VOTING: Final = ("representative_id", "representative_authority")
NEW_HOME: Final = ("id", "building_id", "entrance", "room", *FIELDS, "representative_id")
NEW_CARE: Final = (
    "household_id", "tag", "consent_on", "consent_by", "consent_until", "interval_days",
)  # fmt: skip


class HouseholdComparison:
    """A roster compared with the register: what is to be written, and what is to be said.

    Attributes:
        known: the recorded homes.
        people: everybody recorded, and everybody new.
        compared: what happens to which home.
        kept: homes of which the roster names only some owners.
        too_much: homes whose shares, as the roster has them, exceed the whole with those kept.
        new_buildings: buildings that the roster names first.
        grown: buildings that were recorded smaller than the roster shows them; known when written.
        no_owner: homes whose representative, as the roster names her, owns nothing there.

    Args:
        tx: the transaction.
        roster: what was read.
        people: everybody recorded.
        purpose: what identity numbers are kept for.
        own: the branch's own fields of households.
        known: the recorded homes, under the keys the roster gives them.
        gained: those of them that have an entrance by the roster only.
    """

    def __init__(
        self,
        tx: Tx,
        roster: Roster,
        people: Arrivals,
        purpose: str | None,
        own: Sequence[OwnField],
        *,
        known: Mapping[Key, Home],
        gained: Mapping[Key, Key],
    ) -> None:
        self.tx = tx
        self.roster = roster
        self.known = known
        self.people = people
        self._purpose = purpose
        self.first = tx.next_id("household")
        self.compared: RegisterComparison[Key] = RegisterComparison(self._label)
        self._columns = home_columns()
        self.kept: list[Key] = []
        self.too_much: list[Key] = []
        self.grown: list[str] = []
        self.no_owner: list[Key] = []
        self._homes: list[tuple[Any, ...]] = []
        self._back: list[tuple[Any, ...]] = []
        self._removed = removed_homes(tx)
        self._entrances: list[tuple[Any, ...]] = []
        self._gained = gained
        self._updates: list[tuple[Any, ...]] = []
        self._ownerships: list[tuple[Any, ...]] = []
        self._shares: list[tuple[Any, ...]] = []
        self._sold: list[tuple[Any, ...]] = []
        self._tenancies: list[tuple[Any, ...]] = []
        self._moved_out: list[tuple[Any, ...]] = []
        self._care: list[tuple[Any, ...]] = []
        self._own_names = {field.id: field.name for field in own}
        ids = [home.id for home in self.known.values()] if own else []
        self._own_known = values_of(tx, "household", ids)
        self._own_values: list[tuple[int, int, str]] = []
        self._buildings, self.new_buildings = known_or_added(tx, roster.homes)
        self._expect()
        for key, taken in roster.homes.items():
            home = self.known.get(key)
            if home is None:
                self._add(key, taken)
            else:
                self._compare(key, home, taken)

    def _expect(self) -> None:
        """Let the names be counted: one that several homes have tells nobody by itself."""
        recogniser = self.people.recogniser
        for key, taken in self.roster.homes.items():
            for name, party in (*taken.owners.items(), *((t.name, t) for t in taken.said.tenants)):
                # who is recorded there already is told by her home
                if name not in taken.recorded and recogniser.bears(party.name):
                    recogniser.expect(party.said(), (key, name))

    def _label(self, key: Key) -> str:
        home = self.known.get(key) or self.roster.homes[key]
        return home_label(key, home.owners)

    def _add(self, key: Key, taken: RosterHome) -> None:
        said, building = taken.said, self._buildings[key[0]]
        back = self._removed.get((building, *key[1:]))
        household = back or self.first + len(self._homes)
        self.compared.added.append(key)
        representative = None
        for owner in taken.owners.values():
            person = self._own(household, owner)
            representative = person if owner.name == said.representative else representative
        if said.representative and representative is None:
            self.no_owner.append(key)
        for tenant in said.tenants:
            self._rent(household, tenant)
        self._care += _care_rows(household, said.care)
        self._own_values += [(field, household, value) for field, value in said.own.items()]
        values = (getattr(said, name) for name in FIELDS)
        if back:
            self._back.append((None, *values, representative, household))
        else:
            self._homes.append((household, building, key[1], key[2], *values, representative))

    def _own(self, household: int, owner: RosterPerson) -> int:
        person = self.people.take(owner.said(self._purpose))
        self._ownerships.append((household, person, owner.share))
        return person

    def _rent(self, household: int, tenant: RosterPerson) -> None:
        self._tenancies.append((household, self.people.take(tenant.said()), "tenant"))

    def _compare(self, key: Key, home: Home, taken: RosterHome) -> None:
        """Note what is new of a home that is recorded."""
        said = taken.said
        stated = {
            name: value
            for name in FIELDS
            if (value := getattr(said, name)) is not None and (name != "floor" or said.floor_stated)
        }
        values = {**home.values, **stated}
        if key in self._gained:
            stated["entrance"] = key[1]
            self._entrances.append((key[1], home.id))
        found = list(differences(self._columns, home.values, stated))
        persons = self._compare_owners(key, home, taken, found)
        representative = self._representative(key, home, said.representative, persons)
        if representative != home.representative:
            found.append(otherwise("representative"))
        self._compare_tenants(home, taken, found)
        tags = [tag for tag in said.care if tag.tag not in home.care]
        if tags:
            found.append(otherwise("care"))
            self._care += _care_rows(home.id, tags)
        held = self._own_known.get(home.id, {})
        fresh = {f: v for f, v in said.own.items() if v != held.get(self._own_names[f])}
        if fresh:
            found.append(otherwise("own"))
            self._own_values += [(field, home.id, value) for field, value in fresh.items()]
        if values != home.values or representative != home.representative:
            authority = home.authority if representative == home.representative else None
            self._updates.append((*values.values(), representative, authority, home.id))
        self.compared.met(key, found)

    def _compare_owners(
        self, key: Key, home: Home, taken: RosterHome, found: list[Difference]
    ) -> dict[str, int]:
        """Note who owns the home now; return the owners' ids by their names."""
        named = taken.owners
        after = owners_after(home.owners, named)
        corrected = renamed(home.owners, named, after)
        if corrected:
            home, after = self._rename(home, named, corrected, found)
        if after.fewer:
            self.kept.append(key)
        if exceeds_whole(home.owners, named, after):
            self.too_much.append(key)
            named = {name: owner._replace(share=None) for name, owner in named.items()}
        persons = {name: link.person_id for name, link in home.owners.items()}
        for name in after.gone:
            self._sold.append((self.tx.clock.stamp, self.tx.clock.today.isoformat(),
                               home.owners[name].id))  # fmt: skip
            del persons[name]
        for name in after.new:
            persons[name] = self._own(home.id, named[name])
        if after.new or after.gone:
            found.append(of_names("owners", list(home.owners), list(persons)))
        shares = phones = False
        for name in after.same:
            link, owner = home.owners[name], named[name]
            phones |= bool(self.people.state(link.person_id, owner.said(self._purpose)))
            if owner.share is not None and owner.share != link.share:
                self._shares.append((owner.share, link.id))
                shares = True
        found += [otherwise("shares")] * shares + [otherwise("phones")] * phones
        return persons

    def _rename(
        self,
        home: Home,
        named: Mapping[str, RosterPerson],
        corrected: Mapping[str, str],
        found: list[Difference],
    ) -> tuple[Home, OwnersAfter]:
        """Correct the names of owners; return the home as it is then, and who owns it."""
        new = {before: name for name, before in corrected.items()}
        for before, name in new.items():
            self.people.rename(home.owners[before].person_id, named[name].said())
        found.append(of_names("renamed", list(new), list(corrected)))
        owners = {new.get(name, name): link for name, link in home.owners.items()}
        return home._replace(owners=owners), owners_after(owners, named)

    def _representative(
        self, key: Key, home: Home, said: str | None, persons: Mapping[str, int]
    ) -> int | None:
        """Return who votes now: nobody whom an owner who has sold named, nor that owner."""
        named = [person for key, person in persons.items() if name_of(key) == said]
        if said and named:
            return named[0] if len(named) == 1 else home.representative
        if said:
            self.no_owner.append(key)
        before = {link.person_id for link in home.owners.values()}
        gone = before - set(persons.values())
        sold = home.representative in gone or (gone and gone == before)
        return None if sold else home.representative

    def _compare_tenants(self, home: Home, taken: RosterHome, found: list[Difference]) -> None:
        """Note who rents the home now; whom the roster names no more has moved out."""
        said = dict(keyed(home.tenants, taken.said.tenants))
        if not said:
            return
        new = [name for name in said if name not in home.tenants]
        gone = [name for name in home.tenants if name not in said] if new else []
        for name in new:
            self._rent(home.id, said[name])
        today = self.tx.clock.today.isoformat()
        self._moved_out += [(today, home.tenants[name].id) for name in gone]
        if new:
            found.append(of_names("tenants", list(home.tenants), list(said)))
        same = [(home.tenants[name], said[name]) for name in said if name in home.tenants]
        news = [self.people.state(link.person_id, tenant.said()) for link, tenant in same]
        if any(news):
            found.append(otherwise("phones"))

    def write(self) -> None:
        """Write everything, each table in one statement."""
        tx = self.tx
        self.people.write(tx)
        tx.insert_many("household", NEW_HOME, self._homes)
        tx.update_many("household", ("removed_at", *FIELDS, "representative_id"), self._back)
        tx.update_many("household", ("entrance",), self._entrances)
        tx.update_many("household", (*FIELDS, *VOTING), self._updates)
        tx.update_many("ownership", ("removed_at", "until"), self._sold)
        tx.insert_many("ownership", ("household_id", "person_id", "share"), self._ownerships)
        tx.update_many("ownership", ("share",), self._shares)
        tx.update_many("occupancy", ("until",), self._moved_out)
        tx.insert_many("occupancy", ("household_id", "person_id", "role"), self._tenancies)
        tx.insert_many("care", NEW_CARE, self._care)
        write_values(tx, self._own_values)
        self.grown = bring_up(tx, {key[0] for key in self.roster.homes})


def _care_rows(household: int, tags: Iterable[ConsentedTag]) -> list[tuple[Any, ...]]:
    """Return the rows of a home's tags; where the roster says no interval, the usual one."""
    return [(household, *tag._replace(every=tag.every or usual_days(tag.tag))) for tag in tags]
