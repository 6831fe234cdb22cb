"""`jinlin member report-in`: double registration and the services claimed."""

from __future__ import annotations

from functools import partial
from typing import Annotated, TypeAlias

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.days.lasting import duration
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.register.columns import affiliation_column
from jinlin.member.kinds import EMPLOYER, PARTY_DAY, PARTY_TODAY, SaidPartyDay, Who
from jinlin.member.own_branch import branch
from jinlin.member.report_in import report_in
from jinlin.member.report_in.receipt_page import receipt_page
from jinlin.member.rules.party import Affiliation
from jinlin.output.asking import confirm, overtaken
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PageCommand, PersonalListingCommand
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import BOUND_DAY, COME_DAY, MINUTES, PHONE, TEXT, WHO
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.page import show_pages
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)


app = family(
    N_("Members who work elsewhere report in where they live, claim a service and do it."),
    usual="add",
    takes_words=True,
    words={"回执": "receipt"},
    later=(
        _verb("add", "add", N_("Record that somebody reported in.")),
        _verb("claim", "claim", N_("Record which service somebody claimed.")),
        _verb("done", "done_", N_("Record a service done, claimed before or not.")),
        _verb("receipt", "receipt", N_("The receipt to print for who employs her."), PageCommand),
        _verb("list", "list_", N_("Persons, person-times and hours."), PersonalListingCommand),
    ),
)


On: TypeAlias = Annotated[SaidDay, COME_DAY.option("--date", help=N_("On which day."))]


def add(
    call: Call,
    who: Annotated[
        str, WHO.argument(help=N_("Somebody known, or a new name."), asked=AskedFor(N_("Name")))
    ],
    employer: Annotated[str | None, EMPLOYER.option(help=N_("Where she works."))] = None,
    on: Annotated[
        SaidPartyDay | None,
        PARTY_DAY.option("--date", help=N_("The day she reported in, today otherwise.")),
    ] = None,
    phone: Annotated[str | None, PHONE.option(help=N_("Mobile or landline."))] = None,
) -> None:
    with reading(call) as reader:
        before = report_in.reported_on(reader, who)
        keeps = before is not None and on is None and bool(employer or phone)
        day = before[1] if before and keeps else (on or PARTY_TODAY).on(reader.clock)
    if before is not None and before[1] != day:
        _confirm_moved(call, *before, day)
    with writing(call) as tx:
        if report_in.reported_on(tx, who) != before:
            raise overtaken()
        person, known_before, assumed_full = report_in.report_in(
            tx, who, employer=employer, on=day, phone=phone
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
        str, TEXT.argument(called=N_("SERVICE"), help=N_("In a few words, such as 周末巡逻."))
    ],
    on: On = TODAY,
) -> None:
    with writing(call) as tx:
        day = on.on(tx.clock).isoformat()
        person = report_in.claim(tx, who, what, on=day)
    done(
        call,
        _("{number} {name} claimed: {service}.").format(
            number=person.label, name=person.name, service=what
        ),
        number=person.label,
        data={"number": person.label, "service": what, "claimed_on": day},
    )


def done_(
    call: Call,
    who: Who,
    what: Annotated[
        str | None,
        TEXT.argument(called=N_("SERVICE"), help=N_("Which; needed unless one is claimed.")),
    ] = None,
    minutes: Annotated[int | None, MINUTES.option(help=N_("How long it took, such as 90."))] = None,
    on: On = TODAY,
    note: Annotated[str | None, TEXT.option(help=N_("A remark."))] = None,
) -> None:
    with reading(call) as reader:
        day = on.on(reader.clock).isoformat()
        again = report_in.done_before(reader, who, what, on=day)
    if again is not None:
        confirm(
            call,
            _("“{service}” of {day} is recorded already; is it done a second time?").format(
                service=again, day=day
            ),
        )
    with writing(call) as tx:
        person, service = report_in.serve(tx, who, what, on=day, minutes=minutes, note=note)
    text = _("{number} {name} on {day}: {service}.")
    if minutes:
        text = _("{number} {name} on {day}: {service}, {time}.")
    done(
        call,
        text.format(
            number=person.label, name=person.name, day=day, service=service,
            time=duration(minutes or 0),
        ),
        number=person.label,
        data={"number": person.label, "service": service, "done_on": day, "minutes": minutes},
    )  # fmt: skip


def receipt(call: Call, who: Who) -> None:
    with reading(call) as reader:
        member = report_in.reported(reader, who)
        claimed = report_in.claimed(reader, member)
        own = branch(reader).name
        today = reader.clock.today
    show_pages(
        call,
        [receipt_page(member, claimed, branch=own, on=today)],
        template="报到回执",
        data={
            "number": member.person.label,
            "name": member.person.name,
            "employer": member.details.employer,
            "reported_on": member.details.reported_on,
            "claimed": claimed,
            "branch": own,
        },
    )


def list_(
    call: Call,
    from_: Annotated[
        SaidDay | None, BOUND_DAY.option("--from", help=N_("Services from this day."))
    ] = None,
    to: Annotated[SaidDay | None, BOUND_DAY.option(help=N_("Services up to this day."))] = None,
) -> None:
    with reading(call) as reader:
        found = report_in.served(
            reader,
            start=from_.on(reader.clock) if from_ else None,
            end=to.on(reader.clock) if to else None,
        )
    minutes = sum(one.minutes for one in found)
    served = (
        _("Served: {persons} persons, {times} person-times, {time} recorded.")
        if minutes
        else _("Served: {persons} persons, {times} person-times.")
    )
    notes = (
        _("Reported in: {count} persons.").format(
            count=sum(one.affiliation is Affiliation.REPORT_IN for one in found)
        ),
        served.format(
            persons=sum(one.times > 0 for one in found),
            times=sum(one.times for one in found),
            time=duration(minutes),
        ),
    )
    show(
        call,
        Listing.of(
            "report_ins",
            _("Who reported in, and who serves"),
            _cells(call),
            found[: rows_wanted(call) or None],
            total=len(found),
            empty=_("Nobody reported in yet. Record it: jinlin member report-in WHO"),
            notes=notes if found else (),
        ),
    )


def _cells(call: Call) -> tuple[Cell[report_in.Served], ...]:
    def named(one: report_in.Served) -> str:
        """Who acts in a post is named in full."""
        shown = call.unmask or one.in_post
        return one.person.name if shown else masked(one.person.name, Personal.NAME)

    return (
        Cell("number", _("Number"), "person.label"),
        Cell("name", _("Name"), named, personal=Personal.ACTING),
        Cell.of(affiliation_column()),
        Cell("employer", _("Employer")),
        Cell("reported_on", _("Reported in on"), kind=Kind.DATE),
        Cell(
            "claimed",
            _("Claimed, not yet done"),
            lambda one: "、".join(one.claimed) or None,
            personal=Personal.TEXT,
        ),
        Cell("times", _("Times served"), kind=Kind.INTEGER),
        Cell("minutes", _("Minutes served"), kind=Kind.INTEGER),
    )
