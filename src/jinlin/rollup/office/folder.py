"""Where an office keeps what was handed up to it, and the lock of whoever adds to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.file.connection import open_writing
from jinlin.store.file.drafts import new_private_file
from jinlin.store.file.sqlite_errors import explained

NAME: Final = "近邻汇总"
_LEDGER: Final = "rollup.db"
_LOCK: Final = "rollup.lock"


class OfficeFolder(NamedTuple):
    """The folder of an office."""

    path: Path

    @property
    def ledger(self) -> Path:
        """What is known of every bundle."""
        return self.path / _LEDGER

    @property
    def archive(self) -> Path:
        """Every bundle as it came."""
        return self.path / "archive"

    @property
    def lake(self) -> Path:
        """The figures; they can be made anew from the archive."""
        return self.path / "lake"

    @property
    def staging(self) -> Path:
        """What is on its way into the lake."""
        return self.path / ".staging"

    def check_there(self) -> None:
        """See that there is an office's folder.

        Raises:
            StoreError: there is none.
        """
        if not self.ledger.is_file():
            raise StoreError(
                _("There is no roll-up in {path}.").format(path=self.path),
                hint=_(
                    "Begin one: jinlin rollup init --organisation 350102001000 --name 春江街道;"
                    " or say where it is: --folder FOLDER"
                ),
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep others from adding meanwhile; wait for who does, for a while.

        SQLite keeps the lock, as it can on every system, and lets it go when a process dies.

        Raises:
            StoreError: there is no such folder, or another window adds and does not end.
        """
        self.check_there()
        path = self.path / _LOCK
        if not path.exists():
            new_private_file(path)
        lock = open_writing(path)
        try:
            with explained(self.path):
                lock.execute("BEGIN EXCLUSIVE")
            self._tidy()
            try:
                yield
            finally:
                self._tidy()
        finally:
            lock.shut()

    def _tidy(self) -> None:
        """Take away what a crash left half-written; nobody else writes now."""
        shutil.rmtree(self.staging, ignore_errors=True)
        for draft in (*self.archive.glob("*/.*.new"), *self.lake.glob("**/_*.new")):
            with suppress(OSError):
                draft.unlink()


def office_folder(call: Call, named: str | None) -> OfficeFolder:
    """Return the folder a command is about.

    What is named, else `JINLIN_ROLLUP`, else 近邻汇总 in the documents folder; where the user has
    none, in the working folder.
    """
    environment = call.environment
    if said := named or environment.variables.get("JINLIN_ROLLUP"):
        return OfficeFolder(environment.path(said))
    import platformdirs

    documents = Path(platformdirs.user_documents_path())
    return OfficeFolder((documents if documents.is_absolute() else environment.folder) / NAME)
