"""Whether what something is said to stand on was decided; the room of the meetings says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinlin.core.reference import Reference, parse_reference
from jinlin.output.contribution.rooms import contributed
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader


def carried(reader: Reader, decision: Reference) -> str:
    """Return the number of a resolution or vote, once it is sure that it is one and was carried.

    Raises:
        NotFoundError: there is no such resolution or vote.
        RuleError: it was not carried.
    """
    known(reader, decision)
    for room in contributed("decided"):
        room.check_decided(reader, decision)
    return decision.number


def decision_words(reader: Reader, numbers: Iterable[str]) -> Mapping[str, str]:
    """Return by number who decided and when, as residents read it."""
    return {
        number: words
        for number in numbers
        for room in contributed("decided")
        if (words := room.decision_words(reader, parse_reference(number)))
    }
