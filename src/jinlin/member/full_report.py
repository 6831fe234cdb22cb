"""Which terms end soon or are over, in the full edition of a report."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.period import PassedStretch
from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.documents.page import Heading, Items
from jinlin.member.posts.terms import Ending, ending
from jinlin.output.contribution.full_parts import FullPart
from jinlin.store.transaction.tx import Reader


def parts(reader: Reader, period: PassedStretch) -> Iterator[FullPart]:
    """Return what ends within half a year of a period."""
    terms = ending(reader, on=period.last_day)
    data = [
        {"post": _post(one) or None, "ends_on": one.ends_on.isoformat(), "over": one.over}
        for one in terms
    ]
    heading = Heading(_("Terms that end within half a year or are over"), level=2)
    told = Items(tuple(map(_told, terms)))
    yield FullPart({"terms": data}, (heading, told) if terms else ())


def _post(term: Ending) -> str:
    """Return a post in words; the term of the branch itself has none."""
    return term.held.text if term.person else ""


def _told(term: Ending) -> str:
    said = (
        _("{post}, over on {day}, no election recorded")
        if term.over
        else _("{post}, ends on {day}")
    )
    return said.format(post=_post(term) or _("the branch's committee"), day=day_words(term.ends_on))
