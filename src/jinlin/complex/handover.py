"""Which registers of the complex are handed over: they are counted."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.handover_parts import HandoverShare

SHARE: Final = HandoverShare(registers={"building": N_("buildings"), "household": N_("households")})
