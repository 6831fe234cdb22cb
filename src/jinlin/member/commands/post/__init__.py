"""`jinlin member post`: who sits where."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, edits
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


app = family(
    N_("Who sits where: posts in the branch and in the other bodies, their terms and conflicts."),
    usual="show",
    takes_words=True,
    words={"卸任": "end"},
    later=(
        _verb(
            "show",
            "show:show_",
            N_("Who holds which posts, across all bodies, on a day."),
            ListingCommand,
        ),
        _verb("list", "list:list_", N_("Who holds what, on a day or ever."), ListingCommand),
        _verb("add", "add:add", N_("Record that somebody holds a post.")),
        _verb("end", "end:end", N_("Record that somebody no longer holds a post.")),
        _verb(
            "edit",
            "edit:edit",
            N_("Correct the days, the source or the title of a post."),
            edits(N_('For example: --from 2024-03-01, or --to "" for no end.')),
        ),
        _verb("remove", "remove:remove", N_("Take out a post recorded by mistake.")),
    ),
)
