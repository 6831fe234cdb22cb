"""What of the branch is handed over: its money, its posts, its rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.member.branch.rooms import ROOMS
from jinlin.member.fund.queries import PurseRow, purses
from jinlin.member.posts.holdings import PostRow, expired, held_on
from jinlin.member.posts.terms import NOT_ELECTED
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    money = list(purses(reader))
    yield HandoverPart(
        40,
        data={
            "purses": [
                {"purse": one.purse.value, "balance_fen": one.balance, "entries": one.entries}
                for one in money
            ]
        },
        blocks=(
            Heading(_("Money, purse by purse")),
            _money([purse for purse in money if purse.entries]),
        ),
    )
    today = reader.clock.today
    posts = [*held_on(reader, today), *expired(reader, today)]
    yield HandoverPart(
        50,
        data={"posts": [{"post": one.held.text, "name": one.person.name} for one in posts]},
        blocks=(Heading(_("Who holds which post")), Paragraph(_posts(posts, today))),
        things=tuple((room.name, room.place or "") for room in ROOMS.rows(reader)),
    )


def _money(used: Sequence[PurseRow]) -> Block:
    if not used:
        return Paragraph(_("No purse has an entry."))
    return Table(
        headings=(_("Purse"), _("Income"), _("Spending"), _("Balance"), _("Not disclosed")),
        rows=tuple(
            (
                one.purse.label,
                yuan(one.income),
                yuan(one.spending),
                yuan(one.balance),
                str(one.undisclosed),
            )
            for one in used
        ),
        numeric=(False, True, True, True, True),
    )


def _posts(posts: Sequence[PostRow], today: date) -> str:
    if not posts:
        return _("Nobody holds a post.")
    return _("; ").join(
        _("{post}: {name}").format(post=one.held.text, name=one.person.name) + _over(one, today)
        for one in posts
    )


def _over(post: PostRow, day: date) -> str:
    """Return that the term of a post is over and nobody was elected; empty where neither is so."""
    return _(" ({parts})").format(parts=_(NOT_ELECTED)) if post.term_over(day.isoformat()) else ""


SHARE: Final = HandoverShare(registers={"member": N_("members and report-ins")}, parts=_parts)
