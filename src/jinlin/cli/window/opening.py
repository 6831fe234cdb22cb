"""What the window looks after besides: the copy of the day's first state, and the history."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.config import database_path
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import _
from jinlin.core.text import shown
from jinlin.store.backup.backup import back_up
from jinlin.store.backup.kept import kept_on
from jinlin.store.command.command import reading


def keep_first_state(call: Call) -> None:
    """Back the database up, unless there is a backup of this day; say only where it fails."""
    path = database_path(call)
    if not path.is_file():
        return
    moment = computer_time(call.environment.now())
    try:
        if not kept_on(path, moment):
            back_up(path, moment)
    except (JinlinError, OSError) as error:
        said = error.message if isinstance(error, JinlinError) else str(error)
        call.environment.tell(_("No copy of today was kept: {why}").format(why=shown(said)))


def history_wanted(call: Call) -> bool:
    """Return whether the lines typed in the window are kept (`config set history`)."""
    from jinlin.cli.config.settings import HISTORY
    from jinlin.output.listing.paging import OFF

    with reading(call) as reader:
        return reader.setting(HISTORY) != OFF
