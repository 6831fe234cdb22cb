"""A whole roster of households into the database, in a few set-based statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from jinlin.complex.exchange.comparison import HouseholdComparison
from jinlin.complex.exchange.differences import home_label
from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.exchange.recorded import housed, recorded_homes
from jinlin.complex.exchange.roster import read_roster
from jinlin.complex.exchange.row import HouseholdTerms
from jinlin.complex.household.care import tells_too_much
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.rows import Row
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import describe_import
from jinlin.person.people.arrivals import Arrivals
from jinlin.store.transaction.tx import Tx

NAMED: Final = 10
"""So many homes a note names."""


def import_households(
    tx: Tx,
    rows: Iterable[Row],
    *,
    origin: Mapping[str, str],
    terms: HouseholdTerms | None = None,
    purpose: str | None = None,
) -> Outcome:
    """Take a roster: new households are added, changed ones updated, missing ones only told.

    Buildings the roster names are added too. What the roster leaves empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        terms: on what terms it is read.
        purpose: what identity numbers are kept for, where they are taken.
    """
    terms = terms or HouseholdTerms(tx.clock)
    people = Arrivals(tx, elsewhere=housed(tx))
    known = recorded_homes(tx)
    roster = read_roster(rows, terms, people.recogniser, known)
    gained = {n: old for n, old in roster.entrances.gained.items() if n in roster.homes}
    known |= {new: known.pop(old) for new, old in gained.items()}
    arrival = HouseholdComparison(
        tx, roster, people, purpose, terms.own, known=known, gained=gained
    )
    arrival.write()
    outcome = _outcome(arrival)
    describe_import(
        tx,
        outcome,
        origin,
        did=N_(
            "Imported households: {added} added, {changed} changed (from {source}, basis {basis})"
        ),
        reverse=N_("take back the import of households: {added} added, {changed} changed"),
    )
    return outcome


def _outcome(arrival: HouseholdComparison) -> Outcome:
    """Return the counts, the details and the notes."""
    arrival.compared.missing = list(_missing(arrival))
    refused = (row for _place, row in sorted(arrival.roster.refused.items()))
    return arrival.compared.outcome(refused, _notes(arrival))


def _missing(arrival: HouseholdComparison) -> Iterator[Key]:
    """Yield the recorded homes of these buildings that the roster does not name."""
    named = {key[0] for key in arrival.roster.homes}
    refused = arrival.roster.refused_homes
    return (
        key
        for key in arrival.known
        if key[0] in named
        and key not in arrival.roster.homes
        and key not in refused
        and (key[0], None, key[2]) not in refused
    )


def _notes(arrival: HouseholdComparison) -> Iterator[str]:
    roster = arrival.roster
    if roster.entrances.told:
        yield _("Homes the file names without their entrance: {homes}.").format(
            homes=_named(roster.entrances.told)
        )
    if roster.merged:
        yield _("Several rows of one home, taken for its co-owners: {homes}.").format(
            homes=_named(roster.merged)
        )
    if roster.repeated:
        yield _("Rows that only repeat another one: {count}.").format(count=roster.repeated)
    yield from _notes_on_homes(arrival)
    yield from arrival.people.notes()
    if roster.lived_in:
        yield _(
            "Rows that say that somebody lives there, and not whether the owner or a tenant; the"
            " state of use stays open: {count}."
        ).format(count=roster.lived_in)
    remarks = filter(None, (home.said.note for home in roster.homes.values()))
    telling = sum(map(tells_too_much, remarks))
    if telling:
        yield _(
            "Remarks that say who needs care, or hold a phone: {count}; they are kept as remarks."
            " With her consent record it as a care tag instead: jinlin household care 3-1-502"
        ).format(count=telling)
    if roster.unconsented:
        yield _(
            "Care tags not taken, for want of a recorded separate consent: {count}. A column"
            " 单独同意日期, or --care-consent DAY, records it."
        ).format(count=roster.unconsented)


def _notes_on_homes(arrival: HouseholdComparison) -> Iterator[str]:
    """Return what became of homes and buildings that the roster does not say itself."""
    if arrival.new_buildings:
        yield _(
            "Buildings recorded for the first time, with the homes on them: {buildings}."
        ).format(buildings=_(", ").join(arrival.new_buildings))
    if arrival.kept:
        yield _(
            "Owners the file does not name beside others it names; they are kept: {homes}."
        ).format(homes=_named(arrival.kept))
    if arrival.grown:
        yield _(
            "Buildings recorded with fewer floors or entrances, brought up to the roster:"
            " {buildings}."
        ).format(buildings=_(", ").join(arrival.grown))
    if arrival.too_much:
        yield _(
            "Shares not taken, since with the owners kept they exceed the whole: {homes}."
        ).format(homes=_named(arrival.too_much))
    if arrival.no_owner:
        yield _("Representatives who are no owners, and were not taken: {homes}.").format(
            homes=_named(arrival.no_owner)
        )


def _named(keys: Iterable[Key]) -> str:
    """Return the first few homes."""
    few = [home_label(key, ()) for key in islice(keys, NAMED + 1)]
    return _(", ").join([*few[:NAMED], "…"] if len(few) > NAMED else few)
