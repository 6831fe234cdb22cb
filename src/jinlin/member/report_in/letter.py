"""The reply to an employer as a page to be signed (practice 5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.i18n import _
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    paragraphs,
)
from jinlin.member.report_in.opinions import EmployerLetter, Facts


def reply_page(letter: EmployerLetter, facts: Facts, *, branch: str) -> Page:
    """Return the reply in the user's language.

    Args:
        letter: what the employer asks, and the opinion.
        facts: what the records say.
        branch: the branch's full name.
    """
    return Page(
        title=_("Reply to a request for opinion"), blocks=tuple(_blocks(letter, facts, branch))
    )


def duration(minutes: int) -> str:
    """Return a time served: `3 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _blocks(letter: EmployerLetter, facts: Facts, branch: str) -> Iterator[Block]:
    yield Paragraph(_("To: {employer}").format(employer=letter.asked_by), flush=True)
    yield Field(
        _("Your letter"),
        _("{letter}, received on {day}").format(
            letter=letter.letter or BLANK, day=letter.received_on
        ),
    )
    yield Field(_("Cause"), letter.cause.label)
    yield Field(_("About whom"), letter.name)
    yield Field(_("Employer"), facts.employer or BLANK)
    yield Field(_("Reported in on"), facts.reported_on or BLANK)
    yield Heading(_("From the records"))
    yield from _services(facts)
    yield Heading(_("Opinion"))
    yield Field(_("Discussed by the committee on"), letter.discussed_on or BLANK)
    yield from paragraphs(letter.text or BLANK * 3)
    yield Closing(
        (
            _("Secretary of the branch (signature): {blank}").format(blank=BLANK),
            _("Checked by the community's Party organisation (seal): {blank}").format(blank=BLANK),
            branch,
            letter.replied_on or BLANK,
        )
    )


def _services(facts: Facts) -> Iterator[Block]:
    if not facts.services:
        yield Paragraph(_("No service is recorded."))
        return
    yield Paragraph(
        _("Services recorded: {count}; time recorded: {time}.").format(
            count=len(facts.services), time=duration(facts.minutes)
        )
    )
    yield Items(
        tuple(
            (_("{day} {what}, {time}") if service.minutes else "{day} {what}").format(
                day=service.done_on, what=service.what, time=duration(service.minutes or 0)
            )
            for service in facts.services
        )
    )
