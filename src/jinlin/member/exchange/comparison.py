"""A roster of members compared with the register, and what is new of it written (upsert)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.complex.field.own_fields import values_of, write_values
from jinlin.core.clock import Clock
from jinlin.core.people.pinyin import spelled
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, RowError
from jinlin.member.exchange.known_people import PERSON_COLUMNS, KnownPeople, RosterLine
from jinlin.member.exchange.roster import RosterMember, RosterTerms, claims_in
from jinlin.member.posts.actions import vacate
from jinlin.member.posts.holdings import posts_of
from jinlin.member.register.queries import MemberRow
from jinlin.member.rules.party import Affiliation, MemberDetails, check_details, usual_affiliation
from jinlin.member.rules.posts import OWN_BODIES, Held
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Tx

MEMBER_COLUMNS: Final = ("id", "person_id", *MemberDetails._fields)


class Refused(NamedTuple):
    """A row that cannot be taken, and why."""

    row: Row
    error: RowError

    @property
    def name(self) -> str:
        """Whom it is about, as far as that can be read."""
        with suppress(RowError):
            return self.row.name("name")
        return ""


class Arrived(NamedTuple):
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
    said: RosterMember
    details: MemberDetails


class RosterComparison:
    """A roster compared with the register: what is to be written, and what is to be said."""

    def __init__(self, tx: Tx, lines: list[RosterLine], terms: RosterTerms) -> None:
        self.tx = tx
        self.terms = terms
        self.people = KnownPeople(tx, lines)
        ids = [member.id for member in self.people.members.values()]
        self.own = values_of(tx, "member", ids) if terms.own else {}
        self.names = {field.id: field.name for field in terms.own}
        self.claimed = _claimed(tx)
        self.next_member = tx.next_id("member")
        self.new: list[Arrived] = []
        self.changed: list[tuple[Arrived, tuple[str, ...]]] = []
        self.unchanged: list[Arrived] = []

    def compare(self, lines: list[RosterLine], refused: list[Refused]) -> None:
        """Find out who is meant by each line, and what is new of her."""
        for line in lines:
            try:
                person = self.people.find(line)
                known = self.people.members.get(person.id) if person else None
                details = _details(line, known)
            except RowError as error:
                refused.append(Refused(line.row, error))
                continue
            if known is None:
                member = Arrived(self.next_member, person, None, line.said, details)
                self.next_member += 1
                self.new.append(member)
                continue
            member = Arrived(known.id, person, known, line.said, details)
            differing = tuple(self._differing(member, known))
            if differing:
                self.changed.append((member, differing))
            else:
                self.unchanged.append(member)

    def _differing(self, member: Arrived, known: MemberRow) -> Iterable[str]:
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
        if self._new_claims(member):
            yield "claimed"

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
        tx.insert_many(
            "service_claim",
            ("member_id", "what", "claimed_on"),
            (
                (m.member_id, what, _claimed_on(m.details, tx.clock))
                for m in touched
                for what in self._new_claims(m)
            ),
        )
        write_values(tx, ((f, m.member_id, v) for m in touched for f, v in m.said.own.items()))

    def _new_claims(self, member: Arrived) -> list[str]:
        """Return what the roster says she claimed, and the register knows nothing of."""
        known = self.claimed.get(member.member_id, set())
        return [what for what in member.said.claims if compact(what) not in known]

    def _write_changed(self, member: Arrived, differing: tuple[str, ...]) -> None:
        assert member.person is not None
        assert member.known is not None
        values = {field: getattr(member.details, field) for field in differing
                  if field in MemberDetails._fields}  # fmt: skip
        if values:
            self.tx.update("member", member.member_id, **values)
        self._write_person(member.person, member.said)
        self._take_posts(member.person.id, member.known.held, member.said.posts)

    def _write_person(self, person: PersonRow, said: RosterMember) -> None:
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
        left = {held for held in before if held not in after}
        for post in posts_of(self.tx, person_id) if left else ():
            if post.held in left and (post.ended_on is None or post.ended_on > today):
                vacate(self.tx, post.id, on=today)
        self.tx.insert_many(
            "post",
            ("person_id", "body", "title", "unit"),
            ((person_id, *held) for held in after if held not in before),
        )


def _claimed(tx: Tx) -> dict[int, set[str]]:
    """Return by member every service that was claimed or done, to compare."""
    found: dict[int, set[str]] = {}
    for member, what in tx.rows(
        "SELECT member_id, what FROM service_claim WHERE removed_at IS NULL"
    ):
        found.setdefault(member, set()).update(map(compact, (what, *claims_in(what))))
    return found


def _claimed_on(details: MemberDetails, clock: Clock) -> str:
    """Return when a service was claimed that only a roster tells: with reporting in, or today."""
    reported = details.reported_on or ""
    return reported if len(reported) == len("2026-01-01") else clock.today.isoformat()


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


def _details(line: RosterLine, member: MemberRow | None) -> MemberDetails:
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
        details = MemberDetails(affiliation=Affiliation.NONE)._replace(**stated)
    else:
        affiliation = usual_affiliation(stated.get("party_state"), reported="reported_on" in stated)
        details = MemberDetails(affiliation=affiliation)._replace(**stated)
    if details.standing == MemberDetails().standing:
        details = details._replace(standing_since=None)
    line.row.read("", lambda: check_details(details))
    return details
