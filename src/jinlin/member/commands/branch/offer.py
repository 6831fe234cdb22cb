"""`jinlin branch offer`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.kinds import LAST_DAY, SaidPartyDay
from jinlin.member.management.kinds import OFFER, Audience
from jinlin.member.management.offers import OFFERS, end_offer
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PageCommand, PersonalListingCommand
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import listing_of
from jinlin.output.register.verbs import RegisterVerb
from jinlin.store.command.command import reading, writing

app = family(
    N_("What is offered to residents and ordered by the owners."),
    usual="list",
    words={"结束": "end"},
    later=(
        RegisterVerb("add", OFFERS, N_("Offer something: to residents, or for the whole complex.")),
        verb_in(
            __name__, "list", "list_",
            N_("What is offered, for how much, and by whom."), PersonalListingCommand,
        ),
        RegisterVerb("show", OFFERS, N_("One service with everything kept of it.")),
        RegisterVerb("edit", OFFERS, N_("Change what is kept of a service.")),
        verb_in(__name__, "end", "end", N_("It is offered no longer; it stays on record.")),
        verb_in(
            __package__ or "", "menu", "menu:menu", N_("What is offered, as a page for the board."),
            PageCommand,
        ),
        RegisterVerb("remove", OFFERS, N_("Take out a service that was recorded by mistake.")),
        RegisterVerb(
            "import", OFFERS, N_("Take a list of services from an xlsx, xls or csv file.")
        ),
        RegisterVerb("export", OFFERS, N_("All services into a file that can be imported.")),
        RegisterVerb("template", OFFERS),
    ),
)  # fmt: skip


def list_(
    call: Call,
    complex: Annotated[  # noqa: A002  (as it is typed)
        bool, flag("--complex", help=N_("What the owners order for all, and its sum."))
    ] = False,
) -> None:
    with reading(call) as reader:
        found = OFFERS.rows(reader)
        notes: tuple[str, ...] = ()
        if complex:
            from jinlin.member.management.common_fee import common_fee

            found = [one for one in found if one.audience is Audience.COMPLEX]
            today = reader.clock.today.isoformat()
            fee = common_fee(reader, [one for one in found if one.offered_on(today)])
            notes = (fee.told,) if found else ()
    listing = listing_of(OFFERS, found, rows_wanted(call))
    show(call, listing._replace(notes=(*listing.notes, *notes)))


def end(
    call: Call,
    which: Annotated[
        str,
        OFFER.argument(help=N_("Its number, or its name."), asked=AskedFor(N_("Which service"))),
    ],
    on: Annotated[
        SaidPartyDay | None,
        LAST_DAY.option("--date", help=N_("Its last day; today if left out.")),
    ] = None,
) -> None:
    with writing(call) as tx:
        day = on.on(tx.clock) if on else tx.clock.today.isoformat()
        ended = end_offer(tx, OFFERS.find(tx, which), on=day)
    done(
        call,
        _("{number} {what} is offered until {day}.").format(
            number=ended.label, what=ended.what, day=day
        ),
        number=ended.label,
        data={"number": ended.label, "what": ended.what, "until": day},
    )
