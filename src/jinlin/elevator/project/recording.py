"""What all records of a project share: a number within it, a day not ahead, a sentence."""

from __future__ import annotations

from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import Message, Value, _
from jinlin.elevator.project.projects import Project
from jinlin.store.transaction.tx import Reader, Tx


def next_in_project(tx: Tx, table: str, project: Project) -> int:
    """Return the next number of a table within a project; it is never given again."""
    return tx.next_number(f"{table}-{project.number}")


def check_past(reader: Reader, day: date) -> None:
    """Refuse a day to come.

    Raises:
        RuleError: it lies ahead.
    """
    if day > reader.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=day),
            hint=_("Record it when it has happened."),
        )


def describe(tx: Tx, project: Project, did: str, reverse: str, **more: Value) -> None:
    """Put the sentence of a record of a project into the history, under the project's number."""
    words: dict[str, Value] = {"project": project.label, **more}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=project.label)
