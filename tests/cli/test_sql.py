"""`jinlin sql`: the database is read in SQL, changed by nothing, and tells of nobody by itself."""

from __future__ import annotations

import pytest
from harness import Jinlin


@pytest.fixture
def lamp(jinlin: Jinlin) -> Jinlin:
    jinlin("member", "add", "张美华", "--phone", "13805911903")
    jinlin("issue", "add", "张美华家门口路灯不亮", "--category", "公共照明")
    return jinlin


def test_a_question_is_answered_in_every_form(lamp: Jinlin) -> None:
    assert lamp("sql", "SELECT number, year FROM issue", "--json").data == [
        {"number": 1, "year": 2026}
    ]
    assert (
        lamp("sql", "SELECT 1 AS a, 2 AS a", "--csv").out.splitlines()[0].lstrip("\ufeff")
        == "a,a_2"
    )
    assert "没有符合的行" in lamp("查表", "SELECT 1 WHERE 0").out


def test_the_tables_are_listed_with_their_columns(lamp: Jinlin) -> None:
    tables = {row["table"]: row for row in lamp("sql", "--json").data}
    assert tables["issue"]["rows"] == 1
    assert "title" in tables["issue"]["columns"].split()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM issue",
        "UPDATE issue SET title = 'x'",
        "WITH x AS (SELECT 1) DELETE FROM issue",
        "DROP TABLE issue",
        "PRAGMA user_version",
        "PRAGMA user_version = 1",
        "ATTACH 'x.db' AS x",
        "BEGIN",
        "COMMIT",
        "VACUUM INTO 'x.db'",
        "SELECT load_extension('x')",
        "SELECT 1; DELETE FROM issue",
    ],
)
def test_whatever_is_no_question_is_refused_and_changes_nothing(
    lamp: Jinlin, statement: str
) -> None:
    before = lamp.dump()
    assert "只读不改" in lamp("sql", statement, code=2).err
    assert lamp.dump() == before
    assert not (lamp.folder / "x.db").exists()


def test_what_sqlite_does_not_understand_is_told_with_where_to_look(lamp: Jinlin) -> None:
    told = lamp("sql", "SELECT x FROM nowhere", code=2).err
    assert "nowhere" in told
    assert "jinlin 查表" in told


@pytest.mark.parametrize(
    "question",
    [
        "SELECT name, phone FROM person",
        "SELECT upper(name) || phone FROM person AS x",
        "SELECT * FROM person ORDER BY name",
        "SELECT (SELECT group_concat(name || phone) FROM person)",
        "WITH p AS (SELECT * FROM person) SELECT * FROM p",
        "SELECT title FROM issue",
        "SELECT * FROM row_change",
    ],
)
def test_no_question_tells_who_somebody_is_unless_that_is_asked_for(
    lamp: Jinlin, question: str
) -> None:
    for form in ((), ("--json",), ("--csv",)):
        told = lamp("sql", question, *form)
        assert "张美华" not in told.out
        assert "13805911903" not in told.out
    assert "张美华" in lamp("sql", question, "--unmask", "--json").out


def test_what_is_left_empty_is_named(lamp: Jinlin) -> None:
    assert "person.name" in lamp("sql", "SELECT number, name FROM person").out
    assert "person.name" not in lamp("sql", "SELECT number, name FROM person", "--unmask").out


def test_a_long_answer_says_that_there_is_more(lamp: Jinlin) -> None:
    numbers = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 90) SELECT n FROM c"
    assert "还有更多行" in lamp("sql", numbers).out
    assert len(lamp("sql", numbers, "--json").data) == 90
