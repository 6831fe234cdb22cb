"""`jinlin service done`: everybody who served, and how many residents, typed once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final, NamedTuple

from jinlin.complex.household.listed import (
    ListedPeople,
    confirm_listed,
    names_said,
    recognised,
    tell_left_out,
)
from jinlin.complex.kinds import PEOPLE
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.meeting.commands.service.kinds import HOURS, ITEMS, OTHERS, SERVED, DayMeant
from jinlin.meeting.rules.services import ServedItem
from jinlin.meeting.service.days import ServiceDay
from jinlin.meeting.service.recording import DayNumbers, day_meant, record_day
from jinlin.meeting.service.usual import ServiceKeeping, keeping
from jinlin.meeting.service.words import day_sentence, kept_sentence
from jinlin.output.asking import overtaken
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import COME_DAY, PRICE, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing

_NOBODY: Final = ListedPeople((), (), (), ())


class _ToldOfDay(NamedTuple):
    """What is told of a service day besides who served."""

    served: Annotated[
        tuple[ServedItem, ...] | None,
        SERVED.option(
            "--served",
            help=N_("How many residents took what: 修脚=12,理发=20."),
            asked=AskedFor(
                N_("How many residents took what, such as 修脚=12,理发=20"), optional=True
            ),
        ),
    ] = None
    what: Annotated[
        Sequence[str] | None, ITEMS.option("--what", help=N_("What was done, without a number."))
    ] = None
    hours: Annotated[
        int | None, HOURS.option("--hours", help=N_("How long each served, such as 2."))
    ] = None
    others: Annotated[
        int | None,
        OTHERS.option("--others", help=N_("How many more served whom nobody named.")),
    ] = None
    minors: Annotated[
        int | None,
        OTHERS.option("--minors", help=N_("How many under 14 served; with --guardians-agree.")),
    ] = None
    guardians_agree: Annotated[
        bool, flag("--guardians-agree", help=N_("Their guardians agreed."))
    ] = False
    saved: Annotated[int | None, PRICE.option("--saved", help=N_("What it saved the owners."))] = (
        None
    )
    team: Annotated[
        Sequence[str] | None, ITEMS.option("--team", help=N_("Which teams took part."))
    ] = None
    place: Annotated[str | None, TEXT.option("--place", help=N_("Where."))] = None

    @property
    def numbers(self) -> DayNumbers:
        """What is recorded of it."""
        return DayNumbers(
            minutes=self.hours,
            unnamed=self.others,
            minors=self.minors,
            saved=self.saved,
            items=(*(self.served or ()), *map(ServedItem, self.what or ())),
            teams=self.team or (),
            place=self.place,
        )


def done_(
    call: Call,
    which: DayMeant,
    *,
    people: Annotated[
        str | None,
        PEOPLE.option(
            help=N_("Who served: a WeChat sign-up (接龙), a sheet, or names."),
            asked=AskedFor(
                N_("Who served: names, or a file with a list, such as 接龙.txt"), optional=True
            ),
        ),
    ] = None,
    told: _ToldOfDay,
    on: Annotated[
        SaidDay | None,
        COME_DAY.option(
            "--date",
            help=N_("The day; else the one that is due."),
            asked=AskedFor(N_("On which day; Enter: the one that is due"), optional=True),
            free=True,
        ),
    ] = None,
) -> None:
    _check_minors(told.minors, agreed=told.guardians_agree)
    listed = names_said(call, people) if people else []
    with reading(call) as reader:
        found = recognised(reader, listed) if listed else _NOBODY
        meant = day_meant(reader, which, on.on(reader.clock) if on else None)
    if people is None and told == _ToldOfDay():
        raise UsageError(
            _("Who served, and how many residents?"),
            hint=_("For example: --people 接龙.txt --served 修脚=12,理发=20"),
        )
    text = _("This records {count} people at {type} of {day}.")
    count = len(found.known) + len(found.unknown) + found.unnamed
    words = {"count": count, "type": meant.type.name, "day": meant.day.isoformat()}
    confirm_listed(call, found, text.format(**words))
    with writing(call) as tx:
        if listed and recognised(tx, listed) != found:
            raise overtaken()
        day = record_day(tx, day_meant(tx, which, meant.day), found, told.numbers)
        kept = keeping(tx, day.meeting.type, until=day.day)
    _tell(call, day, found, kept)


def _check_minors(minors: int | None, *, agreed: bool) -> None:
    """Refuse volunteers under 14 whose guardians did not agree.

    Raises:
        UsageError: nobody said that they did, or there are none.
    """
    if minors and not agreed:
        raise UsageError(
            _("Volunteers under 14 need their guardians' consent."),
            hint=_("If all of them agreed, say so too: --guardians-agree"),
        )


def _tell(call: Call, day: ServiceDay, found: ListedPeople, kept: ServiceKeeping) -> None:
    done(
        call,
        day_sentence(day, found.unknown),
        number=day.meeting.label,
        data=as_json(day)
        | {
            "unknown": found.unknown,
            "left_out": found.left_out,
            "unread": found.unread,
            "row": _row(kept),
        },
    )
    if sentence := kept_sentence(kept):
        call.tell(sentence)
    tell_left_out(call, found)
    if found.unknown:
        call.tell(
            _(
                "Whom nobody here knows yet joins a team so: jinlin team join TEAM {name} --new"
            ).format(name=found.unknown[0])
        )


def _row(kept: ServiceKeeping) -> int | None:
    return kept.kept.periods if kept.kept else None


def as_json(day: ServiceDay) -> dict[str, Any]:
    """Return the numbers of a service day, without a name."""
    return {
        "number": day.meeting.label,
        "type": day.meeting.type,
        "day": day.day.isoformat(),
        "volunteers": day.volunteers,
        "registered": day.registered,
        "others": day.others,
        "unnamed": day.unnamed,
        "minors": day.minors,
        "minutes": day.minutes,
        "served": day.served,
        "items": [one._asdict() for one in day.items],
        "teams": list(day.teams),
        "saved": day.saved,
    }
