"""`jinlin issue list` and `show`: which, in which order, and what is never shown."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from harness import Jinlin, seeded
from issue.adding import Add

from jinlin.core.text import width


def numbers(jinlin: Jinlin, *words: object) -> list[int]:
    listed = jinlin("issue", "list", "--json", *words).data
    return [int(issue["number"][5:]) for issue in listed]


@seeded
def seven(jinlin: Jinlin, add: Add) -> Jinlin:
    """Seven issues of every kind, looked at on 5 November."""
    jinlin("building", "add", "1")
    jinlin("building", "add", "2")
    jinlin("member", "add", "杨卫国")
    add("路灯不亮", "--date", "2026-10-20", "--building", "1")
    add("灯罩松动", "--due", "2026-11-30", "--urgency", "紧急", "--building", "2")
    add("垃圾桶破损", "--category", "垃圾与保洁", "--date", "2026-11-02", "--place", "北门")
    add("有燃气味", "--category", "紧急险情", "--urgency", "特急", "--building", "1")
    add("水管100%爆了", "--category", "公共管道下水", "--assign", "杨卫国")
    add("门禁坏了", "--category", "门禁监控道闸", "--date", "2026-10-01")
    add("健身器材", "--category", "健身休闲设施", "--date", "2026-10-02")
    jinlin("issue", "assign", "3", "--unit", "物业公司")
    jinlin("issue", "close", "6", "--date", "2026-10-08")
    jinlin("issue", "close", "7", "--date", "2026-10-06", "--unsolved", "--reason", "等配件")
    return jinlin


def test_open_and_most_urgent_first_then_the_latest_closed(seven: Jinlin) -> None:
    assert numbers(seven) == [4, 2, 1, 3, 5, 6, 7]


def test_filters(seven: Jinlin) -> None:
    for words, found in (
        (("--status", "open"), [4, 2, 1, 3, 5]),
        (("--status", "在办"), [4, 2, 1, 3, 5]),
        (("--status", "closed"), [6, 7]),
        (("--status", "已办结"), [6]),
        (("--status", "closed_unsolved,办理中"), [3, 5, 7]),
        (("--status", "办理中，待受理"), [4, 2, 1, 3, 5]),
        (("--status", "open", "--status", "办理中,已办结"), [3, 5]),
        (("--status", "open", "--status", "closed"), []),
        (("--category", "设施"), [2, 1, 5, 6, 7]),
        (("--category", "公共照明,紧急险情"), [4, 2, 1]),
        (("--category", "设施", "--category", "lighting"), [2, 1]),
        (("--building", "1"), [4, 1]),
        (("--building", "1号楼,2"), [4, 2, 1]),
        (("--building", "1", "--building", "2"), []),
        (("--steward", "杨卫国"), [5]),
        (("--steward", "物业公司,杨卫国"), [3, 5]),
        (("--from", "2026-11-01"), [4, 2, 3, 5]),
        (("--to", "2026-10-20"), [1, 6, 7]),
        (("--from", "10-02", "--to", "10-20"), [1, 7]),
        (("--overdue",), [1, 3]),
        (("--overdue", "--category", "公共照明"), [1]),
        (("--overdue", "--status", "closed"), []),
        (("--text", "灯"), [2, 1]),
        (("--text", "灯,北门"), [2, 1, 3]),
        (("--text", "灯", "--text", "路"), [1]),
        (("--text", "100%"), [5]),
        (("--text", "%"), [5]),
        (("--text", "_"), []),
        (("--text", "配件"), [7]),
        (("--limit", "2"), [4, 2]),
        (("--limit", "6"), [4, 2, 1, 3, 5, 6]),
        (("--limit", "all"), [4, 2, 1, 3, 5, 6, 7]),
    ):
        assert numbers(seven, *words) == found, words


def test_what_is_overdue_is_computed_when_it_is_looked_at(seven: Jinlin) -> None:
    seven.now = datetime(2026, 11, 30, 15, 59, tzinfo=UTC)
    assert 2 not in numbers(seven, "--overdue")
    seven.now = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)
    assert 2 in numbers(seven, "--overdue")


def test_json_has_exactly_these_fields(seven: Jinlin) -> None:
    issue = seven("issue", "list", "--json", "--limit", "1").data[0]
    assert set(issue) == {
        "number", "title", "category", "category_code", "status", "urgency", "building", "entrance",
        "room", "place", "reported_at", "due_on", "overdue", "steward", "handler", "channel",
        "private", "closed_at", "satisfaction", "level", "deferred_until", "urged", "reopened",
        "offer", "paid_fen",
    }  # fmt: skip


def test_the_reporter_is_in_no_list(jinlin: Jinlin, add: Add) -> None:
    add("x", "--reporter", "张小梅", "--reporter-phone", "13800001234")
    for form in (("--json",), ("--csv",), ("--md",), ()):
        out = jinlin("issue", "list", *form).out
        assert "小梅" not in out
        assert "1234" not in out


def test_a_record_by_itself_names_the_reporter_and_masks_the_phone(
    jinlin: Jinlin, add: Add
) -> None:
    add("x", "--reporter", "张小梅", "--reporter-phone", "13800001234")
    issue = jinlin("issue", "show", "1", "--json").data
    assert (issue["reporter"], issue["reporter_phone"]) == ("张小梅", "138****1234")
    before = len(jinlin("log", "--json").data)
    assert (
        jinlin("issue", "show", "1", "--unmask", "--json").data["reporter_phone"] == "13800001234"
    )
    assert len(jinlin("log", "--json").data) == before + 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tables_fit_eighty_columns_and_cut_nothing(seven: Jinlin, lang: str) -> None:
    seven("issue", "add", "很长的标题" * 20, "--category", "停车与车棚充电桩", "--place", "地" * 90)
    for words in (("list",), ("show", "1"), ("show", "8"), ("categories",)):
        out = seven("issue", *words, lang=lang).out
        assert max(width(line) for line in out.splitlines()) <= 80
        assert "…" not in out
    assert seven("issue", "list", lang=lang).out.count("长") == 20


def test_urgent_and_overdue_are_said_in_words(seven: Jinlin) -> None:
    out = " ".join(seven("issue", "list", lang="en").out.split())
    assert "[critical]" in out
    assert "overdue" in out


def test_a_table_shows_fifty_and_says_how_many_more(jinlin: Jinlin) -> None:
    rows = "".join(f"2026-10-01,第{n}件,其他\n" for n in range(60))
    (jinlin.folder / "many.csv").write_text(f"日期,事项,类别\n{rows}", "utf-8")
    jinlin("issue", "import", "many.csv", "--yes")
    out = jinlin("issue", "list", lang="en").out
    assert out.count("2026-00") == 50
    assert "10 more" in out
    assert len(jinlin("issue", "list", "--json").data) == 60


def test_an_empty_notebook_says_how_to_begin(jinlin: Jinlin) -> None:
    assert "jinlin 事项 新增" in jinlin("issue", "list").out
    assert jinlin("issue", "list", "--json").data == []


def test_csv_keeps_what_could_be_a_formula_as_text(jinlin: Jinlin, add: Add) -> None:
    add("=1+1")
    out = jinlin("issue", "list", "--csv").out
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert rows[1][1] == "'=1+1"


@pytest.mark.usefixtures("unchanged")
def test_bad_filters_are_told(jinlin: Jinlin) -> None:
    for words, code in (
        (("--status", "差不多"), 2),
        (("--status", ","), 2),
        (("--category", "天文"), 3),
        (("--building", "9"), 3),
        (("--steward", "没有这人"), 3),
        (("--from", "abc"), 2),
        (("--from", "2026-11-05", "--to", "2026-11-01"), 2),
        (("--text", " "), 2),
        (("--limit", "-1"), 2),
    ):
        assert jinlin("issue", "list", *words, "--json", code=code).error["code"] == code, words


def plan(jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """Return how SQLite answers what `issue list` asks of it."""
    import sqlite3

    from jinlin.store.transaction.tx import Reader

    asked: list[tuple[str, Any]] = []
    each, value = Reader.each, Reader.value

    def told_each(self: Reader, sql: str, values: Any = ()) -> Any:
        asked.append((sql, values))
        return each(self, sql, values)

    def told_value(self: Reader, sql: str, values: Any = ()) -> Any:
        asked.append((sql, values))
        return value(self, sql, values)

    monkeypatch.setattr(Reader, "each", told_each)
    monkeypatch.setattr(Reader, "value", told_value)
    jinlin("issue", "list", *words)
    connection = sqlite3.connect(jinlin.db)
    connection.create_function("civil_today", 0, lambda: "2026-11-05", deterministic=True)
    steps = [
        str(row[3])
        for sql, values in asked
        if "FROM issue AS i" in sql
        for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
    ]
    connection.close()
    return steps


def test_the_first_rows_come_without_sorting(
    seven: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a table of 100 000 issues takes no longer than one of 100."""
    steps = plan(seven, monkeypatch)
    assert any("issue_open" in step for step in steps)
    assert any("issue_closed" in step for step in steps)
    assert not [step for step in steps if "TEMP B-TREE" in step or step == "SCAN i"]


def test_a_list_asks_the_same_number_of_questions_however_long_it_is(
    one: Jinlin, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = len(plan(one, monkeypatch))
    for _n in range(5):
        add()
    assert len(plan(one, monkeypatch)) == few


def test_whoever_called_is_found_by_her_words(jinlin: Jinlin, add: Add) -> None:
    add("灯不亮", "--reporter", "陈小妹", "--reporter-phone", "13800001234")
    add("门坏了")
    for word in ("陈小妹", "13800001234", "1234"):
        [found] = jinlin("issue", "list", "--text", word, "--json").data
        assert found["title"] == "灯不亮"
        assert "陈小妹" not in jinlin("issue", "list", "--text", word).out


def test_titles_name_nobody_in_any_format_but_unmasked(jinlin: Jinlin, add: Add) -> None:
    jinlin("member", "add", "张美华")
    add("张 美华家漏水，林秀英去看，电话139.1234.5678", "--place", "3-1-502门口")
    jinlin.variables["COLUMNS"] = "200"
    forms = [(), ("--csv",), ("--md",), ("--json",)]
    said = [jinlin("issue", "list", *form).out for form in forms]
    for ending in ("csv", "md", "json", "html"):
        jinlin("issue", "list", "-o", f"事项.{ending}")
        said.append((jinlin.folder / f"事项.{ending}").read_text("utf-8"))
    for text in said:
        flat = "".join(text.replace("\\", "").split())
        assert "张**家漏水，林秀英去看，电话139****5678" in flat
        assert "3-1-502门口" in flat
        assert "美华" not in flat
    assert "张 美华家漏水" in jinlin("issue", "list", "--unmask").out
    assert "张 美华家漏水" in jinlin("issue", "show", "1").out


def test_a_file_of_unmasked_titles_leaves_a_line_in_the_log(jinlin: Jinlin, add: Add) -> None:
    add("张美华家漏水")
    jinlin("issue", "list", "--unmask", "-o", "事项.csv")
    assert "张美华家漏水" in (jinlin.folder / "事项.csv").read_text("utf-8")
    assert "事项.csv" in jinlin("log", lang="en").out
