"""What partners promise and give, as it is recorded, comes or is dropped."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.ledger.entries import NewEntry
from jinlin.member.fund.entries import enter
from jinlin.member.own_branch import branch
from jinlin.member.rules.purses import Direction, Purse
from jinlin.partner.kinds import SupportKind, given_kind
from jinlin.partner.record.partners import Partner
from jinlin.partner.record.supports import Support, support_of_id
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.hands import check_payee
from jinlin.works.undertaking import check_past


class NewSupport(NamedTuple):
    """What a partner promises or gives, as it is to be recorded.

    Attributes:
        what: what it is; None where it is nothing but money.
        kind: of which kind; None where its amount tells, or it is a service.
        on: when it was promised, or came.
        promised: it is still to come, by `due_on`.
        paid_to: whom the partner pays itself.
        purse: the purse it comes into, which is that of partners' aid; `handled_by` takes it.
    """

    what: str | None
    kind: SupportKind | None
    amount: int | None
    on: date
    promised: bool = False
    due_on: str | None = None
    paid_to: str | None = None
    purse: Purse | None = None
    handled_by: str | None = None
    about: Reference | None = None

    def complete(self) -> NewSupport:
        """Return it with what goes without saying.

        Raises:
            UsageError: nothing is given, money without an amount, or what has an amount is said to
                be no money.
        """
        if self.amount is None and not self.what:
            raise UsageError(
                _("What does the partner give?"),
                hint=_("Say the money, like 20万, or what else with --what TEXT."),
            )
        if self.amount is None and self.kind is SupportKind.MONEY:
            raise UsageError(
                _("How much money does the partner give?"), hint=_("Say the amount, like 20万.")
            )
        if self.amount is not None and self.kind not in (None, SupportKind.MONEY):
            raise UsageError(_("An amount is money."), hint=_("Leave --kind away."))
        usual = given_kind(self.what or "") if self.amount is None else SupportKind.MONEY
        return self._replace(what=self.what or SupportKind.MONEY.label, kind=self.kind or usual)


def record_support(tx: Tx, partner: Partner, new: NewSupport) -> Support:
    """Record what a partner promises or gives under a new number.

    Raises:
        RuleError: the agreement was over, the day lies ahead, or the branch would be paid.
        UsageError: money came, and nobody says whom the partner paid or that it is in the purse; or
            that is said of what is still to come.
        NotFoundError: it is for something that is not there.
    """
    if partner.ended_on is not None and partner.ended_on <= new.on.isoformat():
        raise RuleError(
            _("The agreement with {name} ended on {day}.").format(
                name=partner.name, day=partner.ended_on
            ),
            hint=_("If it was signed anew: jinlin partner edit {number} --agreement DATE").format(
                number=partner.label
            ),
        )
    check_past(tx, new.on)
    if new.promised and (new.paid_to or new.purse):
        raise UsageError(
            _("What is still to come was not paid yet."),
            hint=_("Say it when it comes: jinlin partner receive D1-3 --paid-to NAME"),
        )
    about = known(tx, new.about) if new.about else None
    support_id = tx.insert(
        "partner_support",
        partner_id=partner.id,
        number=tx.next_number(f"partner_support-{partner.number}"),
        kind=new.kind,
        what=new.what,
        amount=new.amount,
        promised_on=new.on.isoformat(),
        due_on=new.due_on,
        about_kind=about.kind if about else None,
        about_number=about.number if about else None,
        user=tx.user,
    )
    made = support_of_id(tx, support_id)
    if not new.promised:
        _take_in(tx, made, new)
    _describe(
        tx, made, N_("Recorded {number}: {name}, {what}"), N_("take out {number}: {name}, {what}")
    )
    return support_of_id(tx, support_id)


def receive(tx: Tx, support: Support, new: NewSupport) -> Support:
    """Record that what was promised came.

    Raises:
        RuleError: it came already or was dropped, the day lies before the promise, or the branch
            would be paid.
        UsageError: it is money, and nobody says whom the partner paid or that it is in the purse.
    """
    _check_open(support, new.on)
    _take_in(tx, support, new)
    _describe(tx, support, N_("Received {number}: {name}, {what}"), N_("{number} is still to come"))
    return support_of_id(tx, support.id)


def drop(tx: Tx, support: Support, *, on: date, reason: str) -> None:
    """Record that what was promised will not come.

    Raises:
        RuleError: it came already or was dropped, or the day lies before the promise.
    """
    _check_open(support, on)
    tx.update(
        "partner_support",
        support.id,
        received_on=None,
        fund_entry_id=None,
        dropped_on=on.isoformat(),
        dropped_reason=reason,
    )
    _describe(tx, support, N_("Dropped {number}: {name}, {what}"), N_("{number} is still to come"))


def lately(reader: Reader, partner: Partner, new: NewSupport) -> Support | None:
    """Return the same support where it was recorded for that day already; None otherwise.

    Raises:
        NotFoundError: it is for something that is not there.
    """
    kind, number = known(reader, new.about) if new.about else (None, None)
    row = reader.row(
        "SELECT id FROM partner_support WHERE partner_id = ? AND kind = ? AND what = ?"
        " AND amount IS ? AND promised_on = ? AND paid_to IS ? AND about_kind IS ?"
        " AND about_number IS ? AND (fund_entry_id IS NOT NULL) = ? AND dropped_on IS NULL"
        " ORDER BY id DESC LIMIT 1",
        (partner.id, new.kind, new.what, new.amount, new.on.isoformat(), new.paid_to, kind,
         number, new.purse is not None),
    )  # fmt: skip
    return None if row is None else support_of_id(reader, row["id"])


def _take_in(tx: Tx, support: Support, new: NewSupport) -> None:
    """Record that it came: whom the partner paid, or the entry of the purse."""
    _check_way(support, new)
    entry_id = None
    if new.paid_to is not None:
        own = branch(tx)
        check_payee((new.paid_to,), (own.name, own.short_name or ""))
    elif support.amount is not None:
        entry = enter(
            tx,
            Purse.PARTNER_AID,
            NewEntry(
                Direction.INCOME, support.amount, new.on.isoformat(), support.partner,
                purpose=support.what, handled_by=new.handled_by,
            ),
            new.about,
        )  # fmt: skip
        entry_id = entry.id
    tx.update(
        "partner_support",
        support.id,
        received_on=new.on.isoformat(),
        paid_to=new.paid_to,
        fund_entry_id=entry_id,
    )


def _check_way(support: Support, new: NewSupport) -> None:
    """Refuse what came one way where it came another, or could come by none.

    Raises:
        RuleError: it would come into another purse.
        UsageError: money came by neither way or by both, or what is no money was paid.
    """
    ways = sum(one is not None for one in (new.paid_to, new.purse))
    if support.amount is None and ways:
        raise UsageError(
            _("Only money is paid."), hint=_("Leave --paid-to and --purse away, or say the amount.")
        )
    if support.amount is not None and ways != 1:
        raise UsageError(
            _("Whom did {name} pay: somebody itself, or into the purse?").format(
                name=support.partner
            ),
            hint=_("Say one of them: --paid-to NAME, or --purse 共建资助."),
        )
    if new.purse not in (None, Purse.PARTNER_AID):
        raise RuleError(
            _("What partners give comes into no other purse than 共建资助."),
            hint=_("Say --purse 共建资助, or whom the partner paid: --paid-to NAME"),
        )


def _check_open(support: Support, on: date) -> None:
    if support.received_on is not None:
        raise RuleError(
            _("{number} came on {day}.").format(number=support.label, day=support.received_on),
            hint=_("See: jinlin partner show D{number}").format(number=support.partner_number),
        )
    if support.dropped_on is not None:
        raise was_dropped(support)
    if on.isoformat() < support.promised_on:
        raise promised_later(support)


def was_dropped(support: Support) -> RuleError:
    """Return the refusal of what is done to a support that was dropped."""
    return RuleError(
        _("{number} was dropped on {day}.").format(number=support.label, day=support.dropped_on),
        hint=_("If it comes after all, record it anew: jinlin partner support NAME"),
    )


def promised_later(support: Support) -> RuleError:
    """Return the refusal of a day before the promise."""
    return RuleError(
        _("{number} was promised only on {day}.").format(
            number=support.label, day=support.promised_on
        ),
        hint=_("Check the day."),
    )


def _describe(tx: Tx, support: Support, did: str, reverse: str) -> None:
    words: dict[str, Value] = {
        "number": support.label, "name": support.partner, "what": support.what
    }  # fmt: skip
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=support.label)
