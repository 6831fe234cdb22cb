"""The reply to an employer as a page to be signed (practice 5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.i18n import _
from jinlin.documents.markdown import escaped, escaped_lines
from jinlin.member.opinions import CAUSE_LABELS, Facts, OpinionRow

_BLANK: Final = "＿＿＿＿＿＿＿＿"


def reply_page(opinion: OpinionRow, facts: Facts, *, branch: str) -> str:
    """Return the reply as Markdown, in the user's language.

    Args:
        opinion: the letter and the opinion.
        facts: what the records say.
        branch: the branch's full name.
    """
    return "\n".join(_lines(opinion, facts, branch)) + "\n"


def duration(minutes: int) -> str:
    """Return a time served: `3 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _lines(opinion: OpinionRow, facts: Facts, branch: str) -> Iterator[str]:
    asked = opinion.asked
    yield from (f"# {_('Reply to a request for opinion')}", "")
    yield from (_("To: {employer}").format(employer=escaped(asked.asked_by)), "")
    letter = escaped(asked.letter) if asked.letter else _BLANK
    yield _field(_("Your letter"), _("{letter}, received on {day}").format(
        letter=letter, day=asked.received_on))  # fmt: skip
    yield _field(_("Cause"), _(CAUSE_LABELS[asked.cause]))
    yield _field(_("About whom"), escaped(opinion.person.name))
    yield _field(_("Employer"), escaped(facts.employer) if facts.employer else _BLANK)
    yield _field(_("Reported in on"), facts.reported_on or _BLANK)
    yield from ("", f"## {_('From the records')}", "")
    yield from _services(facts)
    yield from ("", f"## {_('Opinion')}", "")
    yield _field(_("Discussed by the committee on"), opinion.discussed_on or _BLANK)
    yield ""
    for line in escaped_lines(opinion.text) if opinion.text else (_BLANK * 3,):
        if line:
            yield from (line, "")
    yield from (_("Secretary of the branch (signature): {blank}").format(blank=_BLANK), "")
    yield from (_("Checked by the community's Party organisation (seal): {blank}").format(
        blank=_BLANK), "")  # fmt: skip
    yield escaped(branch)
    yield ""
    yield opinion.replied_on or _BLANK


def _services(facts: Facts) -> Iterator[str]:
    if not facts.services:
        yield _("No service is recorded.")
        return
    yield _("Services recorded: {count}; time recorded: {time}.").format(
        count=len(facts.services), time=duration(facts.minutes)
    )
    yield ""
    for service in facts.services:
        line = _("- {day} {what}, {time}") if service.minutes else "- {day} {what}"
        yield line.format(
            day=service.done_on, what=escaped(service.what), time=duration(service.minutes or 0)
        )


def _field(label: str, text: str) -> str:
    return _("- **{label}**: {text}").format(label=label, text=text)
