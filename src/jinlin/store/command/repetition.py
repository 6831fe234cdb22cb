"""A command that is typed again with the same operation id (an idempotency key)."""

from __future__ import annotations

from contextlib import suppress

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.store.command.command import looking_at, reading
from jinlin.store.command.versions import checked_version
from jinlin.store.schema import upgrade
from jinlin.store.transaction.tx import refuse_repetition


def answer_repetition(call: Call, *, shows: bool) -> None:
    """Answer for a command that was carried out before, ahead of the questions it would ask.

    Some of them could no longer be answered: what it removed is not there.

    Args:
        call: the command.
        shows: it mostly shows something, and is shown again where it has changed nothing.

    Raises:
        AlreadyDone: its operation was carried out.
        UsageError: the id was used for another command.
    """
    if not call.operation or not database_path(call).is_file():
        return
    if not shows or _has_written(call):
        with reading(call) as reader:
            refuse_repetition(reader, call, call.operation)


def _has_written(call: Call) -> bool:
    """Return whether a command has changed rows under its operation.

    What stands in the way of finding that out the command says itself, if it needs the database.
    """
    with suppress(StoreError):
        if checked_version(database_path(call)) == upgrade.VERSION:
            with looking_at(call) as reader:
                return bool(
                    reader.value(
                        "SELECT 1 FROM entry WHERE operation = ? AND command = ?"
                        " AND EXISTS (SELECT 1 FROM row_change WHERE entry = seq)",
                        (call.operation, call.command),
                    )
                )
    return False
