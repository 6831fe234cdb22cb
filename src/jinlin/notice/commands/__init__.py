"""`jinlin notice`: the commands of the room, one file a task, each loaded when it is typed.

What is drawn from records and what leaves the house is composed in the room `report`, which knows
all records and everybody's name; its verbs are only named here.
"""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    Command,
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import Verb, under, verb_in

ABOVE = "jinlin.report.commands.notice"


def _verb(
    name: str, where: str, text: str, kind: type[Command] = Command, room: str = __name__
) -> Verb:
    return verb_in(room, name, where, text, kind)


app = noun(
    N_("What is posted: public notices, announcements, disclosures, notifications."),
    words={
        "张贴": "post", "发布": "post", "起草": "post", "公示": "post", "应公开": "due",
        "打印": "print", "异议": "object", "答复": "answer", "提问": "ask", "问答": "questions",
        "张贴凭证": "proof", "凭证": "proof", "撤回": "withdraw", "撤下": "proof --down",
        "事项清单": "matters", "权力清单": "powers", "小微权力清单": "powers", "网站": "site",
    },
    later=(
        *under(
            N_("To write and to post:"),
            _verb("post", "post:post", N_("Write and post a notice, or post a draft."), room=ABOVE),
            _verb(
                "edit", "edit:edit", N_("Change a draft; correct what is up, with a reason."),
                edits(N_("For example: jinlin notice edit N12 --place 3号楼公示栏"), "reason"),
            ),
            _verb("withdraw", "withdraw:withdraw", N_("Withdraw a notice, with a reason."), room=ABOVE),
            _verb("proof", "proof:proof", N_("Record that it was put up or taken down.")),
        ),
        *under(
            N_("To look and to print:"),
            _verb(
                "list", "list:list_", N_("Notices, drafts first, then the latest."),
                filtered(PersonalListingCommand, "jinlin.notice.filters:NOTICES"),
            ),
            _verb(
                "show", "show:show_", N_("One notice with all that belongs to it."),
                PersonalListingCommand,
            ),
            _verb(
                "due", "due:due", N_("What must be up by when, and what must come down."),
                ListingCommand, ABOVE,
            ),
            _verb("print", "print:print_", N_("The sheet for the board, or its result."), PageCommand, ABOVE),
            _verb("site", "site:site", N_("Everything public as a small web site in a folder."), room=ABOVE),
        ),
        *under(
            N_("Objections and questions:"),
            _verb("object", "object:object_", N_("Record an objection to a public notice.")),
            _verb("ask", "ask:ask", N_("Record a resident's question."), room=ABOVE),
            _verb("answer", "answer:answer", N_("Answer an objection or a question."), room=ABOVE),
            _verb(
                "questions", "questions:questions_", N_("Questions, those without an answer first."),
                filtered(PersonalListingCommand, "jinlin.notice.filters:QUESTIONS"),
            ),
        ),
        *under(
            N_("Lists that ship with jinlin:"),
            _verb("matters", "matters:matters_", N_("What must be public, how long, who signs."), ListingCommand),
            FamilyLater(
                "powers", module=f"{__name__}.powers", text=N_("The list of small powers: who decides what.")
            ),
        ),
    ),
)  # fmt: skip
