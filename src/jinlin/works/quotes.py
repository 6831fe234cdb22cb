"""Quotes side by side, and the one that is chosen."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.output.command.kind import Number
from jinlin.output.command.kinds import FILE, NAME, PLANNED_DAY, TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, kept
from jinlin.output.register.rules import Draft, Rules
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.fields import amount_field, check_day, day_field, source_field
from jinlin.works.gates import Stage, Standing
from jinlin.works.undertaking import Undertaking, Works, check_past


def above_lowest(among: str = "q.removed_at IS NULL") -> Any:
    """Declare how much a quote is above the lowest; `among` says of which `q`."""
    return computed(
        N_("Above the lowest"),
        "nullif(max(r.amount - (SELECT min(q.amount) FROM {table} AS q"  # noqa: S608  (our own words)
        f" WHERE q.project_id = r.project_id AND {among}), 0), 0)",
        column=Kind.MONEY,
        untold=True,
    )


class QuoteRow(RegisterRow):
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
    above_lowest: int | None = above_lowest()
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


QuoteT = TypeVar("QuoteT", bound=QuoteRow)


def chosen_quote(reader: Reader, quotes: Register[QuoteT], one: Undertaking) -> QuoteT | None:
    """Return the quote that was chosen; None where none was."""
    return next((q for q in quotes.rows(reader, one) if q.accepted_on is not None), None)


def choose(
    tx: Tx,
    works: Works[Stage, Standing],
    one: Undertaking,
    quote: QuoteRow,
    *,
    on: date,
    reason: str | None,
) -> None:
    """Choose a quote in the place of one that was chosen before.

    Raises:
        RuleError: the works were given up; it is chosen already, or was not given yet on that day
            or holds no longer.
    """
    works.check_going_on(one)
    if quote.accepted_on is not None:
        raise RuleError(
            _("Quote {quote} is chosen already.").format(quote=quote.number),
            hint=_("See: {command}").format(command=works.command("quote list")),
        )
    check_past(tx, on)
    if quote.quoted_on > on.isoformat():
        raise RuleError(
            _("Quote {quote} was given only on {day}.").format(
                quote=quote.number, day=quote.quoted_on
            ),
            hint=_("Check the day."),
        )
    if quote.valid_until is not None and quote.valid_until < on.isoformat():
        raise RuleError(
            _("Quote {quote} held until {day}.").format(quote=quote.number, day=quote.valid_until),
            hint=_("Ask for a new one, and record it: {command}").format(
                command=works.command("quote add")
            ),
        )
    table = works.table_of("quote")
    tx.write(
        f"UPDATE {table} SET accepted_on = NULL, accepted_reason = NULL"  # noqa: S608  (our own)
        " WHERE project_id = ? AND accepted_on IS NOT NULL",
        (one.id,),
    )
    tx.update(table, quote.id, accepted_on=on.isoformat(), accepted_reason=reason)
    words: dict[str, Value] = {
        "project": one.label,
        "quote": quote.number,
        "amount": yuan(quote.amount),
    }
    tx.describe(
        Message(N_("Chose quote {quote} of {project}: {amount} yuan"), words),
        reverse=Message(N_("take back the choice of quote {quote} of {project}"), words),
        subject=one.label,
    )


def quote_rules(works: Works[Stage, Standing]) -> Rules:
    """Return what holds of the quotes of a room: their days, and that the chosen one stays.

    What was given up takes no quote any more.
    """

    def refuse_chosen_one(_reader: Reader, quote: QuoteRow) -> None:
        refuse_chosen(works, quote)

    def check(draft: Draft) -> None:
        works.check_going_on(draft.of)
        if draft.old is not None:
            refuse_chosen(works, draft.old)
        _check(draft)

    return Rules(check, refuse_chosen_one)


def _check(draft: Draft) -> None:
    """Refuse a quote that lies ahead or ends before it begins.

    Raises:
        RuleError: it does.
    """
    check_day(draft, "quoted_on")
    until = draft.values["valid_until"]
    if until is not None and until < draft.values["quoted_on"]:
        raise RuleError(
            _("The quote would end before it was given."), hint=_("Check --date and --until.")
        )


def refuse_chosen(works: Works[Stage, Standing], quote: QuoteRow) -> None:
    """Refuse to change or remove the quote that is chosen.

    Raises:
        RuleError: it is that.
    """
    if quote.accepted_on is not None:
        raise RuleError(
            _("Quote {quote} is the chosen one.").format(quote=quote.number),
            hint=_("Choose another one first: {command}").format(
                command=works.command("quote accept N")
            ),
        )
