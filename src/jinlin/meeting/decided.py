"""Whether a resolution or a vote decided something."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.meeting.record.grounds import CARRIED, DECIDED
from jinlin.store.transaction.tx import Reader

_ASKED: Final = {
    "resolution": f"""
        SELECT {DECIDED} FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
        WHERE m.number = ? AND r.number = ?
          AND r.removed_at IS NULL AND m.removed_at IS NULL""",  # noqa: S608  (our own words)
    "vote": f"""
        SELECT {CARRIED} FROM vote AS w JOIN meeting AS m ON m.id = w.meeting_id
        WHERE m.number = ? AND w.number = ? AND NOT w.superseded AND w.removed_at IS NULL
          AND m.removed_at IS NULL""",  # noqa: S608  (our own words)
}


def check_decided(reader: Reader, number: Reference) -> None:
    """Refuse what decided nothing.

    Args:
        reader: the database.
        number: the resolution or vote, which is there.

    Raises:
        RuleError: it was not carried.
    """
    row = reader.row(_ASKED[number.kind], number.values)
    if row is None or not row[0]:
        raise RuleError(
            _("{number} was not carried: it decides nothing.").format(number=number.number),
            hint=_("See: jinlin meeting resolutions"),
        )
