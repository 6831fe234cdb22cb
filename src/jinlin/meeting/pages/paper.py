"""What every paper of a meeting is written from, and what of it may be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from jinlin.core.clock import stamp
from jinlin.core.i18n import _
from jinlin.issue.privacy.publicity import KeptBack
from jinlin.meeting.attendance.electors import electors
from jinlin.meeting.minutes import canonical, confirmation
from jinlin.meeting.minutes.confirmation import MinutesCorrection, MinutesObjection
from jinlin.meeting.pages.wording import heard, period_words, time_words
from jinlin.meeting.record.agenda import AgendaItem, item_label
from jinlin.meeting.record.branch_first import First, deliberated
from jinlin.meeting.record.queries import MeetingRow, WholeMeeting, whole_meeting
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.rules.kinds import is_usual_title, meeting_types, type_name
from jinlin.meeting.rules.meetings import PARTY_MEETINGS, AttendanceState
from jinlin.meeting.rules.vote_count import VotingRoom
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.rules.votes import OwnersAnswer, VoteRow
from jinlin.meeting.voting.queries import votes_of
from jinlin.member.posts.holdings import held_on
from jinlin.member.register.queries import members
from jinlin.member.rules.party import Affiliation, MemberDetails, PartyState
from jinlin.member.rules.party_days import earlier
from jinlin.store.transaction.tx import Reader

_UNSPOKEN: Final = (
    "发展党员", "入党", "预备党员", "转正", "处分", "警告", "留党察看", "除名", "党纪", "admission",
    "discipline",
)  # fmt: skip
"""Words of matters that stand in the minutes alone: admissions and discipline (practice 5.2)."""


_OWNERS_MEETINGS: Final = frozenset({"owners_assembly", "owners_committee"})


class Standing(NamedTuple):
    """Who somebody is on a meeting's day.

    Attributes:
        posts: what she is, as people say it: her posts, or that she reported in as a member.
        probationary: a probationary member of the Party, without a vote in its meetings.
    """

    posts: str = ""
    probationary: bool = False


class Paper(NamedTuple):
    """What a paper of a meeting is written from.

    Attributes:
        whole: the meeting with all that belongs to it.
        organisation: whose paper it is: the branch for its own meetings, else the complex.
        branch: the branch's full name.
        complex: the complex's name.
        today: the day the paper is made.
        first: by item id whether the branch has deliberated what it is to deliberate first.
        objections: what people have against the minutes.
        corrections: the revisions of confirmed minutes.
        fits: whether confirmed minutes are still what was confirmed; None of a draft.
        forgotten: when somebody was last deleted from confirmed minutes as the law asks.
        votes: the votes it took, as they stand.
        room: how many with a vote there were; None where it takes none, or owners vote.
        kept: what of it stays in the house, by the label of an item, a resolution or a task.
        standing: by person id what is to be said of her there: her posts, or that she is a
            probationary member.
    """

    whole: WholeMeeting
    organisation: str
    branch: str
    complex: str
    today: date
    first: Mapping[int, First]
    objections: tuple[MinutesObjection, ...] = ()
    corrections: tuple[MinutesCorrection, ...] = ()
    fits: bool | None = None
    forgotten: date | None = None
    votes: tuple[VoteRow, ...] = ()
    room: VotingRoom | None = None
    kept: Mapping[str, KeptBack] = MappingProxyType({})
    standing: Mapping[int, Standing] = MappingProxyType({})

    @property
    def meeting(self) -> MeetingRow:
        """The meeting itself."""
        return self.whole.meeting

    @property
    def fields(self) -> Mapping[str, str]:
        """What a branch's own Word template may name of a meeting."""
        meeting = self.meeting
        return {
            "会议名称": meeting.title,
            "编号": meeting.label,
            "时间": time_words(meeting),
            "地点": meeting.place or "",
            "主持": meeting.chair or "",
            "记录": meeting.recorder or "",
        }

    @property
    def beforehand(self) -> Mapping[int, First]:
        """What the branch said of items of others' meetings; its own deliberate nothing first."""
        return {} if self.meeting.type in PARTY_MEETINGS else self.first

    @property
    def called(self) -> str:
        """What the meeting is called in a sentence that tells its day already."""
        meeting = self.meeting
        usual = is_usual_title(meeting.title, meeting.type, meeting.held_at.date())
        return type_name(meeting.type) if usual else meeting.title

    @property
    def begun(self) -> str:
        """What the meeting is called where a sentence begins with it."""
        called = self.called
        return called if called == self.meeting.title else _("The {meeting}").format(meeting=called)

    @property
    def ballot(self) -> bool:
        """Whether owners decide there, by ballots over some days, and nobody is counted present."""
        known = meeting_types().get(self.meeting.type)
        return known is not None and BallotKind.OWNERS in known.rules

    @property
    def of_owners(self) -> bool:
        """Whether its papers are the owners', and not the branch's to send out."""
        return self.meeting.type in _OWNERS_MEETINGS

    @property
    def publisher(self) -> str:
        """Who sends its papers out: what is the owners' their committee, else the branch."""
        if self.of_owners:
            return _("Owners' committee of {complex}").format(complex=self.complex)
        return self.branch

    def kept_item(self, item: AgendaItem) -> KeptBack | None:
        """Return what keeps an item in the house; None where it may leave."""
        return self.kept.get(item_label(self.meeting.number, item.position))

    @property
    def ahead(self) -> bool:
        """Whether the meeting is not over."""
        return self.meeting.ended_at is None

    def called_ahead(self, item: AgendaItem) -> str:
        """Return what an item is called on what goes out before the meeting is over."""
        kept = self.kept_item(item)
        return kept.words_ahead if kept and self.ahead else item.title

    def owners_vote(self, label: str | None) -> OwnersAnswer | None:
        """Return what owners decided by a vote; None where they did not, or there is none."""
        return next((vote.owners for vote in self.votes if vote.label == label), None)

    def elected(self, row: Resolution) -> bool:
        """Whether a resolution says who was elected, which nobody has to carry out."""
        return any(
            vote.kind is BallotKind.ELECTION
            and vote.people
            and row.vote
            and vote.label == row.vote.label
            for vote in self.votes
        )

    def named(self, *states: AttendanceState) -> str:
        """Return the names of who was in one of the states; empty where nobody was."""
        return _(", ").join(a.name for a in self.whole.attendees if a.state in states)


def paper_of(reader: Reader, number: int) -> Paper:
    """Return what the papers of a meeting are written from.

    Raises:
        NotFoundError: there is no such meeting.
    """
    whole = whole_meeting(reader, number)
    meeting = whole.meeting
    row = reader.row("SELECT (SELECT name FROM branch), (SELECT name FROM complex)")
    branch, complex_name = row or ("", "")
    votes = votes_of(reader, meeting.id)
    return Paper(
        whole=whole,
        organisation=branch if meeting.type in PARTY_MEETINGS else complex_name,
        branch=branch or complex_name or "",
        complex=complex_name or "",
        today=reader.clock.today,
        first=deliberated(
            reader, whole.items, until=stamp(meeting.held_at) if meeting.confirmed_at else None
        ),
        objections=confirmation.objections(reader, meeting.id),
        corrections=confirmation.corrections(reader, meeting.id),
        fits=canonical.fits(reader, meeting),
        forgotten=canonical.forgotten_on(reader, meeting),
        votes=votes,
        room=_room(reader, meeting, votes),
        standing=_standing(reader, meeting),
    )


def _standing(reader: Reader, meeting: MeetingRow) -> Mapping[int, Standing]:
    """Return who people were on a meeting's day; who is on probation is told of Party meetings."""
    day = meeting.held_at.date()
    posts: dict[int, list[str]] = {}
    for post in held_on(reader, day):
        posts.setdefault(post.person.id, []).append(post.held.label)
    found = {person: Standing(_(", ").join(texts)) for person, texts in posts.items()}
    for member in members(reader):
        person, details = member.person.id, member.details
        known = found.get(person, Standing())
        if not known.posts and details.affiliation is Affiliation.REPORT_IN:
            known = known._replace(posts=_("member reported in"))
        if meeting.type in PARTY_MEETINGS and _on_probation(details, day.isoformat()):
            known = known._replace(probationary=True)
        found[person] = known
    return found


def _on_probation(details: MemberDetails, day: str) -> bool:
    if details.party_state is PartyState.FULL:
        return details.full_on is not None and earlier(day, details.full_on)
    return details.party_state is PartyState.PROBATIONARY


def _room(reader: Reader, meeting: MeetingRow, votes: Iterable[VoteRow]) -> VotingRoom | None:
    """Return how many with a vote there were; where the registers say otherwise since, as kept."""
    room = electors(reader, meeting).room()
    kept = [vote.room for vote in votes if vote.owners is None]
    if kept and kept[-1].entitled != room.entitled:
        return kept[-1]._replace(present=max(each.present for each in kept))
    return room if room.entitled else None


def unspoken(text: str) -> bool:
    """Return whether a text is about admissions or discipline, which leave the minutes never."""
    said = text.lower()
    return any(word in said for word in _UNSPOKEN)


def sent_out(paper: Paper) -> tuple[tuple[AgendaItem, ...], tuple[Resolution, ...]]:
    """Return the items and resolutions that may leave the house.

    Internal items do not, nor what the Party settles about its members.
    """
    items = tuple(
        item for item in paper.whole.items if not item.internal and not unspoken(item.title)
    )
    hidden = {item.position for item in paper.whole.items} - {item.position for item in items}
    return items, tuple(
        row for row in paper.whole.resolutions if row.item not in hidden and not unspoken(row.text)
    )


def decided(paper: Paper) -> tuple[Resolution, ...]:
    """Return the resolutions that may leave the house and are decisions: none that was lost."""
    return tuple(row for row in sent_out(paper)[1] if row.stands)


def left_over(paper: Paper) -> list[AgendaItem]:
    """Return the items that were held and nothing was decided on: they come to the next meeting.

    What is only heard is done, and so is what was put to the vote, carried or lost.
    """
    if paper.meeting.ended_at is None and not (paper.whole.resolutions or paper.votes):
        return []
    done = {
        *(row.item for row in paper.whole.resolutions),
        *(vote.item for vote in paper.votes),
    }
    return [
        item
        for item in paper.whole.items
        if not item.settled and item.position not in done and heard(item.title) is None
    ]


def held_words(paper: Paper) -> str:
    """Return in half a sentence when which meeting was held, and that a ballot was in writing."""
    meeting = paper.meeting
    said = _("{title} was held, {period}")
    if paper.ballot and meeting.ended_at and meeting.ended_at.date() != meeting.held_at.date():
        said = _("{title} was held by asking for opinions in writing, {period}")
    return said.format(title=paper.begun, period=period_words(meeting))
