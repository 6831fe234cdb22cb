"""`jinlin init` and `jinlin db`: making, finding, copying and bringing back the one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin
from platforms import is_private, needs_home


def test_init_needs_only_a_name(bare: Jinlin) -> None:
    got = bare("init", "--name", "梅苑小区", "--yes")
    assert str(bare.db) in got.out
    assert bare("issue", "add", "路灯不亮", "--category", "设施", "--quiet").out == "2026-0001\n"


def test_init_asks_on_a_terminal(bare: Jinlin) -> None:
    bare("init", typed="梅苑小区\n金山街道\n\n林秀英\n" + "\n" * 7)
    assert bare.sql("SELECT name, street, community FROM complex") == [
        ("梅苑小区", "金山街道", None)
    ]
    assert bare.sql("SELECT p.title, person.name FROM post AS p JOIN person ON person.id = p.person_id") == [
        ("书记", "林秀英")
    ]  # fmt: skip
    assert bare("log", "--json").data[0]["command"] == "init"


def test_init_without_a_terminal_names_what_is_missing(bare: Jinlin) -> None:
    assert "--名称" in bare("init", code=2).err
    assert not bare.db.exists()


def test_stopping_in_the_middle_of_the_questions_leaves_nothing(bare: Jinlin) -> None:
    assert "什么都没有改动" in bare("init", typed="梅苑小区\n", code=130).err
    assert list(bare.folder.iterdir()) == []


def test_init_refuses_an_existing_file(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    assert "已经有一个文件" in jinlin("init", "--name", "乙", code=4).err


def test_a_second_init_refuses_before_it_asks_anything(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    said = jinlin("init", typed="梅苑小区\n" * 12, code=4).err
    assert "小区名称" not in said
    assert "已经有一个文件" in jinlin("init", code=4).err
    unchanged()


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (
            ("--street", "梅苑社区", "--community", "金山街道"),
            "--街道 金山街道 --社区 梅苑社区",
        ),
        (("--street", "梅苑社区"), "--社区 梅苑社区"),
        (("--community", "金山镇"), "--街道 金山镇"),
        (("--street", "金山街道", "--community", "金山街道"), "--街道 金山街道"),
    ],
)
def test_street_and_community_that_are_mixed_up_are_noticed(
    bare: Jinlin, words: tuple[str, ...], right: str
) -> None:
    said = bare("init", "--name", "梅苑小区", *words, "--yes", "--json", code=2).error
    assert said["hint"] == f"请写：{right}"
    assert not bare.db.exists()


def test_on_a_terminal_a_community_for_the_street_is_asked_again(bare: Jinlin) -> None:
    typed = "梅苑小区\n梅苑社区\n金山街道\n梅苑社区\n林秀英\n" + "\n" * 7
    bare("init", typed=typed)
    assert bare.sql("SELECT street, community FROM complex") == [("金山街道", "梅苑社区")]


def test_a_rehearsed_init_makes_no_file(bare: Jinlin) -> None:
    bare("init", "--name", "甲", "--dry-run")
    assert list(bare.folder.iterdir()) == []


def test_the_file_is_private_and_stands_alone(bare: Jinlin) -> None:
    bare("init", "--name", "甲", "--db", "新 文件夹/甲.db")
    path = bare.folder / "新 文件夹" / "甲.db"
    assert is_private(path)
    assert is_private(path.parent)
    assert list(path.parent.iterdir()) == [path]


@needs_home
def test_the_database_is_found_in_the_working_folder_then_in_the_documents(
    bare: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = bare.folder / "home"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "文档"))
    bare.variables["JINLIN_DB"] = ""
    made = bare("init", "--name", "甲", "--quiet").out.strip()
    assert made == str(home / "文档" / "近邻" / "jinlin.db")
    assert bare("db", "path", "--quiet").out.strip() == made
    bare("init", "--name", "乙", "--db", "jinlin.db")
    assert bare("db", "path").out.strip() == str(bare.db)


def test_db_path_without_a_database_says_how_to_make_one(bare: Jinlin) -> None:
    assert "jinlin 建库" in bare("db", "path", code=4).err


def test_backup_and_restore_bring_the_same_data_back(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    copy = Path(jinlin("db", "backup", "--json").data["path"])
    assert copy.parent.name == "备份"
    jinlin("building", "add", "4")
    got = jinlin("db", "restore", copy, "--yes", "--json").data
    assert [r["building"] for r in jinlin("building", "list", "--json").data] == ["3"]
    kept = jinlin("building", "list", "--json", "--db", got["kept"]).data
    assert [r["building"] for r in kept] == ["3", "4"]


def test_restore_asks_before_it_replaces(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    copy = jinlin("db", "backup", "备.db", "--quiet").out.strip()
    assert "--确认" in jinlin("db", "restore", copy, code=2).err
    assert jinlin("db", "restore", copy, typed="不\n", code=130).out == ""
    assert jinlin("db", "restore", copy, "--dry-run").out


def test_a_backup_never_replaces_a_file(jinlin: Jinlin) -> None:
    jinlin("db", "backup", "备.db")
    assert jinlin("db", "backup", "备.db", code=4).err
    first = jinlin("db", "backup", "--quiet").out
    assert jinlin("db", "backup", "--quiet").out != first


def test_a_touched_backup_is_refused(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    copy = Path(jinlin("db", "backup", "--quiet").out.strip())
    data = bytearray(copy.read_bytes())
    data[-100] ^= 1
    copy.write_bytes(data)
    assert "校验不符" in jinlin("db", "restore", copy, "--yes", code=4).err


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 200]
)
def test_a_file_that_is_no_database_of_ours_is_left_alone(bare: Jinlin, content: bytes) -> None:
    bare.db.write_bytes(content)
    assert "不是近邻的数据库" in bare("building", "list", code=4).err
    assert "不是近邻的数据库" in bare("building", "add", "3", code=4).err
    assert bare.db.read_bytes() == content
    assert list(bare.folder.iterdir()) == [bare.db]


def test_the_language_is_an_option_a_variable_or_a_setting(bare: Jinlin) -> None:
    assert "用法" in bare("--help").out
    assert "Usage" in bare("--help", "--lang", "en").out
    assert "Usage" in bare("--help", lang="en_US").out
    (bare.folder / "settings.toml").write_text('language = "en"\n', "utf-8")
    assert "Usage" in bare("--help").out
    assert "用法" in bare("--lang=zh", "--help").out
    assert "zh" in bare("--lang", "fr", "--help", code=2).err
    (bare.folder / "settings.toml").write_text("language = \n", "utf-8")
    assert "settings.toml" in bare("--help", code=5).err


def test_a_folder_that_another_computer_writes_to_is_told_of_at_once(bare: Jinlin) -> None:
    for folder in ("OneDrive", "我的坚果云", "BaiduSyncdisk"):
        told = bare("init", "--name", "梅苑小区", "--yes", "--db", f"{folder}/近邻.db", lang="en")
        assert "never use it on two computers at once" in told.err
    told = bare("init", "--name", "梅苑小区", "--yes", "--db", "文档/近邻.db", lang="en")
    assert "two computers" not in told.err


def test_in_the_dialogue_a_mixed_up_answer_is_told_in_words(bare: Jinlin) -> None:
    typed = "梅苑小区\n榕树社区\n金山街道\n林秀英\n榕树社区\n" + "\n" * 9
    asked = bare("init", typed=typed)
    assert "--社区" not in asked.err
    assert "像是人名" in asked.err
    assert bare.sql("SELECT street, community FROM complex") == [("金山街道", "榕树社区")]
