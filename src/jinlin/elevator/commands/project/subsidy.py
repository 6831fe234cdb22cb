"""`jinlin elevator subsidy`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, PersonalListingCommand, Verb


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.project.subsidy_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("The subsidies, and how far each has come."),
    usual="list",
    later=(
        _verb("list", _("The subsidies, with state, day and source."), PersonalListingCommand),
        _verb("add", _("Record a subsidy.")),
        _verb("edit", _("Say how far it has come, or correct it.")),
        _verb("remove", _("Take out one that will not come.")),
    ),
)
