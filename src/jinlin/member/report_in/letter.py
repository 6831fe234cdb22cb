"""The reply to an employer: a letter to be signed, of what is on record (practice 5.5)."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.days.lasting import duration
from jinlin.core.days.written import written_day, written_party_day
from jinlin.core.i18n import _
from jinlin.core.sentences import in_a_row, sentence
from jinlin.documents.page import BLANK, Block, Closing, Page, Paragraph, paragraphs
from jinlin.member.report_in.opinions import EmployerLetter, Facts
from jinlin.member.report_in.report_in import Service
from jinlin.output.contribution.discussions import Discussion


def reply_page(letter: EmployerLetter, facts: Facts, discussed: Discussion, *, branch: str) -> Page:
    """Return the reply in the user's language.

    Args:
        letter: what the employer asks, and the opinion.
        facts: what the records say.
        discussed: the meeting that discussed it, or is to.
        branch: the branch's full name.
    """
    return Page(
        title=_("Reply on how {name} has served at home").format(name=letter.name),
        blocks=tuple(_blocks(letter, facts, discussed, branch)),
        code=letter.label,
    )


def _blocks(
    letter: EmployerLetter, facts: Facts, discussed: Discussion, branch: str
) -> Iterator[Block]:
    yield Paragraph(_("To: {whom}").format(whom=letter.asked_by), flush=True)
    yield Paragraph(_received(letter, discussed))
    yield Paragraph(in_a_row((_reported_in(letter, facts), _served(facts))))
    if letter.text:
        yield from (Paragraph(sentence(line.text)) for line in paragraphs(letter.text))
    else:
        yield Paragraph(BLANK * 3)
    yield Paragraph(_("This is our reply."))
    yield Closing(
        (
            _("Secretary of the branch (signature): {blank}").format(blank=BLANK),
            _("Checked by the community's Party organisation (seal): {blank}").format(blank=BLANK),
        ),
        left=True,
    )
    yield Closing((branch, written_day(letter.replied_on) or BLANK))


def _received(letter: EmployerLetter, discussed: Discussion) -> str:
    number = _(" ({letter})").format(letter=letter.letter) if letter.letter else ""
    return _(
        "Your letter of {day}{number}, on {cause}, has been received. After its discussion at the"
        " {meeting} of {discussed} we reply on {name} as follows."
    ).format(
        day=written_day(letter.received_on),
        number=number,
        cause=letter.cause.label,
        meeting=discussed.name,
        discussed=written_day(discussed.day or letter.discussed_on) or BLANK,
        name=letter.name,
    )


def _reported_in(letter: EmployerLetter, facts: Facts) -> str:
    return _("{name} of {employer} reported in here on {day}.").format(
        name=letter.name,
        employer=facts.employer or BLANK,
        day=written_party_day(facts.reported_on) or BLANK,
    )


def _served(facts: Facts) -> str:
    earlier = (
        _(" Services before that: {count}.").format(count=facts.earlier) if facts.earlier else ""
    )
    if not facts.services:
        return _("No service is on record since.") + earlier
    told = _("; ").join(_service(one, timed=len(facts.services) > 1) for one in facts.services)
    total = _(", {time} in all").format(time=duration(facts.minutes)) if facts.minutes else ""
    return (
        _("Services since then: {count}{total}: {what}.").format(
            count=len(facts.services), total=total, what=told
        )
        + earlier
    )


def _service(service: Service, *, timed: bool) -> str:
    said = _("{day} {what}").format(day=written_day(service.done_on), what=service.what)
    if not (timed and service.minutes):
        return said
    return _("{said} ({time})").format(said=said, time=duration(service.minutes))
