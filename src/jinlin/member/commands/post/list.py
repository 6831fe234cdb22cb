"""`jinlin member post list`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.member.commands.post.shared import BODY
from jinlin.member.posts.holdings import PostRow, ever_held, held_on
from jinlin.member.posts.terms import NOT_ELECTED
from jinlin.member.rules.posts import POST_LABELS, Body
from jinlin.output.command.kinds import BOUND_DAY
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(
    call: Call,
    body: Annotated[Body | None, BODY.option(help=N_("Only this body, such as 业委会."))] = None,
    on: Annotated[
        SaidDay | None, BOUND_DAY.option("--date", help=N_("Who held what on that day."))
    ] = None,
) -> None:
    bodies = (body,) if body else ()
    with reading(call) as reader:
        today = reader.clock.today.isoformat()
        if on is None:
            posts = ever_held(reader, bodies=bodies)
        else:
            posts = held_on(reader, on.on(reader.clock), bodies=bodies)
    show_posts(call, posts, today)


def show_posts(call: Call, posts: list[PostRow], today: str) -> None:
    wanted = rows_wanted(call)
    show(
        call,
        Listing(
            key="posts",
            title=_("Posts"),
            columns=(
                body_column(),
                Column(key="title", heading=_("Post"), labels=_titles()),
                Column(key="unit", heading=_("Unit")),
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                Column(key="started_on", heading=_("Started"), kind=Kind.DATE),
                Column(key="ended_on", heading=_("Ended"), kind=Kind.DATE),
                Column(key="source", heading=_("Source")),
                over_column(),
            ),
            rows=[_row(post, today) for post in posts[: wanted or None]],
            total=len(posts),
            empty=_("No such post is recorded. Record one: jinlin member post add WHO"),
        ),
    )  # fmt: skip


def over_column() -> Column:
    return Column(key="term", heading=_("Term"), labels={"over": _(NOT_ELECTED)})


def _row(post: PostRow, today: str) -> tuple[object, ...]:
    held, person = post.held, post.person
    return (
        held.body, held.title, held.unit, person.label, person.name, post.started_on,
        post.ended_on, post.source, "over" if post.term_over(today) else None,
    )  # fmt: skip


def body_column() -> Column:
    return Column(key="body", heading=_("Body"), labels=Body.labels())


def _titles() -> dict[str, str]:
    return {title: _(label) for title, label in POST_LABELS.items()}
