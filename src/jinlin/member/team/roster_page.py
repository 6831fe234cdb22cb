"""Who looks after which building, as a page for the notice board (practice 3, row 15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jinlin.core.days.written import day_words
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
        blocks=(*_stewards(covers, phones=phones), Closing((place, day_words(day)))),
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


def steward_duties(cover: Cover) -> str:
    """Return what a steward does, and where or in whose place: `维修员（替补）`."""
    what = cover.skill or _(", ").join(cover.skills)
    remarks = [_("entrance {entrance}").format(entrance=cover.entrance)] if cover.entrance else []
    remarks += [_("substitute")] if cover.substitute else []
    told = _(", ").join(remarks)
    if not (what and told):
        return what or told
    return _("{name} ({remarks})").format(name=what, remarks=told)


def _duties(cover: Cover, *, phones: bool) -> str:
    """Return what one steward does, with the phone where it may stand there."""
    what = steward_duties(cover)
    if not (phones and cover.person.phone):
        return what
    phone = _("phone {phone}").format(phone=cover.person.phone)
    return _("{duties}, {phone}").format(duties=what, phone=phone) if what else phone
