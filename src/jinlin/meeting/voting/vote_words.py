"""A vote in words, as minutes and the screen say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.clock import stamp
from jinlin.core.i18n import N_, _
from jinlin.meeting.attendance.electors import Electors, electors
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.owners_vote_words import explained, figures
from jinlin.meeting.rules.owners_vote_words import verdict as owners_verdict
from jinlin.meeting.rules.vote_count import Quorum, quorum
from jinlin.meeting.rules.vote_rules import Answer, BallotKind, VoteRule
from jinlin.meeting.rules.votes import Method, VoteRow
from jinlin.store.transaction.tx import Reader

_ELECTED: Final = (
    N_("Nobody is elected: {needed} votes are needed ({threshold} {of}, {base})."),
    N_("Elected: {names}; {open} of {seats} seats stay open, {needed} votes are needed"
       " ({threshold} {of}, {base})."),
    N_("Elected: {names} ({needed} votes needed, {threshold} {of}, {base})."),
)  # fmt: skip
_CHOSEN: Final = (
    N_("Nothing is chosen: {needed} votes are needed ({threshold} {of}, {base})."),
    N_("Chosen: {names}; {open} of {seats} stay open, {needed} votes are needed"
       " ({threshold} {of}, {base})."),
    N_("Chosen: {names} ({needed} votes needed, {threshold} {of}, {base})."),
)  # fmt: skip
"""What an election came to where firms, places or plans stood in it."""


def quorum_words(rule: VoteRule, found: Quorum) -> str:
    """Return in one sentence whether a vote may be taken, and what it needs.

    应到会有表决权 20 人，实到 10 人，达到半数，可以表决；须 11 票赞成。
    """
    said = _("{entitled} with a vote should attend, {attending} are there").format(
        entitled=found.entitled, attending=found.attending
    )
    if not found.met:
        if rule.quorum is None:
            return _("{said}: no vote can be taken.").format(said=said)
        return _("{said}: {quorum} ({needed} needed), no vote can be taken.").format(
            said=said, quorum=rule.quorum.missed_words, needed=found.needed
        )
    if rule.quorum is not None:
        said = _("{said}: {quorum}").format(said=said, quorum=rule.quorum.reached_words)
    if found.votes is None:
        return _("{said}, votes can be taken; {rule} must be in favour.").format(
            said=said, rule=rule.words
        )
    return _("{said}, votes can be taken; {votes} votes in favour are needed.").format(
        said=said, votes=found.votes
    )


def room_words(found: Electors) -> str:
    """Return in one sentence whether a decision could be taken now; empty where none is taken."""
    rules = found.type.rules
    if found.off or not found.voters or not rules:
        return ""
    rule = rules.get(BallotKind.DECISION) or next(iter(rules.values()))
    return quorum_words(rule, quorum(rule, found.room(written=rule.written)))


def opening_words(reader: Reader, meeting: MeetingRow) -> str:
    """Return whether there is a quorum when a meeting opens; empty before anybody is recorded."""
    opened = meeting.opened_at or meeting.held_at
    found = electors(reader, meeting, at=stamp(opened))
    return room_words(found) if found.room().attending else ""


def verdict(row: VoteRow) -> str:
    """Return in one sentence what a vote came to."""
    if row.owners is not None:
        return owners_verdict(row.owners.vote)
    if row.kind is BallotKind.ELECTION:
        return _elected(row)
    of = row.rule.base.label
    said = (
        _("Carried: {count} in favour, {needed} needed ({threshold} {of}, {base}).")
        if row.passed
        else _("Not carried: {count} in favour, {needed} needed ({threshold} {of}, {base}).")
    )
    return said.format(
        count=row.counts.in_favour,
        needed=row.needed,
        threshold=row.rule.passing.words,
        of=of,
        base=row.base,
    )


def counted(row: VoteRow) -> str:
    """Return in one sentence who was there and how they voted, as minutes put it."""
    parts = [
        _("{entitled} with a vote should attend, {present} present").format(
            entitled=row.room.entitled, present=row.room.present
        ),
        *_apart(row),
    ]
    if row.handed_out is not None:
        parts.append(
            _("{handed_out} ballots handed out, {collected} collected").format(
                handed_out=row.handed_out, collected=row.collected
            )
        )
    if row.kind is BallotKind.ELECTION:
        parts.append(
            _(", ").join(
                _("{name} {votes} votes").format(name=one.name, votes=one.votes)
                for one in row.candidates
            )
        )
    else:
        parts += [
            _("{answer} {count}").format(answer=answer.label, count=count)
            for answer, count in zip(Answer, row.counts[:3], strict=True)
        ]
    for said, count in (
        (_("invalid {count}"), row.counts.invalid),
        (_("not voting {count}"), row.counts.not_voting),
    ):
        if count:
            parts.append(said.format(count=count))
    said, *more = parts
    for part in more:
        said = _("{said}, {more}").format(said=said, more=part)
    return _("{said}.").format(said=said)


def vote_lines(row: VoteRow, *, over: bool = False) -> Iterator[str]:
    """Yield line by line how a vote was taken, what was counted, by which rule, and its result.

    Args:
        row: the vote.
        over: it is told in a paper, which says nothing of how it could still pass.
    """
    if row.owners is not None:
        yield from (figures if over else explained)(row.owners.vote)
        if row.owners.invalid:
            yield _("Invalid ballots: {count}; they took no part.").format(count=row.owners.invalid)
    else:
        yield _("{method}: {counted}").format(method=row.method.label, counted=counted(row))
        yield verdict(row)
    if row.recusals:
        yield _("Stood back for a conflict of interest: {names}.").format(
            names=_(", ").join(
                f"{one.name}{_(' ({reason})').format(reason=one.reason) if one.reason else ''}"
                for one in row.recusals
            )
        )
    yield _("Rule: {source}").format(source=row.rule.source)
    if row.reason is not None:
        yield _("Corrected (revision {revision}): {reason}").format(
            revision=row.revision, reason=row.reason
        )


def named_lines(row: VoteRow) -> Iterator[str]:
    """Yield who voted how, one line an answer; nothing unless the vote was taken by name."""
    if row.method is not Method.NAMED:
        return
    for answer in Answer:
        names = [one.name for one in row.answers if one.answer is answer]
        if names:
            yield _("{answer}: {names}").format(answer=answer.label, names=_(", ").join(names))


def _apart(row: VoteRow) -> Iterator[str]:
    room = row.room
    for said, count in (
        (_("by proxy {count}"), room.proxies),
        (_written(row), room.written),
        (_("stood back {count}"), room.recused),
    ):
        if count:
            yield said.format(count=count)


def _written(row: VoteRow) -> str:
    """Return how many opinions in writing there were; beside papers, what they say."""
    said = _("in writing {count}")
    if not row.papers or row.kind is BallotKind.ELECTION:
        return said
    answers = _(", ").join(
        _("{answer} {count}").format(
            answer=answer.label,
            count=row.counts[place] - sum(box.counts[place] for box in row.papers),
        )
        for place, answer in enumerate(Answer)
        if row.counts[place] > sum(box.counts[place] for box in row.papers)
    )
    return said + _(" ({parts})").format(parts=answers) if answers else said


def _elected(row: VoteRow) -> str:
    chosen = [one.name for one in row.candidates if one.elected]
    seats = row.seats or 0
    nobody, some, enough = _ELECTED if row.people else _CHOSEN
    said = nobody if not chosen else some if len(chosen) < seats else enough
    return _(said).format(
        names=_(", ").join(chosen),
        open=seats - len(chosen),
        seats=seats,
        needed=row.needed,
        threshold=row.rule.passing.words,
        of=row.rule.base.label,
        base=row.base,
    )
