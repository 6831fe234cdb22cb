"""Which register of people is handed over: it is counted."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.handover_parts import HandoverShare

SHARE: Final = HandoverShare(registers={"person": N_("people")})
