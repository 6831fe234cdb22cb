"""`jinlin member transfer`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.commands.register.remove import tell_posts, titles_told
from jinlin.member.posts.holdings import PostRow
from jinlin.member.register import transfers
from jinlin.member.rules.party import PartyState
from jinlin.member.rules.party_days import parse_party_day
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def transfer(
    call: Call,
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
    if in_ == out:
        raise UsageError(_("In or out?"), hint=_("Give one of --in and --out."))
    if stays and in_:
        raise UsageError(_("--stays goes with --out."), hint=_("Leave it out."))
    other_side = _other_side(call, other)
    state = PartyState.read(party_state) if party_state else None
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
            "direction": transfers.Move.IN if in_ else transfers.Move.OUT,
            "moved_on": moved.moved_on,
            "other": moved.other_side,
            "posts": titles_told(posts),
        },
    )
    tell_posts(call, person, posts)


def _other_side(call: Call, given: str | None) -> str:
    """Return the name of the other branch, asked for on a terminal where it was not said.

    Raises:
        UsageError: it has none.
    """
    [asked] = answers(call, [Question(option="--other", text=_("The other branch"), given=given)])
    other_side = clean(asked)
    if not other_side:
        raise UsageError(
            _("The other branch has no name."), hint=_("Write it like --other 某支部.")
        )
    return other_side
