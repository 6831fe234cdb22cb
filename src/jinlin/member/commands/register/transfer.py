"""`jinlin member transfer`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.member.commands.register.options import STATE
from jinlin.member.commands.register.remove import tell_posts, titles_told
from jinlin.member.kinds import PARTY_DAY, PARTY_TODAY, SaidPartyDay
from jinlin.member.posts.holdings import PostRow
from jinlin.member.register import transfers
from jinlin.member.rules.party import PartyState
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import NAME, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def transfer(
    call: Call,
    who: Annotated[str, WHO.argument(help=N_("A member; for --in also a new name."))],
    *,
    in_: Annotated[bool, flag("--in", help=N_("Membership moves into this branch."))] = False,
    out: Annotated[bool, flag("--out", help=N_("Membership moves to another branch."))] = False,
    other: Annotated[
        str,
        NAME.option(
            help=N_("The other branch."),
            asked=AskedFor(N_("The other branch"), where=lambda said: said["in_"] != said["out"]),
            free=True,
        ),
    ],
    on: Annotated[
        SaidPartyDay, PARTY_DAY.option("--date", help=N_("The day it moved."))
    ] = PARTY_TODAY,
    letter: Annotated[str | None, TEXT.option(help=N_("The number of the letter."))] = None,
    party_state: Annotated[
        PartyState | None, STATE.option(help=N_("For --in: full or probationary."))
    ] = None,
    stays: Annotated[
        bool, flag("--stays", help=N_("For --out: she lives on here and reports in."))
    ] = False,
) -> None:
    if in_ == out:
        raise UsageError(_("In or out?"), hint=_("Give one of --in and --out."))
    if stays and in_:
        raise UsageError(_("--stays goes with --out."), hint=_("Leave it out."))
    posts: Sequence[PostRow] = ()
    with writing(call) as tx:
        moved = transfers.Letter(on.on(tx.clock), other, letter)
        if in_:
            person = transfers.transfer_in(tx, who, moved, state=party_state)
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
