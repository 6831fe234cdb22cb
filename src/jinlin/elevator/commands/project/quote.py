"""`jinlin elevator quote list`, `add`, `accept`, `remove`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.said import SaidDay, day_on
from jinlin.core.text import clean
from jinlin.elevator.commands import shared
from jinlin.elevator.commands.kinds import WORKS_DAYS
from jinlin.elevator.progress.project_pages import quotes_listing
from jinlin.elevator.project.costs import cost_lines, gross_cost
from jinlin.elevator.project.projects import adopted_plan, project
from jinlin.elevator.project.quotes import (
    NewQuote,
    accept_quote,
    add_quote,
    find_quote,
    quotes,
    remove_quote,
)
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalListingCommand, verb_in
from jinlin.output.command.kind import AskedFor, Number, WordKind
from jinlin.output.command.kinds import NAME, PLANNED_DAY, PRICE, TEXT
from jinlin.output.command.noun import VERBS
from jinlin.output.delivery.show import done, show
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing

_verb = partial(verb_in, __name__)

app = family(
    _("Quotes side by side; the one that is chosen."),
    usual="list",
    later=(
        _verb("list", "list_", _("The quotes, the lowest first."), PersonalListingCommand),
        _verb("add", "add_", _("Record a quote.")),
        _verb("accept", "accept_", _("Choose a quote; it becomes part of the cost.")),
        _verb("remove", "remove_", _("Take out a quote that was recorded by mistake.")),
    ),
    words={**VERBS, "选定": "accept", "采纳": "accept", "中标": "accept"},
)

MONTHS: Final = Number(low=0, high=600)
QUOTE: Final = WordKind("quote", "N", clean)
Which: TypeAlias = Annotated[
    str,
    QUOTE.argument(help=_("Its number, or the company's name."), asked=AskedFor(_("Which quote"))),
]


def list_(call: Call, number: shared.Project = None) -> None:
    with reading(call) as reader:
        found = quotes(reader, project(reader, number))
    show(call, quotes_listing(found))


def add_(
    call: Call,
    company: Annotated[
        str,
        NAME.argument(
            called=_("COMPANY"), help=_("Who quotes."), asked=AskedFor(_("Which company"))
        ),
    ],
    amount: Annotated[
        int, PRICE.argument(help=_("Like 480000 or 45万."), asked=AskedFor(_("The amount")))
    ],
    number: shared.Project = None,
    on: shared.On = None,
    until: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=_("The last day on which it holds."))
    ] = None,
    scope: Annotated[str | None, TEXT.option(help=_("What it covers, and what not."))] = None,
    works_days: Annotated[
        int | None, WORKS_DAYS.option(help=_("How many days the works take."))
    ] = None,
    warranty: Annotated[int | None, MONTHS.option(help=_("Months of warranty."))] = None,
    source: shared.Source = None,
    file: shared.File = None,
) -> None:
    proof = proof_if_named(call, file)
    with writing(call) as tx:
        found = project(tx, number)
        quote = add_quote(
            tx,
            found,
            NewQuote(
                company=company,
                amount=amount,
                quoted_on=day_on(on, tx.clock),
                valid_until=until.on(tx.clock) if until else None,
                scope=scope,
                works_days=works_days,
                warranty_months=warranty,
                source=source,
                file=proof,
            ),
        )
    done(
        call,
        _("Quote {quote} of {project}: {company}, {amount} yuan.").format(
            quote=quote.number, project=found.label, company=quote.company, amount=yuan(amount)
        ),
        number=str(quote.number),
        data={
            "project": found.label, "number": quote.number, "company": quote.company,
            "amount_fen": quote.amount, "quoted_on": quote.quoted_on,
            "valid_until": quote.valid_until,
        },
    )  # fmt: skip


def accept_(
    call: Call,
    which: Which,
    number: shared.Project = None,
    reason: Annotated[str | None, TEXT.option(help=_("Why."))] = None,
    on: shared.On = None,
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        quote = find_quote(tx, found, which)
        day = day_on(on, tx.clock)
        accept_quote(tx, found, quote, on=day, reason=reason)
        total = gross_cost(cost_lines(tx, found))
        plan = adopted_plan(tx, found)
    done(
        call,
        _("Chosen: {company}, {amount} yuan; the cost is {total} yuan now.").format(
            company=quote.company, amount=yuan(quote.amount), total=yuan(total)
        ),
        number=str(quote.number),
        data={
            "project": found.label, "number": quote.number, "company": quote.company,
            "amount_fen": quote.amount, "accepted_on": day.isoformat(), "total_fen": total,
        },
    )  # fmt: skip
    if plan is not None and plan.total != total:
        call.tell(
            _(
                "{plan} in force shares {shared} yuan: compute a new version, then adopt it:"
                " jinlin elevator split --project {number} --save NAME"
            ).format(plan=plan.label, shared=yuan(plan.total), number=found.label),
        )


def remove_(call: Call, which: Which, number: shared.Project = None) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        quote = find_quote(tx, found, which)
        remove_quote(tx, found, quote)
    done(
        call,
        _("Quote {quote} of {project} was removed.").format(
            quote=quote.number, project=found.label
        ),
        number=str(quote.number),
        data={"project": found.label, "number": quote.number},
    )
