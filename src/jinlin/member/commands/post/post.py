"""`jinlin member post`: who sits where."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, ListingCommand, Verb


def _verb(name: str, function: str, text: str, kind: type[Command] = Command) -> Verb:
    file = "post.show" if kind is ListingCommand else "post.add"
    return Verb(
        name, module=f"jinlin.member.commands.{file}", function=function, text=text, kind=kind
    )


app = family(
    _("Who sits where: posts in the branch and in the other bodies, their terms and conflicts."),
    usual="show",
    takes_words=True,
    later=(
        _verb("show", "show_", _("The cross-posting picture of a day."), ListingCommand),
        _verb("list", "list_", _("Who holds what, on a day or ever."), ListingCommand),
        _verb("add", "add", _("Record that somebody holds a post.")),
        _verb("end", "end", _("Record that somebody no longer holds a post.")),
        _verb("edit", "edit", _("Correct the days, the source or the title of a post.")),
        _verb("remove", "remove", _("Take out a post recorded by mistake.")),
    ),
)
