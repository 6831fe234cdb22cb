"""What people wrote down, in the rows of a listing: it names nobody who acts in no post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from jinlin.core.call import Call
from jinlin.output.listing.discretion import discreet
from jinlin.output.listing.spotting import Names
from jinlin.store.command.command import open_or_reading
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader

AT_ONCE: Final = 500
"""So many rows are asked about together: of many names few stand in them."""


def without_names(
    call: Call, rows: Iterable[list[Any]], places: Sequence[int]
) -> Iterator[list[Any]]:
    """Return rows with nobody's name, phone or number in their texts; doors stay.

    Args:
        call: the command.
        rows: the rows; they are changed.
        places: where in a row a text stands.
    """
    left = iter(rows)
    with open_or_reading(call) as reader:
        while some := list(islice(left, AT_ONCE)):
            masked = as_listed(
                reader, (row[place] for row in some for place in places if _is_text(row[place]))
            )
            for row in some:
                for place in places:
                    if _is_text(row[place]):
                        row[place] = masked[row[place]]
            yield from some


def as_listed(reader: Reader, texts: Iterable[str]) -> dict[str, str]:
    """Return each text as a listing shows it: without names, phones and numbers; doors stay."""
    said = set(texts)
    if not said:
        return {}
    known = reader.once(KnownNames)
    names = Names(known.among("\n".join(said)), spared=known.acting, none=known.none)
    return {text: discreet(text, names, doors=True) for text in said}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""
