"""`jinlin elevator affected`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, PersonalListingCommand, Verb
from jinlin.output.command.noun import VERBS


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.consent.affected_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("Owners whom the works touch."),
    usual="list",
    later=(
        _verb(
            "list",
            _("Who is affected, how, and whether it is settled."),
            PersonalListingCommand,
        ),
        _verb("add", _("Record an owner whose light, air or passage is touched.")),
        _verb("object", _("The owner objected in writing.")),
        _verb("settle", _("It was settled with the owner, in writing.")),
        _verb("remove", _("Take out what was recorded by mistake.")),
    ),
    words={**VERBS, "异议": "object", "反对": "object", "了结": "settle", "达成": "settle",
           "协议": "settle"},
)  # fmt: skip
