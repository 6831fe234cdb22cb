"""`jinlin household care`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.commands.household import options
from jinlin.complex.household.care import (
    LONGEST,
    NewCare,
    add_care,
    find_tag,
    remove_care,
    usual_tags,
)
from jinlin.complex.household.door import find_household
from jinlin.complex.household.occupants import living_or_owning
from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.person.rules import parse_typed_name
from jinlin.store.command.command import reading, writing


def care(
    call: Call,
    home: options.Home,
    tag: Annotated[
        str | None, typer.Option(metavar=_("TAG"), help=_("Such as 独居老人, 残疾人, 低保."))
    ] = None,
    consent_on: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("When the consent was signed."))
    ] = None,
    consent_by: Annotated[
        str | None, typer.Option(metavar=_("PERSON"), help=_("Who signed: herself or a guardian."))
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("Up to when the consent holds."))
    ] = None,
    every: Annotated[
        int | None, typer.Option(metavar=_("DAYS"), help=_("Visit her every so many days."))
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(metavar=_("PERSON"), help=_("Whom it is about, of those recorded there.")),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What visitors should know."))
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help=_("Take the tag away; all of them without --tag."))
    ] = False,
) -> None:
    _check_interval(every)
    if remove:
        _remove(call, home, tag)
        return
    word, day, who = _answers(call, tag, consent_on, consent_by)
    found = find_tag(word, every=every)
    with writing(call) as tx:
        door = find_household(tx, home)
        about = living_or_owning(tx, door, person) if person else None
        new = NewCare(
            tag=found,
            every=every,
            consent_on=parse_day(day, tx.clock),
            consent_by=parse_typed_name(who),
            until=parse_day(until, tx.clock, planned=True) if until else None,
            person=(about.id, about.name) if about else None,
            note=clean(note) if note is not None else None,
        )
        add_care(tx, door, new)
    done(
        call,
        _("{home}: {tag}, a visit every {days} days.").format(
            home=door.label, tag=found.name, days=every or found.days
        ),
        number=door.label,
        data={"household": door.label, "tag": found.name, "interval_days": every or found.days},
    )


def _check_interval(every: int | None) -> None:
    if every is not None and not 1 <= every <= LONGEST:
        raise UsageError(
            _("{days} is no number of days between visits.").format(days=every),
            hint=_("Write it like --every 30."),
        )


def _answers(call: Call, tag: str | None, on: str | None, by: str | None) -> list[str]:
    """Return tag, and when and by whom it was consented to, asked for on a terminal."""
    _refuse_without_consent(on, by, asking=call.environment.interactive)
    with reading(call) as reader:
        clock = reader.clock
    return answers(
        call,
        [
            Question(
                option="--tag",
                text=_("Care tag"),
                given=tag,
                choices=[usual.name for usual in usual_tags()],
            ),
            Question(
                option="--consent-on",
                text=_("Consent signed on"),
                given=on,
                check=lambda answer: parse_day(answer, clock),
            ),
            Question(
                option="--consent-by",
                text=_("Consent signed by: herself or a guardian, the name"),
                given=by,
                check=parse_typed_name,
            ),
        ],
    )


def _refuse_without_consent(on: str | None, by: str | None, *, asking: bool) -> None:
    """Refuse a tag without a recorded consent, where nobody can be asked for it.

    Raises:
        UsageError: who consented, or when, is not said.
    """
    if (on is None or by is None) and not asking:
        raise UsageError(
            _("A care tag is sensitive: it is kept only with a separate consent (PIPL 28-31)."),
            hint=_(
                "Have it signed (jinlin household consent-form), then add "
                "--consent-on DATE --consent-by NAME."
            ),
        )


def _remove(call: Call, home: str, tag: str | None) -> None:
    with writing(call) as tx:
        door = find_household(tx, home)
        count = remove_care(tx, door, find_tag(tag, every=1).name if tag else None)
    done(
        call,
        _("{home}: care tags removed: {count}.").format(home=door.label, count=count),
        number=door.label,
        data={"household": door.label, "removed": count},
    )
