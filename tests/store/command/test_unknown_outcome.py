"""When the disk fails at the moment of COMMIT, the user is told what is known and no more."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from harness import Jinlin

from jinlin.store.file import connection


class FailsAfterCommit(connection.Connection):
    """A disk that saves the command and then reports an error."""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        cursor = super().execute(sql, *values)  # type: ignore[arg-type]
        if sql == "COMMIT":
            raise sqlite3.OperationalError("disk I/O error")
        return cursor


class FailsBeforeCommit(connection.Connection):
    """A disk that fails before anything is saved."""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        if sql == "COMMIT":
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorname = "SQLITE_IOERR_WRITE"
            raise error
        return super().execute(sql, *values)  # type: ignore[arg-type]


def test_a_command_that_may_be_saved_is_not_called_undone(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "Connection", FailsAfterCommit)
    err = jinlin("issue", "add", "路灯", "--category", "设施", code=4, lang="en").err
    assert "may or may not" in err
    assert "jinlin log" in err
    monkeypatch.undo()
    assert len(jinlin("issue", "list", "--json").data) == 1


def test_a_command_that_is_not_saved_is_called_so(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, unchanged: Callable[[], None]
) -> None:
    monkeypatch.setattr(connection, "Connection", FailsBeforeCommit)
    err = jinlin("issue", "add", "路灯", "--category", "设施", code=4, lang="en").err
    assert "as it was before" in err
    monkeypatch.undo()
    assert jinlin("issue", "list", "--json").data == []
