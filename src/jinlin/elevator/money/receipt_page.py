"""Receipts of what a door pays, vouchers of what it is paid back: each with a stub below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinlin.complex.rules.address import home_words
from jinlin.core.days.written import written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan, yuan_words
from jinlin.core.numerals import in_capitals
from jinlin.core.sentences import clauses
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, across, pairs
from jinlin.documents.page import BLANK, Block, Cut, Form, Heading, Page
from jinlin.elevator.money.queries import BookEntry
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.books import Books, EntryKind

_GRID = (20, 30, 20, 30)
_COLUMNS = len(_GRID)


class HandedEntry(NamedTuple):
    """A payment of a door, or what it was paid back, as it is handed over on paper.

    Attributes:
        so_far: what the door has in the account with it, in fen.
        instalments: to which instalments it went, the first being 1; none where none were agreed.
    """

    entry: BookEntry
    so_far: int
    instalments: tuple[int, ...] = ()

    @property
    def paid_back(self) -> bool:
        """Whether the door was paid back."""
        return self.entry.kind is EntryKind.REFUND

    @property
    def home(self) -> str:
        """The door as papers write it."""
        return home_words(self.entry.building, self.entry.entrance, self.entry.room or "")


def receipt_page(handed: HandedEntry, project: Project, complex_name: str) -> Page:
    """Return a receipt, or the voucher of what was paid back, and below it a stub."""
    title = _("Receipt of money (not an invoice)")
    if handed.paid_back:
        title = _("Voucher of money paid back")
    void = handed.entry.reversed_by is not None
    return Page(
        title=_("VOID: {title}").format(title=title) if void else title,
        above=(complex_name,),
        below=(_("No. {number}").format(number=handed.entry.label),),
        form=Form.SHEET,
        one_sheet=True,
        blocks=(
            *_taken_back(handed.entry),
            Box(_GRID, tuple(_rows(handed, project))),
            Cut(_("stub, kept by who takes the money for the works")),
            *_taken_back(handed.entry),
            Box(_GRID, tuple(_stub(handed, project))),
        ),
    )


def _taken_back(entry: BookEntry) -> tuple[Block, ...]:
    if entry.reversed_by is None:
        return ()
    return (Heading(_("VOID: taken back by voucher {number}.").format(number=entry.reversed_by)),)


def _row(*texts: str, height: int = 0) -> BoxRow:
    return pairs(*texts, columns=_COLUMNS, height=height)


def _rows(handed: HandedEntry, project: Project) -> Iterator[BoxRow]:
    entry = handed.entry
    yield from _what(handed, project)
    if handed.paid_back:
        yield _row(_("Paid out by"), entry.payee)
        yield _row(_("From account"), entry.account)
    else:
        yield _row(_("Payee"), entry.payee)
        yield _row(_("Account"), entry.account)
    if entry.reversed_by is None and not handed.paid_back:
        said = _("{amount}, this included").format(amount=yuan_words(handed.so_far))
        yield _row(_("Paid in so far"), said)
    yield _row(
        _("Handled by (signature)"), entry.handled_by,
        _("Checked by (signature)"), entry.approved_by, height=TO_WRITE_IN,
    )  # fmt: skip
    signer = _("Paid back to (signature)") if handed.paid_back else _("Payee (signature or seal)")
    yield _row(signer, "", _("Date"), written_day(entry.day), height=TO_WRITE_IN)
    yield across(
        _("The branch of the complex neither collects nor keeps money for the elevator."),
        columns=_COLUMNS,
    )


def _stub(handed: HandedEntry, project: Project) -> Iterator[BoxRow]:
    entry = handed.entry
    yield _row(_("Number"), entry.label, _("Date"), written_day(entry.day))
    yield from _what(handed, project)
    taker, signer = _("Payee"), _("Payer (signature)")
    if handed.paid_back:
        taker, signer = _("Paid out by"), _("Paid back to (signature)")
    yield _row(taker, entry.payee, _("Handled by"), entry.handled_by)
    yield _row(_("Checked by"), entry.approved_by, signer, "", height=TO_WRITE_IN)


def _what(handed: HandedEntry, project: Project) -> Iterator[BoxRow]:
    entry = handed.entry
    who, purpose = _("Paid by"), _("Received for")
    if handed.paid_back:
        who, purpose = _("Paid back to"), _("Paid back for")
    yield _row(_("Door"), handed.home, who, entry.counterparty or BLANK)
    yield _row(purpose, _purpose(handed, project))
    if entry.method:
        yield _row(_("Way of paying"), entry.method.label)
    yield _row(_("Amount in figures"), f"￥{yuan(entry.amount)}")
    yield _row(_("Amount in words"), _("RMB {capitals}").format(capitals=in_capitals(entry.amount)))


def _purpose(handed: HandedEntry, project: Project) -> str:
    """Return what was paid for, by which version of the scheme, with which instalments."""
    entry = handed.entry
    if entry.book is Books.RUNNING:
        usual = _("running costs of the elevator of {place}").format(place=place_words(project))
    else:
        usual = _("share of the {works} of {place}").format(
            works=project.kind.label, place=place_words(project)
        )
    if handed.paid_back:
        usual = _("{what}, paid too much").format(what=usual)
    said = entry.purpose or usual
    by = clauses(*_by(handed))
    return _("{what} ({option})").format(what=said, option=by) if by else said


def _by(handed: HandedEntry) -> Iterator[str]:
    if handed.entry.version is not None and handed.entry.book is Books.WORKS:
        yield _("version {version} of the scheme").format(version=handed.entry.version)
    if handed.instalments:
        one = len(handed.instalments) == 1
        said = _("instalment {numbers}") if one else _("instalments {numbers}")
        yield said.format(numbers=_(", ").join(map(str, handed.instalments)))
