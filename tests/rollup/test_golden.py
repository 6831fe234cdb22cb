"""The format does not change by accident: what was handed up once is made again, and still read.

The files of `tests/data/handed_up` are never made anew: a change of the format is another one
beside them (`FORMAT`), and these are still taken.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from harness import Jinlin
from offices import begun, branch, kept, key_of, lake

from jinlin.rollup.rules.bundle import FORMAT, MEMBERS, MonthHead, opened, packed
from jinlin.rollup.rules.cells import Cells, Key
from jinlin.rollup.rules.consignment import (
    IndexLine,
    PublishedMonth,
    opened_index,
    write_consignment,
)
from jinlin.rollup.rules.tables import TABLES

DATA = Path(__file__).parents[1] / "data" / "handed_up"
BUNDLE = DATA / f"{branch(1)}-2026-10-r1.zip"
CONSIGNMENT = DATA / "350102001000-2026-10.zip"
DIGEST = "baf59dd6b89fc3754517169d3c942c20ced2a5a9fa4c53797a8bc0724d237a65"
HEAD = MonthHead(
    organisation=branch(1), period="2026-10", revision=1, created="2026-11-03T08:00:00Z",
    definitions="2026-11", program="0.2.0", covers=list(TABLES), empty=False, reason="补记",
    figures_sha256="0123456789abcdef" * 4,
)  # fmt: skip
ITEMS = {
    "categories": ("facilities/lighting", "neighbours/"), "groups": ("facilities",),
    "departments": ("城管", "其他"), "meetings": ("party_day",), "purses": ("common_revenue",),
    "elevators": ("installation/works",), "branch": ("",),
}  # fmt: skip


def cells() -> Cells:
    """A value of each measure there is, all of which add up."""
    told = {
        Key(table, item, measure): 1
        for table, items in ITEMS.items()
        for item in items
        for measure in TABLES[table].measures
    }
    for item in ITEMS["categories"]:
        told[Key("categories", item, "open")] = 1
        told[Key("categories", item, "received")] = 4
        told[Key("categories", item, "reopened")] = 0
    told |= {Key("purses", "common_revenue", "opening_fen"): -(10**14)}
    for measure in TABLES["branch"].measures:
        if measure.startswith(("age", "late")):
            told[Key("branch", "", measure)] = int(measure in {"late7", "latemore"})
    return told


def members(content: bytes) -> list[tuple[str, tuple[int, ...], int, int, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            (one.filename, one.date_time, one.compress_type, one.external_attr, archive.read(one))
            for one in archive.infolist()
        ]


def consigned(content: bytes) -> bytes:
    whole = io.BytesIO()
    index = {opened(content).digest: IndexLine("2026-11-03", ("conflict",))}
    published = PublishedMonth("2026-10", ("350102001000",))
    write_consignment(
        whole, [(BUNDLE.name, content)], index, "350102001000", key_of("350102001000"), published
    )
    return whole.getvalue()


def test_the_bundle_of_a_month_is_made_byte_for_byte_as_it_was() -> None:
    made, golden = packed(HEAD, cells(), key_of(branch(1))), BUNDLE.read_bytes()
    assert members(made) == members(golden)
    assert [name for name, *_rest in members(golden)] == list(MEMBERS)
    if not hasattr(zlib, "ZLIBNG_VERSION"):  # another way of packing the same members
        assert made == golden


def test_a_bundle_of_the_first_format_is_still_read() -> None:
    bundle = opened(BUNDLE.read_bytes())
    assert FORMAT >= 1
    assert bundle.digest == DIGEST
    assert bundle.head == HEAD
    assert bundle.cells == {key: value for key, value in cells().items() if value}
    assert bundle.key.line == key_of(branch(1)).public.line


def test_a_consignment_is_made_as_it_was_and_still_read() -> None:
    golden = CONSIGNMENT.read_bytes()
    assert consigned(BUNDLE.read_bytes()) == golden
    with zipfile.ZipFile(CONSIGNMENT) as archive:
        sender, index = opened_index(archive)
    assert (sender.organisation, sender.published.organisations) == (
        "350102001000",
        ("350102001000",),
    )
    assert index == {DIGEST: IndexLine("2026-11-03", ("conflict",))}


@pytest.mark.parametrize("file", [BUNDLE, CONSIGNMENT])
def test_an_office_takes_in_what_was_handed_up_once(bare: Jinlin, file: Path) -> None:
    at = begun(bare)
    if file is CONSIGNMENT:
        key = key_of("350102001000").public.line
        bare("rollup", "org", key, "--trust", "350102001000", "--yes")
    assert bare("rollup", "add", file, "--json").data["accepted"] == 1
    assert {one.digest.hex() for one in kept(at)} == {DIGEST}
    rows = lake(at)
    assert {name.partition("/")[0] for name in rows} == {"org", "reports", *TABLES}
    assert all(rows[f"{table}/period=2026-10/data.parquet"] for table in TABLES)


def test_what_a_small_complex_counts_is_what_it_counted(bare: Jinlin) -> None:
    """The cells of a month that was typed: another line is another meaning of the format."""
    bare("init", "--name", "梅苑小区", "--yes")
    bare("config", "set", "secretary", "林秀英")
    bare("branch", "edit", "--organisation", branch(1))
    bare("building", "add", "3", "--floors", "6")
    bare("household", "add", "3-1-502", "--area", "90")
    bare("issue", "add", "路灯不亮", "--category", "公共照明", "--reported", "2026-10-05")
    bare("issue", "close", "1", "已换", "--solved", "2026-10-07", "--at", "2026-10-07")
    bare("issue", "add", "争吵", "--category", "其他邻里矛盾", "--reported", "2026-10-20")
    bare("report", "monthly", "2026-10", "--final")
    bare("report", "bundle", "2026-10", "-o", "包.zip")
    with zipfile.ZipFile(bare.folder / "包.zip") as archive:
        made = archive.read("cells.csv")
    golden = (DATA / "cells.csv").read_bytes().replace(b"\r\n", b"\n")
    assert made == golden
