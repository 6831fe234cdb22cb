"""Partners, as a report tells them in a sentence: how many, what came, what it helped to settle."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.money import yuan_words
from jinlin.core.sentences import begun
from jinlin.partner.record.totals import PartnerTotals
from jinlin.report.edition.wording import Wording


def told(together: PartnerTotals, say: Wording) -> str:
    """Return what partners are and gave in the period; empty where there is nothing to tell."""
    clauses = [*_clauses(together, say)]
    return begun(say.joined(clauses, mark="clause")) + say("marks.stop") if clauses else ""


def _clauses(together: PartnerTotals, say: Wording) -> Iterator[str]:
    if together.in_force or together.signed:
        signed = say("partners.signed", count=together.signed) if together.signed else ""
        yield say("partners.there", count=together.in_force) + signed
    if together.reported:
        yield say("partners.reported", count=together.reported)
    came = [say.joined(_gifts(together, say))] if together.received or together.in_kind else []
    if together.solved:
        came.append(say("partners.solved", count=together.solved))
    if came:
        yield say("partners.came", what=say.joined(came, mark="comma"))
    if together.overdue:
        yield say("partners.overdue", count=together.overdue)


def _gifts(together: PartnerTotals, say: Wording) -> Iterator[str]:
    """Yield the money that came, with who paid it out, and how many other supports."""
    ways = [
        say(f"partners.{name}", amount=yuan_words(fen))
        for name, fen in (("direct", together.direct), ("purse", together.through_purse))
        if fen
    ]
    if ways:
        how = say.joined(ways, mark="comma")
        yield say("partners.money", amount=yuan_words(together.received), how=how)
    if together.in_kind:
        yield say("partners.in_kind", count=together.in_kind)
