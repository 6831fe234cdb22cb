"""`jinlin notice list`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.notice import queries
from jinlin.notice.commands import options
from jinlin.notice.commands.kinds import MATTER
from jinlin.notice.queries import NoticeFilter, NoticeRow
from jinlin.notice.rules.matters import Matter, matters
from jinlin.notice.rules.notices import NoticeStatus, Type
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import BOUND_DAY, TEXT, choice
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.known import known


def list_(
    call: Call,
    type_: Annotated[
        Sequence[Type] | None,
        choice(Type, called=N_("TYPE"))
        .several()
        .option("--type", help=_("公示、公告、公开 or 通知.")),
    ] = None,
    status: Annotated[
        Sequence[NoticeStatus] | None,
        choice(NoticeStatus, called=N_("STATUS"))
        .several()
        .option(help=_("draft, running, ended or withdrawn.")),
    ] = None,
    matter: Annotated[
        Matter | None, MATTER.option(help=_("Such as 电梯方案: jinlin notice matters"))
    ] = None,
    about: options.About = None,
    from_: Annotated[
        SaidDay | None, BOUND_DAY.option("--from", help=_("Posted from this day on."))
    ] = None,
    to: Annotated[SaidDay | None, BOUND_DAY.option(help=_("Posted up to this day."))] = None,
    text: Annotated[str | None, TEXT.option(help=_("Stands in title, text or places."))] = None,
    take_down: Annotated[
        bool, flag("--take-down", help=_("Only what is over and still hangs."))
    ] = False,
) -> None:
    with reading(call) as reader:
        wanted = NoticeFilter(
            types=tuple(type_ or ()),
            statuses=tuple(status or ()),
            matter=matter.code if matter else None,
            about=known(reader, about) if about else None,
            start=from_.on(reader.clock).isoformat() if from_ else None,
            stop=to.on(reader.clock).isoformat() if to else None,
            text=text or "",
            to_take_down=take_down,
        )
        rows = queries.notices(reader, wanted, limit=rows_wanted(call))
        total = queries.count_notices(reader, wanted)
    show(call, _listing(rows, total))


def _listing(rows: Sequence[NoticeRow], total: int) -> Listing:
    return Listing(
        key="notices",
        title=_("Notices"),
        columns=(
            Column(key="number", heading=_("Number")),
            type_column(),
            Column(key="title", heading=_("Title of the notice"), personal=Personal.TEXT),
            Column(key="status", heading=_("Status"), labels=NoticeStatus.labels()),
            Column(key="posted_on", heading=_("Put up on"), kind=Kind.DATE),
            Column(key="ends_on", heading=_("Until and with"), kind=Kind.DATE),
            Column(key="taken_down_on", heading=_("Taken down on"), kind=Kind.DATE),
            Column(key="open_objections", heading=_("Open objections"), kind=Kind.INTEGER),
            matter_column(),
            Column(key="signer", heading=_("Signs the notice")),
            Column(key="about", heading=_("About")),
        ),
        rows=[
            (
                n.label, n.type.value, n.title, n.status.value, n.posted_on, n.ends_on,
                n.taken_down_on, n.open_objections, n.matter, n.signer,
                n.about.number if n.about else None,
            )
            for n in rows
        ],
        total=total,
        aside=frozenset({"matter", "signer", "about", "taken_down_on"}),
        empty=_("There is no such notice. Post one: jinlin notice post"),
    )  # fmt: skip


def type_column() -> Column:
    """Return the column of a notice's type."""
    return Column(
        key="type",
        heading=_("Type"),
        labels=Type.labels(),
    )


def matter_column() -> Column:
    """Return the column of a notice's matter."""
    return Column(
        key="matter",
        heading=_("Matter"),
        labels={code: matter.name for code, matter in matters().items()},
    )
