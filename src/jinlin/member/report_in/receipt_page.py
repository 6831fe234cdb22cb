"""The receipt of reporting in (报到回执): a letter to who employs a member, and its stub."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.core.days.written import day_words, written_party_day
from jinlin.core.i18n import _, speaking
from jinlin.core.sentences import in_a_row
from jinlin.documents.box import TO_WRITE_IN, Box, pairs
from jinlin.documents.page import BLANK, Block, Closing, Cut, Form, Page, Paragraph
from jinlin.member.register.queries import MemberRow

_WIDTHS: Final = (18, 32, 18, 32)
_ORGANISATIONS: Final = ("党委", "党组", "支部", "总支", "支委会", "工委", "委员会", "党组织")


def receipt_page(member: MemberRow, claimed: Sequence[str], *, branch: str, on: date) -> Page:
    """Return the receipt, in the user's language.

    Args:
        member: who reported in.
        claimed: the services she has claimed.
        branch: the branch's full name.
        on: the day it is made out.
    """
    return Page(
        title=_("Receipt of reporting in where one lives"),
        blocks=tuple(_blocks(member, claimed, branch, on)),
        form=Form.SHEET,
        one_sheet=True,
        code=member.person.label,
    )


def _blocks(member: MemberRow, claimed: Sequence[str], branch: str, on: date) -> Iterator[Block]:
    yield Paragraph(_("To: {whom}").format(whom=_party_of(member.details.employer)), flush=True)
    yield Paragraph(in_a_row(_told(member, claimed)))
    yield Paragraph(
        _("Should you need an account of how she serves here, please write to our branch.")
    )
    yield Paragraph(_("This is our receipt."))
    yield Closing(
        (
            _("Secretary of the branch (signature): {blank}").format(blank=BLANK),
            _("Phone: {blank}").format(blank=BLANK),
        ),
        left=True,
    )
    yield Closing((branch, day_words(on)))
    yield Cut(_("stub, kept by the branch"))
    yield Box(
        _WIDTHS,
        (
            pairs(
                _("Name"), member.person.name,
                _("Reported in on"), written_party_day(member.details.reported_on),
                columns=4,
            ),
            pairs(_("Employer"), member.details.employer or "", columns=4, height=TO_WRITE_IN),
            pairs(_("Claimed services"), _(", ").join(claimed), columns=4, height=TO_WRITE_IN),
            pairs(_("Handed over on"), "", _("By whom (signature)"), "", columns=4,
                  height=TO_WRITE_IN),
        ),
    )  # fmt: skip


def _told(member: MemberRow, claimed: Sequence[str]) -> Iterator[str]:
    details = member.details
    yield _("{name} of your organisation reported in here on {day}.").format(
        name=member.person.name, day=written_party_day(details.reported_on) or BLANK
    )
    if details.group_name:
        yield _("Here the Party group is {group}.").format(group=details.group_name)
    if claimed:
        yield _("Claimed services: {services}.").format(services=_(", ").join(claimed))
    yield _("The membership stays with you.")


def _party_of(employer: str | None) -> str:
    """Return the Party organisation of an employer, which is whom the letter is to."""
    if not employer:
        return BLANK
    if speaking() != "zh" or employer.endswith(_ORGANISATIONS):
        return employer
    return f"{employer}党组织"
