"""`jinlin member opinion list`, `add`, `show`, `reply`, `letter` and `remove`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.own_branch import branch
from jinlin.member.report_in import opinion_actions
from jinlin.member.report_in.letter import duration, reply_page
from jinlin.member.report_in.opinions import (
    Asked,
    Cause,
    Facts,
    OpinionRow,
    ReplyState,
    facts,
    find_opinion,
    opinions,
    parse_opinion,
    parse_opinion_number,
)
from jinlin.member.rules.party_days import parse_past_day
from jinlin.output.asking import Question, answers
from jinlin.output.command.grammar import called
from jinlin.output.delivery.page import show_pages
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, Record, rows_wanted
from jinlin.store.command.command import reading, writing

Number: TypeAlias = Annotated[
    str, typer.Argument(metavar=_("LETTER"), help=_("The number of the letter: Y3."))
]


def list_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found = opinions(reader)
    show(
        call,
        Listing(
            key="opinions",
            title=_("Requests for opinion"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("About whom"), personal=Personal.NAME),
                Column(key="asked_by", heading=_("Employer")),
                _cause_column(),
                Column(key="received_on", heading=_("Letter came"), kind=Kind.DATE),
                Column(key="reply_by", heading=_("Reply by"), kind=Kind.DATE),
                _state_column(),
                Column(key="replied_on", heading=_("Reply sent"), kind=Kind.DATE),
            ),
            rows=[
                (
                    one.label, one.person.name, one.asked.asked_by, one.asked.cause,
                    one.asked.received_on, one.asked.reply_by, one.state, one.replied_on,
                )
                for one in found[: rows_wanted(call) or None]
            ],
            total=len(found),
            empty=_("No letter is recorded. Record one: jinlin member opinion add WHO"),
        ),
    )  # fmt: skip


def add(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("NAME"), help=_("The employer that asks."))
    ] = None,
    cause: Annotated[
        str | None,
        typer.Option(metavar=_("CAUSE"), help=_("honours, promotion, delegate or other.")),
    ] = None,
    letter: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("The number of its letter."))
    ] = None,
    on: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day the letter came."))
    ] = "today",
    reply_by: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("Until when it wants the reply."))
    ] = None,
) -> None:
    call = called(ctx)
    [asked_by, why] = answers(
        call,
        [
            Question(option="--from", text=_("The employer"), given=from_),
            Question(
                option="--cause",
                text=_("Cause"),
                given=cause,
                choices=list(Cause.labels().values()),
                check=Cause.read,
            ),
        ],
    )
    if not clean(asked_by):
        raise UsageError(_("Who asks?"), hint=_("Write it like --from 市财政局."))
    with writing(call) as tx:
        received = parse_past_day(on, tx.clock)
        due = parse_day(reply_by, tx.clock, planned=True).isoformat() if reply_by else None
        opinion = opinion_actions.add_opinion(
            tx,
            who,
            Asked(
                asked_by=clean(asked_by),
                cause=Cause.read(why),
                received_on=received.isoformat(),
                letter=clean(letter or "") or None,
                reply_by=due,
            ),
        )
    said = _("{number}: {employer} asks about {name}.")
    if due:
        said = _("{number}: {employer} asks about {name}; reply by {day}.")
    done(
        call,
        said.format(
            number=opinion.label, employer=opinion.asked.asked_by, name=opinion.person.name, day=due
        ),
        number=opinion.label,
        data={
            "number": opinion.label,
            "person": opinion.person.label,
            "cause": opinion.asked.cause,
            "reply_by": due,
        },
    )


def show_(ctx: typer.Context, number: Number) -> None:
    call = called(ctx)
    which = parse_opinion_number(number)
    with reading(call) as reader:
        opinion = find_opinion(reader, which)
        known = facts(reader, opinion)
    _show(call, opinion, known)


def reply(
    ctx: typer.Context,
    number: Number,
    text: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("The opinion, in words; no score."))
    ] = None,
    discussed: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("The day the committee discussed it.")),
    ] = None,
    on: Annotated[
        str, typer.Option(metavar=_("DATE"), help=_("The day the reply went out."))
    ] = "today",
) -> None:
    call = called(ctx)
    which = parse_opinion_number(number)
    if text is not None:
        parse_opinion(text)
    [words, day] = answers(
        call,
        [
            Question(option="--text", text=_("The opinion"), given=text, check=parse_opinion),
            Question(option="--discussed", text=_("Discussed on"), given=discussed),
        ],
    )
    with writing(call) as tx:
        sent = parse_past_day(on, tx.clock)
        opinion = opinion_actions.reply(
            tx,
            which,
            text=parse_opinion(words),
            discussed_on=parse_day(day, tx.clock).isoformat(),
            replied_on=sent.isoformat(),
        )
    done(
        call,
        _("{number} was replied on {day}. To print it: jinlin member opinion letter {number}")
        .format(number=opinion.label, day=opinion.replied_on),
        number=opinion.label,
        data={"number": opinion.label, "replied_on": opinion.replied_on},
    )  # fmt: skip


def letter(ctx: typer.Context, number: Number) -> None:
    call = called(ctx)
    which = parse_opinion_number(number)
    with reading(call) as reader:
        opinion = find_opinion(reader, which)
        known = facts(reader, opinion)
        name = branch(reader).name
    show_pages(
        call,
        [reply_page(opinion, known, branch=name)],
        template="征求意见复函",
        data={
            "number": opinion.label,
            "name": opinion.person.name,
            "asked_by": opinion.asked.asked_by,
            "letter": opinion.asked.letter,
            "cause": opinion.asked.cause,
            "received_on": opinion.asked.received_on,
            "reply_by": opinion.asked.reply_by,
            "employer": known.employer,
            "reported_on": known.reported_on,
            "services": len(known.services),
            "minutes": known.minutes,
            "discussed_on": opinion.discussed_on,
            "text": opinion.text,
            "replied_on": opinion.replied_on,
            "branch": name,
        },
    )


def remove(ctx: typer.Context, number: Number) -> None:
    call = called(ctx)
    which = parse_opinion_number(number)
    with writing(call) as tx:
        opinion = opinion_actions.remove_opinion(tx, which)
    done(
        call,
        _("{number} was taken out.").format(number=opinion.label),
        number=opinion.label,
        data={"number": opinion.label},
    )


def _show(call: Call, opinion: OpinionRow, known: Facts) -> None:
    asked = opinion.asked
    show(
        call,
        Record(
            title=f"{opinion.label} {opinion.person.name}",
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="person", heading=_("Person")),
                Column(key="name", heading=_("About whom")),
                Column(key="asked_by", heading=_("Asked by")),
                Column(key="letter", heading=_("Letter no.")),
                _cause_column(),
                Column(key="received_on", heading=_("Letter came"), kind=Kind.DATE),
                Column(key="reply_by", heading=_("Reply by"), kind=Kind.DATE),
                _state_column(),
                Column(key="reported_on", heading=_("Reported in on"), kind=Kind.DATE),
                Column(key="times", heading=_("Services"), kind=Kind.INTEGER),
                Column(key="time", heading=_("Time served")),
                Column(key="discussed_on", heading=_("Discussed on"), kind=Kind.DATE),
                Column(key="text", heading=_("Opinion")),
                Column(key="replied_on", heading=_("Reply sent"), kind=Kind.DATE),
            ),
            values=(
                opinion.label, opinion.person.label, opinion.person.name, asked.asked_by,
                asked.letter, asked.cause, asked.received_on, asked.reply_by, opinion.state,
                known.reported_on, len(known.services),
                duration(known.minutes) if known.minutes else None, opinion.discussed_on,
                opinion.text, opinion.replied_on,
            ),
            listings=(
                Listing(
                    key="services",
                    title=_("Services"),
                    columns=(
                        Column(key="done_on", heading=_("Day"), kind=Kind.DATE),
                        Column(key="service", heading=_("Service")),
                        Column(key="minutes", heading=_("Minutes served"), kind=Kind.INTEGER),
                    ),
                    rows=[(one.done_on, one.what, one.minutes) for one in known.services],
                    empty=_("No service is recorded."),
                ),
            ),
            extra={"minutes": known.minutes},
        ),
    )  # fmt: skip


def _cause_column() -> Column:
    return Column(
        key="cause",
        heading=_("Cause"),
        labels=Cause.labels(),
    )


def _state_column() -> Column:
    return Column(
        key="state",
        heading=_("State"),
        labels=ReplyState.labels(),
    )
