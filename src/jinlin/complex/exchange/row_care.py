"""Whom a row of a roster says to look after: care tags, each with the consent to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.complex.exchange.row_people import BETWEEN, UNKNOWN, RosterPerson
from jinlin.complex.household.care import LONGEST, MAX_TAG, usual_tag
from jinlin.core.clock import Clock
from jinlin.core.days.said_days import parse_day
from jinlin.core.i18n import _
from jinlin.core.text import compact, listed
from jinlin.exchange.table.rows import Row, without_padding
from jinlin.exchange.table.value_words import value_meaning

_DAYS: Final = re.compile(r"(\d{1,4})(?:\.0)?天?")


class ConsentedTag(NamedTuple):
    """A care tag with the consent to it.

    Attributes:
        consent_until: up to when that holds; None without an end.
        every: the days between two visits; None where the roster does not say.
    """

    tag: str
    consent_on: str
    consent_by: str
    consent_until: str | None = None
    every: int | None = None


def care_of(
    row: Row, owners: Sequence[RosterPerson], clock: Clock, consented: date | None
) -> tuple[tuple[ConsentedTag, ...], int]:
    """Read the care tags that have a consent.

    Returns:
        The tags; and how many are left out, because nobody's consent is recorded.

    Raises:
        RowError: a tag or a day cannot be read.
    """
    if "care" not in row.headers.columns:
        return (), 0
    tags = list(dict.fromkeys(_tags(row)))
    if not tags:
        return (), 0
    days = _consents(row, "consent_on", len(tags))
    names = _consents(row, "consent_by", len(tags))
    ends = _consents(row, "consent_until", len(tags))
    intervals = _consents(row, "care_every", len(tags))
    usual = owners[0].name if len(owners) == 1 else ""
    found = []
    for tag, said, by, end, often in zip(tags, days, names, ends, intervals, strict=True):
        every = _interval(row, often)
        day = _consent_day(row, "consent_on", said, clock) or (consented and consented.isoformat())
        until = _consent_day(row, "consent_until", end, clock)
        if day and (by or usual):
            found.append(ConsentedTag(tag, day, without_padding(by) or usual, until, every))
    return tuple(found), len(tags) - len(found)


def _consents(row: Row, field: str, count: int) -> list[str]:
    """Return what a cell says of the consent to each tag; said once, it holds for all."""
    parts = [part.strip() for part in BETWEEN.split(row.whole(field))]
    said = ["" if part in UNKNOWN else part for part in parts]
    if len(said) not in (1, count):
        raise row.error(field, _("as many as there are care tags are needed, or one for all"))
    return said if len(said) == count else said * count


def _consent_day(row: Row, field: str, said: str, clock: Clock) -> str | None:
    if not said:
        return None
    day = row.read(field, lambda: parse_day(said, clock, planned=field == "consent_until"))
    if field == "consent_on" and day > clock.today:
        raise row.error(field, _("the consent of {day} has not been given yet").format(day=day))
    return day.isoformat()


def _interval(row: Row, said: str) -> int | None:
    """Read how many days may pass between two visits: `30`, `30天`."""
    match = _DAYS.fullmatch(compact(said))
    if said and (match is None or not 0 < int(match[1]) <= LONGEST):
        reason = _("{days} is no number of days between visits").format(days=said)
        raise row.error("care_every", reason)
    return int(match[1]) if match else None


def _tags(row: Row) -> Iterable[str]:
    """Return the tags of every care column: what it says, or its header where it says yes."""
    for header, cell in row.texts("care"):
        answer = value_meaning("yes_no", cell)
        if answer == "no":
            continue
        asked = "".join(header.split()).removeprefix("是否").rstrip("*：:")
        said = [asked] if answer == "yes" else listed(cell, also="|/")
        for tag in filter(None, said):
            found = _tag(tag, asked)
            if len(found) > MAX_TAG:
                raise row.error("care", _("“{text}” is no short tag").format(text=tag))
            yield found


def _tag(text: str, asked: str) -> str:
    """Return the tag by its usual name; what only tells it more closely stands behind it."""
    usual, about = usual_tag(text), usual_tag(asked)
    if usual and compact(text) in {usual.name, *usual.words}:
        return usual.name
    return f"{about.name}（{text}）" if about and not usual else text
