"""What service days add up to in a stretch of time: no figure mixes kinds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.core.days.stretch import Stretch
from jinlin.meeting.service.days import WAS_HELD, ServiceDay, on_days, service_days
from jinlin.store.transaction.tx import Reader


class ServiceTotals(NamedTuple):
    """What service days add up to.

    Attributes:
        days: how often one was held (场).
        times: how often somebody served (人次).
        persons: how many different people of the register these were (人数).
        unregistered: of the times those of whom nobody on record is known.
        minutes: for how long, as far as it was said.
        timed: on how many of the days it was said.
        served: how often residents took something (人次).
        saved: what was spared the owners; fen.
        teams: how many teams took part.
    """

    days: int = 0
    times: int = 0
    persons: int = 0
    unregistered: int = 0
    minutes: int = 0
    timed: int = 0
    served: int = 0
    saved: int = 0
    teams: int = 0


NO_SERVICES: Final = ServiceTotals()


def held_in(reader: Reader, stretch: Stretch) -> list[ServiceDay]:
    """Return the service days held in a stretch up to today, the latest first."""
    last = min(stretch.last, reader.clock.today)
    return service_days(reader, on_days(reader, stretch.first, last) & WAS_HELD)


def totals(reader: Reader, stretch: Stretch) -> ServiceTotals:
    """Return what the service days of a stretch add up to."""
    return added_up(reader, held_in(reader, stretch))


def added_up(reader: Reader, days: Sequence[ServiceDay]) -> ServiceTotals:
    """Return what service days add up to."""
    persons = reader.value(
        "SELECT count(DISTINCT person_id) FROM attendance WHERE removed_at IS NULL"
        " AND state IN ('present', 'late') AND meeting_id IN (SELECT value FROM json_each(?))",
        (json.dumps([one.meeting.id for one in days]),),
    )
    return ServiceTotals(
        days=len(days),
        times=sum(one.volunteers for one in days),
        persons=persons,
        unregistered=sum(one.volunteers - one.registered for one in days),
        minutes=sum(one.minutes or 0 for one in days),
        timed=sum(one.minutes is not None for one in days),
        served=sum(one.served or 0 for one in days),
        saved=sum(one.saved or 0 for one in days),
        teams=len({team for one in days for team in one.teams}),
    )
