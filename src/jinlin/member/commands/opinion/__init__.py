"""`jinlin member opinion`: employers ask, the branch replies."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PageCommand, PersonalListingCommand
from jinlin.output.command.noun import VERBS
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


app = family(
    N_(
        "Employers ask the branch's opinion of a member who reported in; facts and words, no score."
    ),
    usual="list",
    words={**VERBS, "答复": "reply"},
    later=(
        _verb(
            "list",
            "list:list_",
            N_("The letters, those to be replied first."),
            PersonalListingCommand,
        ),
        _verb("add", "add:add", N_("Record an employer's letter.")),
        _verb(
            "show",
            "show:show_",
            N_("One letter with the facts of the records."),
            PersonalListingCommand,
        ),
        _verb(
            "reply", "reply:reply", N_("Record what was discussed, and that the reply went out.")
        ),
        _verb("letter", "letter:letter", N_("The reply as a page to be signed."), PageCommand),
        _verb("remove", "remove:remove", N_("Take out a letter recorded by mistake.")),
    ),
)
