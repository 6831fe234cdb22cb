"""Quotes side by side, and the one that is chosen."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.elevator.project.costs import CostKind
from jinlin.elevator.project.parent import (
    OF_PROJECT,
    amount_field,
    check_day,
    day_field,
    source_field,
)
from jinlin.elevator.project.projects import Project, check_past, describe, next_in_project
from jinlin.output.command.kind import Number
from jinlin.output.command.kinds import FILE, NAME, PLANNED_DAY, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, kept
from jinlin.output.register.rules import Draft, Numbering, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx


class Quote(RegisterRow, table="elevator_quote"):
    """What a company asks for; fen, days as ISO text."""

    company: str = field(
        NAME,
        N_("Company"),
        called=N_("COMPANY"),
        word=True,
        asked=N_("Which company"),
        help=N_("Who quotes."),
        personal=Personal.TEXT,
    )
    amount: int = amount_field(N_("Quote (yuan)"))
    above_lowest: int | None = computed(
        N_("Above the lowest"),
        "nullif(r.amount - (SELECT min(q.amount) FROM elevator_quote AS q"
        " WHERE q.project_id = r.project_id AND q.removed_at IS NULL), 0)",
        column=Kind.MONEY,
        untold=True,
    )
    quoted_on: str = day_field()
    valid_until: str | None = field(
        PLANNED_DAY,
        N_("Holds until"),
        names=("--until",),
        help=N_("The last day on which it holds."),
    )
    scope: str | None = field(
        TEXT,
        N_("What it covers"),
        help=N_("What it covers, and what not."),
        personal=Personal.TEXT,
    )
    works_days: int | None = field(
        Number(1, 3660),
        N_("Days of works"),
        help=N_("How many days the works take."),
    )
    warranty_months: int | None = field(
        Number(0, 600),
        N_("Warranty, months"),
        names=("--warranty",),
        help=N_("Months of warranty."),
    )
    source: str | None = source_field(aside=True)
    file: str | None = field(
        FILE,
        N_("File"),
        help=N_("The scan; its path and digest are kept, not itself."),
        aside=True,
    )
    sha256: str | None = kept()
    accepted_on: str | None = kept(label=N_("Chosen on"), column=Kind.DATE)
    accepted_reason: str | None = kept(
        label=N_("Why chosen"), column=Kind.TEXT, personal=Personal.TEXT, aside=True
    )


def chosen_quote(reader: Reader, project: Project) -> Quote | None:
    """Return the quote that was chosen; None where none was."""
    return next((q for q in QUOTES.rows(reader, project) if q.accepted_on is not None), None)


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


def _check(draft: Draft) -> None:
    """Refuse a quote that lies ahead or ends before it begins, and a change of the chosen one.

    Raises:
        RuleError: it does, or is chosen.
    """
    if draft.old is not None:
        _refuse_chosen(draft.tx, draft.old)
    check_day(draft, "quoted_on")
    until = draft.values["valid_until"]
    if until is not None and until < draft.values["quoted_on"]:
        raise RuleError(
            _("The quote would end before it was given."), hint=_("Check --date and --until.")
        )


def _refuse_chosen(_reader: Reader, quote: Quote) -> None:
    """Refuse to change or remove the quote that is chosen.

    Raises:
        RuleError: it is that.
    """
    if quote.accepted_on is not None:
        raise RuleError(
            _("Quote {quote} is the chosen one.").format(quote=quote.number),
            hint=_("Choose another one first: jinlin elevator quote accept N"),
        )


QUOTES: Final = Register(
    Quote,
    RegisterWords(N_("quote"), N_("Quotes"), "quotes", "elevator quote", "福州快安电梯 45万"),
    known_by="company",
    of=OF_PROJECT,
    numbered=Numbering(),
    order="r.amount, r.number",
    rules=Rules(_check, _refuse_chosen),
)
