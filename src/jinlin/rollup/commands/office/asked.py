"""What the commands that ask the lake have in common: the level, and the lake opened for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.clock import Month
from jinlin.core.days.stretch import Stretch
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import choice
from jinlin.rollup.office.asking import Asked, OpenLake, asking
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.lake import has_month
from jinlin.rollup.office.ledger import Office, reading_ledger
from jinlin.rollup.office.standing import below_office
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit

_BELOW: Final = dict(zip(OrgLevel, [*list(OrgLevel)[1:], OrgLevel.COMPLEX], strict=True))

ByLevel: TypeAlias = Annotated[
    OrgLevel | None,
    choice(OrgLevel).option(help=N_("On which level it is added up; the next one if left away.")),
]


def asked_of(office: Office, month: Stretch, unit: OrgUnit, by: OrgLevel | None) -> Asked:
    """Return what is asked about: a month of those below a unit, on the next level or another."""
    first = month.first
    level = by or _BELOW[unit.level]
    return Asked(Month(first.year, first.month), level, unit.code, office.due_day)


@contextmanager
def opened_lake(
    call: Call,
    folder: str | None,
    month: Stretch,
    within: str | None,
    by: OrgLevel | None,
    without: Collection[str] = (),
) -> Iterator[tuple[OpenLake, str]]:
    """Open an office's lake for questions; with what the organisation is called they are about.

    Args:
        call: the command.
        folder: the office's folder, where it was named.
        month: the month.
        within: the code or name of the organisation below which; the office's own where none
            was said.
        by: the level; the one below that organisation where none was said.
        without: the codes of complexes that are left out.

    Raises:
        NotFoundError: there is no such organisation, or no roll-up.
        UsageError: the level is above that organisation.
        RuleError: nobody has reported on the month, or DuckDB is not installed.
    """
    with reading_ledger(office_folder(call, folder)) as ledger:
        office = ledger.office
        unit = below_office(office, ledger.units(), within)
        at = ledger.folder
    if by is not None and by.digits < unit.level.digits:
        raise UsageError(
            _("{name} has nothing to add up by {level}.").format(name=unit.name, level=by.label),
            hint=_("Choose a level below it: --by {level}").format(level=_BELOW[unit.level].label),
        )
    if not has_month(at, str(month)):
        raise RuleError(
            _("Nobody has reported on {month} yet.").format(month=month),
            hint=_("Take in what came: jinlin rollup add PATH"),
        )
    with asking(at, asked_of(office, month, unit, by), without) as opened:
        yield opened, unit.name
