"""Taking a vote: who is in the room, is there a quorum, what was counted, what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.complex.household.people import people_called, the_one
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.meeting.attendance.electors import Elector, Electors, Whereabouts, electors
from jinlin.meeting.attendance.names import named_answers, the_elector
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.opening import check_day_has_come
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.resolution_register import resolutions_of
from jinlin.meeting.rules.kinds import MeetingType, Voters
from jinlin.meeting.rules.vote_count import Candidate, check_quorum, outcome, quorum
from jinlin.meeting.rules.vote_rules import Answer, BallotKind, VoteRule, kind_of_item
from jinlin.meeting.rules.votes import How, Method, VoteRow
from jinlin.meeting.voting.given_votes import Given, counts_in, elected, handed_in
from jinlin.meeting.voting.vote_place import VotePlace, VoteQuestion, check_announced, place_of
from jinlin.meeting.voting.vote_record import Counted, described, keep_vote
from jinlin.member.register.voters import Right
from jinlin.person.rules import person_number, phone_ending
from jinlin.store.transaction.tx import Tx

_HOW: Final = {
    Whereabouts.HERE: How.PRESENT,
    Whereabouts.PROXY: How.PROXY,
    Whereabouts.WRITTEN: How.WRITTEN,
}


class TakenVote(NamedTuple):
    """A vote that was recorded.

    Attributes:
        row: the vote.
        guessed: what it is was read from the title of its item.
        left_out: how many opinions in writing do not count in a vote of its kind.
        overruled: what was resolved on its item before, and is lost, or told by it now.
    """

    row: VoteRow
    guessed: bool
    left_out: int
    overruled: tuple[Resolution, ...]


def take_vote(
    tx: Tx, number: int, asked: VoteQuestion, given: Given, kind: BallotKind | None
) -> TakenVote:
    """Record a vote, with its numbers and its rule frozen.

    Args:
        tx: the transaction.
        number: the meeting's number.
        asked: what was put to the vote.
        given: what was counted.
        kind: what the vote is; None for that of the vote it corrects, or what the item is about.

    Raises:
        NotFoundError: there is no such meeting, item, vote or name.
        RuleError: its minutes are confirmed, or its day is still to come; no votes are taken there;
            there is no quorum; the counts do not add up; somebody named has no vote; the question
            was answered already.
        UsageError: it matters when it was, and nothing says so; or an opinion in writing that
            counts is not clear.
    """
    place = place_of(tx, number, asked)
    check_day_has_come(tx, place.meeting)
    found = electors(tx, place.meeting, at=place.at)
    meant = kind or _kind(place, found.type)
    rule = _rule(found, meant)
    check_announced(place, found.type)
    _check_known(found, place)
    back = tuple(dict.fromkeys(the_elector(tx, found, name) for name in asked.recused))
    room = found.room(recused=back, written=rule.written)
    check_quorum(quorum(rule, room))
    answers: list[tuple[Elector, Answer]] = []
    chosen: tuple[Candidate, ...] = ()
    people: list[tuple[str, int | None, int]] = []
    if meant is BallotKind.ELECTION:
        people = _standing(tx, found, given)
        running = [Candidate(name, votes) for name, _person, votes in people]
        counts, result, chosen = elected(rule, room, given, running)
    else:
        if given.method is Method.NAMED:
            answers = named_answers(tx, found, given.names, recused=back, written=rule.written)
        written = handed_in(found, rule, room, given, back, place.meeting.label)
        counts = counts_in(room, given, answers, written)
        result = outcome(rule, room, counts)
    counted = Counted(
        meant, given.method, rule, room, counts, result, given.papers,
        given.seats if meant is BallotKind.ELECTION else None,
    )  # fmt: skip
    vote_id = keep_vote(tx, place, counted, reason=asked.reason)
    _keep_answers(tx, vote_id, answers)
    _keep_recusals(tx, vote_id, back, asked.recused_reason)
    _keep_candidates(tx, vote_id, people, chosen)
    row = described(tx, place, vote_id)
    return TakenVote(
        row,
        guessed=kind is None and place.before is None and meant is not BallotKind.DECISION,
        left_out=0 if rule.written else len(found.handed_in(back)),
        overruled=_overruled(tx, number, row),
    )


def _overruled(tx: Tx, number: int, vote: VoteRow) -> tuple[Resolution, ...]:
    """Return what was resolved on the item of a vote of which this vote tells otherwise, or may."""
    return tuple(
        one
        for one in resolutions_of(tx, number)
        if one.item == vote.item
        and one.own_vote in {None, vote.number}
        and (one.lost or one.result or one.ground is Ground.UNTOLD)
    )


def _kind(place: VotePlace, known: MeetingType) -> BallotKind:
    if place.before is not None:
        return place.before.kind
    guessed = kind_of_item(place.item.title)
    return guessed if guessed in known.rules else BallotKind.DECISION


def check_takes_votes(found: Electors) -> None:
    """Refuse a vote where none is taken, or where owners vote by heads and area.

    Raises:
        RuleError: it is so.
    """
    if found.off:
        raise RuleError(
            found.off,
            hint=_("See what each kind of meeting may decide: jinlin meeting types"),
        )
    if found.type.voters is Voters.OWNERS:
        raise RuleError(
            _("Owners vote by heads and area, not by hands."),
            hint=_("Record their ballots: jinlin meeting ballot M12 1 FILE --matter 使用维修资金"),
        )


def _rule(found: Electors, kind: BallotKind) -> VoteRule:
    check_takes_votes(found)
    rule = found.type.rules.get(kind)
    if rule is None:
        raise RuleError(
            _("{type} takes no vote of the kind “{kind}”.").format(
                type=found.type.name, kind=kind.label
            ),
            hint=_("It takes: {kinds}.").format(
                kinds=_(", ").join(known.label for known in found.type.rules)
            ),
        )
    return rule


def _check_known(found: Electors, place: VotePlace) -> None:
    """Refuse a vote where nobody is known to vote, or where the moment matters and is not said."""
    if not found.voters:
        hint = {
            Voters.FULL_MEMBERS: _("Record the members: jinlin member add NAME --party-state full"),
            Voters.ROLL: _("Record who is there: jinlin meeting attend {number} NAME"),
            Voters.PARTY_ROLL: _("Record who is there: jinlin meeting attend {number} NAME"),
        }.get(
            found.type.voters, _("Record who sits on it: jinlin member post add NAME --title TITLE")
        )
        raise RuleError(
            _("Nobody is known to have a vote in {type} {number}.").format(
                type=found.type.name, number=place.meeting.label
            ),
            hint=hint.format(number=place.meeting.label),
        )
    if place.at is None and found.timed:
        raise UsageError(
            _("People came late or left early: say when the vote was taken."),
            hint=_("For example: --time 20:15"),
        )


def _standing(tx: Tx, found: Electors, given: Given) -> list[tuple[str, int | None, int]]:
    """Return name, person and votes of each candidate of an election that may be held so.

    Raises:
        NotFoundError: a number says nobody, or a name is several people's.
        RuleError: a Party election is no secret ballot, or one of them cannot be elected in it.
    """
    _check_secret(found.type, given.method)
    people = _candidates(tx, given.candidates)
    if found.type.party:
        _check_eligible(found, people)
    return people


def _check_secret(known: MeetingType, method: Method) -> None:
    if known.party and method is not Method.SECRET:
        raise RuleError(
            _("A Party election is by secret ballot."),
            hint=_("Count the papers: --method secret --handed-out N --collected N"),
        )


def _candidates(tx: Tx, given: Sequence[tuple[str, int]]) -> list[tuple[str, int | None, int]]:
    """Return name, person and votes of each candidate; a firm, or a stranger, by name alone.

    Raises:
        NotFoundError: a number says nobody, or a name is several people's.
        RuleError: two of the words mean one person.
    """
    found: list[tuple[str, int | None, int]] = []
    for text, votes in given:
        people = people_called(tx, text)
        by_number = person_number(text) is not None or "@" in text or phone_ending(text)
        person = the_one(tx, people, text) if people or by_number else None
        name = person.name if person else text
        if any(name == known and (person is None or person.id == at) for known, at, _n in found):
            raise RuleError(
                _("{name} is named twice.").format(name=name),
                hint=_("Two of one name: write who is who, such as 张伟(3号楼)=9."),
            )
        found.append((name, person.id if person else None, votes))
    return found


def _check_eligible(found: Electors, people: Sequence[tuple[str, int | None, int]]) -> None:
    """Refuse candidates of a Party election who cannot be elected (党章 7, 选举工作条例 5).

    Raises:
        RuleError: one of them is no full member of this branch, or her rights are suspended.
    """
    known = {one.person_id: one for one in (*found.voters, *found.others)}
    for name, person_id, _votes in people:
        one = known.get(person_id) if person_id is not None else None
        if one is None or one.right in {Right.PROBATIONARY, Right.NO_VOTE}:
            raise RuleError(
                _("{name} cannot be elected: {why}.").format(
                    name=name,
                    why=one.why_not if one else _("no member of this branch is recorded so"),
                ),
                hint=_("See who votes: jinlin meeting quorum"),
            )


def _keep_answers(tx: Tx, vote_id: int, answers: Sequence[tuple[Elector, Answer]]) -> None:
    tx.insert_many(
        "vote_answer",
        ("vote_id", "person_id", "name", "answer", "how"),
        [
            (vote_id, one.person_id, one.name, answer.value, _HOW[one.where].value)
            for one, answer in answers
        ],
    )


def _keep_recusals(tx: Tx, vote_id: int, back: Sequence[Elector], reason: str | None) -> None:
    tx.insert_many(
        "vote_recusal",
        ("vote_id", "person_id", "name", "reason"),
        [(vote_id, one.person_id, one.name, reason) for one in back],
    )


def _keep_candidates(
    tx: Tx,
    vote_id: int,
    people: Sequence[tuple[str, int | None, int]],
    chosen: Sequence[Candidate],
) -> None:
    tx.insert_many(
        "vote_candidate",
        ("vote_id", "position", "person_id", "name", "votes", "elected"),
        [
            (vote_id, position, person_id, one.name, one.votes, int(one.elected))
            for position, ((_name, person_id, _votes), one) in enumerate(
                zip(people, chosen, strict=True), start=1
            )
        ],
    )
