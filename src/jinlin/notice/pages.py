"""A notice as it hangs on the board, and the note on its result (practice.md 5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.days.written import day_words, last_words
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import clauses, in_a_row, ordinal, sentence
from jinlin.documents.box import TO_WRITE_IN, Box, BoxRow, pairs
from jinlin.documents.fitting import for_a_board
from jinlin.documents.page import (
    BLANK,
    Attachments,
    Block,
    Closing,
    Heading,
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
    Unit,
    subject,
)

TEMPLATE: Final = "公示公告"
"""The name of the branch's own Word template for these pages."""
_LEADS: Final = {
    Type.PUBLIC_NOTICE: N_("{basis}the following on {subject} is put before everybody:"),
    Type.ANNOUNCEMENT: N_("{basis}the following is announced:"),
    Type.DISCLOSURE: N_("{basis}the following is made public on {subject}:"),
}
"""The sentence that leads to what a notice tells, by its type."""
_ENDS: Final = {
    Type.ANNOUNCEMENT: N_("This is hereby announced."),
    Type.NOTIFICATION: N_("Please take note."),
}
_ON_WHICH: Final = ("根据", "依据", "按照", "遵照", "经")
"""A basis that begins so says itself that it is one."""


class Section(NamedTuple):
    """A part of a notice under a heading of its own."""

    heading: str
    blocks: tuple[Block, ...]


def notice_page(notice: NoticeRow, corrections: Sequence[Correction], complex_name: str) -> Page:
    """Return the sheet for the board.

    A public notice is told in parts, since people object to it; the others are letters. Its letters
    are smaller where it would not hang on one sheet.

    Args:
        notice: as everybody may read it.
        corrections: what was put right after it had been posted; their reasons likewise.
        complex_name: whose affairs a disclosure tells.
    """
    tell = _in_parts if notice.type is Type.PUBLIC_NOTICE else _as_a_letter
    page = Page(
        title=notice.title,
        above=(complex_name,) if notice.type is Type.DISCLOSURE else (),
        below=(_("Withdrawn on {day}").format(day=_day(notice.withdrawn_on)),)
        if notice.withdrawn_on
        else (),
        blocks=(
            *_addressed(notice.audience),
            *tell(notice, corrections),
            *((Attachments(notice.attachments),) if notice.attachments else ()),
            Closing(tuple(_signed(notice))),
        ),
        code=notice.label,
        fields={
            "编号": notice.label,
            "落款": notice.signer,
            "张贴日期": _day(notice.posted_on),
            "截止日期": _day(notice.ends_on) if notice.ends_on else "",
            "张贴地点": "、".join(notice.places),
        },
    )
    return for_a_board(page)


def _in_parts(notice: NoticeRow, corrections: Sequence[Correction]) -> Iterator[Block]:
    yield from _lead(notice)
    sections = (
        Section(_("What is proposed"), tuple(blocks_of(notice.body))),
        Section(_("Period and places of the notice"), (Paragraph(_hanging(notice)),)),
        Section(_("Objections"), tuple(_how_to_object(notice))),
        Section(_("What is corrected"), tuple(_corrected(corrections))),
    )
    told = [section for section in sections if section.blocks]
    for place, section in enumerate(told, 1):
        yield Heading(
            _("{number}. {heading}").format(number=ordinal(place), heading=section.heading)
        )
        yield from section.blocks


def _as_a_letter(notice: NoticeRow, corrections: Sequence[Correction]) -> Iterator[Block]:
    """Yield what a notice says in sentences; where it hangs is not printed on it."""
    yield from _lead(notice)
    yield from blocks_of(notice.body)
    if notice.contact:
        yield Paragraph(_("Questions to: {contact}").format(contact=sentence(notice.contact)))
    yield from _corrected(corrections)
    end = _(_ENDS.get(notice.type, ""))
    if end and end.rstrip("。.") not in notice.body:
        yield Paragraph(end)


def _lead(notice: NoticeRow) -> Iterator[Block]:
    """Yield on what a notice rests, and what it is about; a basis in sentences stands by itself."""
    basis, lead = notice.basis.strip(), _LEADS.get(notice.type, "")
    if "\n" in basis or basis.endswith(("。", ".")) or not lead:
        yield from blocks_of(basis)
        basis = ""
    elif basis and not basis.startswith(_ON_WHICH):
        basis = _("On the basis of {basis}").format(basis=basis)
    if lead and notice.body:
        said = _(lead).format(
            basis=_("{basis}, ").format(basis=basis) if basis else "",
            subject=subject(notice.type, notice.title),
        )
        yield Paragraph(said[:1].upper() + said[1:])


def _corrected(corrections: Sequence[Correction]) -> Iterator[Block]:
    for each in corrections:
        yield Paragraph(
            _("Corrected on {day}: {reason}").format(day=_day(each.day), reason=each.reason)
        )


def _addressed(audience: str) -> Iterator[Block]:
    if audience:
        yield Paragraph(_("{whom}:").format(whom=audience), flush=True)


def _hanging(notice: NoticeRow) -> str:
    """Return how long a notice hangs, and where."""
    said = [period_in_words(notice)]
    if notice.places:
        said.append(_("It hangs at: {places}.").format(places="、".join(notice.places)))
    return in_a_row(filter(None, said))


def _how_to_object(notice: NoticeRow) -> Iterator[Block]:
    yield Paragraph(
        _(
            "Whoever objects to what is proposed does so within the period, in writing and under"
            " their own name; whoever objects is not made public. Every objection is recorded,"
            " looked into and answered within {days} working days of its receipt; the result is"
            " posted when the period is over."
        ).format(days=OBJECTION_DAYS.days)
    )
    contact = sentence(notice.contact) if notice.contact else BLANK
    yield Paragraph(_("To be handed to: {contact}").format(contact=contact))


def period_in_words(notice: NoticeRow) -> str:
    """Return how long a notice hangs, from the first counted day to the last.

    The day it is posted is not counted; a last day on which nobody works moves to the next working
    day, and both are named (Civil Code arts 201, 203).
    """
    if notice.period is None:
        return ""
    words = _PERIODS[notice.period.unit]
    days = _(words).format(days=notice.period.days)
    if notice.posted_on is None or notice.ends_on is None:
        return _("The notice hangs for {days}, counted from the day after it is posted.").format(
            days=days
        )
    first = notice.posted_on + timedelta(days=1)
    planned = notice.posted_on + timedelta(days=notice.period.days)
    moved = notice.period.unit is Unit.NATURAL and planned < notice.ends_on
    return _("The notice hangs for {days}, from {first} to {last}{moved}.").format(
        days=days,
        first=day_words(first),
        last=last_words(first, notice.ends_on),
        moved=_(" ({planned} is a day of rest, so it is moved as the law says)").format(
            planned=last_words(first, planned)
        )
        if moved
        else "",
    )


_PERIODS: Final = {
    Unit.NATURAL: N_("{days} days"),
    Unit.WORKING: N_("{days} working days"),
}


def _signed(notice: NoticeRow) -> Iterator[str]:
    yield notice.signer
    if notice.witness:
        yield _("Witness: {who}").format(who=notice.witness)
    yield _day(notice.posted_on) if notice.posted_on else _("Date: {blank}").format(blank=BLANK)


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
    figure = cell.replace(",", "").replace(".", "", 1).lstrip("-").removesuffix("%")
    return not cell or figure.isdecimal()


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
            Paragraph(
                _("“{title}” was posted on {day} at {places}. {period}").format(
                    title=notice.title,
                    day=_day(notice.posted_on),
                    places="、".join(notice.places) or BLANK,
                    period=period_in_words(notice),
                )
            ),
            Paragraph(_result(objected)),
            *_answers(objected),
            Box(
                (17, 33, 17, 33),
                (
                    _hung(_("Put up"), _("Put up by"), proofs, ProofKind.POSTED),
                    _hung(_("Taken down"), _("Taken down by"), proofs, ProofKind.TAKEN_DOWN),
                    pairs(
                        _("Photos"), _photos(proofs), _("Witness"), notice.witness, columns=4,
                        height=TO_WRITE_IN,
                    ),
                ),
            ),
            Closing((notice.signer, _("Date: {blank}").format(blank=BLANK))),
        ),
        code=notice.label,
        fields={"编号": notice.label, "落款": notice.signer},
    )  # fmt: skip


def _hung(when: str, who: str, proofs: Sequence[ProofRow], kind: ProofKind) -> BoxRow:
    said = "\n".join(
        clauses(_day(proof.day), proof.place) for proof in proofs if proof.kind is kind
    )
    return pairs(when, said, who, "", columns=4, height=TO_WRITE_IN)


def _photos(proofs: Sequence[ProofRow]) -> str:
    count = sum(bool(proof.path) for proof in proofs)
    return _("{count} kept").format(count=count) if count else ""


def _result(objected: Sequence[ObjectionRow]) -> str:
    """Return how many objected in time and what came of it; what nobody said is left out."""
    timely = [each for each in objected if not each.late]
    if not timely:
        said = _("No objection was received during the period.")
    elif len({each.outcome for each in timely}) == 1 and timely[0].outcome:
        said = _("Objections received during the period: {count}, {outcome} and answered.").format(
            count=len(timely), outcome=timely[0].outcome.label
        )
    else:
        kinds = _(", ").join(
            _("{outcome} {count}").format(outcome=one.label, count=count)
            for one in ObjectionOutcome
            if (count := sum(each.outcome is one for each in timely))
        )
        said = _(
            "Objections received during the period: {count}, of which {kinds}; all were answered."
        ).format(count=len(timely), kinds=kinds)
    late = len(objected) - len(timely)
    return said + (
        _(" After the period: {count}, answered too.").format(count=late) if late else ""
    )


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


def _day(day: date | None) -> str:
    return BLANK if day is None else day_words(day)
