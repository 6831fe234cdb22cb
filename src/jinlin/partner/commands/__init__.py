"""`jinlin partner`: the register of partners, and what they promise and give."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.grammar import PersonalListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import RegisterVerb
from jinlin.partner.record.partners import PARTNERS

_verb = partial(verb_in, __name__)

app = noun(
    N_("Partners (共建单位): agreements, what they promise and give."),
    words={"支持": "support", "到位": "receive", "落空": "drop", "终止": "end"},
    later=(
        FamilyLater(
            "support",
            module=f"{__name__}.supporting",
            text=N_("Record what a partner gives or promises."),
        ),
        _verb("receive", "receive:receive_", N_("What was promised has come.")),
        _verb("drop", "drop:drop_", N_("What was promised will not come.")),
        RegisterVerb("add", PARTNERS, N_("Record a partner.")),
        _verb("list", "list:list_", N_("The partners; or what is needed, ready, or under way."), PersonalListingCommand),
        _verb("show", "show:show_", N_("One partner with what it promised and gave."), PersonalListingCommand),
        RegisterVerb("edit", PARTNERS, N_("Change what is kept of a partner.")),
        _verb("end", "end:end_", N_("The agreement is over; the partner stays on record.")),
        RegisterVerb("remove", PARTNERS, N_("Take out a partner that was recorded by mistake.")),
        RegisterVerb("import", PARTNERS, N_("Take a list of partners from an xlsx, xls or csv file.")),
        RegisterVerb("export", PARTNERS, N_("All partners into a file that can be imported.")),
        RegisterVerb("template", PARTNERS),
    ),
)  # fmt: skip
