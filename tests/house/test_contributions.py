"""A room hands its lines to pages of many rooms: declared by the room, listed in one table."""

from __future__ import annotations

import ast
import sys
from types import SimpleNamespace

import pytest
from harness import Jinlin
from house.sources import SOURCE, floors

from jinlin.output.contribution.rooms import ROOMS, contributed
from jinlin.output.contribution.today_lines import TodayLine, TodaySection, Waiting

PAGES = {"today": ["cli/today.py"]}
"""Of each page the modules that make it."""


def test_the_table_names_every_room_that_declares_something() -> None:
    declared = {
        page: {path.parent.name for path in SOURCE.glob(f"*/{page}.py")} - {"cli"} for page in PAGES
    }
    assert {page: {*rooms} for page, rooms in ROOMS.items()} == declared


@pytest.mark.parametrize("page", PAGES)
def test_who_makes_a_page_knows_no_room_that_contributes_to_it(page: str) -> None:
    known = {
        (module.name, imported.split(".")[1])
        for module in (SOURCE / path for path in PAGES[page])
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for imported in [getattr(node, "module", None) or node.names[0].name]
        if imported.startswith("jinlin.")
    }
    rooms = floors()[: floors().index("output")]
    assert {room for _module, room in known} & {*rooms} == set()


def test_no_two_lines_of_today_share_a_place_or_a_name() -> None:
    sections = [section for room in contributed("today") for section in room.SECTIONS]
    assert all(type(section) is TodaySection for section in sections)
    for told in ([one.rank for one in sections], [one.key for one in sections]):
        assert len(set(told)) == len(told)


def test_a_room_that_is_added_to_the_table_is_on_the_page(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = TodayLine("K1", "浇花", "2026-11-05")
    section = TodaySection(
        35, "plants", "Plants", "water {number}", lambda _reader: Waiting(1, (line,))
    )
    monkeypatch.setitem(
        sys.modules, "jinlin.garden.today", SimpleNamespace(SECTIONS=(section,))
    )  # fmt: skip
    monkeypatch.setitem(ROOMS, "today", (*ROOMS["today"], "garden"))
    page = jinlin("today").out
    assert "Plants" in page
    assert "K1 浇花（11-05）\n  → water K1" in page
    keys = list(jinlin("today", "--json").data)
    assert keys[keys.index("plants") - 1 : keys.index("plants") + 2] == [
        "reviews", "plants", "overdue",
    ]  # fmt: skip
