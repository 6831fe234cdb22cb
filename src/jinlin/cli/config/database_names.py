"""`jinlin config database`: several databases by name on this computer (contexts)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

from jinlin.cli.config.language_file import keep_line
from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.config import CHOSEN, NAMES, database_names, database_path, settings
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Cell, Listing

_NO_NAME = frozenset("./\\:*?\"<>|'`$ ")
"""What makes a word a file, or needs quotes."""


def database_(
    call: Call,
    said: Annotated[
        str | None,
        TEXT.argument(
            called=N_("NAME=FILE"),
            help=N_(
                "Such as 桂园=桂园.db; 桂园= takes the name away; 桂园 alone is used from now on;"
                " without it all are listed."
            ),
        ),
    ] = None,
    off: Annotated[
        bool, flag("--off", help=N_("Use the usual database again where none is named."))
    ] = False,
) -> None:
    if off and said:
        raise UsageError(_("--off stands alone."), hint=_("Leave the name away."))
    if off:
        _choose(call, None)
    elif not said:
        _list(call)
    elif "=" not in said.replace("＝", "="):
        _choose(call, clean(said))
    else:
        name, _equals, file = said.replace("＝", "=").partition("=")
        _name(call, clean(name), file.strip())


def _list(call: Call) -> None:
    names = database_names(call.environment)
    used = None
    with suppress(UsageError):  # the chosen name is gone, and that is what she looks for here
        used = database_path(call).absolute()
    files = [(name, call.environment.path(file).absolute()) for name, file in names.items()]
    cells: tuple[Cell[tuple[str, Path]], ...] = (
        Cell("name", _("Name"), lambda one: one[0]),
        Cell("path", _("File"), lambda one: str(one[1])),
        Cell("there", _("Is there"), lambda one: one[1].is_file(), Kind.BOOLEAN),
        Cell("used", _("In use"), lambda one: one[1] == used, Kind.BOOLEAN),
    )
    show(
        call,
        Listing.of(
            "databases",
            _("Databases by name"),
            cells,
            files,
            empty=_("None has a name yet. For example: jinlin config database 桂园=桂园.db"),
            notes=(_("One command on another one: jinlin today --db 桂园"),) if files else (),
        ),
    )


def _name(call: Call, name: str, file: str) -> None:
    """Give a database a name on this computer, or take it away.

    Raises:
        UsageError: it cannot be a name.
        NotFoundError: none has that name.
        FileError: the settings cannot be kept.
    """
    if not name or name.startswith("-") or _NO_NAME & set(name):
        raise UsageError(
            _("“{name}” cannot be the name of a database.").format(name=name),
            hint=_("Write it without blanks, dots and slashes, such as 桂园=桂园.db."),
        )
    environment = call.environment
    if not file:
        _check_known(call, name)
    path = str(environment.path(file).absolute()) if file else None
    if not call.dry_run:
        keep_line(environment, name, path, NAMES)
        if path is None and settings(environment).get(CHOSEN) == name:
            keep_line(environment, CHOSEN, None)
    done(
        call,
        _("{name} is the database {path} now.").format(name=name, path=path)
        if path
        else _("No database is called {name} now; its file stays.").format(name=name),
        number=name,
        data={"name": name, "path": path},
    )
    if path and not Path(path).is_file():
        call.tell(_("There is no such file yet: jinlin init --db {name}").format(name=name))


def _choose(call: Call, name: str | None) -> None:
    """Use a database where none is named, from now on; None for the usual one.

    Raises:
        NotFoundError: none has that name.
        FileError: the settings cannot be kept.
    """
    if name is not None:
        _check_known(call, name)
    if not call.dry_run:
        keep_line(call.environment, CHOSEN, name)
    used = str(database_path(call).absolute())
    done(
        call,
        _("{name} is used from now on where no database is named.").format(name=name)
        if name
        else _("The usual database is used again where none is named."),
        number=name or "",
        data={"name": name, "used": used},
    )
    call.tell(_("Here and now that is: {path}").format(path=used))


def _check_known(call: Call, name: str) -> None:
    known = database_names(call.environment)
    if name not in known:
        raise NotFoundError(
            _("No database is called “{name}”.").format(name=name),
            hint=_("Known: {known}.").format(known=_(", ").join(known))
            if known
            else _("Give it a name first: jinlin config database {name}=FILE").format(name=name),
        )
