"""What somebody decided about who manages the complex; the meetings answer whether it was."""

from __future__ import annotations

from jinlin.core.reference import Reference
from jinlin.output.contribution.rooms import contributed
from jinlin.output.register.rules import Draft
from jinlin.store.known import known


def take_decision(draft: Draft) -> None:
    """Keep the number of the decision a record stands on, once it is sure that it is one.

    Args:
        draft: the record; its field `decided` holds what was said.

    Raises:
        NotFoundError: there is no such resolution or vote.
        RuleError: it was not carried.
    """
    said = draft.values["decided"]
    if not isinstance(said, Reference):
        return
    known(draft.tx, said)
    for room in contributed("decided"):
        room.check_decided(draft.tx, said)
    draft.values["decided"] = said.number
