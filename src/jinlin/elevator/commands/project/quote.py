"""`jinlin elevator quote`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, PersonalListingCommand, Verb
from jinlin.output.command.noun import VERBS


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.project.quote_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("Quotes side by side; the one that is chosen."),
    usual="list",
    later=(
        _verb("list", _("The quotes, the lowest first."), PersonalListingCommand),
        _verb("add", _("Record a quote.")),
        _verb("accept", _("Choose a quote; it becomes part of the cost.")),
        _verb("remove", _("Take out a quote that was recorded by mistake.")),
    ),
    words={**VERBS, "选定": "accept", "采纳": "accept", "中标": "accept"},
)
