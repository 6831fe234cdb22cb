"""`jinlin today`: what wants doing, each with the line to type."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.cli.today.day import day_data, day_of
from jinlin.cli.today.page import page
from jinlin.core.call import Call, Environment
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.output.command.kind import flag
from jinlin.output.listing.paging import by_screens
from jinlin.output.listing.stream import handing_on, print_json
from jinlin.store.command.command import reading

FIVE: Final = (
    N_("jinlin issue add 路灯不亮 --category 公共照明"),
    "jinlin issue list",
    "jinlin issue board",
    N_("jinlin household visit 3-1-502 --result 老人身体好"),
    "jinlin --help",
)


def today(
    call: Call,
    everything: Annotated[bool, flag("--all", help=N_("All of the checklist."))] = False,
) -> None:
    print_today(call, everything=everything)


def print_first_page(environment: Environment) -> bool:
    """Print the page of a bare `jinlin`: the day, and five things to type.

    Returns:
        Whether there is a database; nothing is printed where there is none.
    """
    from jinlin.core.config import database_path

    call = Call(environment=environment, command="today")
    if not database_path(call).is_file():
        return False
    print_today(call, to_try=True)
    return True


def print_today(call: Call, *, everything: bool = False, to_try: bool = False) -> None:
    """Print what wants doing.

    Args:
        call: the command.
        everything: whether to print all of the checklist and not its beginning.
        to_try: whether to add five things to type.
    """
    stdout = call.environment.stdout
    if call.json:
        with reading(call) as reader:
            data = day_data(reader, everything=everything)
        with handing_on(stdout):
            print_json(stdout, data)
        return
    with reading(call) as reader:
        day = day_of(reader, everything=everything)
    from jinlin.output.listing.screen import screen_width

    if call.environment.window is not None:
        call.environment.window.listed(
            {item.short: item.subject for item in day.checklist},
            ["issue"],
            {str(item.number): item.subject for item in day.checklist},
        )
        day = day.without_program()
    lines = [*page(day, screen_width(call))]
    if to_try:
        lines += ["", _("Things to type:"), *(f"  {as_spoken(_(command))}" for command in FIVE)]
    with handing_on(stdout), by_screens(call) as held:
        held.environment.stdout.writelines(f"{line}\n" for line in lines)
