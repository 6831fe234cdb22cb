"""`jinlin elevator agreement`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, ListingCommand, Verb
from jinlin.output.command.noun import VERBS


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.consent.agreement_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("The payment agreements that are signed."),
    usual="record",
    takes_words=True,
    later=(
        _verb("record", _("One door signed: 3-1-502. The usual one.")),
        _verb("withdraw", _("A door withdrew; the agreement stays on record.")),
        _verb("list", _("Which doors signed, over how much; no names."), ListingCommand),
        _verb("import", _("Take over a sheet on which the signatures were filled in.")),
    ),
    words={**VERBS, "记录": "record", "签订": "record", "撤回": "withdraw"},
)
