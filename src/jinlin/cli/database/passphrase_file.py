"""The option that names the file with a passphrase."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.core.i18n import N_
from jinlin.output.command.kinds import FILE

PassphraseFile: TypeAlias = Annotated[
    str | None,
    FILE.option(help=N_("Where the passphrase is; for scripts.")),
]
