"""决议公开: what was resolved, for the notice board (practice 5.2): no speakers, no names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words, named_in_full
from jinlin.core.sentences import in_a_row, sentence
from jinlin.documents.page import BLANK, Block, Closing, Field, Heading, Page, Paragraph
from jinlin.issue.privacy.publicity import Disclosure, all_counted, how_to_tell
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.pages.paper import Paper, decided, held_words, sent_out
from jinlin.meeting.pages.summary import owners_note
from jinlin.meeting.pages.wording import numbered
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.resolution.own_vote import no_owners_vote
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.meeting.rules.owners_decision import common_turnout, decision_lines, turnout_words
from jinlin.member.posts.holdings import PostRow, held_on
from jinlin.member.rules.posts import Body
from jinlin.member.team.teams import body_names
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader


class Published(NamedTuple):
    """One resolution as it is posted; texts are without names.

    Attributes:
        title: what the item was about; None where it belongs to none.
        text: the decision.
        result: how it was voted, by households and by area where owners did.
        basis: on which law, rule or vote it stands.
        owner: who carries it out: a body, or somebody in a post.
        person: it is somebody, not a body.
    """

    row: Resolution
    title: str | None
    text: str
    result: str
    basis: str
    owner: str
    person: bool = False

    def settled(self) -> Iterator[tuple[str, str]]:
        """Yield label by label how it was settled, on what it stands, who does it by when."""
        due, since = self.row.due_on, self.row.effective_on
        for label, text in (
            (_("How it was settled"), self.result),
            (_("Basis"), self.basis),
            (_("Responsible") if self.person else _("Body responsible"), self.owner),
            (_("By when"), day_words(due) if due else ""),
            (_("Holds from"), day_words(since) if since else ""),
        ):
            if text:
                yield label, text


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
    """Return what is only counted of what was resolved: `邻里矛盾1件（内容略）`."""
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
    by_owners = [paper.owners_vote(row.vote and row.vote.label) for row in resolutions]
    alike = common_turnout([vote for vote in by_owners if vote])
    parts = [
        text or ""
        for row, vote in zip(resolutions, by_owners, strict=True)
        for text in (
            titles.get(row.item or 0), row.text, None if vote else row.outcome,
            row.basis or (vote.vote.matter.source if vote else None), row.owner,
        )
    ]  # fmt: skip
    acting = held_on(reader, reader.clock.today)
    texts = discreet_texts(reader, parts, spared=body_names(reader), form=Redaction.PUBLIC)
    bases = map(basis_words, named_in_full(texts[3::5]))
    return [
        Published(
            row=row,
            title=texts[at] or None,
            text=texts[at + 1],
            result=in_a_row(decision_lines(vote, turnout=alike is None)) if vote else texts[at + 2],
            basis=basis,
            **_doer(paper, row.owner, texts[at + 4], acting),
        )
        for row, vote, at, basis in zip(
            resolutions, by_owners, range(0, len(texts), 5), bases, strict=True
        )
    ]


def _doer(
    paper: Paper, owner: str | None, shown: str, acting: Sequence[PostRow]
) -> Mapping[str, Any]:
    """Return who carries out a resolution, as it is posted, and whether it is a person.

    What owners decided their committee carries out, whoever of it was named.
    """
    bodies = {post.held.body for post in acting if post.person.name == owner}
    if paper.of_owners and owner and (shown != owner or Body.OWNERS_COMMITTEE in bodies):
        return {"owner": paper.publisher}
    return {"owner": shown, "person": bool(bodies)}


def opening(paper: Paper, rows: Sequence[Published]) -> str:
    """Return in a sentence which meeting it was, and how many owners took part where they vote.

    2026年10月18日至10月25日以书面征求意见方式召开临时业主大会，应参与表决104户、10266.78平方米，……
    """
    votes = [paper.owners_vote(one.row.vote and one.row.vote.label) for one in rows]
    alike = common_turnout([vote for vote in votes if vote])
    if alike is None:
        return _("{said}.").format(said=held_words(paper))
    return _("{said}. {more}.").format(said=held_words(paper), more=turnout_words(alike))


def publication_page(paper: Paper, rows: Sequence[Published], *, phone: str | None = None) -> Page:
    """Return what is posted of a meeting in the user's language.

    Args:
        paper: what it is written from.
        rows: what is posted.
        phone: whom residents call with questions; a blank where it is not said.
    """
    return Page(
        title=_("Published resolutions"),
        above=(paper.complex,) if paper.complex else (),
        blocks=(
            Paragraph(_("{sentence} It resolved:").format(sentence=opening(paper, rows))),
            *numbered(_rows(paper, rows)),
            *_counted(paper),
            Field(_("Questions and supervision"), phone or BLANK),
            Closing((paper.publisher, day_words(paper.today))),
        ),
        code=paper.meeting.label,
        fields=paper.fields,
    )


def _counted(paper: Paper) -> Iterator[Block]:
    if counted := still_counted(paper):
        yield Paragraph(_("Besides: {what}.").format(what=_(", ").join(counted)))


def _rows(paper: Paper, rows: Sequence[Published]) -> Iterator[Block]:
    for one in rows:
        yield Heading(one.title or _("Resolution"))
        yield Paragraph(sentence(one.text))
        for label, text in one.settled():
            yield Field(label, text)
        yield from owners_note(paper, f"{one.title or ''}{one.text}")
