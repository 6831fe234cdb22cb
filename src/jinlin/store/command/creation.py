"""A new database, made with its first command."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.command.command import saved, transaction
from jinlin.store.file.connection import open_writing, refuse_too_long, shut_cleanly
from jinlin.store.file.drafts import draft_of, new_private_file, put_in_place
from jinlin.store.file.header import check_header
from jinlin.store.file.journals import journal_of, refuse_strangers_beside
from jinlin.store.file.sqlite_errors import explained
from jinlin.store.file.unwritable import TakenError
from jinlin.store.schema import upgrade
from jinlin.store.transaction.tx import Tx


@contextmanager
def creating(call: Call) -> Iterator[Tx]:
    """Make a new database and carry out its first command; a failure leaves no file.

    Raises:
        StoreError: there is a file already, a database or not, or the folder cannot be written.
    """
    refuse_what_is_there(call)
    path = database_path(call)
    draft = draft_of(path)
    new_folders = [folder for folder in path.parents if not folder.exists()]
    try:
        refuse_too_long(draft, named=path)
        new_private_file(draft, named=path)
        connection = open_writing(draft)
        try:
            with explained(path):
                upgrade.apply_scripts(connection)
                yield from transaction(connection, path, call, "do", opened=None)
        finally:
            shut_cleanly(connection)
        if not call.dry_run:
            try:
                put_in_place(draft, path, new=True)
            except TakenError as error:  # another window was faster
                raise _there_already(path) from error
    finally:
        if not os.path.lexists(path):
            saved.discard(path)
        with suppress(OSError):  # where nothing could be written; or the folder is in use now
            for left in (draft, journal_of(draft)):
                left.unlink(missing_ok=True)
            for folder in new_folders:
                folder.rmdir()


def refuse_what_is_there(call: Call) -> None:
    """Refuse to make a new database where there is a file.

    Raises:
        StoreError: there is one, a database or not, or what would be taken for its journal.
    """
    path = database_path(call)
    if os.path.exists(path):  # noqa: PTH110  (Path.exists raises for names too long)
        check_header(path)
    if os.path.lexists(path):
        raise _there_already(path)
    refuse_strangers_beside(path)


def _there_already(path: Path) -> StoreError:
    return StoreError(
        _("There is a file at {path} already.").format(path=path),
        hint=_("Use it as it is, or name another one: jinlin init --db FILE."),
    )
