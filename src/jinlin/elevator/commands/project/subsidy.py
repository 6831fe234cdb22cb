"""`jinlin elevator subsidy list`, `add`, `edit`, `remove`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.project_pages import subsidies_listing
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.project.subsidies import (
    Subsidy,
    SubsidyState,
    SubsidyStep,
    add_subsidy,
    edit_subsidy,
    find_subsidy,
    recorded_subsidies,
    remove_subsidy,
)
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalListingCommand, verb_in
from jinlin.output.delivery.show import done, show
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)

app = family(
    _("The subsidies, and how far each has come."),
    usual="list",
    later=(
        _verb(
            "list", "list_", _("The subsidies, with state, day and source."), PersonalListingCommand
        ),
        _verb("add", "add_", _("Record a subsidy.")),
        _verb("edit", "edit_", _("Say how far it has come, or correct it.")),
        _verb("remove", "remove_", _("Take out one that will not come.")),
    ),
)

Line: TypeAlias = Annotated[int, typer.Argument(metavar="N", help=_("Its number in the list."))]
Text: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What it is called, such as 国债补贴."))
]
State: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=_("STATE"), help=_("预计 (expected), 已批复 (approved) or 已到账 (received).")
    ),
]
On: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar=_("DATE"),
        help=_("The day of that state; for 预计, by when it should come."),
    ),
]


def list_(call: Call, number: shared.Project = None) -> None:
    with reading(call) as reader:
        found = recorded_subsidies(reader, project(reader, number))
    show(call, subsidies_listing(found))


def add_(
    call: Call,
    amount: Annotated[
        str | None, typer.Argument(metavar=_("MONEY"), help=_("Like 480000 or 45万."))
    ] = None,
    text: Text = None,
    state: State = None,
    on: On = None,
    source: shared.Source = None,
    number: shared.Project = None,
) -> None:
    fen = parse_money(shared.asked(call, _("MONEY"), _("The amount"), amount))
    what = shared.asked(call, "--text", _("What the subsidy is called"), text)
    stands = SubsidyState.read(state) if state else SubsidyState.EXPECTED
    with writing(call) as tx:
        found = project(tx, number)
        standing = _standing(stands, on, tx.clock)
        one = add_subsidy(tx, found, what, fen, standing, shared.kept(source))
        total = sum(line.amount for line in recorded_subsidies(tx, found))
    _done(call, found, one, total)


def edit_(
    call: Call,
    line: Line,
    state: State = None,
    on: On = None,
    money: Annotated[
        str | None, typer.Option(metavar=_("MONEY"), help=_("Like 480000 or 45万."))
    ] = None,
    text: Text = None,
    source: shared.Source = None,
    number: shared.Project = None,
) -> None:
    fields: dict[str, Any] = {}
    if money is not None:
        fields["amount"] = parse_money(money)
    if shared.kept(text):
        fields["text"] = shared.kept(text)
    if source is not None:
        fields["source"] = shared.kept(source)
    if not (fields or state or on):
        raise UsageError(
            _("Nothing to change was given."),
            hint=_("For example: --state 已批复 --on 11-20"),
        )
    said = SubsidyState.read(state) if state else None
    with writing(call) as tx:
        found = project(tx, number)
        standing = None
        if said or on:
            stands = said or find_subsidy(tx, found, line).state
            standing = _standing(stands, on, tx.clock)
        one = edit_subsidy(tx, found, line, standing=standing, **fields)
        total = sum(each.amount for each in recorded_subsidies(tx, found))
    _done(call, found, one, total)


def remove_(call: Call, line: Line, number: shared.Project = None) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        removed = remove_subsidy(tx, found, line)
        total = sum(each.amount for each in recorded_subsidies(tx, found))
    done(
        call,
        _("Subsidy {line} was removed; {total} yuan are counted on now.").format(
            line=removed.number, total=yuan(total)
        ),
        number=str(removed.number),
        data={"project": found.label, "number": removed.number, "total_fen": total},
    )


def _standing(state: SubsidyState, on: str | None, clock: Clock) -> SubsidyStep:
    if state is SubsidyState.EXPECTED:
        return SubsidyStep(state, shared.planned_day(on, clock))
    return SubsidyStep(state, shared.day_or_today(on, clock))


def _done(call: Call, found: Project, one: Subsidy, total: int) -> None:
    done(
        call,
        _("Subsidy {line}: {text}, {amount} yuan, {state}; together {total} yuan.").format(
            line=one.number, text=one.text, amount=yuan(one.amount),
            state=" ".join(filter(None, (one.state.label, one.day))),
            total=yuan(total),
        ),
        number=str(one.number),
        data={
            "project": found.label, "number": one.number, "text": one.text,
            "amount_fen": one.amount, "state": one.state.value, "day": one.day,
            "source": one.source, "total_fen": total,
        },
    )  # fmt: skip
    if one.state is SubsidyState.RECEIVED and one.booked is None:
        call.tell(
            _(
                "The books do not have it yet: jinlin elevator income {number} {amount} --as 补助"
                " --from NAME"
            ).format(number=found.label, amount=yuan(one.amount).replace(",", "")),
        )
