"""A vote as minutes tell it: once, with what it was counted of."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.i18n import _
from jinlin.core.sentences import begun, in_a_row
from jinlin.meeting.rules.owners_decision import decision_lines
from jinlin.meeting.rules.votes import VoteRow
from jinlin.meeting.voting.vote_words import counted, lines_apart, named_lines, verdict


def told_once(vote: VoteRow, *, about: str) -> Iterator[str]:
    """Yield sentence by sentence how a vote was taken and what it came to.

    Who voted how stands there only where the vote was taken by name.

    Args:
        vote: the vote.
        about: the title of its item; what else was asked is said.
    """
    if vote.subject != about:
        yield _("Put to the vote: {subject}.").format(subject=vote.subject)
    if vote.owners is not None:
        yield in_a_row(decision_lines(vote.owners))
    else:
        method = begun(vote.method.label)
        said = _("{method}: {counted}").format(method=method, counted=counted(vote))
        yield in_a_row((said, begun(verdict(vote))))
    yield from named_lines(vote)
    yield from lines_apart(vote)
