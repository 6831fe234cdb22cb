"""`jinlin branch task`: what street or community gave the branch to do, and how far it is."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.core.text import clean
from jinlin.member.branch.tasks import DONE, TASKS, parse_done, report_progress, steps
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalListingCommand
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import COME_DAY, TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.register.pages import page_of
from jinlin.output.register.verbs import RegisterVerb
from jinlin.store.command.command import reading, writing

TASK: Final = WordKind("task", "3", clean)
DONE_SO_FAR: Final = WordKind("percent", "60%", parse_done)
app = family(
    N_("Tasks given by street or community, and how far they are."),
    usual="list",
    words={"进展": "progress"},
    later=(
        RegisterVerb("add", TASKS, N_("Record a task that was given to the branch.")),
        RegisterVerb("list", TASKS, N_("All tasks and how far they are, the first due first.")),
        verb_in(__name__, "progress", "progress", N_("Say how far a task is.")),
        verb_in(
            __name__, "show", "show_", N_("One task with all that was said of it."),
            PersonalListingCommand,
        ),
        RegisterVerb("edit", TASKS, N_("Change what is kept of a task.")),
        RegisterVerb("remove", TASKS, N_("Take out a task that was recorded by mistake.")),
        RegisterVerb("import", TASKS, N_("Take the street's list from an xlsx, xls or csv file.")),
        RegisterVerb("export", TASKS, N_("All tasks into a file that can be imported.")),
        RegisterVerb("template", TASKS),
    ),
)  # fmt: skip


def show_(
    call: Call,
    which: Annotated[
        str, TASK.argument(help=N_("Its number, or what it is."), asked=AskedFor(N_("Which task")))
    ],
) -> None:
    with reading(call) as reader:
        task = TASKS.find(reader, which)
        said = steps(reader, task)
    listing = Listing.of(
        "progress",
        _("How far it was"),
        (
            Cell("day", _("Date"), lambda row: row[0], Kind.DATE),
            Cell("percent", _("Done (%)"), lambda row: row[1], Kind.INTEGER),
            Cell("text", _("Progress made"), lambda row: row[2], personal=Personal.TEXT),
        ),
        said,
        empty=_("Nothing was said of it yet."),
    )
    show(call, page_of(TASKS, task)._replace(listings=(listing,)))


def progress(
    call: Call,
    which: Annotated[
        str, TASK.argument(help=N_("Its number, or what it is."), asked=AskedFor(N_("Which task")))
    ],
    percent: Annotated[
        int,
        DONE_SO_FAR.argument(
            help=N_("How much of it is done; 100 is all."), asked=AskedFor(N_("How much is done"))
        ),
    ],
    text: Annotated[str | None, TEXT.argument(help=N_("What was done, in words."))] = None,
    on: Annotated[
        SaidDay | None, COME_DAY.option("--date", help=N_("When; today if not given."))
    ] = None,
) -> None:
    with writing(call) as tx:
        day = day_on(on, tx.clock).isoformat()
        task, before = report_progress(tx, which, percent=percent, text=text, day=day)
    done(
        call,
        (
            _("Task {number} “{what}” is done.")
            if task.percent == DONE
            else _("Task {number} “{what}” is done to {percent}% (before: {before}%).")
        ).format(number=task.label, what=task.what, percent=task.percent, before=before),
        number=task.label,
        data={
            "number": task.number,
            "task": task.what,
            "percent": task.percent,
            "before": before,
            "text": task.told,
            "date": task.told_on,
        },
    )
