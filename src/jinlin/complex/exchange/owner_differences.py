"""What a roster's list of owners means for those who are recorded."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from jinlin.complex.exchange.recorded import Link
from jinlin.complex.exchange.row_people import Party
from jinlin.complex.rules.shares import kept_share


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


def owners_after(recorded: Mapping[str, Link], named: Mapping[str, Party]) -> OwnersAfter:
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
    recorded: Mapping[str, Link], named: Mapping[str, Party], after: OwnersAfter
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
    recorded: Mapping[str, Link], named: Mapping[str, Party], after: OwnersAfter
) -> bool:
    """Return whether the shares a roster gives and those kept beside them exceed the whole."""
    staying = {name: recorded[name].share for name in recorded if name not in after.gone}
    told = {name: named[name].share for name in (*after.same, *after.new) if named[name].share}
    shares = (kept_share(share) for share in {**staying, **told}.values())
    return bool(told) and sum((share for share in shares if share), Fraction(0)) > 1


def _whole(named: Mapping[str, Party]) -> bool:
    """Return whether the shares a roster gives make up the whole home."""
    shares = [kept_share(party.share) for party in named.values()]
    return None not in shares and sum((s for s in shares if s), Fraction(0)) == 1
