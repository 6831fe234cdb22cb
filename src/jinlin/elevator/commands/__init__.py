"""The commands of the room, one file a task."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.elevator.commands import money
from jinlin.elevator.commands.explain import explain
from jinlin.elevator.commands.plans import list_, show_
from jinlin.elevator.commands.schemes import schemes
from jinlin.elevator.commands.split import split_
from jinlin.output.grammar import ListingCommand, noun

app = noun(_("Who pays how much for the elevator."), later=money.verbs(), words=money.WORDS)
app.command("split", cls=ListingCommand, help=_("Share the cost among the households."))(split_)
app.command("explain", cls=ListingCommand, help=_("Say in words how a door's amount came about."))(
    explain
)
app.command("list", cls=ListingCommand, help=_("The saved plans."))(list_)
app.command("show", cls=ListingCommand, help=_("One saved plan, floor by floor."))(show_)
app.command("schemes", cls=ListingCommand, help=_("The schemes there are."))(schemes)
