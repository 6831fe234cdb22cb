"""Which rows are about a person, and which of two stays when she was recorded twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PEOPLE: Final = "person"
"""The register of people."""


PERSON_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ownership": ("person_id",),
    "member": ("person_id",),
    "post": ("person_id",),
    "person": ("merged_into",),
    "household": ("representative_id",),
    "occupancy": ("person_id",),
    "care": ("person_id",),
    "team_member": ("person_id",),
    "coverage": ("person_id",),
    "issue": ("steward_id", "doer_id"),
    "issue_event": ("person_id",),
    "issue_informed": ("person_id",),
    "attendance": ("person_id",),
    "vote_answer": ("person_id",),
    "vote_recusal": ("person_id",),
    "vote_candidate": ("person_id",),
    "project_hand": ("person_id",),
    "survey_paper": ("person_id",),
}
"""Columns that say which person a row is about."""


ABOUT: Final[Mapping[str, tuple[str, str]]] = {
    "ownership": ("person_id", "person"),
    "member": ("person_id", "person"),
    "post": ("person_id", "person"),
    "occupancy": ("person_id", "person"),
    "care": ("person_id", "person"),
    "team_member": ("person_id", "person"),
    "coverage": ("person_id", "person"),
    "issue_informed": ("person_id", "person"),
    "attendance": ("person_id", "person"),
    "vote_answer": ("person_id", "person"),
    "vote_recusal": ("person_id", "person"),
    "vote_candidate": ("person_id", "person"),
    "survey_paper": ("person_id", "person"),
    "transfer": ("member_id", "member"),
    "service_claim": ("member_id", "member"),
    "opinion": ("member_id", "member"),
    "honour": ("member_id", "member"),
    "field_value": ("row_id", "member"),
}
"""Tables whose rows tell of one person: the column that leads to her, and the table it leads to.

The others only name her, as the one in charge of an issue for example.
"""


SCOPED: Final[Mapping[str, tuple[str, str]]] = {"field_value": ("field_id", "field")}
"""Tables whose rows lead to a table named in the column `scope` of another."""


ONCE: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "ownership": (("household_id",), "removed_at IS NULL"),
    "member": ((), "removed_at IS NULL"),
    "post": (("body", "title", "unit"), "removed_at IS NULL AND ended_on IS NULL"),
    "occupancy": (("household_id",), "removed_at IS NULL AND until IS NULL"),
    "care": (("household_id", "tag"), "removed_at IS NULL"),
    "team_member": (("team_id",), "removed_at IS NULL AND until IS NULL"),
    "coverage": (("building_id", "entrance", "skill"), "removed_at IS NULL"),
    "issue_informed": (("issue_id",), "removed_at IS NULL"),
    "attendance": (("meeting_id",), "removed_at IS NULL"),
    "survey_paper": (("survey_id", "round"), "removed_at IS NULL"),
}
"""What stands once for a person: of two such rows a merge keeps one. Columns and condition."""


STRONGER: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("attendance", "state"): ("present", "late", "sitting_in", "excused", "absent", "expected"),
    ("survey_paper", "state"): ("answered", "refused", "handed_out", "not_reached"),
}
"""Where two rows of one person differ, the word that says more comes first."""
