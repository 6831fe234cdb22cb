"""`jinlin household care`."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

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
from jinlin.complex.kinds import PERSON
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.said import SaidDay
from jinlin.core.text import clean
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import DAY, NUMBER, PLANNED_DAY, TEXT, WHO
from jinlin.output.command.questions import ask
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def _interval(text: str) -> int:
    days = NUMBER.take(text, as_typed("--every"))
    if not 1 <= days <= LONGEST:
        raise UsageError(
            _("{days} is no number of days between visits.").format(days=days),
            hint=_("Write it like --every 30."),
        )
    return days


TAG: Final = WordKind("care tag", N_("TAG"), clean)
INTERVAL: Final = WordKind("number", N_("DAYS"), _interval)

_Tag: TypeAlias = Annotated[
    str | None,
    TAG.option(
        help=N_("Such as 独居老人, 残疾人, 低保."),
        asked=AskedFor(
            N_("Care tag"),
            choices=lambda _call: [usual.name for usual in usual_tags()],
            where=lambda said: not said["remove"],
        ),
    ),
]


def care(
    call: Call,
    home: options.Home,
    tag: _Tag,
    consent_on: Annotated[
        SaidDay | None, DAY.option(help=N_("When the consent was signed."))
    ] = None,
    consent_by: Annotated[
        str | None, PERSON.option(help=N_("Who signed: herself or a guardian."))
    ] = None,
    until: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("Up to when the consent holds."))
    ] = None,
    every: Annotated[int | None, INTERVAL.option(help=N_("Visit her every so many days."))] = None,
    person: Annotated[
        str | None,
        WHO.option(called=N_("PERSON"), help=N_("Whom it is about, of those recorded there.")),
    ] = None,
    note: Annotated[
        str | None, TEXT.option(help=N_("What visitors should know."), cleared="")
    ] = None,
    remove: Annotated[
        bool, flag("--remove", help=N_("Take the tag away; all of them without --tag."))
    ] = False,
) -> None:
    if remove:
        _remove(call, home, tag)
        return
    assert tag is not None  # it was asked for
    if consent_on is None or consent_by is None:
        _refuse_without_consent(call)
    day = consent_on or ask(call, DAY, "--consent-on", _("Consent signed on"))
    who = consent_by or ask(
        call, PERSON, "--consent-by", _("Consent signed by: herself or a guardian, the name")
    )
    found = find_tag(tag, every=every)
    with writing(call) as tx:
        door = find_household(tx, home)
        about = living_or_owning(tx, door, person) if person else None
        new = NewCare(
            tag=found,
            every=every,
            consent_on=day.on(tx.clock),
            consent_by=who,
            until=until.on(tx.clock) if until else None,
            person=(about.id, about.name) if about else None,
            note=note,
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


def _refuse_without_consent(call: Call) -> None:
    """Refuse a tag without a recorded consent, where nobody can be asked for it.

    Raises:
        UsageError: nobody can.
    """
    if not call.environment.interactive:
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
