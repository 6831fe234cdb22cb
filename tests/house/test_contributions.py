"""A room hands its lines to pages of many rooms: declared by the room, listed in one table."""

from __future__ import annotations

import ast
import sys
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest
from harness import Jinlin
from house.sources import SOURCE, floors
from report.records import recording

from jinlin.core.days.period import period_of
from jinlin.core.days.stretch import Length, stretch_with
from jinlin.notice.rules.matters import matters
from jinlin.output.contribution.full_parts import FullPart
from jinlin.output.contribution.handover_parts import HandoverShare
from jinlin.output.contribution.notice_sources import DRAWN_BY, SOURCE_OF, NoticeSource
from jinlin.output.contribution.rooms import ROOMS, contributed
from jinlin.output.contribution.today_lines import TodayLine, TodaySection, Waiting

PAGES = {
    "today": ["cli/today"],
    "handover": ["cli/database/handover.py", "report/handover"],
}
"""Of each page that is nothing but what rooms contribute the modules that make it."""


def test_the_table_names_every_room_that_declares_something() -> None:
    declared = {
        page: {path.parent.name for path in SOURCE.glob(f"*/{page}.py")} - {"cli"} for page in ROOMS
    }
    assert {page: {*rooms} for page, rooms in ROOMS.items()} == declared


def files(path: str) -> list[Path]:
    return [SOURCE / path] if path.endswith(".py") else sorted((SOURCE / path).rglob("*.py"))


@pytest.mark.parametrize("page", PAGES)
def test_who_makes_a_page_knows_no_room_that_contributes_to_it(page: str) -> None:
    rooms = floors()
    contributing = {*rooms[rooms.index("report") + 1 : rooms.index("output")], *ROOMS[page]}
    known = {
        (file.name, name)
        for file in chain.from_iterable(map(files, PAGES[page]))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in node.module.split(".")[1:2]
        if node.module.startswith("jinlin.") and name in contributing
    }
    assert known == set()


def test_what_is_handed_over_keeps_to_the_shape(jinlin: Jinlin) -> None:
    shares = [room.SHARE for room in contributed("handover")]
    assert all(type(share) is HandoverShare for share in shares)
    registers = [table for share in shares for table in share.registers]
    assert sorted(registers) == sorted({*registers} & {*jinlin.dump()})


def test_no_two_parts_of_a_full_report_share_a_name(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        november = stretch_with(jinlin.now.date(), Length.MONTH)
        period = period_of(november, records.tx.clock)
        told = [
            part for room in contributed("full_report") for part in room.parts(records.tx, period)
        ]
    assert all(type(part) is FullPart for part in told)
    named = [name for part in told for name in part.data]
    assert len({*named}) == len(named)


def test_every_source_of_a_notice_has_one_module_that_draws_it() -> None:
    drawing = {
        ".".join(("jinlin", *path.relative_to(SOURCE).with_suffix("").parts))
        for pattern in ("*/board.py", "*/board/*.py")
        for path in SOURCE.glob(pattern)
        if "\ndef draw(" in path.read_text("utf-8")
    }
    assert {*DRAWN_BY} == {*NoticeSource}
    assert sorted(DRAWN_BY.values()) == sorted(drawing)
    assert {*SOURCE_OF} <= {*matters()}


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
        15, "plants", "Plants", "water {number}", lambda _reader: Waiting(1, (line,))
    )
    monkeypatch.setitem(
        sys.modules, "jinlin.garden.today", SimpleNamespace(SECTIONS=(section,))
    )  # fmt: skip
    monkeypatch.setitem(ROOMS, "today", (*ROOMS["today"], "garden"))
    page = jinlin("today").out
    assert "Plants" in page
    assert "Plants：K1 浇花 11-05  water K1\n" in page
    keys = list(jinlin("today", "--json").data)
    assert keys[keys.index("plants") - 1 : keys.index("plants") + 2] == [
        "to_raise", "plants", "overdue",
    ]  # fmt: skip
