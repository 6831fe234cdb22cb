"""What is offered, as a page for the notice board: prices, by whom, how to order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.complex.building.queries import complex_name
from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.sentences import ordinal
from jinlin.documents.page import Block, Closing, Heading, Page, Paragraph, Table
from jinlin.member.management.common_fee import CommonFee, common_fee
from jinlin.member.management.kinds import Audience
from jinlin.member.management.managers import manager_on, named
from jinlin.member.management.offers import OfferedService
from jinlin.member.management.price_words import price_words
from jinlin.member.own_branch import branch
from jinlin.output.listing.discretion import Redaction, discreet
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader


def menu_page(reader: Reader, offers: Sequence[OfferedService], *, phone: str | None) -> Page:
    """Return the page in the user's language; nobody but companies and trades is named.

    Args:
        reader: the database.
        offers: what is offered.
        phone: where to order.
    """
    day = day_words(reader.clock.today)
    hidden = KnownNames(reader).closed
    homes, common = ([one for one in offers if one.audience is audience] for audience in Audience)

    def outside(text: str) -> str:
        return discreet(text, hidden, form=Redaction.PUBLIC)

    def told(text: str | None) -> str:
        """Return who does it, unless somebody is named."""
        return text if text and outside(text) == text else "—"

    return Page(
        title=_("Service menu"),
        above=(complex_name(reader),),
        below=(_("As of {day}").format(day=day),),
        blocks=(
            *_manager(reader),
            *_in_parts(
                _table(
                    _("Ordered by residents for their homes"),
                    (_("Offered service"), _("Price"), _("Who does it")),
                    [
                        (outside(one.what), price_words(one), told(one.who or one.supplier))
                        for one in homes
                    ],
                ),
                _table(
                    _("Ordered by the owners for the whole complex"),
                    (_("Offered service"), _("Price"), _("Supplier")),
                    [
                        (outside(one.what), price_words(one), told(one.supplier or one.who))
                        for one in common
                    ],
                    *_together(common_fee(reader, common)),
                ),
                (_("How to order"), tuple(_how(phone))),
            ),
            Closing((branch(reader).name, day)),
        ),
        one_sheet=True,
        code=" ".join(dict.fromkeys(one.decided for one in common if one.decided)),
    )


def _manager(reader: Reader) -> Iterator[Block]:
    manager = manager_on(reader, reader.clock.today)
    if manager is not None and manager.company:
        yield Paragraph(_("The complex is managed by {manager}.").format(manager=named(manager)))


def _in_parts(*parts: tuple[str, tuple[Block, ...]]) -> Iterator[Block]:
    """Yield the parts of the page that hold anything, numbered."""
    for place, (heading, blocks) in enumerate((part for part in parts if part[1]), 1):
        yield Heading(_("{number}. {heading}").format(number=ordinal(place), heading=heading))
        yield from blocks


def _table(
    heading: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], *below: Block
) -> tuple[str, tuple[Block, ...]]:
    if not rows:
        return heading, ()
    return heading, (Table(columns, tuple(rows), widths=(40, 28, 32)), *below)


def _together(fee: CommonFee) -> Iterator[Block]:
    if fee.monthly and fee.per_m2 and not fee.left_out:
        yield Paragraph(
            _("Together {amount} yuan a month, {each} yuan for a square metre.").format(
                amount=yuan(fee.monthly), each=yuan(fee.per_m2)
            )
        )


def _how(phone: str | None) -> Iterator[Block]:
    yield Paragraph(
        _(
            "Tell the branch or the service station what you need. The price is named before the"
            " work, and the work begins once you have signed the service slip. What is paid goes to"
            " whoever does it; the branch handles no money."
        )
    )
    if phone:
        yield Paragraph(_("Phone: {phone}").format(phone=phone))
