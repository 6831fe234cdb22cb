"""Which tables still need the record of a person, so that it cannot be forgotten yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Duty(NamedTuple):
    """Rows that still need a person's record, so that she cannot be forgotten.

    Attributes:
        keys: the columns that lead to her.
        open: the condition under which a row needs her today.
        building: the table to which its `building_id` leads; empty where it has none.
    """

    keys: tuple[str, ...]
    open: str
    building: str = ""


FILLED_ANEW: Final = (
    "EXISTS (SELECT 1 FROM {posts} AS s WHERE s.id <> {post}.id AND s.removed_at IS NULL"
    " AND s.body = {post}.body AND s.title = {post}.title AND s.unit IS {post}.unit"
    " AND s.started_on >= date({post}.term_to, '-6 months')"
    " AND (s.ended_on IS NULL OR s.ended_on > {post}.term_to))"
)
"""That a post was filled anew about the end of its term: the election was held. `posts` is the
table, `post` what the question calls a row of it."""


DUTIES: Final[Mapping[str, Duty]] = {
    "post": Duty(
        ("person_id",),
        (
            "removed_at IS NULL AND (ended_on IS NULL OR ended_on > civil_today()"
            f" OR (term_to IS NOT NULL AND NOT {FILLED_ANEW.format(posts='post', post='post')}))"
        ),
    ),
    "member": Duty(
        ("person_id",),
        (
            "removed_at IS NULL AND affiliation = 'here' AND left_on IS NULL"
            " AND party_state IN ('full', 'probationary')"
        ),
    ),
    "coverage": Duty(("person_id",), "removed_at IS NULL", "building"),
    "issue": Duty(("steward_id", "doer_id"), "removed_at IS NULL AND closed_at IS NULL"),
    "household": Duty(("representative_id",), "removed_at IS NULL", "building"),
}
"""What still needs a person's record, in the order in which it is ended."""
