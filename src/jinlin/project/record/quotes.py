"""Quotes for works: who is out and why, who is chosen and why."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.output.command.kinds import TEXT
from jinlin.output.register.register import Register
from jinlin.output.register.row import field, kept
from jinlin.output.register.rules import Numbering, Parent
from jinlin.output.register.sentences import RegisterWords
from jinlin.project.kinds import PROJECT
from jinlin.project.record.known_quotes import firms_compared, quotes_of
from jinlin.project.record.projects import PROJECTS, CommunityProject, find_project
from jinlin.project.rules.gates import COMPARED
from jinlin.store.transaction.tx import Tx
from jinlin.works.quotes import QuoteRow, above_lowest, choose, quote_rules, refuse_chosen
from jinlin.works.words import which_named

OF_PROJECT: Final = Parent(
    column="project_id",
    key="project",
    declared=Annotated[str | None, which_named(PROJECT)],
    find=find_project,
)


class ProjectQuote(QuoteRow, table="project_quote"):
    """A quote for works."""

    above_lowest: int | None = above_lowest("q.removed_at IS NULL AND q.excluded_reason IS NULL")
    licence: str | None = field(
        TEXT, N_("Licence"), help=N_("What the firm is licensed for, and the number.")
    )
    excluded_reason: str | None = kept(
        label=N_("Why excluded"), column=Kind.TEXT, personal=Personal.TEXT
    )
    accepted_vote: str | None = kept(label=N_("Chosen by vote"), column=Kind.TEXT, aside=True)
    fewer_reason: str | None = kept(
        label=N_("Why fewer than three"), column=Kind.TEXT, personal=Personal.TEXT, aside=True
    )


def exclude(tx: Tx, project: CommunityProject, quote: ProjectQuote, reason: str) -> None:
    """Leave a quote out of the choice; it stays on record with the reason.

    Raises:
        RuleError: it is the chosen one, or the works were given up.
    """
    PROJECTS.check_going_on(project)
    refuse_chosen(PROJECTS, quote)
    tx.update("project_quote", quote.id, excluded_reason=reason)
    words: dict[str, Value] = {"project": project.label, "quote": quote.number}
    tx.describe(
        Message(N_("Excluded quote {quote} of {project}"), words),
        reverse=Message(N_("take quote {quote} of {project} into the choice again"), words),
        subject=project.label,
    )


def accept(
    tx: Tx,
    project: CommunityProject,
    quote: ProjectQuote,
    *,
    on: date,
    reason: str,
    fewer: str | None,
    vote: str | None = None,
) -> None:
    """Choose a quote.

    Args:
        tx: the transaction.
        project: the works.
        quote: the quote.
        on: the day.
        reason: why it.
        fewer: why fewer than three were compared.
        vote: the number of the vote that chose it.

    Raises:
        RuleError: it is excluded, or cannot be chosen (`choose`); or fewer than three were compared
            and nobody says why.
    """
    if quote.excluded_reason is not None:
        raise RuleError(
            _("Quote {quote} is excluded ({reason}).").format(
                quote=quote.number, reason=quote.excluded_reason
            ),
            hint=_("Choose another one, or record it anew once the reason is gone."),
        )
    compared = firms_compared(quotes_of(tx, project))
    if compared < COMPARED and not fewer:
        raise RuleError(
            _("Only {count} firms have a quote that is not excluded; three are compared.").format(
                count=compared
            ),
            hint=_("Record more: jinlin project quote add, or say why: --fewer REASON"),
        )
    tx.write(
        "UPDATE project_quote SET accepted_vote = NULL, fewer_reason = NULL"
        " WHERE project_id = ? AND accepted_on IS NOT NULL AND id <> ?",
        (project.id, quote.id),
    )
    choose(tx, PROJECTS, project, quote, on=on, reason=reason)
    tx.update(
        "project_quote",
        quote.id,
        accepted_vote=vote,
        fewer_reason=fewer if compared < COMPARED else None,
    )


PROJECT_QUOTES: Final = Register(
    ProjectQuote,
    RegisterWords(N_("quote"), N_("Quotes"), "quotes", "project quote", "甲公司 8.2万"),
    known_by="company",
    of=OF_PROJECT,
    numbered=Numbering(),
    order="r.excluded_reason IS NOT NULL, r.amount, r.number",
    rules=quote_rules(PROJECTS),
)
