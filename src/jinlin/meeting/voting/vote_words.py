"""A vote in words, as minutes and the screen say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jinlin.core.clock import stamp
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.core.sentences import begun
from jinlin.meeting.attendance.electors import Electors, electors
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.owners_vote_words import explained
from jinlin.meeting.rules.owners_vote_words import verdict as owners_verdict
from jinlin.meeting.rules.vote_count import Quorum, quorum
from jinlin.meeting.rules.vote_rules import Answer, BallotKind, Base, VoteRule
from jinlin.meeting.rules.votes import Method, VoteRow, elected_words
from jinlin.store.transaction.tx import Reader

_OF: Final[Mapping[Base, str]] = {
    Base.ENTITLED: N_("those with a vote who should attend ({count})"),
    Base.PRESENT: N_("those with a vote who are present ({count})"),
    Base.VALID: N_("the votes for and against ({count})"),
}
"""Of whom a share of the votes is taken."""
_OF_ELECTORS: Final[Mapping[Base, str]] = {
    Base.ENTITLED: N_("the electors who should attend ({count})"),
    Base.PRESENT: N_("the electors present ({count})"),
    Base.VALID: N_("the valid ballots ({count})"),
}


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
    """Return in one sentence how a vote was answered and what it came to."""
    if row.owners is not None:
        return owners_verdict(row.owners.vote)
    if row.kind is BallotKind.ELECTION:
        return _elected(row)
    answers = [
        said.format(count=count)
        for said, count in zip(
            (_("for {count}"), _("against {count}"), _("abstained {count}")),
            row.counts[:3],
            strict=True,
        )
    ]
    answers += [
        said.format(count=count)
        for said, count in (
            (_("invalid {count}"), row.counts.invalid),
            (_("not voting {count}"), row.counts.not_voting),
        )
        if count
    ]
    passing = row.rule.passing
    of = _(_OF[row.rule.base]).format(count=row.base)
    if row.passed:
        said = (
            _("{answers}: those in favour reach {part} of {of}, carried.")
            if passing.inclusive
            else _("{answers}: those in favour exceed {part} of {of}, carried.")
        )
    else:
        said = (
            _("{answers}: those in favour do not reach {part} of {of}, {needed} are needed;"
              " not carried.")
            if passing.inclusive
            else _("{answers}: those in favour do not exceed {part} of {of}, {needed} are needed;"
                   " not carried.")
        )  # fmt: skip
    return said.format(answers=_(", ").join(answers), part=passing.part, of=of, needed=row.needed)


def counted(row: VoteRow) -> str:
    """Return in one sentence who was there, and how many ballots went out and came back."""
    entitled = (
        _("{entitled} electors should attend, {present} present")
        if row.kind is BallotKind.ELECTION and row.people
        else _("{entitled} with a vote should attend, {present} present")
    )
    parts = [
        entitled.format(entitled=row.room.entitled, present=row.room.present),
        *_apart(row),
    ]
    if row.handed_out is not None:
        parts.append(
            _("{handed_out} ballots handed out, {collected} collected").format(
                handed_out=row.handed_out, collected=row.collected
            )
        )
    if row.kind is BallotKind.ELECTION and row.counts.invalid:
        parts.append(_("invalid {count}").format(count=row.counts.invalid))
    said, *more = parts
    for part in more:
        said = _("{said}, {more}").format(said=said, more=part)
    return _("{said}.").format(said=said)


def vote_lines(row: VoteRow) -> Iterator[str]:
    """Yield line by line how a vote was taken, its result, by which rule, and what is apart."""
    if row.owners is not None:
        yield from explained(row.owners.vote)
        if row.owners.invalid:
            yield _("Invalid ballots: {count}; they took no part.").format(count=row.owners.invalid)
    else:
        yield _("{method}: {counted}").format(method=row.method.label, counted=counted(row))
        yield begun(verdict(row))
    yield _("Rule: {source}").format(source=basis_words(row.rule.source))
    yield from lines_apart(row)


def lines_apart(row: VoteRow) -> Iterator[str]:
    """Yield who stood back from a vote, and why it was corrected."""
    if row.recusals:
        yield _("Stood back for a conflict of interest: {names}.").format(
            names=_(", ").join(
                f"{one.name}{_(' ({reason})').format(reason=one.reason) if one.reason else ''}"
                for one in row.recusals
            )
        )
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
    """Return who of the candidates is elected; firms, places and plans are chosen."""
    votes = {
        one: (_("{name} {votes} vote") if one.votes == 1 else _("{name} {votes} votes")).format(
            name=one.name, votes=one.votes
        )
        for one in row.candidates
    }
    chosen = [said for one, said in votes.items() if one.elected]
    others = [said for one, said in votes.items() if not one.elected]
    passing, seats = row.rule.passing, row.seats or 0
    words = {
        "part": passing.part,
        "of": _((_OF_ELECTORS if row.people else _OF)[row.rule.base]).format(count=row.base),
        "filled": elected_words(len(chosen), seats, people=row.people),
        "chosen": _(", ").join(chosen),
        "others": _(", ").join(others),
    }
    if not chosen:
        said = (
            _("{others}; {part} of {of} must be reached: {filled}.")
            if passing.inclusive
            else _("{others}; {part} of {of} must be exceeded: {filled}.")
        )
    elif passing.inclusive:
        said = _("{chosen}, reaching {part} of {of}: {filled}.")
    else:
        said = _("{chosen}, exceeding {part} of {of}: {filled}.")
    told = said.format(**words)
    if chosen and others:
        return told + _(" The others: {others}.").format(others=words["others"])
    return told
