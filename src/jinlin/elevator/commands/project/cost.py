"""`jinlin elevator cost`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, PersonalListingCommand, Verb


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.project.cost_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("The lines that make up the cost."),
    usual="list",
    later=(
        _verb("list", _("The lines and their sum."), PersonalListingCommand),
        _verb("add", _("Add works, a reduction, or a compensation to a low floor.")),
        _verb("remove", _("Take a line out.")),
    ),
)
