"""The words that the commands of an office share, and the clock they read days by."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_ZONE, Clock, clock_of
from jinlin.core.days.stretch import Length, Stretch, stretch_with
from jinlin.core.i18n import N_, _
from jinlin.core.said import Said
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import FOLDER
from jinlin.report.commands.kinds import MONTH
from jinlin.rollup.rules.tree import parse_code

UNIT: Final = WordKind("unit", N_("CODE"), parse_code)
"""An organisation of the tree."""

UNIT_OR_NAME: Final = WordKind("unit_or_name", N_("CODE|NAME"), str)
"""An organisation of the tree by its code, or by its name where only one is called so."""

BelowUnit: TypeAlias = Annotated[
    str | None, UNIT_OR_NAME.option("--in", help=N_("Only those below this organisation."))
]
InFolder: TypeAlias = Annotated[
    str | None,
    FOLDER.option(
        "--folder", help=N_("The office's folder; otherwise 近邻汇总 in the documents folder.")
    ),
]
OfMonth: TypeAlias = Annotated[
    Said[Stretch] | None,
    MONTH.argument(help=N_("Such as 2026-10; the month before if left away.")),
]


def office_clock(call: Call) -> Clock:
    """Return the clock of a command that has no database."""
    environment = call.environment
    return clock_of(environment.now(), DEFAULT_ZONE, environment.said_days)


def month_meant(call: Call, month: Said[Stretch] | None) -> Stretch:
    """Return the month a command is about; the one before where none was said."""
    clock = office_clock(call)
    return month.on(clock) if month else stretch_with(clock.today, Length.MONTH).previous


def there_too(line: str, folder: str | None) -> str:
    """Return what is hinted at, with the folder that was named."""
    if not folder or "jinlin" not in line or folder in line:
        return line
    return line + _(" (there, too, --folder {folder})").format(folder=folder)
