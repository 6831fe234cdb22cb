"""Vouchers: the invoice or receipt that proves an entry, kept by its path and what it was."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, Final

from jinlin.core.errors import FileError
from jinlin.core.i18n import _
from jinlin.member.fund_queries import EntryRow
from jinlin.store.tx import Reader

_CHUNK: Final = 2**20


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


def proof_state(entry: EntryRow, database: Path) -> str | None:
    """Return what became of an entry's voucher: `there`, `changed`, `missing`; None without one."""
    if entry.voucher is None:
        return None
    path = database.parent / entry.voucher
    try:
        return "there" if _digest(path) == entry.voucher_sha256 else "changed"
    except OSError:
        return "missing"


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
