"""`jinlin elevator ballot`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import Command, ListingCommand, Verb
from jinlin.output.command.noun import VERBS


def _verb(name: str, text: str, kind: type[Command] = Command) -> Verb:
    module = "jinlin.elevator.commands.consent.ballot_verbs"
    return Verb(name, module=module, function=f"{name}_", text=text, kind=kind)


app = family(
    _("The ballot: open it, record votes, end it."),
    usual="record",
    takes_words=True,
    later=(
        _verb("record", _("The vote of one door: 3-1-502 同意. The usual one.")),
        _verb("open", _("Open a ballot on the version in force.")),
        _verb("end", _("End it before its day, since the scheme is to change.")),
        _verb("list", _("Who has voted, door by door; no names."), ListingCommand),
        _verb("import", _("Take over a sheet on which the votes were filled in.")),
    ),
    words={**VERBS, "记录": "record", "录入": "record", "开始": "open", "发起": "open",
           "终止": "end", "结束": "end"},
)  # fmt: skip
