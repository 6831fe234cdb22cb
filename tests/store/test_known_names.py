"""Everybody ever named is known, and the history is not read through for it."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

import pytest
from harness import Jinlin

from jinlin.core.people.nobody import says_nobody
from jinlin.store.file.connection import open_reading
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader


def asked(jinlin: Jinlin, text: str) -> tuple[set[str], list[str]]:
    """Return who may be named in a text, and how SQLite looked for them."""
    plans: list[str] = []
    connection = open_reading(jinlin.db)
    try:
        call = SimpleNamespace(environment=SimpleNamespace(now=lambda: jinlin.now, said_days=None))
        reader = Reader(connection, jinlin.db, cast("Any", call))

        def each(sql: str, values: tuple[str, ...] = ()) -> Any:
            plans.extend(
                str(row[3]) for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values)
            )
            return connection.execute(sql, values)

        reader.each = each  # type: ignore[method-assign, assignment]
        return set(KnownNames(reader).among(text)), plans
    finally:
        connection.shut()


def test_former_names_are_known_from_an_index_of_them_alone(jinlin: Jinlin) -> None:
    jinlin("member", "add", "吴美霞", "--party-state", "full")
    jinlin("member", "edit", "吴美霞", "--name", "吴美夏")
    jinlin("member", "edit", "吴美夏", "--phone", "13912345678")
    jinlin("member", "add", "黄小琴", "--party-state", "full")
    jinlin("undo", "--yes")
    found, plans = asked(jinlin, "吴美霞、吴 美夏、黄小琴说楼道灯不亮")
    assert found == {"吴美霞", "吴美夏", "黄小琴"}
    [history] = [plan for plan in plans if "row_change" in plan]
    assert "row_change_of_former_name" in history


def test_nothing_is_asked_where_no_name_can_stand(jinlin: Jinlin) -> None:
    assert asked(jinlin, "3-1-502 ，12：30") == (set(), [])


def test_names_of_every_kind_are_found_in_a_text(jinlin: Jinlin) -> None:
    names = ("王代表", "阿依古丽·买买提", "林 文", "Otis Chan", "福州某某有限公司")
    for name in names:
        jinlin("issue", "add", "灯", "--category", "设施", "--reporter", name)
    found, _plans = asked(jinlin, json.dumps(names, ensure_ascii=False))
    assert {*names[:4]} == found


@pytest.mark.parametrize(
    "text",
    ["全体居民", "业主代表", "志愿者若干", "3号楼居民", "热心群众", "物业人员", "楼上住户", "居民们",
     "部分业主", "社区网格员", "5名志愿者", "保洁员", "502住户", "本人", "居民3人", "多名业主"],
)  # fmt: skip
def test_what_is_a_role_and_nothing_else_names_nobody(text: str) -> None:
    assert says_nobody(text)


@pytest.mark.parametrize(
    "text", ["吴志愿", "王代表", "李人员", "林居民", "志愿者李华", "业主王芳", "吴代表", "员志愿"]
)
def test_a_name_with_the_word_for_a_role_is_a_name(text: str) -> None:
    assert not says_nobody(text)
