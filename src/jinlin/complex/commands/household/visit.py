"""`jinlin household visit`, and the columns of a visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple

from jinlin.complex.commands.household import options
from jinlin.complex.household.door import Door, find_household
from jinlin.complex.household.people import people_called
from jinlin.complex.household.visits import (
    NewVisit,
    VisitRow,
    add_visit,
    remove_visit,
)
from jinlin.complex.kinds import NEXT, VISITOR
from jinlin.complex.rules.visits import SaidNext, VisitOutcome, next_in_remark
from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.reference import Reference
from jinlin.core.said import SaidDay, day_on
from jinlin.core.text import listed
from jinlin.core.typed import quoted
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.kinds import NUMBER, PAST_DAY, RECORD, TEXT, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.output.listing.listing import Cell
from jinlin.store.command.command import reading, writing

TWO = 2


class WhatCame(NamedTuple):
    """What is said of a visit, at least one of these."""

    met: Annotated[str | None, WHO.option(called=N_("PERSON"), help=N_("Whom you met."))] = None
    result: Annotated[str | None, TEXT.option(help=N_("What was found or agreed."), free=True)] = (
        None
    )
    by: Annotated[
        Sequence[str],
        VISITOR.several(called=N_("A,B")).option(
            help=N_("Who went, preferably two; you if left out.")
        ),
    ] = ()
    outcome: Annotated[
        VisitOutcome | None,
        choice(VisitOutcome, called=N_("OUTCOME")).option(
            "--outcome", "--情况", help=N_("met, not_at_home or refused.")
        ),
    ] = None


def visit(
    call: Call,
    home: options.Home,
    said: WhatCame,
    purpose: Annotated[str | None, TEXT.option(help=N_("What for, such as 电梯征询."))] = None,
    on: Annotated[
        SaidDay | None, PAST_DAY.option("--date", help=N_("When; today if left out."))
    ] = None,
    next_: Annotated[
        SaidNext | None, NEXT.option("--next", help=N_("The next visit: 2周后, 10天后, a day."))
    ] = None,
    about: Annotated[
        Reference | None, RECORD.option("--about", help=N_("What it was for: G1, X1, 2026-44."))
    ] = None,
    remove: Annotated[int | None, NUMBER.option(help=N_("Take visit N out again."))] = None,
) -> None:
    if remove is not None:
        _remove(call, home, remove)
        return
    if not any(said):
        said = _asked_what(call, home)
    if next_ is None and said.result:
        said, next_ = _with_next(call, said)
    _check_known(call, said.by)
    with writing(call) as tx:
        door = find_household(tx, home)
        day = day_on(on, tx.clock)
        visitors = tuple(said.by) or ((tx.user,) if tx.user else ())
        if not visitors:
            raise UsageError(_("Who went is not said."), hint=_("Name them: --by 李华,王芳"))
        new = NewVisit(
            on=day,
            visitors=visitors,
            outcome=_outcome(call, said),
            met=said.met,
            purpose=purpose,
            result=said.result,
            next_on=next_.after(day, tx.clock) if next_ else None,
            about=about,
        )
        number = add_visit(tx, door, new)
    _tell(call, door, number, new)


def _with_next(call: Call, said: WhatCame) -> tuple[WhatCame, SaidNext | None]:
    """Return what was said, and the next visit that the end of the remark plans, which is said."""
    result, when = next_in_remark(said.result or "")
    if not when:
        return said, None
    if not call.json:
        call.tell(_("Read as: {line}").format(line=f"{as_typed('--next')} {when}"))
    return said._replace(result=result), SaidNext(when)


def _check_known(call: Call, visitors: Sequence[str]) -> None:
    """Say who of those who went is nobody here; on a terminal it is confirmed.

    Raises:
        KeyboardInterrupt: it is not.
    """
    with reading(call) as reader:
        unknown = [name for name in visitors if not people_called(reader, name)]
    if not unknown:
        return
    text = _("Not among the people recorded here: {names}.").format(names=_(", ").join(unknown))
    if call.environment.interactive:
        confirm(call, text)
    else:
        call.tell(text)


def _outcome(call: Call, said: WhatCame) -> VisitOutcome:
    """Return what came of the visit, as named or as the remark has it, which is then said.

    Raises:
        UsageError: the remark says otherwise than what was named.
    """
    found = VisitOutcome.in_remark(said.result or "")
    if found is None or found is said.outcome:
        return said.outcome or VisitOutcome.MET
    option = as_typed("--outcome", "--情况")
    if said.outcome is not None:
        raise UsageError(
            _("{option} says “{named}”, and the remark “{found}”.").format(
                option=option, named=said.outcome.label, found=found.label
            ),
            hint=_("Leave one of them away."),
        )
    if not call.json:
        call.tell(_("Read as: {line}").format(line=f"{option} {quoted(found.label)}"))
    return found


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


def _asked_what(call: Call, home: str) -> WhatCame:
    """Ask who went, what came of it, whom they met and what was found; a visit is not invented.

    Raises:
        UsageError: nobody can be asked.
    """
    if not call.environment.interactive or call.yes:
        raise UsageError(
            _("What came of the visit is not said: --met, --result, --outcome or --by."),
            hint=_(
                "For example: jinlin household visit {home} 老人身体好; nobody at home:"
                " jinlin household visit {home} 不在家"
            ).format(home=quoted(home)),
        )
    by, word = answers(
        call,
        [
            Question("--by", _("Who went, best two; you, if left out"), None, optional=True),
            Question(
                as_typed("--outcome", "--情况"),
                _("What came of it"),
                None,
                choices=list(VisitOutcome.labels().values()),
                check=VisitOutcome.read,
            ),
        ],
    )
    found = [Question("--result", _("What was found or agreed"), None, optional=True)]
    outcome = VisitOutcome.read(word)
    if outcome is VisitOutcome.MET:
        found.insert(
            0, Question(as_typed("--met", "--见到"), _("Whom you met"), None, optional=True)
        )
    *met, result = answers(call, found, asking=True)
    return WhatCame("".join(met) or None, result or None, listed(by), outcome)


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
        Cell("visited_on", _("Date"), kind=Kind.DATE),
        Cell("outcome", _("What came of it"), labels=VisitOutcome.labels()),
        Cell("visitors", _("Visitors")),
        Cell("met", _("Whom they met")),
        Cell("purpose", _("Purpose"), personal=Personal.TEXT),
        Cell("result", _("What they found"), personal=Personal.TEXT),
        Cell("next_on", _("Next visit"), kind=Kind.DATE),
    )
