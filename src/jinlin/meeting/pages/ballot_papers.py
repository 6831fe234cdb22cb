"""表决票 and 选票: what owners and electors mark, each on one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.written import day_words, last_words
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words, named_in_full
from jinlin.core.money import area_text
from jinlin.core.sentences import in_a_row
from jinlin.documents.box import TO_WRITE_IN, Box, BoxCell, BoxRow
from jinlin.documents.page import BLANK, Closing, Form, Page, Paragraph
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.rules.owners_decision import needs_words
from jinlin.meeting.rules.owners_matters import OwnersMatter

_MATTERS: Final = (8, 60, 32)
_CANDIDATES: Final = (12, 48, 40)


class BallotHome(NamedTuple):
    """Whose ballot paper it is; blanks on a sample.

    Attributes:
        door: as people write it: `3-1-502`.
        area: in hundredths of m²; None where it is not known.
    """

    door: str = ""
    area: int | None = None


def owners_ballot_page(
    paper: Paper,
    asked: Sequence[tuple[AgendaItem, OwnersMatter]],
    home: BallotHome,
    closes: date | None,
) -> Page:
    """Return the ballot paper of one home: what is asked, on what it rests, and what it needs.

    Args:
        paper: the assembly.
        asked: what is asked, each with the matter of the law it is.
        home: whose paper it is.
        closes: the last day of the vote; a blank where it is not said.
    """
    meeting, opened = paper.meeting, paper.meeting.held_at.date()
    area = area_text(home.area) if home.area else BLANK
    return Page(
        title=_("Ballot paper"),
        above=(paper.complex, meeting.title),
        form=Form.SHEET,
        blocks=(
            Paragraph(
                _("Home: {door}    Exclusive area: {area} m²").format(
                    door=home.door or BLANK, area=area
                ),
                flush=True,
            ),
            Box(_MATTERS, tuple(_asked(asked))),
            Paragraph(
                _("Period of the vote: {start} to {stop}.").format(
                    start=day_words(opened), stop=last_words(opened, closes) if closes else BLANK
                ),
                flush=True,
            ),
            Paragraph(
                _(
                    "Mark one answer of each matter with √; none, several or one that cannot be"
                    " read makes that matter invalid. Co-owners give one answer; an agent adds the"
                    " written authority. Until the last day an answer can be changed."
                ),
                flush=True,
            ),
            Closing(
                (
                    _("Owner (signature): {blank}").format(blank=BLANK),
                    _("Agent (signature): {blank}  Authority: {blank}").format(blank=BLANK),
                    _("Date: {blank}").format(blank=BLANK),
                ),
                left=True,
            ),
            Closing((_("{name} (seal)").format(name=paper.publisher),)),
        ),
        one_sheet=True,
        code=meeting.label,
        fields=paper.fields,
    )


def _asked(asked: Sequence[tuple[AgendaItem, OwnersMatter]]) -> Iterator[BoxRow]:
    yield BoxRow(
        tuple(
            BoxCell(text, label=True) for text in (_("No."), _("Matter"), _("How this home votes"))
        )
    )
    sources = map(basis_words, named_in_full(matter.source for _item, matter in asked))
    for place, ((item, matter), source) in enumerate(zip(asked, sources, strict=True), 1):
        basis = _("Basis: {source}.").format(source=source)
        needs = needs_words(matter.quorum, matter.passing)
        yield BoxRow(
            (
                BoxCell(str(place)),
                BoxCell(f"{item.title}\n{in_a_row((basis, needs))}"),
                BoxCell(_("□ agree\n□ oppose\n□ abstain")),
            ),
            3 * TO_WRITE_IN,
        )


def election_ballot_page(
    paper: Paper, item: AgendaItem, candidates: Sequence[str], seats: int, *, others: int
) -> Page:
    """Return the ballot paper of an election, which bears no name of whoever marks it.

    Args:
        paper: the meeting.
        item: what is elected.
        candidates: in the order in which they stand on it.
        seats: how many are to be elected.
        others: how many rows are left for others to be written in.
    """
    rows = [
        BoxRow(tuple(BoxCell(text, label=True) for text in (_("No."), _("Candidate"), _("Mark")))),
        *(
            BoxRow((BoxCell(str(place)), BoxCell(name), BoxCell()), TO_WRITE_IN)
            for place, name in enumerate(candidates, 1)
        ),
        *[BoxRow((BoxCell(_("other")), BoxCell(), BoxCell()), TO_WRITE_IN)] * others,
    ]
    return Page(
        title=_("Ballot paper of the election"),
        above=(paper.organisation,) if paper.organisation else (),
        below=(item.title,),
        form=Form.SHEET,
        blocks=(
            Paragraph(_("To be elected: {count}.").format(count=seats), flush=True),
            Box(_CANDIDATES, tuple(rows)),
            Paragraph(
                _(
                    "○ in the column of marks is for, × against, nothing abstains. Whoever wants"
                    " somebody else writes the name in a free row with ○. A paper with more names"
                    " for than are to be elected is invalid, with as many or fewer valid."
                ),
                flush=True,
            ),
            Closing(
                (
                    _("{name} (seal)").format(name=paper.publisher),
                    day_words(paper.meeting.held_at),
                )
            ),
        ),
        one_sheet=True,
        code=paper.meeting.label,
        fields=paper.fields,
    )
