"""签到表: what people sign at the door of a meeting, owners home by home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import area_text
from jinlin.documents.page import BLANK, Closing, Form, Page, Paragraph, Table
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.pages.wording import moment_words
from jinlin.meeting.rules.meetings import AttendanceState

_ROWS: Final = 20
"""A sheet to sign has so many rows, names and blank ones together; more people take more sheets."""
_SHORT: Final = BLANK[:3]
_MORE: Final = 5
"""So many rows at most are left for who comes besides those who are expected."""


class Expectant(NamedTuple):
    """Somebody on a sheet to sign.

    Attributes:
        name: empty where a unit is expected, and not who comes for it.
        unit: her unit, post or home, as far as the registers have it.
        remark: that she is excused or sits in.
        on_roll: a unit that is expected, whoever comes for it.
    """

    name: str
    unit: str = ""
    remark: str = ""
    on_roll: bool = False


class HomeToSign(NamedTuple):
    """A home on a sheet that its owners sign.

    Attributes:
        door: as people write it: `3-1-502`.
        owners: their names as they may stand on a sheet that goes from hand to hand.
        area: in hundredths of m²; None where it is not known.
    """

    door: str
    owners: str
    area: int | None


def signin_page(paper: Paper, people: Sequence[Expectant], *, blank: int | None = None) -> Page:
    """Return the sheet that people sign, in the user's language; up to twenty are on one sheet.

    Args:
        paper: what it is written from.
        people: who is expected, in their order, who is excused and who sits in.
        blank: how many rows are left for others; a few where it is not said, a whole sheet where
            nobody is known.
    """
    spare = _ROWS - len(people)
    few = _MORE if spare < 0 else min(spare, _MORE)
    more = blank if blank is not None else few if people else _ROWS
    expected = sum(
        (bool(one.name) or one.on_roll) and one.remark != AttendanceState.SITTING_IN.label
        for one in people
    )
    table = Table(
        headings=(_("No."), _("Name"), _("Unit, post or home"), _("Signature"), _("Remark")),
        rows=tuple(
            (str(place), one.name, one.unit, "", one.remark)
            for place, one in enumerate((*people, *[Expectant("")] * more), 1)
        ),
        widths=(8, 18, 26, 28, 20),
        tall=True,
    )
    counted = _("Expected: {expected}  Present: {present}  Recorder (signature): {blank}").format(
        expected=expected or _SHORT, present=_SHORT, blank=BLANK
    )
    return _sheet(paper, table, (counted,))


def owners_signin_page(
    paper: Paper, homes: Sequence[HomeToSign], *, blank: int | None = None
) -> Page:
    """Return the sheet that owners sign, a row a home, over as many sheets as that takes.

    Args:
        paper: the assembly.
        homes: whose owners decide, in the order of the register.
        blank: how many rows are left; none where it is not said, a whole sheet where no home is
            known.
    """
    more = blank if blank is not None else 0 if homes else _ROWS
    table = Table(
        headings=(
            _("No."),
            _("Door"),
            _("Owner"),
            _("Area (m²)"),
            _("Signature (agent: with authority)"),
        ),
        rows=tuple(
            (str(place), home.door, home.owners, area_text(home.area) if home.area else "", "")
            for place, home in enumerate((*homes, *[HomeToSign("", "", None)] * more), 1)
        ),
        numeric=(False, False, False, True, False),
        widths=(8, 18, 24, 16, 34),
        tall=True,
    )
    areas = [home.area for home in homes if home.area]
    known = bool(areas) and len(areas) == len(homes)
    return _sheet(
        paper,
        table,
        (
            _("Entitled: homes {count}, {area} m²").format(
                count=len(homes) or _SHORT, area=area_text(sum(areas)) if known else _SHORT
            ),
            _("Present: homes {blank}, {blank} m²  Recorder (signature): {long}").format(
                blank=_SHORT, long=BLANK
            ),
        ),
    )


def _sheet(paper: Paper, table: Table, closing: tuple[str, ...]) -> Page:
    meeting = paper.meeting
    return Page(
        title=_("Attendance sheet"),
        above=(paper.organisation,) if paper.organisation else (),
        form=Form.SHEET,
        blocks=(
            Paragraph(
                _("Meeting: {title}    Chair: {chair}").format(
                    title=meeting.title, chair=meeting.chair or BLANK
                ),
                flush=True,
            ),
            Paragraph(
                _("Time: {time}    Place: {place}").format(
                    time=moment_words(meeting.held_at), place=meeting.place or BLANK
                ),
                flush=True,
            ),
            table,
            Closing(closing, left=True),
        ),
        one_sheet=len(table.rows) <= _ROWS,
        code=meeting.label,
        fields=paper.fields,
    )
