"""`jinlin issue`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.grammar import Command, ListingCommand, PersonalListingCommand, Verb, noun


def _verb(name: str, where: str, text: str, kind: type[Command] = Command) -> Verb:
    file, _colon, function = where.partition(":")
    return Verb(name, module=f"{__name__}.{file}", function=function, text=text, kind=kind)


app = noun(
    _("What residents bring, from report to satisfaction."),
    later=(
        _verb("add", "adding:add", _("Record an issue: a title and a category are enough.")),
        _verb("list", "listing:list_", _("Issues, open and most urgent first."), ListingCommand),
        _verb("show", "showing:show_", _("One issue with its history."), PersonalListingCommand),
        _verb("note", "steps:note", _("Write a note into the history of an issue.")),
        _verb("assign", "steps:assign", _("Say who is in charge: a person, a body, or both.")),
        _verb("close", "steps:close", _("Close an issue, solved or not.")),
        _verb("reopen", "steps:reopen", _("Open a closed issue again.")),
        _verb("rate", "steps:rate", _("Record how satisfied the resident is.")),
        _verb("edit", "editing:edit", _("Correct what was recorded.")),
        _verb("import", "importing:import_", _("Take over issues from an xlsx or csv file.")),
        _verb(
            "categories",
            "categories:categories_",
            _("The categories with their limits."),
            ListingCommand,
        ),
    ),
)
