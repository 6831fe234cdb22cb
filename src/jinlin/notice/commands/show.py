"""`jinlin notice show`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
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
from jinlin.output.listing.listing import Cell, Listing, On, Record
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
    about = "/".join(notice.about) if notice.about else None
    called = {about: notice.about.number} if about and notice.about else {}
    yield Column(key="about", heading=_("About"), labels=called), about
    yield Column(key="posted_on", heading=_("Put up on"), kind=Kind.DATE), notice.posted_on
    yield Column(key="ends_on", heading=_("Hangs until"), kind=Kind.DATE), notice.ends_on
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
        (basis_words(period.source) or None) if period else None,
    )
    for key, heading in (
        ("basis", _("Basis")),
        ("body", _("What it says")),
        ("audience", _("Concerns")),
    ):
        yield Column(key=key, heading=heading), getattr(notice, key) or None
    yield Column(key="places", heading=_("Places")), _joined(notice.places)
    yield Column(key="contact", heading=_("Where to object or ask")), notice.contact or None
    yield Column(key="signer", heading=_("Signing body")), notice.signer
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
    return Listing.of(
        "objections",
        _("Objections"),
        (
            Cell("number", _("Number"), "label"),
            Cell("received_on", _("Came on"), kind=Kind.DATE),
            Cell("objector", _("Who objects"), personal=Personal.NAME),
            Cell("objector_phone", _("Phone"), personal=Personal.PHONE, on=On.FILES),
            Cell("text", _("Objection")),
            Cell("late", _("After the period"), kind=Kind.BOOLEAN, on=On.FILES),
            Cell("answer_by", _("Answer by"), kind=Kind.DATE),
            Cell(
                "outcome",
                _("Outcome"),
                lambda o: o.outcome.value if o.outcome else None,
                labels=ObjectionOutcome.labels(),
            ),
            Cell("answered_on", _("Answered on"), kind=Kind.DATE, on=On.FILES),
            Cell("answer", _("Answer")),
        ),
        rows,
        empty=_("Nobody has objected."),
    )


def _proofs(number: str, rows: list[ProofRow], database: Path) -> Listing:
    return Listing.of(
        "proofs",
        _("Proofs"),
        (
            Cell("kind", _("Put up or down"), "kind.value", labels=ProofKind.labels()),
            Cell("day", _("Date"), kind=Kind.DATE),
            Cell("place", _("Place"), lambda p: p.place or None),
            Cell("done_by", _("Done by"), lambda p: p.done_by or None),
            Cell("witness", _("Witness"), lambda p: p.witness or None, personal=Personal.NAME),
            Cell("path", _("Photo")),
            Cell("sha256", "SHA-256", on=On.FILES),
            Cell(
                "photo_state",
                _("The photo is"),
                lambda p: proof_state(p.path, p.sha256, database),
                labels=FileState.labels(),
            ),
        ),
        rows,
        empty=_("There is no proof that it hung: jinlin notice proof {number} PHOTO").format(
            number=number
        ),
    )


def _corrections(rows: list[Correction]) -> Listing:
    return Listing.of(
        "corrections",
        _("Corrections"),
        (
            Cell("day", _("Date"), kind=Kind.DATE),
            Cell(
                "fields",
                _("Changed"),
                lambda c: [{"field": f, "name": _(FIELD_LABELS.get(f, f))} for f in c.fields],
            ),
            Cell("reason", _("Reason")),
        ),
        rows,
        empty=_("Nothing was corrected after it was posted."),
    )
