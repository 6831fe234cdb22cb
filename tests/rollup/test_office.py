"""An office's folder: its tree, who reported, and what goes on to the next level."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from harness import Jinlin
from offices import COMMUNITY, STREET, begun, branch, bundle, kept, key_of, lake, made, send

from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.rules.bundle import opened
from jinlin.rollup.rules.consignment import IndexLine, write_consignment

CITY = "350100000000"


def test_the_tree_is_taken_from_the_list_the_street_has_already(bare: Jinlin) -> None:
    begun(bare)
    listed = {one["code"]: one for one in bare("rollup", "org", "--json").data}
    assert listed[branch(1)]["parent"] == COMMUNITY
    assert listed[branch(1)]["level"] == "complex"
    assert listed[STREET]["level"] == "street"
    (bare.folder / "改.csv").write_text(
        "统计用区划代码,小区名称,级别,上级代码,联系人,停用日期,层数\n"
        f"{branch(1)},梅苑小区,小区,,何五,,6\n"  # another contact; the phone stays
        f"{branch(2)},兰苑小区,小区,{branch(1)},,2026-09-30,\n"  # merged away
        f"{branch(7)},柳苑小区,,350102009001,,,\n"
        f"{branch(8)},桃苑小区,社区,,,,\n"
        "12345,什么小区,,,,,\n"
        "350203,外区,区县,,,,\n",
        "gb18030",
    )
    told = bare("rollup", "org", "改.csv", "--json", code=5)
    assert (told.data["added"], told.data["changed"]) == (1, 2)
    reasons = [(one["row"], one["reason"]) for one in told.data["rejected"]]
    assert [row for row, _why in reasons] == [4, 5, 6]
    assert "350102009001" in reasons[0][1]
    listed = {one["code"]: one for one in bare("rollup", "org", "--json").data}
    assert (listed[branch(1)]["contact"], listed[branch(1)]["phone"]) == ("何五", "13805911231")
    assert bare("rollup", "status", "2026-09", "--json").data["expected"] == 4
    assert bare("rollup", "status", "2026-10", "--json").data["expected"] == 3
    (bare.folder / "改2.csv").write_text(f"code,name,phone\n{branch(1)},梅苑小区,13805911239\n")
    bare("rollup", "org", "改2.csv")
    [one] = [u for u in bare("rollup", "org", "--json").data if u["code"] == branch(1)]
    assert one["phone"] == "13805911239"
    again = bare("rollup", "org", "改.csv", "--json", code=5).data
    assert (again["added"], again["changed"]) == (0, 0)


def test_a_list_that_goes_in_a_circle_is_refused(bare: Jinlin) -> None:
    begun(bare)
    (bare.folder / "圈.csv").write_text(
        f"代码,名称,上级代码\n350102001005,甲社区,350102001006\n350102001006,乙社区,350102001005\n"
        f"{branch(5)},丙小区,{COMMUNITY}\n{branch(5)},丙小区,{COMMUNITY}\n"
    )
    told = bare("rollup", "org", "圈.csv", "--json", code=5).data
    assert [one["row"] for one in told["rejected"]] == [2, 3, 5]
    assert told["added"] == 1


def test_status_tells_who_is_in_time_late_or_missing_and_whom_to_call(bare: Jinlin) -> None:
    begun(bare)
    stick = bare.folder / "stick"
    bare("rollup", "add", send(stick, 1))
    bare.now = datetime(2026, 11, 6, 4, tzinfo=UTC)
    send(stick, 1, revision=1)  # a correction makes nobody late
    send(stick, 2)
    bare("rollup", "add", stick)
    told = bare("rollup", "status", "--json").data
    assert told["due"] == "2026-11-05"
    assert [told[key] for key in ("expected", "reported", "in_time", "late", "missing")] == [
        4, 2, 1, 1, 2,
    ]  # fmt: skip
    assert [(one["name"], one["phone"]) for one in told["missing_units"]] == [
        ("竹苑小区", "13805911233"), ("菊苑小区", "13805911234"),
    ]  # fmt: skip
    assert told["units"] == [
        {"code": COMMUNITY, "name": "梅苑社区", "expected": 4, "reported": 2, "in_time": 1,
         "late": 1, "missing": 2}
    ]  # fmt: skip
    assert bare("汇总", "状态", "9月", "--范围", branch(1), "--json").data["missing"] == 1
    assert "竹苑小区" in bare("汇总", "状态").out
    bare("rollup", "status", "--in", "350999", code=3)
    bare("rollup", "status", "-o", "情况.xlsx")
    assert (bare.folder / "情况.xlsx").is_file()


def test_an_organisation_is_named_where_only_one_is_called_so(bare: Jinlin) -> None:
    begun(bare)
    (bare.folder / "另.csv").write_text(
        f"代码,名称\n{COMMUNITY[:11]}5,兰社区\n{COMMUNITY[:11]}5001,梅苑小区\n110000,北京\n"
    )
    bare("rollup", "org", "另.csv")
    assert bare("汇总", "状态", "--范围", "兰苑小区", "--json").data["expected"] == 1
    refused = bare("汇总", "状态", "--范围", "梅苑小区", code=3).err
    assert branch(1) in refused
    assert "梅苑社区" in refused
    assert "没有" in bare("汇总", "状态", "--范围", "菊社区", code=3).err
    assert "春江街道" in bare("汇总", "状态", "--范围", "北京", code=3).err
    bare("rollup", "add", send(bare.folder / "stick", 2))
    bare("rollup", "org", "--trust", "兰苑小区", "--yes")
    listed = bare("rollup", "org", "--json").data
    assert {one["code"]: one["key_state"] for one in listed}[branch(2)] == "confirmed"


def test_status_tells_what_is_not_due_yet_and_what_to_do_about_what_waits(bare: Jinlin) -> None:
    begun(bare)
    bare("rollup", "add", send(bare.folder / "stick", 1), send(bare.folder / "stick", 9))
    told = bare("rollup", "status").out
    for said in ("还没到期", "等名册的文件，", "--认可公钥"):
        assert said in told
    assert "还没有过完" in bare("rollup", "status", "2026-11").out
    bare.now = datetime(2026, 11, 6, 4, tzinfo=UTC)
    assert "还没到期" not in bare("rollup", "status").out


def test_an_office_may_have_a_due_day_of_its_own(bare: Jinlin) -> None:
    own = ("--folder", str(bare.folder / "汇总"))
    bare("rollup", "init", "--organisation", CITY, "--name", "福州市", "--due-day", "12", *own)
    assert bare("rollup", "status", *own, "--json").data["due"] == "2026-11-12（本单位规定）"
    assert (
        "已经有汇总"
        in bare("rollup", "init", "--organisation", CITY, "--name", "福州市", *own, code=4).err
    )
    assert (
        "街道及以上"
        in bare("rollup", "init", "--organisation", branch(1), "--name", "甲", code=2).err
    )
    assert "汇总 建立" in bare("rollup", "status", "--folder", "别处", code=4).err
    assert not (bare.folder / "别处").exists()


def passed(bare: Jinlin) -> Path:
    """Let a street pass on what two complexes handed up in time, and one of them corrected."""
    begun(bare, bare.folder / "街道")
    stick = bare.folder / "stick"
    for number, revision in ((1, 0), (1, 1), (2, 0)):
        send(stick, number, revision)
    bare("rollup", "add", stick)
    bare("rollup", "add", send(bare.folder / "other", 2, received=8), code=5)
    bare("rollup", "pass", "2026-10")
    return bare.folder / f"{STREET}-2026-10.zip"


def test_what_is_passed_on_arrives_unchanged_with_when_it_came(bare: Jinlin) -> None:
    consignment = passed(bare)
    with zipfile.ZipFile(consignment) as archive:
        names = [f"{branch(1)}-2026-10-r1.zip", f"{branch(2)}-2026-10-r0.zip"]
        assert archive.namelist() == ["index.csv", "index.csv.minisig", *names]
        for name in names:
            assert archive.read(name) == (bare.folder / "stick" / name).read_bytes()
        assert b"13805911231" not in b"".join(map(archive.read, archive.namelist()))
    before = consignment.read_bytes()
    bare("rollup", "pass", "2026-10", "--force")
    assert consignment.read_bytes() == before
    bare.now = datetime(2026, 11, 9, 4, tzinfo=UTC)  # the city's day is the tenth
    at = made(bare.folder / "市", CITY)
    bare.variables["JINLIN_ROLLUP"] = str(at.path)
    assert bare("rollup", "add", consignment, "--json").data["accepted"] == 2
    assert {(one.received_on, one.received_below) for one in kept(at)} == {
        ("2026-11-09", "2026-11-05")
    }
    assert {row[3] for row in lake(at)["reports/period=2026-10/data.parquet"]} == {"2026-11-05"}
    [problem] = bare("rollup", "status", "--problems", "--json").data
    assert (problem["organisation"], problem["what"]) == (branch(2), "conflict")
    assert bare("rollup", "add", consignment, "--json").data["same"] == 2


@pytest.mark.parametrize("spoilt", ["index", "key", "stranger", "packed", "half"])
def test_a_consignment_that_is_not_as_it_was_sent_is_refused_as_a_whole(
    bare: Jinlin, spoilt: str
) -> None:
    consignment = passed(bare)
    at = made(bare.folder / "市", CITY)
    if spoilt == "stranger":
        at = OfficeFolder(bare.folder / "别的市")
        own = ("--folder", at.path)
        bare("rollup", "init", "--organisation", "3502", "--name", "别的市", *own)
    bare.variables["JINLIN_ROLLUP"] = str(at.path)
    with zipfile.ZipFile(consignment) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    if spoilt == "index":
        members["index.csv"] = members["index.csv"].replace(b"2026-11-05", b"2026-11-01")
    if spoilt == "key":
        bare("rollup", "org", key_of("another").public.line, "--trust", STREET, "--yes")
    packing = zipfile.ZIP_DEFLATED if spoilt == "packed" else zipfile.ZIP_STORED
    with zipfile.ZipFile(consignment, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    if spoilt == "half":
        consignment.write_bytes(consignment.read_bytes()[:-40])
    told = bare("rollup", "add", consignment, "--json", code=5).data
    assert [one["why"] for one in told["refused"]] == [
        {"index": "signature", "key": "key_changed", "stranger": "unknown_office",
         "packed": "damaged", "half": "damaged"}[spoilt]
    ]  # fmt: skip
    assert not kept(at)


def test_an_office_has_nothing_to_say_of_those_who_are_not_below_it(bare: Jinlin) -> None:
    begun(bare, bare.folder / "市")
    other = bare.folder / "别的街道.zip"
    digest = opened(bundle(1)).digest
    with other.open("wb") as file:
        write_consignment(
            file, [("a.zip", bundle(1))], {digest: IndexLine("2026-11-01", ("conflict",))},
            branch(2), key_of(branch(2)),
        )  # fmt: skip
    assert bare("rollup", "add", other, "--json").data["accepted"] == 1
    assert bare("rollup", "add", other, "--json").data["same"] == 1
    at = OfficeFolder(bare.folder / "市")
    assert [one.received_below for one in kept(at)] == [None]
    assert bare("rollup", "status", "--problems", "--json").data == []


def test_nothing_to_pass_on_is_said(bare: Jinlin) -> None:
    begun(bare)
    assert "没有可以转报" in bare("rollup", "pass", code=1).err
