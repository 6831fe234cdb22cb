"""What an import changes of one home, in words that hide names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.exchange.recorded import FIELDS, Link, name_of
from jinlin.complex.exchange.row_people import RosterPerson
from jinlin.complex.rules.address import label
from jinlin.complex.rules.buildings import HOUSEHOLD_FIELDS, AreaBasis, Use
from jinlin.complex.rules.shares import kept_share
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.output.importing.comparison import Difference
from jinlin.output.listing.values import masked

TITLES: Final = {
    **HOUSEHOLD_FIELDS,
    "owners": N_("Owners"),
    "renamed": N_("Name corrected"),
    "shares": N_("Shares"),
    "phones": N_("Phones"),
    "tenants": N_("Tenants"),
    "representative": N_("Voting representative"),
    "care": N_("Care tags"),
    "own": N_("Fields of your own"),
}
"""What people call what may change of a home."""


def home_columns() -> tuple[Column, ...]:
    """Return what a roster may change of a home itself, as it is shown."""
    more: dict[str, dict[str, Any]] = {
        "area": {"kind": Kind.AREA},
        "area_basis": {"labels": AreaBasis.labels()},
        "state": {"labels": Use.labels()},
        "note": {"personal": Personal.TEXT},
    }
    keys = ("entrance", *FIELDS)
    return tuple(Column(key, _(TITLES[key]), **more.get(key, {})) for key in keys)


def home_label(key: Key, owners: Iterable[str]) -> str:
    """Return a home with its owners, masked: `3-1-502 张**`."""
    return " ".join([label(*key), *(masked(name_of(one), Personal.NAME) for one in owners)])


def otherwise(what: str) -> Difference:
    """Return that something of a home changes, of which no values are said: a key of `TITLES`."""
    return Difference(_(TITLES[what]))


def of_names(what: str, before: Collection[str], after: Collection[str]) -> Difference:
    """Return that other people are named: a key of `TITLES`, and who it was and is."""
    return Difference(_(TITLES[what]), _names(before, after), _names(after, before))


def _names(names: Collection[str], others: Collection[str]) -> str:
    """Return names masked; in full where that would hide the very characters that change."""
    names, others = [*map(name_of, names)], [*map(name_of, others)]
    hidden = {masked(name, Personal.NAME) for name in others if name not in names}
    return "、".join(
        name if name not in others and masked(name, Personal.NAME) in hidden
        else masked(name, Personal.NAME)
        for name in names
    ) or _("none")  # fmt: skip


class OwnersAfter(NamedTuple):
    """Who owns a home after a roster.

    Attributes:
        same: recorded and named.
        new: named only.
        gone: recorded only, and no owners any more.
        fewer: whether recorded owners stay although the roster names others beside them.
    """

    same: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    fewer: bool


def owners_after(recorded: Mapping[str, Link], named: Mapping[str, RosterPerson]) -> OwnersAfter:
    """Compare the owners a roster names with those who are recorded.

    A roster that names no owner says nothing. One that names only some of those recorded, and
    nobody else, is taken to be incomplete (property companies write down who pays), unless its
    shares make up the whole. Any other list replaces the recorded owners: the home was sold.
    """
    same = tuple(name for name in named if name in recorded)
    new = tuple(name for name in named if name not in recorded)
    gone = tuple(name for name in recorded if name not in named)
    incomplete = not new and not (gone and _whole(named))
    if not named or incomplete:
        return OwnersAfter(same, (), (), fewer=bool(named and gone))
    return OwnersAfter(same, new, gone, fewer=False)


def renamed(
    recorded: Mapping[str, Link], named: Mapping[str, RosterPerson], after: OwnersAfter
) -> dict[str, str]:
    """Return the owners whose name a roster corrects: somebody else with the very same phone.

    A phone that several of them have tells nobody apart, and corrects nothing.

    Returns:
        The recorded name by the one the roster has.
    """
    gone = [(recorded[name].phone, name) for name in after.gone if recorded[name].phone]
    new = [(named[name].phone, name) for name in after.new if named[name].phone]
    phones = [phone for phone, _name in gone]
    others = [phone for phone, _name in new]
    return {
        name: before
        for phone, name in new
        for number, before in gone
        if phone == number and phones.count(number) == others.count(number) == 1
    }


def exceeds_whole(
    recorded: Mapping[str, Link], named: Mapping[str, RosterPerson], after: OwnersAfter
) -> bool:
    """Return whether the shares a roster gives and those kept beside them exceed the whole."""
    staying = {name: recorded[name].share for name in recorded if name not in after.gone}
    told = {name: named[name].share for name in (*after.same, *after.new) if named[name].share}
    shares = (kept_share(share) for share in {**staying, **told}.values())
    return bool(told) and sum((share for share in shares if share), Fraction(0)) > 1


def _whole(named: Mapping[str, RosterPerson]) -> bool:
    """Return whether the shares a roster gives make up the whole home."""
    shares = [kept_share(party.share) for party in named.values()]
    return None not in shares and sum((s for s in shares if s), Fraction(0)) == 1
