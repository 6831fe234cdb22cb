"""A service day in a sentence: volunteers, hours and residents, each in its own unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.days.lasting import duration
from jinlin.core.days.written import day_words, month_words, written_party_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.sentences import sentence
from jinlin.meeting.rules.frequency import PeriodLength
from jinlin.meeting.service.days import ServiceDay
from jinlin.meeting.service.usual import ServiceKeeping, UsualService


def day_sentence(day: ServiceDay, unknown: Sequence[str] = ()) -> str:
    """Return what was recorded of a service day; of volunteers unknown here the names told now."""
    return _("{number} {type} of {day}: {what}").format(
        number=day.meeting.label,
        type=day.type_name,
        day=day_words(day.day),
        what=sentence(_("; ").join(_parts(day, unknown))),
    )


def _parts(day: ServiceDay, unknown: Sequence[str]) -> Iterator[str]:
    if day.volunteers:
        said = _("{count} volunteers").format(count=day.volunteers)
        kinds = list(_kinds(day, unknown))
        if kinds:
            said += _(" ({what})").format(what=_(", ").join(kinds))
        if day.minutes:
            said += _(", {time}").format(time=duration(day.minutes))
        yield said
    if day.served is not None:
        yield _("{count} services to residents").format(count=day.served)
    if day.saved:
        yield _("{amount} yuan spared").format(amount=yuan(day.saved))
    if not (day.volunteers or day.served is not None):
        yield _("no number is recorded")


def _kinds(day: ServiceDay, unknown: Sequence[str]) -> Iterator[str]:
    """Yield how many of the volunteers are known, where not all of them are."""
    if day.registered == day.volunteers:
        return
    if day.registered:
        yield _("{count} on record").format(count=day.registered)
    if day.others:
        named = _(": {names}").format(names=_(", ").join(unknown)) if unknown else ""
        yield _("{count} by name only{names}").format(count=day.others, names=named)
    if day.unnamed:
        yield _("{count} unnamed").format(count=day.unnamed)
    if day.minors:
        yield _("{count} under 14").format(count=day.minors)


def kept_sentence(kept: ServiceKeeping) -> str:
    """Return how many in a row a kind of service day was held; empty where it is held as needed."""
    if kept.kept is None or kept.kept.periods == 1:
        return ""
    return _("{count} in a row.").format(count=kept.kept.periods)


def kept_words(kept: ServiceKeeping, known: UsualService) -> str:
    """Return how many periods in a row were kept, and what the branch says of the time before."""
    said = []
    if kept.kept is not None and (kept.kept.periods > 1 or known.unbroken_since):
        since = kept.kept.since
        said.append(
            _("{count} in a row on record (since {month})").format(
                count=kept.kept.periods, month=month_words(since)
            )
        )
    if known.unbroken_since:
        said.append(
            _("before that, by the branch's account, unbroken since {month}").format(
                month=written_party_day(known.unbroken_since)
            )
        )
    return _("; ").join(said)


def missed_words(kept: ServiceKeeping) -> str:
    """Return the periods that went by without a service day; a missed one stands as missed."""
    if kept.due is None:
        return ""
    weekly = kept.due.period is PeriodLength.WEEK
    return _(", ").join(day_words(day) if weekly else month_words(day) for day in kept.missed)
