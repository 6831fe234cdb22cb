"""What was deliberated and decided about works, in sentences for papers that hang."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.sentences import in_a_row
from jinlin.meeting.pages.wording import period_words
from jinlin.meeting.record.queries import meeting_row
from jinlin.meeting.rules.kinds import DELIBERATING, meeting_types
from jinlin.meeting.rules.owners_decision import decision_lines
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.voting.queries import vote_row
from jinlin.meeting.voting.vote_words import verdict
from jinlin.project.record.decision import VoteAbout, deciding, votes_about
from jinlin.project.record.meetings_about import MeetingAbout, meetings_about
from jinlin.project.record.projects import CommunityProject
from jinlin.project.rules.facts import COUNCILS, TalkState
from jinlin.store.transaction.tx import Reader


def decided_words(reader: Reader, project: CommunityProject) -> Iterator[str]:
    """Yield what tables, the branch and the owners did about works, in the order of their days.

    What a council says is advice; what the branch resolved stays in the house.
    """
    held = [one for one in meetings_about(reader, project) if one.talk.state is TalkState.HELD]
    every = votes_about(reader, project)
    votes = [one for one in every if one.kind is not BallotKind.OWNERS]
    told = [(one.talk.day, _met(reader, one, votes)) for one in held if not _is_internal(one)]
    decides = deciding(project, every)
    decision = None if decides is None else vote_row(reader, decides.meeting_id, decides.id)
    if decides is not None and decision is not None and decision.owners is not None:
        said = _("The owners voted on {day}: {result}").format(
            day=period_words(meeting_row(reader, decides.meeting_id)),
            result=in_a_row(decision_lines(decision.owners)),
        )
        told.append((decision.taken_at.date().isoformat(), said))
    yield from (said for _day, said in sorted(told, key=lambda each: each[0]))
    undecided = project.matter is not None and (decision is None or not decision.passed)
    if undecided and any(one.type in COUNCILS for one in held):
        yield _("What councils say is advice; the owners decide.")


def _is_internal(meeting: MeetingAbout) -> bool:
    """Return whether nothing is told of a meeting here: of the Party's only that it deliberated."""
    if meeting.type in DELIBERATING:
        return False
    return meeting_types()[meeting.type].party or meeting.type == "owners_assembly"


def _met(reader: Reader, meeting: MeetingAbout, votes: Sequence[VoteAbout]) -> str:
    day = written_day(meeting.talk.day)
    if meeting.type in DELIBERATING:
        return _("{day}: deliberated by the Party branch beforehand.").format(day=day)
    voted = [one for one in reversed(votes) if one.meeting == meeting.number]
    if voted:
        return voted_words(reader, voted)
    return _("{day}: the {meeting} talked about it.").format(day=day, meeting=meeting.name)


def voted_words(reader: Reader, votes: Sequence[VoteAbout]) -> str:
    """Return what votes of one meeting were on, and came to."""
    rows = [vote_row(reader, one.meeting_id, one.id) for one in votes]
    return _("{day}: the {meeting} voted {results}").format(
        day=day_words(rows[0].taken_at.date()),
        meeting=meeting_types()[votes[0].type].name,
        results=in_a_row(
            _("on “{subject}”: {result}").format(subject=one.subject, result=verdict(one))
            for one in rows
        ),
    )
