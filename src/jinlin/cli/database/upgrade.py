"""`jinlin db upgrade`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.i18n import _
from jinlin.output.delivery.show import done
from jinlin.store.command.versions import bring_up_to_date, checked_version, refuse_strange
from jinlin.store.schema import upgrade as upgrades


def upgrade(call: Call) -> None:
    found = database_path(call).absolute()
    before = checked_version(found)
    if not call.dry_run:
        bring_up_to_date(found, call)
    refuse_strange(found)
    new = upgrades.VERSION
    done(
        call,
        _("{path} is of version {version} already; nothing to do.").format(
            path=found, version=before
        )
        if before == new
        else _("{path} goes from version {old} to {new}.").format(path=found, old=before, new=new),
        number=str(new),
        data={"path": str(found), "before": before, "version": new},
    )
