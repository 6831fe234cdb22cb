"""`jinlin branch show`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.member import own_branch
from jinlin.member.branch import groups, venue
from jinlin.member.fund import queries
from jinlin.member.fund.queries import PurseRow
from jinlin.member.management.kinds import ManagementModel
from jinlin.member.management.managers import ComplexManager, manager_on
from jinlin.member.own_branch import BranchRow, Holder
from jinlin.member.posts.holdings import PostRow, held_on
from jinlin.member.register.voters import Needed, electorate
from jinlin.member.rules.branch import FIELD_LABELS, BranchType, Roll, cautions, reelection
from jinlin.member.rules.posts import Body
from jinlin.member.rules.purses import Purse
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.store.command.command import reading


def show_(call: Call) -> None:
    with reading(call) as reader:
        known = own_branch.branch(reader)
        holders = own_branch.holders(reader)
        roll = own_branch.roll(reader)
        votes = electorate(reader, on=reader.clock.today).needed
        items = venue.VENUE.rows(reader)
        known_groups = groups.groups(reader)
        purses = queries.purses(reader)
        today = reader.clock.today
        manager = manager_on(reader, today)
        serving = held_on(reader, today, bodies=(Body.SERVICE_CENTRE, Body.SERVICE_STATION))
    fields = [
        *_profile(known),
        *_people(holders, roll, votes),
        *_management(manager, serving),
        (Column(key="groups", heading=_("Party groups"), kind=Kind.INTEGER), len(known_groups)),
        (
            Column(key="venue", heading=_("Venue")),
            f"{sum(item.met for item in items)}/{len(items)}",
        ),
    ]
    show(
        call,
        Record.of(
            title=known.short_name or known.name,
            fields=fields,
            listings=tuple(_purses(purses)),
            notes=tuple(_notes(known, roll, holders, today)),
        ),
    )


def _profile(known: BranchRow) -> Iterator[tuple[Column, Any]]:
    labels = BranchType.labels()
    for key, kind in (
        ("name", Kind.TEXT), ("short_name", Kind.TEXT), ("type", Kind.TEXT),
        ("superior", Kind.TEXT), ("overlay_permission", Kind.TEXT), ("founded_on", Kind.DATE),
        ("term_years", Kind.INTEGER), ("term_from", Kind.DATE), ("term_to", Kind.DATE),
        ("organisation", Kind.TEXT),
    ):  # fmt: skip
        column = Column(key=key, heading=_(FIELD_LABELS[key]), kind=kind)
        value = getattr(known, key)
        yield (column._replace(labels=labels), value.value) if key == "type" else (column, value)


def _people(
    holders: list[Holder], roll: Roll, votes: Needed | None
) -> Iterator[tuple[Column, Any]]:
    def named(*titles: str) -> str | None:
        return "、".join(h.name for h in holders if h.title in titles) or None

    yield Column(key="secretary", heading=_("Secretary")), named("书记")
    yield Column(key="deputy_secretary", heading=_("Deputy secretary")), named("副书记")
    others = [f"{h.name}（{h.title}）" for h in holders if h.title not in {"书记", "副书记"}]
    yield Column(key="committee", heading=_("Committee members")), "、".join(others) or None
    yield _number("full", _("Full members")), roll.full
    yield _number("probationary", _("Probationary members")), roll.probationary
    yield _number("voters", _("May vote here")), votes.entitled if votes else 0
    yield (
        _number("expected_voters", _("Of these expected")),
        votes.should_attend if votes else 0,
    )
    yield _number("reported_in", _("Reported in")), roll.reported_in


def _management(
    manager: ComplexManager | None, serving: list[PostRow]
) -> Iterator[tuple[Column, Any]]:
    """Return who manages the complex, and who holds the posts of its centre and station."""
    model = Column("management_model", _("Management"), labels=ManagementModel.labels())
    yield model, manager and manager.model.value
    yield Column("manager", _("Managed by")), manager and manager.company
    yield Column("managed_since", _("Managed since"), Kind.DATE), manager and manager.since
    posts = [
        _("{name} ({remarks})").format(name=post.person.name, remarks=post.held.text)
        for post in serving
    ]
    yield Column("service_posts", _("Service centre and station")), _(", ").join(posts) or None


def _number(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading, kind=Kind.INTEGER)


def _purses(purses: list[PurseRow]) -> Iterator[Listing]:
    used = [row for row in purses if row.entries]
    yield Listing.of(
        "purses",
        _("Purses"),
        (
            Cell("purse", _("Purse"), "purse.value", labels=Purse.labels()),
            Cell("balance_fen", _("Balance (yuan)"), "balance", kind=Kind.MONEY),
            Cell.of(_number("undisclosed", _("Not disclosed")), "undisclosed"),
        ),
        used,
        empty=_("No money is entered yet: jinlin branch fund income"),
    )


def _notes(known: BranchRow, roll: Roll, holders: list[Holder], today: date) -> Iterator[str]:
    due = reelection(known.ends, today)
    if due is not None:
        yield due.text()
    if known.term_to is None:
        yield _("The end of the term is not known: jinlin branch edit --term 3 --term-from DATE")
    yield from cautions_told(known, roll, holders)


def cautions_told(known: BranchRow, roll: Roll, holders: list[Holder]) -> Iterator[str]:
    """Say what the branch's type means for it, and what does not go with the regulation."""
    if known.type is BranchType.OVERLAY and known.overlay_permission is not None:
        yield _("By the superior's permission it may do more than overlay branches usually do.")
    for caution in cautions(
        known.type, roll, permission=known.overlay_permission, committee=len(holders)
    ):
        yield caution.text()
