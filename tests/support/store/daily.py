"""Backups of many days, more than the program keeps: one is made and the others are copies."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

from harness import Jinlin


def back_up_daily(jinlin: Jinlin, days: int, *, code: int = 0) -> list[Path]:
    """Leave a backup of each of so many days, and the clock on the day after them.

    The first is made by the command, which must end with the code, and the others are copies of it.
    """
    made = Path(jinlin("db", "backup", "--quiet", code=code).out.strip())
    stem, day, time = made.stem.rsplit("-", 2)
    first = datetime.strptime(day + time, "%Y%m%d%H%M%S")  # noqa: DTZ007  (names bear local time)
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    copies = [made]
    for later in range(1, days):
        copy = made.with_name(f"{stem}-{first + timedelta(days=later):%Y%m%d-%H%M%S}.db")
        copy.write_bytes(made.read_bytes())
        copy.with_name(f"{copy.name}.sha256").write_text(f"{digest}  {copy.name}\n", "utf-8")
        copies.append(copy)
    jinlin.now += timedelta(days=days)
    return copies
