"""Where imported files came from, and on what basis they are used (PIPL 6, 17, 23)."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.store.transaction.tx import Tx


class Origin(NamedTuple):
    """Where a file comes from.

    Attributes:
        register: what it filled, by its table: `building`, `member`, `room`.
        file: its name, without the folder.
        digest: its SHA-256.
        source: who gave it; None where nobody said.
        basis: why it may be used: the owners' consent, a law; None where nobody said.
        purpose: what identity numbers in it are kept for; None where none were taken.
        rows: how many records it added or changed.
    """

    register: str
    file: str
    digest: str
    source: str | None
    basis: str | None
    purpose: str | None
    rows: int


def record_origin(tx: Tx, origin: Origin) -> None:
    """Keep where a file came from, beside what it brought."""
    tx.insert("import_origin", at=tx.clock.stamp, **origin._asdict())
