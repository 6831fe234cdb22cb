"""`jinlin issue`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    Command,
    ExportCommand,
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import under, verb_in

_verb = partial(verb_in, __name__)
_filtered = partial(filtered, where="jinlin.issue.lists.filters:ISSUES")


app = noun(
    N_("What residents bring, from report to satisfaction."),
    words={
        "报到": "arrive",
        "上门": "visit",
        "部门报到": "arrive",
        "议题": "agenda",
        "公开栏": "board",
        "全程": "trace",
        "统计": "stats",
        "答复": "reply",
        "答复模板": "replies",
        "筛选": "filter",
        "批量": "bulk",
        "上门单": "visits",
    },
    later=(
        *under(
            N_("To record and to look:"),
            _verb(
                "add", "record.add:add", N_("Record an issue: a title and a category are enough.")
            ),
            _verb(
                "list",
                "lists.list:list_",
                N_("Issues, open and most urgent first."),
                _filtered(PersonalListingCommand),
            ),
            _verb(
                "show",
                "lists.show:show_",
                N_("One issue with its history."),
                PersonalListingCommand,
            ),
            _verb("note", "steps.note:note", N_("Write a note into the history of an issue.")),
            _verb(
                "edit",
                "record.edit:edit",
                N_("Correct what was recorded."),
                edits(N_("Name it by an option; see: jinlin issue edit --help")),
            ),
        ),
        *under(
            N_("On the way:"),
            _verb(
                "assign",
                "steps.assign:assign",
                N_("Say who is in charge, who does it, who is told."),
            ),
            _verb("accept", "steps.accept:accept", N_("Whoever is in charge takes it on.")),
            _verb(
                "hand-back", "steps.hand_back:hand_back", N_("Whoever was in charge gives it back.")
            ),
            _verb("visit", "steps.visit:visit", N_("Somebody went to the door or the place.")),
            _verb("urge", "steps.urge:urge", N_("Somebody was urged on; it is counted.")),
            _verb(
                "consult",
                "steps.consult:consult",
                N_("It is being talked over with those concerned."),
            ),
            _verb(
                "defer", "steps.defer:defer", N_("Let it rest until a day; it is back by itself.")
            ),
            _verb("resume", "steps.resume:resume", N_("Take it up again in the complex.")),
            _verb("partly", "steps.partly:partly", N_("Part of it is settled; it stays open.")),
        ),
        *under(
            N_("Up to the street, and the departments:"),
            _verb("agenda", "escalation.agenda:agenda", N_("Put it on the Friday agenda.")),
            _verb(
                "escalate",
                "escalation.escalate:escalate",
                N_("Report it upward and print the request."),
                PageCommand,
            ),
            _verb("call", "escalation.call:call_", N_("The street called departments.")),
            _verb(
                "arrive", "escalation.arrive:arrive", N_("A department reported in at the site.")
            ),
            _verb(
                "joint",
                "escalation.joint:joint",
                N_("What was done together with the departments."),
            ),
            _verb(
                "score",
                "escalation.score:score",
                N_("How a department did, for the street's reference."),
            ),
        ),
        *under(
            N_("To the end:"),
            _verb("close", "ending.close:close", N_("Close an issue, solved or not.")),
            _verb("decline", "ending.decline:decline", N_("Decline an issue, and say why.")),
            _verb("reopen", "ending.reopen:reopen", N_("Open a closed issue again.")),
            FamilyLater(
                "rate",
                module=f"{__name__}.ending.rating",
                text=N_("Record how satisfied residents are."),
            ),
            _verb("check", "ending.check:check", N_("The branch's own check of the result.")),
            _verb("reply", "ending.reply:reply", N_("What to tell the resident, ready to paste.")),
        ),
        *under(
            N_("Issues and homes that belong together:"),
            _verb("link", "steps.link:link", N_("Issues that have to do with each other.")),
            _verb("merge", "steps.merge:merge", N_("An issue that repeats another one.")),
            _verb("affects", "steps.affects:affects", N_("Further homes that an issue affects.")),
        ),
        *under(
            N_("Lists and figures:"),
            _verb(
                "trace",
                "lists.trace:trace_",
                N_("The whole way of one issue."),
                PersonalListingCommand,
            ),
            _verb(
                "visits",
                "lists.visits:visits",
                N_("The doors to go to, by building and floor; as a sheet: -o x.docx."),
                _filtered(PersonalListingCommand),
            ),
            _verb(
                "slip",
                "lists.slip:slip",
                N_("An order as a sheet to be signed at the door."),
                PageCommand,
            ),
            _verb(
                "board",
                "lists.board:board",
                N_("The board everybody may see: no names."),
                _filtered(ListingCommand),
            ),
            _verb(
                "stats",
                "lists.stats:stats_",
                N_("Figures of a period."),
                _filtered(PersonalListingCommand),
            ),
        ),
        *under(
            N_("Many at once:"),
            _verb(
                "bulk",
                "many.bulk:bulk_",
                N_("The same change to all open issues that a filter chooses."),
                _filtered(Command),
            ),
            _verb(
                "filter",
                "many.filter:filter_",
                N_("Filters kept under a name."),
                _filtered(ListingCommand),
            ),
            _verb(
                "import",
                "many.import_:import_",
                N_("Import issues from an xlsx or csv file."),
            ),
            _verb(
                "export",
                "many.export:export_",
                N_("The notebook into a file; Open311; moments."),
                _filtered(ExportCommand),
            ),
        ),
        *under(
            N_("How it is set up:"),
            _verb(
                "categories",
                "setup.categories:categories_",
                N_("The categories with their limits."),
                ListingCommand,
            ),
            _verb(
                "category",
                "setup.category:category",
                N_("Change the limits of a category from a day on, or make one of your own."),
            ),
            _verb(
                "replies",
                "ending.replies:replies",
                N_("The texts of replies, your own too."),
                ListingCommand,
            ),
        ),
    ),
)
