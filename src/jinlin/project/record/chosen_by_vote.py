"""A quote that a table voted for: the vote must be about the works, and have chosen this one."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.core.text import compact
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.meeting.rules.votes import carried
from jinlin.meeting.voting.queries import vote_row
from jinlin.project.record.decision import votes_about
from jinlin.project.record.projects import CommunityProject
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader


class ChosenByVote(NamedTuple):
    """The vote that chose a quote.

    Attributes:
        label: its number, `M12-V1`.
        reason: when it was taken, and at which table.
    """

    label: str
    reason: str


def vote_for(
    reader: Reader, project: CommunityProject, reference: Reference, company: str
) -> ChosenByVote:
    """Return the vote that chose a company's quote.

    Raises:
        NotFoundError: there is no such record.
        RuleError: it is no vote about these works, was lost, or chose others or nobody; where
            there was nobody to choose among, the question must name the company.
    """
    found = next(
        (one for one in votes_about(reader, project) if one.label == reference.number), None
    )
    if found is None:
        known(reader, reference)
        raise RuleError(
            _("{vote} is no vote about {number}.").format(
                vote=reference.number, number=project.label
            ),
            hint=_("Those about it: jinlin project show {number}").format(number=project.label),
        )
    vote = vote_row(reader, found.meeting_id, found.id)
    chosen = [one.name for one in vote.candidates if one.elected]
    if not carried(vote):
        raise RuleError(
            _("{vote} was not carried.").format(vote=vote.label),
            hint=_("See: jinlin project show {number}").format(number=project.label),
        )
    if not any(_same(name, company) for name in chosen or (vote.subject,)):
        raise RuleError(
            _("{vote} chose {names}, not {company}.").format(
                vote=vote.label, names=_(", ").join(chosen), company=company
            )
            if chosen
            else _("{vote} was on “{subject}”, and chose no company.").format(
                vote=vote.label, subject=vote.subject
            ),
            hint=_("Say why yourself: --reason TEXT, without --vote."),
        )
    reason = _("chosen by a vote of {meeting} on {day}").format(
        meeting=meeting_types()[found.type].name, day=day_words(vote.taken_at.date())
    )
    return ChosenByVote(vote.label, reason)


def _same(name: str, company: str) -> bool:
    """Return whether a ballot, on which firms stand by short names, names a company."""
    short, full = compact(name), compact(company)
    return short in full or full in short
