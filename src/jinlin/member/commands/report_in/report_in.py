"""`jinlin member report-in`: double registration and the services claimed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalListingCommand, verb_in

_verb = partial(verb_in, f"{__name__}_verbs")


app = family(
    _("Members who work elsewhere report in where they live, claim a service and do it."),
    usual="add",
    takes_words=True,
    later=(
        _verb("add", "add", _("Record that somebody reported in.")),
        _verb("claim", "claim", _("Record which service somebody claimed.")),
        _verb("done", "done_", _("Record a service done, claimed before or not.")),
        _verb("list", "list_", _("Persons, person-times and hours."), PersonalListingCommand),
    ),
)
