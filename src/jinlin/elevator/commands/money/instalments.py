"""`jinlin elevator instalments`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.elevator.commands.shared import FirstProject
from jinlin.elevator.money.account import set_terms
from jinlin.elevator.money.door_accounts import DoorAccount, terms, works_standings
from jinlin.elevator.money.dues import dues
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.books import allocate
from jinlin.elevator.rules.instalments import InstalmentTerm, SaidTerm, parse_term
from jinlin.output.command.kind import WordKind
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing

TERM: Final = WordKind("instalment", N_("INSTALMENT..."), parse_term)


def instalments(
    call: Call,
    number: FirstProject = None,
    said: Annotated[
        list[SaidTerm] | None,
        TERM.argument(
            help=N_("Such as 30%@签约@2026-12-01 40%@进场 30%@验收; without any they are shown.")
        ),
    ] = None,
) -> None:
    with reading(call) as reader:
        which = project(reader, number)
        agreed = [
            InstalmentTerm(name, rate, day.on(reader.clock).isoformat() if day else None)
            for rate, name, day in said or ()
        ]
    if agreed:
        _set(call, which, agreed)
        return
    with reading(call) as reader:
        agreed = terms(reader, which)
        found = works_standings(reader, which, dues(reader, which))
    show(call, _listing(which, agreed, found))


def _set(call: Call, which: Project, agreed: list[InstalmentTerm]) -> None:
    short = call.json or call.quiet or call.dry_run
    with once_saved(call) as held, writing(call) as tx:
        set_terms(tx, which, agreed)
        agreed = terms(tx, which)
        if not short:
            found = works_standings(tx, which, dues(tx, which))
            show(held, _listing(which, agreed, found))
    if short:
        done(
            call,
            _("{project}: {count} instalments.").format(project=which.label, count=len(agreed)),
            number=which.label,
            data={"project": which.label, "instalments": len(agreed)},
        )


def _listing(which: Project, agreed: list[InstalmentTerm], found: list[DoorAccount]) -> Listing:
    asked = [0] * len(agreed)
    filled = [0] * len(agreed)
    whole = settled = 0
    for standing in found:
        parts = [part.amount for part in standing.parts]
        if len(parts) != len(agreed):  # it owes all at once
            whole += standing.door.amount
            settled += min(standing.door.amount, max(0, standing.balance.net))
            continue
        for place, part in enumerate(allocate(parts, standing.balance.net)):
            asked[place] += parts[place]
            filled[place] += part
    rows: list[tuple[object, ...]] = [
        (place, term.name or None, term.rate, term.due_on, asked[place - 1], filled[place - 1])
        for place, term in enumerate(agreed, 1)
    ]
    if whole and agreed:
        rows.append((len(agreed) + 1, _("all at once"), None, None, whole, settled))
    return Listing(
        key="instalments",
        title=_("Instalments of project {project}").format(project=which.label),
        columns=(
            Column(key="position", heading=_("No."), kind=Kind.INTEGER),
            Column(key="name", heading=_("Tied to")),
            Column(key="rate", heading=_("Part"), kind=Kind.RATE),
            Column(key="due_on", heading=_("Payable by"), kind=Kind.DATE),
            Column(key="amount_fen", heading=_("All doors (yuan)"), kind=Kind.MONEY),
            Column(key="paid_fen", heading=_("Paid (yuan)"), kind=Kind.MONEY),
        ),
        rows=rows,
        empty=_(
            "No instalments are agreed: every door owes all at once."
            " Set them: jinlin elevator instalments {project} 30%@签约 70%@验收"
        ).format(project=which.label),
    )
