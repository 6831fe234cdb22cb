"""Agreements between two parties: their numbered clauses, and the form in which both sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinlin.core.i18n import _
from jinlin.core.sentences import ordinal
from jinlin.documents.box import TO_WRITE_IN, Box, BoxCell, BoxRow
from jinlin.documents.page import BLANK, Paragraph


def numbered(clauses: Iterable[str]) -> Iterator[Paragraph]:
    """Yield clauses, each with its number."""
    for number, clause in enumerate(clauses, 1):
        yield Paragraph(_("{number}. {clause}").format(number=ordinal(number), clause=clause))


def signatures(witness: str | None) -> Box:
    """Return where the owners' representative, the owners of a home and a witness sign."""
    day = _("Date: {blank}").format(blank=BLANK)
    left, right = (
        _("Party A (owners' representative, signature)"),
        _("Party B (all registered owners, signatures)"),
    )
    return Box(
        (50, 50),
        (
            BoxRow((BoxCell(left, label=True), BoxCell(right, label=True))),
            BoxRow((BoxCell(foot=day), BoxCell(foot=day)), 2 * TO_WRITE_IN),
            BoxRow(
                (
                    BoxCell(_("Witness: {name}").format(name=witness or BLANK)),
                    BoxCell(_("Agent, relation, authority: {blank}").format(blank=BLANK)),
                ),
                TO_WRITE_IN,
            ),
        ),
    )
