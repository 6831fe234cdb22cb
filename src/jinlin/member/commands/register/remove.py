"""`jinlin member remove`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.kinds import Who
from jinlin.member.posts.holdings import PostRow
from jinlin.member.register import transfers
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import COME_DAY, TEXT
from jinlin.output.delivery.show import done
from jinlin.person.merge.duties import Need, duties_of
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import writing


def remove(
    call: Call,
    who: Who,
    reason: Annotated[
        str, TEXT.option(help=N_("Why, such as 迁出 or 去世."), asked=AskedFor(N_("The reason")))
    ],
    on: Annotated[SaidDay, COME_DAY.option("--date", help=N_("The day she left."))] = TODAY,
) -> None:
    with writing(call) as tx:
        day = on.on(tx.clock)
        person, posts = transfers.remove_member(tx, who, reason=reason, on=day)
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
