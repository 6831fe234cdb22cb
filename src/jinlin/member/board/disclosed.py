"""The branch's money that was disclosed so far, entry by entry, as everybody may see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.ledger.statement import public_counterparty, public_purpose
from jinlin.member.board.fund import DISCLOSES, posts_by_name
from jinlin.member.carried import decision_words
from jinlin.member.fund import queries
from jinlin.member.fund.pages import grounds, hands_told
from jinlin.member.rules.purses import Direction, Purse
from jinlin.store.transaction.tx import Reader


class DisclosedEntry(NamedTuple):
    """An entry without a resident's name.

    Attributes:
        label: its number.
        day: ISO text.
        signed: fen; below zero where it takes another entry back.
        grounds: who approved it and which meeting decided.
        hands: who handled it, by their posts.
    """

    label: str
    day: str
    purse: Purse
    direction: Direction
    signed: int
    purpose: str
    counterparty: str
    grounds: str
    hands: str


class MoneyMoved(NamedTuple):
    """What came into a purse and went out of it, less what was taken back; fen."""

    income: int
    spending: int


def disclosed_entries(reader: Reader) -> list[DisclosedEntry]:
    """Return the entries of purses that notices tell of, once they were told; the latest first."""
    purses = [purse for of_matter in DISCLOSES.values() for purse in of_matter]
    found = queries.entries(reader, queries.DISCLOSED & queries.OF_PURSE(purses))
    residents, posts = queries.residents(reader, found), posts_by_name(reader)
    decisions = decision_words(reader, {entry.decided for entry in found if entry.decided})
    return [
        DisclosedEntry(
            entry.label,
            entry.day,
            entry.purse,
            entry.direction,
            entry.signed,
            public_purpose(entry, residents),
            public_counterparty(entry, residents),
            grounds(entry, decisions, posts),
            hands_told(entry, posts),
        )
        for entry in found
    ]


def moved(entries: Sequence[DisclosedEntry]) -> MoneyMoved:
    """Return what entries come to."""
    income, spending = (
        sum(entry.signed for entry in entries if entry.direction is one)
        for one in (Direction.INCOME, Direction.SPENDING)
    )
    return MoneyMoved(income, spending)
