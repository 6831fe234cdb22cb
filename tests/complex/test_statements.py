"""Reading the register takes a fixed number of questions, however many households there are."""

from __future__ import annotations

import pytest
from calls import call_in
from harness import Jinlin, seeded

from jinlin.complex.household.filters import HOUSEHOLDS
from jinlin.complex.household.register import FEW, households
from jinlin.complex.household.visits import due
from jinlin.store.command.command import reading, writing


@seeded
def full(jinlin: Jinlin) -> Jinlin:
    """More homes than are sorted as a whole, in buildings that sort as people count."""
    with writing(call_in(jinlin.folder)) as tx:
        for code in range(1, 12):
            tx.insert("building", code=str(code))
        tx.write(
            "INSERT INTO household (building_id, entrance, room, floor, state)"
            " WITH RECURSIVE counted (n) AS"
            " (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n <= ?)"
            " SELECT 1 + n % 11, 1 + n % 3, 100 * (1 + n % 30) + n / 300, 1 + n % 30,"
            " CASE n % 4 WHEN 0 THEN 'let' ELSE 'vacant' END FROM counted",
            (FEW + 500,),
        )
    return jinlin


def test_a_listing_asks_as_often_for_one_row_as_for_all(full: Jinlin) -> None:
    counts = []
    with reading(call_in(full.folder)) as reader:
        asked: list[str] = []
        reader.connection.set_trace_callback(asked.append)
        for limit in (1, 50, 0):
            asked.clear()
            where = HOUSEHOLDS.condition(reader, {"state": ("let",), "text": ("1",)})
            households(reader, where, limit=limit)
            due(reader, on="2026-11-05", limit=limit)
            counts.append(len(asked))
    assert counts == [counts[0]] * 3
    assert counts[0] <= 8


@pytest.mark.parametrize("text", [None, "1", "1303"])
def test_the_first_rows_are_the_same_however_many_are_wanted(
    full: Jinlin, text: str | None
) -> None:
    with reading(call_in(full.folder)) as reader:
        asked = {"state": ("let",)} | ({"text": (text,)} if text else {})
        wanted = HOUSEHOLDS.condition(reader, asked)
        every = households(reader, wanted)
        assert len(every.rows) == every.total > 0
        order = [(int(r.building), r.entrance, r.floor, len(r.room), r.room) for r in every.rows]
        assert order == sorted(order)
        for limit in (1, 7, 50):
            some = households(reader, wanted, limit=limit)
            assert some.total == every.total
            assert some.rows == every.rows[:limit]
