"""`jinlin notice list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.notice import queries
from jinlin.notice.filters import NOTICES
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.matters import matters
from jinlin.notice.rules.notices import NoticeStatus, Type
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = NOTICES.condition(reader, asked)
        rows = queries.notices(reader, where, limit=rows_wanted(call))
        total = queries.count_notices(reader, where)
    cells: tuple[Cell[NoticeRow], ...] = (
        Cell("number", _("Number"), "label"),
        Cell.of(type_column(), "type.value"),
        Cell("title", _("Title of the notice"), personal=Personal.TEXT),
        Cell("status", _("Status"), "status.value", labels=NoticeStatus.labels()),
        Cell("posted_on", _("Put up on"), kind=Kind.DATE),
        Cell("ends_on", _("Hangs until"), kind=Kind.DATE),
        Cell("taken_down_on", _("Taken down on"), kind=Kind.DATE, on=On.FILES),
        Cell("open_objections", _("Open objections"), kind=Kind.INTEGER),
        Cell.of(matter_column(), on=On.FILES),
        Cell("signer", _("Signing body"), on=On.FILES),
        Cell("about", _("About"), lambda row: row.about and row.about.number, on=On.FILES),
    )
    none = _("There is no such notice. Post one: jinlin notice post")
    show(call, Listing.of("notices", _("Notices"), cells, rows, total=total, empty=none))


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
