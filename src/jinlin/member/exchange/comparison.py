"""A roster of members compared with the register, and what is new of it written (upsert)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.complex.field.own_fields import values_of, write_values
from jinlin.core.clock import Clock
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, RowError
from jinlin.member.exchange.roster import (
    RosterMember,
    RosterTerms,
    claims_in,
    read_roster_row,
)
from jinlin.member.posts.actions import vacate
from jinlin.member.posts.holdings import posts_of
from jinlin.member.register.queries import MemberRow, members
from jinlin.member.rules.party import (
    DETAIL_LABELS,
    Affiliation,
    MemberDetails,
    MemberStanding,
    PartyState,
    Sex,
    check_details,
    usual_affiliation,
)
from jinlin.member.rules.posts import OWN_BODIES, Held
from jinlin.output.importing.comparison import Difference, RegisterComparison, differences
from jinlin.output.importing.outcome import Rejected, rejected
from jinlin.output.listing.values import masked
from jinlin.person.people.arrivals import Arrivals
from jinlin.person.people.queries import PersonRow
from jinlin.person.people.recognition import KnownPerson
from jinlin.store.transaction.tx import Tx

MEMBER_COLUMNS: Final = ("id", "person_id", *MemberDetails._fields)


class RosterLine(NamedTuple):
    """A row that can be read, and what it says."""

    row: Row
    said: RosterMember


class Arrived(NamedTuple):
    """A member as she is to be written.

    Attributes:
        member_id: hers, whether she is new or not.
        person_id: likewise.
        person: who she is; None for somebody nobody knew.
        known: what was recorded of her; None for a new member.
        said: what the roster says.
        details: what the register is to keep.
    """

    member_id: int
    person_id: int
    person: PersonRow | None
    known: MemberRow | None
    said: RosterMember
    details: MemberDetails


class RosterComparison:
    """A roster compared with the register: what is to be written, and what is to be said."""

    def __init__(self, tx: Tx, terms: RosterTerms) -> None:
        self.tx = tx
        self.terms = terms
        self.members = {member.person.id: member for member in members(tx)}
        self.people = Arrivals(tx, inside=self.members)
        self._rows: dict[object, str] = {}
        ids = [member.id for member in self.members.values()]
        self.own = values_of(tx, "member", ids) if terms.own else {}
        self.names = {field.id: field.name for field in terms.own}
        self.claimed = _claimed(tx)
        self.next_member = tx.next_id("member")
        self.arrived: dict[int, Arrived] = {}
        self.compared: RegisterComparison[int] = RegisterComparison(self.label)
        self.refused: list[Rejected] = []
        self.bad_names: set[str] = set()
        self._columns = _columns()

    def label(self, member_id: int) -> str:
        """Return what a member is called, masked: her number where she has one."""
        if arrived := self.arrived.get(member_id):
            person, name = arrived.person, arrived.said.person.name
            return person.masked if person else masked(name, Personal.NAME)
        return next(one.person.masked for one in self.members.values() if one.id == member_id)

    def compare(self, rows: Iterable[Row]) -> None:
        """Read the rows, find out who is meant by each, and what is new of her."""
        lines: list[RosterLine] = []
        for row in rows:
            with self._refusing(row):
                lines.append(RosterLine(row, read_roster_row(row, self.terms)))
        for line in lines:
            if self.people.recogniser.bears(line.said.person.name):
                self.people.recogniser.expect(line.said.person)
        for line in lines:
            with self._refusing(line.row):
                self._compare(line)

    @contextmanager
    def _refusing(self, row: Row) -> Iterator[None]:
        """Keep a row that cannot be taken, and whom it is about as far as that can be read."""
        try:
            yield
        except RowError as error:
            self.refused.append(rejected(row, *error.problems))
            with suppress(RowError):
                self.bad_names.add(row.name("name"))

    def _compare(self, line: RosterLine) -> None:
        """Find out who is meant by a line, and what is new of her.

        Raises:
            RowError: nobody can tell, the file names her twice, or it cannot all be true.
        """
        row, said = line.row, line.said
        recogniser = self.people.recogniser
        row.read("id_number", lambda: recogniser.check_id(said.person))
        found = recogniser.find(said.person)
        if found.perhaps:
            raise _unclear(line, found.perhaps)
        person = found.known.person if found.known else None
        key = said.person.name, said.person.phone, said.person.id_number
        before = self._rows.get(key) or (self._rows.get(person.id) if person else None)
        if before:
            raise row.error(
                "name", _("the same person as in {row}").format(row=before), lasting=True
            )
        known = self.members.get(person.id) if person else None
        details = _details(line, known)
        news: Mapping[str, tuple[Any, Any]] = {}
        if found.known:
            news = self.people.meet(found.known, said.person, by_name=found.by_name)
        person_id = person.id if person else self.people.add(said.person)
        self._rows |= {key: row.where, person_id: row.where}
        member_id = known.id if known else self.next_member + len(self.compared.added)
        member = Arrived(member_id, person_id, person, known, said, details)
        self.arrived[member_id] = member
        if known:
            self.compared.met(member_id, list(self._differing(member, known, news)))
        else:
            self.compared.added.append(member_id)

    def _differing(
        self, member: Arrived, known: MemberRow, news: Mapping[str, tuple[Any, Any]]
    ) -> Iterator[Difference]:
        """Yield in what the roster says something new of a known member.

        Args:
            member: she, as the roster has her.
            known: she, as she is recorded.
            news: what is new of the person herself, before and after, by the columns.
        """
        said = member.said
        before = {**known.details._asdict(), **{key: old for key, (old, _new) in news.items()}}
        after = {**member.details._asdict(), **{key: new for key, (_old, new) in news.items()}}
        yield from differences(self._columns, before, after)
        if _posts_after(known.held, said.posts) is not None:
            yield Difference(_("Post"))
        held = self.own.get(known.id, {})
        if any(value != held.get(self.names[field]) for field, value in said.own.items()):
            yield Difference(_("Fields of your own"))
        if self._new_claims(member):
            yield Difference(_("Claimed services"))

    def write(self) -> None:
        """Write everything: people first, then members, posts and fields."""
        tx = self.tx
        self.people.write(tx)
        new = [self.arrived[member_id] for member_id in self.compared.added]
        changed = [self.arrived[member_id] for member_id in self.compared.changed]
        tx.insert_many(
            "member", MEMBER_COLUMNS, ((m.member_id, m.person_id, *m.details) for m in new)
        )
        touched = [*new, *changed]
        for member in touched:
            self._write_changed(member)
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

    def _write_changed(self, member: Arrived) -> None:
        """Write what is new of a member who is there, and her posts."""
        known = member.known
        before = (known.details if known else member.details)._asdict()
        values = {f: v for f, v in member.details._asdict().items() if v != before[f]}
        if values:
            self.tx.update("member", member.member_id, **values)
        self._take_posts(member.person_id, known.held if known else (), member.said.posts)

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


def _columns() -> tuple[Column, ...]:
    """Return what a roster may change of a member, as it is shown."""
    titles = {
        **{field: DETAIL_LABELS[field] for field in MemberDetails._fields},
        "phone": N_("Phone"),
        "other_phone": N_("Other phone"),
        "id_number": N_("Identity number"),
        "birth_on": N_("Date of birth"),
        "sex": N_("Sex"),
    }
    labels = {
        "party_state": PartyState.labels(),
        "affiliation": Affiliation.labels(),
        "standing": MemberStanding.labels(),
        "sex": Sex.labels(),
    }
    free = ("note", "skills", "availability", "no_vote_reason", "not_counted_reason", "birth_on")
    personal = {
        **dict.fromkeys(("phone", "other_phone"), Personal.PHONE),
        "id_number": Personal.ID,
        **dict.fromkeys(free, Personal.TEXT),
    }
    return tuple(
        Column(key, _(title), personal=personal.get(key), labels=labels.get(key))
        for key, title in titles.items()
    )


def _unclear(line: RosterLine, perhaps: Sequence[KnownPerson]) -> RowError:
    """Return the error for a row that may mean somebody who is recorded."""
    phone, first = line.said.person.phone, perhaps[0].person
    if len(perhaps) == 1 and phone and first.phone not in {None, phone}:
        reason = _(
            "{person} has another phone: change it with member edit, or add this one"
            " with member add --namesake"
        )
        return line.row.error("phone", reason.format(person=first.masked))
    return line.row.error(
        "name",
        _("may be any of {people}: add by hand, jinlin member add {number}").format(
            people=_(", ").join(one.person.masked for one in perhaps), number=first.label
        ),
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
