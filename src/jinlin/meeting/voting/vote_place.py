"""Where a vote belongs: the meeting, the item, the moment, and the vote it corrects."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.record.agenda import AgendaItem, items
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.rules.votes import VoteRow
from jinlin.meeting.voting.queries import find_vote, votes_of
from jinlin.store.transaction.tx import Reader, Tx


class VoteQuestion(NamedTuple):
    """What is put to the vote, whatever way it is counted.

    Attributes:
        item: the place on the agenda; None takes the one of the vote that is corrected.
        subject: the question, where it is not the title of the item.
        at: the moment, as the database keeps it.
        recused: who stands back for a conflict of interest.
        recused_reason: why.
        revise: the vote this one corrects.
        reason: why it is corrected.
    """

    item: int | None
    subject: str | None = None
    at: str | None = None
    recused: tuple[str, ...] = ()
    recused_reason: str | None = None
    revise: str | None = None
    reason: str | None = None


class VotePlace(NamedTuple):
    """Where a vote belongs, and what it is called.

    Attributes:
        meeting: which meeting.
        item: which item of its agenda.
        subject: the question.
        before: the vote it corrects.
        at: the moment, where it matters who was there.
    """

    meeting: MeetingRow
    item: AgendaItem
    subject: str
    before: VoteRow | None
    at: str | None


def place_of(tx: Tx, number: int, asked: VoteQuestion) -> VotePlace:
    """Return where a vote belongs; refuse one that was taken already, or corrected without reason.

    Raises:
        NotFoundError: there is no such meeting, item or vote.
        RuleError: the minutes are confirmed, or the question was answered already.
        UsageError: a correction without reason, or no item where there are several.
    """
    meeting = meeting_to_change(tx, number)
    before = find_vote(tx, meeting, asked.revise) if asked.revise else None
    if before is not None and not asked.reason:
        raise UsageError(_("A correction says why."), hint=_("For example: --reason 漏计一票"))
    if before is None and asked.reason:
        raise UsageError(
            _("A reason goes with a correction."), hint=_("Name the vote too: --revise V1")
        )
    position = asked.item if asked.item is not None else before.item if before else None
    agenda = items(tx, meeting.id) if position is None else ()
    if len(agenda) == 1:
        position = agenda[0].position
    if position is None and not agenda:
        raise UsageError(
            _("{number} has no item to vote on.").format(number=meeting.label),
            hint=_("Put it on the agenda: jinlin meeting item {number} TEXT").format(
                number=meeting.label
            ),
        )
    if position is None:
        raise UsageError(
            _("Missing: {names}.").format(names=_("ITEM")),
            hint=_("Name the item of the agenda: jinlin meeting vote {number} 1").format(
                number=meeting.label
            ),
        )
    item = find_item(tx, meeting, position)
    subject = asked.subject or (before.subject if before else item.title)
    for known in votes_of(tx, meeting.id):
        if before is not None and known.number == before.number:
            continue
        if (known.item, known.subject) == (position, subject):
            raise RuleError(
                _("“{subject}” was voted on already: {vote}.").format(
                    subject=subject, vote=known.label
                ),
                hint=_(
                    "Correct it with --revise V{vote} --reason WHY, or ask another question:"
                    " --question TEXT"
                ).format(vote=known.number),
            )
    return VotePlace(meeting, item, subject, before, moment_of(tx, meeting, asked.at))


def moment_of(reader: Reader, meeting: MeetingRow, said: str | None) -> str | None:
    """Return the moment of a vote: what was said, else now while the meeting goes on, else None.

    Raises:
        RuleError: it was before the meeting began, or after it ended.
    """
    clock = reader.clock
    now = clock.now.astimezone(clock.zone)
    if said is None:
        going_on = (
            meeting.held_at.date() == now.date()
            and meeting.held_at <= now
            and (meeting.ended_at is None or now <= meeting.ended_at)
        )
        return clock.stamp if going_on else None
    moment = clock.local(said)
    if moment < meeting.held_at or (meeting.ended_at is not None and moment > meeting.ended_at):
        raise RuleError(
            _("The meeting did not go on at {time}.").format(time=f"{moment:%Y-%m-%d %H:%M}"),
            hint=_("It began at {begun}; see: jinlin meeting show {number}").format(
                begun=f"{meeting.held_at:%Y-%m-%d %H:%M}", number=meeting.label
            ),
        )
    return said


def check_announced(place: VotePlace, known: MeetingType) -> None:
    """Refuse a vote on what was not announced in time, where the law wants that.

    Raises:
        RuleError: it was not announced so many days ahead.
    """
    if not known.notice_days:
        return
    announced = place.item.announced_on
    held = place.meeting.held_at.date()
    if announced is not None and (held - announced).days >= known.notice_days:
        return
    words = {"item": place.item.position, "days": known.notice_days, "type": known.name}
    said = (
        _("Item {item} was not announced: {type} votes on nothing that was not told {days} days"
          " ahead.").format(**words)
        if announced is None
        else _("Item {item} was announced on {day}, less than {days} days ahead of {type}.").format(
            **words, day=announced.isoformat()
        )
    )  # fmt: skip
    raise RuleError(
        said,
        hint=_(
            "Record what was announced: jinlin meeting announce {number} --item {item} --date DATE"
        ).format(number=place.meeting.label, item=place.item.position),
    )
