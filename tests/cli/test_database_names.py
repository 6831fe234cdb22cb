"""Several databases by name on one computer: which one a command is about, and how it is said."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin

OTHER = "别处/桂园.db"


@pytest.fixture
def two(jinlin: Jinlin) -> Jinlin:
    """梅苑小区 in the working folder, 桂园 elsewhere; the variable of the harness is gone."""
    (jinlin.folder / "别处").mkdir()
    jinlin("init", "--name", "桂园", "--db", OTHER, "--yes")
    jinlin.variables["JINLIN_DB"] = ""
    return jinlin


def kept(jinlin: Jinlin) -> dict[str, Any]:
    return tomllib.loads((jinlin.folder / "settings.toml").read_text("utf-8"))


def complex_of(jinlin: Jinlin, *words: str) -> str:
    return str(jinlin("sql", "SELECT name FROM complex", "--json", *words).data[0]["name"])


def test_a_name_stands_wherever_a_database_is_named(two: Jinlin) -> None:
    two("设置", "库名", f"桂园={OTHER}")
    assert complex_of(two, "--db", "桂园") == "桂园"
    assert complex_of(two) == "梅苑小区"
    two.variables["JINLIN_DB"] = "桂园"
    assert complex_of(two) == "桂园"
    assert complex_of(two, "--db", "jinlin.db") == "梅苑小区"
    [row] = two("config", "database", "--json").data
    assert row == {"name": "桂园", "path": str(two.folder / OTHER), "there": True, "used": True}


def test_the_chosen_one_is_used_where_none_lies_in_the_folder(two: Jinlin) -> None:
    two("config", "database", f"桂园={OTHER}")
    two("config", "database", "梅苑=jinlin.db")
    told = two("config", "database", "桂园")
    assert str(two.folder / "jinlin.db") in told.err, "the one in the folder comes first"
    assert complex_of(two) == "梅苑小区"
    elsewhere = Jinlin(two.folder / "别处", variables=dict(two.variables))
    elsewhere.variables["JINLIN_CONFIG"] = str(two.folder / "settings.toml")
    assert complex_of(elsewhere) == "桂园"
    row = {r["key"]: r for r in elsewhere("config", "show", "--json").data}["database"]
    assert (row["value"], row["origin"]) == (str(two.folder / OTHER), "file")
    elsewhere("config", "database", "梅苑")
    assert complex_of(elsewhere) == "梅苑小区"
    elsewhere("config", "database", "--off")
    assert "database" not in kept(two)


def test_all_else_in_the_settings_stays_and_a_name_is_taken_away(two: Jinlin) -> None:
    file = two.folder / "settings.toml"
    file.write_text(
        '# mine\nlanguage = "zh"\n\n[databases] # here\n甲 = "a.db"\n\n[x]\n桂园 = 1\n', "utf-8"
    )
    file.write_text(
        file.read_text("utf-8").replace("甲", '"甲"').replace("桂园 =", '"桂园" ='), "utf-8"
    )
    two("config", "database", f"桂园={OTHER}")
    two("config", "database", "桂园")
    said = kept(two)
    assert said["databases"] == {"甲": "a.db", "桂园": str(two.folder / OTHER)}
    assert (said["database"], said["language"], said["x"]) == ("桂园", "zh", {"桂园": 1})
    assert "# mine" in file.read_text("utf-8")
    two("config", "database", "桂园=")
    assert kept(two) == {"language": "zh", "databases": {"甲": "a.db"}, "x": {"桂园": 1}}
    assert (two.folder / OTHER).is_file()


@pytest.mark.parametrize(
    ("word", "code"), [("没有", 3), ("没有=", 3), ("a.b=x.db", 2), ("=x.db", 2), ("甲 乙=x.db", 2)]
)
def test_what_cannot_be_a_name_or_is_none_is_refused(two: Jinlin, word: str, code: int) -> None:
    two("config", "database", word, code=code)
    assert not (two.folder / "settings.toml").exists()


def test_a_rehearsal_keeps_nothing_and_what_is_said_otherwise_is_left_alone(two: Jinlin) -> None:
    two("config", "database", f"桂园={OTHER}", "--dry-run")
    file = two.folder / "settings.toml"
    assert not file.exists()
    file.write_text('databases = { "甲" = "a.db" }\n', "utf-8")
    two("config", "database", f"桂园={OTHER}", code=5)
    assert file.read_text("utf-8") == 'databases = { "甲" = "a.db" }\n'
    two("config", "database", "甲=")
    assert Path(file).read_text("utf-8") == 'databases = { "甲" = "a.db" }\n'


def test_a_name_that_is_gone_is_said_so(two: Jinlin) -> None:
    (two.folder / "settings.toml").write_text('database = "桂园"\n', "utf-8")
    (two.folder / "jinlin.db").rename(two.folder / "a.db")
    assert "库名" in two("issue", "list", code=2).err
    assert two("config", "database", "--json").data == []
    two("config", "database", "--off")
    assert "database" not in kept(two)
