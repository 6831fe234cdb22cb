"""The way back to the backups, where a database is missing or no longer what it was."""

from __future__ import annotations

from pathlib import Path

from jinlin.core.call import Call, Environment
from jinlin.core.config import DATABASE_NAME, database_path
from jinlin.core.i18n import _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import about, typed
from jinlin.store.backup.kept import newest_good


def way_back(lost: Path, environment: Environment) -> str:
    """Return what brings the latest good backup of a database back; empty where there is none.

    Where nobody named a database, one that was in the working folder is sought there too: without
    it another place is the usual one.
    """
    usual = database_path(Call(environment)).absolute()
    lost, folder = lost.absolute(), environment.folder
    named = lost != usual or environment.variables.get("JINLIN_DB")
    for place in [lost] if named else [lost, folder / DATABASE_NAME]:
        if good := newest_good(place):
            restore = as_spoken(f"jinlin db restore {typed(good, folder)}")
            command = about(place, restore, environment)
            return _("Its latest good backup comes back with: {command}").format(command=command)
    return ""
