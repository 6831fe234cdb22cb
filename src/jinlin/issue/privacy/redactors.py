"""What a redactor must hide, as the database knows it: residents, reporters, accused parties."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from jinlin.complex.building.rooms import rooms, rooms_among
from jinlin.issue.privacy.redaction import Redactor
from jinlin.output.listing.discretion import Redaction, discreet
from jinlin.output.listing.spotting import Names
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader


class OnBoard(NamedTuple):
    """A title as the board shows it.

    Attributes:
        title: without names, doors and phones.
        likely: what was taken for names, though nobody is known by them.
        none: what was said to be no name.
    """

    title: str
    likely: list[str]
    none: Sequence[str]


def shown_title(reader: Reader, title: str) -> OnBoard:
    """Return a title as the board shows it where it names somebody or a door; else the title."""
    known = reader.once(KnownNames)
    redactor = Redactor(
        Names(known.among(title), none=known.none, rooms=rooms_among(reader, title)), ()
    )
    hidden = redactor.nameless(title)
    return OnBoard(
        title if hidden == title else redactor.text(title),
        redactor.likely(title),
        known.none,
    )


def redactor_of(reader: Reader, *, parties: bool = True) -> Redactor:
    """Return what hides everybody the database ever knew, and every party an issue is about.

    Args:
        reader: the database.
        parties: whether those parties are hidden too; a council must know whom it talks about.
    """
    known = reader.once(KnownNames)
    accused = "SELECT DISTINCT accused FROM issue WHERE accused IS NOT NULL"
    return Redactor(
        Names(known.all, none=known.none, rooms=rooms(reader)),
        [str(row[0]) for row in reader.rows(accused)] if parties else (),
    )


def discreet_texts(
    reader: Reader,
    texts: Sequence[str],
    *,
    spared: Collection[str] = (),
    form: Redaction = Redaction.LIST,
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
