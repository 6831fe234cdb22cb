"""`jinlin rollup add`: what becomes of each file, and that nothing is counted twice or lost."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from harness import Jinlin
from offices import STREET, begun, branch, bundle, kept, key_of, lake, ledger_of, name, send

from jinlin.rollup.rules.cells import Key


def test_what_branches_hand_up_is_counted_once_however_often_it_comes(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    for number in (1, 2):
        send(stick / str(number) if number > 1 else stick, number) if number == 1 else None
    send(stick, 2, received=5)
    (stick / "照片.jpg").write_bytes(b"no zip")
    came = bare("rollup", "add", stick, "--json").data
    assert (came["accepted"], came["same"], came["months"]) == (2, 0, ["2026-10"])
    tables = lake(at)
    rows = tables["categories/period=2026-10/data.parquet"]
    assert [(row[0], row[2], row[3], row[5]) for row in rows] == [
        (branch(1), "facilities", "lighting", 3),
        (branch(2), "facilities", "lighting", 5),
    ]
    assert len(tables["branch/period=2026-10/data.parquet"]) == 2
    assert [row[0] for row in tables["org/data.parquet"]][:2] == [STREET, branch(0)[:12]]
    again = bare("汇总", "接收", stick, bare.folder / "stick" / name(1), "--json").data
    assert (again["accepted"], again["same"]) == (0, 3)
    assert lake(at) == tables
    assert not list(at.path.rglob("*.new"))
    assert not at.staging.exists()


def test_signs_in_a_path_that_stand_for_others_elsewhere_stand_for_themselves(bare: Jinlin) -> None:
    at = begun(bare, bare.folder / "汇总[1]*?'x")
    stick = bare.folder / "stick"
    bare("rollup", "add", send(stick, received=4))
    bare("rollup", "add", send(stick, 2, received=5))
    assert len(lake(at)) == 9
    [total] = bare("rollup", "report", "--question", "categories", "--json").data
    assert total["received"] == 9
    assert bare("rollup", "rebuild", "--json").data["months"] == ["2026-10"]


def test_a_correction_takes_the_place_of_what_was_counted(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    bare("rollup", "add", send(stick, revision=1, received=7))
    late = bare("rollup", "add", send(stick, revision=0), "--json").data
    assert (late["accepted"], late["superseded"]) == (0, 1)
    send(stick, revision=2, received=9)
    bare("rollup", "add", stick)
    [row] = lake(at)["categories/period=2026-10/data.parquet"]
    assert (row[1], row[5]) == (2, 9)
    assert {one.revision: str(one.state) for one in kept(at)} == {
        0: "superseded", 1: "superseded", 2: "accepted",
    }  # fmt: skip


WRONG = {Key("categories", "facilities/lighting", "received"): 3}
NO_ITEM = {Key("groups", "a/b", "due"): 3}


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ({"cells": WRONG}, "adds_up"),
        ({"cells": NO_ITEM}, "wrong"),
        ({"made": "2026-10-31T08:00:00Z"}, "unfinished"),
        ({"period": "2026-11", "made": "2026-12-01T08:00:00Z"}, "unfinished"),
        ({"received": 4}, "conflict"),
        ({"key": key_of(branch(1), new=True)}, "key_changed"),
    ],
)
def test_what_is_not_right_is_named_and_the_rest_is_in(
    bare: Jinlin, what: dict[str, object], why: str
) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    bare("rollup", "add", send(stick))
    before = lake(at)
    send(stick, 2)
    bad = send(stick / "bad", **what)  # type: ignore[arg-type]
    refused = bare("rollup", "add", stick, "--json", code=5)
    [told] = refused.data["refused"]
    assert (told["file"], told["why"]) == (bad.name, "wrong" if why == "adds_up" else why)
    assert ("来件" in (told.get("checks") or "")) == (why == "adds_up")
    assert refused.data["accepted"] == 1
    assert len(lake(at)["reports/period=2026-10/data.parquet"]) == 2
    rows = lake(at)["categories/period=2026-10/data.parquet"]
    assert rows[0] == before["categories/period=2026-10/data.parquet"][0]
    [problem] = bare("rollup", "status", "--problems", "--json").data
    assert (problem["organisation"], problem["what"]) == (branch(1), why)
    assert problem["contact"] == "梅三"
    newer = send(stick, revision=8)
    bare("rollup", "add", newer)
    if what.get("period") is None:
        assert bare("rollup", "status", "--problems", "--json").data == []


def test_what_looks_odd_is_taken_and_asked_about(bare: Jinlin) -> None:
    begun(bare)
    stick = bare.folder / "stick"
    send(stick, period="2026-09", made="2026-10-03T08:00:00Z", received=4)
    send(stick, received=6)  # nothing was carried over, though four were left open
    send(stick, 9)
    assert bare("rollup", "add", stick, "--json").data["accepted"] == 2
    asked = bare("rollup", "status", "--problems", "--json").data
    assert [(one["organisation"], one["what"]) for one in asked] == [
        (branch(1), "carried_over_differs"), (branch(9), "waiting"),
    ]  # fmt: skip
    assert "上月" in bare("rollup", "status", "2026-10", "--problems", "--in", branch(1)).out


def test_whatever_is_no_bundle_is_said_to_be_damaged_and_the_rest_is_in(bare: Jinlin) -> None:
    begun(bare)
    stick = bare.folder / "stick"
    whole = send(stick).read_bytes()
    (stick / "half.zip").write_bytes(whole[: len(whole) // 2])
    (stick / "empty.zip").write_bytes(b"")
    (stick / "large.zip").write_bytes(b"x" * 400_000)
    with zipfile.ZipFile(stick / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.csv", b"0" * 10_000_000)
        archive.writestr("index.csv.minisig", b"")
    told = bare("rollup", "add", stick, "--json", code=5)
    assert {one["file"]: one["why"] for one in told.data["refused"]} == dict.fromkeys(
        ("half.zip", "empty.zip", "large.zip", "bomb.zip"), "damaged"
    )
    assert told.data["accepted"] == 1
    assert "没有收下" in told.err
    assert bare("rollup", "add", stick / "nowhere", code=5)


def test_a_folder_without_a_bundle_is_told_and_its_other_files_are_counted(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "微信 文件 & [转]"
    stick.mkdir()
    assert "没有找到" in bare("rollup", "add", stick).out
    (stick / "照片.jpg").write_bytes(b"x")
    assert "另有1个" in bare("rollup", "add", stick).out
    (stick / "报送[10月]&林秀英 (1).ZIP").write_bytes(bundle())
    assert "没有找到" not in (out := bare("rollup", "add", stick).out)
    assert "另有1个" in out
    assert "没有找到" in bare("rollup", "add", at.path).out  # nothing of its own is looked at


def test_a_table_for_excel_has_what_was_refused(bare: Jinlin) -> None:
    begun(bare)
    stick = bare.folder / "stick"
    send(stick)
    (stick / "照片.zip").write_bytes(b"x")
    head, line = bare("rollup", "add", stick, "--csv", code=5).out.splitlines()
    assert head.endswith("原因")
    assert line.startswith("照片.zip,")
    assert "计入" in bare("rollup", "add", send(stick, 2), "--csv").out


def test_another_key_is_refused_until_its_fingerprint_was_read_out(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    bare("rollup", "add", send(stick))
    other = key_of(branch(1), new=True)
    new = send(stick, revision=1, key=other, received=4)
    bare("rollup", "add", new, code=5)
    refused = bare("rollup", "org", "--trust", branch(1), code=2)
    assert other.public.fingerprint in refused.err
    again = key_of("a third")
    bare("rollup", "add", send(stick / "third", revision=1, key=again), code=5)
    assert "指纹" in bare("rollup", "org", "--trust", branch(1), "--yes", code=3).err
    fingerprint = other.public.fingerprint.upper()
    bare("rollup", "org", fingerprint, "--trust", branch(1), "--yes")
    assert bare("rollup", "add", new, "--json").data["accepted"] == 1
    same = send(stick / "again", key=other)  # made anew with the new key: it says the same
    assert bare("rollup", "add", same, "--json").data["same"] == 1
    listed = bare("rollup", "org", "--json").data
    assert {one["code"]: one["key_state"] for one in listed}[branch(1)] == "confirmed"
    assert len(kept(at)) == 2


def test_an_office_may_ask_for_confirmed_keys(bare: Jinlin) -> None:
    bare.variables["JINLIN_ROLLUP"] = str(bare.folder / "汇总")
    bare("rollup", "init", "--organisation", STREET, "--name", "春江街道", "--require", "confirmed")
    (bare.folder / "树.csv").write_text(
        "代码,名称\n350102001004,梅苑\n" + branch(1) + ",梅苑小区\n"
    )
    bare("rollup", "org", "树.csv")
    path = send(bare.folder / "stick")
    [refused] = bare("rollup", "add", path, "--json", code=5).data["refused"]
    assert refused["why"] == "unconfirmed"
    bare("rollup", "org", key_of(branch(1)).public.line, "--trust", branch(1), "--yes")
    assert bare("rollup", "add", path, "--json").data["accepted"] == 1


def test_who_is_not_in_the_tree_waits_and_is_counted_once_it_is(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    send(stick, 9, revision=1)
    send(stick, 9, received=8)
    assert bare("rollup", "add", stick, "--json").data["waiting"] == 2
    assert bare("rollup", "status", "--json").data["waiting"] == 2
    assert lake(at) == {"org/data.parquet": lake(at)["org/data.parquet"]}
    (bare.folder / "新.csv").write_text(f"代码,名称\n{branch(9)},桂苑小区\n")
    assert "2" in bare("rollup", "org", "新.csv").err
    [row] = lake(at)["categories/period=2026-10/data.parquet"]
    assert row[:2] == (branch(9), 1)
    (bare.folder / "改.csv").write_text(f"代码,名称\n{branch(9)},丹桂小区\n")
    bare("rollup", "org", "改.csv")
    assert "丹桂小区" in {row[3] for row in lake(at)["org/data.parquet"]}


def test_what_a_newer_program_counts_is_kept_and_named(bare: Jinlin) -> None:
    begun(bare)
    cells = {Key("drones", "", "flown"): 2, Key("branch", "", "households"): 5}
    path = send(bare.folder / "stick", cells=cells)
    assert "drones.flown" in bare("rollup", "add", path).err


def test_a_table_that_is_not_known_is_null_and_what_was_left_out_is_nought(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    send(stick, 1, cells={Key("purses", "activity", "entries"): 2})
    send(stick, 2, covers=["purses"], cells={Key("purses", "activity", "entries"): 2})
    bare("rollup", "add", stick)
    known, unknown = lake(at)["branch/period=2026-10/data.parquet"]
    assert set(known[2:]) == {0}
    assert set(unknown[2:]) == {None}


def test_a_rehearsal_judges_and_keeps_nothing(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    send(stick)
    assert bare("rollup", "add", stick, "--dry-run", "--json").data["accepted"] == 1
    assert not kept(at)
    assert not lake(at)
    assert not list(at.archive.rglob("*.zip"))


def test_without_duckdb_it_is_said_how_it_is_installed(
    bare: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(bare)
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    assert "jinlin[rollup]" in bare("rollup", "add", send(bare.folder / "stick"), code=1).err


def test_what_is_made_anew_from_the_archive_is_what_was_there(bare: Jinlin) -> None:
    at = begun(bare)
    stick = bare.folder / "stick"
    for number, revision in ((1, 0), (1, 1), (2, 0)):
        send(stick, number, revision, received=number + revision)
        bare("rollup", "add", stick)
    send(stick, 3, period="2026-09", made="2026-10-02T08:00:00Z")
    bare("rollup", "add", stick)
    before = lake(at)
    (at.lake / "branch/period=2026-09/data.parquet").unlink()
    (at.lake / "groups/period=2020-01").mkdir()
    bare("rollup", "rebuild")
    assert lake(at) == before
    max(at.archive.rglob("*.zip")).unlink()
    assert "存档" in bare("rollup", "rebuild", code=4).err


def test_the_ledger_keeps_what_a_file_was_called_where_that_is_not_as_usual(bare: Jinlin) -> None:
    at = begun(bare)
    odd = bare.folder / "梅苑 十月.zip"
    odd.write_bytes(bundle())
    bare("rollup", "add", odd)
    with ledger_of(at) as ledger:
        assert [row["file"] for row in ledger.rows("SELECT file FROM bundle")] == [odd.name]


def test_no_secret_and_no_contact_is_in_the_lake(bare: Jinlin) -> None:
    at = begun(bare)
    bare("rollup", "add", send(bare.folder / "stick"))
    everything = repr(lake(at))  # the files themselves are packed
    assert branch(1) in everything
    assert "梅苑小区" in everything
    assert "13805911231" not in everything
    assert "梅三" not in everything
    assert Path(at.ledger).is_file()
