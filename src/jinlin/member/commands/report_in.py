"""`jinlin member report-in`: double registration and the services claimed."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import Annotated, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_bound
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean, compact
from jinlin.member.commands.register.columns import affiliation_column
from jinlin.member.report_in import report_in
from jinlin.member.report_in.letter import duration
from jinlin.member.rules.party import Affiliation
from jinlin.member.rules.party_days import parse_party_day, parse_past_day
from jinlin.output.asking import Question, answers, confirm, overtaken
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalListingCommand, verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)


app = family(
    _("Members who work elsewhere report in where they live, claim a service and do it."),
    usual="add",
    takes_words=True,
    later=(
        _verb("add", "add", _("Record that somebody reported in.")),
        _verb("claim", "claim", _("Record which service somebody claimed.")),
        _verb("done", "done_", _("Record a service done, claimed before or not.")),
        _verb("list", "list_", _("Persons, person-times and hours."), PersonalListingCommand),
    ),
)


MAX_MINUTES = 24 * 60
_LASTED = re.compile(r"(?:(\d{1,2}(?:\.\d)?)个?(?:小时|h))?(?:(\d{1,4})(?:分钟?|min)?)?")

Who: TypeAlias = Annotated[
    str, typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end."))
]
On: TypeAlias = Annotated[str, typer.Option(metavar=_("DATE"), help=_("On which day."))]


def add(
    call: Call,
    who: Annotated[
        str | None, typer.Argument(metavar=_("WHO"), help=_("Somebody known, or a new name."))
    ] = None,
    employer: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("Where she works."))
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("The day she reported in, today otherwise.")),
    ] = None,
    phone: Annotated[
        str | None, typer.Option(metavar=_("PHONE"), help=_("Mobile or landline."))
    ] = None,
) -> None:
    [name] = answers(call, [Question(option=_("WHO"), text=_("Name"), given=who)])
    number = parse_phone(phone) if phone else None
    works_at = clean(employer or "") or None
    with reading(call) as reader:
        before = report_in.reported_on(reader, name)
        keeps = before is not None and on is None and bool(works_at or number)
        day = before[1] if before and keeps else parse_party_day(on or "today", reader.clock)
    if before is not None and before[1] != day:
        _confirm_moved(call, *before, day)
    with writing(call) as tx:
        if report_in.reported_on(tx, name) != before:
            raise overtaken()
        person, known_before, assumed_full = report_in.report_in(
            tx, name, employer=works_at, on=day, phone=number
        )
    done(
        call,
        _("{number} {name} reported in on {day}.").format(
            number=person.label, name=person.name, day=day
        ),
        number=person.label,
        data={
            "number": person.label,
            "name": person.name,
            "reported_on": day,
            "known_before": known_before,
        },
    )
    if assumed_full:
        call.tell(
            _("Put down as a full member; if she is not: jinlin member edit {number}").format(
                number=person.label
            ),
        )


def _confirm_moved(call: Call, person: PersonRow, first: str, day: str) -> None:
    """Ask before somebody who reported in is said to have done so on another day."""
    confirm(
        call,
        _("{person} reported in on {first} already; the day becomes {day}.").format(
            person=person.masked, first=first, day=day
        ),
    )


def claim(
    call: Call,
    who: Who,
    what: Annotated[
        str, typer.Argument(metavar=_("SERVICE"), help=_("In a few words, such as 周末巡逻."))
    ],
    on: On = "today",
) -> None:
    service = clean(what)
    if not service:
        raise UsageError(_("Which service?"), hint=_("Write it in a few words, such as 周末巡逻."))
    with writing(call) as tx:
        day = parse_past_day(on, tx.clock).isoformat()
        person = report_in.claim(tx, who, service, on=day)
    done(
        call,
        _("{number} {name} claimed: {service}.").format(
            number=person.label, name=person.name, service=service
        ),
        number=person.label,
        data={"number": person.label, "service": service, "claimed_on": day},
    )


def done_(
    call: Call,
    who: Who,
    what: Annotated[
        str | None,
        typer.Argument(metavar=_("SERVICE"), help=_("Which; needed unless one is claimed.")),
    ] = None,
    minutes: Annotated[
        str | None, typer.Option(metavar=_("MINUTES"), help=_("How long it took, such as 90."))
    ] = None,
    on: On = "today",
    note: Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))] = None,
) -> None:
    took = _minutes(minutes) if minutes is not None else None
    said = clean(what or "") or None
    with reading(call) as reader:
        day = parse_past_day(on, reader.clock).isoformat()
        again = report_in.done_before(reader, who, said, on=day)
    if again is not None:
        confirm(
            call,
            _("“{service}” of {day} is recorded already; is it done a second time?").format(
                service=again, day=day
            ),
        )
    with writing(call) as tx:
        person, service = report_in.serve(
            tx, who, said, on=day, minutes=took, note=clean(note or "") or None
        )
    text = _("{number} {name} on {day}: {service}.")
    if took:
        text = _("{number} {name} on {day}: {service}, {time}.")
    done(
        call,
        text.format(
            number=person.label, name=person.name, day=day, service=service,
            time=duration(took or 0),
        ),
        number=person.label,
        data={"number": person.label, "service": service, "done_on": day, "minutes": took},
    )  # fmt: skip


def list_(
    call: Call,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("Services from this day."))
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar=_("DATE"), help=_("Services up to this day."))
    ] = None,
) -> None:
    with reading(call) as reader:
        found = report_in.served(
            reader,
            start=parse_bound(from_, reader.clock) if from_ else None,
            end=parse_bound(to, reader.clock) if to else None,
        )
    active = sum(one.times > 0 for one in found)
    notes = (
        _("Reported in: {count} persons.").format(
            count=sum(one.affiliation is Affiliation.REPORT_IN for one in found)
        ),
        _("Served: {persons} persons, {times} person-times, {time} recorded.").format(
            persons=active,
            times=sum(one.times for one in found),
            time=duration(sum(one.minutes for one in found)),
        ),
    )
    show(
        call,
        Listing(
            key="report_ins",
            title=_("Who reported in, and who serves"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name"), personal=Personal.ACTING),
                affiliation_column(),
                Column(key="employer", heading=_("Employer")),
                Column(key="reported_on", heading=_("Reported in on"), kind=Kind.DATE),
                Column(key="claimed", heading=_("Claimed, not yet done"), personal=Personal.TEXT),
                Column(key="times", heading=_("Times served"), kind=Kind.INTEGER),
                Column(key="minutes", heading=_("Minutes served"), kind=Kind.INTEGER),
            ),
            rows=[_row(call, one) for one in found[: rows_wanted(call) or None]],
            total=len(found),
            empty=_("Nobody reported in yet. Record it: jinlin member report-in WHO"),
            notes=notes if found else (),
        ),
    )


def _row(call: Call, one: report_in.Served) -> tuple[object, ...]:
    """Return a line of the list; who acts in a post is named in full."""
    open_name = call.unmask or one.in_post
    return (
        one.person.label,
        one.person.name if open_name else masked(one.person.name, Personal.NAME),
        one.affiliation,
        one.employer,
        one.reported_on,
        "、".join(one.claimed) or None,
        one.times,
        one.minutes,
    )


def _minutes(text: str) -> int:
    """Read how long something took: `90`, `90分钟`, `2小时`, `1小时30分`, `1.5小时`.

    Raises:
        UsageError: it is no whole number of minutes, or more than a day.
    """
    match = _LASTED.fullmatch(compact(text))
    minutes = Fraction(match[1] or 0) * 60 + int(match[2] or 0) if match else Fraction(0)
    if minutes.denominator != 1 or not 0 < minutes <= MAX_MINUTES:
        raise UsageError(
            _("“{text}” is not a number of minutes.").format(text=text),
            hint=_("Write it like --minutes 90."),
        )
    return int(minutes)
