"""`jinlin member remove`, `restore` and `transfer`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.posts.holdings import PostRow
from jinlin.member.register import transfers
from jinlin.member.rules.party import parse_party_state
from jinlin.member.rules.party_days import parse_party_day, parse_past_day
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.person.merging.duties import Need, duties_of
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import writing


def remove(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why, such as 迁出 or 去世."))
    ] = None,
    on: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The day she left."))] = "today",
) -> None:
    call = called(ctx)
    [why] = answers(call, [Question(option="--reason", text=_("The reason"), given=reason)])
    if not clean(why):
        raise UsageError(
            _("Why did she leave?"),
            hint=_("Write it like --reason 迁出; recorded by mistake: undo."),
        )
    with writing(call) as tx:
        day = parse_past_day(on, tx.clock)
        person, posts = transfers.remove_member(tx, who, reason=clean(why), on=day)
        needs = duties_of(tx, person)
    done(
        call,
        _("{number} {name} left the register on {day}. Back again: jinlin member restore {number}")
        .format(number=person.label, name=person.name, day=day),
        number=person.label,
        data={"number": person.label, "left_on": day.isoformat(), "posts": _titles(posts)},
    )  # fmt: skip
    _tell_posts(call, person, posts)
    _tell_needs(call, needs)


def restore(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar=_("WHO"), help=_("Who left: a name or P12."))],
) -> None:
    call = called(ctx)
    with writing(call) as tx:
        person = transfers.restore_member(tx, who)
    done(
        call,
        _("{number} {name} is in the register again.").format(
            number=person.label, name=person.name
        ),
        number=person.label,
        data={"number": person.label, "name": person.name},
    )


def transfer(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(metavar=_("WHO"), help=_("A member; for --in also a new name."))
    ],
    in_: Annotated[
        bool, typer.Option("--in", help=_("Membership moves into this branch."))
    ] = False,
    out: Annotated[
        bool, typer.Option("--out", help=_("Membership moves to another branch."))
    ] = False,
    other: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The other branch."))
    ] = None,
    on: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The day it moved."))] = "today",
    letter: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("The number of the letter."))
    ] = None,
    party_state: Annotated[
        str | None, typer.Option(metavar=_("STATUS"), help=_("For --in: full or probationary."))
    ] = None,
    stays: Annotated[
        bool, typer.Option("--stays", help=_("For --out: she lives on here and reports in."))
    ] = False,
) -> None:
    call = called(ctx)
    if in_ == out:
        raise UsageError(_("In or out?"), hint=_("Give one of --in and --out."))
    if stays and in_:
        raise UsageError(_("--stays goes with --out."), hint=_("Leave it out."))
    [asked] = answers(call, [Question(option="--other", text=_("The other branch"), given=other)])
    other_side = clean(asked)
    if not other_side:
        raise UsageError(
            _("The other branch has no name."), hint=_("Write it like --other 某支部.")
        )
    state = parse_party_state(party_state) if party_state else None
    posts: Sequence[PostRow] = ()
    with writing(call) as tx:
        moved = transfers.Letter(
            parse_party_day(on, tx.clock), other_side, clean(letter or "") or None
        )
        if in_:
            person = transfers.transfer_in(tx, who, moved, state=state)
            said = _("The membership of {number} {name} is held here since {day}.")
        else:
            person, posts = transfers.transfer_out(tx, who, moved, stays=stays)
            said = _("The membership of {number} {name} is held elsewhere since {day}.")
    done(
        call,
        said.format(number=person.label, name=person.name, day=moved.moved_on),
        number=person.label,
        data={
            "number": person.label,
            "direction": "in" if in_ else "out",
            "moved_on": moved.moved_on,
            "other": moved.other_side,
            "posts": _titles(posts),
        },
    )
    _tell_posts(call, person, posts)


def _titles(posts: Sequence[PostRow]) -> list[str]:
    return [post.held.text for post in posts]


def _tell_posts(call: Call, person: PersonRow, posts: Sequence[PostRow]) -> None:
    """Say which posts somebody who left still holds."""
    if posts:
        call.tell(
            _("She still holds: {posts}. To end one: jinlin member post end {number}").format(
                posts=_(", ").join(_titles(posts)), number=person.label
            ),
        )


def _tell_needs(call: Call, needs: Sequence[Need]) -> None:
    """Say what still rests on somebody who left, besides posts, and how it is handed over."""
    for need in needs:
        if need.table != "post":
            call.tell(
                _("She still {what}. To change it: {commands}").format(
                    what=need.reason, commands=_("; ").join(need.ways)
                ),
            )
