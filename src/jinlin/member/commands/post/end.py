"""`jinlin member post end`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.commands.post.shared import Which, tell_done
from jinlin.member.kinds import LAST_DAY, SaidPartyDay, Who
from jinlin.member.posts import actions
from jinlin.store.command.command import writing


def end(
    call: Call,
    who: Who,
    which: Which = None,
    on: Annotated[
        SaidPartyDay | None,
        LAST_DAY.option(
            "--date",
            help=N_("From which day she no longer holds it; today, or the end of her term."),
        ),
    ] = None,
) -> None:
    with writing(call) as tx:
        post = actions.end_post(tx, who, which, on=on.on(tx.clock) if on else None)
    said = _("{number} {name} is no longer {post} from {day} on.")
    tell_done(call, post, said, day=post.ended_on or "")
