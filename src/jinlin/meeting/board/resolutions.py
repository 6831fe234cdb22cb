"""What a council decided, published without speakers and votes by name (practice.md 5.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.days.written import day_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.core.sentences import sentence
from jinlin.issue.privacy.publicity import Disclosure, not_public, told_of
from jinlin.meeting.pages.paper import Paper, held_words, paper_of
from jinlin.meeting.pages.publication import (
    Published,
    check_publishable,
    opening,
    published,
    still_counted,
)
from jinlin.meeting.pages.release import let_out, of_resolutions
from jinlin.meeting.pages.summary import owners_note
from jinlin.meeting.record.queries import OF_TYPE, MeetingRow, held_within, meetings
from jinlin.meeting.record.results import MATTERS
from jinlin.meeting.record.ties import ties
from jinlin.meeting.rules.kinds import is_usual_title, type_name
from jinlin.meeting.rules.meetings import HERE, parse_number
from jinlin.member.posts.holdings import held_on
from jinlin.output.contribution.notice_sources import Drawn
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the published resolutions of a meeting, the latest that has any otherwise.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it is a meeting of the Party, or decided nothing that may be posted.
        UsageError: `which` is no number of a meeting.
    """
    number = parse_number(which.partition("-")[0]) if which else _latest(reader)
    paper = paper_outside(reader, number)
    meeting = paper.meeting
    part = which if which and "-" in which else None
    chosen = chosen_of(published(reader, paper), paper, part)
    acting = {post.person.name for post in held_on(reader, reader.clock.today)}
    return Drawn(
        matter=MATTERS[meeting.type],
        title=_("decisions of {meeting}").format(meeting=meeting_named(meeting)),
        body="\n".join(_body(paper, chosen, whole=part is None)),
        basis=_basis(paper, chosen),
        about=Reference("meeting", meeting.label),
        covers=(meeting.held_at.date(), meeting.held_at.date()),
        audience=_("all owners") if paper.of_owners else _("all residents"),
        told=tuple(told_of(of_resolutions(paper.kept))),
        named=tuple(dict.fromkeys(one.owner for one in chosen if one.owner in acting)),
    )


def paper_outside(reader: Reader, number: int) -> Paper:
    """Return a meeting as its decisions may hang.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it is a meeting of the Party, or decided nothing that may be posted.
    """
    paper = let_out(reader, paper_of(reader, number), Redaction.PUBLIC)
    check_publishable(paper)
    if paper.meeting.type not in MATTERS:
        raise RuleError(
            _("What a “{type}” decides is not posted.").format(type=type_name(paper.meeting.type)),
            hint=_("Only councils, the owners' assembly and its committee post their decisions."),
        )
    return paper


def chosen_of(every: Sequence[Published], paper: Paper, part: str | None) -> Sequence[Published]:
    """Return the resolutions that were asked for.

    Args:
        every: all of the meeting that may be posted.
        paper: the meeting.
        part: one of them, `M12-1`; None for all.

    Raises:
        RuleError: it is not public, was not carried, or there is no such resolution.
    """
    see = _("See: jinlin meeting show {number}").format(number=paper.meeting.label)
    kept = paper.kept.get(part) if part else None
    if part and kept is not None and kept.form is not Disclosure.TITLED:
        raise not_public(part, kept, see)
    chosen = [one for one in every if part in {None, one.row.label}]
    if not chosen:
        lost = any(row.label == part and row.lost for row in paper.whole.resolutions)
        raise RuleError(
            _("Resolution {number} was not carried; it is no decision.").format(number=part)
            if lost
            else _("{number} has no such resolution.").format(number=paper.meeting.label),
            hint=see,
        )
    return chosen


def _basis(paper: Paper, chosen: Sequence[Published]) -> str:
    """Return which meeting it was, and how many took part: owners by households and area."""
    came = sum(a.state in HERE for a in paper.whole.attendees)
    if paper.ballot or not came:
        return opening(paper, chosen)
    return _("{said}, {count} people present.").format(said=held_words(paper), count=came)


def _body(paper: Paper, chosen: Sequence[Published], *, whole: bool) -> Iterator[str]:
    """Return the paragraphs; of what is not public, where all is told, only the count."""
    for place, one in enumerate(chosen, 1):
        yield from _told(paper, f"{place}. " if len(chosen) > 1 else "", one)
    if whole and (counted := still_counted(paper)):
        yield _("Besides: {what}.").format(what=_(", ").join(counted))


def _latest(reader: Reader) -> int:
    """Return the latest meeting whose decisions are posted.

    Raises:
        RuleError: there is none.
    """
    past = OF_TYPE(tuple(MATTERS)) & held_within("", reader.clock.stamp)
    silent = ties(reader).silent
    for listed in meetings(reader, past):
        if listed.resolutions and listed.meeting.number not in silent:
            return listed.meeting.number
    raise RuleError(_("No council has decided anything yet."), hint=_("See: jinlin meeting list"))


def meeting_named(meeting: MeetingRow) -> str:
    """Return which meeting it was: by the name it was given, with its year, else by its day."""
    day = meeting.held_at.date()
    if is_usual_title(meeting.title, meeting.type, day):
        return _("the {type} of {day}").format(type=type_name(meeting.type), day=day_words(day))
    if str(day.year) in meeting.title:
        return meeting.title
    return _("{meeting} of {year}").format(meeting=meeting.title, year=day.year)


def _told(paper: Paper, number: str, one: Published) -> Iterator[str]:
    """Return a resolution: what about, what, how it was voted, on what it stands, who, by when."""
    text = " ".join(one.text.split())
    said = _("{item}: {text}").format(item=one.title, text=text) if one.title else text
    yield f"{number}{sentence(said)}"
    for label, told in one.settled():
        yield sentence(_("{label}: {text}").format(label=label, text=told))
    yield from (note.text for note in owners_note(paper, said))
