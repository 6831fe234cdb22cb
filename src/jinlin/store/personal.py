"""Where the schema keeps personal data; masking, forgetting, merging and the log read this list."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Content(StrEnum):
    """What a personal column tells."""

    NAME = "name"
    PHONE = "phone"
    ID_NUMBER = "id_number"
    PARTICULARS = "particulars"
    """A fact about one person, such as the employer."""
    FREE_TEXT = "free_text"
    """Whatever somebody wrote down; it may name anybody."""


PERSONAL: Final[Mapping[str, Mapping[str, Content]]] = {
    "person": {
        "name": Content.NAME,
        "phone": Content.PHONE,
        "other_phone": Content.PHONE,
        "id_number": Content.ID_NUMBER,
        "id_purpose": Content.FREE_TEXT,
        "id_override": Content.FREE_TEXT,
        "birth_on": Content.PARTICULARS,
        "sex": Content.PARTICULARS,
        "pinyin": Content.NAME,
        "initials": Content.NAME,
        "note": Content.FREE_TEXT,
    },
    "household": {"note": Content.FREE_TEXT},
    "building_note": {"text": Content.FREE_TEXT},
    "ownership": {"share": Content.PARTICULARS},
    "occupancy": {"relation": Content.PARTICULARS},
    "care": {
        "tag": Content.PARTICULARS,
        "consent_by": Content.NAME,
        "note": Content.FREE_TEXT,
    },
    "visit": {
        "met": Content.NAME,
        "purpose": Content.FREE_TEXT,
        "result": Content.FREE_TEXT,
    },
    "field_value": {"value": Content.FREE_TEXT},
    "member": {
        "party_state": Content.PARTICULARS,
        "affiliation": Content.PARTICULARS,
        "joined_on": Content.PARTICULARS,
        "full_on": Content.PARTICULARS,
        "reported_on": Content.PARTICULARS,
        "employer": Content.PARTICULARS,
        "group_name": Content.PARTICULARS,
        "skills": Content.PARTICULARS,
        "availability": Content.PARTICULARS,
        "standing": Content.PARTICULARS,
        "no_vote_reason": Content.PARTICULARS,
        "not_counted_reason": Content.PARTICULARS,
        "left_reason": Content.PARTICULARS,
        "note": Content.FREE_TEXT,
    },
    "team_member": {"skills": Content.PARTICULARS},
    "fund_entry": {
        "purpose": Content.FREE_TEXT,
        "counterparty": Content.NAME,
        "reason": Content.FREE_TEXT,
    },
    "service_claim": {"what": Content.FREE_TEXT, "note": Content.FREE_TEXT},
    "opinion": {"asked_by": Content.PARTICULARS, "text": Content.FREE_TEXT},
    "issue": {
        "title": Content.FREE_TEXT,
        "place": Content.FREE_TEXT,
        "reporter": Content.NAME,
        "reporter_phone": Content.PHONE,
        "result": Content.FREE_TEXT,
        "accused": Content.NAME,
        "on_behalf_of": Content.NAME,
        "partly_solved": Content.FREE_TEXT,
        "satisfaction_reason": Content.FREE_TEXT,
        "quality_note": Content.FREE_TEXT,
    },
    "issue_event": {"note": Content.FREE_TEXT},
    "street_call": {"note": Content.FREE_TEXT},
    "called_department": {"result": Content.FREE_TEXT, "score_note": Content.FREE_TEXT},
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
}
"""Columns that say which person a row is about."""
