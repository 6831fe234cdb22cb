"""`jinlin member post end`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.i18n import _
from jinlin.member.commands.post.shared import Which, Who, tell_done
from jinlin.member.posts import actions
from jinlin.member.rules.party_days import parse_term_day
from jinlin.store.command.command import writing


def end(
    call: Call,
    who: Who,
    which: Which = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar=_("DATE"),
            help=_("From which day she no longer holds it; today, or the end of her term."),
        ),
    ] = None,
) -> None:
    with writing(call) as tx:
        day = _known_day(on, tx.clock) if on else None
        post = actions.end_post(tx, who, which, on=day)
    said = _("{number} {name} is no longer {post} from {day} on.")
    tell_done(call, post, said, day=post.ended_on or "")


def _known_day(text: str, clock: Clock) -> str:
    """Read a day that is known in full.

    Raises:
        UsageError: it is none.
    """
    return parse_term_day(text, clock, last=True)
