"""Who was to report on a month, who has, in time or late, and who is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.days.stretch import Stretch
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.rollup.office.ledger import BundleState, Ledger, Office
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit, line_up, parent_of, parse_code, within

_SHOWN: Final = 4
"""Of several that are called the same, so many are named."""


class MonthStanding(StrEnum):
    """How a branch stands with a month."""

    IN_TIME = "in_time"
    LATE = "late"
    MISSING = "missing"


class Standings(NamedTuple):
    """How all below an organisation stand with a month.

    Attributes:
        unit: the organisation they are below.
        below: as `within` has it.
        due: the day by which the month was due here.
        due_set: that day was set here.
        by_branch: each that was to report, by code.
        waiting: how many bundles of the month wait for their organisation to be in the tree.
        unconfirmed: how many branches have a key that nobody confirmed.
    """

    unit: OrgUnit
    units: Mapping[str, OrgUnit]
    below: Mapping[str, str]
    due: date
    due_set: bool
    by_branch: Mapping[str, MonthStanding]
    waiting: int
    unconfirmed: int

    def missing(self) -> Sequence[OrgUnit]:
        """Return who is missing."""
        return [
            self.units[code]
            for code, standing in self.by_branch.items()
            if standing is MonthStanding.MISSING
        ]

    def by_child(self) -> Mapping[str, Sequence[MonthStanding]]:
        """Return the standings by those directly below the organisation."""
        found: dict[str, list[MonthStanding]] = {}
        for code, standing in self.by_branch.items():
            found.setdefault(self.below[code], []).append(standing)
        return found


def standings(ledger: Ledger, month: Stretch, whose: str | None) -> Standings:
    """Return how all below an organisation stand with a month; below the office where none is said.

    Raises:
        NotFoundError: it is not in the tree.
    """
    office, units = ledger.office, ledger.units()
    unit = below_office(office, units, whose)
    below = within(units, unit.code)
    days = month.first.isoformat(), month.last.isoformat()
    expected = [
        one.code
        for one in units.values()
        if one.level is OrgLevel.COMPLEX and one.code in below and one.alive(*days)
    ]
    due = month.last + timedelta(days=office.due_day)
    day, came = due.isoformat(), _came(ledger, str(month))
    waiting = ledger.kept("state = ? AND period = ?", (BundleState.WAITING, str(month)))
    unconfirmed = ledger.rows("SELECT organisation FROM signer WHERE state = 'unconfirmed'")
    return Standings(
        unit=unit,
        units=units,
        below=below,
        due=due,
        due_set=office.due_set,
        by_branch={code: _standing(came.get(code), day) for code in expected},
        waiting=sum(whose is None or parent_of(one.organisation) in below for one in waiting),
        unconfirmed=sum(row["organisation"] in below for row in unconfirmed),
    )


def _standing(came: str | None, due: str) -> MonthStanding:
    if came is None:
        return MonthStanding.MISSING
    return MonthStanding.IN_TIME if came <= due else MonthStanding.LATE


def _came(ledger: Ledger, period: str) -> Mapping[str, str]:
    """Return by branch when the first edition of a month came, here or to those below."""
    rows = ledger.rows(
        "SELECT organisation, min(min(received_on, coalesce(received_below, received_on))) AS came"
        " FROM bundle WHERE period = ? AND state <> 'waiting' GROUP BY organisation",
        (period,),
    )
    return {row["organisation"]: row["came"] for row in rows}


def below_office(office: Office, units: Mapping[str, OrgUnit], said: str | None) -> OrgUnit:
    """Return the organisation that is meant: the office's own, or one below it.

    Raises:
        NotFoundError: there is none below it, or several are called so.
    """
    unit = unit_of(units, said or office.organisation)
    if office.organisation not in line_up(units, unit.code):
        raise NotFoundError(
            _("{name} is not below {office}.").format(
                name=unit.name, office=units[office.organisation].name
            ),
            hint=_("See which there are: jinlin rollup org"),
        )
    return unit


def unit_of(units: Mapping[str, OrgUnit], said: str) -> OrgUnit:
    """Return an organisation of the tree by its code or its name.

    Raises:
        NotFoundError: it is not in the tree, or several are called so.
    """
    named = [unit for unit in units.values() if compact(unit.name) == compact(said)]
    if len(named) > 1:
        places = (f"{one.code} {place_of(units, one.code)}" for one in named[:_SHOWN])
        raise NotFoundError(
            _("{count} organisations are called {name}.").format(count=len(named), name=said),
            hint=_("Give the code, such as {places}").format(places=_("; ").join(places)),
        )
    if named:
        return named[0]
    code = parse_code(said) if said[:1].isdigit() else said
    if code not in units:
        raise NotFoundError(
            _("There is no organisation {code} in the tree.").format(code=said),
            hint=_("See which there are: jinlin rollup org"),
        )
    return units[code]


def place_of(units: Mapping[str, OrgUnit], code: str) -> str:
    """Return what stands above a unit, as people say it: `春江街道 梅苑社区`."""
    _own, *above = [units[one].name for one in line_up(units, code)] or [""]
    return " ".join(reversed(above[:2]))
