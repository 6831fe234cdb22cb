"""`jinlin notice list`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_bound
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.notice import queries
from jinlin.notice.commands import options
from jinlin.notice.queries import NoticeFilter, NoticeRow
from jinlin.notice.rules.matters import matters, parse_matter
from jinlin.notice.rules.notices import NoticeStatus, Type
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.known import known_reference


def list_(
    call: Call,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar=_("TYPE"), help=_("公示、公告、公开 or 通知.")),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar=_("STATUS"), help=_("draft, running, ended or withdrawn.")),
    ] = None,
    matter: Annotated[
        str | None,
        typer.Option(metavar=_("MATTER"), help=_("Such as 电梯方案: jinlin notice matters")),
    ] = None,
    about: options.About = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("Posted from this day on."))
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("Posted up to this day."))
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Stands in title, text or places."))
    ] = None,
    take_down: Annotated[
        bool, typer.Option("--take-down", help=_("Only what is over and still hangs."))
    ] = False,
) -> None:
    with reading(call) as reader:
        wanted = NoticeFilter(
            types=tuple(map(Type.read, listed(type_ or ""))),
            statuses=tuple(map(NoticeStatus.read, listed(status or ""))),
            matter=parse_matter(matter).code if matter else None,
            about=known_reference(reader, about) if about else None,
            start=parse_bound(from_, reader.clock).isoformat() if from_ else None,
            stop=parse_bound(to, reader.clock).isoformat() if to else None,
            text=(text or "").strip(),
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
