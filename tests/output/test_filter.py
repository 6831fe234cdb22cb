"""A filter's condition chooses what plain Python chooses; what contradicts itself is refused."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.clock import Clock
from jinlin.core.columns import Kind
from jinlin.core.errors import UsageError
from jinlin.output.listing.filter import (
    Condition,
    Contradiction,
    Filter,
    FilterTerm,
    FilterWords,
    any_of,
    days,
    each,
    from_kept,
    having,
    one_of,
    plain,
)
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.store.transaction.tx import Reader

TODAY = date(2026, 11, 5)
READER = cast(
    "Reader",
    SimpleNamespace(
        clock=Clock(datetime(2026, 11, 5, 4, tzinfo=UTC), timezone(timedelta(hours=8)))
    ),
)
FILTER = Filter(
    (
        FilterTerm("kind", "", "WORD", read=str.upper, where=one_of("kind")),
        FilterTerm("size", "", "N", read=int, where=each("size = ? OR size = -?")),
        *days("day"),
        FilterTerm(
            "past", "", find=lambda reader, _: str(reader.clock.today), where=each("day < ?")
        ),
        FilterTerm("left", "", where=plain("gone")),
        FilterTerm("text", "", "TEXT", where=having("title", "note")),
    ),
    (Contradiction("past", frozenset({"left"}), "Not both."),),
)


class Thing(NamedTuple):
    """A row of the table that is asked."""

    kind: str
    size: int
    day: str
    gone: int
    title: str
    note: str | None


LETTERS = "aB%_\\灯"
THINGS = st.lists(
    st.builds(
        Thing,
        kind=st.sampled_from("ABC"),
        size=st.integers(-3, 3),
        day=st.dates(date(2026, 10, 30), date(2026, 11, 10)).map(str),
        gone=st.integers(0, 1),
        title=st.text(LETTERS, max_size=3),
        note=st.none() | st.text(LETTERS, max_size=3),
    ),
    max_size=8,
)
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.lists(st.sampled_from(["a", "a,b", "b、c", "C"]), min_size=1, max_size=2),
        "size": st.lists(st.sampled_from(["1", "2，3", "0"]), min_size=1, max_size=2),
        "since": st.lists(st.sampled_from(["2026-11-01", "11-03"]), min_size=1, max_size=2),
        "until": st.lists(st.sampled_from(["2026-11-04", "today"]), min_size=1, max_size=2),
        "past": st.just([]),
        "left": st.just([]),
        "text": st.lists(st.text(LETTERS, min_size=1, max_size=2), min_size=1, max_size=2),
    },
).filter(lambda asked: not {"past", "left"} <= asked.keys())
DAYS = {"11-03": "2026-11-03", "today": str(TODAY)}


def chosen(thing: Thing, asked: FilterWords) -> bool:
    """Return whether a thing is asked for, said once more in Python."""

    def said(name: str) -> list[list[str]]:
        return [
            words.replace("、", ",").replace("，", ",").split(",") for words in asked.get(name, ())
        ]

    texts = [(thing.title + "\0" + (thing.note or "")).lower()]
    return (
        all(thing.kind in map(str.upper, words) for words in said("kind"))
        and all(abs(thing.size) in map(int, words) for words in said("size"))
        and all(thing.day >= DAYS.get(day, day) for day in asked.get("since", ()))
        and all(thing.day <= DAYS.get(day, day) for day in asked.get("until", ()))
        and ("past" not in asked or thing.day < str(TODAY))
        and ("left" not in asked or bool(thing.gone))
        and all(word.lower() in text for word in asked.get("text", ()) for text in texts)
    )


@given(things=THINGS, asked=ASKED)
def test_the_condition_chooses_what_python_chooses(things: list[Thing], asked: Any) -> None:
    words = {name: tuple(said) for name, said in asked.items()}
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE thing (kind, size, day, gone, title, note)")
    database.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?)", things)
    condition = FILTER.condition(READER, words)
    found = database.execute(
        f"SELECT * FROM thing WHERE {condition.sql} ORDER BY rowid", condition.values
    ).fetchall()
    assert found == [thing for thing in things if chosen(thing, words)]


@given(asked=ASKED, other=ASKED)
def test_what_was_kept_reads_back_and_both_ask_for_both(asked: Any, other: Any) -> None:
    one, two = ({name: tuple(said) for name, said in each.items()} for each in (asked, other))
    assert from_kept(FILTER.kept(one)) == one
    both = FILTER.both(one, two)
    assert both.keys() == one.keys() | two.keys()
    assert all(both[name] == one.get(name, ()) + two.get(name, ()) for name in both)


def test_a_filter_is_typed_again_in_the_order_of_its_terms() -> None:
    asked = {"text": ("两 处",), "past": (), "since": ("11-01",), "kind": ("a,b", "a")}
    assert FILTER.typed(asked) == '--kind a,b --kind a --from 11-01 --past --text "两 处"'


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"past": (), "left": ()}, "Not both."),
        ({"since": ("2026-11-03",), "until": ("2026-11-02",)}, "2026-11-03"),
        ({"kind": (",",)}, ""),
        ({"text": ("\u200b",)}, ""),
        ({"since": ("11-01,11-02",)}, "11-01,11-02"),
    ],
)
def test_what_asks_for_nothing_that_can_be_is_refused(
    asked: dict[str, tuple[str, ...]], told: str
) -> None:
    with pytest.raises(UsageError) as refused:
        FILTER.condition(READER, asked)
    assert told in str(refused.value)


def test_conditions_keep_their_values_in_order() -> None:
    either = any_of([Condition("a = ?", (1,)), Condition("b = ?", (2,))])
    assert either & Condition("c = ?", (3,)) == Condition("(a = ? OR b = ?) AND c = ?", (1, 2, 3))
    assert Condition() & either & Condition() == either


def test_heading_and_value_of_a_column_stand_together() -> None:
    cells: tuple[Cell[Thing], ...] = (
        Cell("kind", "Kind"),
        Cell("size", "Size", lambda thing: f"{thing.size} cm", on=On.SCREEN),
        Cell("size", "Size", kind=Kind.INTEGER, on=On.FILES),
        Cell("when", "Day", "day", Kind.DATE, on=On.FILES),
    )
    listing = Listing.of("things", "Things", cells, [Thing("A", 3, "2026-11-01", 0, "", None)])
    assert [(c.key, c.kind) for c in listing.columns] == [
        ("kind", Kind.TEXT), ("size", Kind.TEXT), ("when", Kind.DATE),
    ]  # fmt: skip
    assert [list(row) for row in listing.rows] == [["A", "3 cm", "2026-11-01"]]
    assert listing.aside == {"when"}
