"""The list over many doors for the leader: how far each is, no names, handed back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jinlin.complex.household.question_form import door_list_page
from jinlin.core.days.written import day_short
from jinlin.core.i18n import _
from jinlin.documents.page import Page, Table
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.progress.door_sheets import Occasion, SheetPaper
from jinlin.elevator.project.projects import place_words
from jinlin.elevator.rules.version_effects import Consent


def list_page(about: Occasion, doors: Sequence[PaperDoor], *, today: date) -> Page:
    """Return the leader's list: room, floor, round, answer so far, next visit; no names, no phones.

    It is numbered and handed back.
    """
    headings = (
        _("No."), _("Home"), _("Floor"), _("Round"), _("Answer so far"), _("Next visit"),
        _("Answer given"), _("Remark"),
    )  # fmt: skip
    rows = tuple(
        (
            str(place),
            door.label,
            str(door.floor),
            str(door.opinion_round or ""),
            state_words(about.paper, door),
            day_short(date.fromisoformat(door.next_on)) if door.next_on else "",
            "",
            "",
        )
        for place, door in enumerate(doors, 1)
    )
    return door_list_page(
        _("List of doors, {paper}, {place}").format(
            paper=about.paper.label, place=place_words(about.project)
        ),
        Table(
            headings,
            rows,
            numeric=(True, False, True, True, False, False, False, False),
            widths=(8, 13, 8, 8, 15, 14, 13, 21),
            tall=True,
        ),
        complex_name=about.complex,
        today=today,
        code=about.project.label,
    )


def state_words(paper: SheetPaper, door: PaperDoor) -> str:
    """Return in a few words how far a door is on one paper, without what it voted."""
    again = {
        SheetPaper.CONSULTATION: Consent.OPINION,
        SheetPaper.BALLOT: Consent.VOTE,
        SheetPaper.AGREEMENT: Consent.AGREEMENT,
    }[paper]
    if again in door.again:
        return _("to be asked again")
    if paper is SheetPaper.CONSULTATION:
        return door.opinion.label if door.opinion else _("not asked yet")
    if paper is SheetPaper.BALLOT:
        return _("handed in") if door.scheme or door.fund else _("not handed in")
    if not door.amount:
        return _("pays nothing")
    return _("signed") if door.signed is not None else _("not signed")
