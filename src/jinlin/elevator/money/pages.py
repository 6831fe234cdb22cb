"""The papers of the money: a receipt with its stub, a reminder, the page that is posted."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.numerals import in_capitals
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Cut,
    Field,
    Form,
    Heading,
    Page,
    Paragraph,
    Table,
)
from jinlin.elevator.money.dues import DoorAccount
from jinlin.elevator.money.queries import BookEntry, ProjectAccount
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import INCOME, AccountTotals, Books, EntryKind, allocate
from jinlin.elevator.rules.instalments import InstalmentPart
from jinlin.member.fund.pages import public_name
from jinlin.output.listing.discretion import Redaction, discreet


def receipt_page(entry: BookEntry, project: Project, complex_name: str, so_far: int) -> Page:
    """Return a receipt and below a line to tear along its stub, which the payee keeps.

    Args:
        entry: the payment.
        project: what it was paid for.
        complex_name: the complex.
        so_far: what the door has paid in with it, in fen.
    """
    upper = (*_receipt(entry, project, so_far), Cut(_("stub, kept by the payee")))
    return Page(
        title=_("Receipt of money (not an invoice)"),
        above=(complex_name,),
        below=(_("No. {number}").format(number=entry.label),),
        form=Form.SHEET,
        blocks=(*upper, *_stub(entry, project)),
    )


def _receipt(entry: BookEntry, project: Project, so_far: int) -> tuple[Block, ...]:
    paid = Field(_("Paid in so far"), _("{amount} yuan, this included").format(amount=yuan(so_far)))
    return (
        *_taken_back(entry),
        *_what(entry, project),
        Field(_("Payee"), entry.payee),
        Field(_("Account"), entry.account),
        *(() if entry.reversed_by else (paid,)),
        Field(
            _("Handled by"),
            _("{name}  signature: {blank}").format(name=entry.handled_by, blank=BLANK),
        ),
        Field(
            _("Checked by"),
            _("{name}  signature: {blank}").format(name=entry.approved_by, blank=BLANK),
        ),
        Paragraph(
            _("The branch of the complex neither collects nor keeps money for the elevator."),
            flush=True,
        ),
        Closing(
            (_("Payee (signature or seal): {blank}  {day}").format(blank=BLANK, day=entry.day),)
        ),
    )


def _stub(entry: BookEntry, project: Project) -> tuple[Block, ...]:
    return (
        *_taken_back(entry),
        Field(_("Receipt number"), entry.label),
        *_what(entry, project),
        Field(
            _("Payee, handled by, checked by"),
            _(", ").join((entry.payee, entry.handled_by, entry.approved_by)),
        ),
        Closing((_("Payer (signature): {blank}  {day}").format(blank=BLANK, day=entry.day),)),
    )


def _taken_back(entry: BookEntry) -> tuple[Block, ...]:
    if entry.reversed_by is None:
        return ()
    return (
        Paragraph(_("VOID: taken back by {number}.").format(number=entry.reversed_by), flush=True),
    )


def _what(entry: BookEntry, project: Project) -> tuple[Block, ...]:
    payer = entry.counterparty
    return (
        Field(_("Door"), entry.door or ""),
        Field(_("Paid by"), payer or BLANK),
        Field(_("Received for"), _purpose(entry, project)),
        Field(_("Way of paying"), entry.method.label if entry.method else ""),
        Field(_("Amount in figures"), f"￥{yuan(entry.amount)}"),
        Field(
            _("Amount in words"),
            _("RMB {capitals}").format(capitals=in_capitals(entry.amount)),
        ),
    )


def _purpose(entry: BookEntry, project: Project) -> str:
    if entry.book is Books.RUNNING:
        usual = _("running costs of the elevator of {place}").format(place=project.place)
    else:
        usual = _("share of the {works} of {place}").format(
            works=project.kind.label, place=project.place
        )
    said = entry.purpose or usual
    if entry.plan is None or entry.book is Books.RUNNING:
        return _("{purpose} ({project})").format(purpose=said, project=project.label)
    if entry.version is None:
        return _("{purpose} ({project}, plan E{plan})").format(
            purpose=said, project=project.label, plan=entry.plan
        )
    return _("{purpose} ({project}, plan E{plan}, version {version})").format(
        purpose=said, project=project.label, plan=entry.plan, version=entry.version
    )


def reminder(
    standing: DoorAccount,
    project: Project,
    complex_name: str,
    account: ProjectAccount | None,
    today: str,
) -> str:
    """Return a reminder for one door, to be sent to it alone: under 500 characters, no table.

    Args:
        standing: where the door stands.
        project: what it pays for.
        complex_name: the complex.
        account: where it pays; None while none is named.
        today: ISO text.
    """
    balance = standing.balance
    lines = [
        _("[{complex} elevator of {place}: about your share]").format(
            complex=complex_name, place=project.place
        ),
        _("Dear neighbour of {door}:").format(door=standing.door.label),
        _("Your home owes {due} yuan in all; {net} yuan has come in, thank you.").format(
            due=yuan(balance.due), net=yuan(balance.net)
        ),
        *_due_lines(standing, today),
    ]
    if account is not None:
        lines.append(
            _("Please pay to: {payee}, {account}. You will get a numbered receipt.").format(
                payee=account.payee, account=account.account
            )
        )
    lines.append(
        _(
            "If it is paid already, or difficult just now, tell {name} and we look for a way."
        ).format(name=account.handler if account else BLANK)
    )
    lines.append(_("The branch neither collects nor keeps this money. This goes to you alone."))
    return "\n".join(lines)


def _due_lines(standing: DoorAccount, today: str) -> list[str]:
    balance = standing.balance
    if balance.arrears:
        lines = [
            _("Due by now and not yet in: {amount} yuan.").format(amount=yuan(balance.arrears))
        ]
    else:
        lines = [_("Nothing is overdue.")]
    following = _next_part(standing, today)
    if following is not None:
        part, left = following
        lines.append(
            _("Next: {amount} yuan by {day} ({name}).").format(
                amount=yuan(left), day=part.due_on, name=part.name
            )
            if part.name
            else _("Next: {amount} yuan by {day}.").format(amount=yuan(left), day=part.due_on)
        )
    return lines


def _next_part(standing: DoorAccount, today: str) -> tuple[InstalmentPart, int] | None:
    """Return the first instalment that is still to come and not paid, and what it lacks."""
    filled = allocate([part.amount for part in standing.parts], standing.balance.net)
    for part, paid in zip(standing.parts, filled, strict=True):
        if part.due_on is not None and part.due_on > today and paid < part.amount:
            return part, part.amount - paid
    return None


class DisclosurePeriod(NamedTuple):
    """What is posted of the books; days are ISO text, both included.

    Attributes:
        before: the account before the first day.
        entries: what moved, the earliest first.
    """

    project: Project
    book: Books
    start: str
    stop: str
    before: int
    entries: Sequence[BookEntry]
    account: ProjectAccount | None

    def sums(self) -> AccountTotals:
        """Return what moved in sums."""
        found = dict.fromkeys(AccountTotals._fields, 0)
        for entry in self.entries:
            found[_place(entry)] += -entry.amount if entry.reverses else entry.amount
        return AccountTotals(**found)


def _place(entry: BookEntry) -> str:
    if entry.kind is EntryKind.PAYMENT:
        return "fund" if entry.method is not None and entry.method.value == "fund" else "received"
    if entry.kind is EntryKind.SUBSIDY:
        return "subsidies"
    if entry.kind in INCOME:
        return "other"
    return "refunds" if entry.kind is EntryKind.REFUND else "spending"


def disclosure_page(
    period: DisclosurePeriod, complex_name: str, residents: AbstractSet[str]
) -> Page:
    """Return the page that is posted: every spending by itself, what doors paid only in sums.

    Args:
        period: what is posted.
        complex_name: the complex.
        residents: the names it must not show.
    """
    lines = [e for e in period.entries if e.kind is EntryKind.SPENDING or e.kind in INCOME]
    blocks: list[Block] = [Heading(_("In sums")), _sums_table(period)]
    if lines:
        blocks += [
            Heading(_("Line by line")),
            Table(
                (_("Number"), _("Day"), _("What for"), _("From or to"), _("Yuan")),
                tuple(_line(entry, residents) for entry in lines),
                numeric=(False, False, False, False, True),
            ),
        ]
    title = (
        _("Running costs of the elevator: income and spending")
        if period.book is Books.RUNNING
        else _("Money for the elevator: income and spending")
    )
    return Page(
        title=title,
        above=(complex_name,),
        below=(
            _("{place}, project {project}, {start} to {stop}").format(
                place=period.project.place,
                project=period.project.label,
                start=period.start,
                stop=period.stop,
            ),
        ),
        blocks=(*blocks, *_ending(period, residents)),
    )


def _sums_table(period: DisclosurePeriod) -> Table:
    """Return what moved, by kind, between what was held before and after."""
    sums = period.sums()
    paid = [entry for entry in period.entries if _place(entry) == "received"]
    count = sum(-1 if entry.reverses else 1 for entry in paid)
    rows = [
        (_("Before {day}").format(day=period.start), yuan(period.before)),
        (_("Paid in by doors ({count} receipts)").format(count=count), yuan(sums.received)),
        (_("From the doors' own maintenance fund sub-accounts"), yuan(sums.fund)),
        (_("Subsidies received"), yuan(sums.subsidies)),
        (_("Interest, aid and other income"), yuan(sums.other)),
        (_("Spent"), yuan(-sums.spending)),
        (_("Paid back to doors"), yuan(-sums.refunds)),
        (_("Held on {day}").format(day=period.stop), yuan(period.before + sums.balance)),
    ]
    return Table((_("What moved"), _("Yuan")), tuple(rows), numeric=(False, True))


def _ending(period: DisclosurePeriod, residents: AbstractSet[str]) -> list[Block]:
    """Return what is not posted, and who answers for the page."""
    taker = period.account
    return [
        Paragraph(
            _("What single doors paid or owe is not posted; every household can ask about its own.")
        ),
        Paragraph(
            _("The branch of the complex neither collects nor keeps money for the elevator.")
        ),
        Closing(
            (
                _("Payee: {name}").format(
                    name=discreet(taker.payee, residents, form=Redaction.PUBLIC) if taker else BLANK
                ),
                _("Checked by (signature): {blank}").format(blank=BLANK),
                period.stop,
            )
        ),
    ]


def _line(entry: BookEntry, residents: AbstractSet[str]) -> tuple[str, ...]:
    what = discreet(entry.purpose or entry.kind.label, residents, form=Redaction.PUBLIC)
    if entry.reverses is not None:
        what = _("takes {number} back: {reason}").format(
            number=entry.reverses,
            reason=discreet(entry.reason or "", residents, form=Redaction.PUBLIC),
        )
    other = public_name(entry.counterparty, entry.party, residents) if entry.counterparty else ""
    return (entry.label, entry.day, what, other, yuan(entry.effect))
