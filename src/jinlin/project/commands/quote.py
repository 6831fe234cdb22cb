"""`jinlin project quote`: the register of quotes, who is out, who is chosen."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.reference import Reference
from jinlin.core.said import day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import RECORD, TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done
from jinlin.output.register.verbs import register_family
from jinlin.project.commands import shared
from jinlin.project.record.chosen_by_vote import vote_for
from jinlin.project.record.projects import find_project
from jinlin.project.record.quotes import PROJECT_QUOTES, accept, exclude
from jinlin.store.command.command import writing
from jinlin.works.words import On, WhichQuote

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
    words={"排除": "exclude", "选定": "accept", "采用": "accept"},
)

Why = Annotated[str, TEXT.option("--reason", help=N_("Why."), asked=AskedFor(N_("Why")))]


def exclude_(call: Call, which: WhichQuote, *, reason: Why, number: shared.Named = None) -> None:
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
    which: WhichQuote,
    *,
    reason: Annotated[
        str | None,
        TEXT.option(
            "--reason",
            help=N_("Why; with --vote it may be left out."),
            free=True,
            asked=AskedFor(N_("Why"), where=lambda said: not said["vote"]),
        ),
    ] = None,
    vote: Annotated[
        Reference | None,
        RECORD.option("--vote", help=N_("The vote of a table that chose it: M12-V1.")),
    ] = None,
    fewer: Annotated[
        str | None,
        TEXT.option("--fewer", called=N_("REASON"), help=N_("Why fewer than three were compared.")),
    ] = None,
    number: shared.Named = None,
    on: On = None,
) -> None:
    with writing(call) as tx:
        project = find_project(tx, number)
        quote = PROJECT_QUOTES.find(tx, which, project)
        voted = vote_for(tx, project, vote, quote.company) if vote else None
        reason = reason or (voted.reason if voted else "")
        label = voted.label if voted else None
        accept(tx, project, quote, on=day_on(on, tx.clock), reason=reason, fewer=fewer, vote=label)
    done(
        call,
        _("{project}: chosen: {company}, {amount} yuan.").format(
            project=project.label, company=quote.company, amount=yuan(quote.amount)
        ),
        number=str(quote.number),
        data={
            "project": project.label, "number": quote.number, "company": quote.company,
            "amount_fen": quote.amount, "accepted_reason": reason, "accepted_vote": label,
        },
    )  # fmt: skip
