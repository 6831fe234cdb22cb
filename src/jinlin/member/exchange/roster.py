"""One row of a roster of members, as the branch, the community or an employer writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.complex.field.own_cells import read_own
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.clock import Clock
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.exchange.table.rows import Row, all_faults
from jinlin.exchange.table.value_words import normalised
from jinlin.member.exchange import party_cells
from jinlin.member.rules.party import Sex
from jinlin.member.rules.party_days import parse_birth, parse_party_day
from jinlin.member.rules.post_cells import read_posts
from jinlin.member.rules.posts import Held
from jinlin.person.people.identity import checked_id
from jinlin.person.people.recognition import PersonSaid
from jinlin.person.rules import parse_name

WANTED: Final = (
    "name", "phone", "phone2", "sex", "birth", "party_state", "joined_on", "full_on",
    "affiliation", "group", "post", "employer", "reported_on", "claimed", "skills", "availability",
    "standing", "migrant", "remark",
)  # fmt: skip
"""The fields a roster of members may have; an identity number only where it is asked for."""
NEEDED: Final = (("name",),)
_TEXTS: Final = {
    "group": "group_name", "employer": "employer", "skills": "skills",
    "availability": "availability", "remark": "note",
}  # fmt: skip
_AGE: Final = "年龄"
"""It changes from year to year, and says no day."""


class RosterTerms(NamedTuple):
    """On what terms a roster is read.

    Attributes:
        clock: for days that have not come yet.
        complex_name: a branch whose name holds it is this one.
        own: the branch's own fields of members.
        purpose: what identity numbers are kept for; None when they are not taken.
    """

    clock: Clock
    complex_name: str
    own: Sequence[OwnField] = ()
    purpose: str | None = None


class RosterMember(NamedTuple):
    """A member as a roster states her.

    Attributes:
        person: what it says of the person herself.
        posts: those the roster states; empty where it states none.
        stated: the fields of `Details` it says something of.
        own: the branch's own fields it says something of, by their ids.
        elsewhere: her membership is held elsewhere, and nothing says that she reported in.
        undecided: it calls her a member, and nothing says whether full or probationary.
        claims: the services she has claimed.
    """

    person: PersonSaid
    posts: tuple[Held, ...]
    stated: Mapping[str, Any]
    own: Mapping[int, str]
    elsewhere: bool = False
    undecided: bool = False
    claims: tuple[str, ...] = ()


class _Reading:
    """What has been read of one row so far."""

    def __init__(self, row: Row, terms: RosterTerms) -> None:
        self.row = row
        self.terms = terms
        self.name = ""
        self.posts: tuple[Held, ...] = ()
        self.person: dict[str, Any] = {}
        self.stated: dict[str, Any] = {}
        self.own: Mapping[int, str] = {}
        self.elsewhere = False

    def parts(self) -> tuple[Callable[[], None], ...]:
        """Return what reads each part, so that every fault is found."""
        return (
            self._name, self._phones, self._sex, self._party_state, self._joined, self._full,
            self._reported, self._posts, self._affiliation, self._standing, self._texts,
            self._person_days, self._own,
        )  # fmt: skip

    def _name(self) -> None:
        self.row.required("name")
        said = self.row.name("name")
        self.name = self.row.read("name", lambda: parse_name(said))

    def _phones(self) -> None:
        for field, column in (("phone", "phone"), ("phone2", "other_phone")):
            if number := self.row.phone(field):
                self.person[column] = number

    def _sex(self) -> None:
        if said := self.row.text("sex"):
            sex = Sex.said(said)
            if sex is None:
                raise self.row.error("sex", _("“{text}” is no sex").format(text=said))
            self.person.setdefault("sex", sex)

    def _party_state(self) -> None:
        self.stated |= self.row.read("party_state", lambda: party_cells.party_state(self.row))

    def _joined(self) -> None:
        self._day("joined_on")

    def _full(self) -> None:
        self._day("full_on")

    def _day(self, field: str) -> None:
        if said := self.row.text(field):
            clock = self.terms.clock
            self.stated[field] = self.row.read(field, lambda: parse_party_day(said, clock))

    def _reported(self) -> None:
        row, clock = self.row, self.terms.clock
        self.stated |= row.read("reported_on", lambda: party_cells.reported(row, clock))

    def _posts(self) -> None:
        self.posts = self.row.read("post", lambda: read_posts(self.row.text("post")))

    def _affiliation(self) -> None:
        found = party_cells.affiliation(self.row, self.terms.complex_name)
        if found is not None:
            self.stated |= found
        elif "affiliation" not in self.stated:
            self.elsewhere = True

    def _standing(self) -> None:
        self.stated |= self.row.read("standing", lambda: party_cells.standing(self.row))

    def _texts(self) -> None:
        self.stated |= {to: said for field, to in _TEXTS.items() if (said := self.row.text(field))}

    def _person_days(self) -> None:
        """Read birthday and identity number, which must not contradict each other."""
        row, clock = self.row, self.terms.clock
        said = row.text("birth")
        if said and normalised(row.headers.name("birth")) != _AGE:
            self.person["birth_on"] = row.read("birth", lambda: parse_birth(said, clock))
        number = row.whole("id_number") if self.terms.purpose else ""
        if not number:
            return
        row.refuse_destroyed("id_number", number)
        found = row.read(
            "id_number",
            lambda: checked_id(number, purpose=self.terms.purpose, today=clock.today.isoformat()),
        )
        birth = self.person.get("birth_on")
        if birth and not found.birth_on.startswith(birth):
            raise row.error("birth", _("it is not the birthday in the identity number"))
        if self.person.get("sex", found.sex) != found.sex:
            raise row.error("sex", _("it is not the sex in the identity number"))
        self.person |= {
            "id_number": found.text, "id_purpose": self.terms.purpose,
            "birth_on": found.birth_on, "sex": found.sex,
        }  # fmt: skip

    def _own(self) -> None:
        self.own = read_own(self.row, self.terms.own, self.terms.clock)


def read_roster_row(row: Row, terms: RosterTerms) -> RosterMember:
    """Read one row.

    Raises:
        RowError: something in it cannot be taken; all that is so is told.
    """
    reading = _Reading(row, terms)
    all_faults(reading.parts())
    return RosterMember(
        person=PersonSaid(reading.name, **reading.person),
        posts=reading.posts,
        stated=reading.stated,
        own=reading.own,
        elsewhere=reading.elsewhere,
        undecided="party_state" not in reading.stated and party_cells.calls_her_a_member(row),
        claims=claims_in(row.text("claimed")),
    )


def claims_in(text: str) -> tuple[str, ...]:
    """Return the services one cell, or one claim, names."""
    return tuple(dict.fromkeys(listed(text)))
