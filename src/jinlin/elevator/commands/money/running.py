"""`jinlin elevator running`: what the lift costs month by month."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.rules.address import label
from jinlin.core.call import Call
from jinlin.core.clock import parse_day, parse_month
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.elevator.commands.money.shared import Reason, first_rows, is_project
from jinlin.elevator.commands.shared import kept
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.running_costs import RunningMonth, enter_month, month_shares, months
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.running_split import Running
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

Cost = Annotated[str | None, typer.Option(metavar=_("MONEY"), help=_("What it cost (yuan)."))]


def running(
    call: Call,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[X1] [2026-10]",
            help=_("The project, and the month; without a month all are listed."),
        ),
    ] = None,
    power: Cost = None,
    inspection: Cost = None,
    maintenance: Cost = None,
    repair: Cost = None,
    other: Cost = None,
    due: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("By when the doors pay it; otherwise today.")),
    ] = None,
    reason: Reason = None,
) -> None:
    asked = list(words or ())
    number = asked.pop(0) if asked and is_project(asked[0]) else None
    if len(asked) > 1:
        raise UsageError(
            _("One month at a time."), hint=_("Write it like: running X1 2026-10 --power 320")
        )
    given = {
        Running.POWER: power,
        Running.INSPECTION: inspection,
        Running.MAINTENANCE: maintenance,
        Running.REPAIR: repair,
        Running.OTHER: other,
    }
    costs = {kind: parse_money(text) for kind, text in given.items() if text is not None}
    if costs and not asked:
        raise UsageError(
            _("Which month is it?"), hint=_("Write it like: running X1 2026-10 --power 320")
        )
    with reading(call) as reader:
        which = project(reader, number)
        month = str(parse_month(asked[0], reader.clock, booked=bool(costs))) if asked else None
        due_on = (
            parse_day(due, reader.clock, planned=True) if due else reader.clock.today
        ).isoformat()
        if not costs:
            if month is None:
                show(call, _all(which, months(reader, which)))
            else:
                show(call, _month(call, reader, which, month))
            return
        corrected = any(one.month == month for one in months(reader, which)) and kept(reason)
    if corrected:
        safeguard(call)
    with once_saved(call) as held, writing(call) as tx:
        owed = dues(tx, which)
        enter_month(tx, which, owed, month or "", costs, due_on=due_on, reason=kept(reason))
        show(held, _month(held, tx, which, month or ""))
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))


def _month(call: Call, reader: Reader, which: Project, month: str) -> Record:
    found = next((m for m in months(reader, which) if m.month == month), None)
    if found is None:
        raise NotFoundError(
            _("{month} was not entered.").format(month=month),
            hint=_("Enter it: jinlin elevator running {project} {month} --power 320").format(
                project=which.label, month=month
            ),
        )
    shares = Listing(
        key="doors",
        title=_("What each door owes for it"),
        columns=(
            Column(key="door", heading=_("Door")),
            Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
            Column(key="amount_fen", heading=_("Yuan"), kind=Kind.MONEY),
        ),
        rows=[
            (label(share.building, share.entrance, share.room), share.floor, share.amount)
            for share in month_shares(reader, found)
        ],
    )
    return Record(
        title=_("Running costs of {month}, project {project}").format(
            month=month, project=which.label
        ),
        columns=_columns(),
        values=_values(found),
        listings=(first_rows(call, shares),),
        notes=(_("Paid with: jinlin elevator pay DOOR MONEY --running"),),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="month", heading=_("Month")),
        *(Column(key=f"{kind}_fen", heading=kind.label, kind=Kind.MONEY) for kind in Running),
        Column(key="total_fen", heading=_("Together"), kind=Kind.MONEY),
        Column(key="due_on", heading=_("Payable by"), kind=Kind.DATE),
        Column(key="reason", heading=_("Corrected because")),
    )


def _values(month: RunningMonth) -> tuple[object, ...]:
    return (
        month.month,
        month.power,
        month.inspection,
        month.maintenance,
        month.repair,
        month.other,
        month.total,
        month.due_on,
        month.reason,
    )


def _all(which: Project, found: list[RunningMonth]) -> Listing:
    return Listing(
        key="months",
        title=_("Running costs of project {project}").format(project=which.label),
        columns=_columns(),
        rows=[_values(month) for month in found],
        aside=frozenset({"reason"}),
        notes=(
            _("{count} months, {amount} yuan.").format(
                count=len(found), amount=yuan(sum(month.total for month in found))
            ),
        )
        if found
        else (),
        empty=_(
            "No month is entered yet: jinlin elevator running {project} 2026-10 --power 320"
        ).format(project=which.label),
    )
