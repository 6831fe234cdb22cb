"""Vouchers: the invoice or receipt that proves an entry, kept by its path and what it was."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, Final

from jinlin.core.errors import FileError
from jinlin.core.i18n import N_, _
from jinlin.store.tx import Reader

_CHUNK: Final = 2**20

PROOF_LABELS: Final = {
    "there": N_("in place"),
    "changed": N_("changed since"),
    "missing": N_("the file is missing"),
}
"""What became of a voucher."""


def proof_of(tx: Reader, file: Path) -> dict[str, Any]:
    """Return path and digest of a voucher; the path from the database's folder, if it lies there.

    Raises:
        FileError: it cannot be read.
    """
    path = file.absolute()
    try:
        digest = _digest(path)
    except OSError as error:
        raise FileError(
            _("The voucher {path} cannot be read.").format(path=path),
            hint=_("Check the name of the file; it must be on this computer."),
            detail=str(error),
        ) from error
    home = tx.path.absolute().parent
    inside = Path(os.path.normpath(path)).is_relative_to(home)
    kept = Path(os.path.normpath(path)).relative_to(home) if inside else path
    return {"voucher": kept.as_posix(), "voucher_sha256": digest}


def proof_state(voucher: str | None, sha256: str | None, database: Path) -> str | None:
    """Return what became of a voucher: `there`, `changed`, `missing`; None where there is none."""
    if voucher is None:
        return None
    path = database.parent / voucher
    try:
        return "there" if _digest(path) == sha256 else "changed"
    except OSError:
        return "missing"


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
