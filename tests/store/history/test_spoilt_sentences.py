"""What an entry keeps is read by many commands; none of them fails over what is not as written."""

from __future__ import annotations

import json
import random

import pytest
from harness import Jinlin, seeded
from store.meddling import guards_aside, meddle, reseal

SPOILT = [
    "{",
    "[]",
    '"x"',
    '{"id": []}',
    '{"values": {}}',
    '{"id": "{who}", "values": {}}',
    '{"id": "x", "values": []}',
    '{"id": "{0.x}", "values": {"a": {"id": 1}}}',
    '{"id": "x\\ud800"}',
]


@seeded
def forgotten(jinlin: Jinlin) -> Jinlin:
    """A database in which a person was forgotten, and something done since."""
    jinlin("member", "add", "欧阳美华", "--affiliation", "none")
    jinlin("member", "forget", "欧阳美华", "--yes")
    jinlin("building", "add", "3")
    return jinlin


def looked_at(jinlin: Jinlin) -> list[str]:
    """Let each command that reads the history do so; return what `db check` calls a problem."""
    for words in (("log",), ("log", "--verify"), ("db", "backup", "--dry-run"), ("undo", "-y")):
        told = jinlin(*words, code=None, lang="en")
        assert "inside jinlin" not in told.err, (words, told)
    return [
        line["check"]
        for line in jinlin("db", "check", "--json", code=None).data
        if line["state"] == "problem"
    ]


def test_a_sentence_that_is_none_is_found_and_shown_as_that(jinlin: Jinlin) -> None:
    for number in range(len(SPOILT) + 1):
        jinlin("building", "add", str(number + 1))
    spoilt = dict(enumerate(SPOILT, start=2))
    with guards_aside(jinlin.db) as connection:
        for seq, did in spoilt.items():
            connection.execute("UPDATE entry SET did = ? WHERE seq = ?", (did, seq))
        connection.execute("UPDATE entry SET reverse = '{' WHERE seq = ?", (max(spoilt) + 1,))
        reseal(connection, 2)
    lines = jinlin("log", "--json", lang="en").data
    unreadable = "(what was written here cannot be read)"
    assert {line["seq"] for line in lines if line["did"] == unreadable} == {*spoilt}
    found = {line["check"]: line["found"] for line in jinlin("db", "check", "--json", code=4).data}
    assert found["history"].endswith(f"另有{len(spoilt) + 1 - 3}项")
    assert looked_at(jinlin) == ["history"]


def test_a_moment_that_is_none_is_found_and_shown_as_nothing(jinlin: Jinlin) -> None:
    with guards_aside(jinlin.db) as connection:
        connection.execute("UPDATE entry SET at = 'x' WHERE seq = 1")
        reseal(connection, 1)
    assert jinlin("log", "--json").data[0]["at"] is None
    assert "history" in looked_at(jinlin)
    jinlin("db", "backup", "坏.db", code=4)
    jinlin("db", "restore", "坏.db", "--dry-run")
    head = jinlin("log", "--head", "--quiet").out.strip()
    assert "inside" not in jinlin("db", "check", "--head", head, code=4, lang="en").err


@pytest.mark.parametrize("values", [{}, {"buried": "x", "digest": 3}, {"digest": None}])
def test_what_a_forgetting_keeps_may_be_anything(
    forgotten: Jinlin, values: dict[str, object]
) -> None:
    did = json.dumps({"id": "Forgot {person}", "values": {"person": "P2", **values}})
    meddle(forgotten, f"UPDATE entry SET did = '{did}' WHERE command = 'member forget'")
    assert looked_at(forgotten) == ["history"]


@pytest.mark.parametrize("seed", range(4))
def test_a_flipped_bit_in_what_a_forgetting_keeps_is_a_problem_and_no_fault(
    forgotten: Jinlin, seed: int
) -> None:
    dice = random.Random(seed)
    data = bytearray(forgotten.db.read_bytes())
    [(did,)] = forgotten.sql("SELECT did FROM entry WHERE command = 'member forget'")
    at = data.index(did.encode()) + dice.randrange(len(did.encode()))
    data[at] ^= 1 << dice.randrange(8)
    forgotten.db.write_bytes(data)
    assert looked_at(forgotten)


@pytest.mark.parametrize("table", ["entry", "row_change"])
def test_a_text_that_one_bit_makes_bytes_is_a_problem_and_no_fault(
    forgotten: Jinlin, table: str
) -> None:
    with guards_aside(forgotten.db) as connection:
        schema = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
        [(sql,)] = schema.fetchall()
        connection.execute("PRAGMA writable_schema = ON")
        loose = sql.replace("STRICT", "").replace("TEXT", "BLOB")
        change = "UPDATE sqlite_schema SET sql = ? WHERE name = ?"
        connection.execute(change, (loose, table))
        version = connection.execute("PRAGMA schema_version").fetchone()[0]
        connection.execute(f"PRAGMA schema_version = {version + 1}")
        connection.execute(f"UPDATE {table} SET digest = CAST(digest AS BLOB)")
        connection.execute(change, (sql, table))
        connection.execute(f"PRAGMA schema_version = {version + 2}")
    assert "history" in looked_at(forgotten)
