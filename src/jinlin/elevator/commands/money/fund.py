"""`jinlin elevator fund`: the doors' own maintenance fund sub-accounts."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import SaidDay, day_on
from jinlin.elevator.commands.kinds import SUBJECT, BookSubject
from jinlin.elevator.commands.money.shared import (
    DayOption,
    ProjectOption,
    door_said,
    first_rows,
    project_of,
)
from jinlin.elevator.money.door_accounts import DoorAccount, works_standings
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.maintenance_fund import (
    SubAccount,
    draw_by_area,
    sub_accounts,
    taken_by_area,
    tell_balance,
)
from jinlin.elevator.project.projects import Project, project
from jinlin.output.asking import confirm
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import MONEY, TEXT
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


def fund(
    call: Call,
    what: Annotated[
        BookSubject | None, SUBJECT.argument(help=N_("A project, or a door with --balance."))
    ] = None,
    balance: Annotated[
        int | None, MONEY.option(help=N_("What the door's sub-account held before."))
    ] = None,
    source: Annotated[str | None, TEXT.option(help=N_("Who said so."))] = None,
    by_area: Annotated[
        int | None,
        MONEY.option(help=N_("Where the city takes a sum by area: both sums and the difference.")),
    ] = None,
    record: Annotated[
        bool, flag("--record", help=N_("Write it down as each door's own payment."))
    ] = False,
    on: DayOption = None,
    project_: ProjectOption = None,
) -> None:
    if balance is not None:
        _tell(call, what, project_, (balance, source, on))
        return
    if record and by_area is None:
        raise UsageError(
            _("--record needs --by-area."), hint=_("Write it like: fund X1 --by-area 8万 --record")
        )

    def taking(now: Reader) -> dict[int, int]:
        return taken_by_area(now, dues(now, which), by_area) if by_area is not None else {}

    with reading(call) as reader:
        which = project(reader, what.word if what else project_)
        owed = dues(reader, which)
        found = works_standings(reader, which, owed)
        taken = taking(reader)
        day = day_on(on, reader.clock).isoformat()
        known = sub_accounts(reader, which)
    if not record:
        show(call, first_rows(call, _listing(which, found, known, taken)))
        return
    _confirm_drawing(call, taken)
    with once_saved(call) as held, writing(call, money=True) as tx:
        owed = dues(tx, which)
        if taking(tx) != taken:
            raise _changed_meanwhile()
        count = draw_by_area(tx, which, owed.doors, taken, day)
        found = works_standings(tx, which, owed)
        held.tell(_("{count} receipts of {day} were written.").format(count=count, day=day))
        show(held, first_rows(call, _listing(which, found, known, taken)))


def _changed_meanwhile() -> RuleError:
    return RuleError(
        _("Another window changed the database meanwhile; nothing was written."),
        hint=_("Type the command again."),
    )


def _confirm_drawing(call: Call, taken: dict[int, int]) -> None:
    confirm(
        call,
        _("Write {amount} yuan as payments of {count} doors from their own sub-accounts?").format(
            amount=yuan(sum(taken.values())), count=sum(amount > 0 for amount in taken.values())
        ),
    )


def _tell(
    call: Call,
    door: BookSubject | None,
    named: str | None,
    told: tuple[int, str | None, SaidDay | None],
) -> None:
    if door is None or door.is_project:
        raise UsageError(
            _("Whose sub-account is it?"),
            hint=_("Write it like: fund 3-1-502 --balance 12000"),
        )
    balance, source, on = told
    with writing(call) as tx:
        home = door_said(tx, door.word, named)
        which = project_of(tx, home, named)
        dues(tx, which).door(home.id, home.label)
        held = SubAccount(balance, day_on(on, tx.clock).isoformat(), source)
        tell_balance(tx, which, home, held)
    done(
        call,
        _("{door}: its maintenance fund sub-account held {amount} yuan, as told on {day}.").format(
            door=home.label, amount=yuan(balance), day=held.told_on
        ),
        number=home.label,
        data={
            "door": home.label,
            "project": which.label,
            "balance_fen": balance,
            "told_on": held.told_on,
            "source": source,
        },
    )


def _listing(
    which: Project,
    found: list[DoorAccount],
    known: dict[int, SubAccount],
    taken: dict[int, int],
) -> Listing:
    rows = []
    for standing in found:
        place = standing.door.household_id
        told = known.get(place)
        drawn = taken.get(place) if taken else None
        rows.append(
            (
                standing.door.label,
                standing.door.floor,
                told.balance if told else None,
                standing.fund,
                standing.door.amount,
                drawn,
                None if drawn is None else drawn - standing.door.amount,
                told.told_on if told else None,
                told.source if told else None,
            )
        )
    area = (
        ()
        if not taken
        else (
            _(
                "By area from the sub-accounts: {amount} yuan;"
                " by the ladder the doors owe {due} yuan."
            ).format(
                amount=yuan(sum(taken.values())),
                due=yuan(sum(standing.door.amount for standing in found)),
            ),
            _("A difference above 0 is paid back to the door, one below 0 it still pays."),
        )
    )
    return Listing(
        key="doors",
        title=_("Maintenance fund sub-accounts, project {project}").format(project=which.label),
        columns=(
            Column(key="door", heading=_("Door")),
            Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
            Column(key="balance_fen", heading=_("Held before"), kind=Kind.MONEY),
            Column(key="drawn_fen", heading=_("Drawn"), kind=Kind.MONEY),
            Column(key="due_fen", heading=_("Owes"), kind=Kind.MONEY),
            Column(key="by_area_fen", heading=_("By area"), kind=Kind.MONEY),
            Column(key="difference_fen", heading=_("Difference"), kind=Kind.MONEY),
            Column(key="told_on", heading=_("Told on"), kind=Kind.DATE),
            Column(key="source", heading=_("Told by")),
        ),
        rows=rows,
        aside=frozenset(
            {"told_on", "source"} | ({"by_area_fen", "difference_fen"} if not taken else set())
        ),
        notes=area,
    )
