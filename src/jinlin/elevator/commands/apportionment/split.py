"""`jinlin elevator split`."""

# ruff: noqa: ARG001  (the options reach `answer` through the context, all at once)
from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _, speaking
from jinlin.core.text import clean
from jinlin.elevator.apportionment.result import Split
from jinlin.elevator.apportionment.schemes import DEFAULT_SCHEME
from jinlin.elevator.commands.apportionment import options
from jinlin.elevator.draft.pages import door_listing, json_record, split_record
from jinlin.output.command.grammar import called
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted, table_or_record
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx


def split_(
    ctx: typer.Context,
    building: options.Building = None,
    entrance: options.Entrance = None,
    households: options.Households = None,
    floors: options.Floors = None,
    per_floor: options.PerFloor = None,
    total: options.Total = None,
    subsidy_lump: options.SubsidyLump = None,
    subsidy_rate: options.SubsidyRate = None,
    subsidy_max: options.SubsidyMax = None,
    scheme: options.SchemeName = DEFAULT_SCHEME,
    base: options.Base = None,
    step: options.Step = None,
    coefficient_table: options.CoefficientTable = None,
    free_up_to: options.FreeUpTo = None,
    free_floor: options.FreeFloor = None,
    by: options.By = None,
    cap: options.CapWord = None,
    cap_floor: options.CapFloor = None,
    cap_room: options.CapRoom = None,
    relief: options.Relief = None,
    exempt: options.Exempt = None,
    exclude: options.Exclude = None,
    round_to: options.RoundTo = "fen",
    project: Annotated[
        str | None,
        typer.Option(
            metavar="X1", help=_("A project: its entrance, cost lines and subsidies; --save binds.")
        ),
    ] = None,
    save: Annotated[
        str | None,
        typer.Option(metavar=_("NAME"), help=_("Keep the result in the database under a name.")),
    ] = None,
) -> None:
    call = called(ctx)
    name = None if save is None else clean(save)
    if name == "":
        raise UsageError(_("The plan has no name."), hint=_("Write it like --save 第一稿."))
    asked = options.answer(call, ctx.params)
    title = _("Elevator apportionment")
    if asked.building:
        door = "-".join(part for part in (asked.building, asked.entrance) if part)
        title = _("Elevator apportionment for {building}").format(building=door)
    number = None
    if name:
        with once_saved(call) as held, writing(call) as tx:
            number = _save(tx, asked, name)
            print_split(held, asked.result, title=title, plan=number)
    else:
        print_split(call, asked.result, title=title)
    stairs = {household.entrance for _id, household in asked.recorded}
    if len(stairs) > 1:
        call.tell(
            _("Several entrances share this cost; one elevator serves one: --entrance 1."),
        )
    if number:
        _tell_saved(call, asked, number, name)


def _tell_saved(call: Call, asked: options.SplitDone, number: str, name: str | None) -> None:
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


def _save(tx: Tx, asked: options.SplitDone, name: str) -> str:
    from jinlin.elevator.project.plan_actions import save_plan

    return save_plan(
        tx,
        name,
        asked.result,
        building=asked.building,
        entrance=asked.entrance,
        recorded=asked.recorded,
        project=asked.project,
    )


def print_split(call: Call, result: Split, *, title: str, plan: str | None = None) -> None:
    """Print a result: whole for people, door by door for spreadsheets, by contract as JSON."""
    target = (call.output or "").lower()
    if call.fields is not None:
        record = split_record(result, title=title, language=speaking(), limit=rows_wanted(call))
        show(call, table_or_record(call.fields, door_listing(result), record))
    elif call.json or target.endswith(".json"):
        show(call, json_record(result, plan=plan))
    elif call.csv or target.endswith((".csv", ".xlsx")):
        show(call, door_listing(result))
    else:
        limit = rows_wanted(call)
        show(call, split_record(result, title=title, language=speaking(), limit=limit))
    for warning in result.warnings:
        call.tell(_("Note: {warning}").format(warning=warning.text()))
