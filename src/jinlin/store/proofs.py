"""Papers that prove something: a scan or a photo, kept by its path and what it was."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import FileError
from jinlin.core.i18n import N_, _
from jinlin.store.own_files import own_file, refuse_own

_CHUNK: Final = 2**20
PROOF_LABELS: Final = {
    "there": N_("in place"),
    "changed": N_("changed since"),
    "missing": N_("the file is missing"),
}
"""What became of a file."""


class Proof(NamedTuple):
    """A file as it was when it was recorded.

    Attributes:
        path: from the database's folder, if it lies there; else the whole path.
        sha256: the digest of its content.
    """

    path: str
    sha256: str


def proof_if_named(call: Call, named: str | None) -> Proof | None:
    """Return path and digest of a file that may have been named; None where none was.

    Raises:
        FileError: it cannot be read, or belongs to the database.
    """
    return proof_of(call, named) if named else None


def proof_of(call: Call, named: str) -> Proof:
    """Return path and digest of a file that somebody named; before the transaction it goes into.

    A large one takes its time, for which nobody else shall wait.

    Raises:
        FileError: it cannot be read, or belongs to the database.
    """
    path = call.environment.path(named).absolute()
    refuse_own(call, path)
    try:
        digest = _digest(path)
    except OSError as error:
        raise FileError(
            _("The file {path} cannot be read.").format(path=path),
            hint=_("Check the name of the file; it must be on this computer."),
            detail=str(error),
        ) from error
    home = database_path(call).absolute().parent
    inside = Path(os.path.normpath(path)).is_relative_to(home)
    kept = Path(os.path.normpath(path)).relative_to(home) if inside else path
    return Proof(kept.as_posix(), digest)


def proof_state(kept: str | None, sha256: str | None, database: Path) -> str | None:
    """Return what became of a file: `there`, `changed`, `missing`; None where none was kept."""
    if kept is None:
        return None
    file = database.absolute().parent / kept
    if own_file(database, file):
        return "changed"
    try:
        return "there" if _digest(file) == sha256 else "changed"
    except OSError:
        return "missing"


def file_states() -> dict[str, str]:
    """Return what became of a file, in the user's language, as a column's labels."""
    return {state: _(label) for state, label in PROOF_LABELS.items()}


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
