"""Who a row of a roster of households names: owners, tenants, who votes, who needs care."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Final, NamedTuple

from jinlin.complex.rules.shares import parse_share, share_text, total
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.people.idnumber import IdNumber
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, reason_of
from jinlin.exchange.table.several import (
    Named,
    Numbered,
    everybody_in,
    once_each,
    people_in,
    phones_in,
)
from jinlin.person.people.identity import checked_id
from jinlin.person.people.recognition import PersonSaid
from jinlin.person.rules import parse_name

_PLAIN_NAME: Final = re.compile(r"[\u3400-\u9fff·]{2,20}")
BETWEEN: Final = re.compile(r"[、,，;；\n|]")
SLASHED: Final = re.compile(r"[、,，;；\n|/]")
_JOINT: Final = frozenset({"共同共有", "按份共有", "共有", "夫妻共有", "共同"})
_SOLE: Final = frozenset({"单独所有", "单独", "个人所有", "全部"})
_EACH: Final = re.compile(r"^(?:每人|各自?|均)?[占为]?(?=.)")
UNKNOWN: Final = frozenset({"", "—", "-", "/", "无", "不详"})
OTHER_PHONE: Final = "备用电话"
"""What a remark calls the second number, when the roster says whose it is."""


class RosterPerson(NamedTuple):
    """Somebody a roster names for a home.

    Attributes:
        share: as the register keeps it, `1/2`; None where the roster has none.
        identity: only where the import asked for identity numbers.
    """

    name: str
    phone: str | None = None
    other_phone: str | None = None
    share: str | None = None
    identity: IdNumber | None = None

    def said(self, purpose: str | None = None) -> PersonSaid:
        """Return what it says of the person herself; her identity number is kept for a purpose."""
        card = self.identity
        about = (card.text, purpose, card.birth_on, card.sex) if card else ()
        return PersonSaid(self.name, self.phone, self.other_phone, *about)


def owners_of(row: Row, today: date) -> tuple[tuple[RosterPerson, ...], tuple[str, ...]]:
    """Read the owners with their phones, shares and identity numbers.

    Args:
        row: the row.
        today: nobody is born later.

    Returns:
        The owners; and remarks on them, to be kept with the home.

    Raises:
        RowError: something cannot be read without guessing.
    """
    numbers = [*phones_in(row, "phone"), *_further_numbers(row)]
    named = _named(row, "owner", numbers, ids=row.whole("id_number"))
    known = {one.name for one in named}
    named += [one for one in people_in(row, "co_owner") if one.name not in known]
    shares = _shares(row, len(named))
    identities = _identities(row, len(named), today)
    phones, about = _phones(row, "phone", named, numbers)
    parties = tuple(
        RosterPerson(_checked(row, one.name), *phones[n], shares[n], identities[n])
        for n, one in enumerate(named)
    )
    return parties, (*_remarks(named), *about)


def _named(row: Row, field: str, numbers: Sequence[Numbered], *, ids: str = "") -> list[Named]:
    """Return everybody a cell names; one name twice is two people, given a number for each."""
    every = everybody_in(row, field)
    said_of_each = len(every) in (len(numbers), len(SLASHED.split(ids)))
    return every if said_of_each else once_each(every)


def _further_numbers(row: Row) -> list[Numbered]:
    """Return the numbers of the second column: of the co-owner, where its header says so."""
    numbers = phones_in(row, "phone2")
    if numbers and row.headers.name("phone2").strip().startswith("共有"):
        others = people_in(row, "co_owner")
        if len(others) == len(numbers) == 1 and not numbers[0].label:
            return [numbers[0]._replace(label=others[0].name)]
    return numbers


def tenants_of(row: Row) -> tuple[tuple[RosterPerson, ...], tuple[str, ...]]:
    """Read the tenants with their phones; as `owners_of`."""
    if "tenant" not in row.headers.columns:
        return (), ()
    numbers = phones_in(row, "tenant_phone")
    named = _named(row, "tenant", numbers)
    phones, about = _phones(row, "tenant_phone", named, numbers)
    return (
        tuple(RosterPerson(_checked(row, one.name), *phones[n]) for n, one in enumerate(named)),
        (*_remarks(named), *about),
    )


def representative_of(row: Row) -> str | None:
    """Read who votes for the home.

    Raises:
        RowError: several are named.
    """
    named = people_in(row, "representative")
    if len(named) > 1:
        raise row.error("representative", _("a home has one voting representative"))
    return named[0].name if named else None


def _checked(row: Row, name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else row.read("owner", lambda: parse_name(name))


def _remarks(named: Sequence[Named]) -> list[str]:
    return [f"{one.name}：{one.note}" for one in named if one.note]


def _phones(
    row: Row, field: str, named: Sequence[Named], numbers: Sequence[Numbered]
) -> tuple[list[tuple[str | None, str | None]], list[str]]:
    """Give each person her numbers: the one with her name, else the next one in the row.

    Returns:
        Phone and other phone of each person; and remarks on whose numbers they are.

    Raises:
        RowError: there are more numbers than the register keeps.
    """
    if not numbers:
        return [(None, None)] * len(named), []
    if len(named) == len(numbers) == 1 and not numbers[0].label:
        return [(numbers[0].number, None)], []
    if not named:
        raise row.error(field, _("a number, and nobody named whose it is: fill in the name too"))
    first: list[str | None] = [None] * len(named)
    others: list[Numbered] = []
    for number in {said.number: said for said in numbers}.values():
        place = next(
            (n for n, one in enumerate(named) if one.name == number.label and not first[n]),
            None,
        )
        if place is not None:
            first[place] = number.number
        else:
            others.append(number)
    rest: list[Numbered] = []
    for number in others:
        free = None if number.label else next((n for n, had in enumerate(first) if not had), None)
        if free is None:
            rest.append(number)
        else:
            first[free] = number.number
    if len(rest) > 1:
        raise row.error(field, _("more phone numbers than can be kept: leave the two in use"))
    other = rest[0] if rest else None
    about = [f"{OTHER_PHONE}：{other.label}"] if other and other.label else []
    pairs = [(phone, other.number if other and not n else None) for n, phone in enumerate(first)]
    return pairs, about


def _shares(row: Row, count: int) -> list[str | None]:
    """Read the shares: one for each owner in their order, or one that holds for each."""
    said = row.text("share")
    if not said or not count:
        return [None] * count
    parts = BETWEEN.split(said)
    if compact(said) in _JOINT:
        return [None] * count
    if compact(said) in _SOLE and count == 1:
        return ["1/1"]
    if len(parts) not in (1, count):
        raise row.error("share", _("as many shares as owners are needed"))
    shares = [
        None if part.strip() in UNKNOWN else row.read("share", partial(_share, part))
        for part in parts
    ]
    each = shares if len(shares) == count else shares * count
    row.read("share", lambda: total(each))
    return each


@lru_cache(maxsize=256)
def _share(text: str) -> str:
    return share_text(parse_share(_EACH.sub("", text.strip())))


def _identities(row: Row, count: int, today: date) -> list[IdNumber | None]:
    """Read the identity numbers, one for each owner, each checked by its last character."""
    said = row.whole("id_number")
    if not said:
        return [None] * count
    row.refuse_destroyed("id_number", said)
    parts = SLASHED.split(said)
    if len(parts) != count:
        raise row.error("id_number", _("as many identity numbers as owners are needed"))
    return [_identity(row, part, today) if part.strip() not in UNKNOWN else None for part in parts]


def _identity(row: Row, text: str, today: date) -> IdNumber:
    purpose, day = row.headers.name("id_number"), today.isoformat()

    def checked() -> IdNumber:
        try:
            return checked_id(text, purpose=purpose, today=day)
        except RuleError as error:
            reason = _(
                "{fault}; if the card says so: jinlin member id NAME --number … --override REASON"
            )
            raise row.error("id_number", reason.format(fault=reason_of(error))) from error

    return row.read("id_number", checked)
