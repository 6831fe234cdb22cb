"""`jinlin meeting vote`: what was put to the vote, and what was counted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import folded, listed
from jinlin.meeting.attendance.electors import electors
from jinlin.meeting.attendance.names import the_elector
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.voting import options
from jinlin.meeting.record.queries import find_meeting
from jinlin.meeting.rules.vote_count import Papers, VoteCounts
from jinlin.meeting.rules.vote_rules import Answer, BallotKind
from jinlin.meeting.rules.votes import Method
from jinlin.meeting.rules.written_opinions import count_in, opinion_in, says_all, votes_in
from jinlin.meeting.voting.actions import take_vote
from jinlin.meeting.voting.given_votes import Given
from jinlin.output.asking import confirm
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import FILE, choice
from jinlin.store.command.command import reading, writing

_THREE: Final = re.compile(r"(\d{1,6})/(\d{1,6})/(\d{1,6})")


class _Everybody(Enum):
    """What is said of who voted where everybody there is meant, and no number."""

    THERE = "there"


class _CountKind(WordKind[int | Sequence[str] | _Everybody]):
    """The kind of what is counted of one answer: a number, names, or words that say it."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        super().__init__("count or people", N_("N|NAMES"), self._read, knows=self._is_of_it)

    def bare(self, text: str) -> str:
        """Return its number alone: of `4票赞成` it is 4."""
        counted = count_in(text)
        return str(counted[1]) if counted else text

    def _is_of_it(self, text: str) -> bool:
        counted = count_in(text)
        return counted[0] is self._answer if counted else self._is_all(text)

    def _is_all(self, text: str) -> bool:
        return self._answer is Answer.FOR and says_all(text)

    def _read(self, text: str) -> int | Sequence[str] | _Everybody:
        """Read it.

        Raises:
            UsageError: it counts another answer.
        """
        if (votes := votes_in(text)) is not None:
            return votes
        if self._is_all(text):
            return _Everybody.THERE
        if (counted := count_in(text)) is None and not says_all(text):
            return listed(text)
        if counted is None or counted[0] is not self._answer:
            raise UsageError(
                _("“{text}” counts something else than “{answer}”.").format(
                    text=text, answer=self._answer.label
                ),
                hint=_("Write a number, or who they are."),
            )
        return counted[1]


def _opinions(text: str) -> Answer | VoteCounts:
    """Read what opinions in writing say: `1/0/0`, or one answer for all of them.

    Raises:
        UsageError: it is neither.
    """
    match = _THREE.fullmatch(folded(text))
    said = VoteCounts(*map(int, match.groups())) if match else opinion_in(text)
    if said is None:
        raise UsageError(
            _("“{text}” cannot be read.").format(text=text),
            hint=_("Write it like {example}.").format(example="1/0/0"),
        )
    return said


def _box(text: str) -> Papers:
    label, (out, back, *said) = options.numbers_in(text, how_many=6, example="一组=20/19/11/5/2/1")
    return Papers(label, out, back, VoteCounts(*said))


_COUNTED: Final = {answer: _CountKind(answer) for answer in Answer}
_OPINIONS: Final = WordKind("opinions", "N/N/N", _opinions)
_BOX: Final = WordKind("ballot box", N_("BOX"), _box)

_COUNTS: Final = ("for_", "against", "abstain", "names", "batch", "handed_out")
"""The words that say what was counted, or where it stands."""


def _asked(text: str) -> AskedFor:
    """Return how a count is asked for where nothing at all was said of what was counted."""

    def uncounted(said: Mapping[str, Any]) -> bool:
        return all(said[name] in (None, ()) for name in _COUNTS)

    return AskedFor(text, optional=True, sought=True, where=uncounted)


_Said: TypeAlias = int | Sequence[str] | _Everybody | None
_For: TypeAlias = Annotated[
    _Said,
    _COUNTED[Answer.FOR].option(
        "--for",
        help=N_("In favour: 11, or names, or 其余."),
        asked=_asked(N_("In favour: how many, or who")),
        free=True,
    ),
]
_Names: TypeAlias = Annotated[
    str | None, FILE.option(help=N_("A list of names and votes; - reads lines."))
]
_Written: TypeAlias = Annotated[
    Answer | VoteCounts | None,
    _OPINIONS.option(help=N_("What opinions in writing say: for/against/abstained.")),
]
_Batch: TypeAlias = Annotated[
    list[Papers] | None,
    _BOX.option(help=N_("A box: 一组=out/back/for/against/abstain/invalid.")),
]
_Method: TypeAlias = Annotated[
    Method | None,
    choice(Method, called=N_("WAY")).option(help=N_("hands (usual), named or secret.")),
]


def vote(
    call: Call,
    number: MeetingNumber,
    *,
    item: options.Item = None,
    for_: _For = None,
    against: Annotated[
        _Said,
        _COUNTED[Answer.AGAINST].option(
            help=N_("Against: how many, or who."),
            asked=_asked(N_("Against: how many, or who")),
            free=True,
        ),
    ] = None,
    abstain: Annotated[
        _Said,
        _COUNTED[Answer.ABSTAIN].option(
            help=N_("Neither: how many, or who."),
            asked=_asked(N_("Neither: how many, or who")),
            free=True,
        ),
    ] = None,
    not_voting: Annotated[
        int, options.COUNTED.option(help=N_("There, and gave no vote at all."))
    ] = 0,
    names: _Names = None,
    kind: options.Kind = None,
    method: _Method = None,
    papers: options.ToldPapers,
    written: _Written = None,
    batch: _Batch = None,
    question: options.ToldQuestion,
) -> None:
    if for_ is _Everybody.THERE:
        for_ = _everybody(call, number, question)
    said = {Answer.FOR: for_, Answer.AGAINST: against, Answer.ABSTAIN: abstain}
    if kind in {BallotKind.ELECTION, BallotKind.OWNERS}:
        raise UsageError(
            _("Elections and owners' decisions have verbs of their own."),
            hint=_("See: jinlin meeting elect --help, jinlin meeting ballot --help"),
        )
    on_paper = batch or papers != options.ToldPapers()
    told = Method.SECRET if on_paper else Method.NAMED if names else None
    given = _given(said, method or told, not_voting, f"M{number} {item or 1}")._replace(
        written=written
    )
    if names:
        from jinlin.meeting.commands.voting.named_lists import read_names

        given = given._replace(names=_merged(given.names, read_names(call, names)))
    if given.method is Method.SECRET:
        given = given._replace(
            papers=_boxes(batch, given.counts) if batch else options.one_box(given.counts, papers)
        )
    with writing(call) as tx:
        asked = options.question_of(tx, number, item, question)
        taken = take_vote(tx, number, asked, given, kind)
    options.say_taken(call, taken)


def _everybody(call: Call, number: int, question: options.ToldQuestion) -> int:
    """Return how many votes those there have, after saying it; on a terminal it is confirmed.

    Raises:
        UsageError: nobody with a vote is recorded as there.
    """
    with reading(call) as reader:
        meeting = find_meeting(reader, number)
        asked = options.question_of(reader, number, None, question)
        found = electors(reader, meeting, at=asked.at)
        back = [the_elector(reader, found, name) for name in asked.recused]
        room = found.room(recused=back)
    votes = room.present + room.proxies - room.recused_present
    if votes <= 0:
        raise UsageError(
            _("How many voted is not known: nobody is recorded as there."),
            hint=_("Record who is there: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )
    text = _("{number}: all {count} votes there are in favour.").format(
        number=meeting.label, count=votes
    )
    if call.environment.interactive:
        confirm(call, text)
    else:
        call.tell(text)
    return votes


def _given(
    told: Mapping[Answer, _Said],
    way: Method | None,
    not_voting: int,
    where: str,
) -> Given:
    """Return what was counted, by number or by name; `where` is the meeting and the item.

    Raises:
        UsageError: numbers and names stand side by side, or do not go with the way.
    """
    numbers = {answer: said for answer, said in told.items() if isinstance(said, int)}
    named = {
        answer: said
        for answer, said in told.items()
        if said is not None and not isinstance(said, int | _Everybody)
    }
    if numbers and named:
        raise UsageError(
            _("Numbers and names do not go together."),
            hint=_("Write how many for all of them, or who for all of them; 0 can be left out."),
        )
    if way is None:
        way = Method.NAMED if named else Method.HANDS
    if (way is Method.NAMED and numbers) or (way is not Method.NAMED and named):
        raise UsageError(
            _("A vote by name needs names, any other needs numbers."),
            hint=_("For example: --for 林秀英、陈建国 --against 张伟, or --for 11 --against 2"),
        )
    if way is Method.HANDS and not numbers:
        raise UsageError(
            _("How many voted for it is missing."),
            hint=_("For example: jinlin meeting vote {where} --for 11 --against 2").format(
                where=where
            ),
        )
    counts = VoteCounts(*(numbers.get(answer, 0) for answer in Answer))
    return Given(way, counts._replace(not_voting=not_voting), named)


def _merged(
    one: Mapping[Answer, Sequence[str]], other: Mapping[Answer, Sequence[str]]
) -> dict[Answer, tuple[str, ...]]:
    return {answer: (*one.get(answer, ()), *other.get(answer, ())) for answer in Answer}


def _boxes(boxes: Sequence[Papers], counts: VoteCounts) -> tuple[Papers, ...]:
    """Return the boxes of paper ballots.

    Raises:
        UsageError: the sums are told beside them.
    """
    if any(counts):
        raise UsageError(
            _("Boxes and their sums do not go together."), hint=_("Leave --for and --against out.")
        )
    return tuple(boxes)
