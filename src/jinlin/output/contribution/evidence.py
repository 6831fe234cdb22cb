"""What records say of a body that is rated (评议依据): record by record, and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jinlin.core.decimals import Rate
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Reader


class EvidenceKind(Word):
    """What is counted; `holds` of a record says which of its two ends it has."""

    ON_TIME = "on_time", N_("settled by the day they were due")
    SATISFIED = "satisfied", N_("residents satisfied with what was settled")
    REPEATED = "repeated", N_("came up again after it was settled")
    DISCLOSED = "disclosed", N_("decisions posted in time")
    PROMISES = "promises", N_("promises kept by their day")


class RatedBodyAsked(NamedTuple):
    """A body whose records are asked for, and the days of which.

    Attributes:
        code: the stored word of a body of the complex; empty of a partner.
        names: what it is called in records.
    """

    code: str
    names: tuple[str, ...]
    first: date
    last: date


class EvidenceRecord(NamedTuple):
    """One record that counts.

    Attributes:
        number: by which it is found.
        day: the day that decides, as ISO text: due, rated, reported.
        holds: whether it was on time, satisfied, a repeat.
    """

    kind: EvidenceKind
    number: str
    day: str
    holds: bool


class EvidenceFigure(NamedTuple):
    """How many of the records of a kind hold."""

    kind: EvidenceKind
    rate: Rate


def records_of(reader: Reader, asked: RatedBodyAsked) -> list[EvidenceRecord]:
    """Return the records that tell of a body, kind by kind, day by day."""
    found = [one for room in contributed("evidence") for one in room.evidence(reader, asked)]
    order = list(EvidenceKind)
    return sorted(found, key=lambda one: (order.index(one.kind), one.day, one.number))


def counted(records: Iterable[EvidenceRecord]) -> Iterator[EvidenceFigure]:
    """Yield for each kind of which there are records how many hold, of how many."""
    every = list(records)
    for kind in EvidenceKind:
        if of_kind := [one.holds for one in every if one.kind is kind]:
            yield EvidenceFigure(kind, Rate(numerator=sum(of_kind), denominator=len(of_kind)))
