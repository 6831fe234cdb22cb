"""`jinlin branch venue`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.member.branch.venue import VENUE, PointState, check_item
from jinlin.output.command.grammar import Command, ListingCommand
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import COME_DAY, NAME, TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.register.pages import listing_of
from jinlin.output.register.verbs import register_family
from jinlin.store.command.command import reading, writing


class VenueCheck(Command):
    """A look at a point; a remark set to nothing takes away what was written."""

    clears = True


app = register_family(
    VENUE,
    N_("The venue's six-item checklist."),
    verbs=("add", "edit", "remove"),
    helps={
        "add": N_("Put one more point on the checklist."),
        "remove": N_("Take a point off the checklist."),
    },
    own=(
        verb_in(
            __name__, "list", "list_", N_("The checklist, and what is missing."), ListingCommand
        ),
        verb_in(
            __name__, "check", "check", N_("Record that something is there, or is not."), VenueCheck
        ),
    ),
    words={"检查": "check"},
)


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = VENUE.rows(reader)
    met = sum(item.met for item in found)
    origins = dict.fromkeys(item.origin for item in found if item.origin)
    notes = (
        _("There: {met} of {all}.").format(met=met, all=len(found)),
        *(_("Origin: {origin}.").format(origin=origin) for origin in origins),
    )
    show(call, listing_of(VENUE, found)._replace(notes=notes))


def _state(text: str) -> bool:
    said = PointState.said(text)
    if said in {None, PointState.UNCHECKED}:
        raise UsageError(
            _("“{text}” does not say whether it is there.").format(text=text),
            hint=_("Write 有 or 没有."),
        )
    return said is PointState.MET


def _unsaid() -> UsageError:
    return UsageError(
        _("Whether it is there was not said."), hint=_("Say --met, or --not if it is missing.")
    )


STATE: Final = WordKind("choice", "有|没有", _state)


def check(
    call: Call,
    point: Annotated[str, NAME.argument(called=N_("POINT"), help=N_("Its number or name."))],
    state: Annotated[bool | None, STATE.argument(help=N_("The same as --met and --not."))] = None,
    met: Annotated[bool | None, flag("--met/--not", help=N_("It is there, or it is not."))] = None,
    note: Annotated[str | None, TEXT.option(help=N_("A remark."), cleared="")] = None,
    day: Annotated[
        SaidDay | None, COME_DAY.option("--date", help=N_("When; otherwise today."))
    ] = None,
) -> None:
    if None not in (state, met) and state is not met:
        raise UsageError(
            _("Whether it is there is said twice, and differently."),
            hint=_("Give only one of them."),
        )
    there = state if met is None else met
    if there is None:
        raise _unsaid()
    with writing(call) as tx:
        item = check_item(tx, point, met=there, on=day_on(day, tx.clock).isoformat(), note=note)
        points = VENUE.rows(tx)
    count, number = sum(one.met for one in points), len(points)
    text = _("{point} {name} is there.") if there else _("{point} {name} is missing.")
    done(
        call,
        text.format(point=item.number, name=item.name)
        + _(" There: {met} of {all}.").format(met=count, all=number),
        number=str(item.number),
        data={"point": item.number, "name": item.name, "met": there, "count": count, "of": number},
    )
