"""Which elevator projects that were given up still owe the doors their money back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.store.transaction.tx import Reader


def _give_back(reader: Reader) -> Iterator[TodayLine]:
    if not reader.value("SELECT 1 FROM elevator_project WHERE ended_on IS NOT NULL LIMIT 1"):
        return
    from jinlin.elevator.money.queries import totals
    from jinlin.elevator.project.projects import projects
    from jinlin.elevator.rules.books import Books

    for one in projects(reader):
        held = totals(reader, one, Books.WORKS).balance if one.ended_on else 0
        if held > 0:
            text = _("{place} {amount} yuan").format(place=one.place, amount=yuan(held))
            yield TodayLine(one.label, text, one.ended_on)


SECTIONS: Final = (
    TodaySection(
        280,
        "give_back",
        N_("Elevator projects given up that still hold money"),
        N_("jinlin elevator arrears {number}"),
        _give_back,
    ),
)
