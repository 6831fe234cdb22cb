"""`jinlin rollup pass`."""

from __future__ import annotations

from functools import partial

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.output.delivery.files import tell_where, write_whole
from jinlin.output.delivery.show import done
from jinlin.rollup.commands.office.words import InFolder, OfMonth, month_meant
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.ledger import writing_ledger
from jinlin.rollup.office.passing import pass_on, passed_on


def pass_(call: Call, month: OfMonth = None, *, folder: InFolder = None) -> None:
    period = str(month_meant(call, month))
    at = office_folder(call, folder)
    with (
        at.locked(),
        writing_ledger(at) as ledger,
        ledger.transaction(keeping=not call.dry_run),
    ):
        office = ledger.office
        count = passed_on(ledger, period)
        if not count:
            raise RuleError(
                _("Nothing of {month} is here to be passed on.").format(month=period),
                hint=_("See who has reported: jinlin rollup status {month}").format(month=period),
            )
        ledger.note_passed_on(period)
        target = call.output or f"{office.organisation}-{period}.zip"
        path = write_whole(call, target, partial(pass_on, ledger, period))
    done(
        call,
        _("{count} files of {month} go on. The key's fingerprint, to be read out: {key}").format(
            count=count, month=period, key=office.key.public.fingerprint
        ),
        number=path.name,
        data={
            "month": period,
            "bundles": count,
            "file": str(path),
            "fingerprint": office.key.public.fingerprint,
        },
    )
    tell_where(call, path)
