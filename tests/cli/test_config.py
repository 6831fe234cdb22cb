"""`jinlin config`: settings with their origin, and the public holidays."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from harness import Jinlin


def shown(jinlin: Jinlin, *words: str) -> dict[str, Any]:
    return {row["key"]: row for row in jinlin("config", "show", "--json", *words).data}


def origin(jinlin: Jinlin, key: str, *words: str) -> tuple[Any, Any]:
    row = shown(jinlin, *words)[key]
    return row["value"], row["origin"]


def test_every_setting_has_its_origin(jinlin: Jinlin) -> None:
    assert origin(jinlin, "language") == ("zh", "default")
    assert origin(jinlin, "database") == (str(jinlin.db), "environment")
    assert origin(jinlin, "user") == ("林秀英", "database")
    assert origin(jinlin, "user", "--user", "许文澜") == ("许文澜", "option")
    assert origin(jinlin, "zone") == ("+08:00", "default")
    assert origin(jinlin, "satisfaction_days") == ("7", "default")
    assert origin(jinlin, "language", "--lang", "en") == ("en", "option")
    jinlin.variables["JINLIN_LANG"] = "en"
    jinlin.variables["JINLIN_USER"] = "何丽娟"
    assert origin(jinlin, "language") == ("en", "environment")
    assert origin(jinlin, "user") == ("何丽娟", "environment")


def test_settings_are_shown_without_a_database(bare: Jinlin) -> None:
    assert origin(bare, "secretary") == (None, "default")
    assert list(bare.folder.iterdir()) == []


def test_the_language_is_kept_in_the_settings_file_and_all_else_in_it_stays(jinlin: Jinlin) -> None:
    file = jinlin.folder / "settings.toml"
    file.write_text('# mine\nlanguage = "zh"\n\n[other]\nlanguage = "x"\n', "utf-8")
    jinlin("config", "set", "语言", "英文")
    assert file.read_text("utf-8") == '# mine\nlanguage = "en"\n\n[other]\nlanguage = "x"\n'
    assert "Usage" in jinlin("--help").out
    assert origin(jinlin, "language") == ("en", "file")
    jinlin("config", "set", "language", "")
    assert origin(jinlin, "language") == ("zh", "default")


def test_a_settings_file_is_made_where_there_is_none(bare: Jinlin) -> None:
    bare("config", "set", "language", "en", "--dry-run")
    assert list(bare.folder.iterdir()) == []
    bare("config", "set", "language", "en")
    assert (bare.folder / "settings.toml").read_text("utf-8") == 'language = "en"\n'


def test_a_broken_settings_file_is_left_alone(jinlin: Jinlin) -> None:
    file = jinlin.folder / "settings.toml"
    file.write_text("language = \n", "utf-8")
    jinlin("config", "set", "language", "en", code=5)
    assert file.read_text("utf-8") == "language = \n"


@pytest.mark.parametrize(
    ("key", "said", "kept"),
    [
        ("zone", "+9", "+09:00"),
        ("时区", "UTC+08:00", "+08:00"),
        ("回访天数", "10天", "10"),
        ("satisfaction-days", "３", "3"),
        ("书记", "许文澜", "许文澜"),
    ],
)
def test_a_setting_of_the_database_is_read_and_kept(
    jinlin: Jinlin, key: str, said: str, kept: str
) -> None:
    got = jinlin("config", "set", key, said, "--json").data
    assert got["value"] == kept
    assert origin(jinlin, got["key"]) == (kept, "database")


def test_the_zone_says_when_the_day_begins(jinlin: Jinlin) -> None:
    jinlin("config", "set", "zone", "0")
    jinlin("building", "add", "3")
    assert jinlin("log", "--json").data[0]["at"].startswith("2026-11-05T04:00")


def test_a_setting_goes_back_to_its_default_and_can_be_undone(jinlin: Jinlin) -> None:
    jinlin("config", "set", "satisfaction_days", "10")
    jinlin("config", "set", "satisfaction_days", "")
    assert origin(jinlin, "satisfaction_days") == ("7", "default")
    jinlin("undo")
    assert origin(jinlin, "satisfaction_days") == ("10", "database")
    assert jinlin("config", "set", "satisfaction_days", "10", "--json").data["changed"] is False


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("zone", "北京"),
        ("zone", "+25:00"),
        ("satisfaction_days", "0"),
        ("satisfaction_days", "很久"),
        ("satisfaction_days", "99999999999"),
        ("language", "fr"),
        ("secretary", "1*3"),
        ("fixed_now", "2026-01-01"),
        ("没有的", "1"),
    ],
)
def test_a_wrong_value_is_refused(
    jinlin: Jinlin, unchanged: Callable[[], None], key: str, value: str
) -> None:
    got = jinlin("config", "set", key, value, code=2, lang="en")
    assert got.err.startswith("Error:")
    assert not (jinlin.folder / "settings.toml").exists()


def test_an_unknown_setting_lists_the_known_ones(jinlin: Jinlin) -> None:
    words = ("config", "set", "颜色", "红", "--json")
    hint = jinlin(*words, code=2, lang="en").error["hint"]
    assert all(key in hint for key in ("language", "secretary", "zone", "satisfaction_days"))
    hint = jinlin(*words, code=2).error["hint"]
    assert all(word in hint for word in ("语言", "书记", "时区", "回访天数"))


def test_settings_are_called_in_the_language_of_the_screen_and_by_key_in_json(
    jinlin: Jinlin,
) -> None:
    assert "回访天数" in jinlin("config", "show").out
    assert "回访天数" in jinlin("config", "set", "satisfaction_days", "10").out
    assert "satisfaction_days" in jinlin("config", "set", "回访天数", "9", lang="en").out
    assert "satisfaction_days" in shown(jinlin)


# Public holidays

ROWS = (
    ("日期", "类型", "名称"),
    ("2031-01-01", "休", "元旦"),
    ("2031/1/4", "班", "元旦补班"),
    ("2031年1月5日", "休", "元旦"),
    ("20310124", "休", "春节"),
)
KNOWN = [("2031-01-01", "off"), ("2031-01-04", "work"), ("2031-01-24", "off")]


def of(jinlin: Jinlin, year: int) -> list[tuple[str, str]]:
    return [(r["day"], r["kind"]) for r in jinlin("config", "holidays", year, "--json").data]


def as_csv(path: Path, rows: Any = ROWS, encoding: str = "utf-8-sig") -> Path:
    path.write_text("\n".join(",".join(row) for row in rows), encoding)
    return path


def test_the_year_of_today_is_shown(jinlin: Jinlin) -> None:
    rows = jinlin("config", "holidays", "--json").data
    assert {row["day"][:4] for row in rows} == {"2026"}
    assert {row["kind"] for row in rows} == {"off", "work"}
    assert rows[0]["source"] == "国务院办公厅关于2026年部分节假日安排的通知"
    assert rows[0]["name"] == "元旦"


def test_a_year_nobody_knows_says_what_to_do(jinlin: Jinlin) -> None:
    assert "jinlin config holidays FILE" in jinlin("config", "holidays", "2031", lang="en").out


def test_towards_the_end_of_a_year_the_next_one_is_told_to_be_unknown(jinlin: Jinlin) -> None:
    assert "up to 2026" in jinlin("config", "holidays", lang="en").err
    assert "up to 2026" not in jinlin("config", "holidays", "2026", lang="en").err
    jinlin.now = jinlin.now.replace(month=6)
    assert "2027" not in jinlin("config", "holidays", lang="en").err


def test_a_day_is_noted_by_itself_counts_and_is_undone(jinlin: Jinlin) -> None:
    before = of(jinlin, 2026)
    assert "星期五" in jinlin("config", "holidays", "2027-02-05", "休").out
    jinlin("config", "holidays", "2027年2月6日", "班")
    assert of(jinlin, 2027) == [("2027-02-05", "off"), ("2027-02-06", "work")]
    shown = jinlin("config", "holidays", "2027", lang="en")
    assert "entered by hand" in shown.out
    assert "not known" in shown.err
    jinlin("config", "holidays", "2026-11-09", "休")
    jinlin("config", "holidays", "2026-10-10", "休")
    noted = [day for day in before if day[0] != "2026-10-10"] + [("2026-11-09", "off")]
    assert of(jinlin, 2026) == sorted(noted)
    for _ in range(4):
        jinlin("undo")
    assert (of(jinlin, 2026), of(jinlin, 2027)) == (before, [])


@pytest.mark.parametrize(("day", "kind"), [("2026-10-01", "休"), ("2026-10-12", "班")])
def test_a_day_that_is_so_already_changes_nothing(
    jinlin: Jinlin, unchanged: Callable[[], None], day: str, kind: str
) -> None:
    assert jinlin("config", "holidays", day, kind, "--json").data["changed"] is False


@pytest.mark.parametrize(
    "words", [("2027-02-05",), ("2027", "休"), ("2027-02-05", "半天"), ("2027-02-30", "休")]
)
def test_a_day_wants_to_be_one_and_to_have_a_kind(
    jinlin: Jinlin, unchanged: Callable[[], None], words: tuple[str, ...]
) -> None:
    assert jinlin("config", "holidays", *words, code=2).err


def test_a_later_release_brings_later_years_to_old_databases(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    jinlin("config", "holidays", "2031-01-03", "休")
    new = (("2031-01-01", "off", "元旦", "通知"), ("2031-01-04", "work", "元旦", "通知"))
    monkeypatch.setattr("jinlin.store.schema.known_days.later_days", lambda: new)
    assert [day for day, _kind in of(jinlin, 2031)] == ["2031-01-01", "2031-01-03", "2031-01-04"]
    assert jinlin("config", "holidays", "2031", lang="en").err == ""
    jinlin("config", "holidays", as_csv(jinlin.folder / "假.csv"), "--yes")
    assert of(jinlin, 2031) == KNOWN, "her own file wins"
    assert "ok" in {row["state"] for row in jinlin("db", "check", "--json").data}


def test_a_year_of_a_wrong_clock_is_named(jinlin: Jinlin) -> None:
    jinlin.now = jinlin.now.replace(year=1971)
    assert "“1971”不是年份" in jinlin("config", "holidays", code=2).err


def test_holidays_come_from_csv_xlsx_and_json(jinlin: Jinlin) -> None:
    got = jinlin(
        "config", "holidays", as_csv(jinlin.folder / "假.csv", encoding="gb18030"), "--json"
    )
    assert got.data == {"year": 2031, "off": 2, "work": 1, "changed": True, "dry_run": False}
    assert of(jinlin, 2031) == KNOWN
    book = openpyxl.Workbook()
    for row in (("2031年放假安排",), *ROWS):
        book.active.append(row)
    book.save(jinlin.folder / "假.xlsx")
    assert jinlin("config", "holidays", "假.xlsx", "--yes", "--json").data["changed"] is False
    days = [{"date": d, "isOffDay": k == "off", "name": "x"} for d, k in KNOWN]
    (jinlin.folder / "假.json").write_text(json.dumps({"year": 2031, "days": days}), "utf-8")
    jinlin("config", "holidays", "假.json", "--yes", "--source", "国办发明电〔2030〕12号")
    assert of(jinlin, 2031) == KNOWN
    assert (
        jinlin("config", "holidays", "2031", "--json").data[0]["source"] == "国办发明电〔2030〕12号"
    )


def test_a_year_that_is_known_is_replaced_after_a_question_and_undone(jinlin: Jinlin) -> None:
    before = of(jinlin, 2026)
    file = as_csv(jinlin.folder / "假.csv", (ROWS[0], ("2025-12-31", "休", "元旦"),
                                             ("2026-01-01", "休", "元旦"), ("2026-05-01", "休", "五一")))  # fmt: skip
    earlier = of(jinlin, 2025)
    assert "--确认" in jinlin("config", "holidays", file, code=2).err
    jinlin("config", "holidays", file, "--yes", "--dry-run")
    assert of(jinlin, 2026) == before
    jinlin("config", "holidays", file, "--yes")
    assert of(jinlin, 2026) == [("2026-01-01", "off"), ("2026-05-01", "off")]
    assert of(jinlin, 2025) == [*earlier, ("2025-12-31", "off")]
    jinlin("undo")
    assert (of(jinlin, 2026), of(jinlin, 2025)) == (before, earlier)


def test_a_wrong_row_takes_none(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    rows = (
        *ROWS,
        ("2031-01-32", "休", ""),
        ("01-02", "休", ""),
        ("2031-01-06", "班", ""),
        ("2031-01-01", "休", ""),
        ("2031-01-07", "半天", ""),
    )
    got = jinlin(
        "config", "holidays", as_csv(jinlin.folder / "坏.csv", rows), "--json", code=5, lang="en"
    )
    assert [row["row"] for row in got.error["rows"]] == [6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("空.csv", "", 5),
        ("别的.csv", "姓名,电话\n张三,1\n", 5),
        ("只有头.csv", "日期,类型\n", 5),
        ("坏.json", "{", 5),
        ("坏.json", "[1, 2]", 5),
        ("坏.json", '{"days": 3}', 5),
    ],
)
def test_a_file_without_days_is_refused(
    jinlin: Jinlin, unchanged: Callable[[], None], name: str, text: str, code: int
) -> None:
    (jinlin.folder / name).write_text(text, "utf-8")
    assert jinlin("config", "holidays", name, code=code, lang="en").err.startswith("Error:")


def test_a_missing_file_is_named(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    assert "没有.csv" in jinlin("config", "holidays", "没有.csv", code=5).err
    assert "没有.json" in jinlin("config", "holidays", "没有.json", code=5).err
    assert jinlin("config", "holidays", "1066", code=2).err


def test_fields_of_ones_own_are_a_part_of_the_settings(jinlin: Jinlin) -> None:
    assert "add" in jinlin("config", "field", "--help", lang="en").out


def test_a_short_file_without_kinds_is_days_off_and_says_what_is_gone(jinlin: Jinlin) -> None:
    rows = (("日期", "名称"), ("2026-01-01", "元旦"), ("2026-05-01", "劳动节"))
    before = len(of(jinlin, 2026))
    said = jinlin(
        "config", "holidays", as_csv(jinlin.folder / "假.csv", rows), "--yes", lang="en"
    ).err
    assert of(jinlin, 2026) == [("2026-01-01", "off"), ("2026-05-01", "off")]
    assert f"There were {before} days of 2026 before" in said
    assert "no column 类型" in said
