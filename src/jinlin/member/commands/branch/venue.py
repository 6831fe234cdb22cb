"""`jinlin branch venue`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import day_or_today
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.branch import venue
from jinlin.output.asking import Question, answers
from jinlin.output.command.family import family
from jinlin.output.command.grammar import ListingCommand, verb_in
from jinlin.output.command.noun import VERBS
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)


app = family(
    _("The venue's six-item checklist."),
    usual="list",
    later=(
        _verb("list", "list_", _("The checklist, and what is missing."), ListingCommand),
        _verb("check", "check", _("Record that something is there, or is not.")),
        _verb("add", "add", _("Put one more point on the checklist.")),
        _verb("remove", "remove", _("Take a point off the checklist.")),
    ),
    words={"检查": "check", **VERBS},
)


def list_(call: Call) -> None:
    with reading(call) as reader:
        items = venue.items(reader)
    met = sum(item.met for item in items)
    origins = list(dict.fromkeys(item.origin for item in items if item.origin))
    show(
        call,
        Listing(
            key="venue",
            title=_("Venue"),
            columns=(
                Column(key="point", heading=_("Point"), kind=Kind.INTEGER),
                Column(key="name", heading=_("Requirement")),
                Column(key="state", heading=_("State"), labels=venue.PointState.labels()),
                Column(key="checked_on", heading=_("Looked at"), kind=Kind.DATE),
                Column(key="note", heading=_("Remark")),
                Column(key="origin", heading=_("Origin")),
            ),
            rows=[
                (item.position, item.name, item.state, item.checked_on, item.note, item.origin)
                for item in items
            ],
            aside=frozenset({"origin"}),
            empty=_("The checklist is empty: jinlin branch venue add NAME"),
            notes=(
                _("There: {met} of {all}.").format(met=met, all=len(items)),
                *(_("Origin: {origin}.").format(origin=origin) for origin in origins),
            ),
        ),
    )


def check(
    call: Call,
    point: Annotated[str, typer.Argument(metavar=_("POINT"), help=_("Its number or name."))],
    state: Annotated[
        str | None, typer.Argument(metavar="有|没有", help=_("The same as --met and --not."))
    ] = None,
    met: Annotated[
        bool | None, typer.Option("--met/--not", help=_("It is there, or it is not."))
    ] = None,
    note: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))] = None,
    day: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("When; otherwise today."))
    ] = None,
) -> None:
    if met is None and state is not None:
        met = _read_state(state)
    if met is None:
        raise UsageError(
            _("Whether it is there was not said."), hint=_("Say --met, or --not if it is missing.")
        )
    with writing(call) as tx:
        on = day_or_today(day, tx.clock)
        said = None if note is None else clean(note)
        item = venue.check_item(tx, point, met=met, on=on.isoformat(), note=said)
        items = venue.items(tx)
    count, number = sum(one.met for one in items), len(items)
    text = _("{point} {name} is there.") if met else _("{point} {name} is missing.")
    done(
        call,
        text.format(point=item.position, name=item.name)
        + _(" There: {met} of {all}.").format(met=count, all=number),
        number=str(item.position),
        data={"point": item.position, "name": item.name, "met": met, "count": count, "of": number},
    )


def _read_state(text: str) -> bool | None:
    said = venue.PointState.said(text)
    return None if said in {None, venue.PointState.UNCHECKED} else said is venue.PointState.MET


def add(
    call: Call,
    name: Annotated[
        str | None,
        typer.Argument(metavar=_("NAME"), help=_("What the venue needs, such as 有制度.")),
    ] = None,
    origin: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Who asks for it."))
    ] = None,
    note: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))] = None,
) -> None:
    [said] = answers(call, [Question(option=_("NAME"), text=_("What the venue needs"), given=name)])
    if not clean(said):
        raise UsageError(_("The point has no name."), hint=_("For example: 有制度"))
    with writing(call) as tx:
        item = venue.add_item(
            tx, clean(said), origin=clean(origin or "") or None, note=clean(note or "") or None
        )
    done(
        call,
        _("{point} {name} is on the checklist.").format(point=item.position, name=item.name),
        number=str(item.position),
        data={"point": item.position, "name": item.name},
    )


def remove(
    call: Call,
    point: Annotated[str, typer.Argument(metavar=_("POINT"), help=_("Its number or name."))],
) -> None:
    with writing(call) as tx:
        item = venue.remove_item(tx, point)
    done(
        call,
        _("{point} {name} is off the checklist.").format(point=item.position, name=item.name),
        number=str(item.position),
        data={"point": item.position, "name": item.name},
    )
