"""Civil time: the moment of a command, in the zone in which its database counts days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _

DEFAULT_OFFSET: Final = "+08:00"
DEFAULT_ZONE: Final = timezone(timedelta(hours=8))
WEEKDAY_NAMES: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
YEARS: Final = range(1900, 2200)
"""The years in which anything is counted."""


class SaidDays:
    """The days that one command was told, in words and as they were read.

    Attributes:
        chosen: what is meant by words that could mean two years, as she has answered.
        read: the days that were read for words, with their time of day where one was said, as far
            as nobody has told them yet.
    """

    def __init__(self) -> None:
        self.chosen: dict[str, str] = {}
        self.read: dict[str, str] = {}

    def meant(self, text: str) -> str:
        """Return the words with their year, if she was asked which one is meant."""
        return self.chosen.get(text, text)


class Clock(NamedTuple):
    """The moment at which a command runs, and the zone in which its database counts days.

    Attributes:
        now: the moment, in UTC.
        zone: the offset of civil time; a setting of the database, never the machine's zone.
        said: the days its command was told; None where nobody keeps them.
    """

    now: datetime
    zone: timezone
    said: SaidDays | None = None

    @property
    def today(self) -> date:
        """The civil day."""
        return self.now.astimezone(self.zone).date()

    @property
    def stamp(self) -> str:
        """The moment as the database keeps it: `2026-11-05T08:00:00Z`."""
        return stamp(self.now)

    def local(self, kept: str) -> datetime:
        """Return a kept moment in civil time."""
        return datetime.fromisoformat(kept).astimezone(self.zone)

    def moment(self, day: date, hour: int = 0, minute: int = 0, second: int = 0) -> str:
        """Return a civil moment as the database keeps it."""
        return stamp(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=self.zone))


def clock_of(now: datetime, zone: timezone, said: SaidDays | None = None) -> Clock:
    """Return the clock of a command; what it was told of days is kept in `said`.

    Raises:
        UsageError: the computer's clock shows a year in which nothing is counted.
    """
    if now.year not in YEARS:
        raise UsageError(
            _("The clock of this computer shows the year {year}.").format(year=now.year),
            hint=_("Set it right, then type the command again."),
        )
    return Clock(now, zone, said)


def computer_time(now: datetime) -> datetime:
    """Return a moment in the computer's own zone, as the names of backups tell it.

    Raises:
        UsageError: its clock or its zone is set to what cannot be.
    """
    try:
        return clock_of(now, DEFAULT_ZONE).now.astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(
            _("The time zone of this computer cannot be read."),
            hint=_("Set it right, or leave TZ away."),
            detail=str(error),
        ) from error


def stamp(moment: datetime) -> str:
    """Return a moment in UTC, to the second, as the database keeps it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def zone_of(offset: str) -> timezone:
    """Read an offset such as `+08:00`.

    Raises:
        UsageError: it is no offset.
    """
    match = re.fullmatch(r"([+-])(0\d|1[0-4]):([0-5]\d)", offset)
    if match is None:
        raise UsageError(
            _("“{text}” is not a time zone.").format(text=offset), hint=_("Write it like +08:00.")
        )
    minutes = int(match[2]) * 60 + int(match[3])
    return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))


class Month(NamedTuple):
    """A civil month."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> Month:
        """The month after."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> Month:
        """The month before."""
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def kept_day(kept: str | None) -> date | None:
    """Return a day as it is kept; None where there is none."""
    return date.fromisoformat(kept) if kept else None
