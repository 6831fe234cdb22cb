"""Vouchers: the invoice or receipt that proves an entry of the books."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinlin.member.fund_queries import EntryRow
from jinlin.store import proofs
from jinlin.store.tx import Reader


def proof_of(tx: Reader, file: Path) -> dict[str, Any]:
    """Return the columns of an entry that keep its voucher.

    Raises:
        FileError: it cannot be read.
    """
    path, digest = proofs.proof_of(tx, file)
    return {"voucher": path, "voucher_sha256": digest}


def proof_state(entry: EntryRow, database: Path) -> str | None:
    """Return what became of an entry's voucher: `there`, `changed`, `missing`; None without one."""
    return proofs.proof_state(entry.voucher, entry.voucher_sha256, database)
