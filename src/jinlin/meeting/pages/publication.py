"""决议公开: what was resolved, for the notice board (practice 5.2): no speakers, no names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.documents.page import BLANK, Block, Closing, Field, Heading, Page, Paragraph
from jinlin.issue.privacy.publicity import Disclosure, all_counted, how_to_tell
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.pages.paper import (
    Paper,
    decided,
    moment_words,
    sent_out,
)
from jinlin.meeting.pages.summary import owners_note
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.resolution.own_vote import no_owners_vote
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.meeting.rules.owners_vote_words import figures
from jinlin.member.team.teams import body_names
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader


class Published(NamedTuple):
    """One resolution as it is posted; texts are without names.

    Attributes:
        title: what the item was about; None where it belongs to none.
        text: the decision.
        result: how it was voted.
        basis: on which law, rule or vote it stands.
        owner: who carries it out.
        figures: heads and area, line by line, where owners voted on it.
    """

    row: Resolution
    title: str | None
    text: str
    result: str
    basis: str
    owner: str
    figures: tuple[str, ...] = ()


def check_publishable(paper: Paper) -> None:
    """Refuse to put on a board what does not belong there.

    Raises:
        RuleError: it is a meeting of the Party, or nothing was decided that may be posted.
    """
    meeting = paper.meeting
    if meeting.type in PARTY_MEETINGS:
        raise RuleError(
            _("{number} is a meeting of the Party ({type}); its record never goes to the board.")
            .format(number=meeting.label, type=type_name(meeting.type)),
            hint=_("For the members: jinlin meeting summary {number}").format(
                number=meeting.label
            ),
        )  # fmt: skip
    grounds = {row.ground for row in sent_out(paper)[1]}
    if grounds == {Ground.NO_OWNERS_VOTE}:
        raise no_owners_vote(meeting)
    if grounds == {Ground.UNATTENDED}:
        raise RuleError(
            _("By the attendance of {number} nobody was present; nothing was decided there.")
            .format(number=meeting.label),
            hint=_("Record who was there: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )  # fmt: skip
    if grounds and not decided(paper):
        raise RuleError(
            _("Nothing that meeting {number} put to the vote was carried; it decided nothing.")
            .format(number=meeting.label),
            hint=_("See: jinlin meeting resolutions --meeting {number}; by another vote: jinlin"
                   " meeting resolve {number}-1 --vote V1").format(number=meeting.label),
        )  # fmt: skip
    if paper.kept and not publishable(paper):
        raise RuleError(
            _("What {number} resolved is about matters that are not public: {what}.").format(
                number=meeting.label, what=_(", ").join(still_counted(paper)) or _("not listed")
            ),
            hint=how_to_tell(paper.kept.values())
            or _("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    if not decided(paper):
        raise RuleError(
            _("Meeting {number} resolved nothing that can be published.").format(
                number=meeting.label
            ),
            hint=_("Record it: jinlin meeting resolve {number} TEXT --item N").format(
                number=meeting.label
            ),
        )


def publishable(paper: Paper) -> tuple[Resolution, ...]:
    """Return the resolutions of a paper as it may leave the house that stand there in words.

    What was decided on an issue that is kept back stands under the title the issue has outside,
    once, and without who carries it out.
    """
    told: dict[object, Resolution] = {}
    for row in decided(paper):
        kept = paper.kept.get(row.label)
        if kept is None:
            told[row.label] = row
        elif kept.form is Disclosure.TITLED:
            told.setdefault(kept, row._replace(owner=None, due_on=None, effective_on=None))
    return tuple(told.values())


def still_counted(paper: Paper) -> list[str]:
    """Return what is only counted of what was resolved: `邻里矛盾1件（会上处理）`."""
    kept = (paper.kept[row.label] for row in decided(paper) if row.label in paper.kept)
    return all_counted(one for one in kept if one.form is not Disclosure.TITLED)


def published(reader: Reader, paper: Paper) -> list[Published]:
    """Return what is posted of a meeting, without a resident's name, phone or door.

    A resolution whose vote was lost is no decision, and stands on no board.

    Args:
        reader: the database.
        paper: as it may leave the house.
    """
    resolutions = publishable(paper)
    titles = {item.position: item.title for item in sent_out(paper)[0] if not paper.kept_item(item)}
    by_owners = {vote.label: vote for vote in paper.votes if vote.owners is not None}
    votes = [by_owners.get(row.vote.label) if row.vote else None for row in resolutions]
    parts = [
        text or ""
        for row, vote in zip(resolutions, votes, strict=True)
        for text in (
            titles.get(row.item or 0), row.text, row.outcome,
            row.basis or (vote.rule.source if vote else None), row.owner,
        )
    ]  # fmt: skip
    texts = discreet_texts(reader, parts, spared=body_names(reader), form=Redaction.PUBLIC)
    return [
        Published(
            row=row,
            title=texts[at] or None,
            text=texts[at + 1],
            result=texts[at + 2],
            basis=texts[at + 3],
            owner=texts[at + 4],
            figures=tuple(figures(vote.owners.vote)) if vote and vote.owners else (),
        )
        for row, vote, at in zip(resolutions, votes, range(0, len(texts), 5), strict=True)
    ]


def publication_page(paper: Paper, rows: Sequence[Published], *, phone: str | None = None) -> Page:
    """Return what is posted of a meeting in the user's language.

    Args:
        paper: what it is written from.
        rows: what is posted.
        phone: whom residents call with questions; a blank where it is not said.
    """
    meeting = paper.meeting
    return Page(
        title=_("Published resolutions"),
        above=(paper.complex,) if paper.complex else (),
        below=(_("{title} ({number})").format(title=meeting.title, number=meeting.label),),
        blocks=(
            Paragraph(
                _("{title} was held, {time}. It resolved:").format(
                    title=paper.called, time=moment_words(meeting.held_at)
                )
            ),
            *_rows(paper, rows),
            *_counted(paper),
            Field(_("Questions and supervision"), phone or BLANK),
            Closing((paper.publisher, day_words(paper.today))),
        ),
        fields=paper.fields,
    )


def _counted(paper: Paper) -> Iterator[Block]:
    if counted := still_counted(paper):
        yield Paragraph(_("Besides: {what}.").format(what=_(", ").join(counted)))


def _rows(paper: Paper, rows: Sequence[Published]) -> Iterator[Block]:
    for one in rows:
        row = one.row
        yield Heading(_("{number} {title}").format(number=row.label, title=one.title or "").strip())
        yield Field(_("Resolution"), one.text.replace("\n", " "))
        for label, text in (
            (_("How it was settled"), one.result),
            (_("Basis"), one.basis),
            (_("Carried out by"), one.owner),
            (_("By when"), day_words(row.due_on) if row.due_on else ""),
            (_("Holds from"), day_words(row.effective_on) if row.effective_on else ""),
        ):
            if text:
                yield Field(label, text)
        yield from map(Paragraph, one.figures)
        yield from owners_note(paper, f"{one.title or ''}{one.text}")
