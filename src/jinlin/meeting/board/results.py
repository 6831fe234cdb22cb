"""What came of what was decided (实施结果公开), for the board: when it was done, to what end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.days.written import day_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.core.sentences import sentence
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.meeting.board.resolutions import chosen_of, meeting_named, paper_outside
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.pages.publication import Published, published
from jinlin.meeting.record.results import RESULT, results_to_post
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.resolutions import ResolutionStatus
from jinlin.member.team.teams import body_names
from jinlin.output.contribution.notice_sources import Drawn
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return what came of a decision, `M12-1`, or of all a meeting made; else of the next due.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: nothing of it was carried out, or it may not be posted.
        UsageError: `which` is no number of a meeting or resolution.
    """
    said = (which or _next(reader)).upper()
    paper = paper_outside(reader, parse_number(said.partition("-")[0]))
    part = said if "-" in said else None
    chosen = [
        one
        for one in chosen_of(published(reader, paper), paper, part)
        if one.row.status is ResolutionStatus.DONE
    ]
    if not chosen:
        raise RuleError(
            _("{number} is not carried out yet.").format(number=said),
            hint=_("Once it is: jinlin meeting done {number} --note TEXT").format(
                number=part or f"{paper.meeting.label}-1"
            ),
        )
    days = [one.row.ended_on for one in chosen if one.row.ended_on is not None]
    return Drawn(
        matter=RESULT,
        title=_title(paper, chosen),
        body="\n".join(_body(reader, paper, chosen)),
        about=Reference("resolution", part) if part else Reference("meeting", paper.meeting.label),
        covers=(min(days), max(days)),
        audience=_("all owners") if paper.of_owners else _("all residents"),
    )


def _next(reader: Reader) -> str:
    """Return the decision whose result is to be posted next.

    Raises:
        RuleError: there is none.
    """
    waiting = results_to_post(reader)
    if not waiting:
        raise RuleError(
            _("No result is to be posted."), hint=_("See: jinlin meeting resolutions --status done")
        )
    return waiting[0].label


def _title(paper: Paper, chosen: Sequence[Published]) -> str:
    if len(chosen) == 1 and chosen[0].title:
        return _("result of “{title}”").format(title=chosen[0].title)
    return _("results of what {meeting} decided").format(meeting=meeting_named(paper.meeting))


def _body(reader: Reader, paper: Paper, chosen: Sequence[Published]) -> Iterator[str]:
    came = discreet_texts(
        reader, [one.row.remark or "" for one in chosen], spared=body_names(reader),
        form=Redaction.PUBLIC,
    )  # fmt: skip
    where = meeting_named(paper.meeting)
    for place, (one, text) in enumerate(zip(chosen, came, strict=True), 1):
        said = _("{meeting} decided: {text}").format(meeting=where, text=" ".join(one.text.split()))
        yield (f"{place}. " if len(chosen) > 1 else "") + sentence(said)
        for label, told in (
            (_("How it was settled"), one.result),
            (_("Responsible") if one.person else _("Body responsible"), one.owner),
            (_("Carried out on"), day_words(one.row.ended_on) if one.row.ended_on else ""),
            (_("What came of it"), _("; ").join(text.split("\n"))),
        ):
            if told:
                yield sentence(_("{label}: {text}").format(label=label, text=told))
