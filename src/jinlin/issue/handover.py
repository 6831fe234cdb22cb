"""Which issues are handed over: every open one, with what comes next, in words for a paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from jinlin.core.days.written import written_short
from jinlin.core.i18n import N_, _
from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.issue.lists.lists import WantedIssues, issues
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.issue.record.categories import category_label
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.statuses import OPEN, Status
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader

_NEXT: Final[Mapping[Status, str]] = {
    Status.REPORTED: N_("to be taken on, by whom is to be said"),
    Status.IN_PROGRESS: N_("go on with it"),
    Status.UNDER_CONSULTATION: N_("go on talking it over"),
    Status.ESCALATED: N_("ask {level} for the reply"),
    Status.DEPARTMENTS_CALLED: N_("wait for the departments, and ask again"),
    Status.DEPARTMENTS_ARRIVED: N_("see to what they decided"),
    Status.DEFERRED: N_("take it up again on {day}"),
}
"""What the one who takes over does, by what an issue is."""


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    left = list(issues(reader, WantedIssues(statuses=OPEN), limit=0))
    today = reader.clock.today.isoformat()
    overdue = sum(issue.overdue(today) for issue in left)
    yield HandoverPart(
        10,
        data={"open_issues": [one.label for one in left], "overdue": overdue},
        blocks=(Heading(_("Open issues")), *_told(reader, left, overdue)),
    )


def _told(reader: Reader, left: Sequence[IssueRow], overdue: int) -> Iterator[Block]:
    if not left:
        yield Paragraph(_("There are none."))
        return
    count = _("Open: {count}, overdue: {overdue}.") if overdue else _("Open: {count}.")
    yield Paragraph(count.format(count=len(left), overdue=overdue))
    named = [issue for issue in left if not issue.secret]
    if named:
        titles = discreet_texts(reader, [_title(issue) for issue in named])
        yield Table(
            headings=(_("Number"), _("Issue"), _("What comes next"), _("In charge"), _("Due on")),
            rows=tuple(
                (
                    issue.label,
                    title,
                    _next(issue),
                    issue.steward or issue.handler or "—",
                    written_short(issue.due_on) or "—",
                )
                for issue, title in zip(named, titles, strict=True)
            ),
            widths=(16, 32, 24, 12, 16),
        )
    if rest := len(left) - len(named):
        yield Paragraph(
            _("Another {count} are secret: they are told face to face.").format(count=rest)
        )


def _title(issue: IssueRow) -> str:
    """Return what an issue is called; of what is private only its category, who asks is told."""
    if not issue.private:
        return issue.title
    return _("{category} (confidential)").format(category=category_label(issue.category))


def _next(issue: IssueRow) -> str:
    """Return how far it is, and what is to be done."""
    said = _(_NEXT[issue.status]).format(
        level=issue.level.label, day=written_short(issue.deferred_until)
    )
    return _("{status}; {next}").format(status=issue.status.label, next=said)


SHARE: Final = HandoverShare(registers={"issue": N_("issues")}, parts=_parts)
