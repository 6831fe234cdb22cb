"""`jinlin elevator quote`: the register of quotes, and the one that is chosen."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.elevator.commands import shared
from jinlin.elevator.project.costs import COSTS, gross_cost
from jinlin.elevator.project.projects import adopted_plan, project
from jinlin.elevator.project.quotes import QUOTES, accept_quote
from jinlin.output.command.kinds import TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done
from jinlin.output.register.verbs import register_family
from jinlin.store.command.command import writing
from jinlin.works.words import On, WhichQuote

app = register_family(
    QUOTES,
    N_("Quotes side by side; the one that is chosen."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": N_("The quotes, the lowest first."),
        "add": N_("Record a quote."),
        "remove": N_("Take out a quote that was recorded by mistake."),
    },
    own=(
        verb_in(__name__, "accept", "accept_", N_("Choose a quote; it becomes part of the cost.")),
    ),
    words={"选定": "accept", "采纳": "accept", "中标": "accept"},
)


def accept_(
    call: Call,
    which: WhichQuote,
    number: shared.Project = None,
    reason: Annotated[str | None, TEXT.option(help=N_("Why."))] = None,
    on: On = None,
) -> None:
    with writing(call) as tx:
        found = project(tx, number)
        quote = QUOTES.find(tx, which, found)
        day = day_on(on, tx.clock)
        accept_quote(tx, found, quote, on=day, reason=reason)
        total = gross_cost(COSTS.rows(tx, found))
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
