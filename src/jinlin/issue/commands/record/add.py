"""`jinlin issue add`, the command that is typed most: nothing is loaded that it does not need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.answer import answer, issue_data
from jinlin.issue.privacy.hiding import OnBoard, shown_title
from jinlin.issue.privacy.publicity import board_told
from jinlin.issue.privacy.redaction import taken_for_names
from jinlin.issue.record import actions
from jinlin.issue.record.categories import (
    Category,
    better_category,
    categories,
    dangerous_category,
    find_category,
    usual_urgency,
)
from jinlin.issue.record.dates import promises_of, uncounted_years
from jinlin.issue.record.dispatch import stewards_of
from jinlin.issue.record.duplicates import Similar, similar_issues
from jinlin.issue.record.places import Place, place_in_words, read_place
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.rules.issues import Channel, Urgency, one_line
from jinlin.issue.rules.statuses import CLOSED
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader, Tx

if TYPE_CHECKING:
    from jinlin.member.team.coverage import Cover
    from jinlin.person.people.queries import PersonRow


def add(
    ctx: typer.Context,
    title: Annotated[
        str | None,
        typer.Argument(
            metavar=_("ISSUE"), help=_("What it is, in one line; - for one issue a line.")
        ),
    ] = None,
    category: options.Category = None,
    place: options.PlaceWords = None,
    building: options.Building = None,
    room: options.Room = None,
    reporter: options.Reporter = None,
    reporter_phone: options.ReporterPhone = None,
    on_behalf_of: options.OnBehalfOf = None,
    against: options.Accused = None,
    urgency: options.UrgencyWord = None,
    channel: options.ChannelWord = None,
    due: options.Due = None,
    reported: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("When it was reported; now if not given.")),
    ] = None,
    assign: Annotated[
        str | None, typer.Option(metavar=_("WHO"), help=_("The person in charge from the start."))
    ] = None,
    private: Annotated[bool, typer.Option("--private", help=_("Keep it off boards."))] = False,
    public_title: options.PublicTitle = None,
    part_of: Annotated[
        str | None,
        typer.Option("--part-of", metavar=_("NUMBER"), help=_("The issue it is part of.")),
    ] = None,
) -> None:
    call = called(ctx)
    if title == "-":
        _from_lines(ctx, call, channel)
        return
    told = category is None and call.environment.interactive
    if reported is not None and call.environment.interactive:
        with reading(call) as reader:  # before anything is asked
            options.read_reported(reported, reader.clock)
    title, category, *others = answers(
        call, _questions(call, title, category, place, reporter, urgency, due)
    )
    place, reporter, urgency, due = (text or None for text in others)
    with writing(call) as tx:
        known = categories(tx)
        chosen = find_category(known, category)
        danger = dangerous_category(known, chosen, title)
        where = _where(tx, place, building, room)
        reported_at = options.read_reported(reported, tx.clock)
        then = tx.clock._replace(now=datetime.fromisoformat(reported_at))
        new = actions.NewIssue(
            title=options.title_line(title),
            place=one_line(place, what=_("The place")) if place else None,
            building_id=where.building_id,
            household_id=where.household_id,
            reporter=options.read_reporter(reporter) or None,
            reporter_phone=options.read_phone(reporter_phone),
            on_behalf_of=options.read_reporter(on_behalf_of, what=_("For whom")) or None,
            accused=None if against is None else one_line(against, what=_("Against whom")),
            channel=Channel.read(channel) if channel else Channel.OTHER,
            urgency=Urgency.read(urgency) if urgency else usual_urgency(chosen),
            reported_at=reported_at,
            due_on=parse_day(due, then, planned=True) if due else None,
            private=private,
            public_title=options.cleared(public_title, options.title_line) or None,
            parent_id=None if part_of is None else find(tx, part_of).id,
        )
        issue = actions.add_issue(tx, new, category=chosen, steward=_steward(tx, assign))
        similar = similar_issues(tx, issue)
        covers = stewards_of(tx, issue) if issue.steward is None else []
        uncounted = uncounted_years(tx, issue.due_on)
        shorter = promises_of(tx, issue)
        shown = not issue.private and issue.public_title is None
        on_board = shown_title(tx, issue.title) if shown else None
        kept = "" if private and issue.public_title is None else board_told(tx, issue)
        data = issue_data(tx, issue) | {"similar": [one.number for one in similar]}
    for first in (*(() if told else (chosen,)), *((danger,) if danger else ())):
        _tell_first(call, first)
    answer(call, issue, data, _said(issue))
    _tell_better(call, issue, better_category(known, chosen, new.title))
    if kept:
        call.tell(kept)
    if on_board is not None and on_board.title != issue.title:
        _tell_board(call, issue, on_board)
    _tell_similar(call, issue, similar)
    _tell_cover(call, issue, covers)
    if due is None and shorter[0] != shorter[1]:
        from jinlin.issue.commands.shared.telling import tell_shortened

        tell_shortened(call, issue.urgency, *shorter)
    _tell_limits(call, issue, uncounted, due_given=due is not None)


def _from_lines(ctx: typer.Context, call: Call, channel: str | None) -> None:
    """Record one issue a line; what else there is to say stands in the lines."""
    from jinlin.issue.commands.record.typed_lines import record_typed

    given = {name for name, value in ctx.params.items() if value} - {"title", "channel"}
    if given:
        raise UsageError(
            _("With - only --channel can be given: the rest stands in the lines."),
            hint=_("Write a line like: 路灯不亮 #公共照明 @3号楼2单元 !紧急"),
        )
    record_typed(call, channel)


def _questions(call: Call, *given: str | None) -> list[Question]:
    """Return what is asked where title or category is missing, the needed first."""
    title, category, place, reporter, urgency, due = given
    known: list[Category] = []
    if (title is None or category is None) and call.environment.interactive:
        with reading(call) as reader:
            known, clock = categories(reader), reader.clock
    return [
        Question(
            option=_("ISSUE"),
            text=_("What is it about"),
            given=title,
            check=options.title_line,
        ),
        Question(
            option="--category",
            text=_("Category"),
            given=category,
            choices=[group.name for group in known if group.is_group],
            check=lambda text: _tell_first(call, find_category(known, text)),
        ),
        Question(option="--place", text=_("Where"), given=place, optional=True),
        Question(option="--reporter", text=_("Who reported it"), given=reporter, optional=True),
        Question(
            option="--urgency",
            text=_("How urgent"),
            given=urgency,
            optional=True,
            choices=[word.label for word in Urgency],
            check=Urgency.read,
        ),
        Question(
            option="--due",
            text=_("Due date"),
            given=due,
            optional=True,
            check=lambda text: parse_day(text, clock, planned=True),
        ),
    ]


def _where(reader: Reader, place: str | None, building: str | None, room: str | None) -> Place:
    if building is not None or room is not None:
        return read_place(reader, building=building, room=room)
    return place_in_words(reader, place) if place else Place()


def _steward(tx: Tx, who: str | None) -> PersonRow | None:
    if who is None:
        return None
    from jinlin.issue.commands.shared.people import person_called

    return person_called(tx, who)


def _said(issue: IssueRow) -> str:
    """Return what was recorded, as far as it was not typed."""
    said = _("recorded under {category}, due {due}").format(
        category=issue.category, due=issue.due_on
    )
    if issue.building and issue.place:
        said += _(", building {building}").format(building=issue.building)
    if issue.steward:
        said += _(", with {who}").format(who=issue.steward)
    return said


def _tell_better(call: Call, issue: IssueRow, better: Category | None) -> None:
    """Say which category would fit better, and how to take it; nothing is guessed."""
    if better is not None:
        call.tell(
            _(
                "It sounds like {category}. If so: jinlin issue edit {number} --category {category}"
            ).format(category=better.name, number=issue.label),
        )


def _tell_first(call: Call, category: Category) -> None:
    """Say what must be done before anything is written down, and what to ask."""
    if category.first_advice:
        call.tell(_("First of all: {advice}").format(advice=category.first_advice))
    if category.questions:
        questions = "；".join(category.questions.splitlines())
        call.tell(_("Ask: {questions}").format(questions=questions))


def _tell_board(call: Call, issue: IssueRow, on_board: OnBoard) -> None:
    """Say that a title names somebody or a door, and where that belongs."""
    call.tell(
        _(
            "The title is shown on the board, there as: {title}. Names, phones and rooms belong "
            "elsewhere: jinlin issue edit {number} --title … --reporter … --room …"
        ).format(title=on_board.title, number=issue.label),
    )
    if on_board.likely:
        call.tell(taken_for_names(on_board.likely, on_board.none))


def _tell_similar(call: Call, issue: IssueRow, similar: Sequence[Similar]) -> None:
    """Say which issues may say the same; it is recorded all the same."""
    for one in similar:
        call.tell(
            _("Similar: {number} {title} ({days} days before, {status}).").format(
                number=one.number,
                title=one.title,
                days=one.days_ago,
                status=one.status.label,
            ),
        )
    going_on = [one for one in similar if one.status not in CLOSED]
    if going_on:
        call.tell(
            _("If it is the same: jinlin issue merge {number} --into {other}").format(
                number=issue.label, other=going_on[0].number
            ),
        )


def _tell_cover(call: Call, issue: IssueRow, covers: Sequence[Cover]) -> None:
    for cover in covers[:1]:
        call.tell(
            _(
                "{who} looks after building {building}. "
                "To give it: jinlin issue assign {number} --default"
            ).format(who=cover.person.name, building=cover.building, number=issue.label),
        )


def _tell_limits(call: Call, issue: IssueRow, uncounted: Sequence[int], *, due_given: bool) -> None:
    """Say what is not certain about the due day."""
    if uncounted:
        call.tell(
            _(
                "The public holidays of {years} are not known yet: Monday to Friday were counted. "
                "See: jinlin config holidays"
            ).format(years=_(", ").join(map(str, uncounted))),
        )
    if issue.channel is Channel.HOTLINE and not due_given:
        call.tell(
            _("A ticket of 12345 has its own limit: jinlin issue edit {number} --due DATE").format(
                number=issue.label
            ),
        )
