"""That of each figure there is one edition outside: two that differ could be laid side by side.

What one hides the other may show, and the difference of both is the figures of whoever handed up
or corrected in between. So a month that was published stays as it is; and a month of a branch is
published by one office: by who published it before passing it on, which those above then leave
out, or by one of those above.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from jinlin.core.clock import Month
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.rollup.office.ledger import Ledger, MonthEdition
from jinlin.rollup.rules.tree import OrgLevel, within


class LeftOut(NamedTuple):
    """Who publishes a month themselves.

    Attributes:
        names: what they are called.
        complexes: the codes of all below them.
    """

    names: tuple[str, ...]
    complexes: Collection[str]


def left_out(ledger: Ledger, month: Month) -> LeftOut:
    """Return who publishes a month themselves, and is not published once more."""
    units = ledger.units()
    codes = [one for one in ledger.published_below(str(month)) if one in units]
    complexes = {below for code in codes for below in within(units, code)}
    return LeftOut(tuple(units[code].name for code in codes), complexes)


def together_before(
    ledger: Ledger, month: Month, level: OrgLevel, earlier: MonthEdition | None
) -> Collection[str]:
    """Return who has to stand together: as in an earlier edition, else as in the month before.

    In January it begins anew.

    Args:
        ledger: the ledger.
        month: the month.
        level: by what it is published.
        earlier: the edition of it that is outside.

    Raises:
        RuleError: that one is on another level.
    """
    if earlier is None:
        before = ledger.published(str(month.previous)) if month.month > 1 else None
        return before.others if before else ()
    if earlier.level is not level:
        raise RuleError(
            _(
                "{month} is published by {level} already; a second table on another level would"
                " show by subtraction what is hidden."
            ).format(month=month, level=earlier.level.label),
            hint=_("Publish it as before: --by {level}").format(level=earlier.level.label),
        )
    return earlier.others


def check_only_edition(ledger: Ledger, month: Month, figures: bytes) -> None:
    """See that no other edition of a month is outside, or the same.

    Raises:
        RuleError: there is one, or there may be one of an office above.
    """
    earlier = ledger.published(str(month))
    if earlier and earlier.figures != figures:
        raise RuleError(
            _(
                "{month} is published already, and other figures have come since; from both"
                " editions side by side it can be reckoned whose they are."
            ).format(month=month),
            hint=_(
                "What is published stays; the new figures are in jinlin rollup report {month}."
                " If nobody outside saw the earlier edition, add --only-edition."
            ).format(month=month),
        )
    if earlier is None and ledger.was_passed_on(str(month)):
        raise RuleError(
            _(
                "{month} was passed on, so that an office above may publish it; what one of two"
                " tables hides the other may show."
            ).format(month=month),
            hint=_(
                "Publish before passing on: those above then leave it out. If none of them"
                " publishes this month, add --only-edition."
            ),
        )
