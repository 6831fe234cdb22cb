"""What somebody has in hand of the notebook: the open issues that she answers for or works on."""

from __future__ import annotations

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.lists.lists import WantedIssues, in_hands_of, issues
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.statuses import OPEN, told_labels
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.transaction.tx import Reader


def in_hand(reader: Reader, person: int) -> Listing:
    """Return somebody's open issues, the most urgent first; none that is secret.

    Args:
        reader: the database.
        person: the row of the person.
    """
    cells: tuple[Cell[IssueRow], ...] = (
        Cell("number", _("Number"), "label"),
        Cell("title", _("Issue title"), personal=Personal.TEXT),
        Cell("status", _("Status"), "told", labels=told_labels()),
        Cell("due_on", _("Due on"), kind=Kind.DATE),
    )
    wanted = WantedIssues(OPEN, in_hands_of(person), without_secret=True)
    found = list(issues(reader, wanted, limit=0))
    return Listing.of("issues", _("Issues in hand"), cells, found)
