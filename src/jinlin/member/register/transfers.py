"""Membership moves in and out, and members leave the register; what was known of them stays."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.word import Word
from jinlin.member.own_branch import branch
from jinlin.member.posts.holdings import PostRow, posts_of
from jinlin.member.register.actions import NewMember, enrol, named
from jinlin.member.register.queries import (
    MemberRow,
    find_anybody,
    find_member,
    known_by_name,
    members_of,
)
from jinlin.member.rules.branch import BranchType
from jinlin.member.rules.party import MEMBERS, Affiliation, MemberDetails, PartyState
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx


class Letter(NamedTuple):
    """What a transfer's letter says.

    Attributes:
        moved_on: the day; ISO text.
        other_side: the branch she came from or goes to.
        number: the letter's number.
    """

    moved_on: str
    other_side: str
    number: str | None = None


class Move(Word):
    """Which way membership moves, as this branch sees it."""

    IN = "in", N_("moved in")
    OUT = "out", N_("moved out")


class TransferRow(NamedTuple):
    """A transfer of membership."""

    direction: Move
    letter: Letter


def transfers_of(reader: Reader, person_id: int) -> list[TransferRow]:
    """Return the transfers of somebody, the earliest first."""
    return [
        TransferRow(
            Move(row["direction"]), Letter(row["moved_on"], row["other_side"], row["letter"])
        )
        for row in reader.rows(
            "SELECT t.direction, t.moved_on, t.other_side, t.letter FROM transfer AS t"
            " JOIN member AS m ON m.id = t.member_id"
            " WHERE m.person_id = ? AND t.removed_at IS NULL ORDER BY t.moved_on, t.id",
            (person_id,),
        )
    ]


def transfer_in(tx: Tx, who: str, letter: Letter, *, state: PartyState | None) -> PersonRow:
    """Record that somebody's membership is held here from now on.

    Args:
        tx: the transaction.
        who: a member who reported in, who left, or somebody new by name.
        letter: the day, the other branch, the letter.
        state: her Party status, where it is not known or has changed.

    Raises:
        NotFoundError: several people are meant.
        RuleError: it is held here already, she is no Party member, or the branch is an overlay.
    """
    whole = branch(tx)
    if whole.type is BranchType.OVERLAY and not whole.overlay_permission:
        raise RuleError(
            _("An overlay branch takes no membership in: it stays with the home branch."),
            hint=_("She reports in instead: jinlin member report-in {who}").format(who=who),
        )
    member = _member_or_new(tx, who, state)
    if member.details.affiliation is Affiliation.HERE:
        raise RuleError(
            _("The membership of {person} is held here already.").format(
                person=member.person.masked
            ),
            hint=_("See: jinlin member show {number}").format(number=member.person.label),
        )
    now = state or member.details.party_state
    if now not in MEMBERS:
        raise RuleError(
            _("Only a Party member's membership moves."),
            hint=_("Say which she is: --party-state full or --party-state probationary."),
        )
    tx.update("member", member.id, affiliation="here", party_state=now, reported_on=None)
    _record(tx, member, Move.IN, letter)
    return member.person


def transfer_out(
    tx: Tx, who: str, letter: Letter, *, stays: bool
) -> tuple[PersonRow, list[PostRow]]:
    """Record that somebody's membership is no longer held here.

    Args:
        tx: the transaction.
        who: the member.
        letter: the day, the other branch, the letter.
        stays: she goes on living here and has reported in.

    Returns:
        Who, and the posts in the branch and its groups she still holds.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: her membership is not held here.
    """
    member = find_member(tx, who)
    if member.details.affiliation is not Affiliation.HERE:
        raise RuleError(
            _("The membership of {person} is not held here.").format(person=member.person.masked),
            hint=_("To take her out of the register: jinlin member remove {number}").format(
                number=member.person.label
            ),
        )
    if stays:
        values: dict[str, Any] = {"affiliation": "report_in", "reported_on": letter.moved_on}
    else:
        reason = _("Membership moved to {other}").format(other=letter.other_side)
        values = {
            "left_on": letter.moved_on,
            "left_reason": reason,
            "removed_at": tx.clock.stamp,
        }
    tx.update("member", member.id, **values)
    _record(tx, member, Move.OUT, letter)
    return member.person, _still_held(tx, member)


def remove_member(tx: Tx, who: str, *, reason: str, on: date) -> tuple[PersonRow, list[PostRow]]:
    """Take somebody out of the register; all that was kept of her stays and can be put back.

    Returns:
        Who, and the posts she still holds.

    Raises:
        NotFoundError: no member is meant, or several are.
    """
    member = find_member(tx, who)
    tx.update(
        "member",
        member.id,
        left_on=on.isoformat(),
        left_reason=reason,
        removed_at=tx.clock.stamp,
    )
    words = {"person": named(member.person, in_post=bool(member.held))}
    tx.describe(
        Message(N_("{person} left the register of members"), words),
        reverse=Message(N_("put {person} back into the register of members"), words),
        subject=member.person.label,
    )
    return member.person, _still_held(tx, member)


def restore_member(tx: Tx, who: str) -> PersonRow:
    """Put somebody back into the register as she was when she left.

    Membership that has moved away stays there.

    Raises:
        NotFoundError: nobody who left is meant, or several are.
        RuleError: she is in the register.
    """
    member = find_anybody(tx, who)
    if member.left_on is None:
        raise RuleError(
            _("{person} is in the register already.").format(person=member.person.masked),
            hint=_("See: jinlin member list --left"),
        )
    values: dict[str, Any] = {"left_on": None, "left_reason": None, "removed_at": None}
    moves = transfers_of(tx, member.person.id)
    if moves and moves[-1].direction is Move.OUT and member.details.affiliation is Affiliation.HERE:
        values["affiliation"] = "none"
    tx.update("member", member.id, **values)
    words = {"person": member.person.masked}
    tx.describe(
        Message(N_("{person} came back into the register of members"), words),
        reverse=Message(N_("take member {person} out of the register"), words),
        subject=member.person.label,
    )
    return member.person


def _member_or_new(tx: Tx, who: str, state: PartyState | None) -> MemberRow:
    """Return whom a transfer in is about: in the register, put back into it, or new in it."""
    member = known_by_name(tx, who)
    if member is None:
        added = enrol(tx, NewMember(who=who, details=MemberDetails(party_state=state)))
        [member] = members_of(tx, [added.person.id])
        return member
    if member.left_on is not None:
        tx.update(
            "member", member.id, left_on=None, left_reason=None, removed_at=None, affiliation="none"
        )
        [member] = members_of(tx, [member.person.id])
    return member


def _record(tx: Tx, member: MemberRow, direction: Move, letter: Letter) -> None:
    moves = transfers_of(tx, member.person.id)
    if moves and letter.moved_on < moves[-1].letter.moved_on:
        raise RuleError(
            _("The last move of {person} was on {last}; {day} lies before it.").format(
                person=member.person.masked,
                last=moves[-1].letter.moved_on,
                day=letter.moved_on,
            ),
            hint=_("Compare the day with the letter: --date DATE"),
        )
    tx.insert(
        "transfer",
        member_id=member.id,
        direction=direction,
        moved_on=letter.moved_on,
        other_side=letter.other_side,
        letter=letter.number,
    )
    words = {
        "person": named(member.person, in_post=bool(member.held)),
        "other": letter.other_side,
    }
    if direction is Move.IN:
        did, reverse = (
            N_("Membership of {person} moved in from {other}"),
            N_("take back that the membership of {person} moved in from {other}"),
        )
    else:
        did, reverse = (
            N_("Membership of {person} moved out to {other}"),
            N_("take back that the membership of {person} moved out to {other}"),
        )
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=member.person.label)


def _still_held(tx: Tx, member: MemberRow) -> list[PostRow]:
    day = tx.clock.today.isoformat()
    return [
        post
        for post in posts_of(tx, member.person.id)
        if post.ended_on is None or post.ended_on > day
    ]
