"""Who looks after which building, as a page for the notice board (practice 3, row 15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from jinlin.core.i18n import _
from jinlin.documents.markdown import escaped
from jinlin.member.coverage import Cover


def roster_page(covers: Sequence[Cover], *, place: str, day: date, phones: bool) -> str:
    """Return the page as Markdown, in the user's language.

    Args:
        covers: who looks after what, by building.
        place: who posts it: the branch's full name.
        day: as of which day.
        phones: with the stewards' phones; each has consented in writing.
    """
    return "\n".join(_lines(covers, place, day, phones=phones)) + "\n"


def _lines(covers: Sequence[Cover], place: str, day: date, *, phones: bool) -> Iterator[str]:
    yield from (f"# {_('Red stewards of our buildings')}", "")
    for building in dict.fromkeys(cover.building for cover in covers):
        yield from (f"## {_('Building {code}').format(code=escaped(building))}", "")
        for cover in covers:
            if cover.building == building:
                yield _line(cover, phones=phones)
        yield ""
    if not covers:
        yield from (_("Nobody looks after a building yet."), "")
    yield from (escaped(place), "")
    yield day.isoformat()


def _line(cover: Cover, *, phones: bool) -> str:
    """Return one steward: `- **张三**: 维修员, entrance 1, substitute, 138…`."""
    parts = [cover.skill] if cover.skill else list(cover.skills)
    if cover.entrance:
        parts.append(_("entrance {entrance}").format(entrance=cover.entrance))
    if cover.substitute:
        parts.append(_("substitute"))
    if phones and cover.person.phone:
        parts.append(cover.person.phone)
    name = escaped(cover.person.name)
    if not parts:
        return f"- **{name}**"
    return _("- **{label}**: {text}").format(
        label=name, text=_(", ").join(escaped(part) for part in parts)
    )
