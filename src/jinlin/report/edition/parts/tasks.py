"""Tasks from street and community, as a report tells them: how many, and how far each is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.sentences import begun, one_line
from jinlin.member.branch.tasks import DONE, TaskFigure
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures

TOLD: Final = 4
"""So many undone tasks are told one by one, the first due first."""


def told(figures: PeriodFigures, say: Wording) -> str:
    """Return how the tasks stood when the period ended; empty where there are none."""
    if not figures.tasks:
        return ""
    undone = [one for one in figures.tasks if not one.done_now]
    counts = {
        "there": len(figures.tasks),
        "done": len(figures.tasks) - len(undone),
        "late": sum(one.late for one in undone),
    }
    parts = [say(f"tasks.{name}", count=count) for name, count in counts.items() if count]
    head = begun(say.joined(parts, mark="comma"))
    lines = [*_lines(figures.tasks, say)]
    if rest := len(undone) - TOLD:
        lines += [say("tasks.others", count=rest)] if rest > 0 else []
    if lines:
        head = say("tasks.list", head=head, tasks=say.joined(lines, mark="clause"))
    return head + say("marks.stop")


def _lines(tasks: tuple[TaskFigure, ...], say: Wording) -> Iterator[str]:
    for task in tasks:
        if task.done_now:
            yield say("tasks.one_done", what=one_line(task.what))
    for task in [one for one in tasks if one.percent < DONE][:TOLD]:
        due = say("tasks.due", day=say.day(date.fromisoformat(task.due_on))) if task.due_on else ""
        text = say("tasks.text", text=one_line(task.text).rstrip("。.")) if task.text else ""
        yield say("tasks.one", what=one_line(task.what), percent=task.percent, due=due, text=text)
