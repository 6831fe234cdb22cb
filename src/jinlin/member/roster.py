"""One row of a roster of members, as the branch, the community or an employer writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.errors import JinlinError
from jinlin.core.text import compact
from jinlin.exchange.rows import Row
from jinlin.exchange.words import value_meaning
from jinlin.member.days import parse_party_day
from jinlin.member.posts import parse_post
from jinlin.member.rules import Affiliation, PartyState, parse_affiliation, parse_party_state
from jinlin.person.rules import parse_name

WANTED: Final = (
    "name", "phone", "party_state", "joined_on", "full_on", "affiliation", "group", "post",
    "employer", "reported_on", "skills", "remark",
)  # fmt: skip
_TEXTS: Final = {
    "group": "group_name", "employer": "employer", "skills": "skills", "remark": "note",
}  # fmt: skip
_YES: Final = frozenset({"是", "已报到", "报到", "√", "✓", "有", "已转入", "yes"})
_NO: Final = frozenset({"否", "未报到", "×", "未转入", "no"})
_NO_POST: Final = frozenset({"党员", "普通党员", "正式党员", "预备党员", "群众"})


class RosterRow(NamedTuple):
    """A member as a roster states her.

    Attributes:
        name: as `parse_name` returns it.
        phone: None where the roster has none.
        post: the title of her post; None where the roster has none.
        stated: the fields of `Details` the roster says something of.
    """

    name: str
    phone: str | None
    post: str | None
    stated: Mapping[str, Any]


def read_roster_row(row: Row, clock: Clock, *, complex_name: str) -> RosterRow:
    """Read one row.

    Args:
        row: the row.
        clock: for days that have not come yet.
        complex_name: a branch whose name holds it is this one.

    Raises:
        RowError: something in it cannot be taken.
    """
    row.required("name")
    stated: dict[str, Any] = {}
    try:
        field = "name"
        name = parse_name(row.name("name"))
        field = "party_state"
        stated |= _party_state(row)
        for field in ("joined_on", "full_on"):
            if said := row.text(field):
                stated[field] = parse_party_day(said, clock)
        field = "reported_on"
        stated |= _reported(row, clock)
        field = "post"
        title = row.text("post")
        post = parse_post(title) if title and compact(title) not in _NO_POST else None
    except JinlinError as error:
        raise row.error(field, error.message.rstrip(".。")) from error
    stated |= _affiliation(row, complex_name)
    stated |= {to: row.text(field) for field, to in _TEXTS.items() if row.text(field)}
    return RosterRow(name=name, phone=row.phone("phone") or None, post=post, stated=stated)


def _party_state(row: Row) -> dict[str, Any]:
    """Read the Party status; `党员` alone does not say which, `群众` says none."""
    said = row.text("party_state")
    if not said:
        return {}
    meaning = value_meaning("party_state", said)
    if meaning in {"full", "probationary"}:
        return {"party_state": PartyState(meaning)}
    if meaning == "ask":
        return {}
    try:
        return {"party_state": parse_party_state(said)}
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


def _affiliation(row: Row, complex_name: str) -> dict[str, Any]:
    """Read where membership is held: our words, yes or no, or the name of a branch."""
    said = row.text("affiliation")
    if not said:
        return {}
    if compact(said) in _YES or compact(complex_name) in compact(said):
        return {"affiliation": Affiliation.HERE}
    try:
        return {"affiliation": parse_affiliation(said)}
    except JinlinError:  # another branch's name, or no: membership is held elsewhere
        return {"affiliation": Affiliation.REPORT_IN}
