"""What is to be asked whom: what was refused, what waits for the tree, what looks odd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinlin.core.columns import Kind
from jinlin.core.days.stretch import Stretch
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.rollup.commands.office.asked import asked_of
from jinlin.rollup.office.asking import LakeQuestion, asking
from jinlin.rollup.office.judging import Refusal
from jinlin.rollup.office.lake import has_month
from jinlin.rollup.office.ledger import BundleState, Ledger
from jinlin.rollup.office.standing import below_office
from jinlin.rollup.rules.checks import checks
from jinlin.rollup.rules.tree import OrgUnit, parent_of, within


class ToAsk(NamedTuple):
    """Something to be asked.

    Attributes:
        what: a `Refusal`, the name of a check, or that it waits.
        revision: of which edition; None where it is about what counts.
        noted_on: when it was seen first; None where it is seen now.
    """

    period: str
    organisation: str
    what: str
    revision: int | None = None
    noted_on: str | None = None


def problem_listing(ledger: Ledger, month: Stretch, whose: str | None, *, every: bool) -> Listing:
    """Return what is to be asked, with whom to call.

    Args:
        ledger: the ledger.
        month: of which month figures are looked at.
        whose: only of those below this organisation.
        every: what was refused is told of every month.

    Raises:
        NotFoundError: there is no such organisation.
    """
    units = ledger.units()
    unit = below_office(ledger.office, units, whose)
    below = within(units, unit.code)
    found = [
        *_refused(ledger, None if every else str(month)),
        *_odd(ledger, month, unit),
    ]
    kept = {
        one
        for one in found
        if whose is None
        or not below.keys().isdisjoint((one.organisation, parent_of(one.organisation)))
    }
    return _listing(sorted(kept, key=lambda one: (one.period, one.organisation)), units)


def _refused(ledger: Ledger, period: str | None) -> Iterator[ToAsk]:
    for problem in ledger.problems(period):
        yield ToAsk(
            problem.period, problem.organisation, problem.code, problem.revision, problem.noted_on
        )
    for kept in ledger.kept("state = 'waiting' AND period = coalesce(?, period)", (period,)):
        yield ToAsk(kept.period, kept.organisation, kept.state, kept.revision, kept.received_on)


def _odd(ledger: Ledger, month: Stretch, unit: OrgUnit) -> Iterator[ToAsk]:
    if not has_month(ledger.folder, str(month)):
        return
    with asking(ledger.folder, asked_of(ledger.office, month, unit, None)) as lake:
        for name in (LakeQuestion.CHECKS, LakeQuestion.OUTLIERS):
            for row in lake.question(name):
                yield ToAsk(str(month), row["organisation"], row["problem"])


def _listing(found: list[ToAsk], units: Mapping[str, OrgUnit]) -> Listing:
    def unit(one: ToAsk) -> OrgUnit | None:
        return units.get(one.organisation)

    labels = {
        **Refusal.labels(),
        **{check.name: check.label for check in checks().values()},
        BundleState.WAITING.value: BundleState.WAITING.label,
    }
    cells: list[Cell[ToAsk]] = [
        Cell("period", _("Month")),
        Cell("organisation", _("Organisation code"), on=On.DOCUMENTS),
        Cell(
            "name",
            _("Organisation"),
            lambda one: known.name if (known := unit(one)) else one.organisation,
        ),
        Cell("revision", _("Revision"), kind=Kind.INTEGER, on=On.DOCUMENTS),
        Cell("what", _("What is wrong"), labels=labels),
        Cell("noted_on", _("Noted on"), kind=Kind.DATE, on=On.DOCUMENTS),
        Cell("contact", _("Contact"), lambda one: known.contact if (known := unit(one)) else None),
        Cell("phone", _("Phone"), lambda one: known.phone if (known := unit(one)) else None),
    ]
    return Listing.of(
        "problems", _("What to ask whom"), cells, found, empty=_("Nothing is to be asked.")
    )
