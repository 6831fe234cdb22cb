"""The invented province, walked as a street and as the province: good files count, each mishap says so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin

from jinlin.core.days.stretch import Length, stretch_with
from jinlin.rollup.example.folder import files
from jinlin.rollup.example.province import handed_up
from jinlin.rollup.example.tree import SMALL, units
from jinlin.rollup.rules.bundle import opened
from jinlin.rollup.rules.checks import examined

pytest.importorskip("duckdb")
_OCTOBER = stretch_with(datetime(2026, 10, 1, tzinfo=UTC).date(), Length.MONTH)
_MONTHS = (_OCTOBER.previous.previous, _OCTOBER.previous, _OCTOBER)


def test_every_month_of_every_branch_adds_up_and_the_same_seed_is_the_same_province() -> None:
    handed = list(handed_up(SMALL, _MONTHS))
    assert len(handed) == SMALL.all_complexes * len(_MONTHS)
    assert not [one.file for one in handed if examined(opened(one.content).rows).wrong]
    assert dict(files(_MONTHS)) == dict(files(_MONTHS))
    assert len({unit.code for unit in units(SMALL)}) == 1 + 2 + 4 + 12 + 12 + 60


def test_a_street_and_the_province_above_it_take_it_in(bare: Jinlin) -> None:
    bare.now = datetime(2026, 11, 3, 4, tzinfo=UTC)
    told = bare("rollup", "demo").err
    assert "汇总 接收" in told
    assert "已经有" in bare("rollup", "demo", code=5).err
    (bare.folder / "文件").write_text("")
    assert "不是文件夹" in bare("rollup", "demo", "文件/省", code=5).err
    office = ("--folder", "街道")
    bare("rollup", "init", "--organisation", "990101001000", "--name", "春江街道", *office)
    bare("rollup", "org", "示例省/机构.csv", *office)
    added = bare("rollup", "add", "示例省/春江街道", *office, "--json", code=5).data
    reasons = {one["file"].split()[0]: one["why"] for one in added["refused"]}
    assert reasons == {
        "别人签的": "key_changed", "改过数字": "signature", "数字对不上": "wrong", "没拷完": "damaged",
        "月份没过完": "unfinished",
    }  # fmt: skip
    assert (added["accepted"], added["superseded"], added["waiting"], added["same"]) == (
        14,
        1,
        1,
        1,
    )
    status = bare("rollup", "status", "2026-10", *office, "--json").data
    assert (status["expected"], status["in_time"], status["missing"]) == (5, 4, 1)
    bare("rollup", "pass", "2026-10", "-o", "示例省/各街道转报/春江街道.zip", *office)

    province = ("--folder", "省")
    bare("rollup", "init", "--organisation", "990000000000", "--name", "示例省", *province)
    bare("rollup", "org", "示例省/机构.csv", *province)
    added = bare("rollup", "add", "示例省/各街道转报", *province, "--json").data
    assert added["accepted"] == 55 * 3 + 4
    status = bare("rollup", "status", "2026-10", *province, "--json").data
    assert (status["expected"], status["reported"], status["late"]) == (60, 59, 0)
