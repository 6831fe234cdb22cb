"""What of the branch is handed over: money, posts, letters to reply to, who serves, rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.core.columns import Personal
from jinlin.core.days.written import written_day, written_party_day, written_short
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.documents.page import Block, Field, Heading, Paragraph, Table
from jinlin.member.branch.rooms import ROOMS
from jinlin.member.branch.tasks import TASKS, TaskState
from jinlin.member.fund.queries import PurseRow, purses
from jinlin.member.management.managers import manager_on, named
from jinlin.member.management.offers import offers_on
from jinlin.member.management.price_words import price_words
from jinlin.member.posts.holdings import PostRow, expired, held_on
from jinlin.member.posts.terms import NOT_ELECTED
from jinlin.member.report_in.opinions import to_reply
from jinlin.member.team.teams import TEAMS
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.output.listing.values import masked
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
            _money([one for one in money if one.income or one.spending or one.opening]),
        ),
    )
    today = reader.clock.today
    posts = [*held_on(reader, today), *expired(reader, today)]
    yield HandoverPart(
        50,
        data={"posts": [{"post": one.held.text, "name": one.person.name} for one in posts]},
        blocks=(Heading(_("Who holds which post")), _posts(posts, today)),
        things=tuple((room.name, room.place or "") for room in ROOMS.rows(reader)),
    )
    yield _management(reader)
    yield _offers(reader)
    yield _tasks(reader)
    yield from _letters(reader)
    yield from _teams(reader)


def _money(used: Sequence[PurseRow]) -> Block:
    if not used:
        return Paragraph(_("No purse has income or spending."))
    late = any(one.undisclosed for one in used)
    headings = (
        _("Purse"),
        _("Income (yuan)"),
        _("Spending (yuan)"),
        _("Balance (yuan)"),
        _("Entries not disclosed"),
    )
    rows = (
        (
            one.purse.label,
            yuan(one.income),
            yuan(one.spending),
            yuan(one.balance),
            str(one.undisclosed or "—"),
        )
        for one in used
    )
    columns = len(headings) if late else len(headings) - 1
    return Table(
        headings=headings[:columns],
        rows=tuple(row[:columns] for row in rows),
        numeric=(False, True, True, True, True)[:columns],
    )


def _posts(posts: Sequence[PostRow], today: date) -> Block:
    if not posts:
        return Paragraph(_("Nobody holds a post."))
    return Table(
        headings=(_("Post"), _("Name")),
        rows=tuple((one.held.label, one.person.name + _over(one, today)) for one in posts),
        widths=(50, 50),
    )


def _over(post: PostRow, day: date) -> str:
    """Return that the term of a post is over and nobody was elected; empty where neither is so."""
    return _(" ({parts})").format(parts=_(NOT_ELECTED)) if post.term_over(day.isoformat()) else ""


def _management(reader: Reader) -> HandoverPart:
    """Return who manages the complex, with the contract, as it stands."""
    manager = manager_on(reader, reader.clock.today)
    if manager is None:
        return HandoverPart(52, data={"manager": None}, blocks=())
    said = (
        (_("Managed by"), named(manager)),
        (_("Since"), written_party_day(manager.since)),
        (_("Contract until"), written_day(manager.until)),
        (_("Fee per m² a month (yuan)"), yuan(manager.fee) if manager.fee else ""),
        (_("Decision it stands on"), manager.decided),
        (_("File"), manager.file),
    )
    return HandoverPart(
        52,
        data={"manager": {"model": manager.model.value, "company": manager.company}},
        blocks=(
            Heading(_("Who manages the complex")),
            *(Field(label, text) for label, text in said if text),
        ),
    )


def _offers(reader: Reader) -> HandoverPart:
    """Return what is offered, at which price, by whom and on which decision."""
    offers = offers_on(reader, reader.clock.today)
    table = (
        Heading(_("What is offered")),
        Table(
            (_("Number"), _("Offered service"), _("Price"), _("Until"), _("Decision it stands on")),
            tuple(
                (one.label, one.what, price_words(one), written_short(one.until) or "—",
                 one.decided or "—")
                for one in offers
            ),
            widths=(10, 34, 20, 20, 16),
        ),
    )  # fmt: skip
    return HandoverPart(
        53,
        data={"offers": [{"number": one.label, "what": one.what} for one in offers]},
        blocks=table if offers else (),
    )


def _tasks(reader: Reader) -> HandoverPart:
    """Return the tasks from street and community that are not done."""
    tasks = [one for one in TASKS.rows(reader) if one.state is not TaskState.DONE]
    table = (
        Heading(_("Tasks from street or community")),
        Table(
            (_("Nr"), _("Task"), _("To be done by"), _("Done (%)"), _("In charge")),
            tuple(
                (
                    one.label,
                    one.what,
                    written_short(one.due_on) or "—",
                    str(one.percent),
                    one.owner or "—",
                )
                for one in tasks
            ),
            numeric=(False, False, False, True, False),
            widths=(8, 44, 18, 12, 18),
        ),
    )
    return HandoverPart(
        54,
        data={"tasks": [{"number": one.number, "percent": one.percent} for one in tasks]},
        blocks=table if tasks else (),
    )


def _letters(reader: Reader) -> Iterator[HandoverPart]:
    """Yield the letters of employers that wait for the branch's opinion."""
    letters = to_reply(reader)
    table = (
        Heading(_("Employers' letters to reply to")),
        Table(
            (_("Number"), _("Asked by"), _("About whom"), _("Reply by")),
            tuple(
                (
                    one.label,
                    one.asked_by,
                    masked(one.name, Personal.NAME),
                    written_short(one.reply_by) or "—",
                )
                for one in letters
            ),
            widths=(12, 44, 24, 20),
        ),
    )
    yield HandoverPart(
        38,
        data={"letters": [letter.label for letter in letters]},
        blocks=table if letters else (),
    )


def _teams(reader: Reader) -> Iterator[HandoverPart]:
    """Yield the teams of those who serve, and who leads them."""
    teams = TEAMS.rows(reader)
    table = (
        Heading(_("Who serves: teams and volunteers")),
        Table(
            (_("Team"), _("Team kind"), _("Team leader"), _("Team members")),
            tuple(
                (team.name, team.kind.label, team.leaders or "—", str(team.members))
                for team in teams
            ),
            numeric=(False, False, False, True),
        ),
    )
    yield HandoverPart(
        55,
        data={"teams": [{"team": team.name, "members": team.members} for team in teams]},
        blocks=table if teams else (),
    )


SHARE: Final = HandoverShare(registers={"member": N_("members and report-ins")}, parts=_parts)
