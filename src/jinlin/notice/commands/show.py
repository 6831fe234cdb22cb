"""`jinlin notice show`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.notice import posting_proofs, queries
from jinlin.notice.commands import options
from jinlin.notice.commands.list import matter_column, type_column
from jinlin.notice.corrections import Correction, corrections
from jinlin.notice.notice_fields import FIELD_LABELS
from jinlin.notice.objections import ObjectionRow, objections
from jinlin.notice.posting_proofs import ProofRow
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.notices import (
    NoticeStatus,
    ObjectionOutcome,
    ProofKind,
    Unit,
)
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.check.proofs import FileState, proof_state
from jinlin.store.command.command import reading


def show_(call: Call, number: options.NoticeNumber) -> None:
    with reading(call) as reader:
        notice = queries.find_notice(reader, number)
        objected = objections(reader, notice)
        proofs = posting_proofs.proofs(reader, notice)
        corrected = corrections(reader, notice).get(notice.id, [])
        database = reader.path
    fields = list(_fields(notice))
    show(
        call,
        Record.of(
            title=f"{notice.label} {notice.title}",
            fields=fields,
            listings=(
                _objections(objected),
                _proofs(notice.label, proofs, database),
                _corrections(corrected),
            ),
        ),
    )


def _fields(notice: NoticeRow) -> Iterator[tuple[Column, Any]]:
    yield Column(key="number", heading=_("Number")), notice.label
    yield type_column(), notice.type.value
    yield Column(key="title", heading=_("Title of the notice")), notice.title
    yield (
        Column(key="status", heading=_("Status"), labels=NoticeStatus.labels()),
        notice.status.value,
    )
    yield matter_column(), notice.matter
    yield Column(key="about", heading=_("About")), "/".join(notice.about) if notice.about else None
    yield Column(key="posted_on", heading=_("Put up on"), kind=Kind.DATE), notice.posted_on
    yield Column(key="ends_on", heading=_("Until and with"), kind=Kind.DATE), notice.ends_on
    period = notice.period
    yield (
        Column(key="period_days", heading=_("Days"), kind=Kind.INTEGER),
        period.days if period else None,
    )
    yield (
        Column(key="period_unit", heading=_("Counted as"), labels=Unit.labels()),
        period.unit.value if period else None,
    )
    yield (
        Column(key="period_source", heading=_("Where the period stands")),
        (period.source or None) if period else None,
    )
    for key, heading in (
        ("basis", _("Basis")),
        ("body", _("What it says")),
        ("audience", _("Concerns")),
    ):
        yield Column(key=key, heading=heading), getattr(notice, key) or None
    yield Column(key="places", heading=_("Places")), _joined(notice.places)
    yield Column(key="contact", heading=_("Where to object or ask")), notice.contact or None
    yield Column(key="signer", heading=_("Signs the notice")), notice.signer
    yield Column(key="witness", heading=_("Witnessed by")), notice.witness or None
    yield Column(key="attachments", heading=_("Attachments")), _joined(notice.attachments)
    yield Column(key="named", heading=_("May be named")), _joined(notice.named)
    yield (
        Column(key="taken_down_on", heading=_("Taken down on"), kind=Kind.DATE),
        notice.taken_down_on,
    )
    yield Column(key="withdrawn_on", heading=_("Withdrawn on"), kind=Kind.DATE), notice.withdrawn_on
    yield Column(key="withdrawn_because", heading=_("Because")), notice.withdrawn_because
    yield Column(key="for_good", heading=_("For good"), kind=Kind.BOOLEAN), notice.for_good


def _joined(texts: tuple[str, ...]) -> str | None:
    return "、".join(texts) or None


def _objections(rows: list[ObjectionRow]) -> Listing:
    return Listing(
        key="objections",
        title=_("Objections"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="received_on", heading=_("Came on"), kind=Kind.DATE),
            Column(key="objector", heading=_("Who objects"), personal=Personal.NAME),
            Column(key="objector_phone", heading=_("Phone"), personal=Personal.PHONE),
            Column(key="text", heading=_("Objection")),
            Column(key="late", heading=_("After the period"), kind=Kind.BOOLEAN),
            Column(key="answer_by", heading=_("Answer by"), kind=Kind.DATE),
            Column(
                key="outcome", heading=_("Outcome"),
                labels=ObjectionOutcome.labels(),
            ),
            Column(key="answered_on", heading=_("Answered on"), kind=Kind.DATE),
            Column(key="answer", heading=_("Answer")),
        ),
        rows=[
            (
                o.label, o.received_on, o.objector, o.objector_phone, o.text, o.late, o.answer_by,
                o.outcome.value if o.outcome else None, o.answered_on, o.answer,
            )
            for o in rows
        ],
        aside=frozenset({"objector_phone", "late", "answered_on"}),
        empty=_("Nobody has objected."),
    )  # fmt: skip


def _proofs(number: str, rows: list[ProofRow], database: Path) -> Listing:
    return Listing(
        key="proofs",
        title=_("Proofs"),
        columns=(
            Column(
                key="kind", heading=_("Put up or down"),
                labels=ProofKind.labels(),
            ),
            Column(key="day", heading=_("Day"), kind=Kind.DATE),
            Column(key="place", heading=_("Place")),
            Column(key="done_by", heading=_("Done by")),
            Column(key="witness", heading=_("Witness"), personal=Personal.NAME),
            Column(key="path", heading=_("Photo")),
            Column(key="sha256", heading="SHA-256"),
            Column(
                key="photo_state", heading=_("The photo is"),
                labels=FileState.labels(),
            ),
        ),
        rows=[
            (
                p.kind.value, p.day, p.place or None, p.done_by or None, p.witness or None, p.path,
                p.sha256, proof_state(p.path, p.sha256, database),
            )
            for p in rows
        ],
        aside=frozenset({"sha256"}),
        empty=_("There is no proof that it hung: jinlin notice proof {number} PHOTO").format(
            number=number
        ),
    )  # fmt: skip


def _corrections(rows: list[Correction]) -> Listing:
    return Listing(
        key="corrections",
        title=_("Corrections"),
        columns=(
            Column(key="day", heading=_("Day"), kind=Kind.DATE),
            Column(key="fields", heading=_("Changed")),
            Column(key="reason", heading=_("Reason")),
        ),
        rows=[
            (c.day, [{"field": f, "name": _(FIELD_LABELS.get(f, f))} for f in c.fields], c.reason)
            for c in rows
        ],
        empty=_("Nothing was corrected after it was posted."),
    )
