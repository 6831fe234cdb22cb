"""What hangs on a monthly report: the list of unfinished issues, the buildings."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.documents.page import Block, Heading, Paragraph, Table
from jinlin.report.figures import MonthFigures, OpenIssue
from jinlin.report.tables import building_table, category_label
from jinlin.report.wording import Wording


def of(month: MonthFigures, say: Wording, *, listed: int) -> Iterator[Block]:
    """Return the attachments that have anything in them, numbered.

    Args:
        month: the figures.
        say: the words of the user's language.
        listed: how many rows the list of unfinished issues may have; 0 for all.
    """
    found: list[tuple[str, tuple[Block, ...]]] = []
    if month.open_issues or month.unlisted:
        found.append((say("unfinished.title"), tuple(_unfinished(month, say, listed))))
    buildings = building_table(month, say)
    if buildings is not None:
        found.append((say("buildings.title"), (buildings,)))
    for number, (title, blocks) in enumerate(found, 1):
        yield Heading(say("page.attachment", number=number, title=title))
        yield from blocks


def _unfinished(month: MonthFigures, say: Wording, listed: int) -> Iterator[Block]:
    shown = month.open_issues[: listed or None]
    columns = ("number", "group", "building", "days", "due_on", "responsible", "next_step")
    if shown:
        yield Table(
            headings=tuple(say(f"columns.{name}") for name in columns),
            numeric=tuple(name == "days" for name in columns),
            rows=tuple(_row(issue, say) for issue in shown),
        )
    notes = ""
    if rest := len(month.open_issues) - len(shown):
        notes += say("unfinished.others", count=rest)
    if any(issue.category is None for issue in shown):
        notes += say("unfinished.private")
    if month.unlisted:
        notes += say("unfinished.unlisted", count=month.unlisted)
    if notes:
        yield Paragraph(text=notes)


def _row(issue: OpenIssue, say: Wording) -> tuple[str, ...]:
    due = say.short_day(issue.due_on) if issue.due_on else ""
    return (
        issue.number,
        category_label(issue, say),
        issue.building or "",
        str(issue.days),
        say("unfinished.overdue", day=due) if issue.overdue else due,
        issue.responsible or "",
        say.label("unfinished", issue.status, ""),
    )
