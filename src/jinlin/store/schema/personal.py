"""Where the schema keeps personal data: what masking, forgetting and redaction are made from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Content(StrEnum):
    """What a personal column tells."""

    NAME = "name"
    ACTING = "acting"
    """Who did something or answers for it; public papers may name an office holder."""
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
    "household": {"note": Content.FREE_TEXT, "representative_authority": Content.FREE_TEXT},
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
        "visitors": Content.ACTING,
        "user": Content.ACTING,
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
    "team_member": {"skills": Content.PARTICULARS, "availability": Content.PARTICULARS},
    "fund_entry": {
        "purpose": Content.FREE_TEXT,
        "counterparty": Content.NAME,
        "reason": Content.FREE_TEXT,
        "handled_by": Content.ACTING,
        "approved_by": Content.ACTING,
    },
    "manager": {"company": Content.ACTING, "ended_reason": Content.FREE_TEXT},
    "offer": {"what": Content.FREE_TEXT, "who": Content.ACTING, "supplier": Content.ACTING},
    "service_claim": {"what": Content.FREE_TEXT, "note": Content.FREE_TEXT},
    "opinion": {
        "asked_by": Content.PARTICULARS,
        "text": Content.FREE_TEXT,
        "letter": Content.FREE_TEXT,
    },
    "issue": {
        "title": Content.FREE_TEXT,
        "public_title": Content.FREE_TEXT,
        "place": Content.FREE_TEXT,
        "reporter": Content.NAME,
        "reporter_phone": Content.PHONE,
        "result": Content.FREE_TEXT,
        "accused": Content.NAME,
        "on_behalf_of": Content.NAME,
        "partly_solved": Content.FREE_TEXT,
        "satisfaction_reason": Content.FREE_TEXT,
        "quality_note": Content.FREE_TEXT,
        "handler": Content.ACTING,
    },
    "issue_event": {
        "note": Content.FREE_TEXT,
        "reference": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "escalation": {
        "request": Content.FREE_TEXT,
        "stuck": Content.FREE_TEXT,
        "summary": Content.FREE_TEXT,
        "work_done": Content.FREE_TEXT,
        "contact": Content.ACTING,
        "contact_phone": Content.ACTING,
        "departments": Content.FREE_TEXT,
    },
    "street_call": {"note": Content.FREE_TEXT, "lead": Content.FREE_TEXT},
    "saved_filter": {"words": Content.FREE_TEXT, "name": Content.FREE_TEXT},
    "called_department": {
        "result": Content.FREE_TEXT,
        "score_note": Content.FREE_TEXT,
        "who_came": Content.ACTING,
        "scored_by": Content.ACTING,
    },
    "meeting": {
        "note": Content.FREE_TEXT,
        "title": Content.FREE_TEXT,
        "place": Content.FREE_TEXT,
        "chair": Content.ACTING,
        "recorder": Content.ACTING,
        "sent_to": Content.FREE_TEXT,
    },
    "plan_share": {"owners": Content.NAME},
    "elevator_project": {
        "contact": Content.FREE_TEXT,
        "note": Content.FREE_TEXT,
        "responsible": Content.ACTING,
        "witness": Content.ACTING,
        "contractor": Content.FREE_TEXT,
        "ended_reason": Content.FREE_TEXT,
    },
    "elevator_cost": {"text": Content.FREE_TEXT, "source": Content.FREE_TEXT},
    "elevator_opinion": {
        "reason": Content.FREE_TEXT,
        "handling": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "elevator_vote": {
        "signed_name": Content.NAME,
        "authority": Content.FREE_TEXT,
        "reason": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "elevator_agreement": {
        "signed_name": Content.NAME,
        "authority": Content.FREE_TEXT,
        "withdrawn_reason": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "elevator_entry": {
        "counterparty": Content.NAME,
        "purpose": Content.FREE_TEXT,
        "reason": Content.FREE_TEXT,
        "handled_by": Content.ACTING,
        "approved_by": Content.ACTING,
        "payee": Content.ACTING,
        "account": Content.FREE_TEXT,
    },
    "elevator_settlement": {
        "reason": Content.FREE_TEXT,
        "reopened_reason": Content.FREE_TEXT,
        "user": Content.ACTING,
        "approved_by": Content.ACTING,
        "reopened_by": Content.ACTING,
    },
    "elevator_month": {"reason": Content.FREE_TEXT},
    "affected_owner": {
        "text": Content.FREE_TEXT,
        "objection": Content.FREE_TEXT,
        "handling": Content.FREE_TEXT,
        "settlement": Content.FREE_TEXT,
        "effect": Content.FREE_TEXT,
    },
    "project": {
        "title": Content.FREE_TEXT,
        "place": Content.FREE_TEXT,
        "matter_reason": Content.FREE_TEXT,
        "contact": Content.FREE_TEXT,
        "responsible": Content.ACTING,
        "ended_reason": Content.FREE_TEXT,
    },
    "project_note": {"text": Content.FREE_TEXT, "user": Content.ACTING},
    "project_hand": {"name": Content.ACTING},
    "project_stage": {
        "skipped": Content.FREE_TEXT,
        "override_reason": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "project_milestone": {"detail": Content.FREE_TEXT, "source": Content.FREE_TEXT},
    "project_quote": {
        "company": Content.FREE_TEXT,
        "scope": Content.FREE_TEXT,
        "source": Content.FREE_TEXT,
        "accepted_reason": Content.FREE_TEXT,
        "excluded_reason": Content.FREE_TEXT,
        "fewer_reason": Content.FREE_TEXT,
    },
    "partner": {
        "contact": Content.ACTING,
        "contact_phone": Content.PHONE,
        "signed_by": Content.ACTING,
        "ended_reason": Content.FREE_TEXT,
    },
    "partner_support": {
        "what": Content.FREE_TEXT,
        "paid_to": Content.FREE_TEXT,
        "dropped_reason": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "notice": {
        "title": Content.FREE_TEXT,
        "body": Content.FREE_TEXT,
        "basis": Content.FREE_TEXT,
        "audience": Content.FREE_TEXT,
        "contact": Content.FREE_TEXT,
        "attachments": Content.FREE_TEXT,
        "named": Content.FREE_TEXT,
        "withdrawn_because": Content.FREE_TEXT,
        "signer": Content.ACTING,
        "witness": Content.ACTING,
        "places": Content.FREE_TEXT,
    },
    "notice_correction": {"reason": Content.FREE_TEXT, "fields": Content.FREE_TEXT},
    "notice_proof": {
        "done_by": Content.NAME,
        "witness": Content.NAME,
        "place": Content.FREE_TEXT,
    },
    "notice_objection": {
        "objector": Content.NAME,
        "objector_phone": Content.PHONE,
        "text": Content.FREE_TEXT,
        "answer": Content.FREE_TEXT,
    },
    "question": {
        "text": Content.FREE_TEXT,
        "asker": Content.NAME,
        "asker_phone": Content.PHONE,
        "answer": Content.FREE_TEXT,
        "answered_by": Content.ACTING,
    },
    "agenda_item": {
        "note": Content.FREE_TEXT,
        "source_text": Content.FREE_TEXT,
        "view": Content.FREE_TEXT,
        "title": Content.FREE_TEXT,
    },
    "attendance": {
        "name": Content.NAME,
        "reason": Content.FREE_TEXT,
        "authority": Content.FREE_TEXT,
        "written": Content.FREE_TEXT,
    },
    "vote": {"subject": Content.FREE_TEXT, "reason": Content.FREE_TEXT},
    "vote_answer": {"name": Content.NAME},
    "vote_recusal": {"name": Content.NAME, "reason": Content.FREE_TEXT},
    "vote_candidate": {"name": Content.NAME},
    "agenda_change": {"before": Content.FREE_TEXT, "reason": Content.FREE_TEXT},
    "statement": {"speaker": Content.NAME, "text": Content.FREE_TEXT},
    "resolution": {
        "text": Content.FREE_TEXT,
        "result": Content.FREE_TEXT,
        "remark": Content.FREE_TEXT,
        "owner": Content.ACTING,
        "basis": Content.FREE_TEXT,
    },
    "action_item": {
        "text": Content.FREE_TEXT,
        "remark": Content.FREE_TEXT,
        "owner": Content.ACTING,
    },
    "service_item": {"what": Content.FREE_TEXT},
    "service_kind": {"items": Content.FREE_TEXT, "place": Content.FREE_TEXT},
    "minutes_objection": {"name": Content.NAME, "text": Content.FREE_TEXT},
    "minutes_correction": {
        "text": Content.FREE_TEXT,
        "reason": Content.FREE_TEXT,
        "user": Content.ACTING,
    },
    "filed_report": {
        "reason": Content.FREE_TEXT,
        "own_text": Content.FREE_TEXT,
        "signed_by": Content.ACTING,
    },
    "elevator_account": {
        "payee": Content.ACTING,
        "account": Content.FREE_TEXT,
        "handler": Content.ACTING,
        "checker": Content.ACTING,
    },
    "elevator_stage": {"override_reason": Content.FREE_TEXT, "user": Content.ACTING},
    "elevator_ballot": {"ended_reason": Content.FREE_TEXT},
    "elevator_fund": {"source": Content.FREE_TEXT},
    "elevator_milestone": {"detail": Content.FREE_TEXT, "source": Content.FREE_TEXT},
    "elevator_subsidy": {"text": Content.FREE_TEXT, "source": Content.FREE_TEXT},
    "elevator_quote": {
        "company": Content.FREE_TEXT,
        "scope": Content.FREE_TEXT,
        "source": Content.FREE_TEXT,
        "accepted_reason": Content.FREE_TEXT,
    },
    "building": {"name": Content.FREE_TEXT, "note": Content.FREE_TEXT},
    "import_origin": {
        "file": Content.FREE_TEXT,
        "source": Content.FREE_TEXT,
        "basis": Content.FREE_TEXT,
        "purpose": Content.FREE_TEXT,
    },
    "party_group": {"name": Content.FREE_TEXT, "note": Content.FREE_TEXT},
    "plan": {"name": Content.FREE_TEXT, "change_note": Content.FREE_TEXT},
    "reply_template": {"text": Content.FREE_TEXT},
    "room": {
        "name": Content.FREE_TEXT,
        "whose": Content.FREE_TEXT,
        "place": Content.FREE_TEXT,
        "uses": Content.FREE_TEXT,
        "note": Content.FREE_TEXT,
    },
    "setting": {"value": Content.FREE_TEXT},
    "team": {"name": Content.FREE_TEXT, "duties": Content.FREE_TEXT},
    "venue_item": {"name": Content.FREE_TEXT, "note": Content.FREE_TEXT},
    "vote_batch": {"label": Content.FREE_TEXT},
    "category": {"first_handler": Content.FREE_TEXT},
    "post": {"unit": Content.FREE_TEXT, "source": Content.FREE_TEXT},
    "transfer": {"other_side": Content.FREE_TEXT, "letter": Content.FREE_TEXT},
}
"""Table, column, what it tells. A changed row is kept in `row_change` with the same columns.

What is not listed is code, a day, a place, the path or digest of a file, or frozen figures; where a
name stands there all the same, forgetting says so and leaves it.
"""
