"""`jinlin household visit`, and the columns of a visit."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.commands.household import options
from jinlin.complex.household.door import Door, find_household
from jinlin.complex.household.visits import (
    NewVisit,
    VisitRow,
    add_visit,
    remove_visit,
)
from jinlin.complex.rules.visits import (
    VisitOutcome,
    parse_next,
)
from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.output.listing.listing import Cell
from jinlin.store.command.command import writing

TWO = 2


def visit(
    call: Call,
    home: options.Home = None,
    met: Annotated[str | None, typer.Option(metavar=_("PERSON"), help=_("Whom you met."))] = None,
    result: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What was found or agreed."))
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar=_("A,B"), help=_("Who went, best two; you, if left away.")),
    ] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar=_("OUTCOME"), help=_("met, not_at_home or refused."))
    ] = None,
    purpose: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What for, such as 电梯征询."))
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar=_("DATE"), help=_("When; today if left away."))
    ] = None,
    next_: Annotated[
        str | None,
        typer.Option("--next", metavar=_("DATE"), help=_("The next visit: 2周后, 10天后, a day.")),
    ] = None,
    remove: Annotated[
        int | None, typer.Option("--remove", metavar="N", help=_("Take visit N out again."))
    ] = None,
) -> None:
    said = options.asked_home(call, home)
    if remove is not None:
        _remove(call, said, remove)
        return
    if not (met or result or outcome or by):
        by, outcome, met, result = _asked_what(call)
    with writing(call) as tx:
        door = find_household(tx, said)
        day = day_or_today(on, tx.clock, past=True)
        visitors = tuple(listed(clean(by or ""))) or ((tx.user,) if tx.user else ())
        if not visitors:
            raise UsageError(_("Who went is not said."), hint=_("Name them: --by 李华,王芳"))
        new = NewVisit(
            on=day,
            visitors=visitors,
            outcome=VisitOutcome.read(outcome) if outcome else VisitOutcome.MET,
            met=clean(met) or None if met else None,
            purpose=clean(purpose) or None if purpose else None,
            result=clean(result) or None if result else None,
            next_on=parse_next(next_, tx.clock, after=day) if next_ else None,
        )
        number = add_visit(tx, door, new)
    _tell(call, door, number, new)


def _tell(call: Call, door: Door, number: int, new: NewVisit) -> None:
    """Say what was recorded, and when the next visit is to be."""
    planned = new.next_on.isoformat() if new.next_on else None
    text = _("Visit {number} at {home} on {day}: {outcome}.").format(
        number=number, home=door.label, day=new.on, outcome=new.outcome.label
    )
    if planned:
        text += _(" Next: {day}.").format(day=planned)
    done(
        call,
        text,
        number=str(number),
        data={
            "number": number, "household": door.label, "visited_on": new.on.isoformat(),
            "outcome": new.outcome, "visitors": list(new.visitors), "next_on": planned,
        },
    )  # fmt: skip
    if len(new.visitors) < TWO:
        call.tell(_("At a door it is better to be two; name both: --by 李华,王芳"))


def _asked_what(call: Call) -> tuple[str, str, str, str]:
    """Ask who went, what came of it, whom they met and what was found; a visit is not invented.

    Raises:
        UsageError: nobody can be asked.
    """
    if not call.environment.interactive or call.yes:
        raise UsageError(
            _("What came of the visit is not said: --met, --result, --outcome or --by."),
            hint=_("Like: --met 陈阿婆 --result 老人身体好; nobody at home: --outcome 不在家"),
        )
    by, outcome = answers(
        call,
        [
            Question("--by", _("Who went, best two; you, if left away"), None, optional=True),
            Question(
                "--outcome",
                _("What came of it"),
                None,
                choices=list(VisitOutcome.labels().values()),
                check=VisitOutcome.read,
            ),
        ],
    )
    found = [Question("--result", _("What was found or agreed"), None, optional=True)]
    if VisitOutcome.read(outcome) is not VisitOutcome.MET:
        return by, outcome, "", answers(call, found, asking=True)[0]
    whom = Question("--met", _("Whom you met"), None, optional=True)
    met, result = answers(call, [whom, *found], asking=True)
    return by, outcome, met, result


def _remove(call: Call, home: str, number: int) -> None:
    with writing(call) as tx:
        door = find_household(tx, home)
        remove_visit(tx, door, number)
    done(
        call,
        _("Visit {number} at {home} was removed.").format(number=number, home=door.label),
        number=str(number),
        data={"number": number, "household": door.label},
    )


def visit_cells() -> tuple[Cell[VisitRow], ...]:
    """Return the columns of one visit, without its home."""
    return (
        Cell("number", _("Visit"), kind=Kind.INTEGER),
        Cell("visited_on", _("Day"), kind=Kind.DATE),
        Cell("outcome", _("What came of it"), labels=VisitOutcome.labels()),
        Cell("visitors", _("Visitors")),
        Cell("met", _("Whom they met")),
        Cell("purpose", _("Purpose"), personal=Personal.TEXT),
        Cell("result", _("What they found"), personal=Personal.TEXT),
        Cell("next_on", _("Next visit"), kind=Kind.DATE),
    )
