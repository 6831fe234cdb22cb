"""`jinlin project quote`: the register of quotes, who is out, who is chosen."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done
from jinlin.output.register.verbs import register_family
from jinlin.project.commands import shared
from jinlin.project.kinds import PROJECT
from jinlin.project.record.projects import find_project
from jinlin.project.record.quotes import PROJECT_QUOTES, accept, exclude
from jinlin.store.command.command import writing

app = register_family(
    PROJECT_QUOTES,
    N_("Quotes: who is out and why, who is chosen and why."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "list": N_("The quotes, the lowest first."),
        "add": N_("Record a quote."),
        "remove": N_("Take out a quote that was recorded by mistake."),
    },
    own=(
        verb_in(__name__, "exclude", "exclude_", N_("Leave a quote out, with the reason.")),
        verb_in(__name__, "accept", "accept_", N_("Choose a quote, with the reason.")),
    ),
    words={"排除": "exclude", "选定": "accept"},
)

Which = Annotated[
    str,
    NAME.argument(
        called="N", help=N_("Its number, or the company's name."), asked=AskedFor(N_("Which quote"))
    ),
]
OfProject = Annotated[
    str | None,
    PROJECT.option("--project", help=N_("Which project; left away where only one goes on.")),
]
Why = Annotated[str, TEXT.option("--reason", help=N_("Why."), asked=AskedFor(N_("Why")))]


def exclude_(call: Call, which: Which, *, reason: Why, number: OfProject = None) -> None:
    with writing(call) as tx:
        project = find_project(tx, number)
        quote = PROJECT_QUOTES.find(tx, which, project)
        exclude(tx, project, quote, reason)
    done(
        call,
        _("{project}: {company} is excluded.").format(project=project.label, company=quote.company),
        number=str(quote.number),
        data={"project": project.label, "number": quote.number, "excluded_reason": reason},
    )


def accept_(
    call: Call,
    which: Which,
    *,
    reason: Why,
    fewer: Annotated[
        str | None,
        TEXT.option("--fewer", called=N_("REASON"), help=N_("Why fewer than three were compared.")),
    ] = None,
    number: OfProject = None,
    on: shared.On = None,
) -> None:
    with writing(call) as tx:
        project = find_project(tx, number)
        quote = PROJECT_QUOTES.find(tx, which, project)
        accept(tx, project, quote, on=day_on(on, tx.clock), reason=reason, fewer=fewer)
    done(
        call,
        _("{project}: chosen: {company}, {amount} yuan.").format(
            project=project.label, company=quote.company, amount=yuan(quote.amount)
        ),
        number=str(quote.number),
        data={
            "project": project.label, "number": quote.number, "company": quote.company,
            "amount_fen": quote.amount, "accepted_reason": reason,
        },
    )  # fmt: skip
