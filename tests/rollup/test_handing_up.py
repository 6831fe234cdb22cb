"""`jinlin report bundle` and `report key`: what leaves the house, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from offices import lake

from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.rules.bundle import Bundle, opened
from jinlin.rollup.rules.tables import TABLES

CODE = "350102001004001"


@seeded
def filed(jinlin: Jinlin) -> Jinlin:
    """A complex with an open and a closed issue of October, whose report was filed."""
    jinlin("branch", "edit", "--organisation", f"{CODE[:12]} {CODE[12:]}")
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502", "--area", "90")
    jinlin(
        "issue", "add", "王小二家门口路灯不亮", "--category", "公共照明", "--reported", "2026-10-05"
    )
    jinlin("issue", "close", "1", "已换灯泡", "--solved", "2026-10-07", "--at", "2026-10-07")
    jinlin("issue", "add", "两家争吵", "--category", "其他邻里矛盾", "--reported", "2026-10-20")
    jinlin("report", "monthly", "2026-10", "--final")
    return jinlin


def handed_up(jinlin: Jinlin, *words: str) -> tuple[Path, Bundle]:
    jinlin("report", "bundle", *words)
    [path] = jinlin.folder.glob("*.zip")
    return path, opened(path.read_bytes())


def test_a_filed_month_is_handed_up_as_numbers_that_say_what_the_report_says(filed: Jinlin) -> None:
    path, bundle = handed_up(filed, "2026-10")
    assert path.name == f"{CODE}-2026-10-r0.zip"
    assert (bundle.head.organisation, bundle.head.period, bundle.head.revision) == (
        CODE,
        "2026-10",
        0,
    )
    cells = {(key.table, key.item, key.measure): value for key, value in bundle.cells.items()}
    assert cells["categories", "facilities/lighting", "closed_solved"] == 1
    assert cells["groups", "facilities", "d3"] == 1
    assert cells["branch", "", "households"] == 1
    assert cells["branch", "", "recorded_late"] == 2
    for key in bundle.cells:
        assert TABLES[key.table].item_columns(key.item) is not None, key
        assert key.measure in TABLES[key.table].measures, key
    report = filed("report", "monthly", "2026-10", "--json").data
    for measure in ("received", "closed_solved", "open", "overdue"):
        told = sum(
            v
            for (table, _item, name), v in cells.items()
            if (table, name) == ("categories", measure)
        )
        assert told == report["issues"][measure]
    with zipfile.ZipFile(path) as archive:
        rows = list(csv.reader(io.StringIO(archive.read("cells.csv").decode())))
    assert len(rows) == len(cells) + 1


def test_a_category_that_is_kept_back_goes_up_as_its_group_alone(filed: Jinlin) -> None:
    _path, bundle = handed_up(filed)
    items = {key.item for key in bundle.cells if key.table == "categories"}
    assert items == {"facilities/lighting", "neighbours/"}


def test_nothing_that_somebody_typed_is_in_the_file(filed: Jinlin) -> None:
    path, _bundle = handed_up(filed)
    with zipfile.ZipFile(path) as archive:
        content = "".join(archive.read(name).decode() for name in archive.namelist())
    for typed in ("王小二", "路灯", "争吵", "3-1-502", "林秀英", "灯泡", "2026-10-0", "0001"):
        assert typed not in content, typed


def test_nothing_that_somebody_typed_is_in_what_an_office_makes_of_it(filed: Jinlin) -> None:
    """The archive, the figures, the consignment and the page, each opened and read."""
    path, _bundle = handed_up(filed)
    office = ("--folder", str(filed.folder / "汇总"))
    filed("rollup", "init", "--organisation", "350102001000", "--name", "春江街道", *office)
    (filed.folder / "树.csv").write_text(f"代码,名称\n350102001004,梅苑\n{CODE},梅苑小区\n")
    filed("rollup", "org", "树.csv", *office)
    filed("rollup", "add", path, *office)
    filed("rollup", "pass", "2026-10", "-o", "转报.zip", *office)
    filed("rollup", "report", "2026-10", "-o", "汇总.html", *office)
    at = OfficeFolder(filed.folder / "汇总")
    archives = [filed.folder / "转报.zip", *at.archive.rglob("*.zip")]
    content = repr(lake(at)) + (filed.folder / "汇总.html").read_text("utf-8")
    content += "".join(map(opened_whole, archives))
    assert CODE in content
    for typed in ("王小二", "路灯不亮", "争吵", "3-1-502", "林秀英", "灯泡", "2026-10-05"):
        assert typed not in content, typed


def opened_whole(path: Path | io.BytesIO) -> str:
    """Everything in a zip, and in the zips in it."""
    with zipfile.ZipFile(path) as archive:
        members = [archive.read(name) for name in archive.namelist()]
    return "".join(
        opened_whole(io.BytesIO(one)) if one[:2] == b"PK" else one.decode() for one in members
    )


def test_whoever_reads_data_packages_finds_it_valid(filed: Jinlin) -> None:
    frictionless = pytest.importorskip("frictionless")
    path, _bundle = handed_up(filed)
    told = frictionless.validate(str(path))
    assert told.valid, told.flatten(["type", "message"])
    with zipfile.ZipFile(path) as archive:
        archive.extractall(filed.folder / "包")
    cells = filed.folder / "包" / "cells.csv"
    cells.write_bytes(cells.read_bytes().replace(b",1\n", b",2\n"))
    assert not frictionless.validate(str(filed.folder / "包" / "datapackage.json")).valid


def test_the_same_report_is_the_same_file_whatever_happens_afterwards(filed: Jinlin) -> None:
    path, _bundle = handed_up(filed)
    first = path.read_bytes()
    filed("report", "bundle", "10")  # the same file stands there, and stays
    filed("issue", "add", "补记一件", "--category", "公共照明", "--reported", "2026-10-09")
    path.unlink()
    assert handed_up(filed)[0].read_bytes() == first


def test_a_month_that_changed_before_it_was_handed_up_is_corrected_first(filed: Jinlin) -> None:
    filed("issue", "add", "补记一件", "--category", "公共照明", "--reported", "2026-10-09")
    refused = filed("report", "bundle", "2026-10", code=1)
    assert "定稿后" in refused.err
    assert "--原因" in refused.err
    filed("report", "monthly", "2026-10", "--final", "--reason", "补记")
    path, bundle = handed_up(filed)
    assert path.name.endswith("-r1.zip")
    assert bundle.head.revision == 1
    assert bundle.head.reason is None


@pytest.mark.parametrize(("month", "said"), [("2026-09", "还没有定稿"), ("2026-11", "还没有过完")])
def test_only_a_month_that_is_over_and_filed_goes_up(filed: Jinlin, month: str, said: str) -> None:
    assert said in filed("report", "bundle", month, code=1).err
    assert not list(filed.folder.glob("*.zip"))


def test_on_a_terminal_a_month_that_was_not_filed_is_filed_on_the_way(filed: Jinlin) -> None:
    refused = filed("report", "bundle", "2026-09", typed="n\n", code=None)
    assert "2026-09" in refused.err
    assert filed.sql("SELECT count(*) FROM filed_report") == [(1,)]
    filed("report", "bundle", "2026-09", typed="y\n")
    assert (filed.folder / f"{CODE}-2026-09-r0.zip").is_file()
    assert filed.sql("SELECT count(*) FROM filed_report") == [(2,)]
    filed("undo")
    assert filed.sql("SELECT count(*) FROM filed_report") == [(1,)]


def test_without_its_code_it_says_where_that_comes_from(jinlin: Jinlin) -> None:
    assert "支部 修改 --机构代码" in jinlin("report", "bundle", code=1).err
    refused = jinlin("branch", "edit", "--organisation", "3501", code=2)
    assert "15位" in refused.err


def test_it_is_written_as_nothing_but_a_zip(filed: Jinlin) -> None:
    assert ".zip" in filed("report", "bundle", "2026-10", "-o", "包.docx", code=2).err
    assert filed.sql("SELECT * FROM filed_bundle") == []


def test_a_rehearsal_shows_every_figure_and_leaves_nothing(filed: Jinlin) -> None:
    before = filed.dump()
    shown = filed("report", "bundle", "2026-10", "--dry-run", "--json").data
    assert {"table": "groups", "item": "facilities", "measure": "on_time", "value": 1} in shown[
        "cells"
    ]
    assert filed.dump() == before
    assert not list(filed.folder.glob("*.zip"))


def test_the_secret_is_in_no_history_no_export_and_no_answer(filed: Jinlin) -> None:
    fingerprint = filed("report", "key", "--json").data["fingerprint"]
    assert filed("report", "key", "--json").data["fingerprint"] == fingerprint
    with sqlite3.connect(filed.db) as database:
        [(seed,)] = database.execute("SELECT seed FROM signing_key")
        history = json.dumps(database.execute("SELECT * FROM row_change").fetchall())
    assert seed not in history
    told = "".join(str(filed(*line.split(), "--json").data) for line in ("log", "report key"))
    assert seed not in told
    filed("db", "check")
    filed("report", "key", "--new", "--yes")
    assert filed("report", "key", "--json").data["fingerprint"] != fingerprint


def test_a_backup_that_is_restored_signs_with_the_same_key(filed: Jinlin) -> None:
    _path, bundle = handed_up(filed)
    filed("db", "backup", "保存.db")
    filed("report", "key", "--new", "--yes")
    filed("db", "restore", "保存.db", "--yes")
    assert filed("report", "key", "--json").data["key"] == bundle.key.line


def test_what_was_taken_back_and_is_made_again_is_the_same_file(filed: Jinlin) -> None:
    path, _bundle = handed_up(filed)
    first = path.read_bytes()
    path.unlink()
    filed("undo")
    assert filed.sql("SELECT * FROM filed_bundle") == []
    assert handed_up(filed)[0].read_bytes() == first
