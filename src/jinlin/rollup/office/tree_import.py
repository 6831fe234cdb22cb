"""The tree taken from a table: each row an organisation, what the table does not say is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.exchange.table.book import Needed
from jinlin.exchange.table.fields import field_label
from jinlin.exchange.table.rows import Row, RowError, all_faults
from jinlin.output.importing.comparison import Difference, RegisterComparison, differences
from jinlin.output.importing.outcome import Outcome, Rejected, rejected
from jinlin.rollup.office.ledger import Ledger
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit, circles, level_of, parent_of, parse_code

_FIELDS: Final[Mapping[str, str]] = {
    "code": "org_code", "parent": "org_parent", "level": "org_level", "name": "org_name",
    "since": "org_since", "until": "org_until", "contact": "contact", "phone": "contact_phone",
}  # fmt: skip
"""By what is kept of an organisation the field of a table that holds it."""
WANTED: Final = tuple(_FIELDS.values())
NEEDED: Final[Needed] = (("org_code",), ("org_name",))
_SHOWN: Final = 5
"""So many codes a note names."""


def import_units(ledger: Ledger, rows: Iterable[Row], clock: Clock) -> Outcome:
    """Take the rows of a table into the tree; whoever the table does not name stays.

    Args:
        ledger: the ledger, within a transaction.
        rows: the table.
        clock: for days without a year.
    """
    known = ledger.units()
    office = ledger.office
    read: dict[str, tuple[Row, OrgUnit]] = {}
    refused: list[Rejected] = []
    for row in rows:
        try:
            unit = _unit(row, known, clock)
            if unit.code in read:
                raise row.error(_FIELDS["code"], _("it stands in the table twice"))
        except RowError as error:
            refused.append(rejected(row, *error.problems))
        else:
            read[unit.code] = row, unit
    while wrong := _hanging(known, read, office.level):
        for code, why in wrong.items():
            row, _unit_of_it = read.pop(code)
            refused.append(rejected(row, row.error(_FIELDS["parent"], why).problem))
    compared: RegisterComparison[str] = RegisterComparison(lambda code: _called(known, read, code))
    for code, (_row, unit) in read.items():
        if code not in known:
            compared.added.append(code)
        elif not compared.met(code, _differences(known[code], unit)):
            continue
        ledger.keep_unit(unit)
    compared.missing = [code for code in known if code not in read and code != office.organisation]
    refused.sort(key=lambda one: (one.problem.sheet, one.problem.row))
    return compared.outcome(refused, _notes(unit for _row, unit in read.values()))


def _unit(row: Row, known: Mapping[str, OrgUnit], clock: Clock) -> OrgUnit:
    """Return the organisation of a row.

    Raises:
        RowError: with everything that is wrong with it.
    """
    said: dict[str, str] = {}

    def keep(key: str, read: Callable[[str], str]) -> None:
        if _FIELDS[key] in row.headers.columns:
            said[key] = read(_FIELDS[key])

    def day(field: str) -> str:
        found = row.day(field, clock)
        return found.isoformat() if found else ""

    code = row.read(_FIELDS["code"], lambda: parse_code(row.required(_FIELDS["code"])))
    reads = {
        "parent": lambda f: row.read(f, lambda: parse_code(row.text(f))) if row.text(f) else "",
        "level": lambda f: row.read(f, lambda: OrgLevel.read(row.text(f))) if row.text(f) else "",
        "name": row.required,
        "since": day,
        "until": day,
        "contact": row.name,
        "phone": row.phone,
    }  # fmt: skip
    all_faults(partial(keep, key, read) for key, read in reads.items())
    level = OrgLevel(said.pop("level", "") or level_of(code))
    if (level is OrgLevel.COMPLEX) != (level_of(code) is OrgLevel.COMPLEX):
        raise row.error(
            _FIELDS["level"], _("a complex has 15 digits, and nothing above it has as many")
        )
    before = known.get(code, OrgUnit(code, parent_of(code), level, ""))
    parent = said.pop("parent", "") or before.parent
    return before._replace(level=level, parent=parent, **said)


def _hanging(
    known: Mapping[str, OrgUnit], read: Mapping[str, tuple[Row, OrgUnit]], top: OrgLevel
) -> Mapping[str, str]:
    """Return the codes that hang in the air, with why."""
    levels = list(OrgLevel)
    units = {**known, **{code: unit for code, (_row, unit) in read.items()}}
    wrong: dict[str, str] = {}
    for code, (_row, unit) in read.items():
        below = levels.index(unit.level) > levels.index(top)
        if below and unit.parent not in units:
            wrong[code] = _("there is no {code} in the tree").format(code=unit.parent)
        elif circles(units, code):
            wrong[code] = _("whoever goes up from it comes back to it")
    return wrong


def _differences(before: OrgUnit, after: OrgUnit) -> list[Difference]:
    columns = [
        Column(key=key, heading=field_label(field), labels=_labels(key))
        for key, field in _FIELDS.items()
    ]
    return list(differences(columns, before._asdict(), after._asdict()))


def _labels(key: str) -> Mapping[str, str] | None:
    return OrgLevel.labels() if key == "level" else None


def _called(
    known: Mapping[str, OrgUnit], read: Mapping[str, tuple[Row, OrgUnit]], code: str
) -> str:
    unit = read[code][1] if code in read else known[code]
    return f"{code} {unit.name}"


def _notes(units: Iterable[OrgUnit]) -> list[str]:
    strays = [unit.code for unit in units if unit.strays]
    if not strays:
        return []
    return [
        _("Codes whose first six digits do not fit the one above, {count}: {codes}.").format(
            count=len(strays), codes=_(", ").join(strays[:_SHOWN])
        )
    ]
