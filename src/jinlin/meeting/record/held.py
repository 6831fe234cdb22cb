"""Whether a meeting was held at all: the one definition."""

from __future__ import annotations

from typing import Final

_LINE: Final = (
    "SELECT 1 FROM attendance AS held WHERE held.meeting_id = m.id AND held.removed_at IS NULL"
)
_CAME: Final = f"EXISTS ({_LINE} AND held.state IN ('present', 'late'))"
NOBODY_CAME: Final = f"(NOT {_CAME} AND EXISTS ({_LINE} AND held.state <> 'sitting_in'))"
"""Whether the attendance of `meeting AS m` is recorded, and nobody was present."""
NUMBERED: Final = "EXISTS (SELECT 1 FROM service_day AS held WHERE held.meeting_id = m.id)"
"""Whether `meeting AS m` is a service day whose numbers are recorded."""
HELD: Final = (
    f"({_CAME} OR {NUMBERED} OR (NOT {NOBODY_CAME}"  # noqa: S608  (our own words)
    " AND (m.opened_at IS NOT NULL"
    " OR EXISTS (SELECT 1 FROM resolution AS held WHERE held.meeting_id = m.id"
    " AND held.removed_at IS NULL) OR EXISTS (SELECT 1 FROM statement AS held"
    " WHERE held.meeting_id = m.id AND held.removed_at IS NULL))))"
)
"""Whether `meeting AS m` was held: somebody was present; or it is a service day and its numbers are
recorded; or no attendance is, as in an old notebook, and it was opened (what is closed is opened
too), or something was said or resolved. An end may have been planned, and tells nothing."""
