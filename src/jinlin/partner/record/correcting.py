"""A support that was recorded wrongly, put right under its own number."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.core.reference import Reference
from jinlin.member.own_branch import branch
from jinlin.partner.record.giving import promised_later, was_dropped
from jinlin.partner.record.supports import Support, support_of_id
from jinlin.store.known import known
from jinlin.store.transaction.tx import Tx
from jinlin.works.hands import check_payee
from jinlin.works.undertaking import check_past


class CorrectedSupport(NamedTuple):
    """What a support should have said; None for what was right.

    Attributes:
        on: when it came, or was promised while it is still to come.
        paid_to: whom the partner paid itself.
    """

    what: str | None = None
    amount: int | None = None
    on: date | None = None
    due_on: str | None = None
    paid_to: str | None = None
    about: Reference | None = None


def correct(tx: Tx, support: Support, told: CorrectedSupport) -> Support:
    """Put right what was recorded of a support.

    Raises:
        UsageError: nothing is said, or an amount of what is no money, or a way it did not go.
        RuleError: it is in the purse, where it is taken back first; it was dropped; a day lies
            ahead; or the branch would be paid.
        NotFoundError: it is for something that is not there.
    """
    if not any(one is not None for one in told):
        raise UsageError(
            _("Say what is wrong with {number}.").format(number=support.label),
            hint=_("The amount, say: jinlin partner support {number} 2.5万").format(
                number=support.label
            ),
        )
    _check(support, told)
    changed: dict[str, Any] = {
        name: value
        for name, value in (
            ("what", told.what), ("amount", told.amount), ("due_on", told.due_on),
            ("paid_to", told.paid_to),
        )
        if value is not None
    }  # fmt: skip
    if told.paid_to is not None:
        own = branch(tx)
        check_payee((told.paid_to,), (own.name, own.short_name or ""))
    if told.on is not None:
        check_past(tx, told.on)
        changed |= _days(support, told.on.isoformat())
    if told.about is not None:
        about = known(tx, told.about)
        changed |= {"about_kind": about.kind, "about_number": about.number}
    tx.update("partner_support", support.id, **changed)
    made = support_of_id(tx, support.id)
    words: dict[str, Value] = {"number": support.label, "name": support.partner}
    before, after = _told(support), _told(made)
    tx.describe(
        Message(
            N_("Corrected {number}, {name}: {before} → {after}"),
            words | {"before": before, "after": after},
        ),
        reverse=Message(N_("set {number}, {name}, back to {before}"), words | {"before": before}),
        subject=support.label,
    )
    return made


def _check(support: Support, told: CorrectedSupport) -> None:
    if support.purse_entry is not None:
        raise RuleError(
            _("{number} is in the purse as {entry}.").format(
                number=support.label, entry=support.purse_entry
            ),
            hint=_(
                "Reverse that first, correct {number}, and let it come again:"
                " jinlin branch fund reverse {entry} --reason REASON"
            ).format(number=support.label, entry=support.purse_entry),
        )
    if support.dropped_on is not None:
        raise was_dropped(support)
    if told.amount is not None and support.amount is None:
        raise UsageError(
            _("{number} is {kind}, no money.").format(
                number=support.label, kind=support.kind.label
            ),
            hint=_("Record the money for itself: jinlin partner support NAME 2万 --paid-to NAME"),
        )
    if told.paid_to is not None and support.paid_to is None:
        raise UsageError(
            _("{number} was paid to nobody yet.").format(number=support.label),
            hint=_("Say it when it comes: jinlin partner receive {number} --paid-to NAME").format(
                number=support.label
            ),
        )


def _days(support: Support, day: str) -> dict[str, str]:
    """Return the days of a support whose day was wrong; what came at once has one for both."""
    if support.received_on is None or support.received_on == support.promised_on:
        received = {} if support.received_on is None else {"received_on": day}
        return {"promised_on": day} | received
    if day < support.promised_on:
        raise promised_later(support)
    return {"received_on": day}


def _told(support: Support) -> str:
    """Return a support in the words of the history: what, the money, the day, the payee."""
    parts = (
        support.what,
        support.amount and yuan(support.amount),
        support.received_on or support.promised_on,
        support.paid_to,
        support.about,
    )
    return " ".join(part for part in parts if part)
