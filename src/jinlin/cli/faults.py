"""What went wrong, in words or as JSON; of a fault of ours a report is kept (crash report)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinlin.core.call import Environment
from jinlin.core.errors import FileError, JinlinError, RowProblem
from jinlin.core.i18n import _
from jinlin.output.listing.stream import was_saved


def report(error: JinlinError, environment: Environment, *, as_json: bool, verbose: bool) -> None:
    """Say what went wrong: one line, then the refused rows."""
    stderr = environment.stderr
    rows = error.rows if isinstance(error, FileError) else ()
    if as_json:
        from jinlin.output.listing.formats import json_text

        body: dict[str, Any] = {
            "code": error.exit_code,
            "kind": error.kind,
            "message": error.message,
            "hint": error.hint,
        }
        if rows:
            body["rows"] = [row.as_json() for row in rows]
        stderr.write(json_text({"schema": 1, "error": body}) + "\n")
        return
    from jinlin.core.text import shown

    said = _("Error: {message} {hint}").format(message=error.message, hint=error.hint)
    stderr.write(environment.folded(shown(said.rstrip()), stderr) + "\n")
    stderr.writelines(shown(f"  {said}") + "\n" for said in RowProblem.told_by_row(rows))
    if verbose and error.detail:
        stderr.write(shown(error.detail) + "\n")


def tell_stopped(environment: Environment) -> None:
    """Say that she has stopped, and whether something was saved before."""
    environment.tell(
        _("Stopped after the command was saved; do not repeat it. See: jinlin log")
        if was_saved()
        else _("Stopped; nothing was changed.")
    )


def unexpected(
    error: Exception, words: Sequence[str], environment: Environment, *, as_json: bool
) -> int:
    """Keep a report of a fault of ours, without what the user typed, and say where it is."""
    kept = _keep_report(error, words)
    fault = JinlinError(
        _("Something went wrong inside jinlin after the command was saved; do not repeat it.")
        if was_saved()
        else _("Something went wrong inside jinlin; nothing was changed."),
        hint=_("The details are in {path}.").format(path=kept) if kept else "",
    )
    report(fault, environment, as_json=as_json, verbose=False)
    return fault.exit_code


def _keep_report(error: Exception, words: Sequence[str]) -> str | None:
    """Write where a fault happened; None when nothing can be written anywhere.

    The message of an exception may quote what was typed or read: only SQLite's own is kept. The
    folders of a Windows user often bear her name.
    """
    import os
    import sqlite3
    import tempfile
    import traceback

    from jinlin.cli.nouns import NOUNS

    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="jinlin-fault-", suffix=".txt", delete=False
        ) as file:
            file.write(" ".join(word for word in words[:2] if word in NOUNS) + "\n")
            fault: BaseException | None = error
            told: set[int] = set()
            while fault is not None and id(fault) not in told:  # one raised from itself comes back
                told.add(id(fault))
                said = f": {fault}" if isinstance(fault, sqlite3.Error) else ""
                frames = "".join(traceback.format_tb(fault.__traceback__))
                frames = frames.replace(os.path.expanduser("~"), "~")  # noqa: PTH111  (never raises)
                file.write(f"{type(fault).__qualname__}{said}\n{frames}")
                fault = fault.__cause__ or fault.__context__
    except OSError:
        return None
    return file.name
