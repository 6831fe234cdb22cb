"""The issue works come from hears of them: that they began, are in use, or were given up."""

from __future__ import annotations

from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.transitions import write_event
from jinlin.issue.rules.events import EventKind
from jinlin.project.record.projects import CommunityProject
from jinlin.store.transaction.tx import Reader, Tx


def issue_behind(reader: Reader, project: CommunityProject) -> IssueRow | None:
    """Return the issue works come from; None where they come from none."""
    if project.about_kind != "issue" or project.about_number is None:
        return None
    return find(reader, project.about_number)


def tell_issue(tx: Tx, project: CommunityProject, text: str) -> None:
    """Note in the life of the issue works come from what became of them; no step is taken."""
    issue = issue_behind(tx, project)
    if issue is not None:
        write_event(tx, issue.id, EventKind.NOTED, note=text, reference=project.label)
