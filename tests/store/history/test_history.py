"""The history: sealed, chained, and complete."""

from __future__ import annotations

import json
import sqlite3

import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st
from store.chain import broken_links
from store.meddling import as_a_command, meddle

from jinlin.store.record.sealing import canonical
from jinlin.store.schema.upgrade import OUTSIDE_HISTORY


@seeded
def used(jinlin: Jinlin) -> Jinlin:
    """A database after a few commands, the last of them taken back."""
    for code in ("3", "A", "5"):
        jinlin("building", "add", code, "--floors", "7")
    jinlin("undo")
    return jinlin


def test_the_chain_holds_when_it_is_computed_anew(used: Jinlin) -> None:
    assert used.sql("SELECT count(*) FROM entry") == [(5,)]
    assert broken_links(used) == []


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE entry SET user = '别人' WHERE seq = 3",
        "UPDATE entry SET at = '2020-01-01T00:00:00Z' WHERE seq = 3",
        "UPDATE entry SET did = replace(did, 'A', 'B') WHERE seq = 3",
        "UPDATE row_change SET after = replace(after, '7', '8') WHERE entry = 3",
        "UPDATE row_change SET salt = 'ff' WHERE entry = 3",
        "DELETE FROM row_change WHERE entry = 3",
        "DELETE FROM entry WHERE seq = 3",
    ],
)
def test_tampering_breaks_the_chain(used: Jinlin, tampering: str) -> None:
    meddle(used, tampering, back=False)
    assert broken_links(used) != []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry SET user = 'x' WHERE seq = 1",
        "UPDATE entry SET digest = NULL WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 1",
        "UPDATE row_change SET after = '{}' WHERE entry = 1",
        "DELETE FROM row_change WHERE entry = 1",
        "INSERT INTO row_change (entry, table_name, row_id) VALUES (1, 'building', 1)",
    ],
)
def test_a_sealed_entry_cannot_be_changed(jinlin: Jinlin, sql: str) -> None:
    connection = sqlite3.connect(jinlin.db)
    with pytest.raises(sqlite3.IntegrityError, match=r"history|outside a command"):
        connection.execute(sql)
    connection.close()


def test_each_change_keeps_the_row_before_and_after(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7")
    [(table, row, before, after)] = jinlin.sql(
        "SELECT table_name, row_id, before, after FROM row_change"
        " WHERE entry = (SELECT max(seq) FROM entry)"
    )
    assert (table, row, before) == ("building", 1, None)
    kept = json.loads(after)
    assert (kept["code"], kept["floors"], kept["note"]) == ("3", 7, None)


def test_salts_differ_so_that_equal_values_have_different_digests(used: Jinlin) -> None:
    salts = [salt for (salt,) in used.sql("SELECT salt FROM row_change")]
    assert len(set(salts)) == len(salts)


def test_every_table_but_the_history_itself_tells_the_history(jinlin: Jinlin) -> None:
    tables = {name for (name,) in jinlin.sql("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    told = jinlin.sql(
        "SELECT tbl_name, count(*) FROM sqlite_schema WHERE type = 'trigger'"
        " AND name LIKE 'history_%' GROUP BY tbl_name"
    )
    outside = {*OUTSIDE_HISTORY, "sqlite_sequence"}
    assert dict(told) == dict.fromkeys(tables - outside, 3)


def test_the_log_tells_what_was_done_the_latest_first(used: Jinlin) -> None:
    log = used("log", "--json", lang="en").data
    assert [line["did"] for line in log[:4]] == [
        "Undone: remove building 5",
        "Added building 5",
        "Added building A",
        "Added building 3",
    ]
    assert [line["undone"] for line in log[:4]] == [False, True, False, False]
    assert log[0]["at"] == "2026-11-05T12:00:00+08:00"


def test_the_log_of_one_record(used: Jinlin) -> None:
    log = used("log", "A", "--json", lang="en").data
    assert [line["did"] for line in log] == ["Added building A"]


def test_a_bare_number_is_this_year_s_issue_and_may_be_one_of_the_log(used: Jinlin) -> None:
    told = used("log", "3", lang="en").out
    assert "Nothing was done to “2026-0003”" in told
    assert "No. 3 in the log: Added building A." in told
    assert used("log", "3", "--json").data == []
    for _title in range(4):
        used("issue", "add", "漏水", "--category", "设施")
    told = used("log", "4", lang="en").out
    assert "2026-0004" in told
    assert "No. 4 in the log: Added building 5." in told
    for unknown in ("99", "9" * 5000):
        assert "in the log" not in used("log", unknown, lang="en").out


def test_the_log_reads_in_the_language_of_the_reader(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", lang="en")
    assert jinlin("log", "--json").data[0]["did"] == "新增了楼栋“3”"
    assert jinlin("log", "--json", lang="en").data[0]["did"] == "Added building 3"


def test_the_log_speaks_chinese_of_commands_and_settings(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-101", "--floor", "1")
    jinlin("elevator", "add", "3-1", "--kind", "加装")
    jinlin("config", "set", "交叉任职目标", "60%")
    told = jinlin("log").out
    assert "电梯 立项" in told
    assert "设置 交叉任职目标 为60%" in " ".join(told.split())
    assert "Set cross_posting_target to 60%" in jinlin("log", lang="en").out


def test_the_log_on_the_screen_says_how_many_more_there_are(used: Jinlin) -> None:
    assert "3 more" in used("log", "--limit", "2", lang="en").out
    assert "more" not in used("log", lang="en").out


@given(st.lists(st.one_of(st.none(), st.integers(), st.text())))
def test_the_spelling_that_is_digested_is_that_of_json(values: list[int | str | None]) -> None:
    spelled = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    assert canonical(tuple(values)) == spelled


def test_a_change_is_kept_though_somebody_took_the_guards_out_of_the_file(used: Jinlin) -> None:
    before = used.dump()
    meddle(used, back=False)
    used("building", "edit", "3", "--floors", "9")
    used("undo")
    assert used.dump() == before


@pytest.mark.parametrize(
    "sql",
    [
        "WITH one AS (SELECT 1) UPDATE building SET floors = 9",
        " UPDATE building SET floors = 9",
        "update building SET floors = 9",
        'UPDATE "building" SET floors = 9',
        "UPDATE main.building SET floors = 9",
        "REPLACE INTO building (code, floors) VALUES ('3', 9)",
        "INSERT OR REPLACE INTO building (code, floors) VALUES ('3', 9)",
    ],
)
def test_a_statement_of_which_the_history_cannot_tell_what_it_changes_is_not_run(
    used: Jinlin, sql: str
) -> None:
    before = used.dump()
    with as_a_command(used.db) as write, pytest.raises(ValueError, match="cannot tell"):
        write(sql)
    assert used.dump() == before
