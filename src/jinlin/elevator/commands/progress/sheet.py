"""`jinlin elevator sheet`: one page a door to carry from door to door, and the leader's list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from jinlin.complex.building.queries import complex_name
from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.consent.sheets import doors_asked, write_form_of
from jinlin.elevator.consent.doors import (
    PaperDoor,
    check_inside,
    paper_door,
    project_of_door,
)
from jinlin.elevator.progress.door_sheets import (
    DoorSheet,
    Occasion,
    SheetPaper,
    door_sheets,
    occasion,
)
from jinlin.elevator.project.projects import project
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import choice
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.store.command.command import reading


def sheet_(
    call: Call,
    home: Annotated[
        str | None, HOME.argument(help=N_("Such as 3-1-502, 3-502 or 3号楼1单元502室."))
    ] = None,
    all_: Annotated[bool, flag("--all", help=N_("A page for every door."))] = False,
    again: shared.Again = False,
    list_: Annotated[
        bool, flag("--list", help=N_("The leader's list instead, also as .xlsx to fill in."))
    ] = False,
    paper: Annotated[
        SheetPaper | None,
        choice(SheetPaper, called=N_("WHICH PAPER")).option(
            "--for", help=N_("征求意见, 表决 or 出资约定; else what is due.")
        ),
    ] = None,
    number: shared.Project = None,
) -> None:
    from jinlin.elevator.progress.door_list_page import list_page
    from jinlin.elevator.progress.door_sheet_pages import sheet_page

    filled = list_ and (call.output or "").lower().endswith(".xlsx")
    if not filled:
        check_page(call, also=(".xlsx",) if list_ else ())
    if sum((home is not None, all_, again and not list_)) != 1 and not list_:
        raise UsageError(
            _("For which doors?"),
            hint=_("Name one, like 3-1-502, or give --all, --again or --list."),
        )
    with reading(call) as reader:
        if home is not None:
            found, place = project_of_door(reader, number, home)
        else:
            found, place = project(reader, number), None
        about = occasion(reader, found, paper=paper, name=complex_name(reader))
        if place is None:
            doors = doors_asked(reader, about, again=again)
        else:
            doors = [paper_door(reader, found, place)]
        if filled:
            write_form_of(call, reader, about, doors)
            return
        for door in doors:
            check_inside(found, door)
        sheets = [] if list_ else door_sheets(reader, about, doors)
        today = reader.clock.today
    if list_:
        pages = [list_page(about, doors, today=today)]
        show_pages(call, pages, data=_list_data(about, doors), template=_("list of doors"))
    else:
        pages = [sheet_page(about, one, today=today) for one in sheets]
        show_pages(call, pages, data=_data(about, sheets), template=_("sheet for one door"))


def _list_data(about: Occasion, doors: Sequence[PaperDoor]) -> dict[str, Any]:
    from jinlin.elevator.progress.door_list_page import state_words

    return {
        "project": about.project.label,
        "paper": about.paper.value,
        "doors": [
            {
                "household": door.label,
                "floor": door.floor,
                "round": door.opinion_round,
                "state": state_words(about.paper, door),
                "next_on": door.next_on,
            }
            for door in doors
        ],
    }


def _data(about: Occasion, sheets: Sequence[DoorSheet]) -> dict[str, Any]:
    return {
        "project": about.project.label,
        "paper": about.paper.value,
        "plan": about.plan.label if about.plan else None,
        "sheets": [
            {
                "number": sheet.number,
                "household": sheet.door.label,
                "amount_fen": sheet.share.amount if sheet.share else None,
                "advance_fen": sheet.advance,
            }
            for sheet in sheets
        ],
    }
