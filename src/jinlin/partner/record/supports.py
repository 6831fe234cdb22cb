"""What partners promised and gave: money paid to somebody or into the purse, or anything else."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.core.text import compact
from jinlin.ledger.entries import NewEntry
from jinlin.member.fund.entries import enter
from jinlin.member.own_branch import branch
from jinlin.member.rules.purses import Direction, Purse
from jinlin.partner.kinds import SupportKind
from jinlin.partner.record.conditions import received
from jinlin.partner.record.partners import Partner
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.hands import check_payee
from jinlin.works.undertaking import check_past


class Support(NamedTuple):
    """Something a partner promised or gave; fen, days as ISO text.

    Attributes:
        partner: who, by name.
        paid_to: whom the partner paid itself.
        purse_entry: the entry of the purse it came into: `F12`.
        about: what it is for: `2026-0042`, `G1`.
    """

    id: int
    partner_number: int
    partner: str
    number: int
    kind: SupportKind
    what: str
    amount: int | None
    promised_on: str
    due_on: str | None
    received_on: str | None
    paid_to: str | None
    purse_entry: str | None
    about: str | None
    dropped_on: str | None
    dropped_reason: str | None

    @property
    def label(self) -> str:
        """The number people use: `D1-3`."""
        return f"D{self.partner_number}-{self.number}"


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
        usual = SupportKind.SERVICE if self.amount is None else SupportKind.MONEY
        return self._replace(what=self.what or SupportKind.MONEY.label, kind=self.kind or usual)


_SUPPORTS: Final = f"""
    SELECT s.id, p.number AS partner_number, p.name AS partner, s.number, s.kind, s.what, s.amount,
           s.promised_on, s.due_on, iif({received()}, s.received_on, NULL) AS received_on,
           s.paid_to, iif({received()}, 'F' || f.number, NULL) AS purse_entry,
           s.about_number AS about, s.dropped_on, s.dropped_reason
    FROM partner_support AS s JOIN partner AS p ON p.id = s.partner_id
    LEFT JOIN fund_entry AS f ON f.id = s.fund_entry_id"""  # noqa: S608  (our own words)


def record_support(tx: Tx, partner: Partner, new: NewSupport) -> Support:
    """Record what a partner promises or gives under a new number.

    Raises:
        RuleError: the agreement is over, the day lies ahead, or the branch would be paid.
        UsageError: money came, and nobody says whom the partner paid or that it is in the purse; or
            that is said of what is still to come.
        NotFoundError: it is for something that is not there.
    """
    if partner.ended_on is not None:
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
        RuleError: it came already or was dropped, the day lies ahead or before the promise, or the
            branch would be paid.
        UsageError: it is money, and nobody says whom the partner paid or that it is in the purse.
    """
    _check_open(support)
    check_past(tx, new.on)
    if new.on.isoformat() < support.promised_on:
        raise RuleError(
            _("{number} was promised only on {day}.").format(
                number=support.label, day=support.promised_on
            ),
            hint=_("Check the day."),
        )
    _take_in(tx, support, new)
    _describe(tx, support, N_("Received {number}: {name}, {what}"), N_("{number} is still to come"))
    return support_of_id(tx, support.id)


def drop(tx: Tx, support: Support, *, on: date, reason: str) -> None:
    """Record that what was promised will not come.

    Raises:
        RuleError: it came already, or was dropped.
    """
    _check_open(support)
    check_past(tx, on)
    tx.update(
        "partner_support",
        support.id,
        received_on=None,
        fund_entry_id=None,
        dropped_on=on.isoformat(),
        dropped_reason=reason,
    )
    _describe(tx, support, N_("Dropped {number}: {name}, {what}"), N_("{number} is still to come"))


def supports(
    reader: Reader, *, partner: Partner | None = None, unused: bool = False, with_aim: bool = False
) -> list[Support]:
    """Return what partners promised and gave, the latest first.

    Args:
        reader: the database.
        partner: only of one.
        unused: only what stands ready: not dropped, and for nothing yet.
        with_aim: only what is for something.
    """
    where = ["1"]
    if partner is not None:
        where.append(f"s.partner_id = {int(partner.id)}")
    if unused:
        where.append("s.dropped_on IS NULL AND s.about_number IS NULL")
    if with_aim:
        where.append("s.dropped_on IS NULL AND s.about_number IS NOT NULL")
    rows = reader.rows(
        f"{_SUPPORTS} WHERE {' AND '.join(where)} ORDER BY s.promised_on DESC, s.id DESC"
    )
    return [_support(dict(row)) for row in rows]


def find_support(reader: Reader, text: str) -> Support:
    """Return the support of a number: `D1-3`.

    Raises:
        UsageError: it is no such number.
        NotFoundError: there is none of it.
    """
    match = re.fullmatch(r"d(\d{1,9})-(\d{1,9})", compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a support.").format(text=text),
            hint=_("Write it like D1-3; see: jinlin partner show D1"),
        )
    row = reader.row(
        f"{_SUPPORTS} WHERE p.number = ? AND s.number = ?", (int(match[1]), int(match[2]))
    )
    if row is None:
        raise NotFoundError(
            _("There is no {number}.").format(number=text), hint=_("See: jinlin partner list")
        )
    return _support(dict(row))


def lately(reader: Reader, partner: Partner, new: NewSupport) -> Support | None:
    """Return the same support where it was recorded for that day already; None otherwise."""
    row = reader.row(
        f"{_SUPPORTS} WHERE s.partner_id = ? AND s.kind = ? AND s.what = ? AND s.amount IS ?"
        " AND s.promised_on = ? AND s.dropped_on IS NULL ORDER BY s.id DESC LIMIT 1",
        (partner.id, new.kind, new.what, new.amount, new.on.isoformat()),
    )
    return None if row is None else _support(dict(row))


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


def _check_open(support: Support) -> None:
    if support.received_on is not None:
        raise RuleError(
            _("{number} came on {day}.").format(number=support.label, day=support.received_on),
            hint=_("See: jinlin partner show D{number}").format(number=support.partner_number),
        )
    if support.dropped_on is not None:
        raise RuleError(
            _("{number} was dropped on {day}.").format(
                number=support.label, day=support.dropped_on
            ),
            hint=_("If it comes after all, record it anew: jinlin partner support NAME"),
        )


def support_of_id(reader: Reader, support_id: int) -> Support:
    """Return the support of a row."""
    [row] = reader.rows(f"{_SUPPORTS} WHERE s.id = ?", (support_id,))
    return _support(dict(row))


def _support(row: dict[str, object]) -> Support:
    return Support(**{**row, "kind": SupportKind(str(row["kind"]))})  # type: ignore[arg-type]


def _describe(tx: Tx, support: Support, did: str, reverse: str) -> None:
    words: dict[str, Value] = {
        "number": support.label, "name": support.partner, "what": support.what
    }  # fmt: skip
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=support.label)
