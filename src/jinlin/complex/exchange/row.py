"""One row of a roster of households, as the property company or the community writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from jinlin.complex.exchange.home_keys import Key, floor_told, read_key
from jinlin.complex.exchange.row_care import ConsentedTag, care_of
from jinlin.complex.exchange.row_people import (
    RosterPerson,
    owners_of,
    representative_of,
    tenants_of,
)
from jinlin.complex.field.own_cells import read_own
from jinlin.complex.rules.buildings import AreaBasis, Use, is_floor
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.clock import Clock
from jinlin.core.i18n import _
from jinlin.core.numerals import NUMERALS, int_of
from jinlin.core.text import folded
from jinlin.core.word import Word
from jinlin.exchange.table.rows import Row, RowError, all_faults
from jinlin.exchange.table.several import people_in, phones_in
from jinlin.exchange.table.value_words import normalised, value_meaning

_W = TypeVar("_W", bound=Word)

WANTED: Final = (
    "building", "entrance", "room", "address", "floor", "exclusive_area", "gross_area",
    "area_basis", "state", "owner", "co_owner", "phone", "phone2", "share", "representative",
    "tenant", "tenant_phone", "occupants", "care", "consent_on", "consent_by", "consent_until",
    "care_every", "remark", "phase",
)  # fmt: skip
"""The fields a roster of households may have; an identity number only where it is asked for."""
NEEDED: Final = (("room", "address"),)
MOST_OCCUPANTS: Final = 99
BETWEEN_NOTES: Final = "；"
"""Between several remarks on one home."""

_ASKED: Final = {"是否出租": Use.LET, "是否空置": Use.VACANT}
_HEADS: Final = re.compile(rf"(\d{{1,3}}|[{NUMERALS}]{{1,3}})\s*(?:人|口|口人)?")


class HouseholdTerms(NamedTuple):
    """On what terms a roster is read.

    Attributes:
        clock: for days that have not come yet.
        consent_on: the day on which everybody with a care tag consented to it in writing; None
            where only the file itself can say so.
        own: the branch's own fields of households.
        place: what the complex is called; an address may begin with it.
    """

    clock: Clock
    consent_on: date | None = None
    own: tuple[OwnField, ...] = ()
    place: str = ""


class RosterRow(NamedTuple):
    """A household as a roster states it; None where the roster says nothing.

    Attributes:
        phase: the part of the complex the roster names; only to tell homes apart.
        floor: from -9 to 150, never 0.
        floor_stated: whether the roster says so itself, and not only the number of the room.
        area: in hundredths of a square metre.
        owners: those it names, in its order.
        representative: the name of who votes.
        care: the tags with a consent.
        unconsented: how many tags are left out for want of one.
        lived_in: it says that somebody lives there, and not who; the state stays open.
        own: what it says of the branch's own fields, by their ids.
    """

    key: Key
    phase: str
    floor: int
    floor_stated: bool
    area: int | None
    area_basis: AreaBasis | None
    state: Use | None
    occupants: int | None
    note: str | None
    owners: tuple[RosterPerson, ...]
    tenants: tuple[RosterPerson, ...]
    representative: str | None
    care: tuple[ConsentedTag, ...]
    unconsented: int
    lived_in: bool
    own: Mapping[int, str] = MappingProxyType({})


def read_roster_row(row: Row, terms: HouseholdTerms) -> RosterRow:
    """Read one row.

    Raises:
        RowError: something in it cannot be taken; all that is so is told.
    """
    try:
        return _read(row, terms)
    except RowError:
        all_faults(_parts(row, terms))
        raise


def _read(row: Row, terms: HouseholdTerms) -> RosterRow:
    key, room_note = read_key(row, terms.place)
    stated = row.floor("floor")
    owners, about_owners = owners_of(row, terms.clock.today)
    tenants, about_tenants = tenants_of(row)
    care, unconsented = care_of(row, owners, terms.clock, terms.consent_on)
    notes = (row.text("remark"), room_note, *about_owners, *about_tenants)
    names = {owner.name for owner in owners}
    return RosterRow(
        key=key,
        phase=row.text("phase"),
        floor=_floor(row, key, stated),
        floor_stated=stated is not None,
        area=_area(row),
        area_basis=_basis(row),
        state=_state(row),
        lived_in=_lived_in(row),
        occupants=_occupants(row),
        note=BETWEEN_NOTES.join(filter(None, notes)) or None,
        owners=owners,
        tenants=tuple(tenant for tenant in tenants if tenant.name not in names),
        representative=representative_of(row),
        care=care,
        unconsented=unconsented,
        own=read_own(row, terms.own, terms.clock),
    )


def _parts(row: Row, terms: HouseholdTerms) -> list[Callable[[], object]]:
    """Return what reads each part of a row by itself, so that every fault is found."""

    def floor() -> None:
        stated = row.floor("floor")
        if stated is not None:
            _floor(row, ("", None, ""), stated)
        else:
            _floor(row, read_key(row, terms.place)[0], None)

    return [
        partial(read_key, row, terms.place),
        floor,
        partial(_area, row),
        partial(_basis, row),
        partial(_state, row),
        partial(_occupants, row),
        partial(row.text, "remark"),
        *(partial(people_in, row, field) for field in ("owner", "co_owner", "tenant")),
        *(partial(phones_in, row, field) for field in ("phone", "phone2", "tenant_phone")),
        partial(owners_of, row, terms.clock.today),
        partial(tenants_of, row),
        partial(representative_of, row),
        lambda: care_of(row, owners_of(row, terms.clock.today)[0], terms.clock, terms.consent_on),
        partial(read_own, row, terms.own, terms.clock),
    ]


def _floor(row: Row, key: Key, stated: int | None) -> int:
    floor = floor_told(key[2]) if stated is None else stated
    if floor is None:
        raise row.error("floor", _("nothing is filled in, and the room does not tell it"))
    if not is_floor(floor):
        raise row.error("floor", _("floor {floor} does not exist").format(floor=floor))
    return floor


def _area(row: Row) -> int | None:
    """Read the area; the two kinds are never mixed within a table."""
    kind = "exclusive_area" if "exclusive_area" in row.headers.columns else "gross_area"
    return row.area(kind)


def _state(row: Row) -> Use | None:
    """Read how the home is used; no, under `是否出租`, leaves it open."""
    said = row.text("state")
    asked = _ASKED.get(normalised(row.headers.name("state")))
    answer = value_meaning("yes_no", said) if asked else None
    if answer or _lived_in(row):
        return asked if answer == "yes" else None
    return _word(row, "state", _use, _("“{text}” is no known state of use"))


def _lived_in(row: Row) -> bool:
    said = row.text("state")
    return bool(said) and value_meaning("lived_in", said) is not None


def _basis(row: Row) -> AreaBasis | None:
    return _word(row, "area_basis", _area_basis, _("“{text}” is no known basis of an area"))


_use = lru_cache(maxsize=1024)(Use.said)
_area_basis = lru_cache(maxsize=256)(AreaBasis.said)


def _word(row: Row, field: str, read: Callable[[str], _W | None], unknown: str) -> _W | None:
    said = row.text(field)
    word = read(said) if said else None
    if said and word is None:
        raise row.error(field, unknown.format(text=said))
    return word


def _occupants(row: Row) -> int | None:
    said = folded(row.text("occupants"))
    if not said:
        return None
    match = _HEADS.fullmatch(said.removesuffix(".0"))
    number = int_of(match[1]) if match else None
    if number is None or number > MOST_OCCUPANTS:
        raise row.error("occupants", _("“{text}” is not a number of people").format(text=said))
    return number
