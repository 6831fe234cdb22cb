"""`jinlin branch fund transfer`: refused."""

from __future__ import annotations

from typing import Annotated, NoReturn

from jinlin.core.i18n import N_
from jinlin.member.rules.purses import never_mixed
from jinlin.output.command.kinds import TEXT


def transfer(
    words: Annotated[  # noqa: ARG001  (whatever is said, it is refused)
        list[str] | None, TEXT.argument(called=N_("PURSE"), help=N_("From and to: refused."))
    ] = None,
) -> NoReturn:
    raise never_mixed()
