"""The steps in the life of an issue in words."""

from __future__ import annotations

import json

from jinlin.core.i18n import _
from jinlin.issue.editing import Changes, told_changes
from jinlin.issue.life import EventRow
from jinlin.issue.rules import EVENT_LABELS, SATISFACTION_LABELS, EventKind
from jinlin.issue.statuses import STATUS_LABELS


def told_change(step: EventRow) -> str:
    """Return what was done, and from which status to which."""
    what = _(EVENT_LABELS[step.kind])
    if step.to_status is None or step.from_status is None:
        return what
    return _("{what}: {before} → {after}").format(
        what=what,
        before=_(STATUS_LABELS[step.from_status]),
        after=_(STATUS_LABELS[step.to_status]),
    )


def told_details(step: EventRow, *, person: bool = True) -> str:
    """Return the details: what the resident said, with whom, why.

    Args:
        step: the step.
        person: whether to name the person it was given to.
    """
    changes = changes_of(step)
    said = (
        _(SATISFACTION_LABELS[step.satisfaction]) if step.satisfaction else None,
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
