"""`jinlin meeting ballot`: what owners decide, by heads and area, from lists of doors."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.meeting.commands.kinds import OWNERS_MATTER, SHARE, Deciding, MeetingNumber
from jinlin.meeting.commands.voting import options
from jinlin.meeting.commands.voting.door_lists import SaidList, parse_list, read_batch
from jinlin.meeting.rules.heads_and_area import Clause, Silence
from jinlin.meeting.rules.owners_matters import OwnersMatter
from jinlin.meeting.rules.threshold import Threshold
from jinlin.meeting.voting.owners_ballots import OwnersQuestion, take_owners_vote, with_share
from jinlin.meeting.voting.owners_roll import Part, constituency_of, overlapping, parts
from jinlin.meeting.voting.vote_place import VoteQuestion
from jinlin.output.command.kind import NamedThing, WordKind
from jinlin.output.command.kinds import DAY, NUMBER, TEXT, choice
from jinlin.store.command.command import writing

_LIST: Final = WordKind("file", N_("FILE…"), parse_list, names=NamedThing.FILE)

_Lists: TypeAlias = Annotated[
    list[SaidList],
    _LIST.argument(
        help=N_("Lists of doors with 表决意见; FILE:40/38 if 40 went out and 38 came back."),
    ),
]
_Silence: TypeAlias = Annotated[
    Silence | None,
    choice(Silence, called=N_("AS")).option(
        help=N_("Silence counts as: abstain, majority or for.")
    ),
]
_Clause: TypeAlias = Annotated[
    str | None, TEXT.option(help=N_("The clause that says so, word for word."))
]
_Passing: TypeAlias = Annotated[
    Threshold | None, SHARE.option("--pass", help=N_("Another share here, such as >=2/3."))
]


def ballot(
    call: Call,
    number: MeetingNumber,
    *,
    item: Annotated[int, NUMBER.argument(called=N_("ITEM"), help=N_("The item of the agenda."))],
    lists: _Lists,
    matter: Annotated[
        OwnersMatter, OWNERS_MATTER.option(help=N_("What is decided: jinlin meeting matters"))
    ],
    deciding: Deciding,
    silence: _Silence = None,
    clause: _Clause = None,
    clause_since: Annotated[
        SaidDay | None, DAY.option(help=N_("When that clause was passed."))
    ] = None,
    passing: _Passing = None,
    source: Annotated[str | None, TEXT.option(help=N_("Where that share is written."))] = None,
    question: options.Subject = None,
    correction: options.VoteCorrection,
) -> None:
    decided = _matter(matter, passing, source)
    with writing(call) as tx:
        of = constituency_of(tx, *deciding)
        roll = parts(tx, of)
        asked = VoteQuestion(item, subject=question, **correction._asdict())
        owners = OwnersQuestion(
            decided, of, clause=_clause(silence, clause, clause_since, tx.clock)
        )
        batches = [read_batch(call, one, roll) for one in lists]
        row = take_owners_vote(tx, number, asked, owners, batches)
    options.say_vote(call, row)
    if decided.other_practice:
        call.tell(_("Elsewhere: {practice}.").format(practice=decided.other_practice))
    _tell_doubts(call, roll)


def _tell_doubts(call: Call, roll: list[Part]) -> None:
    """Say where the register may count heads or areas otherwise than the street office would."""
    if both := overlapping(roll):
        call.tell(
            _(
                "{count} people own one flat alone and another with somebody: counted as different"
                " heads. Ask the street office where it matters."
            ).format(count=both),
        )
    bases = {part.basis for part in roll}
    if len(bases) > 1 or None in bases:
        call.tell(
            _(
                "The areas do not all stand on one recorded basis; one vote has one:"
                " jinlin household list"
            ),
        )


def _matter(matter: OwnersMatter, passing: Threshold | None, source: str | None) -> OwnersMatter:
    if passing is None:
        if source:
            raise UsageError(_("A source goes with a share."), hint=_("Name it too: --pass >=2/3"))
        return matter
    if not source:
        raise UsageError(
            _("Another share needs to say where it stands."),
            hint=_("For example: --source 议事规则第12条"),
        )
    return with_share(matter, passing, source)


def _clause(
    silence: Silence | None, text: str | None, since: SaidDay | None, clock: Clock
) -> Clause | None:
    if (silence, text, since) == (None, None, None):
        return None
    if silence is None or text is None or since is None:
        raise UsageError(
            _("A clause about silence needs what it says, since when, and what silence counts as."),
            hint=_("Give --clause, --clause-since and --silence, or none of them."),
        )
    return Clause(text, since.on(clock).isoformat(), silence)
