"""Service days of a stretch of time for the board: figures and teams, no volunteer's name."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.written import stretch_words
from jinlin.core.i18n import _
from jinlin.meeting.pages.services import COLUMNS, kept_lines, rows, sums_sentence, thanks, what
from jinlin.meeting.service.public import SERVICES, PublicServices, public_services, stretch_said
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return what was served in a month, or in the quarter or year that was named.

    Raises:
        UsageError: there is no such month, quarter or year.
        RuleError: there was no service day.
    """
    found = public_services(reader, stretch_said(reader, which))
    return Drawn(
        matter=SERVICES,
        title=_("volunteer services in {period}").format(period=stretch_words(found.stretch)),
        body="\n".join(_body(found)),
        covers=(found.stretch.first, found.last),
        audience=_("all residents"),
        named=found.teams,
    )


def _body(found: PublicServices) -> Iterator[str]:
    yield sums_sentence(found)
    yield from sheet_rows(tuple(_(heading) for heading in COLUMNS), *rows(found))
    if found.items:
        yield _("Services: {what}.").format(what=what(found.items))
    yield from kept_lines(found)
    yield thanks(found)
    yield _("Volunteers are counted, not named.")
