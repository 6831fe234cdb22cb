"""Whether a meeting was held at all, who was to come and who came: the one definition."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from jinlin.meeting.rules.meetings import HERE, ON_ROLL, AttendanceState


def _among(states: Container[AttendanceState]) -> str:
    """Return what asks whether a line of `attendance` tells one of some states."""
    words = ", ".join(f"'{one}'" for one in AttendanceState if one in states)
    return f"state IN ({words})"


EXPECTED: Final = _among(ON_ROLL)
"""Whether a line of `attendance` counts among who should attend."""
CAME: Final = _among(HERE)
"""Whether it counts among who came."""
_LINE: Final = (
    "SELECT 1 FROM attendance AS held WHERE held.meeting_id = m.id AND held.removed_at IS NULL"
)
_CALLED: Final = f"EXISTS ({_LINE} AND {EXPECTED})"
_SOMEBODY_CAME: Final = f"(EXISTS ({_LINE} AND {CAME}) OR (EXISTS ({_LINE}) AND NOT {_CALLED}))"
NOBODY_CAME: Final = f"(NOT {_SOMEBODY_CAME} AND {_CALLED})"
"""Whether the attendance of `meeting AS m` is recorded, and nobody was present."""
NUMBERED: Final = "EXISTS (SELECT 1 FROM service_day AS held WHERE held.meeting_id = m.id)"
"""Whether `meeting AS m` is a service day whose numbers are recorded."""
HELD: Final = (
    f"({_SOMEBODY_CAME} OR {NUMBERED} OR (NOT {NOBODY_CAME}"  # noqa: S608  (our own words)
    " AND (m.opened_at IS NOT NULL"
    " OR EXISTS (SELECT 1 FROM resolution AS held WHERE held.meeting_id = m.id"
    " AND held.removed_at IS NULL) OR EXISTS (SELECT 1 FROM statement AS held"
    " WHERE held.meeting_id = m.id AND held.removed_at IS NULL))))"
)
"""Whether `meeting AS m` was held: somebody was present; or it is a service day and its numbers are
recorded; or no attendance is, as in an old notebook, and it was opened (what is closed is opened
too), or something was said or resolved. An end may have been planned, and tells nothing."""
