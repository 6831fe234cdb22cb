"""What gates and money ask of the quotes for works, without the register they are kept in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jinlin.core.text import compact
from jinlin.project.record.projects import CommunityProject
from jinlin.store.transaction.tx import Reader


class KnownQuote(NamedTuple):
    """A quote for works; fen, the day as ISO text.

    Attributes:
        excluded: it is left out of the choice.
        chosen_on: when it was chosen; None where it was not.
        reasoned: it is said why it was chosen.
        fewer: it is said why fewer than three were compared.
    """

    number: int
    company: str
    amount: int
    excluded: bool
    chosen_on: str | None
    reasoned: bool
    fewer: bool


def quotes_of(reader: Reader, project: CommunityProject) -> list[KnownQuote]:
    """Return the quotes for works, those left out last, the lowest first."""
    rows = reader.rows(
        "SELECT number, company, amount, excluded_reason IS NOT NULL AS excluded,"
        " accepted_on AS chosen_on, coalesce(accepted_reason, '') <> '' AS reasoned,"
        " coalesce(fewer_reason, '') <> '' AS fewer FROM project_quote"
        " WHERE project_id = ? AND removed_at IS NULL ORDER BY excluded, amount, number",
        (project.id,),
    )
    return [KnownQuote(*row) for row in rows]


def chosen_of(quotes: Iterable[KnownQuote]) -> KnownQuote | None:
    """Return the quote that was chosen; None where none was."""
    return next((one for one in quotes if one.chosen_on is not None), None)


def firms_compared(quotes: Iterable[KnownQuote]) -> int:
    """Return how many firms there are to choose among: each once, without those left out."""
    return len({compact(one.company) for one in quotes if not one.excluded})


def to_choose_among(quotes: Iterable[KnownQuote]) -> bool:
    """Return whether there are firms to choose among, and none is chosen yet."""
    there = list(quotes)
    return firms_compared(there) > 0 and chosen_of(there) is None
