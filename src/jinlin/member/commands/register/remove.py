"""`jinlin member remove`."""

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
from jinlin.member.rules.party_days import parse_past_day
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.person.merge.duties import Need, duties_of
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import writing


def remove(
    call: Call,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why, such as 迁出 or 去世."))
    ] = None,
    on: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The day she left."))] = "today",
) -> None:
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
        data={"number": person.label, "left_on": day.isoformat(), "posts": titles_told(posts)},
    )  # fmt: skip
    tell_posts(call, person, posts)
    _tell_needs(call, needs)


def titles_told(posts: Sequence[PostRow]) -> list[str]:
    return [post.held.text for post in posts]


def tell_posts(call: Call, person: PersonRow, posts: Sequence[PostRow]) -> None:
    """Say which posts somebody who left still holds."""
    if posts:
        call.tell(
            _("She still holds: {posts}. To end one: jinlin member post end {number}").format(
                posts=_(", ").join(titles_told(posts)), number=person.label
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
