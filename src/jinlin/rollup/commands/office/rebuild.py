"""`jinlin rollup rebuild`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.delivery.show import done
from jinlin.rollup.commands.office.words import InFolder, office_clock
from jinlin.rollup.office.adding import finish, rebuild_lake
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.ledger import writing_ledger


def rebuild(call: Call, *, folder: InFolder = None) -> None:
    at = office_folder(call, folder)
    with at.locked(), writing_ledger(at) as ledger:
        if not call.dry_run:
            finish(ledger, office_clock(call))
            rebuild_lake(ledger)
        months = [row["period"] for row in ledger.rows("SELECT DISTINCT period FROM bundle")]
    done(
        call,
        _("The figures of {count} months were made anew from the archive.").format(
            count=len(months)
        ),
        data={"months": sorted(months)},
    )
