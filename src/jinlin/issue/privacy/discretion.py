"""Free text that leaves the house without the names of residents and of who brings issues."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jinlin.complex.building.rooms import rooms_among
from jinlin.output.listing.discretion import Form, discreet
from jinlin.output.listing.spotting import Names
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader


def discreet_texts(
    reader: Reader,
    texts: Sequence[str],
    *,
    spared: Collection[str] = (),
    form: Form = Form.LIST,
) -> list[str]:
    """Return texts without the names of people in no post today, of reporters and for whom.

    Args:
        reader: the database.
        texts: what somebody typed.
        spared: names that may be read all the same.
        form: what stands in their place.
    """
    if not texts:
        return []
    known = reader.once(KnownNames)
    acting = known.acting - reader.once(_brought)
    said = "\n".join(texts)
    names = Names(
        known.among(said),
        spared={*acting, *spared},
        none=known.none,
        rooms=rooms_among(reader, said),
    )
    return [discreet(text, names, form=form) for text in texts]


def _brought(reader: Reader) -> frozenset[str]:
    """Return who brought issues, and for whom: also those in a post are not told of as such."""
    asked = "SELECT reporter FROM issue UNION SELECT on_behalf_of FROM issue"
    return frozenset(str(row[0]) for row in reader.each(asked))
