"""The steps in the life of an issue in words."""

from __future__ import annotations

import json
from collections.abc import Sequence

from jinlin.core.i18n import _
from jinlin.issue.record.correction import Changes, told_changes
from jinlin.issue.record.life import EventRow
from jinlin.issue.rules.events import EventKind


def told_change(step: EventRow) -> str:
    """Return what was done, and from which status to which."""
    what = step.kind.label
    if step.to_status is None or step.from_status is None:
        return what
    return _("{what}: {before} → {after}").format(
        what=what,
        before=step.from_status.label,
        after=merged_label(step.note)
        if step.kind is EventKind.MERGED and step.note
        else step.to_status.label,
    )


def merged_label(number: str) -> str:
    """Return what is printed for the status of an issue that goes on in another."""
    return _("merged into {number}").format(number=number)


def told_details(step: EventRow, *, person: bool = True) -> str:
    """Return the details: what the resident said, with whom, why.

    Args:
        step: the step.
        person: whether to name the person it was given to.
    """
    changes = changes_of(step)
    said = (
        step.satisfaction.label if step.satisfaction else None,
        step.person if person else None,
        told_changes(changes) if changes else step.note,
    )
    return _("; ").join(part for part in said if part)


def changes_of(step: EventRow) -> Changes | None:
    """Return which fields an `edited` step changed, and from what to what."""
    if step.kind is not EventKind.EDITED or step.note is None:
        return None
    found: Changes = json.loads(step.note)
    return found


def unsettled_told(numbers: Sequence[str]) -> str:
    """Return that what was resolved about an issue is not settled by closing it."""
    return _(
        "Resolved about it, and not settled by closing it: {numbers}. Once it is carried"
        " out: jinlin meeting done {first}"
    ).format(numbers=_(", ").join(numbers), first=numbers[0])
