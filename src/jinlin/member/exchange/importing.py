"""A whole roster of members into the database, in a few set-based statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.i18n import N_, Message, _
from jinlin.exchange.table.rows import Row, RowError
from jinlin.member.exchange.comparison import Arrived, Refused, RosterComparison, RosterLine
from jinlin.member.exchange.roster import RosterTerms, read_roster_row
from jinlin.member.rules.party import DETAIL_LABELS, Affiliation
from jinlin.output.importing.outcome import Change, Details, Outcome, rejected
from jinlin.store.transaction.tx import Tx

_LABELS: Final[Mapping[str, str]] = {
    **DETAIL_LABELS,
    "other_phone": N_("Other phone"),
    "birth_on": N_("Date of birth"),
    "sex": N_("Sex"),
    "id_number": N_("Identity number"),
    "own": N_("Fields of your own"),
    "claimed": N_("Claimed services"),
}


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
    lines, refused = _read(rows, terms)
    arrival = RosterComparison(tx, terms)
    arrival.compare(lines, refused)
    arrival.write()
    outcome = _outcome(arrival, refused)
    words: dict[str, Any] = {"added": outcome.added, "changed": outcome.changed, **origin}
    tx.describe(
        Message(
            N_("Imported members: {added} added, {changed} changed (from {source}, basis {basis})"),
            words,
        ),
        reverse=Message(
            N_("take back the import of members: {added} added, {changed} changed"), words
        ),
    )
    return outcome


def _read(rows: Iterable[Row], terms: RosterTerms) -> tuple[list[RosterLine], list[Refused]]:
    lines: list[RosterLine] = []
    refused: list[Refused] = []
    for row in rows:
        try:
            lines.append(RosterLine(row, read_roster_row(row, terms)))
        except RowError as error:
            refused.append(Refused(row, error))
    return lines, refused


def _outcome(arrival: RosterComparison, refused: list[Refused]) -> Outcome:
    """Return the counts, the details and the notes."""
    named = {member.member_id for member in arrival.unchanged}
    named |= {member.member_id for member, _differing in arrival.changed}
    bad = {row.name for row in refused}
    missing = [
        member
        for member in arrival.members.values()
        if member.id not in named and member.person.name not in bad
    ]
    rows = [rejected(row, *error.problems) for row, error in refused]
    return Outcome(
        added=len(arrival.new),
        changed=len(arrival.changed),
        unchanged=len(arrival.unchanged),
        missing=len(missing),
        rejected=tuple(sorted(rows, key=lambda item: (item.problem.sheet, item.problem.row))),
        notes=tuple(_notes(arrival)),
        details=Details(
            added=(Change(_masked(member)) for member in arrival.new),
            changed=(
                Change(_masked(member), _(", ").join(_(_LABELS[f]) for f in differing))
                for member, differing in arrival.changed
            ),
            unchanged=(Change(_masked(member)) for member in arrival.unchanged),
            missing=(Change(member.person.masked) for member in missing),
        ),
    )


def _notes(arrival: RosterComparison) -> Iterable[str]:
    yield from arrival.people.notes()
    written = [*arrival.new, *(m for m, _differing in arrival.changed), *arrival.unchanged]
    elsewhere = [m for m in written if m.said.elsewhere and _belongs_nowhere(m)]
    if elsewhere:
        yield _(
            "Membership elsewhere and not reported in here, so not counted as such: {people}."
            " Once she has reported in: jinlin member report-in add NAME"
        ).format(people=_(", ").join(map(_masked, elsewhere)))
    undecided = [m for m in written if m.said.undecided and m.details.party_state is None]
    if undecided:
        yield _(
            "The roster says Party member and not which, so not counted as full members:"
            " {people}. For each: jinlin member edit NAME --party-state full"
        ).format(people=_(", ").join(map(_masked, undecided)))


def _belongs_nowhere(member: Arrived) -> bool:
    return member.details.affiliation is Affiliation.NONE


def _masked(member: Arrived) -> str:
    from jinlin.core.columns import Personal
    from jinlin.output.listing.values import masked

    return member.person.masked if member.person else masked(member.said.person.name, Personal.NAME)
