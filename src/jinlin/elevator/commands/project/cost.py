"""`jinlin elevator cost list`, `add`, `remove`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from jinlin.complex.household.door import find_household
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_price, yuan
from jinlin.core.text import folded
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.project_pages import costs_listing
from jinlin.elevator.project.costs import (
    CostKind,
    NewCost,
    add_cost,
    cost_lines,
    gross_cost,
    remove_cost,
)
from jinlin.elevator.project.projects import project
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalListingCommand, verb_in
from jinlin.output.delivery.show import done, show
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)

app = family(
    _("The lines that make up the cost."),
    usual="list",
    later=(
        _verb("list", "list_", _("The lines and their sum."), PersonalListingCommand),
        _verb("add", "add_", _("Add works, a reduction, or a compensation to a low floor.")),
        _verb("remove", "remove_", _("Take a line out.")),
    ),
)


def list_(call: Call, number: shared.Project = None) -> None:
    with reading(call) as reader:
        found = cost_lines(reader, project(reader, number))
    show(call, costs_listing(found))


def add_(
    call: Call,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What for, such as 电力增容."))
    ] = None,
    amount: Annotated[
        str | None,
        typer.Argument(metavar=_("MONEY"), help=_("Like 2万; --minus makes it a reduction.")),
    ] = None,
    number: shared.Project = None,
    source: shared.Source = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar=_("KIND"), help=_("extra (附加) or compensation (补偿).")),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar=_("HOUSEHOLD"), help=_("Whom a compensation goes to.")),
    ] = None,
    minus: Annotated[
        bool, typer.Option("--minus", help=_("It lowers the cost, such as the old lift's value."))
    ] = False,
    on: shared.On = None,
) -> None:
    what = shared.asked(call, _("TEXT"), _("What for"), text)
    said = folded(shared.asked(call, _("MONEY"), _("The amount"), amount))
    fen = parse_price(said)
    where = shared.asked(call, "--source", _("Where it stands, or who said it"), source)
    with writing(call) as tx:
        found = project(tx, number)
        door = find_household(tx, to) if to else None
        usual = CostKind.COMPENSATION if door else CostKind.EXTRA
        line = add_cost(
            tx,
            found,
            NewCost(
                kind=CostKind.read(kind) if kind else usual,
                text=what,
                amount=-fen if minus else fen,
                dated_on=shared.day_or_today(on, tx.clock),
                source=where,
                door=door,
            ),
        )
        total = gross_cost(cost_lines(tx, found))
    done(
        call,
        _("Cost line {line}: {text}, {amount} yuan; the cost is {total} yuan now.").format(
            line=line.number, text=line.text, amount=yuan(line.amount), total=yuan(total)
        ),
        number=str(line.number),
        data={
            "project": found.label, "number": line.number, "kind": line.kind.value,
            "text": line.text, "amount_fen": line.amount, "household": line.home,
            "total_fen": total,
        },
    )  # fmt: skip


def remove_(
    call: Call,
    line: Annotated[int, typer.Argument(metavar="N", help=_("Its number in the list."))],
    number: shared.Project = None,
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        removed = remove_cost(tx, found, line)
        total = gross_cost(cost_lines(tx, found))
    done(
        call,
        _("Cost line {line} was removed; the cost is {total} yuan now.").format(
            line=removed.number, total=yuan(total)
        ),
        number=str(removed.number),
        data={"project": found.label, "number": removed.number, "total_fen": total},
    )
