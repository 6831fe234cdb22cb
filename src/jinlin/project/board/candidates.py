"""The firms among which one is chosen for works, and then the one, as they may hang."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.reference import Reference
from jinlin.core.sentences import in_a_row, sentence
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.project.progress.decided_words import voted_words
from jinlin.project.progress.words import signed_by
from jinlin.project.record.decision import votes_about
from jinlin.project.record.projects import KIND, CommunityProject, find_project
from jinlin.project.record.quotes import PROJECT_QUOTES, ProjectQuote
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the firms that may be chosen, or the one that was, of works that go on.

    Raises:
        NotFoundError: there are no such works.
        RuleError: no firm may be chosen, or nobody is named who signs.
    """
    project = find_project(reader, which)
    quotes = PROJECT_QUOTES.rows(reader, project)
    among = [one for one in quotes if one.excluded_reason is None]
    if not among:
        raise RuleError(
            _("{number} has no quote among which to choose.").format(number=project.label),
            hint=_("Record one: jinlin project quote add 甲公司 8.2万 --project {number}").format(
                number=project.label
            ),
        )
    chosen = next((one for one in among if one.accepted_on is not None), None)
    told = (
        _candidates(project, quotes, among)
        if chosen is None
        else _chosen(reader, project, chosen, among)
    )
    title = _("candidate firms for {title}") if chosen is None else _("firm chosen for {title}")
    return Drawn(
        matter="candidates",
        title=title.format(title=project.title),
        body="\n".join(told),
        basis=_("Firms are compared before one is chosen; offers and reasons are made public."),
        about=Reference(KIND, project.label),
        audience=_("all residents"),
        signer=signed_by(project),
        contact=project.contact or "",
    )


def _candidates(
    project: CommunityProject, quotes: Sequence[ProjectQuote], among: Sequence[ProjectQuote]
) -> Iterator[str]:
    yield _("Candidates for “{title}”, by what they ask for: {count}.").format(
        title=project.title, count=len(among)
    )
    yield from _offers(among)
    out = [one.excluded_reason for one in quotes if one.excluded_reason is not None]
    if out:
        yield _("Left out: {count}, because: {reasons}.").format(
            count=len(out), reasons=in_a_row(dict.fromkeys(out)).rstrip("。.")
        )


def _chosen(
    reader: Reader, project: CommunityProject, chosen: ProjectQuote, among: Sequence[ProjectQuote]
) -> Iterator[str]:
    yield _("Chosen for “{title}”: {company}, for {amount} yuan.").format(
        title=project.title, company=chosen.company, amount=yuan(chosen.amount)
    )
    voted = [one for one in votes_about(reader, project) if one.label == chosen.accepted_vote]
    if voted:
        yield voted_words(reader, voted)
    elif chosen.accepted_reason:
        yield sentence(_("The reason: {text}").format(text=chosen.accepted_reason))
    if chosen.fewer_reason:
        yield sentence(
            _("Fewer than three were compared, because: {text}").format(text=chosen.fewer_reason)
        )
    yield _("What was compared:")
    yield from _offers(among)


def _offers(quotes: Sequence[ProjectQuote]) -> list[str]:
    """Return the offers side by side; a column that none fills is left out."""
    columns = (
        (_("Company"), [one.company for one in quotes]),
        (_("Quote (yuan)"), [yuan(one.amount) for one in quotes]),
        (_("What it covers"), [one.scope or "" for one in quotes]),
        (_("Days of works"), [str(one.works_days or "") for one in quotes]),
        (
            _("Warranty, months"),
            ["" if one.warranty_months is None else str(one.warranty_months) for one in quotes],
        ),
        (_("Licence"), [one.licence or "" for one in quotes]),
    )
    filled = [(heading, cells) for heading, cells in columns if any(cells)]
    rows = zip(*(cells for _heading, cells in filled), strict=True)
    return sheet_rows(tuple(heading for heading, _cells in filled), *rows)
