"""Quotes side by side, and the one that is chosen."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.text import compact
from jinlin.elevator.project.costs import CostKind
from jinlin.elevator.project.projects import Project, check_past, describe, next_in_project
from jinlin.store.check.proofs import Proof, file_columns
from jinlin.store.transaction.tx import Reader, Tx


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
    file: Proof | None = None


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


def add_quote(tx: Tx, project: Project, new: NewQuote) -> Quote:
    """Record a quote under its number within the project.

    Raises:
        RuleError: it lies ahead, or ends before it begins.
    """
    check_past(tx, new.quoted_on)
    if new.valid_until is not None and new.valid_until < new.quoted_on:
        raise RuleError(
            _("The quote would end before it was given."), hint=_("Check --on and --until.")
        )
    number = next_in_project(tx, "elevator_quote", project)
    made = tx.insert(
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
        **file_columns(new.file),
    )
    describe(
        tx,
        project,
        N_("Recorded quote {quote} of {project}: {amount} yuan"),
        N_("remove quote {quote} of {project}"),
        quote=number,
        amount=yuan(new.amount),
    )
    return next(quote for quote in quotes(tx, project) if quote.id == made)


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
    check_past(tx, on)
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
        number=next_in_project(tx, "elevator_cost", project),
        kind=CostKind.QUOTE,
        text=quote.company,
        amount=quote.amount,
        dated_on=quote.quoted_on,
        source=quote.source or _("quote {number}").format(number=quote.number),
        quote_id=quote.id,
    )
    describe(
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
    describe(
        tx,
        project,
        N_("Removed quote {quote} of {project}"),
        N_("bring quote {quote} of {project} back"),
        quote=quote.number,
    )
