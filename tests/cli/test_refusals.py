"""What the front door refuses, in the user's words, and what changes nothing then."""

from __future__ import annotations

import json

import pytest
from harness import Jinlin


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("undo", "0"), "1"),
        (("undo", "x"), "整数"),
        (("undo", "2", "--to", "1"), "--到"),
        (("undo", "--to"), "--to"),
        (("undo", "1", "2"), "2"),
        (("today", "x"), "x"),
        (("issue", "show"), "编号"),
        (("undo", "--jsno"), "--json"),
    ],
)
def test_a_wrong_command_line_is_answered_in_chinese(
    jinlin: Jinlin, words: tuple[str, ...], said: str
) -> None:
    before = jinlin.dump()
    refused = jinlin(*words, code=2)
    assert said in refused.err
    assert refused.err.startswith("错误：")
    assert jinlin.dump() == before


@pytest.mark.parametrize(
    "words",
    [("--head", "2026-0001"), ("--verify", "2026-0001"), ("--head", "-o", "x.csv")],
)
def test_the_whole_record_is_looked_at_alone(jinlin: Jinlin, words: tuple[str, ...]) -> None:
    assert "--校验码" in jinlin("log", *words, code=2).err
    assert not (jinlin.folder / "x.csv").exists()


def test_the_head_of_the_record_is_the_one_a_check_takes(jinlin: Jinlin) -> None:
    head = jinlin("log", "--head", "--quiet").out.strip()
    assert jinlin("log", "--verify", "--json").data["checksum"] == head
    assert "数据库 检查 --校验码" in jinlin("log", "--head").err
    rows = jinlin("db", "check", "--head", head, "--json").data
    assert [row["state"] for row in rows if row["check"] == "head"] == ["ok"]


def test_a_bare_number_in_the_log_is_an_issue_of_this_year_and_names_the_command_too(
    jinlin: Jinlin,
) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin("issue", "add", "垃圾未清", "--category", "公共照明")
    told = jinlin("log", "2")
    assert "2026-0002" in told.out
    assert "日志中序号为2的操作：登记事项 2026-0001" in told.out
    assert "2026-0099" in jinlin("log", "99").out


def test_several_commands_are_undone_and_done_again_one_by_one(jinlin: Jinlin) -> None:
    before = jinlin.dump()
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin("issue", "add", "垃圾未清", "--category", "公共照明")
    rows = jinlin.dump()["issue"]
    assert jinlin("undo", "2", "--yes", "--json").data["count"] == 2
    assert jinlin.dump()["issue"] == before["issue"]
    assert jinlin("redo", "2", "--yes", "--json").data["count"] == 2
    assert jinlin.dump()["issue"] == rows
    assert jinlin("redo", code=1).out == ""


def test_what_only_the_street_office_can_answer_is_printed_before_there_is_a_database(
    bare: Jinlin,
) -> None:
    asked = json.loads(bare("init", "--questions", "--json").out)
    page = bare("init", "--questions").out
    listed = asked if isinstance(asked, list) else asked["data"]
    assert all(one["question"] in page for one in listed)
    assert len(listed) > 3
    assert list(bare.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("时区", "+8", "+08:00"),
        ("时区", "UTC+8:30", "+08:30"),
        ("回访天数", "14天", "14"),
        ("交叉任职目标", "50%", "50%"),
        ("不是人名", "林荫道，张贴栏、林荫道", "林荫道,张贴栏"),
    ],
)
def test_a_setting_is_kept_as_it_is_read(jinlin: Jinlin, key: str, value: str, kept: str) -> None:
    assert jinlin("config", "set", key, value, "--json").data["value"] == kept
    assert "本来就是" in jinlin("config", "set", key, value).out


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("时区", "+99"),
        ("回访天数", "0"),
        ("回访天数", "一周"),
        ("交叉任职目标", "多数"),
        ("语言", "法语"),
    ],
)
def test_a_setting_that_cannot_be_read_changes_nothing(
    jinlin: Jinlin, key: str, value: str
) -> None:
    before = jinlin.dump()
    assert value in jinlin("config", "set", key, value, code=2).err
    assert jinlin.dump() == before


def test_where_a_setting_comes_from_is_said_in_words(jinlin: Jinlin) -> None:
    page = jinlin("config", "show").out
    assert "默认" in page
    assert "数据库" in page
    assert "default" not in page


def test_a_shell_nobody_knows_has_no_completion(jinlin: Jinlin) -> None:
    assert "powershell" in jinlin("config", "completion", "--shell", "cmd", code=2).err
