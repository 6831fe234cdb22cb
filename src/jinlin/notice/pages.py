"""A notice as it hangs on the board, and the note on its result (practice.md 5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.i18n import N_, _
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Table,
)
from jinlin.notice.corrections import Correction
from jinlin.notice.objections import ObjectionRow
from jinlin.notice.posting_proofs import ProofRow
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.matters import OBJECTION_DAYS
from jinlin.notice.rules.notices import (
    ObjectionOutcome,
    ProofKind,
    Type,
    notice_label,
)

TEMPLATE: Final = "公示公告"
"""The name of the branch's own Word template for these pages."""
_CONTENT: Final = {
    Type.PUBLIC_NOTICE: N_("What is proposed"),
    Type.ANNOUNCEMENT: N_("What is announced"),
    Type.DISCLOSURE: N_("What is disclosed"),
    Type.NOTIFICATION: N_("What is to be done"),
}
_NUMERALS: Final = (
    N_("I. {text}"), N_("II. {text}"), N_("III. {text}"), N_("IV. {text}"), N_("V. {text}"),
    N_("VI. {text}"), N_("VII. {text}"), N_("VIII. {text}"),
)  # fmt: skip


class Section(NamedTuple):
    """A part of a notice under a heading of its own."""

    heading: str
    blocks: tuple[Block, ...]


def notice_page(notice: NoticeRow, corrections: Sequence[Correction]) -> Page:
    """Return the sheet for the board.

    Args:
        notice: as everybody may read it.
        corrections: what was put right after it had been posted; their reasons likewise.
    """
    sections = [section for section in _sections(notice, corrections) if section.blocks]
    return Page(
        title=notice.title,
        below=(_("Withdrawn on {day}").format(day=notice.withdrawn_on),)
        if notice.withdrawn_on
        else (),
        blocks=(
            *_addressed(notice.audience),
            *(
                block
                for numeral, section in zip(_NUMERALS, sections, strict=False)
                for block in (Heading(_(numeral).format(text=section.heading)), *section.blocks)
            ),
            Closing(tuple(_signed(notice))),
        ),
        fields={
            "编号": notice.label,
            "落款": notice.signer,
            "张贴日期": _day(notice.posted_on),
            "截止日期": _day(notice.ends_on) if notice.ends_on else "",
            "张贴地点": "、".join(notice.places),
        },
    )  # fmt: skip


def _sections(notice: NoticeRow, corrections: Sequence[Correction]) -> Iterator[Section]:
    """Return the parts in their order; some have nothing to say and are left out."""
    cause = _("Cause and basis") if notice.type is Type.PUBLIC_NOTICE else _("Basis")
    yield Section(cause, tuple(blocks_of(notice.basis)))
    yield Section(_(_CONTENT[notice.type]), tuple(blocks_of(notice.body)))
    if notice.type is Type.PUBLIC_NOTICE:
        yield Section(_("Period of the notice"), (Paragraph(period_in_words(notice)),))
        yield Section(_("Places"), _places(notice))
        yield Section(_("How to object"), tuple(_how_to_object(notice)))
        yield Section(_("How objections are handled"), (Paragraph(_handling()),))
    else:
        if notice.period is not None:
            yield Section(_("Period"), (Paragraph(period_in_words(notice)),))
        yield Section(_("Places"), _places(notice))
        contact = (Paragraph(notice.contact),) if notice.contact else ()
        yield Section(_("Where to ask"), contact)
    yield Section(
        _("What is corrected"),
        tuple(
            Paragraph(
                _("Corrected on {day}: {reason}").format(day=_day(each.day), reason=each.reason)
            )
            for each in corrections
        ),
    )
    yield Section(_("Attachments"), (Items(notice.attachments),) if notice.attachments else ())


def _addressed(audience: str) -> Iterator[Block]:
    if audience:
        yield Paragraph(_("{whom}:").format(whom=audience), flush=True)


def _places(notice: NoticeRow) -> tuple[Block, ...]:
    return (Paragraph("、".join(notice.places)),) if notice.places else ()


def _how_to_object(notice: NoticeRow) -> Iterator[Block]:
    yield Paragraph(
        _(
            "Whoever objects to what is proposed does so within the period, in writing and under"
            " the own name; whoever objects is not made public."
        )
    )
    yield Paragraph(notice.contact or BLANK)


def _handling() -> str:
    return _(
        "Every objection is recorded, looked into and answered within {days} working days of its"
        " receipt; the result is posted when the period is over."
    ).format(days=OBJECTION_DAYS.days)


def period_in_words(notice: NoticeRow) -> str:
    """Return from when to when a notice hangs, how many days and which are counted."""
    if notice.period is None:
        return ""
    days, unit = notice.period.days, notice.period.unit.label
    if notice.posted_on is None or notice.ends_on is None:
        return _("{days} {unit}, counted from the day after it is posted.").format(
            days=days, unit=unit
        )
    return _(
        "Posted on {first}; {days} {unit} from the day after, to {last}, 24:00. A last day on"
        " which nobody works moves to the next working day."
    ).format(first=_day(notice.posted_on), days=days, unit=unit, last=_day(notice.ends_on))


def _signed(notice: NoticeRow) -> Iterator[str]:
    yield notice.signer
    if notice.witness:
        yield _("Witness: {who}").format(who=notice.witness)
    yield _day(notice.posted_on) if notice.posted_on else _("Day: {blank}").format(blank=BLANK)


def blocks_of(text: str) -> Iterator[Block]:
    """Return a text as paragraphs; lines with tabs between their parts are a table."""
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(tuple(cell.strip() for cell in line.split("\t")))
            continue
        if rows:
            yield _table(rows)
            rows = []
        if line.strip():
            yield Paragraph(line.strip())


def _table(rows: list[tuple[str, ...]]) -> Table:
    columns = max(map(len, rows))
    headings, *others = [(*row, *[""] * (columns - len(row))) for row in rows]
    numeric = tuple(
        bool(others) and all(_is_number(row[place]) for row in others) for place in range(columns)
    )
    return Table(headings=headings, rows=tuple(others), numeric=numeric)


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(",", "").replace(".", "", 1).lstrip("-").isdecimal()


def result_page(
    notice: NoticeRow, objected: Sequence[ObjectionRow], proofs: Sequence[ProofRow]
) -> Page:
    """Return the note on what came of a public notice (《公示结果说明》).

    Args:
        notice: as everybody may read it; its period is over.
        objected: the objections, likewise; who made them is not shown.
        proofs: that it hung and came down.
    """
    return Page(
        title=_("Result of a public notice"),
        blocks=(
            Field(_("Notice"), f"{notice_label(notice.number)} {notice.title}"),
            Field(_("Posted on"), _day(notice.posted_on)),
            Field(_("Period"), period_in_words(notice)),
            Field(_("Places"), "、".join(notice.places)),
            Field(_("Put up"), _proved(proofs, ProofKind.POSTED)),
            Field(_("Taken down"), _proved(proofs, ProofKind.TAKEN_DOWN)),
            Paragraph(_result(objected)),
            *_answers(objected),
            Field(_("Put up by"), BLANK),
            Field(_("Witness"), BLANK),
            Closing((notice.signer, _("Day: {blank}").format(blank=BLANK))),
        ),
        fields={"编号": notice.label, "落款": notice.signer},
    )


def _result(objected: Sequence[ObjectionRow]) -> str:
    if not objected:
        return _("No objection was received during the period.")
    late = sum(each.late for each in objected)
    counts = {one.value: sum(o.outcome is one for o in objected) for one in ObjectionOutcome}
    said = _(
        "Objections received: {count}; upheld {upheld}, partly upheld {partly}, not upheld"
        " {rejected}. All were answered."
    ).format(count=len(objected), **counts)
    return said + (_(" After the period: {count}.").format(count=late) if late else "")


def _answers(objected: Sequence[ObjectionRow]) -> Iterator[Block]:
    if not objected:
        return
    yield Table(
        headings=(_("Number"), _("Objection"), _("Outcome"), _("Answer")),
        rows=tuple(
            (
                str(place), each.text, each.outcome.label if each.outcome else "",
                each.answer or "",
            )
            for place, each in enumerate(objected, 1)
        ),
        widths=(8, 36, 14, 42),
    )  # fmt: skip


def _proved(proofs: Sequence[ProofRow], kind: ProofKind) -> str:
    said = [
        _("{day} {place}").format(day=_day(proof.day), place=proof.place).strip()
        + (_(" (with a photo)") if proof.path else "")
        for proof in proofs
        if proof.kind is kind
    ]
    return "；".join(said) or BLANK


def _day(day: date | None) -> str:
    return BLANK if day is None else day_words(day)
