"""What is undertaken in stages, and in which tables its room keeps it."""

from __future__ import annotations

from datetime import date
from typing import Any, Generic, NamedTuple, Protocol

from jinlin.core.errors import RuleError
from jinlin.core.i18n import Message, Value, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.gates import Course, Stage, Standing


class Undertaking(Protocol):
    """Works that go on, as their room keeps them; days are ISO text."""

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def number(self) -> int:
        """Its number."""

    @property
    def label(self) -> str:
        """The number people use: `X1`."""

    @property
    def stage(self) -> Any:
        """Where it is."""

    @property
    def stage_since(self) -> str:
        """When it came there."""

    @property
    def started_on(self) -> str:
        """When it began."""

    @property
    def ended_on(self) -> str | None:
        """When it was given up; None while it goes on."""


class Works(NamedTuple, Generic[Stage, Standing]):
    """One room's works.

    Attributes:
        noun: what commands about them begin with.
        table: the table of the undertakings; those of stages, milestones and quotes have its name
            before theirs, less `_project` at its end, and point to it by `project_id`.
        course: the way they go.
        shown: the verb that shows one.
    """

    noun: str
    table: str
    course: Course[Stage, Standing]
    shown: str

    def table_of(self, what: str) -> str:
        """Return the table that keeps what belongs to an undertaking: `elevator_stage`."""
        return f"{self.table.removesuffix('_project')}_{what}"

    def command(self, words: str) -> str:
        """Return a command about them in the user's words."""
        return as_spoken(f"jinlin {self.noun} {words}")

    def see(self, one: Undertaking) -> str:
        """Return the hint that names the command that shows an undertaking."""
        return _("See: {command}").format(command=self.command(f"{self.shown} {one.label}"))

    def check_going_on(self, one: Undertaking) -> None:
        """Refuse to go on with what was given up.

        Raises:
            RuleError: it was given up.
        """
        if one.ended_on is not None:
            raise RuleError(
                _("{number} was given up on {day}.").format(number=one.label, day=one.ended_on),
                hint=_("Take it up again: jinlin undo, or open a new one: {command}").format(
                    command=self.command("add")
                ),
            )

    def check_begun(self, one: Undertaking, day: str) -> None:
        """Refuse what lies before an undertaking began; the day is ISO text.

        Raises:
            RuleError: it does.
        """
        if day < one.started_on:
            raise RuleError(
                _("{number} began only on {day}.").format(number=one.label, day=one.started_on),
                hint=_("Check the day; if it began earlier: {command}").format(
                    command=self.command(f"edit {one.label} {as_typed('--started')} {day}")
                ),
            )

    def check_day(self, reader: Reader, one: Undertaking, on: date) -> None:
        """Refuse a day that lies ahead, or before an undertaking began.

        Raises:
            RuleError: it does.
        """
        check_past(reader, on)
        self.check_begun(one, on.isoformat())


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


def describe_works(tx: Tx, one: Undertaking, did: str, reverse: str, **more: Value) -> None:
    """Put a sentence about an undertaking into the history, under its number."""
    words: dict[str, Value] = {"number": one.label, **more}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=one.label)
