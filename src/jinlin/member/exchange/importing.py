"""A whole roster of members into the database, in a few set-based statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.rows import Row
from jinlin.member.exchange.comparison import Arrived, RosterComparison
from jinlin.member.exchange.roster import RosterTerms
from jinlin.member.rules.party import Affiliation
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import describe_import
from jinlin.store.transaction.tx import Tx


def import_members(
    tx: Tx,
    rows: Iterable[Row],
    *,
    origin: Mapping[str, str],
    own: Sequence[OwnField] = (),
    purpose: str | None = None,
) -> Outcome:
    """Take a roster: new members are added, changed ones updated, missing ones only told.

    Who is meant is told as in every register (`person.people.recognition`). What the roster leaves
    empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        own: the branch's own fields of members.
        purpose: what identity numbers are kept for; None when they are not taken.
    """
    terms = RosterTerms(tx.clock, tx.value("SELECT name FROM complex"), own, purpose)
    arrival = RosterComparison(tx, terms)
    arrival.compare(rows)
    arrival.write()
    outcome = _outcome(arrival)
    describe_import(
        tx,
        outcome,
        origin,
        did=N_("Imported members: {added} added, {changed} changed (from {source}, basis {basis})"),
        reverse=N_("take back the import of members: {added} added, {changed} changed"),
    )
    return outcome


def _outcome(arrival: RosterComparison) -> Outcome:
    """Return the counts, the details and the notes."""
    arrival.compared.missing = [
        member.id
        for member in arrival.members.values()
        if member.id not in arrival.arrived and member.person.name not in arrival.bad_names
    ]
    rows = sorted(arrival.refused, key=lambda item: (item.problem.sheet, item.problem.row))
    return arrival.compared.outcome(rows, _notes(arrival))


def _notes(arrival: RosterComparison) -> Iterable[str]:
    yield from arrival.people.notes()
    written = arrival.arrived.items()
    elsewhere = [n for n, m in written if m.said.elsewhere and _belongs_nowhere(m)]
    if elsewhere:
        yield _(
            "Membership elsewhere and not reported in here, so not counted as such: {people}."
            " Once she has reported in: jinlin member report-in add NAME"
        ).format(people=_(", ").join(map(arrival.label, elsewhere)))
    undecided = [n for n, m in written if m.said.undecided and m.details.party_state is None]
    if undecided:
        yield _(
            "The roster says Party member and not which, so not counted as full members:"
            " {people}. For each: jinlin member edit NAME --party-state full"
        ).format(people=_(", ").join(map(arrival.label, undecided)))


def _belongs_nowhere(member: Arrived) -> bool:
    return member.details.affiliation is Affiliation.NONE
