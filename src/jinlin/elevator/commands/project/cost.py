"""`jinlin elevator cost list`, `add`, `remove`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.complex.household.door import find_household
from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
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
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import NUMBER, PRICE, TEXT, choice
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
        str, TEXT.argument(help=_("What for, such as 电力增容."), asked=AskedFor(_("What for")))
    ],
    amount: Annotated[
        int,
        PRICE.argument(
            help=_("Like 2万; --minus makes it a reduction."), asked=AskedFor(_("The amount"))
        ),
    ],
    *,
    number: shared.Project = None,
    source: Annotated[
        str,
        TEXT.option(
            help=_("Where it stands, or who said it."),
            asked=AskedFor(_("Where it stands, or who said it")),
        ),
    ],
    kind: Annotated[
        CostKind | None,
        choice(CostKind, called=N_("KIND")).option(help=_("extra (附加) or compensation (补偿).")),
    ] = None,
    to: Annotated[str | None, HOME.option("--to", help=_("Whom a compensation goes to."))] = None,
    minus: Annotated[
        bool, flag("--minus", help=_("It lowers the cost, such as the old lift's value."))
    ] = False,
    on: shared.On = None,
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        door = find_household(tx, to) if to else None
        usual = CostKind.COMPENSATION if door else CostKind.EXTRA
        line = add_cost(
            tx,
            found,
            NewCost(
                kind=kind or usual,
                text=text,
                amount=-amount if minus else amount,
                dated_on=day_on(on, tx.clock),
                source=source,
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
    line: Annotated[int, NUMBER.argument(help=_("Its number in the list."))],
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
