"""A small lake, written as `rollup add` writes it: a tree, and cells by month and organisation."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.lake import MonthReport, lake_connection, write_month, write_org
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit, level_of, parent_of

Months = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By month and organisation its cells, `table item measure` (`_` for no item) each with a value."""

STREETS = ("350102001000", "350102002000")
DISTRICT = "350102000000"


def complexes(street: int, count: int) -> list[str]:
    """The codes of the first complexes of a street's first community."""
    return [f"{STREETS[street][:9]}001{number:03}" for number in range(1, count + 1)]


def tree(*codes: str) -> list[OrgUnit]:
    """The organisations of some complexes, and all above them up to the district."""
    units: dict[str, OrgUnit] = {}
    left = list(codes)
    while left:
        code = left.pop()
        above = "" if level_of(code) is OrgLevel.DISTRICT else parent_of(code)
        units[code] = OrgUnit(code, above, level_of(code), f"单位{code.rstrip('0')}")
        left += [above] if above and above not in units else []
    return list(units.values())


def write_lake(path: Path, units: list[OrgUnit], months: Months) -> OfficeFolder:
    """Write a lake; who has no cells handed up an empty month, on the day `_ _ on` of the next."""
    folder = OfficeFolder(path)
    staging = folder.staging
    staging.mkdir(parents=True, exist_ok=True)
    with lake_connection() as connection:
        write_org(connection, folder, units)
        for period, told in months.items():
            rows = [
                (organisation, 0, table, item.replace("_", ""), measure, value)
                for organisation, cells in told.items()
                for (table, item, measure), value in (
                    (key.split(), value) for key, value in cells.items()
                )
                if table != "_"
            ]
            known = {row[0] for row in rows}
            rows += [(code, 0, "branch", "", "households", 0) for code in told.keys() - known]
            with (staging / "cells.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
            year, month = int(period[:4]), int(period[5:])
            after = f"{year + month // 12:04}-{month % 12 + 1:02}"
            reports = [
                MonthReport(
                    code, 0, f"{after}-01T08:00:00Z", f"{after}-{cells.get('_ _ on', 3):02}",
                    code not in known, "00", True,
                )
                for code, cells in told.items()
            ]  # fmt: skip
            write_month(connection, folder, period, reports, staging / "cells.csv")
    return folder
