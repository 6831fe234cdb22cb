"""`jinlin elevator consult`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, ListingCommand, PersonalListingCommand, Verb
from jinlin.output.command.noun import VERBS


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.consent.consult_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("The consultation: what each door says."),
    usual="record",
    takes_words=True,
    later=(
        _verb("record", _("What one door says: 3-1-502 同意. The usual one.")),
        _verb(
            "list", _("Door by door: round, answer, next visit; no names."), PersonalListingCommand
        ),
        _verb("show", _("One door, round by round, with every change."), ListingCommand),
        _verb("import", _("Take over a sheet on which the answers were filled in.")),
    ),
    words={**VERBS, "记录": "record", "录入": "record"},
)
