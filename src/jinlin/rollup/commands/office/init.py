"""`jinlin rollup init`."""

from __future__ import annotations

import os
from typing import Annotated, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import StoreError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import AskedFor, Number
from jinlin.output.command.kinds import NAME, choice
from jinlin.output.delivery.show import done
from jinlin.rollup.commands.office.words import UNIT, InFolder
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.ledger import Office, SignerState, create_ledger
from jinlin.rollup.rules.minisign import SEED, SecretKey
from jinlin.rollup.rules.tree import OrgLevel, OrgUnit, level_of

_DUE_DAY: Final = Number(low=1, high=28)


class WhoseFolder(NamedTuple):
    """Whose folder it is to be, as it is said."""

    organisation: Annotated[
        str,
        UNIT.option(
            help=N_("The office's own code, such as 350102001000."),
            asked=AskedFor(N_("The office's own code (12 digits)")),
        ),
    ]
    name: Annotated[
        str,
        NAME.option(
            help=N_("What the office is called, such as 春江街道."),
            asked=AskedFor(N_("What the office is called")),
        ),
    ]
    level: Annotated[
        OrgLevel | None,
        choice(OrgLevel).option(help=N_("On which level it is; otherwise as its code says.")),
    ] = None


class OfficeRules(NamedTuple):
    """What the office asks of those below, as it is said."""

    due_day: Annotated[
        int | None,
        _DUE_DAY.option(help=N_("The day of the next month by which a month is to be in.")),
    ] = None
    require: Annotated[
        SignerState | None,
        choice(SignerState).option(help=N_("confirmed: take nothing of keys nobody confirmed.")),
    ] = None


def init(call: Call, whose: WhoseFolder, rules: OfficeRules, folder: InFolder = None) -> None:
    level = whose.level or level_of(whose.organisation)
    if level in {OrgLevel.COMPLEX, OrgLevel.COMMUNITY}:
        raise UsageError(
            _("A roll-up is of a street or above; {name} is not.").format(name=whose.name),
            hint=_("Give the office's own code, such as 350102001000."),
        )
    office = Office(
        whose.organisation,
        level,
        rules.due_day or level.due_day,
        rules.due_day is not None,
        rules.require is SignerState.CONFIRMED,
        SecretKey(os.urandom(8), os.urandom(SEED)),
    )
    at = office_folder(call, folder)
    if at.ledger.exists():
        raise StoreError(
            _("There is a roll-up in {path} already.").format(path=at.path),
            hint=_("Choose another folder: --folder FOLDER"),
        )
    if not call.dry_run:
        create_ledger(at, office, OrgUnit(whose.organisation, "", level, whose.name))
    done(
        call,
        _("The roll-up of {name} begins in {path}. Next: jinlin rollup org FILE{folder}").format(
            name=whose.name,
            path=at.path,
            folder=_(" --folder {folder}").format(folder=folder) if folder else "",
        ),
        number=whose.organisation,
        data={"organisation": whose.organisation, "level": level, "folder": str(at.path)},
    )
