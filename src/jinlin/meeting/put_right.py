"""What is put right after an evaluation (整改), as its tally shows it: action items about it."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.reference import Reference
from jinlin.meeting.record.action_register import about_any, actions
from jinlin.output.contribution.rectification import Rectified
from jinlin.store.transaction.tx import Reader


def put_right(reader: Reader, evaluations: Sequence[Reference]) -> list[Rectified]:
    """Return what is put right after some evaluations, undone first."""
    if not evaluations:
        return []
    rows, _total = actions(reader, about_any(evaluations))
    return [
        Rectified(row.label, row.about or "", row.text, row.owner, row.due_on, row.done_on,
                  row.percent, row.remark)
        for row in rows
    ]  # fmt: skip
