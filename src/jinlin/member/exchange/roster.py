"""One row of a roster of members, as the branch, the community or an employer writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from jinlin.complex.field.own_cells import read_own
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.clock import Clock
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import _
from jinlin.core.text import compact, listed
from jinlin.exchange.table.rows import Row, all_faults
from jinlin.exchange.table.value_words import normalised, value_meaning
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState, Sex
from jinlin.member.rules.party_days import parse_birth, parse_party_day
from jinlin.member.rules.post_cells import read_posts
from jinlin.member.rules.posts import Held
from jinlin.person.people.identity import checked_id
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
_YES: Final = frozenset({"是", "已报到", "报到", "√", "✓", "有", "yes"})
_HERE: Final = frozenset({"是", "√", "✓", "已转入", "yes"})
_NOWHERE: Final = "无"
_ASK: Final = "ask"
"""What `党员` alone means: full or probationary, it does not say."""
_NO: Final = frozenset({"否", "未报到", "×", "未转入", "no", "不是", "没有"})
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
        name: as `parse_name` returns it.
        phone: None where the roster has none.
        posts: those the roster states; empty where it states none.
        person: the columns of `person` the roster says something of, without name and phone.
        stated: the fields of `Details` it says something of.
        own: the branch's own fields it says something of, by their ids.
        elsewhere: her membership is held elsewhere, and nothing says that she reported in.
        undecided: it calls her a member, and nothing says whether full or probationary.
        claims: the services she has claimed.
    """

    name: str
    phone: str | None
    posts: tuple[Held, ...]
    person: Mapping[str, str | None]
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
        self.person: dict[str, str | None] = {}
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
        with _told(self.row, "name"):
            self.name = parse_name(self.row.name("name"))

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
        with _told(self.row, "party_state"):
            self.stated |= _party_state(self.row)

    def _joined(self) -> None:
        self._day("joined_on")

    def _full(self) -> None:
        self._day("full_on")

    def _day(self, field: str) -> None:
        if said := self.row.text(field):
            with _told(self.row, field):
                self.stated[field] = parse_party_day(said, self.terms.clock)

    def _reported(self) -> None:
        with _told(self.row, "reported_on"):
            self.stated |= _reported(self.row, self.terms.clock)

    def _posts(self) -> None:
        with _told(self.row, "post"):
            self.posts = read_posts(self.row.text("post"))

    def _affiliation(self) -> None:
        found = _affiliation(self.row, self.terms.complex_name)
        if found is not None:
            self.stated |= found
        elif "affiliation" not in self.stated:
            self.elsewhere = True

    def _standing(self) -> None:
        with _told(self.row, "standing"):
            self.stated |= _standing(self.row)

    def _texts(self) -> None:
        self.stated |= {to: said for field, to in _TEXTS.items() if (said := self.row.text(field))}

    def _person_days(self) -> None:
        """Read birthday and identity number, which must not contradict each other."""
        row, clock = self.row, self.terms.clock
        said = row.text("birth")
        if said and normalised(row.headers.name("birth")) != _AGE:
            with _told(row, "birth"):
                self.person["birth_on"] = parse_birth(said, clock)
        number = row.whole("id_number") if self.terms.purpose else ""
        if not number:
            return
        row.refuse_destroyed("id_number", number)
        with _told(row, "id_number"):
            found = checked_id(number, purpose=self.terms.purpose, today=clock.today.isoformat())
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


@contextmanager
def _told(row: Row, field: str) -> Iterator[None]:
    """Let an error of a rule be one of this column."""
    try:
        yield
    except JinlinError as error:
        raise row.error(field, error.message.rstrip(".。")) from error


def read_roster_row(row: Row, terms: RosterTerms) -> RosterMember:
    """Read one row.

    Raises:
        RowError: something in it cannot be taken; all that is so is told.
    """
    reading = _Reading(row, terms)
    all_faults(reading.parts())
    person = reading.person
    phone = person.pop("phone", None)
    return RosterMember(
        name=reading.name,
        phone=phone,
        posts=reading.posts,
        person=person,
        stated=reading.stated,
        own=reading.own,
        elsewhere=reading.elsewhere,
        undecided="party_state" not in reading.stated and _calls_her_a_member(row),
        claims=claims_in(row.text("claimed")),
    )


def claims_in(text: str) -> tuple[str, ...]:
    """Return the services one cell, or one claim, names."""
    return tuple(dict.fromkeys(listed(text)))


def _party_state(row: Row) -> dict[str, Any]:
    """Read the Party status; `党员` alone does not say which, `群众` says none.

    Rosters have 政治面貌, which says `中共党员`, beside a column that says which of the two; where
    none does, the day she became a full member says it.
    """
    found = _party_state_in(row.text("party_state"))
    if not found:
        sure = next((m for m in _meanings(row) if m in {"full", "probationary"}), None)
        if sure is None and _calls_her_a_member(row) and row.text("full_on"):
            sure = PartyState.FULL
        if sure is not None:
            return {"party_state": PartyState(sure)}
    return found


def _meanings(row: Row) -> list[str | None]:
    """Return what every column of the Party status means."""
    return [value_meaning("party_state", said) for _header, said in row.texts("party_state")]


def _calls_her_a_member(row: Row) -> bool:
    return _ASK in _meanings(row)


def _party_state_in(said: str) -> dict[str, Any]:
    """Read one cell of a Party status."""
    if not said:
        return {}
    meaning = value_meaning("party_state", said)
    if meaning in {"full", "probationary"}:
        return {"party_state": PartyState(meaning)}
    if meaning == _ASK:
        return {}
    try:
        return {"party_state": PartyState.read(said)}
    except JinlinError:
        if meaning == "other":
            return {"affiliation": Affiliation.NONE}
        raise


def _reported(row: Row, clock: Clock) -> dict[str, Any]:
    """Read the day of reporting in, for which some rosters write only yes or no."""
    said = row.text("reported_on")
    if not said or compact(said) in _NO:
        return {}
    if compact(said) in _YES:
        return {"affiliation": Affiliation.REPORT_IN}
    return {"affiliation": Affiliation.REPORT_IN, "reported_on": parse_party_day(said, clock)}


def _affiliation(row: Row, complex_name: str) -> dict[str, Any] | None:
    """Read where membership is held: our words, yes or no, or the name of a branch.

    `无` says something here, and is not the empty cell it is elsewhere.

    Returns:
        What it says; None when membership is held elsewhere, which is no reporting in.
    """
    column = row.headers.columns.get("affiliation")
    if column is not None and row.cells[column : column + 1] == [_NOWHERE]:
        return {"affiliation": Affiliation.NONE}
    said = row.text("affiliation")
    if not said:
        return {}
    if compact(said) in _HERE or compact(complex_name) in compact(said):
        return {"affiliation": Affiliation.HERE}
    try:
        return {"affiliation": Affiliation.read(said)}
    except JinlinError:  # another branch's name, or no
        return None


def _standing(row: Row) -> dict[str, Any]:
    """Read whether she takes part; a column `流动党员` says yes, no, or where she has gone."""
    said = row.text("standing")
    if said:
        return {"standing": MemberStanding.read(said)}
    away = row.text("migrant")
    if not away or compact(away) in _NO:
        return {}
    return {"standing": MemberStanding.MIGRANT}
