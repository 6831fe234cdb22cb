"""What a user can do when an employer asks for the branch's opinion."""

from __future__ import annotations

from typing import Any

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.member.register.queries import find_member
from jinlin.member.report_in.opinions import (
    Asked,
    OpinionRow,
    ReplyState,
    find_opinion,
    opinion_row,
    same_letter,
)
from jinlin.member.rules.party import Affiliation
from jinlin.store.transaction.tx import Tx


def add_opinion(tx: Tx, who: str, asked: Asked) -> OpinionRow:
    """Record an employer's letter about a member who reported in.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: she did not report in, or the reply would be due before the letter came, or
            the same letter is recorded.
    """
    member = find_member(tx, who)
    if member.details.affiliation is not Affiliation.REPORT_IN:
        raise RuleError(
            _("{person} has not reported in here.").format(person=member.person.masked),
            hint=_("If she has: jinlin member report-in {number} --employer …").format(
                number=member.person.label
            ),
        )
    if asked.reply_by and asked.reply_by < asked.received_on:
        raise RuleError(
            _("A letter of {received} cannot be due on {due}.").format(
                received=asked.received_on, due=asked.reply_by
            ),
            hint=_("Write the year in full."),
        )
    if (first := same_letter(tx, member.id, asked)) is not None:
        raise RuleError(
            _("{employer} asked the same of {person} already: {number}, letter of {day}.").format(
                employer=asked.asked_by,
                person=member.person.masked,
                number=first.label,
                day=first.asked.received_on,
            ),
            hint=_(
                "Is it another letter? Give its number: --letter. See the first: jinlin member"
                " opinion show {number}"
            ).format(number=first.label),
        )
    number = tx.next_number("opinion")
    opinion_id = tx.insert("opinion", number=number, member_id=member.id, **asked._asdict())
    _describe(
        tx,
        number,
        N_("Recorded letter {number}: an opinion is asked"),
        N_("take letter {number} out"),
    )
    return opinion_row(tx, opinion_id)


def reply(tx: Tx, number: int, *, text: str, discussed_on: str, replied_on: str) -> OpinionRow:
    """Record what the committee discussed and that the reply went out.

    Raises:
        NotFoundError: there is no such letter.
        RuleError: the days cannot be true, or it was replied already.
    """
    opinion = find_opinion(tx, number)
    if opinion.state is ReplyState.REPLIED:
        raise RuleError(
            _("Letter {number} was replied on {day}.").format(
                number=opinion.label, day=opinion.replied_on
            ),
            hint=_("Print the reply: jinlin member opinion letter {number}").format(
                number=opinion.label
            ),
        )
    if not opinion.asked.received_on <= discussed_on <= replied_on:
        raise RuleError(
            _("The letter came on {received}; discussed {discussed}, replied {replied}?").format(
                received=opinion.asked.received_on, discussed=discussed_on, replied=replied_on
            ),
            hint=_("First it comes, then it is discussed, then replied."),
        )
    tx.update("opinion", opinion.id, text=text, discussed_on=discussed_on, replied_on=replied_on)
    _describe(
        tx,
        number,
        N_("Letter {number} was replied"),
        N_("take back that letter {number} was replied"),
    )
    return opinion_row(tx, opinion.id)


def remove_opinion(tx: Tx, number: int) -> OpinionRow:
    """Take out a letter that was recorded by mistake.

    Raises:
        NotFoundError: there is no such letter.
    """
    opinion = find_opinion(tx, number)
    tx.update("opinion", opinion.id, removed_at=tx.clock.stamp)
    _describe(tx, number, N_("Letter {number} was taken out"), N_("put letter {number} back"))
    return opinion


def _describe(tx: Tx, number: int, did: str, reverse: str) -> None:
    words: dict[str, Any] = {"number": f"Y{number}"}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=f"Y{number}")
