"""What is typed to mean a record that a listing has just shown: its number, whole or short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from jinlin.output.listing.listing import Listing
from jinlin.output.listing.values import as_text

_NUMBERED: Final = re.compile(r"(?:\d{4}-|[A-Z])0*(\d+)")
"""The number of a record, such as `2026-0044` or `M12`."""


def records_in(listing: Listing) -> Mapping[str, str]:
    """Return the records of a listing by what can be typed for them; its rows can be read twice."""
    table = listing.for_people()
    return short_and_whole(as_text(table.columns[0], row[0]) for row in table.rows)


def short_and_whole(records: Iterable[str]) -> Mapping[str, str]:
    """Return records by their numbers; of a short number only where it means one of them alone."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for record in records:
        if record and not any(map(str.isspace, record)):
            found[record] = record
            if match := _NUMBERED.fullmatch(record):
                twice |= {match[1]} & (found.keys() - {record})
                found[match[1]] = record
    return {word: record for word, record in found.items() if word not in twice}
