"""What of service days may be public: figures, places and teams; of nobody the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.stretch import Length, Stretch, length_said, stretch_named, stretch_with
from jinlin.core.days.written import stretch_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.record.queries import held_within
from jinlin.meeting.rules.services import ServedItem
from jinlin.meeting.service.days import WAS_HELD, ServiceDay, service_days
from jinlin.meeting.service.totals import ServiceTotals, added_up, held_in
from jinlin.meeting.service.usual import ServiceKeeping, UsualService, keeping, usual
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader

SERVICES: Final = "services"
"""The line of the list of what must be public that they are; a code."""


class KeptKind(NamedTuple):
    """How a kind of service day was kept up to the end of the stretch.

    Attributes:
        type: its code.
        usual: what the branch says of it.
    """

    type: str
    kept: ServiceKeeping
    usual: UsualService


class PublicServices(NamedTuple):
    """The service days of a stretch of time, as they may hang.

    Attributes:
        last: the last day that is told of; not after today.
        days: they, the earliest first, without a name in place or services.
        sums: what they add up to.
        items: what was served to how many residents, the days together.
        teams: the teams that took part.
        kinds: the kinds that were held, and how each was kept.
    """

    stretch: Stretch
    last: date
    days: tuple[ServiceDay, ...]
    sums: ServiceTotals
    items: tuple[ServedItem, ...]
    teams: tuple[str, ...]
    kinds: tuple[KeptKind, ...]


def stretch_said(reader: Reader, words: str | None) -> Stretch:
    """Return the month, quarter or year that is named; else the month of the last service day.

    Raises:
        UsageError: there is no such month, quarter or year.
    """
    if words is None:
        latest = service_days(reader, held_within("", reader.clock.stamp) & WAS_HELD, limit=1)
        day = latest[0].day if latest else reader.clock.today
        return stretch_with(day, Length.MONTH)
    return stretch_named(words, length_said(words, Length.MONTH), reader.clock)


def public_services(reader: Reader, stretch: Stretch) -> PublicServices:
    """Return what of the service days of a stretch may hang.

    Raises:
        RuleError: none was held.
    """
    held = held_in(reader, stretch)[::-1]
    if not held:
        raise RuleError(
            _("No service day is recorded for {period}.").format(period=stretch_words(stretch)),
            hint=_("Record one: jinlin service done 爱心日 --people 接龙.txt"),
        )
    last = min(stretch.last, reader.clock.today)
    days = _discreet(reader, held)
    served: Counter[str] = Counter()
    for day in days:
        served.update({one.what: one.served or 0 for one in day.items})
    return PublicServices(
        stretch=stretch,
        last=last,
        days=days,
        sums=added_up(reader, held),
        items=tuple(ServedItem(what, count or None) for what, count in served.items()),
        teams=tuple(dict.fromkeys(team for day in days for team in day.teams)),
        kinds=tuple(
            KeptKind(code, keeping(reader, code, until=last), usual(reader, code))
            for code in dict.fromkeys(day.meeting.type for day in days)
        ),
    )


def _discreet(reader: Reader, days: Sequence[ServiceDay]) -> tuple[ServiceDay, ...]:
    """Return service days without anybody's name where somebody wrote it down."""
    texts = list(
        dict.fromkeys(
            text
            for day in days
            for text in (day.meeting.place or "", *(one.what for one in day.items))
        )
    )
    shown = dict(zip(texts, discreet_texts(reader, texts, form=Redaction.PUBLIC), strict=True))
    return tuple(
        day._replace(
            meeting=day.meeting._replace(place=shown[day.meeting.place or ""]),
            items=tuple(one._replace(what=shown[one.what]) for one in day.items),
        )
        for day in days
    )
