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


def tell_issue(tx: Tx, project: CommunityProject, text: str, *, ends: bool = False) -> None:
    """Write into the life of the issue works come from what became of them; no step is taken.

    Args:
        tx: the transaction.
        project: the works.
        text: what became of them.
        ends: with that they are over: it decides what becomes of the issue.
    """
    issue = issue_behind(tx, project)
    if issue is not None:
        kind = EventKind.DECIDED if ends else EventKind.NOTED
        write_event(tx, issue.id, kind, note=text, reference=project.label)
