"""Each purse in a sentence: what it held, what went through it, what is disclosed."""

from __future__ import annotations

from jinlin.core.money import in_yuan
from jinlin.member.fund.queries import PurseRow
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures


def money(figures: PeriodFigures, say: Wording) -> str:
    """Return what each purse held and what went through it."""
    told = [purse for purse in figures.purses if purse.entries or purse.balance]
    if not told:
        return say("money.none")
    text = "".join(_purse(purse, figures, say) for purse in told)
    return text + (say("money.apart") if len(told) > 1 else "")


def _purse(purse: PurseRow, figures: PeriodFigures, say: Wording) -> str:
    moved = (("opening", purse.opening), ("income", purse.income), ("spending", purse.spending))
    clauses = [
        say(f"money.{name}", amount=in_yuan(amount))
        for name, amount in moved
        if amount and purse.entries
    ]
    at_end = say("summary.at_end" if figures.period.complete else "summary.so_far")
    clauses.append(say("money.closing", amount=in_yuan(purse.balance), when=at_end))
    if purse.undisclosed:
        clauses.append(say("money.undisclosed", count=purse.undisclosed))
    elif purse.entries:
        clauses.append(say("money.disclosed"))
    return say(
        "money.purse",
        purse=say(f"purses.{purse.purse}"),
        clauses=say.joined(clauses, mark="comma"),
    )
