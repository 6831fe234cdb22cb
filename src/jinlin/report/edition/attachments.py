"""What hangs on a report: what had no room on its page, the unfinished issues, the buildings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.documents.page import Block, Heading, Items, Paragraph, Table
from jinlin.report.edition.parts.coordination import requests
from jinlin.report.edition.parts.deliberation import resolutions
from jinlin.report.edition.parts.outlook import to_carry_out
from jinlin.report.edition.parts.works import progress_table
from jinlin.report.edition.room import ListRoom
from jinlin.report.edition.tables import building_table, subject_of
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import OpenIssue, PeriodFigures


def of(
    figures: PeriodFigures, say: Wording, room: ListRoom, *, full: bool, listed: int
) -> Iterator[Block]:
    """Return the attachments that have anything in them, numbered.

    Args:
        figures: what is known of the period.
        say: the words of the user's language.
        room: what had room on the page.
        full: whether there is more than what the page had no room for.
        listed: how many rows the list of unfinished issues may have; 0 for all.
    """
    found: list[tuple[str, tuple[Block, ...]]] = [
        (title, (Items(tuple(texts)),)) for title, texts in _no_room(figures, say, room) if texts
    ]
    if full:
        found += _lists(figures, say, listed)
    for number, (title, blocks) in enumerate(found, 1):
        yield Heading(say("page.attachment", number=number, title=title))
        yield from blocks


def _no_room(
    figures: PeriodFigures, say: Wording, room: ListRoom
) -> Iterator[tuple[str, list[str]]]:
    """Return what the parts of the page named only by its number."""
    yield say("deliberation.rest"), resolutions(figures, say)[room.resolutions :]
    yield say("coordination.rest"), requests(figures, say)[room.requests :]
    yield say("next.rest"), to_carry_out(figures, say)[room.duties :]


def _lists(
    figures: PeriodFigures, say: Wording, listed: int
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    if figures.open_issues or figures.unlisted:
        yield say("unfinished.title"), tuple(_unfinished(figures, say, listed))
    progress = progress_table(figures, say)
    if progress is not None:
        yield say("works.table"), (progress,)
    buildings = building_table(figures, say)
    if buildings is not None:
        yield say("buildings.title"), (buildings,)


def unfinished_table(issues: Sequence[OpenIssue], say: Wording) -> Table:
    """Return unfinished issues with who is in charge and what comes next."""
    columns = ("number", "title", "building", "days", "due_on", "responsible", "next_step")
    return Table(
        headings=tuple(say(f"columns.{name}") for name in columns),
        numeric=tuple(name == "days" for name in columns),
        rows=tuple(_row(issue, say) for issue in issues),
    )


def _unfinished(figures: PeriodFigures, say: Wording, listed: int) -> Iterator[Block]:
    shown = figures.open_issues[: listed or None]
    if shown:
        yield unfinished_table(shown, say)
    notes = ""
    if rest := len(figures.open_issues) - len(shown):
        notes += say("unfinished.others", count=rest)
    if any(issue.category is None for issue in shown):
        notes += say("unfinished.private")
    if figures.unlisted:
        notes += say("unfinished.unlisted", count=figures.unlisted)
    if notes:
        yield Paragraph(text=notes)


def _row(issue: OpenIssue, say: Wording) -> tuple[str, ...]:
    due = say.day(issue.due_on) if issue.due_on else ""
    return (
        issue.number,
        issue.title or subject_of(issue),
        say.building(issue.building) if issue.building else "",
        str(issue.days),
        say("unfinished.overdue", day=due) if issue.overdue else due,
        issue.responsible or "",
        say.label("unfinished", issue.status, ""),
    )
