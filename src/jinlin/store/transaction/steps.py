"""The steps of an operation that makes several entries, such as `undo 3`."""

from __future__ import annotations

import hashlib
from itertools import count

from jinlin.core.call import Call
from jinlin.store.transaction.tx import AlreadyDone, Reader, refuse_repetition


def steps_done(reader: Reader, call: Call) -> int:
    """Return how many steps of several were done under a call's operation before it was stopped.

    Raises:
        UsageError: the operation was used for another command, or with other words.
        RuleError: one of the steps was undone since.
    """
    if call.operation is None:
        return 0
    for done in count():
        try:
            refuse_repetition(reader, call, step_of(call.operation, done + 1))
        except AlreadyDone:
            continue
        break
    return done


def step_of(operation: str, step: int) -> str:
    """Return the id of one step of several under an operation; nobody types it by chance."""
    return hashlib.sha256(f"{operation}/{step}".encode()).hexdigest()
