"""`jinlin elevator split`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _, speaking
from jinlin.elevator.apportionment.result import Split
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.commands.apportionment.options import SplitWords
from jinlin.elevator.commands.apportionment.request import (
    SplitWanted,
    project_meant,
    register,
    split_wanted,
    total_said,
)
from jinlin.elevator.draft.pages import door_listing, json_record, split_record
from jinlin.elevator.project.parent import PROJECT
from jinlin.output.command.kinds import NAME
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted, table_or_record
from jinlin.store.command.command import writing


def split_(
    call: Call,
    words: SplitWords,
    project: Annotated[
        str | None,
        PROJECT.option(help=N_("A project: its entrance, cost lines and subsidies; --save binds.")),
    ] = None,
    save: Annotated[
        str | None, NAME.option(help=N_("Keep the result in the database under a name."))
    ] = None,
) -> None:
    words = total_said(call, words, project)
    if save is None:
        with register(call, words.takers, project) as reader:
            found = project_meant(reader, words.takers, project)
            asked = split_wanted(call, reader, words, found)
        _print(call, asked, split(asked.request))
        return
    from jinlin.elevator.project.plan_actions import save_plan

    with once_saved(call) as held, writing(call) as tx:
        asked = split_wanted(call, tx, words, project_meant(tx, words.takers, project))
        result = split(asked.request)
        number = save_plan(
            tx,
            save,
            result,
            building=asked.building,
            entrance=asked.entrance,
            recorded=asked.recorded,
            project=asked.project,
        )
        _print(held, asked, result, plan=number)
    _tell_saved(call, asked, number, save)


def _print(call: Call, asked: SplitWanted, result: Split, *, plan: str | None = None) -> None:
    title = _("Elevator apportionment")
    if asked.building:
        door = "-".join(part for part in (asked.building, asked.entrance) if part)
        title = _("Elevator apportionment for {building}").format(building=door)
    print_split(call, result, title=title, plan=plan)
    if len({household.entrance for _id, household in asked.recorded}) > 1:
        call.tell(
            _("Several entrances share this cost; one elevator serves one: --entrance 1."),
        )


def _tell_saved(call: Call, asked: SplitWanted, number: str, name: str) -> None:
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))
        return
    call.tell(_("Saved as plan {number} “{name}”.").format(number=number, name=name))
    if asked.project is not None:
        call.tell(
            _("A version of {project}; to put it in force: jinlin elevator adopt {number}").format(
                project=asked.project.label, number=number
            ),
        )


def print_split(call: Call, result: Split, *, title: str, plan: str | None = None) -> None:
    """Print a result: whole for people, door by door as csv, by contract as JSON."""
    target = (call.output or "").lower()
    if call.fields is not None:
        record = split_record(result, title=title, language=speaking(), limit=rows_wanted(call))
        show(call, table_or_record(call.fields, door_listing(result), record))
    elif call.json or target.endswith(".json"):
        show(call, json_record(result, plan=plan))
    elif call.csv or target.endswith((".csv", ".jsonl")):
        show(call, door_listing(result))
    else:
        limit = rows_wanted(call)
        show(call, split_record(result, title=title, language=speaking(), limit=limit))
    for warning in result.warnings:
        call.tell(_("Note: {warning}").format(warning=warning.text()))
