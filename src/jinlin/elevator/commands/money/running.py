"""`jinlin elevator running`: what the lift costs month by month."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple, TypeAlias

from jinlin.complex.rules.address import label
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import SaidDay, SaidMonth, day_on, month_booked
from jinlin.core.said import month as said_month
from jinlin.elevator.commands.money.shared import first_rows
from jinlin.elevator.commands.shared import FirstProject
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.running_costs import RunningMonth, enter_month, month_shares, months
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.running_split import Running
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import MONEY, PLANNED_DAY, TEXT
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

Cost: TypeAlias = Annotated[int | None, MONEY.option(help=N_("What it cost (yuan)."))]


class CostWords(NamedTuple):
    """What a month cost (fen), by its kind."""

    power: Cost = None
    inspection: Cost = None
    maintenance: Cost = None
    repair: Cost = None
    other: Cost = None


class SaidRunningMonth(NamedTuple):
    """A month as it was said: one that is looked at, or for which costs are entered."""

    shown: SaidMonth
    booked: SaidMonth


def _month_said(text: str) -> SaidRunningMonth:
    return SaidRunningMonth(said_month(text), month_booked(text))


MONTH: Final = WordKind("month", N_("MONTH"), _month_said)


def running(
    call: Call,
    number: FirstProject = None,
    said: Annotated[
        SaidRunningMonth | None,
        MONTH.argument(called="2026-10", help=N_("The month; without it all are listed.")),
    ] = None,
    *,
    words: CostWords,
    due: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("By when the doors pay it; otherwise today."))
    ] = None,
    reason: Annotated[str | None, TEXT.option(help=N_("Why."))] = None,
) -> None:
    costs = {Running(kind): fen for kind, fen in words._asdict().items() if fen is not None}
    if costs and said is None:
        raise UsageError(
            _("Which month is it?"), hint=_("Write it like: running X1 2026-10 --power 320")
        )
    with reading(call) as reader:
        which = project(reader, number)
        month = str((said.booked if costs else said.shown).on(reader.clock)) if said else None
        due_on = day_on(due, reader.clock).isoformat()
        if not costs:
            if month is None:
                show(call, _all(which, months(reader, which)))
            else:
                show(call, _month(call, reader, which, month))
            return
        corrected = any(one.month == month for one in months(reader, which)) and reason
    if corrected:
        safeguard(call)
    with once_saved(call) as held, writing(call, money=True) as tx:
        owed = dues(tx, which)
        enter_month(tx, which, owed, month or "", costs, due_on=due_on, reason=reason)
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
    shares = Listing.of(
        "doors",
        _("What each door owes for it"),
        (
            Cell(
                "door", _("Door"), lambda share: label(share.building, share.entrance, share.room)
            ),
            Cell("floor", _("Floor"), kind=Kind.INTEGER),
            Cell("amount_fen", _("Yuan"), "amount", Kind.MONEY),
        ),
        month_shares(reader, found),
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
