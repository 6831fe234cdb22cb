"""Rosters of households for the tests, and what became of them."""

from __future__ import annotations

from pathlib import Path

from harness import Jinlin, Outcome


def text(jinlin: Jinlin, lines: str, name: str = "房屋.csv") -> Path:
    path = jinlin.folder / name
    path.write_text(lines, "utf-8")
    return path


def taken(jinlin: Jinlin, path: Path, *words: str, code: int | None = 0) -> Outcome:
    return jinlin("household", "import", path, *words, "--yes", "--json", lang="en", code=code)


def homes(jinlin: Jinlin) -> list[str]:
    return [
        "-".join(part for part in row if part)
        for row in jinlin.sql(
            "SELECT b.code, h.entrance, h.room FROM household AS h"
            " JOIN building AS b ON b.id = h.building_id WHERE h.removed_at IS NULL ORDER BY h.id"
        )
    ]


def owners(jinlin: Jinlin, room: str = "502") -> list[tuple[str | None, ...]]:
    return jinlin.sql(
        "SELECT p.name, p.phone, p.other_phone, o.share FROM ownership AS o"
        " JOIN person AS p ON p.id = o.person_id JOIN household AS h ON h.id = o.household_id"
        " WHERE o.removed_at IS NULL AND h.room = ? ORDER BY o.id",
        room,
    )


def reasons(outcome: Outcome) -> list[str]:
    return [row["reason"] for row in outcome.data["rejected"]]
