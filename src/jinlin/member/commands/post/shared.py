"""What the verbs of the posts share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.posts.holdings import PostRow
from jinlin.output.delivery.show import done

Who: TypeAlias = Annotated[
    str, typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end."))
]


Which: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar=_("POST"), help=_("Which post, where she has several: 业委会主任.")),
]


From: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar=_("DATE"), help=_("The first day of the term."))
]


To: TypeAlias = Annotated[
    str | None, typer.Option("--to", metavar=_("DATE"), help=_("When the term ends, if it does."))
]


Source: TypeAlias = Annotated[
    str | None, typer.Option("--source", metavar=_("TEXT"), help=_("The paper that says so."))
]


Unit: TypeAlias = Annotated[
    str | None,
    typer.Option("--unit", metavar=_("NAME"), help=_("Which building, group or firm it is in.")),
]


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
