"""A whole roster of members into the database, in a few set-based statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from jinlin.core.errors import RowProblem, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.exchange.rows import Row, RowError
from jinlin.member.actions import leave_posts, take_post
from jinlin.member.queries import Filter, MemberRow, members
from jinlin.member.roster import RosterRow, read_roster_row
from jinlin.member.rules import Details, check_details, usual_affiliation
from jinlin.output.importing import Outcome, Rejected, rejected
from jinlin.person.queries import PersonRow
from jinlin.store.tx import Tx

MEMBER_COLUMNS: Final = ("person_id", *Details._fields)


class Taken(NamedTuple):
    """What came of an import, and whom it took to be somebody known by the name alone."""

    outcome: Outcome
    by_name: tuple[PersonRow, ...]


class _Line(NamedTuple):
    """A row that can be read, and what it says."""

    row: Row
    said: RosterRow


class _People:
    """Everybody known before the import, by name; who is found is not found again."""

    def __init__(self, tx: Tx, lines: list[_Line]) -> None:
        self.members = {member.person.id: member for member in members(tx, Filter())}
        self.by_name: dict[str, list[PersonRow]] = {}
        for row in tx.rows("SELECT id, number, name, phone FROM person WHERE removed_at IS NULL"):
            self.by_name.setdefault(row["name"], []).append(PersonRow(*row))
        self._in_file = {(line.said.name, line.said.phone) for line in lines}
        self._rows: dict[object, int] = {}
        self.found_by_name: list[PersonRow] = []

    def find(self, line: _Line) -> PersonRow | None:
        """Return who is meant; None for somebody new.

        Raises:
            RowError: nobody can tell, or the file names her twice.
        """
        person = self._known(line)
        key: object = person.id if person else (line.said.name, line.said.phone)
        if key in self._rows:
            raise line.row.error(
                "name", _("the same person as in row {row}").format(row=self._rows[key])
            )
        self._rows[key] = line.row.number
        return person

    def _known(self, line: _Line) -> PersonRow | None:
        name, phone = line.said.name, line.said.phone
        called = self.by_name.get(name, [])
        exact = [person for person in called if phone and person.phone == phone]
        if exact:
            return exact[0]
        same = [person for person in called if phone is None or person.phone is None]
        enrolled = [person for person in same if person.id in self.members]
        match (enrolled or same, self._other_phone(called, phone)):
            case [person], None:
                if person.id not in self.members:
                    self.found_by_name.append(person)
                return person
            case [], None:
                return None
            case [], other if other is not None:
                raise line.row.error(
                    "phone",
                    _("{person} has another phone: change it with member edit, or add this one"
                      " with member add --namesake").format(person=other.masked),
                )  # fmt: skip
            case several, other:
                listed = [*several, *([other] if other and other not in several else [])]
                raise line.row.error(
                    "name",
                    _("may be any of {people}: add by hand, jinlin member add {number}").format(
                        people=_(", ").join(person.masked for person in listed),
                        number=listed[0].label,
                    ),
                )

    def _other_phone(self, called: list[PersonRow], phone: str | None) -> PersonRow | None:
        """Return a member of the name with another phone, of whom the file says nothing else."""
        if phone is None:
            return None
        for person in called:
            others = person.id in self.members and person.phone not in {None, phone}
            if others and (person.name, person.phone) not in self._in_file:
                return person
        return None


def import_members(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Taken:
    """Take a roster: new members are added, changed ones updated, missing ones only counted.

    A member is known by name and phone, or by a name that only one person has. What the roster
    leaves empty stays as it is.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    lines, refused = _read(tx, rows)
    people = _People(tx, lines)
    new: list[tuple[PersonRow | None, RosterRow, Details]] = []
    changed = unchanged = 0
    named = set()
    for line in lines:
        try:
            person = people.find(line)
            member = people.members.get(person.id) if person else None
            details = _details(line, member)
        except RowError as error:
            refused.append(rejected(line.row, error.problem))
            continue
        if member is None:
            new.append((person, line.said, details))
            continue
        named.add(member.id)
        if _update(tx, member, line.said, details):
            changed += 1
        else:
            unchanged += 1
    _insert(tx, new)
    outcome = Outcome(
        added=len(new),
        changed=changed,
        unchanged=unchanged,
        missing=sum(member.id not in named for member in people.members.values()),
        rejected=tuple(sorted(refused, key=lambda item: item.problem.row)),
    )
    _describe(tx, outcome, origin)
    return Taken(outcome, tuple(people.found_by_name))


def _read(tx: Tx, rows: Iterable[Row]) -> tuple[list[_Line], list[Rejected]]:
    complex_name = tx.value("SELECT name FROM complex")
    lines: list[_Line] = []
    refused: list[Rejected] = []
    for row in rows:
        try:
            said = read_roster_row(row, tx.clock, complex_name=complex_name)
        except RowError as error:
            refused.append(rejected(row, error.problem))
        else:
            lines.append(_Line(row, said))
    return lines, refused


def _details(line: _Line, member: MemberRow | None) -> Details:
    """Return what the register is to keep: what was known, and over it what the roster states.

    Raises:
        RowError: it cannot all be true.
    """
    stated = line.said.stated
    if member is not None:
        details = member.details._replace(**stated)
    else:
        details = Details(
            affiliation=usual_affiliation(
                stated.get("party_state"), reported="reported_on" in stated
            )
        )._replace(**stated)
    try:
        check_details(details)
    except RuleError as error:
        raise RowError(RowProblem(line.row.number, "", error.message.rstrip(".。"))) from error
    return details


def _update(tx: Tx, member: MemberRow, said: RosterRow, details: Details) -> bool:
    """Bring one member up to date; return whether anything changed."""
    values = {
        field: value
        for field, value in details._asdict().items()
        if value != getattr(member.details, field)
    }
    if values:
        tx.update("member", member.id, **values)
    phone = said.phone is not None and said.phone != member.person.phone
    if phone:
        tx.update("person", member.person.id, phone=said.phone)
    post = said.post is not None and said.post not in member.posts
    if said.post and post:
        leave_posts(tx, member.person.id)
        take_post(tx, member.person.id, said.post)
    return bool(values or phone or post)


def _insert(tx: Tx, new: list[tuple[PersonRow | None, RosterRow, Details]]) -> None:
    """Add members, and the people among them nobody knew."""
    unknown = [said for person, said, _details in new if person is None]
    first_id = tx.next_id("person")
    first_number = tx.next_numbers("person", len(unknown))
    tx.insert_many(
        "person",
        ("id", "number", "name", "phone"),
        ((first_id + n, first_number + n, said.name, said.phone) for n, said in enumerate(unknown)),
    )
    rows: list[tuple[Any, ...]] = []
    for person, said, details in new:
        if person is None:
            person_id, first_id = first_id, first_id + 1
        else:
            person_id = person.id
            if said.phone and person.phone is None:
                tx.update("person", person_id, phone=said.phone)
        rows.append((person_id, *details))
        if said.post:
            take_post(tx, person_id, said.post)
    tx.insert_many("member", MEMBER_COLUMNS, rows)


def _describe(tx: Tx, outcome: Outcome, origin: Mapping[str, str]) -> None:
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
