"""JSON that is read on a terminal: nothing in it can steer the terminal, and it reads back the same."""

from __future__ import annotations

import json
import re

import pytest
from harness import Jinlin
from store.meddling import guards_aside

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HOSTILE = "林\x9b31m\x7f\u202e秀\u2066英"


@pytest.fixture
def hostile(jinlin: Jinlin) -> Jinlin:
    """Records that another program wrote into the file, past every check."""
    jinlin("building", "add", "3", "--floors", "7")
    jinlin("member", "add", "张三")
    jinlin("issue", "add", "路灯不亮", "--category", "设施", "--building", "3")
    with guards_aside(jinlin.db) as connection:
        connection.execute("UPDATE issue SET title = ?", (HOSTILE,))
        connection.execute("UPDATE person SET name = ?", (HOSTILE,))
    return jinlin


@pytest.mark.parametrize(
    "words",
    [("issue", "list"), ("issue", "show", "1"), ("member", "list", "--unmask"), ("today",), ("issue", "list", "--status", HOSTILE),
     ("config", "show", "--user", HOSTILE)],
    ids=lambda words: " ".join(words[:2]),
)  # fmt: skip
def test_json_holds_no_character_that_steers_a_terminal(
    hostile: Jinlin, words: tuple[str, ...]
) -> None:
    outcome = hostile(*words, "--json", code=None)
    assert not STEERING.search(outcome.out + outcome.err)
    told = [json.loads(text) for text in (outcome.out, outcome.err) if text.startswith("{")]
    assert told
    if words[:2] in {("issue", "list"), ("issue", "show")} and outcome.code == 0:
        assert HOSTILE in json.dumps(told, ensure_ascii=False)


def test_who_is_writing_is_kept_as_cleanly_as_other_text(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7", "--user", f"\x1b[31m {HOSTILE} ")
    jinlin.variables["JINLIN_USER"] = HOSTILE
    jinlin("building", "add", "4", "--floors", "7")
    users = jinlin.sql("SELECT user FROM entry ORDER BY seq DESC LIMIT 2")
    assert users == [("林31m秀英",), ("[31m 林31m秀英",)]
    told = jinlin("log", "--json").out
    assert not STEERING.search(told)
    assert "林31m秀英" in told
