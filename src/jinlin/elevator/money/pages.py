"""What a door is handed about its money: a receipt with its stub, a reminder."""

from __future__ import annotations

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
    Page,
    Paragraph,
)
from jinlin.elevator.money.door_accounts import DoorAccount
from jinlin.elevator.money.queries import BookEntry, ProjectAccount
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import Books, allocate
from jinlin.elevator.rules.instalments import InstalmentPart


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
