"""`jinlin db`: each verb is loaded when it is typed."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.output.command.grammar import Command, ListingCommand, PageCommand, Verb, noun


def _verb(name: str, where: str, text: str, kind: type[Command] = Command) -> Verb:
    module, _colon, function = where.partition(":")
    return Verb(name, module=f"jinlin.cli.{module}", function=function, text=text, kind=kind)


app = noun(
    _("Where the data is; checks, backup and restore."),
    later=(
        _verb("path", "database.path:path", _("Say where the database is.")),
        _verb("check", "database.check:check", _("Look whether all is well."), ListingCommand),
        _verb(
            "backup",
            "database.backup:backup",
            _("Copy the database and check the copy; the last ten and one a month stay."),
        ),
        _verb(
            "restore", "database.restore:restore", _("Put a backup in the place of the database.")
        ),
        _verb(
            "handover",
            "database.handover:handover",
            _("For the next secretary: a list to sign and a checked backup."),
            PageCommand,
        ),
        _verb("upgrade", "database.upgrade:upgrade", _("Bring the database up to this version.")),
    ),
    words={"检查": "check", "移交": "handover"},
)
