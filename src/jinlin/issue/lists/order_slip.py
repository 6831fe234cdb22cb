"""An order on one sheet: the price agreed to before the work, and the work accepted after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.complex.rules.address import place_words
from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.money import in_yuan
from jinlin.core.sentences import to_tick
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, pairs
from jinlin.documents.page import Closing, Form, Page
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.member.management.offers import OfferedService
from jinlin.member.management.price_words import price_words
from jinlin.member.own_branch import branch
from jinlin.store.transaction.tx import Reader

_WIDTHS: Final = (18, 32, 18, 32)
_SIGNED: Final = 24
"""The least height of what is signed; millimetres."""


def order_slip(reader: Reader, issue: IssueRow, offer: OfferedService) -> Page:
    """Return the slip that goes to the door, in the user's language.

    Args:
        reader: the database.
        issue: the order.
        offer: what is ordered.
    """
    return Page(
        title=_("Service slip"),
        above=(complex_name(reader),),
        blocks=(
            Box(_WIDTHS, tuple(_rows(reader, issue, offer))),
            Closing((branch(reader).name, day_words(reader.clock.today))),
        ),
        form=Form.SHEET,
        one_sheet=True,
        code=issue.label,
    )


def _rows(reader: Reader, issue: IssueRow, offer: OfferedService) -> Iterator[BoxRow]:
    wide = len(_WIDTHS)
    reported = day_words(reader.clock.local(issue.reported_at).date())
    place = issue.place or ""
    if issue.building and not place:
        place = place_words(issue.building, issue.entrance)
        if issue.room:
            place = _("{place}, room {room}").format(place=place, room=issue.room)
    day = _("(signature) date:")
    yield pairs(_("Offered service"), offer.what, _("Price"), price_words(offer), columns=wide)
    yield pairs(_("The matter"), issue.title, columns=wide)
    yield pairs(
        _("Resident"), issue.reporter or "", _("Phone"), "", columns=wide, height=TO_WRITE_IN
    )
    yield pairs(_("Place"), place, columns=wide, height=TO_WRITE_IN)
    yield pairs(_("Reported on"), reported, _("Due on"), written_day(issue.due_on), columns=wide)
    agreed = _("The price was named to me, and I agree to the work.")
    yield pairs(_("Resident, before the work"), agreed, columns=wide, height=_SIGNED, foot=day)
    yield pairs(_("The work done"), issue.result or "", columns=wide, height=_SIGNED)
    paid = "" if issue.paid is None else in_yuan(issue.paid)
    yield pairs(
        _("Paid for it"), paid, _("Done by whom"), issue.doer or issue.steward or offer.who or "",
        columns=wide, height=TO_WRITE_IN,
    )  # fmt: skip
    rated = to_tick(one.label for one in Satisfaction)
    yield pairs(_("Resident, after the work"), rated, columns=wide, height=_SIGNED, foot=day)
