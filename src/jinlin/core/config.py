"""Where settings and the database come from: option, environment, file, default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinlin.core.call import Call, Environment
from jinlin.core.errors import FileError, UsageError
from jinlin.core.i18n import LANGUAGES, _

DATABASE_NAME: Final = "jinlin.db"
NAMES: Final = "databases"
"""The table of the settings file in which databases have names (contexts)."""
CHOSEN: Final = "database"
"""The name, in the settings file, of the one that is used where none is said."""
CONFIG_NAME: Final = ".jinlin.toml"


def settings_file(environment: Environment) -> Path:
    """Return where the settings are: `JINLIN_CONFIG`, else `.jinlin.toml` in the user's folder."""
    named = environment.variables.get("JINLIN_CONFIG")
    return Path(named) if named else Path.home() / CONFIG_NAME


def settings(environment: Environment) -> Mapping[str, Any]:
    """Read the user's settings; none when there is no file.

    Raises:
        FileError: the file cannot be read as TOML.
    """
    try:
        path = settings_file(environment)
    except RuntimeError:  # the system knows no folder of this user
        return {}
    try:
        if not path.is_file():
            return {}
        from jinlin.core.files.reading import MAX_TOML, read_file, read_toml

        return read_toml(read_file(path, MAX_TOML).decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise FileError(
            _("The settings file {path} cannot be read.").format(path=path),
            hint=_("Mend it or delete it."),
            detail=str(error),
        ) from error


def language(option: str | None, environment: Environment) -> str:
    """Return `zh` or `en`: `--lang`, else `JINLIN_LANG`, else the settings file, else Chinese.

    Raises:
        UsageError: a language was named that there is not.
    """
    named = option or environment.variables.get("JINLIN_LANG")
    chosen = str(named or settings(environment).get("language", "zh"))
    short = chosen.lower().replace("_", "-").partition("-")[0]
    if short not in LANGUAGES:
        raise UsageError(
            _("There is no language “{name}”.").format(name=chosen), hint=_("Choose zh or en.")
        )
    return short


def database_names(environment: Environment) -> Mapping[str, str]:
    """Return the names that databases have on this computer, with their files."""
    names = settings(environment).get(NAMES)
    return {str(name): str(file) for name, file in names.items()} if isinstance(names, dict) else {}


def database_path(call: Call) -> Path:
    """Return the database a command is about.

    `--db`, else `JINLIN_DB`, either a file or a name that `jinlin config database` knows; else
    `jinlin.db` in the working folder if it exists, else the one that was chosen by its name, else
    `近邻/jinlin.db` in the user's documents folder; in the working folder when she has none.

    Raises:
        UsageError: the chosen name is known no longer.
    """
    environment = call.environment
    if named := call.database or environment.variables.get("JINLIN_DB"):
        return environment.path(_file_of(named, environment) or named)
    here = environment.folder / DATABASE_NAME
    if here.is_file():
        return here
    if chosen := settings(environment).get(CHOSEN):
        file = _file_of(str(chosen), environment)
        if file is None:
            raise UsageError(
                _("No database is called “{name}” any more.").format(name=chosen),
                hint=_("See: jinlin config database; without it: jinlin config database --off"),
            )
        return environment.path(file)
    import platformdirs

    documents = Path(platformdirs.user_documents_path())
    return documents / "近邻" / DATABASE_NAME if documents.is_absolute() else here


def _file_of(name: str, environment: Environment) -> str | None:
    """Return the file of a name; what holds a folder or an ending is a file itself."""
    if not name or any(mark in name for mark in "./\\"):
        return None
    return database_names(environment).get(name)
