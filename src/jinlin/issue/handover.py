"""Which issues are handed over: the open ones, the most urgent first, in words for a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.issue.lists.lists import WantedIssues, issues
from jinlin.issue.privacy.redaction import untitled
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.statuses import OPEN
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader

NAMED: Final = 12
"""So many open issues are named; the others, and secret ones, are a number and in the database."""


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    left = list(issues(reader, WantedIssues(statuses=OPEN), limit=0))
    today = reader.clock.today.isoformat()
    overdue = sum(issue.due_on is not None and issue.due_on < today for issue in left)
    yield HandoverPart(
        10,
        data={"open_issues": [one.label for one in left], "overdue": overdue},
        blocks=(Heading(_("Open issues")), *_told(reader, left, overdue)),
    )


def _told(reader: Reader, left: Sequence[IssueRow], overdue: int) -> Iterator[Block]:
    if not left:
        yield Paragraph(_("There are none."))
        return
    yield Paragraph(
        _("Open: {count}, overdue: {overdue}.").format(count=len(left), overdue=overdue)
    )
    named = _named(reader, left)
    yield Table(
        headings=(_("Number"), _("Issue"), _("In charge"), _("Due on")),
        rows=tuple(
            (one.label, one.title, one.steward or one.handler or "—", one.due_on or "—")
            for one in named
        ),
        widths=(20, 45, 17, 18),
    )
    if rest := len(left) - len(named):
        yield Paragraph(
            _("The other {count} are in the database: jinlin issue list").format(count=rest)
        )


def _named(reader: Reader, left: Sequence[IssueRow]) -> list[IssueRow]:
    """Return issues as others may read them: no secret one, no title that tells who and where."""
    redactor = redactor_of(reader, parties=False)
    return [
        issue._replace(
            title=untitled(issue.category) if issue.private else redactor.text(issue.title)
        )
        for issue in [issue for issue in left if not issue.secret][:NAMED]
    ]


SHARE: Final = HandoverShare(registers={"issue": N_("issues")}, parts=_parts)
