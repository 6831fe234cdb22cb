"""The files of the small province as they come in: most as they should, and one of each mishap."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from jinlin.core.days.stretch import Stretch
from jinlin.rollup.example.months import ExampleBranch
from jinlin.rollup.example.province import HandedUp, handed_up, handing, key_of
from jinlin.rollup.example.tree import SMALL, ExampleUnit, units
from jinlin.rollup.rules.bundle import CELLS, opened
from jinlin.rollup.rules.cells import Cells, Key
from jinlin.rollup.rules.consignment import IndexLine, write_consignment

TREE: Final = "机构.csv"
STREET: Final = "990101001000"
"""The street whose bundles come in one by one; those of the others come as consignments."""
LOOSE: Final = "春江街道"
CONSIGNED: Final = "各街道转报"
_LATE: Final = "990101003000"
_EMPTY: Final = "990102001001002"
"""Reports month after month that nothing happened."""
_UNEQUAL: Final = "990102002001003"
"""Carries over other issues than it left open the month before."""
_HEADER: Final = ("编码", "上级", "级别", "名称", "启用日期", "停用日期", "联系人", "电话")


def files(months: Sequence[Stretch]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the province by their path: its tree, loose bundles, consignments."""
    yield TREE, _tree()
    handed: dict[str, list[HandedUp]] = {}
    for one in handed_up(SMALL, months):
        handed.setdefault(f"{one.unit.code[:9]}000", []).append(one)
    for name, content in _loose(handed.pop(STREET), months):
        yield f"{LOOSE}/{name}", content
    streets = {unit.code: unit.name for unit in units(SMALL)}
    for code, those in handed.items():
        for month in months:
            of_month = [_as_told(one, month) for one in those if one.period == str(month)]
            name = f"{streets[code]}-{code}-{month}.zip"
            yield f"{CONSIGNED}/{name}", _consignment(code, month, of_month)


def _tree() -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_HEADER)
    rows.writerows(units(SMALL))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _as_told(one: HandedUp, month: Stretch) -> HandedUp:
    """Return what a branch handed up, where its report is empty or does not go on from the last."""
    if one.unit.code == _EMPTY:
        return handing(one.unit, month, {})
    if one.unit.code == _UNEQUAL and month.first.month % 2:
        return handing(one.unit, month, _shifted(opened(one.content).cells))
    return one


def _shifted(cells: Cells) -> Cells:
    """Return cells in which an issue is open that was closed, each sum with it."""
    closed = next(key for key in cells if key.measure == "closed_solved" and cells[key] > 0)
    moved = dict(cells)
    more = {closed: -1, closed._replace(measure="open"): 1, Key("branch", "", "age7"): 1}
    for key, change in more.items():
        moved[key] = moved.get(key, 0) + change
    return moved


def _consignment(code: str, month: Stretch, those: Sequence[HandedUp]) -> bytes:
    index: dict[str, IndexLine] = {}
    for one in those:
        day = month.last + timedelta(days=one.day + (6 if code == _LATE else 0))
        index[opened(one.content).digest] = IndexLine(day.isoformat())
    whole = io.BytesIO()
    write_consignment(whole, [(one.file, one.content) for one in those], index, code, key_of(code))
    return whole.getvalue()


def _loose(those: Sequence[HandedUp], months: Sequence[Stretch]) -> Iterator[tuple[str, bytes]]:
    """Yield what comes on the stick of a street: one is missing, one of each mishap is there."""
    last, before = str(months[-1]), str(months[-2])
    by_name: Mapping[tuple[str, str], HandedUp] = {
        (one.unit.code[-1], one.period): one for one in those
    }
    for one in those:
        if (one.unit.code[-1], one.period) != ("5", last):
            yield one.file, one.content
    yield f"复件 {by_name['1', last].file}", by_name["1", last].content
    half = by_name["5", last]
    yield f"没拷完 {half.file}", half.content[: len(half.content) // 2]
    yield f"改过数字 {half.file}", _tampered(half.content)
    cells = opened(half.content).cells
    yield f"别人签的 {half.file}", handing(half.unit, months[-1], cells, key=key_of("x")).content
    four = by_name["4", last]
    wrong = {**opened(four.content).cells, Key("categories", "facilities/lighting", "received"): 99}
    bad = handing(four.unit, months[-1], wrong, 1)
    yield f"数字对不上 {bad.file}", bad.content
    two = by_name["2", before]
    good = handing(two.unit, months[-2], opened(two.content).cells, 1)
    yield good.file, good.content
    stranger = ExampleUnit(f"{two.unit.code[:-1]}9", two.unit.parent, "complex", "新并入的小区")
    cells = dict(ExampleBranch(stranger.code, [months[-1]]).months())[months[-1]]
    new = handing(stranger, months[-1], cells)
    yield new.file, new.content
    early = handing(two.unit, months[-1].next, {}, made=months[-1].next.first)
    yield f"月份没过完 {early.file}", early.content
    yield "楼道照片.jpg", b"\xff\xd8\xff\xe0 no bundle"


def _tampered(content: bytes) -> bytes:
    """Return a bundle in which a number was changed after it was signed."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(whole, "w") as new:
        for info in old.infolist():
            member = old.read(info)
            new.writestr(info, member[:-2] + b"9\n" if info.filename == CELLS else member)
    return whole.getvalue()
