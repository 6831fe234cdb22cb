"""Where the schema keeps personal data; masking, forgetting, merging and the log read this list."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Content(StrEnum):
    """What a personal column tells."""

    NAME = "name"
    PHONE = "phone"
    PARTICULARS = "particulars"
    """A fact about one person, such as the employer."""
    FREE_TEXT = "free_text"
    """Whatever somebody wrote down; it may name anybody."""


PERSONAL: Final[Mapping[str, Mapping[str, Content]]] = {
    "person": {
        "name": Content.NAME,
        "phone": Content.PHONE,
        "note": Content.FREE_TEXT,
    },
    "household": {"note": Content.FREE_TEXT},
    "ownership": {"share": Content.PARTICULARS},
    "member": {
        "party_state": Content.PARTICULARS,
        "affiliation": Content.PARTICULARS,
        "joined_on": Content.PARTICULARS,
        "full_on": Content.PARTICULARS,
        "reported_on": Content.PARTICULARS,
        "employer": Content.PARTICULARS,
        "group_name": Content.PARTICULARS,
        "skills": Content.PARTICULARS,
        "note": Content.FREE_TEXT,
    },
    "issue": {
        "title": Content.FREE_TEXT,
        "place": Content.FREE_TEXT,
        "reporter": Content.NAME,
        "reporter_phone": Content.PHONE,
        "result": Content.FREE_TEXT,
    },
    "issue_event": {"note": Content.FREE_TEXT},
    "meeting": {"note": Content.FREE_TEXT},
    "agenda_item": {"note": Content.FREE_TEXT},
    "attendance": {"name": Content.NAME, "reason": Content.FREE_TEXT},
    "resolution": {"text": Content.FREE_TEXT},
}
"""Table, column, what it tells. A changed row is kept in `row_change` with the same columns."""

PERSON_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ownership": ("person_id",),
    "member": ("person_id",),
    "post": ("person_id",),
    "issue": ("steward_id",),
    "issue_event": ("person_id",),
    "attendance": ("person_id",),
}
"""Columns that say which person a row is about."""
