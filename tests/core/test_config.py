"""Where the language and the database come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import call_in

from jinlin.core.config import database_path, language
from jinlin.core.errors import FileError, UsageError


def test_the_language_is_option_then_variable_then_file_then_chinese(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    variables = {"JINLIN_CONFIG": str(settings)}
    environment = call_in(tmp_path, variables=variables).environment
    assert language(None, environment) == "zh"
    settings.write_text('language = "en"\n')
    assert language(None, environment) == "en"
    environment = call_in(tmp_path, variables={**variables, "JINLIN_LANG": "zh_CN"}).environment
    assert language(None, environment) == "zh"
    assert language("en-GB", environment) == "en"


def test_a_language_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        language("fr", call_in(tmp_path).environment)


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00"])
def test_a_broken_settings_file_is_named(tmp_path: Path, content: bytes) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_bytes(content)
    environment = call_in(tmp_path, variables={"JINLIN_CONFIG": str(settings)}).environment
    with pytest.raises(FileError) as refused:
        language(None, environment)
    assert str(settings) in refused.value.message


def test_the_database_is_option_then_variable_then_here_then_documents(tmp_path: Path) -> None:
    def found(option: str | None, variable: str | None) -> Path:
        variables = {"JINLIN_DB": variable} if variable else {}
        return database_path(call_in(tmp_path, database=option, variables=variables))

    assert found("a.db", "b.db") == tmp_path / "a.db"
    assert found(None, "b.db") == tmp_path / "b.db"
    elsewhere = Path("/elsewhere/b.db").absolute()
    assert found(None, str(elsewhere)) == elsewhere
    assert found(None, None).parts[-2:] == ("近邻", "jinlin.db")
    (tmp_path / "jinlin.db").touch()
    assert found(None, None) == tmp_path / "jinlin.db"
