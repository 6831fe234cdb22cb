"""Vouchers: the invoice or receipt that proves an entry of the books."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinlin.store import proofs
from jinlin.store.proofs import PROOF_LABELS, proof_state
from jinlin.store.tx import Reader

__all__ = ["PROOF_LABELS", "proof_of", "proof_state"]


def proof_of(tx: Reader, file: Path) -> dict[str, Any]:
    """Return the columns of an entry that keep its voucher.

    Raises:
        FileError: it cannot be read.
    """
    path, digest = proofs.proof_of(tx, file)
    return {"voucher": path, "voucher_sha256": digest}
