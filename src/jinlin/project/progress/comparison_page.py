"""The record of how quotes were compared: each with what it offers, why it is out or was chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.days.written import day_words, written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.sentences import sentence
from jinlin.documents.page import BLANK, Block, Closing, Form, Heading, Page, Paragraph, Table
from jinlin.member.own_branch import branch
from jinlin.project.progress.decided_words import voted_words
from jinlin.project.record.decision import votes_about
from jinlin.project.record.projects import CommunityProject
from jinlin.project.record.quotes import PROJECT_QUOTES, ProjectQuote
from jinlin.store.transaction.tx import Reader


def comparison_page(reader: Reader, project: CommunityProject) -> Page:
    """Return the record; it stays in the house."""
    quotes = PROJECT_QUOTES.rows(reader, project)
    today = day_words(reader.clock.today)
    return Page(
        title=_("Comparison of the quotes for {title}").format(title=project.title),
        above=(branch(reader).name,),
        below=(_("Internal, {day}").format(day=today),),
        blocks=(
            *_offers(quotes),
            Heading(_("2. Reasons")),
            *(Paragraph(text) for text in _reasons(quotes)),
            *(Paragraph(text) for text in _votes(reader, project, quotes)),
            Closing(
                (
                    _("Recorded by (signature): {blank}").format(blank=BLANK),
                    _("Checked by (signature): {blank}").format(blank=BLANK),
                ),
                left=True,
            ),
        ),
        form=Form.SHEET,
        wide=True,
        code=project.label,
    )


def _offers(quotes: Sequence[ProjectQuote]) -> Iterator[Block]:
    yield Heading(_("1. What was compared"))
    if not quotes:
        yield Paragraph(_("No quote is recorded yet."))
        return
    yield Table(
        (
            _("Company"), _("Quote (yuan)"), _("What it covers"), _("Days of works"),
            _("Warranty, months"), _("Licence"), _("Outcome"),
        ),
        tuple(
            (
                one.company, yuan(one.amount), one.scope or "—", str(one.works_days or "—"),
                "—" if one.warranty_months is None else str(one.warranty_months),
                one.licence or "—", _outcome(one),
            )
            for one in quotes
        ),
        numeric=(False, True, False, True, True, False, False),
        widths=(22, 14, 22, 9, 9, 14, 10),
    )  # fmt: skip


def _outcome(one: ProjectQuote) -> str:
    if one.accepted_on:
        return _("chosen")
    return _("excluded") if one.excluded_reason else _("not chosen")


def _votes(
    reader: Reader, project: CommunityProject, quotes: Sequence[ProjectQuote]
) -> Iterator[str]:
    """Yield what the vote came to by which a quote was chosen."""
    labels = {one.accepted_vote for one in quotes if one.accepted_vote}
    voted = [one for one in votes_about(reader, project) if one.label in labels]
    if voted:
        yield voted_words(reader, voted)


def _reasons(quotes: Sequence[ProjectQuote]) -> Iterator[str]:
    chosen = next((one for one in quotes if one.accepted_on), None)
    for one in quotes:
        if one.excluded_reason:
            yield sentence(
                _("{company} is out: {reason}").format(
                    company=one.company, reason=one.excluded_reason
                )
            )
    if chosen is None:
        yield _("None is chosen yet.")
        return
    yield sentence(
        _("Chosen on {day}: {company}, because {reason}").format(
            day=written_day(chosen.accepted_on),
            company=chosen.company,
            reason=chosen.accepted_reason,
        )
    )
    if chosen.fewer_reason:
        yield sentence(
            _("Fewer than three were compared: {reason}").format(reason=chosen.fewer_reason)
        )
