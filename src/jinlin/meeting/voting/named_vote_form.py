"""A vote by name on a form: who may vote, with room for how, and the whole vote taken back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.complex.building.queries import complex_name
from jinlin.core.errors import FileError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.exchange.table.fields import FORM
from jinlin.exchange.table.reader import LISTED_PROBLEMS
from jinlin.exchange.table.rows import Row, RowError
from jinlin.exchange.table.value_words import value_meaning
from jinlin.meeting.agenda.agenda_items import find_item
from jinlin.meeting.attendance.electors import Elector, Electors, electors
from jinlin.meeting.attendance.names import called_on_form, may_vote, meant_on_form, the_elector
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.rules.vote_count import VoteCounts
from jinlin.meeting.rules.vote_rules import Answer, BallotKind
from jinlin.meeting.rules.votes import Method
from jinlin.meeting.voting.actions import TakenVote, check_takes_votes, take_vote
from jinlin.meeting.voting.given_votes import Given
from jinlin.meeting.voting.queries import find_vote, votes_of
from jinlin.meeting.voting.vote_place import VoteQuestion, moment_of
from jinlin.output.importing.form import SheetForm, is_empty, left_empty, on_form
from jinlin.output.importing.outcome import Change, Details, Outcome
from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader, Tx

ASKED: Final = {"answer": N_("required: choose from the list; empty is no vote")}
WANTED: Final = ("name", *ASKED, FORM)
NEEDED: Final = (("name",), ("answer",))
UNREAD: Final = N_("{count} rows of {path} cannot be read; nothing was recorded.")
_MEANT: Final = {"agree": Answer.FOR, "disagree": Answer.AGAINST, "abstain": Answer.ABSTAIN}


class FormVote(NamedTuple):
    """What a form says of a vote, and what came of it; no vote where all was so already."""

    outcome: Outcome
    taken: TakenVote | None = None


def named_vote_form() -> SheetForm:
    """Return what stands on the form."""
    return SheetForm(
        title=N_("Form for a vote by name"),
        given=("name",),
        asked=ASKED,
        choices={"answer": tuple(answer.label for answer in Answer)},
    )


def named_vote_number(reader: Reader, meeting: MeetingRow, item: int) -> str:
    """Return the number of the form for the vote on an item."""
    return f"{complex_name(reader)}-{meeting.label}/{item}"


def named_vote_rows(reader: Reader, meeting: MeetingRow, at: str | None) -> list[tuple[str]]:
    """Return who may vote and is in the room, or is voted for there.

    Raises:
        RuleError: nobody is, or no votes are taken there.
    """
    found = electors(reader, meeting, at=moment_of(reader, meeting, at))
    check_takes_votes(found)
    here = [one for one in found.voters if may_vote(one, written=False)]
    if not here:
        raise RuleError(
            _("Nobody with a vote is recorded as there."),
            hint=_("Record who is there first: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )
    return [(called_on_form(reader, one.name, one.person_id),) for one in here]


def take_named_vote(
    tx: Tx,
    rows: Iterable[Row],
    number: int,
    asked: VoteQuestion,
    *,
    kind: BallotKind | None,
    not_voting: int,
) -> FormVote:
    """Take a vote by name from a form: the whole of it, or nothing.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        number: the meeting's number.
        asked: what was put to the vote.
        kind: what the vote is; as `take_vote`.
        not_voting: how many were there and gave no vote.

    Raises:
        FileError: a row cannot be read, and so none is taken; or it is another form.
        NotFoundError: as for `take_vote`.
        RuleError: as for `take_vote`.
        UsageError: as for `take_vote`.
    """
    meeting = find_meeting(tx, number)
    assert asked.item is not None  # a form is of one
    form = on_form(rows, named_vote_number(tx, meeting, asked.item))
    given, empty = _votes_in(tx, electors(tx, meeting, at=moment_of(tx, meeting, asked.at)), form)
    notes = left_empty(empty)
    if not given or _taken_so(tx, meeting, asked, given):
        return FormVote(Outcome(unchanged=len(given), notes=tuple(notes)))
    names = {
        answer: [_typed(one) for one, said in given.items() if said is answer] for answer in Answer
    }
    counted = Given(Method.NAMED, VoteCounts(0, not_voting=not_voting), names)
    taken = take_vote(tx, number, asked, counted, kind)
    changes = tuple(Change(one.name, answer.label) for one, answer in given.items())
    revised = asked.revise is not None
    return FormVote(
        Outcome(
            added=0 if revised else len(given),
            changed=len(given) if revised else 0,
            notes=tuple(notes),
            details=Details(changed=changes) if revised else Details(added=changes),
        ),
        taken,
    )


def _votes_in(
    tx: Tx, found: Electors, rows: Iterable[Row]
) -> tuple[dict[Elector, Answer], list[str]]:
    """Return who voted how, and whose row is empty.

    Raises:
        FileError: a row cannot be read.
    """
    given: dict[Elector, Answer] = {}
    empty: list[str] = []
    refused: list[RowError] = []
    path = Path()
    for row in rows:
        path = row.headers.path
        if is_empty(row, ASKED):
            empty += filter(None, [row.text("name")])
            continue
        try:
            name, answer = vote_in(row)
            one = row.read("name", partial(the_elector, tx, found, meant_on_form(name)))
            if one in given:
                raise row.error("name", _("{name} is named twice").format(name=one.name))
            given[one] = answer
        except RowError as error:
            refused.append(error)
    if refused:
        raise FileError(
            _(UNREAD).format(count=len(refused), path=path),
            hint=_("Mend these rows, then try again."),
            rows=tuple(p for one in refused for p in one.problems)[:LISTED_PROBLEMS],
        )
    return given, empty


def _typed(one: Elector) -> str:
    return one.name if one.number is None else person_label(one.number)


def _taken_so(
    reader: Reader,
    meeting: MeetingRow,
    asked: VoteQuestion,
    given: dict[Elector, Answer],
) -> bool:
    """Return whether the question was answered so already, name by name.

    Where none is said it is that of the vote which is corrected, or the title of the item.
    """
    said = sorted((one.name, answer) for one, answer in given.items())
    assert asked.item is not None
    usual = (
        find_vote(reader, meeting, asked.revise).subject
        if asked.revise
        else find_item(reader, meeting, asked.item).title
    )
    return any(
        (vote.item, vote.subject) == (asked.item, asked.subject or usual)
        and said == sorted((one.name, one.answer) for one in vote.answers)
        for vote in votes_of(reader, meeting.id)
    )


def vote_in(row: Row) -> tuple[str, Answer]:
    """Return who voted how.

    Raises:
        RowError: a name or a vote is missing, or the vote cannot be read.
    """
    name, said = row.name("name"), row.required("answer")
    answer = answer_of(said)
    if not name:
        raise row.error("name", _("nothing is filled in"))
    if answer is None:
        raise row.error("answer", _("“{text}” is no vote: 赞成, 反对, 弃权").format(text=said))
    return name, answer


def answer_of(text: str) -> Answer | None:
    """Return the vote that a word means; None where it means none."""
    said = compact(text)
    if said in set(Answer):
        return Answer(said)
    return _MEANT.get(value_meaning("answer", text) or "")
