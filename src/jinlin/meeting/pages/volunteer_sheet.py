"""报名表: where volunteers put their names down, and what must be there before it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
from jinlin.core.sentences import begun
from jinlin.documents.page import BLANK, Block, Closing, Form, Page, Paragraph, Table
from jinlin.meeting.pages.wording import moment_words
from jinlin.meeting.service.days import ServiceDay
from jinlin.meeting.service.needs import ServiceNeed, needs_of
from jinlin.store.transaction.tx import Reader

_ROWS: Final = 20
"""A sheet has so many rows; more names take more sheets."""
_MORE: Final = 5
"""So many rows at least are left for who comes besides."""
_BOX: Final = "□"


def volunteer_sheet(reader: Reader, day: ServiceDay, names: Sequence[str]) -> list[Page]:
    """Return the sheet to put one's name down on, and the list to tick where there is one.

    Args:
        reader: the database.
        day: the service day.
        names: who has put her name down already.
    """
    above = (complex_name(reader),)
    needs = list(needs_of([one.what for one in day.items]))
    pages = [
        Page(
            title=begun(_("{type}: volunteers").format(type=day.type_name)),
            above=above,
            form=Form.SHEET,
            blocks=tuple(_sign_up(day, names)),
            one_sheet=len(names) + _MORE <= _ROWS,
            code=day.meeting.label,
        )
    ]
    if needs:
        pages.append(
            Page(
                title=begun(_("{type}: to tick before it begins").format(type=day.type_name)),
                above=above,
                form=Form.SHEET,
                blocks=tuple(_to_tick(day, needs)),
                one_sheet=True,
                code=day.meeting.label,
            )
        )
    return pages


def _sign_up(day: ServiceDay, names: Sequence[str]) -> Iterator[Block]:
    yield from _head(day)
    rows = max(_ROWS, len(names) + _MORE)
    yield Table(
        headings=(
            _("No."),
            _("Name"),
            _("Building"),
            _("What they can do"),
            _("Hours"),
            _("Signature"),
        ),
        rows=tuple(
            (str(place), name, "", "", "", "")
            for place, name in enumerate((*names, *[""] * (rows - len(names))), 1)
        ),
        widths=(8, 20, 14, 24, 12, 22),
        tall=True,
    )
    yield Paragraph(
        _(
            "Names serve to record who served and are not made public. For volunteers under 14"
            " a guardian signs; they are counted, not named."
        )
    )


def _to_tick(day: ServiceDay, needs: Sequence[ServiceNeed]) -> Iterator[Block]:
    yield from _head(day)
    yield Table(
        headings=(_("Service"), _("What must be there"), _("There")),
        rows=tuple(
            ("" if place else one.item, what, _BOX)
            for one in needs
            for place, what in enumerate(one.needs)
        ),
        widths=(22, 64, 14),
        tall=True,
    )
    bases = dict.fromkeys(one.basis for one in needs if one.basis.startswith("《"))
    if bases:
        yield Paragraph(_("See: {laws}").format(laws=basis_words("".join(bases))))
    yield Closing((_("Checked by (signature): {blank}").format(blank=BLANK),), left=True)


def _head(day: ServiceDay) -> Iterator[Block]:
    meeting = day.meeting
    yield Paragraph(
        _("Time: {time}    Place: {place}").format(
            time=moment_words(meeting.held_at), place=meeting.place or BLANK
        ),
        flush=True,
    )
    if day.items:
        yield Paragraph(
            _("Services: {items}").format(items=_(", ").join(one.what for one in day.items)),
            flush=True,
        )
