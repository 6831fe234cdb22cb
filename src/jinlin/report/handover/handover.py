"""What a secretary hands over to the next one, as the rooms contribute it, asked once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.output.contribution.rooms import contributed
from jinlin.store.check.proofs import attached
from jinlin.store.history.chain import chain_head, printed
from jinlin.store.transaction.tx import Reader


class Handover(NamedTuple):
    """Everything on the page.

    Attributes:
        whose: the branch.
        complex: the complex.
        author: who hands over.
        day: when.
        parts: what the rooms hand over, in the order of the page.
        registers: what the rows of each register are called, not yet translated.
        counts: how many rows each register holds.
        papers: how many files the rows name.
        entries: how many commands the history holds.
        checksum: its head, as it is printed.
    """

    whose: str
    complex: str
    author: str
    day: date
    parts: tuple[HandoverPart, ...]
    registers: Mapping[str, str]
    counts: Mapping[str, int]
    papers: int
    entries: int
    checksum: str


def handover(reader: Reader, author: str | None) -> Handover:
    """Return what is handed over today.

    Args:
        reader: the database.
        author: who hands over; None for the secretary.
    """
    name = reader.value("SELECT name FROM complex") or ""
    shares: list[HandoverShare] = [room.SHARE for room in contributed("handover")]
    parts = [part for share in shares if share.parts for part in share.parts(reader)]
    registers = {table: label for share in shares for table, label in share.registers.items()}
    return Handover(
        whose=reader.value("SELECT name FROM branch") or name,
        complex=name,
        author=author or reader.setting("secretary") or "",
        day=reader.clock.today,
        parts=tuple(sorted(parts, key=lambda part: part.rank)),
        registers=registers,
        counts={table: _count(reader, table) for table in registers},
        papers=sum(1 for _paper in attached(reader)),
        entries=int(reader.value("SELECT count(*) FROM entry")),
        checksum=printed(chain_head(reader)),
    )


def _count(reader: Reader, table: str) -> int:
    return int(reader.value(f"SELECT count(*) FROM {table} WHERE removed_at IS NULL"))  # noqa: S608  (as its room says)
