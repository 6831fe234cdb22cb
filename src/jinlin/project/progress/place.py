"""Where works are, in words."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.project.record.projects import CommunityProject


def where(project: CommunityProject) -> str | None:
    """Return the place as it was said, else the building; None where works belong to none."""
    if project.place or project.building is None:
        return project.place
    return _("building no. {building}").format(building=project.building)
