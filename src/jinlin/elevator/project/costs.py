"""The lines that make up the cost of a project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.complex.household.door import Door
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.word import Word
from jinlin.elevator.project.projects import Project, check_past, describe, next_in_project
from jinlin.store.transaction.tx import Reader, Tx


class CostKind(Word, refusal=N_("“{text}” is no kind of cost line.")):
    """What a line of the cost is."""

    QUOTE = "quote", N_("chosen quote"), "报价"
    EXTRA = "extra", N_("additional works"), "增加", "附加", "其他", "配套"
    COMPENSATION = "compensation", N_("compensation to a low floor"), "补偿"


class CostLine(NamedTuple):
    """One line of the gross cost. Fen, negative for a reduction; the day as ISO text."""

    id: int
    number: int
    kind: CostKind
    text: str
    amount: int
    dated_on: str
    source: str
    home: str | None


class NewCost(NamedTuple):
    """A line of the cost as it is to be recorded; `amount` is negative for a reduction."""

    kind: CostKind
    text: str
    amount: int
    dated_on: date
    source: str
    door: Door | None = None


def cost_lines(reader: Reader, project: Project) -> list[CostLine]:
    """Return the lines of a project's cost in the order they came."""
    rows = reader.rows(
        "SELECT c.id, c.number, c.kind, c.text, c.amount, c.dated_on, c.source,"
        " CASE WHEN h.id IS NULL THEN NULL"
        " ELSE b.code || '-' || ifnull(h.entrance || '-', '') || h.room END AS home"
        " FROM elevator_cost AS c LEFT JOIN household AS h ON h.id = c.household_id"
        " LEFT JOIN building AS b ON b.id = h.building_id"
        " WHERE c.project_id = ? AND c.removed_at IS NULL ORDER BY c.number",
        (project.id,),
    )
    return [CostLine(**{**dict(row), "kind": CostKind(row["kind"])}) for row in rows]


def composition(lines: Sequence[CostLine]) -> str:
    """Return what the cost is made of, as everybody may read it: who is compensated is not said."""
    return _(", ").join(
        f"{_('compensation to low floors') if line.home else line.text} {yuan(line.amount)}"
        for line in lines
    )


def gross_cost(lines: Sequence[CostLine]) -> int:
    """Return the sum of cost lines in fen."""
    return sum(line.amount for line in lines)


def add_cost(tx: Tx, project: Project, new: NewCost) -> CostLine:
    """Add a line to the cost of a project.

    Raises:
        RuleError: it lies ahead, a quote would get in without being chosen, a compensation does
            not say to whom it goes, or the whole cost would fall below nothing.
    """
    check_past(tx, new.dated_on)
    if new.kind is CostKind.QUOTE:
        raise RuleError(
            _("A quote becomes part of the cost when it is chosen."),
            hint=_("Choose it: jinlin elevator quote accept N"),
        )
    if new.kind is CostKind.COMPENSATION and new.door is None:
        raise RuleError(_("A compensation goes to a home."), hint=_("Say to which: --to 3-1-101"))
    if gross_cost(cost_lines(tx, project)) + new.amount < 0:
        raise RuleError(
            _("The reduction of {amount} yuan is more than the whole cost.").format(
                amount=yuan(-new.amount)
            ),
            hint=_("See: jinlin elevator cost list"),
        )
    number = next_in_project(tx, "elevator_cost", project)
    made = tx.insert(
        "elevator_cost",
        project_id=project.id,
        number=number,
        kind=new.kind,
        text=new.text,
        amount=new.amount,
        dated_on=new.dated_on.isoformat(),
        source=new.source,
        household_id=new.door.id if new.door else None,
    )
    describe(
        tx,
        project,
        N_("Added cost line {line} to {project}: {amount} yuan"),
        N_("remove cost line {line} of {project}"),
        line=number,
        amount=yuan(new.amount),
    )
    return next(line for line in cost_lines(tx, project) if line.id == made)


def remove_cost(tx: Tx, project: Project, number: int) -> CostLine:
    """Take a line out of the cost.

    Raises:
        NotFoundError: there is none.
        RuleError: it is the chosen quote.
    """
    found = [line for line in cost_lines(tx, project) if line.number == number]
    if not found:
        raise NotFoundError(
            _("{number} has no cost line {line}.").format(number=project.label, line=number),
            hint=_("See: jinlin elevator cost list"),
        )
    [line] = found
    if line.kind is CostKind.QUOTE:
        raise RuleError(
            _("This line is the chosen quote."),
            hint=_("Choose another one: jinlin elevator quote accept N"),
        )
    tx.update("elevator_cost", line.id, removed_at=tx.clock.stamp)
    describe(
        tx,
        project,
        N_("Removed cost line {line} of {project}: {amount} yuan"),
        N_("bring cost line {line} of {project} back"),
        line=number,
        amount=yuan(line.amount),
    )
    return line
