"""Where something is discussed before the branch answers, as the room of meetings tells it."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.reference import Reference
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Reader, Tx


class Discussion(NamedTuple):
    """A meeting of the branch; or, without number and day, the kind of meeting that is to be held.

    Attributes:
        number: `M12`.
        day: ISO text.
        name: what kind of meeting it is.
        held: it is recorded who came, or what was said: the records say that it was held.
    """

    number: str
    day: str
    name: str
    held: bool = False


def discussion(reader: Reader, meeting: str | None) -> Discussion:
    """Return a meeting by its number; where there is none, where the branch is to discuss."""
    [room] = contributed("discussed")
    found: Discussion = room.discussion(reader, meeting)
    return found


def take_up(
    tx: Tx, about: Reference, title: str, *, meeting: Reference | None, days: tuple[str, str]
) -> Discussion:
    """Find where something was discussed, and see that it stands on the agenda there.

    Args:
        tx: the transaction.
        about: what was discussed.
        title: how an agenda calls it; it names nobody.
        meeting: the meeting, where it was said.
        days: from when to when it can have been; ISO text.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it is none in which the branch discusses, its day cannot be true, or its minutes
            are confirmed without it.
        UsageError: it was not said, and several can be meant.
    """
    [room] = contributed("discussed")
    found: Discussion = room.take_up(tx, about, title, meeting=meeting, days=days)
    return found
