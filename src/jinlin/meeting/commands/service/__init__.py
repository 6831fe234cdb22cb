"""`jinlin service`: service days with words and numbers of their own."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import ListingCommand, PageCommand, PersonalListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


class _KindCommand(ListingCommand):
    """It shows what is usual, and empties it where an option says so."""

    clears = True


app = noun(
    N_("Service days (爱心日、义务劳动): who served, what for how many residents."),
    words={"完成": "done", "公开": "page", "报名表": "sheet", "类型": "kind"},
    later=(
        _verb("done", "done:done_", N_("A service day was held: who served, and how many residents.")),
        _verb("add", "add:add", N_("Plan a service day; prints what goes into the group.")),
        _verb(
            "list", "list:list_", N_("The service days, the latest first."),
            filtered(PersonalListingCommand, "jinlin.meeting.service.days:SERVICE_DAYS"),
        ),
        _verb("show", "show:show_", N_("One service day with its volunteers and numbers."), PersonalListingCommand),
        _verb("page", "page:page", N_("What was served, for the board; teams are thanked, nobody is named."), PageCommand),
        _verb("sheet", "sheet:sheet", N_("The sheet volunteers sign, with the list to tick beforehand."), PageCommand),
        _verb("kind", "kind:kind", N_("What is usual of a kind of service day, and how it was kept."), _KindCommand),
    ),
)  # fmt: skip
