"""A whole roster of members into the database, in a few set-based statements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.complex.field_rules import OwnField
from jinlin.complex.fields import values_of, write_values
from jinlin.core.errors import RowProblem, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.pinyin import spelled
from jinlin.exchange.rows import Row, RowError
from jinlin.member.posts import OWN_BODIES, Held
from jinlin.member.queries import MemberRow
from jinlin.member.recognising import PERSON_COLUMNS, KnownPeople, Line
from jinlin.member.roster import RosterRow, Terms, read_roster_row
from jinlin.member.rules import (
    DETAIL_LABELS,
    Affiliation,
    Details,
    check_details,
    usual_affiliation,
)
from jinlin.output.import_outcome import Change, Outcome, Rejected, rejected
from jinlin.output.import_outcome import Details as Said
from jinlin.person.queries import PersonRow
from jinlin.store.tx import Tx

MEMBER_COLUMNS: Final = ("id", "person_id", *Details._fields)
_LABELS: Final[Mapping[str, str]] = {
    **DETAIL_LABELS,
    "other_phone": N_("Other phone"),
    "birth_on": N_("Date of birth"),
    "sex": N_("Sex"),
    "id_number": N_("Identity number"),
    "own": N_("Fields of your own"),
}


class _Member(NamedTuple):
    """A member as she is to be written.

    Attributes:
        member_id: hers, whether she is new or not.
        person: who she is; None for somebody nobody knew.
        known: what was recorded of her; None for a new member.
        said: what the roster says.
        details: what the register is to keep.
    """

    member_id: int
    person: PersonRow | None
    known: MemberRow | None
    said: RosterRow
    details: Details


def import_members(
    tx: Tx,
    rows: Iterable[Row],
    *,
    origin: Mapping[str, str],
    own: Sequence[OwnField] = (),
    purpose: str | None = None,
) -> Outcome:
    """Take a roster: new members are added, changed ones updated, missing ones only told.

    A member is known by name and phone, or by a name that only one person has. What the roster
    leaves empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
        own: the branch's own fields of members.
        purpose: what identity numbers are kept for; None when they are not taken.
    """
    terms = Terms(tx.clock, tx.value("SELECT name FROM complex"), own, purpose)
    lines, refused = _read(rows, terms)
    arrival = _Arrival(tx, lines, terms)
    arrival.compare(lines, refused)
    arrival.write()
    outcome = arrival.outcome(refused)
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


def _read(rows: Iterable[Row], terms: Terms) -> tuple[list[Line], list[Rejected]]:
    lines: list[Line] = []
    refused: list[Rejected] = []
    for row in rows:
        try:
            lines.append(Line(row, read_roster_row(row, terms)))
        except RowError as error:
            refused.append(rejected(row, *error.problems))
    return lines, refused


class _Arrival:
    """A roster compared with the register: what is to be written, and what is to be said."""

    def __init__(self, tx: Tx, lines: list[Line], terms: Terms) -> None:
        self.tx = tx
        self.terms = terms
        self.people = KnownPeople(tx, lines)
        ids = [member.id for member in self.people.members.values()]
        self.own = values_of(tx, "member", ids) if terms.own else {}
        self.names = {field.id: field.name for field in terms.own}
        self.next_member = tx.next_id("member")
        self.new: list[_Member] = []
        self.changed: list[tuple[_Member, tuple[str, ...]]] = []
        self.unchanged: list[_Member] = []

    def compare(self, lines: list[Line], refused: list[Rejected]) -> None:
        """Find out who is meant by each line, and what is new of her."""
        for line in lines:
            try:
                person = self.people.find(line)
                known = self.people.members.get(person.id) if person else None
                details = _details(line, known)
            except RowError as error:
                refused.append(rejected(line.row, *error.problems))
                continue
            if known is None:
                member = _Member(self.next_member, person, None, line.said, details)
                self.next_member += 1
                self.new.append(member)
                continue
            member = _Member(known.id, person, known, line.said, details)
            differing = tuple(self._differing(member, known))
            if differing:
                self.changed.append((member, differing))
            else:
                self.unchanged.append(member)

    def _differing(self, member: _Member, known: MemberRow) -> Iterable[str]:
        """Yield the fields in which the roster says something new of a known member."""
        said = member.said
        for field, value in member.details._asdict().items():
            if value != getattr(known.details, field):
                yield field
        if said.phone is not None and said.phone != known.person.phone:
            yield "phone"
        recorded = self.people.more[known.person.id]
        for column, text in said.person.items():
            if column != "id_purpose" and text != recorded[column]:
                yield column
        if _posts_after(known.held, said.posts) is not None:
            yield "post"
        held = self.own.get(known.id, {})
        if any(value != held.get(self.names[field]) for field, value in said.own.items()):
            yield "own"

    def write(self) -> None:
        """Write everything: people first, then members, posts and fields."""
        tx = self.tx
        unknown = [member.said for member in self.new if member.person is None]
        first_id, first_number = tx.next_id("person"), tx.next_numbers("person", len(unknown))
        tx.insert_many(
            "person",
            ("id", "number", "name", "phone", "pinyin", "initials", *PERSON_COLUMNS),
            (
                (
                    first_id + n, first_number + n, said.name, said.phone, *spelled(said.name),
                    *(said.person.get(column) for column in PERSON_COLUMNS),
                )
                for n, said in enumerate(unknown)
            ),
        )  # fmt: skip
        rows: list[tuple[Any, ...]] = []
        for member in self.new:
            if member.person is None:
                person_id, first_id = first_id, first_id + 1
            else:
                person_id = member.person.id
                self._write_person(member.person, member.said)
            rows.append((member.member_id, person_id, *member.details))
            self._take_posts(person_id, (), member.said.posts)
        tx.insert_many("member", MEMBER_COLUMNS, rows)
        for member, differing in self.changed:
            self._write_changed(member, differing)
        touched = [*self.new, *(member for member, _differing in self.changed)]
        write_values(tx, ((f, m.member_id, v) for m in touched for f, v in m.said.own.items()))

    def _write_changed(self, member: _Member, differing: tuple[str, ...]) -> None:
        assert member.person is not None
        assert member.known is not None
        values = {field: getattr(member.details, field) for field in differing
                  if field in Details._fields}  # fmt: skip
        if values:
            self.tx.update("member", member.member_id, **values)
        self._write_person(member.person, member.said)
        self._take_posts(member.person.id, member.known.held, member.said.posts)

    def _write_person(self, person: PersonRow, said: RosterRow) -> None:
        recorded = {**self.people.more[person.id], "phone": person.phone}
        stated: dict[str, Any] = {**said.person, **({"phone": said.phone} if said.phone else {})}
        values = {name: value for name, value in stated.items() if value != recorded[name]}
        if values:
            self.tx.update("person", person.id, **values)

    def _take_posts(self, person_id: int, before: tuple[Held, ...], said: tuple[Held, ...]) -> None:
        """Record posts taken, nobody said since when, and left today; see `_posts_after`."""
        after = _posts_after(before, said)
        if after is None:
            return
        today = self.tx.clock.today.isoformat()
        left = [held for held in before if held not in after]
        if left:
            self.tx.write(
                "UPDATE post SET ended_on = ?1 WHERE person_id = ?2 AND removed_at IS NULL"
                " AND (ended_on IS NULL OR ended_on > ?1) AND (SELECT 1 FROM json_each(?3) AS l"
                " WHERE l.value ->> 0 = body AND l.value ->> 1 = title"
                " AND l.value ->> 2 IS unit)",
                (today, person_id, json.dumps([list(held) for held in left])),
            )
        self.tx.insert_many(
            "post",
            ("person_id", "body", "title", "unit"),
            ((person_id, *held) for held in after if held not in before),
        )

    def outcome(self, refused: list[Rejected]) -> Outcome:
        """Return the counts, the details and the notes."""
        named = {member.member_id for member in self.unchanged}
        named |= {member.member_id for member, _differing in self.changed}
        missing = [m for m in self.people.members.values() if m.id not in named]
        return Outcome(
            added=len(self.new),
            changed=len(self.changed),
            unchanged=len(self.unchanged),
            missing=len(missing),
            rejected=tuple(sorted(refused, key=lambda item: item.problem.row)),
            notes=tuple(self._notes()),
            details=Said(
                added=(Change(_masked(member)) for member in self.new),
                changed=(
                    Change(_masked(member), _(", ").join(_(_LABELS[f]) for f in differing))
                    for member, differing in self.changed
                ),
                unchanged=(Change(_masked(member)) for member in self.unchanged),
                missing=(Change(member.person.masked) for member in missing),
            ),
        )

    def _notes(self) -> Iterable[str]:
        if self.people.found_by_name:
            yield _("Taken to be people known here, by the name alone: {people}.").format(
                people=_(", ").join(person.label for person in self.people.found_by_name)
            )
        written = [*self.new, *(m for m, _differing in self.changed), *self.unchanged]
        elsewhere = [m for m in written if m.said.elsewhere and _belongs_nowhere(m)]
        if elsewhere:
            yield _(
                "Membership elsewhere and not reported in here, so not counted as such: {people}."
                " Once she has reported in: jinlin member report-in add NAME"
            ).format(people=_(", ").join(map(_masked, elsewhere)))


def _belongs_nowhere(member: _Member) -> bool:
    return member.details.affiliation is Affiliation.NONE


def _masked(member: _Member) -> str:
    from jinlin.core.columns import Personal
    from jinlin.output.masking import masked

    return member.person.masked if member.person else masked(member.said.name, Personal.NAME)


def _posts_after(before: tuple[Held, ...], said: tuple[Held, ...]) -> tuple[Held, ...] | None:
    """Return the posts somebody holds after a roster named some; None when nothing changes.

    Posts of the branch and its groups follow those she has there, whichever the roster names;
    posts elsewhere are only added.
    """
    if not said:
        return None
    own = any(held.body in OWN_BODIES for held in said)
    kept = [
        held
        for held in before
        if any(map(partial(_same, held), said)) or not (own and held.body in OWN_BODIES)
    ]
    new = [post for post in said if not any(_same(held, post) for held in before)]
    return (*kept, *new) if new or len(kept) < len(before) else None


def _same(held: Held, said: Held) -> bool:
    """Return whether a post that is said means one that is held; the unit may be left out."""
    return held == said or (said.unit is None and held._replace(unit=None) == said)


def _details(line: Line, member: MemberRow | None) -> Details:
    """Return what the register is to keep: what was known, and over it what the roster states.

    Raises:
        RowError: it cannot all be true.
    """
    stated = line.said.stated
    if member is not None:
        details = member.details._replace(**stated)
        if line.said.elsewhere and details.affiliation is Affiliation.HERE:
            details = details._replace(affiliation=Affiliation.NONE)
    elif line.said.elsewhere:
        details = Details(affiliation=Affiliation.NONE)._replace(**stated)
    else:
        affiliation = usual_affiliation(stated.get("party_state"), reported="reported_on" in stated)
        details = Details(affiliation=affiliation)._replace(**stated)
    if details.standing == Details().standing:
        details = details._replace(standing_since=None)
    try:
        check_details(details)
    except RuleError as error:
        raise RowError(
            RowProblem(line.row.number, "", error.message.rstrip(".。"), line.row.sheet)
        ) from error
    return details
