"""What holds of every cash book: cover on each later day, reversal, segregation of duties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.money import yuan
from jinlin.core.people.parties import Party
from jinlin.core.text import compact

HANDS: Final = "、"
"""What stands between the names of several who handled money together."""


class CashEntry:
    """An entry as it stands in its book; the amounts are in fen, days are ISO text.

    A room adds columns of its own by further annotations.

    Args:
        values: the columns of its row.

    Attributes:
        label: its number as people write it.
        number: its place in its series.
        amount: above zero.
        effect: what it added to its account; below zero when it took out.
        counterparty: who gave the money or took it.
        party: what that is, as it was said, is recorded or can be read from the name.
        handled_by: through whose hands it went, one or several with `HANDS` between.
        voucher: the file that proves it, as it was named.
        voucher_sha256: what that file was, to the byte.
        reverses: the entry this one takes back, as people write it.
        reason: why it was taken back.
        reversed_by: the entry that takes this one back, as people write it.
        reversed_on: the day of that entry.
    """

    id: int
    label: str
    number: int
    amount: int
    effect: int
    day: str
    purpose: str | None
    counterparty: str | None
    party: Party
    handled_by: str
    approved_by: str | None
    voucher: str | None
    voucher_sha256: str | None
    reverses: str | None
    reason: str | None
    reversed_by: str | None
    reversed_on: str | None

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)

    @property
    def signed(self) -> int:
        """Its amount among those of its kind: below zero when it takes another entry back."""
        return self.amount if self.reverses is None else -self.amount


class Movement(NamedTuple):
    """What is added to an account on a day, in fen; below zero when it is taken out."""

    day: str
    effect: int
    reversal: bool = False


class BookWords(NamedTuple):
    """How a room says what its book refuses: message ids, and the option that names the day.

    Attributes:
        short: `{amount}` cannot be spent of the `{free}` that `{account}` has on `{day}`.
        spent: only `{free}` is left of an income that is to be taken back.
        see: how the entry `{number}` is looked at.
        day: the option.
    """

    short: str
    short_hint: str
    spent: str
    spent_hint: str
    see: str
    day: str


def spendable(movements: Iterable[Movement], day: str) -> int:
    """Return how much an account can spend on a day without running short later; fen."""
    by_day: dict[str, int] = {}
    for one in movements:
        by_day[one.day] = by_day.get(one.day, 0) + one.effect
    balance = sum(effect for when, effect in by_day.items() if when <= day)
    lowest = balance
    for when in sorted(when for when in by_day if when > day):
        balance += by_day[when]
        lowest = min(lowest, balance)
    return lowest


def check_cover(
    movements: Iterable[Movement], new: Movement, *, words: BookWords, account: str
) -> None:
    """Refuse what would leave an account below zero, on its day or on any later one.

    Args:
        movements: all that is in it.
        new: what is to be added.
        words: how the room says it.
        account: what the account is called.

    Raises:
        RuleError: it says how much there is.
    """
    if new.effect >= 0:
        return
    free = max(0, spendable(movements, new.day))
    if free + new.effect >= 0:
        return
    said, hint = (
        (words.spent, words.spent_hint) if new.reversal else (words.short, words.short_hint)
    )
    raise RuleError(
        _(said).format(account=account, free=yuan(free), day=new.day, amount=yuan(-new.effect)),
        hint=_(hint),
    )


def check_hands(*, approved_by: str, handled_by: str, payee: str) -> None:
    """Refuse somebody who approves what she handles herself or is paid.

    Raises:
        RuleError: approver and payee, or approver and handler, are one.
    """
    approver = compact(approved_by)
    if approver == compact(payee):
        raise RuleError(
            _("Nobody approves money for herself: {name} is approver and payee.").format(
                name=approved_by
            ),
            hint=_("Let another member of the committee approve it: --approved-by NAME"),
        )
    if approver in map(compact, handled_by.split(HANDS)):
        raise RuleError(
            _("Who handles the money does not approve it: {name} is both.").format(
                name=approved_by
            ),
            hint=_("Name who handled it (--by NAME), or another approver (--approved-by NAME)."),
        )


def check_reversal(entry: CashEntry, day: str, words: BookWords) -> None:
    """Refuse a reversal that no book takes: nothing is reversed twice, and no reversal.

    Args:
        entry: what is to be taken back.
        day: the day of the reversal, ISO text.
        words: how the room says it.

    Raises:
        RuleError: it was reversed before, is a reversal itself, or is later than the one that
            would take it back.
    """
    if entry.reversed_by is not None:
        raise RuleError(
            _("{number} was reversed before, by {other}.").format(
                number=entry.label, other=entry.reversed_by
            ),
            hint=_(words.see).format(number=entry.reversed_by),
        )
    if entry.reverses is not None:
        raise RuleError(
            _("{number} is a reversal itself.").format(number=entry.label),
            hint=_("Enter what is right as a new entry."),
        )
    if day < entry.day:
        raise RuleError(
            _("{number} is of {day}; it cannot be reversed before.").format(
                number=entry.label, day=entry.day
            ),
            hint=_("Leave {option} away for today.").format(option=as_typed(words.day)),
        )


def check_period(start: str | None, stop: str | None) -> None:
    """Refuse a period that ends before it begins; its days are ISO text, None where it is open.

    Raises:
        UsageError: it does.
    """
    if start and stop and stop < start:
        raise UsageError(
            _("{stop} lies before {start}.").format(stop=stop, start=start),
            hint=_("Compare --from and --to."),
        )
