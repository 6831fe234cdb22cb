"""`jinlin elevator ballot`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, TemplateCommand
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)

app = family(
    N_("The ballot: open it, record votes, end it."),
    usual="record",
    takes_words=True,
    later=(
        _verb("record", "record:record_", N_("The vote of one door: 3-1-502 同意. The usual one.")),
        _verb("open", "open:open_", N_("Open a ballot on the version in force.")),
        _verb("end", "end:end_", N_("End it before its day, since the scheme is to change.")),
        _verb("list", "list:list_", N_("Who has voted, door by door; no names."), ListingCommand),
        _verb(
            "template", "template:template",
            N_("A form with every door, to be filled in and imported."), TemplateCommand,
        ),
        _verb("import", "import_:import_", N_("Import a sheet with the votes filled in.")),
    ),
    words={"记录": "record", "录入": "record", "发起": "open", "开始": "open",
           "终止": "end", "结束": "end"},
)  # fmt: skip
