"""What the verbs of the posts share."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.member.kinds import FIRST_DAY, LAST_DAY, NO_PARTY_DAY, SaidPartyDay
from jinlin.member.posts.holdings import PostRow
from jinlin.member.rules.posts import Body
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import NAME, TEXT, choice
from jinlin.output.delivery.show import done

BODY: Final = choice(Body, called=N_("BODY"))
TITLE: Final = WordKind("title", N_("TITLE"), clean)
"""A title; where it is held, its body says, or the title itself."""
POST: Final = WordKind("post", N_("POST"), clean)
Which: TypeAlias = Annotated[
    str | None, POST.argument(help=N_("Which post, where she has several: 业委会主任."))
]


class PostWords(NamedTuple):
    """What is said of a post, by the fields that keep it."""

    started_on: Annotated[
        SaidPartyDay | None,
        FIRST_DAY.option("--from", help=N_("The first day of the term."), cleared=NO_PARTY_DAY),
    ] = None
    ended_on: Annotated[
        SaidPartyDay | None,
        LAST_DAY.option("--to", help=N_("When the term ends, if it does."), cleared=NO_PARTY_DAY),
    ] = None
    source: Annotated[str | None, TEXT.option(help=N_("The paper that says so."), cleared="")] = (
        None
    )
    unit: Annotated[
        str | None,
        NAME.option(help=N_("Which building, group or firm it is in."), cleared=""),
    ] = None


def tell_done(call: Call, post: PostRow, text: str, *, day: str = "") -> None:
    person = post.person
    done(
        call,
        text.format(number=person.label, name=person.name, post=post.held.text, day=day),
        number=person.label,
        data={
            "number": person.label,
            "name": person.name,
            "body": post.held.body,
            "title": post.held.title,
        },
    )
