"""An account in a period as it is disclosed: what it held before, what moved, what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple

from jinlin.core.days.written import written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.ledger.book import E
from jinlin.ledger.rules import CashEntry
from jinlin.output.listing.discretion import Redaction, discreet


class AccountStatement(NamedTuple, Generic[E]):
    """An account in a period; days are ISO text, both included.

    Attributes:
        opening: what it held before, in fen.
        entries: those of the period, from the oldest to the latest.
        later: entries up to its end that were taken back only after it.
    """

    start: str
    stop: str
    opening: int
    entries: Sequence[E]
    later: Sequence[E] = ()

    @property
    def closing(self) -> int:
        """What is left at the end; fen."""
        return self.opening + sum(entry.effect for entry in self.entries)

    @property
    def corrected(self) -> int:
        """What is left at the end without what was taken back later; fen."""
        return self.closing - sum(entry.effect for entry in self.later)

    def told_later(self) -> Iterator[str]:
        """Yield a sentence for each entry that was taken back later, and what is left without."""
        for entry in self.later:
            yield _("The entry of {day} over {amount} was taken back on {later}.").format(
                day=written_day(entry.day),
                amount=yuan_words(entry.amount),
                later=written_day(entry.reversed_on),
            )
        if self.later:
            yield _("Without what was taken back since, {amount} are left.").format(
                amount=yuan_words(self.corrected)
            )


def public_purpose(entry: CashEntry, residents: AbstractSet[str], *, usual: str = "") -> str:
    """Return what an entry is for as everybody may see it, and whether it was taken back.

    Args:
        entry: the entry.
        residents: the names that must not be shown.
        usual: what stands there where nothing was said.
    """
    told = _purpose(entry, usual)
    if entry.counterparty and not entry.party.open:
        residents = {*residents, entry.counterparty}
    return discreet(told, residents, form=Redaction.PUBLIC)


def _purpose(entry: CashEntry, usual: str) -> str:
    if entry.reverses is not None:
        return _("takes an entry back: {reason}").format(reason=entry.reason)
    if entry.reversed_by is not None:
        return _("{purpose} (taken back on {day})").format(
            purpose=entry.purpose or usual, day=written_day(entry.reversed_on)
        )
    return entry.purpose or usual


def public_counterparty(entry: CashEntry, residents: AbstractSet[str]) -> str:
    """Return who gave or took as everybody may see it: a firm in full, a person not."""
    if entry.party.open:
        return discreet(entry.counterparty or "", residents, form=Redaction.PUBLIC)
    return entry.party.unnamed
