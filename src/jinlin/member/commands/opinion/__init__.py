"""`jinlin member opinion`: the register of employers' letters, and what the branch replies."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.member.report_in.opinions import LETTERS
from jinlin.output.command.grammar import PageCommand, PersonalListingCommand
from jinlin.output.command.verb import verb_in
from jinlin.output.register.verbs import register_family

app = register_family(
    LETTERS,
    N_(
        "Employers ask the branch's opinion of a member who reported in; facts and words, no score."
    ),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": N_("The letters, those to be replied first."),
        "add": N_("Record an employer's letter."),
        "edit": N_("Correct a letter that was not replied yet."),
        "remove": N_("Take out a letter recorded by mistake."),
    },
    own=(
        verb_in(
            __name__,
            "show",
            "show:show_",
            N_("One letter with the facts of the records."),
            PersonalListingCommand,
        ),
        verb_in(
            __name__,
            "reply",
            "reply:reply",
            N_("Record what was discussed, and that the reply went out."),
        ),
        verb_in(
            __name__,
            "letter",
            "letter:letter",
            N_("The reply as a page to be signed."),
            PageCommand,
        ),
    ),
    words={"答复": "reply"},
)
