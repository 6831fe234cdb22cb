"""Who looks after which building, as a page for the notice board (practice 3, row 15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jinlin.core.i18n import _
from jinlin.documents.page import Block, Closing, Field, Heading, Page, Paragraph
from jinlin.member.team.coverage import Cover


def roster_page(covers: Sequence[Cover], *, place: str, day: date, phones: bool) -> Page:
    """Return the page in the user's language.

    Args:
        covers: who looks after what, by building.
        place: who posts it: the branch's full name.
        day: as of which day.
        phones: with the stewards' phones; each has consented in writing.
    """
    return Page(
        title=_("Red stewards of our buildings"),
        blocks=(*_stewards(covers, phones=phones), Closing((place, day.isoformat()))),
    )


def _stewards(covers: Sequence[Cover], *, phones: bool) -> Iterator[Block]:
    if not covers:
        yield Paragraph(_("Nobody looks after a building yet."))
    for building in dict.fromkeys(cover.building for cover in covers):
        yield Heading(_("Building {code}").format(code=building))
        for cover in covers:
            if cover.building == building:
                duties = _duties(cover, phones=phones)
                name = cover.person.name
                yield Field(name, duties) if duties else Paragraph(name, flush=True)


def _duties(cover: Cover, *, phones: bool) -> str:
    """Return what one steward does, where: `维修员, entrance 1, substitute, 138…`."""
    parts = [cover.skill] if cover.skill else list(cover.skills)
    if cover.entrance:
        parts.append(_("entrance {entrance}").format(entrance=cover.entrance))
    if cover.substitute:
        parts.append(_("substitute"))
    if phones and cover.person.phone:
        parts.append(cover.person.phone)
    return _(", ").join(parts)
