"""Who a row of a roster of members means, among everybody who is known (record linkage)."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from jinlin.core.errors import RowProblem
from jinlin.core.i18n import _
from jinlin.exchange.table.rows import Row
from jinlin.member.exchange.roster import RosterMember
from jinlin.member.register.queries import MemberFilter, members
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Tx

PERSON_COLUMNS: Final = (
    "other_phone", "birth_on", "sex", "id_number", "id_purpose",
)  # fmt: skip
"""What a roster may say of a person beside her name and phone."""


class RosterLine(NamedTuple):
    """A row that can be read, and what it says."""

    row: Row
    said: RosterMember


class KnownPeople:
    """Everybody known before the import, by name; who is found is not found again."""

    def __init__(self, tx: Tx, lines: list[RosterLine]) -> None:
        self.members = {member.person.id: member for member in members(tx, MemberFilter())}
        self.by_name: dict[str, list[PersonRow]] = {}
        self.more: dict[int, dict[str, Any]] = {}
        for row in tx.rows(
            "SELECT id, number, name, phone, other_phone, birth_on, sex, id_number, id_purpose"
            " FROM person WHERE removed_at IS NULL"
        ):
            person = PersonRow(row["id"], row["number"], row["name"], row["phone"])
            self.by_name.setdefault(row["name"], []).append(person)
            self.more[person.id] = {column: row[column] for column in PERSON_COLUMNS}
        self._in_file = {(line.said.name, line.said.phone) for line in lines}
        self._rows: dict[object, str] = {}
        self.found_by_name: list[PersonRow] = []

    def find(self, line: RosterLine) -> PersonRow | None:
        """Return who is meant; None for somebody new.

        Raises:
            RowError: nobody can tell, or the file names her twice.
        """
        person = self._known(line)
        key: object = person.id if person else (line.said.name, line.said.phone)
        if key in self._rows:
            raise line.row.error(
                "name",
                _("the same person as in {row}").format(row=self._rows[key]),
                lasting=True,
            )
        self._rows[key] = RowProblem(line.row.number, "", "", line.row.sheet).where
        if person and person.id not in self.members and not line.said.phone:
            self.found_by_name.append(person)
        return person

    def _known(self, line: RosterLine) -> PersonRow | None:
        name, phone = line.said.name, line.said.phone
        called = self.by_name.get(name, [])
        exact = [person for person in called if phone and person.phone == phone]
        if exact:
            return exact[0]
        same = [person for person in called if phone is None or person.phone is None]
        enrolled = [person for person in same if person.id in self.members]
        match (enrolled or same, self._other_phone(called, phone)):
            case [person], None:
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
