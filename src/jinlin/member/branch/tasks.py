"""What street or community gave the branch to do, and how far each task is (工作任务)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.said import TODAY
from jinlin.core.text import clean, compact
from jinlin.core.word import Word
from jinlin.output.command.kinds import COME_DAY, NAME, PLANNED_DAY, TEXT, WHO
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, SheetCell, computed, field
from jinlin.output.register.rules import Aftermath, Draft, Numbering, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx

DONE: Final = 100
STREET: Final = "街道"
"""Who gives tasks where nobody else is named."""


class TaskState(Word):
    """How a task stands."""

    OPEN = "open", N_("going on")
    OVERDUE = "overdue", N_("overdue")
    DONE = "done", N_("has been done")


_LATEST: Final = (
    "(SELECT {} FROM street_task_progress AS s WHERE s.task_id = r.id"
    " ORDER BY s.day DESC, s.id DESC LIMIT 1)"
)
_PERCENT: Final = f"ifnull({_LATEST.format('s.percent')}, 0)"


class StreetTask(RegisterRow, table="street_task"):
    """A task; days as ISO text.

    Attributes:
        percent: how much is done by what was said last, and `told` what was said of it.
    """

    what: str = field(
        TEXT, N_("Task"), N_("What is to be done, such as 电动车充电桩排查."), word=True,
        asked=N_("Which task"), personal=Personal.TEXT, sheet=SheetCell(),
    )  # fmt: skip
    given_by: str = field(
        NAME, N_("Given by"), N_("Who gave it; 街道 if left out."), names=("--from",),
        default=STREET, sheet=SheetCell(),
    )  # fmt: skip
    plan: str | None = field(
        TEXT, N_("Plan or paper"), N_("The plan it stands in, or the number of its paper."),
        names=("--plan", "--计划"),
        personal=Personal.TEXT, aside=True, sheet=SheetCell(),
    )  # fmt: skip
    given_on: str = field(
        COME_DAY, N_("Given on"), N_("When it was given; today if left out."), names=("--date",),
        default=TODAY, aside=True, sheet=SheetCell(),
    )  # fmt: skip
    due_on: str | None = field(
        PLANNED_DAY, N_("To be done by"), N_("By when it is to be done."), names=("--due",),
        sheet=SheetCell(),
    )  # fmt: skip
    owner: str | None = field(
        WHO, N_("In charge"), N_("Who carries it out."), names=("--owner", "--责任人"),
        personal=Personal.NAME,
        sheet=SheetCell(),
    )  # fmt: skip
    percent: int = computed(N_("Done (%)"), _PERCENT, column=Kind.INTEGER, untold=True)
    told: str | None = computed(
        N_("Progress made"), _LATEST.format("s.text"), personal=Personal.TEXT, untold=True
    )
    told_on: str | None = computed(
        N_("Said on"), _LATEST.format("s.day"), column=Kind.DATE, untold=True, aside=True
    )
    state: TaskState = computed(
        N_("Status"),
        f"CASE WHEN {_PERCENT} = {DONE} THEN 'done' WHEN r.due_on < civil_today() THEN 'overdue'"
        " ELSE 'open' END",
        choice=TaskState,
        untold=True,
    )
    note: str | None = field(
        TEXT, N_("Remark"), N_("A remark."), personal=Personal.TEXT, aside=True,
        sheet=SheetCell("remark"),
    )  # fmt: skip


class TaskFigure(NamedTuple):
    """A task as it stood when a period ended.

    Attributes:
        late: it was past its day and not done.
        done_now: it was done in the period.
    """

    number: str
    what: str
    due_on: str | None
    percent: int
    text: str | None
    late: bool
    done_now: bool


def parse_done(text: str) -> int:
    """Read how much is done: `60`, `60%`, `完成`.

    Raises:
        UsageError: it is no share of a hundred.
    """
    said = compact(text)
    if said in {"完成", "已完成", "done"}:
        return DONE
    match = re.fullmatch(r"(\d{1,3})%?", said)
    if match is None or int(match[1]) > DONE:
        raise UsageError(
            _("“{text}” is not a percentage.").format(text=text),
            hint=_("Write 0 to 100, such as 40."),
        )
    return int(match[1])


def _check(draft: Draft) -> None:
    """Refuse a task that would be due before it was given, or is recorded already."""
    values = draft.values
    if values["due_on"] and values["due_on"] < values["given_on"]:
        raise RuleError(
            _("A task of {given} cannot be due on {due}.").format(
                given=values["given_on"], due=values["due_on"]
            ),
            hint=_("Write the year in full."),
        )
    for one in TASKS.rows(draft.tx):
        same = compact(one.what) == compact(values["what"]) and one.due_on == values["due_on"]
        if same and one.id != (draft.old and draft.old.id):
            raise RuleError(
                _("Task {number} “{what}” is recorded already.").format(
                    number=one.label, what=one.what
                ),
                hint=_("Say how far it is: jinlin branch task progress {number} 60%").format(
                    number=one.label
                ),
            )


def _next_step(change: RegisterChange) -> Aftermath:
    if change.draft is None or change.draft.old is not None:
        return Aftermath()
    line = _("Say how far it is: jinlin branch task progress {number} 60%")
    return Aftermath(told=(line.format(number=change.record.label),))


TASKS: Final = Register(
    StreetTask,
    RegisterWords(
        N_("task"),
        N_("Tasks given to the branch"),
        "tasks",
        "branch task",
        N_("电动车充电桩排查 --due 2026-12-20"),
    ),
    known_by="what",
    numbered=Numbering(),
    order=f"{_PERCENT} = {DONE}, r.due_on IS NULL, r.due_on, r.number",
    rules=Rules(_check, aftermath=_next_step),
)


def report_progress(
    tx: Tx, which: str, *, percent: int, text: str | None, day: str
) -> tuple[StreetTask, int]:
    """Write down how far a task is; what was said before stays behind it.

    Args:
        tx: the transaction.
        which: the task.
        percent: how much of it is done.
        text: what was done.
        day: of which day that is, ISO text.

    Returns:
        The task as it is now, and how much of it was done before.

    Raises:
        NotFoundError: there is no such task.
        RuleError: it was not given yet.
        UsageError: nothing is different.
    """
    task = TASKS.find(tx, which)
    said = clean(text or "") or None
    if day < task.given_on:
        raise RuleError(
            _("Task {number} was given only on {day}.").format(
                number=task.label, day=task.given_on
            ),
            hint=_("Check the day: --date"),
        )
    if (percent, said, day) == (task.percent, task.told, task.told_on):
        raise UsageError(
            _("That is recorded for task {number} already.").format(number=task.label),
            hint=_("See: jinlin branch task show {number}").format(number=task.label),
        )
    tx.insert(
        "street_task_progress", task_id=task.id, day=day, percent=percent, text=said, user=tx.user
    )
    told: dict[str, Value] = {"number": task.label, "percent": percent}
    tx.describe(
        Message(N_("Task {number} is done to {percent}%"), told),
        reverse=Message(N_("take back that task {number} is done to {percent}%"), told),
        subject=task.label,
    )
    return TASKS.find(tx, task.label), task.percent


def steps(reader: Reader, task: StreetTask) -> list[tuple[str, int, str | None]]:
    """Return what was said of a task: day, per cent and words, the latest first."""
    rows = reader.rows(
        "SELECT day, percent, text FROM street_task_progress WHERE task_id = ?"
        " ORDER BY day DESC, id DESC",
        (task.id,),
    )
    return [(row["day"], row["percent"], row["text"]) for row in rows]


def to_do(reader: Reader, *, until: str) -> list[StreetTask]:
    """Return the tasks that are not done and due by a day, the first due first."""
    return [
        task
        for task in TASKS.rows(reader)
        if task.state is not TaskState.DONE and task.due_on is not None and task.due_on <= until
    ]


def tasks_told(reader: Reader, first: str, last: str) -> tuple[TaskFigure, ...]:
    """Return the tasks of a period as they stood on its last day: undone, or done in it."""
    rows = reader.rows(
        "SELECT r.number, r.what, r.due_on, ifnull(s.percent, 0) AS percent, s.text, s.day"
        " FROM street_task AS r LEFT JOIN street_task_progress AS s ON s.id = (SELECT p.id"
        " FROM street_task_progress AS p WHERE p.task_id = r.id AND p.day <= ?1"
        " ORDER BY p.day DESC, p.id DESC LIMIT 1)"
        " WHERE r.removed_at IS NULL AND r.given_on <= ?1"
        " AND (ifnull(s.percent, 0) < 100 OR s.day >= ?2)"
        " ORDER BY r.due_on IS NULL, r.due_on, r.number",
        (last, first),
    )
    return tuple(
        TaskFigure(
            number=str(row["number"]),
            what=row["what"],
            due_on=row["due_on"],
            percent=row["percent"],
            text=row["text"],
            late=row["percent"] < DONE and row["due_on"] is not None and row["due_on"] < last,
            done_now=row["percent"] == DONE,
        )
        for row in rows
    )
