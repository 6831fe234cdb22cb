"""How a complex may be managed, and the kinds of words that commands about it take."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference, parse_reference
from jinlin.core.word import Word
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import choice

_DECISIONS: Final = ("resolution", "vote")


class ManagementModel(Word, refusal=N_("“{text}” is no way in which a complex is managed.")):
    """Who manages a complex (practice.md 3, rows 12 and 13); only the first is always a company."""

    PROFESSIONAL = "professional", N_("professional company"), "物业公司", "市场化物业"
    OWNERS = "owners", N_("owners order services themselves"), "自主点单", "业主自管", "自管"
    PARTY_LED = "party_led", N_("led by the Party organisation"), "领办", "公益物业"
    COMMUNITY = "community", N_("kept by the community"), "代管"
    NOBODY = "nobody", N_("nobody manages it"), "没有物业", "无"


def parse_decision(text: str) -> Reference:
    """Read what decided something: a resolution, `M12-1`, or a vote, `M12-V1`.

    Raises:
        UsageError: it is neither.
    """
    meant = parse_reference(text)
    if meant.kind not in _DECISIONS:
        raise UsageError(
            _("{number} decides nothing.").format(number=meant.number),
            hint=_("Name a resolution like M12-1, or a vote like M12-V1."),
        )
    return meant


MODEL: Final = choice(ManagementModel, called=N_("MODEL"))
DECISION: Final = WordKind("resolution", "M12-1", parse_decision)
"""The resolution or vote on which something stands."""
