"""Vouchers: the invoice or receipt that proves an entry of the books."""

from __future__ import annotations

from typing import Any

from jinlin.store.check.proofs import Proof


def voucher_columns(proof: Proof | None) -> dict[str, Any]:
    """Return the columns of an entry that keep its voucher; none where there is none yet."""
    return {"voucher": proof.path, "voucher_sha256": proof.sha256} if proof else {}
