"""Quotes and the lines that make up the cost of a project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.complex.doors import Door
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.core.text import compact
from jinlin.elevator.projects import Project
from jinlin.elevator.spoken import read_word
from jinlin.store.proofs import proof_of
from jinlin.store.tx import Reader, Tx


class CostKind(StrEnum):
    """What a line of the cost is."""

    QUOTE = "quote"
    EXTRA = "extra"
    COMPENSATION = "compensation"


COST_KIND_LABELS: Final = {
    CostKind.QUOTE: N_("chosen quote"),
    CostKind.EXTRA: N_("additional works"),
    CostKind.COMPENSATION: N_("compensation to a low floor"),
}
_COST_KINDS: Final = {
    "报价": CostKind.QUOTE, "增加": CostKind.EXTRA, "附加": CostKind.EXTRA, "其他": CostKind.EXTRA,
    "配套": CostKind.EXTRA, "补偿": CostKind.COMPENSATION, "低层补偿": CostKind.COMPENSATION,
}  # fmt: skip


class Quote(NamedTuple):
    """What a company asks for. Fen; days as ISO text."""

    id: int
    number: int
    company: str
    amount: int
    quoted_on: str
    valid_until: str | None
    scope: str | None
    works_days: int | None
    warranty_months: int | None
    source: str | None
    file: str | None
    sha256: str | None
    accepted_on: str | None
    accepted_reason: str | None


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


class SubsidyLine(NamedTuple):
    """Public money, with how far it has come: `expected`, `approved`, `received`."""

    number: int
    text: str
    amount: int
    state: str


class NewQuote(NamedTuple):
    """A quote as it is to be recorded."""

    company: str
    amount: int
    quoted_on: date
    valid_until: date | None = None
    scope: str | None = None
    works_days: int | None = None
    warranty_months: int | None = None
    source: str | None = None
    file: Path | None = None


class NewCost(NamedTuple):
    """A line of the cost as it is to be recorded; `amount` is negative for a reduction."""

    kind: CostKind
    text: str
    amount: int
    dated_on: date
    source: str
    door: Door | None = None


def parse_cost_kind(text: str) -> CostKind:
    """Read what a line of the cost is: `extra`, `补偿`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(
        text, CostKind, _COST_KINDS, COST_KIND_LABELS, N_("“{text}” is no kind of cost line.")
    )


def quotes(reader: Reader, project: Project) -> list[Quote]:
    """Return the quotes of a project side by side, the lowest first."""
    rows = reader.rows(
        "SELECT id, number, company, amount, quoted_on, valid_until, scope, works_days,"
        " warranty_months, source, file, sha256, accepted_on, accepted_reason"
        " FROM elevator_quote WHERE project_id = ? AND removed_at IS NULL ORDER BY amount, number",
        (project.id,),
    )
    return [Quote(**dict(row)) for row in rows]


def chosen_quote(reader: Reader, project: Project) -> Quote | None:
    """Return the quote that was chosen; None where none was."""
    return next((q for q in quotes(reader, project) if q.accepted_on is not None), None)


def find_quote(reader: Reader, project: Project, text: str) -> Quote:
    """Return the quote a text means: its number, or the one company of that name.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    said = compact(text)
    found = [
        quote
        for quote in quotes(reader, project)
        if said == str(quote.number) or (not said.isdecimal() and said in compact(quote.company))
    ]
    if len(found) == 1:
        return found[0]
    known = _(", ").join(f"{q.number} {q.company}" for q in found or quotes(reader, project))
    raise NotFoundError(
        _("“{text}” may be several quotes: {known}.").format(text=text, known=known)
        if found
        else _("{number} has no quote “{text}”.").format(number=project.label, text=text),
        hint=_("Say it by its number: jinlin elevator quote list")
        if found
        else _("Known: {known}.").format(known=known)
        if known
        else _("Add it first: jinlin elevator quote add 公司 45万"),
    )


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


def subsidies(reader: Reader, project: Project) -> list[SubsidyLine]:
    """Return the public money of a project, received or not."""
    rows = reader.rows(
        "SELECT number, text, amount, state FROM elevator_subsidy"
        " WHERE project_id = ? AND removed_at IS NULL ORDER BY number",
        (project.id,),
    )
    return [SubsidyLine(*row) for row in rows]


def gross_cost(lines: Sequence[CostLine]) -> int:
    """Return the sum of cost lines in fen."""
    return sum(line.amount for line in lines)


def add_quote(tx: Tx, project: Project, new: NewQuote) -> Quote:
    """Record a quote under its number within the project.

    Raises:
        RuleError: it lies ahead, or ends before it begins.
        FileError: the paper cannot be read.
    """
    _check_past(tx, new.quoted_on)
    if new.valid_until is not None and new.valid_until < new.quoted_on:
        raise RuleError(
            _("The quote would end before it was given."), hint=_("Check --on and --until.")
        )
    proof = proof_of(tx, new.file) if new.file else None
    number = _next(tx, "elevator_quote", project)
    tx.insert(
        "elevator_quote",
        project_id=project.id,
        number=number,
        company=new.company,
        amount=new.amount,
        quoted_on=new.quoted_on.isoformat(),
        valid_until=new.valid_until.isoformat() if new.valid_until else None,
        scope=new.scope,
        works_days=new.works_days,
        warranty_months=new.warranty_months,
        source=new.source,
        file=proof.path if proof else None,
        sha256=proof.sha256 if proof else None,
    )
    _describe(
        tx,
        project,
        N_("Recorded quote {quote} of {project}: {amount} yuan"),
        N_("remove quote {quote} of {project}"),
        quote=number,
        amount=yuan(new.amount),
    )
    return find_quote(tx, project, str(number))


def accept_quote(tx: Tx, project: Project, quote: Quote, *, on: date, reason: str | None) -> None:
    """Choose a quote; it becomes a line of the cost, in the place of one that was chosen before.

    Raises:
        RuleError: it is chosen already, or it holds no longer on that day.
    """
    if quote.accepted_on is not None:
        raise RuleError(
            _("Quote {quote} is chosen already.").format(quote=quote.number),
            hint=_("See: jinlin elevator quote list"),
        )
    _check_past(tx, on)
    if quote.valid_until is not None and quote.valid_until < on.isoformat():
        raise RuleError(
            _("Quote {quote} held until {day}.").format(quote=quote.number, day=quote.valid_until),
            hint=_("Ask for a new one, and record it: jinlin elevator quote add"),
        )
    tx.write(
        "UPDATE elevator_quote SET accepted_on = NULL, accepted_reason = NULL"
        " WHERE project_id = ? AND accepted_on IS NOT NULL",
        (project.id,),
    )
    tx.write(
        "UPDATE elevator_cost SET removed_at = ? WHERE project_id = ? AND quote_id IS NOT NULL"
        " AND removed_at IS NULL",
        (tx.clock.stamp, project.id),
    )
    tx.update("elevator_quote", quote.id, accepted_on=on.isoformat(), accepted_reason=reason)
    tx.insert(
        "elevator_cost",
        project_id=project.id,
        number=_next(tx, "elevator_cost", project),
        kind=CostKind.QUOTE,
        text=quote.company,
        amount=quote.amount,
        dated_on=quote.quoted_on,
        source=quote.source or _("quote {number}").format(number=quote.number),
        quote_id=quote.id,
    )
    _describe(
        tx,
        project,
        N_("Chose quote {quote} of {project}: {amount} yuan"),
        N_("take back the choice of quote {quote} of {project}"),
        quote=quote.number,
        amount=yuan(quote.amount),
    )


def remove_quote(tx: Tx, project: Project, quote: Quote) -> None:
    """Take a quote out that was recorded by mistake.

    Raises:
        RuleError: it is the chosen one.
    """
    if quote.accepted_on is not None:
        raise RuleError(
            _("Quote {quote} is the chosen one.").format(quote=quote.number),
            hint=_("Choose another one first: jinlin elevator quote accept N"),
        )
    tx.update("elevator_quote", quote.id, removed_at=tx.clock.stamp)
    _describe(
        tx,
        project,
        N_("Removed quote {quote} of {project}"),
        N_("bring quote {quote} of {project} back"),
        quote=quote.number,
    )


def add_cost(tx: Tx, project: Project, new: NewCost) -> CostLine:
    """Add a line to the cost of a project.

    Raises:
        RuleError: it lies ahead, a quote would get in without being chosen, a compensation does
            not say to whom it goes, or the whole cost would fall below nothing.
    """
    _check_past(tx, new.dated_on)
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
    number = _next(tx, "elevator_cost", project)
    tx.insert(
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
    _describe(
        tx,
        project,
        N_("Added cost line {line} to {project}: {amount} yuan"),
        N_("remove cost line {line} of {project}"),
        line=number,
        amount=yuan(new.amount),
    )
    return next(line for line in cost_lines(tx, project) if line.number == number)


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
    _describe(
        tx,
        project,
        N_("Removed cost line {line} of {project}: {amount} yuan"),
        N_("bring cost line {line} of {project} back"),
        line=number,
        amount=yuan(line.amount),
    )
    return line


def _next(tx: Tx, table: str, project: Project) -> int:
    return tx.next_number(f"{table}-{project.number}")


def _check_past(tx: Reader, day: date) -> None:
    if day > tx.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=day),
            hint=_("Record it when it has happened."),
        )


def _describe(tx: Tx, project: Project, did: str, reverse: str, **more: Value) -> None:
    words: dict[str, Value] = {"project": project.label, **more}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=project.label)
